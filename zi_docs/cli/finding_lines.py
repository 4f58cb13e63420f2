"""Findings as people read them: one line for each kind of fault, worst first, and a total."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from zi_docs.findings import Finding, Place, Severity, cell_ranges, row_of_place
from zi_docs.wording.lists import enumeration

# What differs between messages of one kind: quoted words, and words that hold a digit.
_SLOT = re.compile(r"“[^”]*”|[^\s“”,;()]*\d[^\s“”,;()]*(?<![.:])")
_LISTED = 5
_ORDER = tuple(Severity)


def lines(findings: Iterable[Finding]) -> list[str]:
    """One line for each kind of fault, errors first, in the order in which they were found."""
    kinds: dict[tuple[object, ...], list[Finding]] = {}
    for finding in findings:
        kinds.setdefault(_kind(finding), []).append(finding)
    groups = sorted(kinds.values(), key=lambda group: _ORDER.index(group[0].severity))
    return [_line(group) for group in groups]


def fewer(findings: Sequence[Finding], checked: int, most: int) -> list[str]:
    """The lines for a verb that makes papers: of the workbook's at most `most`, the worst first.

    The first `checked` findings are those that `periksa` tells too, which is named when some are
    left out; what was found while making is told by no other verb and stands in full.
    """
    own = lines(findings[:checked])
    if len(own) <= most:
        return lines(findings)
    rest = f"{len(own) - most + 1} jenis temuan lain pada buku kerja; jalankan `periksa`."
    return [*own[: most - 1], rest, *lines(findings[checked:])]


def total(findings: Sequence[Finding]) -> str:
    """The count of each severity and of the sheets: `3 kesalahan, 12 peringatan di 4 lembar`."""
    counts = [
        f"{count} {severity.value}"
        for severity in _ORDER
        if (count := sum(finding.severity is severity for finding in findings))
    ]
    sheets = {(place.file, place.sheet) for place in _places(findings) if place.sheet}
    return ", ".join(counts) + (f" di {len(sheets)} lembar" if sheets else "")


def _places(findings: Iterable[Finding]) -> Iterator[Place]:
    return (finding.place for finding in findings)


def _kind(finding: Finding) -> tuple[object, ...]:
    """Equal for findings that share a line; a place without a spot has a line of its own."""
    place = finding.place
    if not place.spot:
        return (finding,)
    shape = _SLOT.sub("\0", finding.message)
    return (finding.code, finding.severity, place.file, place.sheet, shape)


def _line(group: Sequence[Finding]) -> str:
    group = sorted(group, key=lambda finding: row_of_place(finding.place) or 0)
    first = group[0]
    if len(group) == 1:
        return str(first)
    spots = cell_ranges(finding.place.spot for finding in group)
    sheet = f"{first.place.sheet}!" if first.place.sheet is not None else ""
    place = f"{first.place.file} › {sheet}{spots}"
    return f"{place}: {first.severity.value}: {_message([f.message for f in group])} [{first.code}]"


def _message(messages: Sequence[str]) -> str:
    """One sentence for messages of one shape: the part that differs becomes a list.

    Where several parts differ, lists would lose which belongs to which: the first message stands
    as the example.
    """
    slots = [
        list(dict.fromkeys(values)) for values in zip(*map(_SLOT.findall, messages), strict=True)
    ]
    if sum(len(values) > 1 for values in slots) > 1:
        return f"{messages[0]} (dan {len(set(messages)) - 1} yang serupa)"
    values = iter(slots)
    return _SLOT.sub(lambda _: _listed(next(values)), messages[0])


def _listed(values: Sequence[str]) -> str:
    if len(values) <= _LISTED:
        return enumeration(values)
    return enumeration([*values[: _LISTED - 1], f"{len(values) - _LISTED + 1} lainnya"])
