"""The register of given numbers: the numbers in use, gaps, and the next number of a series.

A series is one kind of paper in one year; each starts at 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from zi_docs.findings import Place
from zi_docs.model import Plan, same_id
from zi_docs.numbering.numbered_papers import NumberedPaper, numbered_papers
from zi_docs.numbering.patterns import FullNumber, full_number, number_pattern, running_number

if TYPE_CHECKING:
    from zi_docs.workbook.writing.cell_values import CellValue
    from zi_docs.workbook.writing.rewrite import WorkbookRows


@dataclass(frozen=True)
class NumberSeries:
    """One kind of paper in one year; case does not distinguish kinds."""

    jenis: str
    tahun: int

    def includes(self, jenis: str, tahun: int) -> bool:
        """Tell whether numbers of this kind and year belong to the series."""
        return same_id(self.jenis, jenis) and self.tahun == tahun


@dataclass(frozen=True)
class NumberUse:
    """A number in use: in the register (`registered`) or on a paper."""

    series: NumberSeries
    nomor: int
    dokumen: str
    place: Place
    registered: bool
    tanggal: date | None = None
    lengkap: str = ""
    perihal: str = ""


@dataclass(frozen=True)
class NumberProposal:
    """The number proposed for a paper; a proposal does not reserve it."""

    paper: NumberedPaper
    nomor: int
    full: FullNumber


def number_uses(plan: Plan) -> list[NumberUse]:
    """All numbers in use: the register in its order, then the papers."""
    number_uses = [
        NumberUse(
            _series(plan, given_number.jenis, given_number.tanggal),
            given_number.nomor,
            given_number.dokumen,
            given_number.origin.at("nomor"),
            True,
            given_number.tanggal,
            given_number.lengkap,
            given_number.perihal,
        )
        for given_number in plan.numbers
    ]
    for paper in numbered_papers(plan):
        number = number_on_paper(plan, paper)
        if number is not None:
            series = _series(plan, paper.jenis, paper.tanggal)
            place = paper.origin.at("nomor")
            number_uses.append(
                NumberUse(series, number, paper.id, place, False, paper.tanggal, paper.nomor)
            )
    return number_uses


def number_on_paper(plan: Plan, paper: NumberedPaper) -> int | None:
    """The running number of a paper, by its pattern, else by the digits at its start."""
    pattern = number_pattern(plan, paper.jenis)
    number = running_number(pattern, paper.nomor, paper, plan.office) if pattern else None
    leading = re.match(r"\d{1,9}", paper.nomor)
    return number if number is not None or leading is None else int(leading[0])


def all_series(plan: Plan, jenis: str | None = None) -> list[NumberSeries]:
    """The series with a number or a pattern, in the order of the patterns; of `jenis` or all."""
    kinds = [pattern.jenis for pattern in plan.number_patterns]
    series_list = [NumberSeries(kind, plan.office.tahun) for kind in kinds]
    for use in number_uses(plan):
        if not any(series.includes(use.series.jenis, use.series.tahun) for series in series_list):
            series_list.append(use.series)
    return [series for series in series_list if jenis is None or same_id(series.jenis, jenis)]


def uses_in_series(number_uses: Iterable[NumberUse], series: NumberSeries) -> list[NumberUse]:
    """The uses of a series, sorted by number."""
    of_series = [use for use in number_uses if series.includes(use.series.jenis, use.series.tahun)]
    return sorted(of_series, key=lambda use: use.nomor)


def drop_registered_papers(number_uses: Iterable[NumberUse]) -> list[NumberUse]:
    """The uses without the papers that also have their own entry in the register."""
    number_uses = list(number_uses)
    entries = {(use.nomor, use.dokumen.casefold()) for use in number_uses if use.registered}
    return [
        use
        for use in number_uses
        if use.registered or (use.nomor, use.dokumen.casefold()) not in entries
    ]


def number_gaps(number_uses: Iterable[NumberUse]) -> list[tuple[int, int]]:
    """The runs (first, last) of unused numbers between the lowest and the highest in use."""
    numbers = sorted({use.nomor for use in number_uses})
    return [(low + 1, high - 1) for low, high in pairwise(numbers) if high > low + 1]


def next_number(number_uses: Iterable[NumberUse]) -> int:
    """The number after the highest in use; a gap may belong to a paper not yet registered."""
    return max((use.nomor for use in number_uses), default=0) + 1


def is_registered(plan: Plan, paper: NumberedPaper) -> bool:
    """Tell whether the register has an entry for this paper with its number."""
    number = number_on_paper(plan, paper)
    return any(
        same_id(given_number.jenis, paper.jenis)
        and given_number.nomor == number
        and same_id(given_number.dokumen, paper.id)
        for given_number in plan.numbers
    )


def propose_number(plan: Plan, paper: NumberedPaper) -> NumberProposal | None:
    """The next number of a paper's series in full; None if its kind has no pattern.

    If the paper has a number already, that number is proposed, for the register.
    """
    pattern = number_pattern(plan, paper.jenis)
    if pattern is None:
        return None
    number = number_on_paper(plan, paper)
    if number is not None:
        return NumberProposal(paper, number, FullNumber(paper.nomor))
    number = next_number(
        uses_in_series(number_uses(plan), _series(plan, paper.jenis, paper.tanggal))
    )
    return NumberProposal(paper, number, full_number(pattern, number, paper, plan.office))


def _series(plan: Plan, jenis: str, day: date | None) -> NumberSeries:
    return NumberSeries(jenis, day.year if day else plan.office.tahun)


def enter_number(rows: WorkbookRows, proposal: NumberProposal) -> None:
    """Write a proposed number into `rows`: a new row of the sheet Nomor, and the paper's row."""
    paper = proposal.paper
    entry: dict[str, CellValue] = {
        "jenis": paper.jenis,
        "nomor": proposal.nomor,
        "tanggal": paper.tanggal,
        "lengkap": proposal.full.text,
        "dokumen": paper.id,
        "perihal": paper.perihal,
    }
    rows.setdefault("nomor", []).append(entry)
    for row in rows[paper.sheet]:
        if same_id(str(row["id"]), paper.id):
            row["nomor"] = proposal.full.text
