"""The periods that an office monitors: a month, a quarter, a semester, the year."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.wording.dates import month_name
from zi_docs.wording.numbers import roman_numeral


class Cycle(Enum):
    """How long a period is; the value is its number of months."""

    MONTH = 1
    QUARTER = 3
    THIRD = 4
    SEMESTER = 6
    YEAR = 12


_NAMES = {Cycle.QUARTER: "Triwulan", Cycle.THIRD: "Caturwulan", Cycle.SEMESTER: "Semester"}
_FOLDERS = {
    Cycle.MONTH: "-{:02d}",
    Cycle.QUARTER: "-tw{}",
    Cycle.THIRD: "-cw{}",
    Cycle.SEMESTER: "-s{}",
    Cycle.YEAR: "",
}
# A third of a year is a rhythm of rows of the plan alone (NASKAH section 9).
_MONITORED = (Cycle.MONTH, Cycle.QUARTER, Cycle.SEMESTER, Cycle.YEAR)


@dataclass(frozen=True)
class Period:
    """A period of a year: the `number`-th of its cycle, from 1."""

    year: int
    cycle: Cycle
    number: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.number <= 12 // self.cycle.value:
            raise ValueError(f"no {self.cycle.name} {self.number} in a year")

    @classmethod
    def parse(cls, folder: str) -> Period | None:
        """The period of a folder's name (see `folder`); None for any other text."""
        for cycle in Cycle:
            for number in range(1, 12 // cycle.value + 1):
                year = folder[:4]
                if year.isdecimal() and cls(int(year), cycle, number).folder == folder:
                    return cls(int(year), cycle, number)
        return None

    @property
    def months(self) -> range:
        """Its months, 1 to 12."""
        first = (self.number - 1) * self.cycle.value + 1
        return range(first, first + self.cycle.value)

    @property
    def first(self) -> int:
        """Its first month."""
        return self.months[0]

    @property
    def last(self) -> int:
        """Its last month; a period knows what was reported until then."""
        return self.months[-1]

    @property
    def end(self) -> date:
        """Its last day."""
        return date(self.year, self.last, monthrange(self.year, self.last)[1])

    @property
    def name(self) -> str:
        """`Maret 2026`, `Triwulan I 2026`, `Semester II 2026`, `Tahun 2026`."""
        if self.cycle is Cycle.MONTH:
            return f"{month_name(self.first)} {self.year}"
        if self.cycle is Cycle.YEAR:
            return f"Tahun {self.year}"
        return f"{_NAMES[self.cycle]} {roman_numeral(self.number)} {self.year}"

    @property
    def long_name(self) -> str:
        """The name as headings have it: `Maret 2026`, `Triwulan I Tahun 2026`, `Tahun 2026`."""
        if self.cycle in _NAMES:
            return f"{_NAMES[self.cycle]} {roman_numeral(self.number)} Tahun {self.year}"
        return self.name

    @property
    def folder(self) -> str:
        """`2026-03`, `2026-tw1`, `2026-s1`, `2026`: safe in file names."""
        return f"{self.year}{_FOLDERS[self.cycle].format(self.number)}"

    @property
    def previous(self) -> Period | None:
        """The period before it in the same year; None for the first."""
        return Period(self.year, self.cycle, self.number - 1) if self.number > 1 else None


def periods_of(year: int) -> Iterator[Period]:
    """Every period that is monitored: the months, the quarters, the semesters, the year."""
    for cycle in _MONITORED:
        for number in range(1, 12 // cycle.value + 1):
            yield Period(year, cycle, number)
