"""Diagrams by their figures: cheap to compose and to compare, drawn only for what is printed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from functools import lru_cache

from zi_docs.text import Drawing, Picture


@dataclass(frozen=True)
class ProgressBar:
    """A bar of progress: its label, its percent (None: nothing planned), a note at its end."""

    label: str
    percent: float | None
    note: str


@dataclass(frozen=True)
class StackedBar:
    """A stacked bar: its label and the count of each part, in the order of the legend."""

    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True)
class ScoreBar:
    """A bar of points: its label, what is proved and what is possible in percent, a note."""

    label: str
    low: float
    high: float
    note: str


@dataclass(frozen=True)
class MatrixCell:
    """A cell of a matrix: how dark its ground is (0 to 1), its figure, what is written below it."""

    share: float
    figure: str
    words: str = ""


@dataclass(frozen=True)
class RatingBar:
    """A bar of a mean on a scale: its label, its value, the figure at its end; marked or not."""

    label: str
    value: float
    note: str
    marked: bool = False


class Shape(Enum):
    """What a diagram looks like; the value is the function of `charts.diagrams` that draws it."""

    PROGRESS = "progress_chart"
    STACKED = "stacked_chart"
    HEAT_MAP = "heat_map_chart"
    MATRIX = "matrix_chart"
    CURVE = "cumulative_chart"
    SCORE = "score_chart"
    RATING = "rating_chart"


@dataclass(frozen=True)
class Diagram(Drawing):
    """A diagram not yet drawn: its shape, and the arguments of the function that draws it."""

    shape: Shape
    figures: tuple[object, ...]
    width_mm: float
    description: str

    def draw(self) -> Picture:
        """The picture; matplotlib is loaded here, since most verbs draw nothing."""
        return _drawn(self)


# A paper is rendered several times until its pages are settled, after all others have been
# rendered once; its diagrams are drawn once. A year has about fifty.
@lru_cache(maxsize=128)
def _drawn(diagram: Diagram) -> Picture:
    from zi_docs.charts import diagrams

    draw = getattr(diagrams, diagram.shape.value)
    picture: Picture = draw(*diagram.figures, diagram.width_mm, diagram.description)
    return picture
