"""Figures, their targets, and what follows from them; nothing here measures."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

COLD_YEAR = "cold year"
FLOOR = "floor F: two LibreOffice processes"
ONE_EACH = "one LibreOffice process a document"
UNOSERVER = "unoserver"


@dataclass(frozen=True)
class Target:
    """What a figure should be at most, or at least."""

    limit: float
    at_least: bool = False

    def __str__(self) -> str:
        return f"{'>=' if self.at_least else '<='} {self.limit:g}"

    def met(self, value: float) -> bool:
        """Whether a figure is on the right side of the limit."""
        return value >= self.limit if self.at_least else value <= self.limit


TARGETS = {
    "cold year / floor F": Target(1.5),
    "one process a document / cold year": Target(13, at_least=True),
    "cold year / unoserver": Target(0.5),
    "one indicator changed": Target(6),
    "one meeting's title changed": Target(2.5),
    "one realisation entered": Target(8),
    "nothing changed": Target(0.3),
    "keputusan": Target(5),
    "rapat R-01": Target(2.5),
    "monev --bulan 3": Target(4),
    "sk sk-tim-kerja": Target(3),
    "periksa": Target(0.7),
    "reading the workbook": Target(0.5),
    "cold year, peak memory": Target(900),
    "keputusan of 680 rows": Target(15),
}


@dataclass(frozen=True)
class Figure:
    """What was measured under a name: every run, in one unit; no runs where it was impossible."""

    name: str
    unit: str
    runs: tuple[float, ...] = ()
    note: str = ""

    @property
    def value(self) -> float | None:
        """The median of the runs."""
        return statistics.median(self.runs) if self.runs else None

    @property
    def target(self) -> Target | None:
        """What the figure should be, where that was agreed."""
        return TARGETS.get(self.name)


def ratios(figures: Sequence[Figure]) -> Iterator[Figure]:
    """The cold year beside LibreOffice alone, for the pairs that this run measured."""
    values = {figure.name: figure.value for figure in figures}
    yield from _ratio("cold year / floor F", values, COLD_YEAR, FLOOR)
    yield from _ratio("one process a document / cold year", values, ONE_EACH, COLD_YEAR)
    yield from _ratio("cold year / unoserver", values, COLD_YEAR, UNOSERVER)


def _ratio(
    name: str, values: Mapping[str, float | None], above: str, below: str
) -> Iterator[Figure]:
    numerator, denominator = values.get(above), values.get(below)
    if numerator is not None and denominator:
        yield Figure(name, "x", (numerator / denominator,))


@dataclass(frozen=True)
class Line:
    """A straight line through points; `fit` is the share of the spread it explains (R²)."""

    slope: float
    start: float
    fit: float

    @classmethod
    def through(cls, points: Sequence[tuple[float, float]]) -> Line:
        """The line of least squares; at least two points with different x."""
        x, y = zip(*points, strict=True)
        slope, start = statistics.linear_regression(x, y)
        flat = len(set(y)) == 1
        return cls(slope, start, 1.0 if flat else statistics.correlation(x, y) ** 2)

    def at(self, x: float) -> float:
        """The y of the line."""
        return self.start + self.slope * x
