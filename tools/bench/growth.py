"""How time and memory of the plan's decree grow with the rows of the plan."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import partial

from matplotlib.axes import Axes
from matplotlib.figure import Figure as Picture

from tools.bench.commands import SOURCE
from tools.bench.figures import Figure, Line
from tools.bench.laboratory import Laboratory, peak, timed
from tools.bench.workbooks import with_repeated_rows
from zi_docs.workbook.reading.load import read_plan

CHART = "bench-growth.png"
_TIMES = (1, 5, 10)
# 70 times 68 rows is about as much as is read of a sheet (`Settings.max_rows`, 5,000).
_MANY_TIMES = 70

Points = Sequence[tuple[float, float]]


def growth(lab: Laboratory) -> Iterator[Figure]:
    """`keputusan` of plans of 68, 340, 680 rows, for a large run once of 4,760."""
    seconds: list[tuple[float, float]] = []
    megabytes: list[tuple[float, float]] = []
    for times in (*_TIMES, _MANY_TIMES) if lab.large else _TIMES:
        source = with_repeated_rows(SOURCE, lab.folder() / SOURCE.name, "rencana_aksi", times)
        plan, _ = read_plan(source)
        rows = len(plan.activities) if plan else 0
        name = f"keputusan of {rows} rows"
        decree = partial(lab.cold, ["keputusan"], source, sampled=True)
        outcomes = lab.repeated(name, decree, 1 if times == _MANY_TIMES else lab.repeats)
        for figure, points in (
            (timed(name, outcomes), seconds),
            (peak(f"{name}, peak memory", outcomes), megabytes),
        ):
            yield figure
            if figure.value is not None and not any(outcome.code for outcome in outcomes):
                points.append((rows, figure.value))
    yield from _slope("keputusan, each 100 rows more", "s", seconds)
    yield from _slope("keputusan, each 100 rows more, memory", "MB", megabytes)
    lab.charts[CHART] = chart(seconds, megabytes)


def _slope(name: str, unit: str, points: Points) -> Iterator[Figure]:
    if len(points) > 1:
        line = Line.through(points)
        note = f"a line from {line.start:.3g} {unit}, R² {line.fit:.3f}"
        yield Figure(name, unit, (100 * line.slope,), note)


def chart(seconds: Points, megabytes: Points) -> bytes:
    """A PNG: time and memory against the rows of the plan, each with its line."""
    picture = Picture(figsize=(9, 4), layout="constrained")
    left, right = picture.subplots(1, 2)
    _draw(left, "seconds", seconds)
    _draw(right, "peak memory, MB", megabytes)
    content = io.BytesIO()
    picture.savefig(content, format="png", dpi=120)
    return content.getvalue()


def _draw(axes: Axes, label: str, points: Points) -> None:
    axes.set_xlabel("rows of the plan")
    axes.set_ylabel(label)
    axes.plot([x for x, _ in points], [y for _, y in points], "o")
    if len(points) > 1:
        line, ends = Line.through(points), (0, max(x for x, _ in points))
        axes.plot(ends, [line.at(x) for x in ends], "-")
    axes.set_ylim(bottom=0)
