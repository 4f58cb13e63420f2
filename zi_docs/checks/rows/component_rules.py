"""Components against those of the LKE: their names, their places, and the rows they hold."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from zi_docs.checks.rows.row_words import holds, place_of, plain, table, text_of
from zi_docs.data import areas, shipped
from zi_docs.data.lke_components import FULFILMENT, REFORM
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Activity, Plan

_ALIKE = 90
_CLOSE = 70


def check_component_names(plan: Plan) -> Iterator[Finding]:
    """Names that the LKE writes otherwise, and names of another area's components."""
    for row in plan.activities:
        numeral = _numeral(row.area)
        name = " ".join(row.komponen.plain.split())
        if not numeral or name in _official(numeral):
            continue
        place = place_of(row, "komponen")
        elsewhere = _home(name, numeral)
        if elsewhere:
            yield warning(
                "RA-KOMPONEN",
                f"Komponen “{name}” termasuk area {elsewhere}, bukan area {row.area}; pindahkan "
                "barisnya atau perbaiki areanya.",
                place,
            )
        elif official := _nearest(name, numeral):
            yield suggestion(
                "RA-KOMPONEN-NAMA",
                f"Komponen “{name}” pada LKE bernama “{official}”; samakan namanya.",
                place,
            )
        else:
            yield suggestion(
                "RA-KOMPONEN-NAMA",
                f"Komponen “{name}” tidak dikenal pada LKE; pilihlah dari: "
                f"{'; '.join(_official(numeral)[: _count(numeral)])}.",
                place,
            )


def _numeral(area: str) -> str:
    numeral = area.split()[0] if area.split() else ""
    return numeral if numeral in shipped("lke_components")[FULFILMENT] else ""


@cache
def _official(numeral: str) -> tuple[str, ...]:
    names = shipped("lke_components")
    return (*names[FULFILMENT][numeral], *names[REFORM][numeral])


def _count(numeral: str) -> int:
    return len(shipped("lke_components")[FULFILMENT][numeral])


@cache
def _nearest(name: str, numeral: str) -> str:
    """The official name that a name stands for: as much of it as possible in the same words."""
    from rapidfuzz import fuzz

    scores = {each: fuzz.token_set_ratio(plain(name), plain(each)) for each in _official(numeral)}
    best = max(scores, key=lambda each: (scores[each], fuzz.ratio(plain(name), plain(each))))
    return best if scores[best] >= _CLOSE else ""


@cache
def _home(name: str, numeral: str) -> str:
    """The area whose component has this name, where the row's own area has none like it."""
    from rapidfuzz import fuzz

    def like(other: str) -> bool:
        return any(fuzz.ratio(plain(name), plain(each)) >= _ALIKE for each in _official(other))

    if like(numeral):
        return ""
    titles = {title.split()[0]: title for title in areas()}
    return next((title for other, title in titles.items() if other != numeral and like(other)), "")


def check_component_spellings(plan: Plan) -> Iterator[Finding]:
    """One component written in two ways in an area, or interrupted by another."""
    from rapidfuzz import fuzz

    names: dict[str, dict[str, Activity]] = defaultdict(dict)
    closed: dict[str, set[str]] = defaultdict(set)
    before: Activity | None = None
    for row in plan.activities:
        name = " ".join(row.komponen.plain.split())
        if before is not None and before.area != row.area:
            before = None
        last = " ".join(before.komponen.plain.split()) if before else ""
        if last and last != name:
            closed[row.area].add(last)
        earlier = next(
            (
                each
                for each in names[row.area]
                if each != name and fuzz.ratio(plain(each), plain(name)) >= _ALIKE
            ),
            "",
        )
        if earlier:
            yield warning(
                "RA-KOMPONEN-EJAAN",
                f"Komponen “{name}” pada baris {names[row.area][earlier].id} ditulis “{earlier}”; "
                "samakan, agar menjadi satu komponen.",
                place_of(row, "komponen"),
            )
        elif name in closed[row.area] and last != name:
            yield warning(
                "RA-KOMPONEN-TERPISAH",
                f"Baris {row.id} terpisah dari baris lain komponen “{name}”; kumpulkan barisnya.",
                place_of(row, "komponen"),
            )
        names[row.area].setdefault(name, row)
        before = row


def check_component_rows(plan: Plan) -> Iterator[Finding]:
    """Rows whose words are those of another component of their area, and not of their own."""
    for row in plan.activities:
        numeral = _numeral(row.area)
        own = _nearest(" ".join(row.komponen.plain.split()), numeral) if numeral else ""
        keywords = table("komponen")
        if own not in keywords:
            continue
        question = plain(text_of(row, "indikator"))
        text = f"{question} {plain(text_of(row, 'langkah_aksi'))}"
        if _speaks_of(text, keywords[own]):
            continue
        others = [
            name
            for name in _official(numeral)
            if name != own and _speaks_of(question, keywords.get(name, ()))
        ]
        if len(others) == 1:
            yield warning(
                "RA-KOMPONEN-BARIS",
                f"Baris {row.id} berisi urusan komponen “{others[0]}”, bukan “{own}”; pindahkan ke "
                "komponen itu.",
                place_of(row, "komponen"),
            )


def check_strange_matters(plan: Plan) -> Iterator[Finding]:
    """Actions and evidence about a component of another area, with no word of their own."""
    keywords = table("komponen")
    for row in plan.activities:
        numeral = _numeral(row.area)
        own = _nearest(" ".join(row.komponen.plain.split()), numeral) if numeral else ""
        done = plain(f"{text_of(row, 'langkah_aksi')} {text_of(row, 'bukti')}")
        if own not in keywords or _speaks_of(done, keywords[own]):
            continue
        asked = plain(text_of(row, "indikator"))
        if not _speaks_of(asked, keywords[own]):
            continue
        near = _official(numeral)
        strange = [n for n in keywords if n not in near and _speaks_of(done, keywords[n])]
        strange = [name for name in strange if not _speaks_of(asked, keywords[name])]
        if strange:
            yield suggestion(
                "RA-SERASI",
                f"Langkah aksi dan bukti baris {row.id} tentang “{strange[0]}”, bukan tentang "
                f"“{own}”; sesuaikan dengan indikatornya.",
                place_of(row, "langkah_aksi"),
            )


def _speaks_of(text: str, words: tuple[str, ...] | list[str]) -> bool:
    return any(holds(text, word) for word in words)
