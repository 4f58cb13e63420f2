"""Years that rows name, and papers of a year that are planned too late for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from zi_docs.checks.rows.row_words import (
    NAMES,
    TEXT_KEYS,
    as_written,
    first_month,
    place_of,
    plain,
    table,
    text_of,
)
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Activity, Plan
from zi_docs.wording.dates import month_name

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_REGULATION = re.compile(
    r"(?:nomor|no\.?)\s*\S+\s+tahun\s+20\d\d|20\d\d\s*[-–/]\s*20\d\d|\d/20\d\d", re.IGNORECASE
)
_LEADING = re.compile(r"^(?:dokumen|naskah|penetapan|penandatanganan|surat keputusan|sk)\s+")
_AFAR = 1


def check_row_years(plan: Plan) -> Iterator[Finding]:
    """One paper with two years in a row; years that are far from the plan's."""
    year = plan.office.tahun
    for row in plan.activities:
        named: dict[str, tuple[str, int]] = {}
        for key in TEXT_KEYS:
            text = _REGULATION.sub(" ", text_of(row, key))
            for paper, own in _years_of_papers(text):
                earlier = named.setdefault(paper, (key, own))
                if earlier[1] != own:
                    # The cell that departs from the plan's year is the one to look at.
                    odd = earlier[0] if own == year else key
                    yield warning(
                        "RA-TAHUN",
                        f"Baris {row.id} menyebut {paper.upper()} tahun {earlier[1]} pada "
                        f"{NAMES[earlier[0]].lower()}, tetapi tahun {own} pada "
                        f"{NAMES[key].lower()}; samakan.",
                        place_of(row, odd),
                    )
            for other in dict.fromkeys(int(number) for number in _YEAR.findall(text)):
                if abs(other - year) > _AFAR:
                    yield warning(
                        "RA-TAHUN",
                        f"{NAMES[key]} menyebut tahun {other}, sedangkan rencana ini tahun {year}; "
                        "sesuaikan bila terbawa dari tahun lain.",
                        place_of(row, key),
                    )


def _years_of_papers(text: str) -> Iterator[tuple[str, int]]:
    """Papers of planning that a text names, each with the year that comes after it."""
    small = text.lower()
    papers = list(_papers().finditer(small))
    for paper, following in zip_longest(papers, papers[1:]):
        end = following.start() if following else len(small)
        if match := _YEAR.search(small, paper.end(), end):
            yield _same_paper(paper[0]), int(match[1])


def _same_paper(name: str) -> str:
    return {"perjanjian kinerja": "pk", "laporan kinerja": "lkjip"}.get(name, name)


@cache
def _papers() -> re.Pattern[str]:
    names = [
        *table("bukti")["naskah_kinerja"],
        "laporan kinerja",
        "laporan tahunan",
        "rencana aksi",
    ]
    listed = "|".join(sorted(map(re.escape, names), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])")


@dataclass(frozen=True)
class DuePaper:
    """A paper of a row that has its time: as written, the last month for it, the years it names.

    A `former` one is about the year before the plan's.
    """

    name: str
    last: int
    former: bool
    years: frozenset[int]


def check_late_papers(plan: Plan) -> Iterator[Finding]:
    """Papers in force from the year's beginning that come too late, or are another year's."""
    for row in plan.activities:
        paper = next(_due(row), None)
        if paper is not None and row.bulan:
            yield from _of_paper(row, paper, plan.office.tahun)


def _of_paper(row: Activity, paper: DuePaper, year: int) -> Iterator[Finding]:
    if any(own > year for own in paper.years):
        return
    about = year - 1 if paper.former else year
    if paper.former and year in paper.years:
        if max(row.bulan) < 12:
            yield suggestion(
                "RA-TERLAMBAT",
                f"“{paper.name}” tahun {year} baru dapat disusun sesudah tahun itu berakhir; "
                "periksa tahun atau tanda bulannya.",
                first_month(row),
            )
    elif paper.years and about not in paper.years:
        yield warning(
            "RA-TAHUN",
            f"“{paper.name}” bertahun {min(paper.years)}, sedangkan yang dibutuhkan rencana ini "
            f"tahun {about}; perbaiki tahunnya.",
            place_of(row, "bukti"),
        )
    elif min(row.bulan) > paper.last:
        yield warning(
            "RA-TERLAMBAT",
            f"“{paper.name}” tahun {about} direncanakan baru pada bulan "
            f"{month_name(min(row.bulan))}; lazimnya selesai paling lambat "
            f"{month_name(paper.last)}. Sesuaikan tanda bulannya.",
            first_month(row),
        )


def _due(row: Activity) -> Iterator[DuePaper]:
    """The papers of a row that have a time: as evidence they begin one of its pieces."""
    pieces = [plain(piece) for piece in re.split(r"[;,\n]", text_of(row, "bukti"))]
    for due in table("tenggat"):
        for word in due["kata"]:
            piece = next((each for each in pieces if _begins(each, word)), None)
            if piece is not None:
                years = frozenset(int(number) for number in _YEAR.findall(piece))
                name = as_written(row, "bukti", word)
                yield DuePaper(name, due["bulan"], due.get("lampau", False), years)
                break


def _begins(piece: str, word: str) -> bool:
    bare = _LEADING.sub("", piece)
    return any(each == word or each.startswith(f"{word} ") for each in (piece, bare))
