"""The register of given numbers: what is taken in a series, what is missing, what comes next.

A series is one kind of paper in one year; each begins at 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from zi_docs.findings import Place
from zi_docs.model import Plan, same_id
from zi_docs.numbering.numbered_papers import Paper, papers
from zi_docs.numbering.patterns import FullNumber, full_number, pattern_of, running_number
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows


@dataclass(frozen=True)
class Series:
    """One kind of paper in one year; kinds differ in more than case."""

    jenis: str
    tahun: int

    def holds(self, jenis: str, tahun: int) -> bool:
        """Tell whether a number of this kind and year counts here."""
        return same_id(self.jenis, jenis) and self.tahun == tahun


@dataclass(frozen=True)
class Use:
    """A number in use: in the register, or on a paper (`registered` tells which)."""

    series: Series
    nomor: int
    dokumen: str
    place: Place
    registered: bool
    tanggal: date | None = None
    lengkap: str = ""
    perihal: str = ""


@dataclass(frozen=True)
class Offer:
    """The number proposed for a paper; nothing is given out by proposing it."""

    paper: Paper
    nomor: int
    full: FullNumber


def uses(plan: Plan) -> list[Use]:
    """Every number in use: the register in its order, then the papers."""
    found = [
        Use(
            _series(plan, given.jenis, given.tanggal),
            given.nomor,
            given.dokumen,
            given.origin.at("nomor"),
            True,
            given.tanggal,
            given.lengkap,
            given.perihal,
        )
        for given in plan.numbers
    ]
    for paper in papers(plan):
        number = number_on(plan, paper)
        if number is not None:
            series = _series(plan, paper.jenis, paper.tanggal)
            place = paper.origin.at("nomor")
            found.append(Use(series, number, paper.id, place, False, paper.tanggal, paper.nomor))
    return found


def number_on(plan: Plan, paper: Paper) -> int | None:
    """The running number a paper carries, by its pattern; else by the digits it begins with."""
    pattern = pattern_of(plan, paper.jenis)
    number = running_number(pattern, paper.nomor, paper, plan.office) if pattern else None
    leading = re.match(r"\d{1,9}", paper.nomor)
    return number if number is not None or leading is None else int(leading[0])


def all_series(plan: Plan, jenis: str | None = None) -> list[Series]:
    """The series with a number or a pattern, in the order of the patterns, of one kind or all."""
    kinds = [pattern.jenis for pattern in plan.number_patterns]
    found = [Series(kind, plan.office.tahun) for kind in kinds]
    for use in uses(plan):
        if not any(s.holds(use.series.jenis, use.series.tahun) for s in found):
            found.append(use.series)
    return [series for series in found if jenis is None or same_id(series.jenis, jenis)]


def in_series(found: Iterable[Use], series: Series) -> list[Use]:
    """The uses of a series, by number."""
    held = [use for use in found if series.holds(use.series.jenis, use.series.tahun)]
    return sorted(held, key=lambda use: use.nomor)


def counted_once(held: Iterable[Use]) -> list[Use]:
    """The uses without those papers whose own entry in the register is among them."""
    found = list(held)
    entered = {(use.nomor, use.dokumen.casefold()) for use in found if use.registered}
    return [u for u in found if u.registered or (u.nomor, u.dokumen.casefold()) not in entered]


def gaps(held: Iterable[Use]) -> list[tuple[int, int]]:
    """The runs of numbers (first, last) that nobody took, between the lowest and the highest."""
    taken = sorted({use.nomor for use in held})
    return [(one + 1, two - 1) for one, two in pairwise(taken) if two > one + 1]


def next_number(held: Iterable[Use]) -> int:
    """The number after the highest one taken; a gap may belong to a paper not entered yet."""
    return max((use.nomor for use in held), default=0) + 1


def is_registered(plan: Plan, paper: Paper) -> bool:
    """Tell whether the register holds the number that a paper carries, for that paper."""
    number = number_on(plan, paper)
    return any(
        same_id(given.jenis, paper.jenis)
        and given.nomor == number
        and same_id(given.dokumen, paper.id)
        for given in plan.numbers
    )


def offer(plan: Plan, paper: Paper) -> Offer | None:
    """The next number of a paper's series in full; None when its kind has no pattern.

    A paper that carries a number keeps it: then that one is offered, for the register.
    """
    pattern = pattern_of(plan, paper.jenis)
    if pattern is None:
        return None
    number = number_on(plan, paper)
    if number is not None:
        return Offer(paper, number, FullNumber(paper.nomor))
    number = next_number(in_series(uses(plan), _series(plan, paper.jenis, paper.tanggal)))
    return Offer(paper, number, full_number(pattern, number, paper, plan.office))


def _series(plan: Plan, jenis: str, day: date | None) -> Series:
    return Series(jenis, day.year if day else plan.office.tahun)


def enter(rows: WorkbookRows, offer: Offer) -> None:
    """Write a proposed number into rows: an entry of the sheet Nomor, and the paper's own cell."""
    paper = offer.paper
    given: dict[str, CellValue] = {
        "jenis": paper.jenis,
        "nomor": offer.nomor,
        "tanggal": paper.tanggal,
        "lengkap": offer.full.text,
        "dokumen": paper.id,
        "perihal": paper.perihal,
    }
    rows.setdefault("nomor", []).append(given)
    for row in rows[paper.sheet]:
        if same_id(str(row["id"]), paper.id):
            row["nomor"] = offer.full.text
