"""The pictures of a recap: which figures each shows, and in words for those who cannot see it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from zi_docs.charts.drawings import Diagram, ProgressBar, Shape, StackedBar
from zi_docs.model import Area, Plan
from zi_docs.monev.achievement import (
    AreaAchievement,
    Figures,
    StepState,
    achievements,
    areas_counted,
    figures,
    steps,
)
from zi_docs.monev.periods import Period
from zi_docs.text import Drawing
from zi_docs.wording.dates import month_name
from zi_docs.wording.numbers import percent_text

_LABEL = 30
_STATES = (StepState.ON_TIME, StepState.LATE)


@dataclass(frozen=True)
class Chart:
    """A picture with the caption that stands below it."""

    picture: Drawing
    caption: str


def charts(plan: Plan, period: Period, width_mm: float) -> list[Chart]:
    """The pictures of a period, `width_mm` wide, in the order in which they are shown.

    A period without steps has no progress to show, only what the year has come to.
    """
    planned = steps(plan, period.months, period.last)
    areas = achievements(areas_counted(plan, planned), planned)
    of_period = [_progress, _standing] if any(area.figures.planned for area in areas) else []
    of_areas = [draw(areas, period, width_mm) for draw in of_period]
    return [*of_areas, _heat_map(plan, period, width_mm), _curve(plan, period, width_mm)]


def _progress(areas: Sequence[AreaAchievement], period: Period, width_mm: float) -> Chart:
    bars = tuple(
        ProgressBar(_label(area.area), area.figures.percent, _note(area.figures)) for area in areas
    )
    each = "; ".join(f"{area.area.title} {_note(area.figures)}" for area in areas)
    words = f"Diagram batang capaian per area pada {period.name} terhadap target 100%: {each}."
    return Chart(
        Diagram(Shape.PROGRESS, (bars,), width_mm, words), f"Capaian per area, {period.name}"
    )


def _note(counts: Figures) -> str:
    if counts.percent is None:
        return "tidak ada rencana"
    return f"{percent_text(counts.percent)}% ({counts.done} dari {counts.planned} selesai)"


def _standing(areas: Sequence[AreaAchievement], period: Period, width_mm: float) -> Chart:
    counts = [(area.area, area.figures) for area in areas]
    stacks = tuple(
        StackedBar(_label(area), (count.on_time, count.late, count.overdue))
        for area, count in counts
    )
    legend = (*(state.value.capitalize() for state in _STATES), "Tunggakan periode ini")
    each = "; ".join(
        f"{area.title} {count.on_time} tepat waktu, {count.late} terlambat, "
        f"{count.overdue} tunggakan periode ini"
        for area, count in counts
    )
    words = f"Diagram batang bertumpuk keadaan langkah per area pada {period.name}: {each}."
    return Chart(
        Diagram(Shape.STACKED, (stacks, legend), width_mm, words),
        f"Keadaan langkah, {period.name}",
    )


def _heat_map(plan: Plan, period: Period, width_mm: float) -> Chart:
    months = range(1, period.last + 1)
    so_far = steps(plan, months, period.last)
    areas = areas_counted(plan, so_far)
    by_month = [
        [area.figures.percent for area in achievements(areas, planned)]
        for planned in ([step for step in so_far if step.month == month] for month in months)
    ]
    cells = [[month[index] for month in by_month] for index in range(len(areas))]
    words = "Peta panas capaian menurut area dan bulan: " + "; ".join(
        f"{area.title} {_months_in_words(line)}" for area, line in zip(areas, cells, strict=True)
    )
    figures_by_area = tuple(tuple(line) for line in cells)
    labels = tuple(_label(area) for area in areas)
    shown = (labels, _short_months(), figures_by_area)
    picture = Diagram(Shape.HEAT_MAP, shown, width_mm, f"{words}.")
    return Chart(
        picture,
        f"Capaian (%) langkah menurut bulan rencana, keadaan akhir {month_name(period.last)} "
        f"{period.year} (– = tidak ada rencana)",
    )


def _months_in_words(line: Sequence[float | None]) -> str:
    percents = [
        f"{month_name(month)} {percent_text(value)}%"
        for month, value in enumerate(line, start=1)
        if value is not None
    ]
    return ", ".join(percents) or "tidak ada rencana"


def _curve(plan: Plan, period: Period, width_mm: float) -> Chart:
    planned, realised = cumulative(plan, period.last)
    words = (
        f"Grafik garis rencana dan realisasi kumulatif tahun {period.year}: sampai dengan "
        f"{month_name(period.last)} direncanakan {percent_text(planned[period.last - 1])}% dan "
        f"terealisasi {percent_text(realised[-1])}% dari seluruh langkah setahun."
    )
    shown = (tuple(planned), tuple(realised), _short_months())
    return Chart(
        Diagram(Shape.CURVE, shown, width_mm, words),
        f"Rencana dan realisasi kumulatif tahun {period.year}, dalam persen dari seluruh langkah",
    )


def cumulative(plan: Plan, through: int) -> tuple[list[float], list[float]]:
    """Plan (12 months) and realisation (to month `through`) in percent of the year's steps.

    The realisation of a month is what its end knew: reports of later months do not count. Months
    after `through` are planned as the plan in force then had it.
    """
    year = range(1, 13)
    by_month = Counter(step.month for step in steps(plan, year, through))
    total = by_month.total() or 1
    planned = [100 * sum(by_month[m] for m in range(1, month + 1)) / total for month in year]
    realised = []
    for month in range(1, through + 1):
        so_far = figures(steps(plan, range(1, month + 1), month))
        realised.append((so_far.percent or 0.0) * so_far.planned / total)
    return planned, realised


def _short_months() -> tuple[str, ...]:
    return tuple(month_name(month)[:3] for month in range(1, 13))


def _label(area: Area) -> str:
    """An area's title over several short lines."""
    return "\n".join(textwrap.wrap(area.title, _LABEL))
