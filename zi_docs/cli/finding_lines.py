"""Findings as people read them: one line for each kind of fault, worst first, and a total."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from zi_docs.findings import (
    MOST_RANGES,
    Finding,
    Place,
    Severity,
    abridged,
    cell_ranges,
    row_of_place,
)
from zi_docs.wording.lists import enumeration

# What differs between messages of one kind: quoted words, and words that hold a digit.
_SLOT = re.compile(r"“[^”]*”|[^\s“”,;()]*\d[^\s“”,;()]*(?<![.:])")
_LISTED = 5
_ALL = 10_000
# Two screens; in JSON stands everything.
_LONGEST = 4_000
_LEAST_ROOM = 3
_ORDER = tuple(Severity)


def lines(findings: Iterable[Finding], most: int = _LISTED) -> list[str]:
    """One line for each kind of fault, errors first, in the order in which they were found.

    A line lists at most `most` of what differs between its findings.
    """
    return [_line(group, most) for group in _groups(findings)]


def singly(findings: Iterable[Finding]) -> list[str]:
    """A line for each finding, errors first."""
    return [str(each) for each in sorted(findings, key=lambda each: _ORDER.index(each.severity))]


def by_sheet(findings: Iterable[Finding]) -> list[str]:
    """The same lines under a heading for each sheet with its counts, the worst sheet first.

    A single sheet needs no heading. Of a single sheet or family, lines list all that differs.
    """
    findings = list(findings)
    sheets: dict[Place, list[Finding]] = {}
    for finding in findings:
        sheets.setdefault(Place(finding.place.file, finding.place.sheet), []).append(finding)
    ordered = sorted(sheets.items(), key=lambda entry: _weight(entry[1]))
    part = len(ordered) == 1 or len({family(finding.code) for finding in findings}) == 1
    most = _ALL if part else _LISTED
    if len(ordered) == 1:
        return lines(findings, most)
    parts = [[f"{sheet}: {counts(own)}", *lines(own, most), ""] for sheet, own in ordered]
    return [line for part in parts for line in part]


def _weight(findings: Sequence[Finding]) -> tuple[int, ...]:
    """Sorts before another when it has more errors, then more warnings, and so on."""
    counted = Counter(finding.severity for finding in findings)
    return tuple(-counted[severity] for severity in _ORDER)


def fewer(findings: Sequence[Finding], checked: int, most: int) -> list[str]:
    """The lines for a verb that makes papers: `most` in all, the worst of the workbook first.

    The first `checked` findings are those that `periksa` tells too, which is named when some are
    left out; an error then still has its cell. What was found while making comes next and has
    most of the room, as no other verb tells it: where that is short, findings of one code share
    a line that names all their cells.
    """
    book, made = _groups(findings[:checked]), _groups(findings[checked:])
    least = min(len(book), _LEAST_ROOM)
    if len(made) > most - least:
        made = _groups(findings[checked:], _code)
    room = min(len(book), max(most - len(made), least))
    return [
        *_fitting(book, room, "{} jenis temuan lain pada buku kerja; jalankan `periksa`."),
        *_fitting(made, most - room, "{} jenis temuan lain tentang hasil; lihatlah dengan --json."),
    ]


def _fitting(groups: Sequence[Sequence[Finding]], room: int, rest: str) -> list[str]:
    """At most `room` lines; `rest` says how many kinds are left out. Every error has its cell."""
    if len(groups) <= room:
        return [_short_line(group) for group in groups]
    errors = [group for group in groups if group[0].severity is Severity.ERROR]
    shown = room - 2 if len(errors) > room - 1 else room - 1
    texts = [_short_line(group) for group in groups[:shown]]
    if errors[shown:]:
        places = (finding.place for group in errors[shown:] for finding in group)
        texts.append(f"Kesalahan lain: {_cells(places)}.")
    left = len(groups) - max(shown, len(errors))
    return [*texts, rest.format(left or len(groups) - shown)]


def _short_line(group: Sequence[Finding]) -> str:
    return _line(group, _LISTED)


def _cells(places: Iterable[Place]) -> str:
    """Cells by sheet: `Rapat!C4-C5; Tim!D3`; a place without a sheet by its own name."""
    spots: dict[str, list[str]] = {}
    for place in places:
        spots.setdefault(place.sheet or str(place), []).append(place.spot)
    most = max(_LISTED, MOST_RANGES // max(len(spots), 1))
    named = ((sheet, cell_ranges(filter(None, cells), most)) for sheet, cells in spots.items())
    return "; ".join(f"{sheet}!{cells}" if cells else sheet for sheet, cells in named)


def _named_places(group: Sequence[Finding]) -> str:
    """All cells of findings; of files that have no sheets, the first few."""
    files = {finding.place.file for finding in group}
    sheets = [finding.place for finding in group if finding.place.sheet]
    others = list(dict.fromkeys(str(f.place) for f in group if not f.place.sheet))
    if len(others) > _LISTED:
        others[_LISTED - 1 :] = [f"{len(others) - _LISTED + 1} berkas lain"]
    cells = f"{files.pop()} › {_cells(sheets)}" if len(files) == 1 and sheets else _cells(sheets)
    return "; ".join(filter(None, (cells, *others)))


def counts(findings: Iterable[Finding]) -> str:
    """The count of each severity that there is: `3 kesalahan, 12 peringatan`."""
    counted = Counter(finding.severity for finding in findings)
    return ", ".join(f"{counted[each]} {each.value}" for each in _ORDER if counted[each])


def total(findings: Sequence[Finding]) -> str:
    """The count of each severity and of the sheets: `3 kesalahan, 12 peringatan di 4 lembar`."""
    sheets = {(place.file, place.sheet) for place in _places(findings) if place.sheet}
    return counts(findings) + (f" di {len(sheets)} lembar" if sheets else "")


def family(code: str) -> str:
    """The family of a code, by which the guide lists it: `RA` of `RA-BULAN`."""
    return code.partition("-")[0]


def families(findings: Iterable[Finding]) -> str:
    """How many findings each family of codes has, the most first: `RA 45, KEP 12`."""
    counted = Counter(family(finding.code) for finding in findings)
    return ", ".join(f"{name} {count}" for name, count in counted.most_common())


def pattern(message: str) -> str:
    """What all messages of a kind have in common; `…` stands for what differs."""
    return _SLOT.sub("…", message)


def _places(findings: Iterable[Finding]) -> Iterator[Place]:
    return (finding.place for finding in findings)


def _groups(
    findings: Iterable[Finding], key: Callable[[Finding], tuple[object, ...]] | None = None
) -> list[list[Finding]]:
    """Findings that share a line, errors first; alike are those of one kind, or of one `key`."""
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault((key or _kind)(finding), []).append(finding)
    return sorted(kinds.values(), key=lambda group: _ORDER.index(group[0].severity))


def _code(finding: Finding) -> tuple[object, ...]:
    return finding.code, finding.severity


def _kind(finding: Finding) -> tuple[object, ...]:
    """Equal for findings that share a line; a place without a spot has a line of its own."""
    place = finding.place
    if not place.spot:
        return (finding,)
    shape = _SLOT.sub("\0", finding.message)
    return (finding.code, finding.severity, place.file, place.sheet, shape)


def _line(group: Sequence[Finding], most: int) -> str:
    group = sorted(group, key=lambda finding: row_of_place(finding.place) or 0)
    first = group[0]
    if len(group) == 1:
        return str(first)
    if len({_kind(finding) for finding in group}) > 1:
        message = f"{first.message} (dan {len(group) - 1} yang serupa)"
        return f"{_named_places(group)}: {first.severity.value}: {message} [{first.code}]"
    spots = cell_ranges(finding.place.spot for finding in group)
    sheet = f"{first.place.sheet}!" if first.place.sheet is not None else ""
    place = f"{first.place.file} › {sheet}{spots}"
    message = abridged(_message(group, most), _LONGEST)
    return f"{place}: {first.severity.value}: {message} [{first.code}]"


def _message(group: Sequence[Finding], most: int) -> str:
    """One sentence for findings of one shape: the part that differs becomes a list.

    Where several parts differ, lists would lose which belongs to which: the first message stands,
    and behind it what differs in the others, with their cells.
    """
    slots = [
        list(dict.fromkeys(values))
        for values in zip(*(_SLOT.findall(finding.message) for finding in group), strict=True)
    ]
    differing = [index for index, values in enumerate(slots) if len(values) > 1]
    if len(differing) > 1:
        return f"{group[0].message} ({_others(group, differing, most - 1)})"
    values = iter(slots)
    return _SLOT.sub(lambda _: _listed(next(values), most), group[0].message)


def _others(group: Sequence[Finding], differing: Sequence[int], most: int) -> str:
    """`juga C6: “ANGOTA”, “ANGGOTA”; dan 3 yang serupa`: a message for each, the first left out."""
    cells: dict[str, list[str]] = {}
    for finding in group:
        cells.setdefault(finding.message, []).append(finding.place.spot)
    _, *others = cells.items()
    texts = []
    for message, spots in others[:most]:
        parts = _SLOT.findall(message)
        differs = ", ".join(parts[index] for index in differing)
        texts.append(f"{cell_ranges(spots)}: {differs}")
    rest = [f"dan {len(others) - most} yang serupa"] if len(others) > most else []
    return "juga " + "; ".join([*texts, *rest])


def _listed(values: Sequence[str], most: int) -> str:
    if len(values) <= most:
        return enumeration(values)
    return enumeration([*values[: most - 1], f"{len(values) - most + 1} lainnya"])
