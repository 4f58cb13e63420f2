"""The level of a risk: its likelihood times its impact, named by a scale of bands.

Products of 1 to 5 and 1 to 5, and the bands that ship, are practice; no regulation at hand says
them. So the bands are words of the sheet Teks Naskah, a line each: `Sedang | 12`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zi_docs.text import whole_number

LEVELS = "Tingkat risiko"
"""What the sheet Teks Naskah calls the scale."""
VALUES = range(1, 6)
HIGHEST_SCORE = VALUES[-1] ** 2


@dataclass(frozen=True)
class RiskBand:
    """A level: its name and the scores of it, both ends included."""

    name: str
    lowest: int
    highest: int

    @property
    def span(self) -> str:
        """`12–15`; `25` for a single score."""
        if self.lowest == self.highest:
            return str(self.lowest)
        return f"{self.lowest}–{self.highest}"


@dataclass(frozen=True)
class RiskScale:
    """The bands of all scores from 1 to 25, from the lowest up."""

    bands: tuple[RiskBand, ...]

    def band(self, score: int) -> RiskBand:
        """The band of a score. Raises ValueError for a score that no risk has."""
        for band in self.bands:
            if band.lowest <= score <= band.highest:
                return band
        raise ValueError(f"no score of a risk: {score}")

    def height(self, score: int) -> float:
        """How high the band of a score stands, from 0 (lowest) to 1."""
        return self.bands.index(self.band(score)) / (len(self.bands) - 1)


def risk_score(likelihood: int | None, impact: int | None) -> int | None:
    """The score of a risk; None while it is not valued, or by a value beyond 1 to 5."""
    if likelihood is None or impact is None or not {likelihood, impact} <= {*VALUES}:
        return None
    return likelihood * impact


def risk_scale(lines: Iterable[str]) -> RiskScale | None:
    """The scale of lines `name | lowest score`, in ascending order; None where they make none.

    The first band begins at 1, the last one ends at 25, and there are at least two.
    """
    bounds = [bound for line in lines if (bound := _bound(line))]
    starts = [lowest for _, lowest in bounds]
    rising = all(low < high for low, high in pairwise(starts))
    if len(bounds) < 2 or not rising or starts[0] != 1 or starts[-1] > HIGHEST_SCORE:
        return None
    return RiskScale(tuple(_bands(bounds)))


def _bands(bounds: Sequence[tuple[str, int]]) -> Iterable[RiskBand]:
    for (name, lowest), (_, above) in pairwise((*bounds, ("", HIGHEST_SCORE + 1))):
        yield RiskBand(name, lowest, above - 1)


def _bound(line: str) -> tuple[str, int] | None:
    """Name and lowest score of a line; what cannot be read makes the scale one that none is."""
    name, _, lowest = (part.strip() for part in line.partition("|"))
    score = whole_number(lowest) if name else None
    return (name, score or 0) if line.strip() else None
