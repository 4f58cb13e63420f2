"""The pictures of a recap: which figures each shows, and in words for those who cannot see it."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

from zi_docs.charts.diagrams import (
    ProgressBar,
    StackedBar,
    cumulative_chart,
    heat_map_chart,
    progress_chart,
    stacked_chart,
)
from zi_docs.model import Plan
from zi_docs.monev.achievement import Group, State, areas_of, by_area, figures, steps
from zi_docs.monev.periods import Period
from zi_docs.text import Picture
from zi_docs.wording.dates import month_name
from zi_docs.wording.numbers import percent_text

_LABEL = 30
_STATES = (State.ON_TIME, State.LATE, State.OVERDUE)


@dataclass(frozen=True)
class Chart:
    """A picture with the caption that stands below it."""

    picture: Picture
    caption: str


def charts(plan: Plan, period: Period, width_mm: float) -> list[Chart]:
    """The pictures of a period, `width_mm` wide, in the order in which they are shown.

    A period without steps has no progress to show, only what the year has come to.
    """
    groups = by_area(areas_of(plan), steps(plan, period.months, period.last))
    of_period = [_progress, _standing] if any(group.steps for group in groups) else []
    found = [draw(groups, period, width_mm) for draw in of_period]
    return [*found, _heat_map(plan, period, width_mm), _curve(plan, period, width_mm)]


def _progress(groups: Sequence[Group], period: Period, width_mm: float) -> Chart:
    bars = [
        ProgressBar(_label(group.name), group.figures.percent, _note(group.figures.percent, group))
        for group in groups
    ]
    told = "; ".join(f"{g.name} {_note(g.figures.percent, g)}" for g in groups)
    words = f"Diagram batang capaian per area pada {period.name} terhadap target 100%: {told}."
    return Chart(progress_chart(bars, width_mm, words), f"Capaian per area, {period.name}")


def _note(percent: float | None, group: Group) -> str:
    if percent is None:
        return "tidak ada rencana"
    return f"{percent_text(percent)}% ({group.figures.done} dari {group.figures.planned} selesai)"


def _standing(groups: Sequence[Group], period: Period, width_mm: float) -> Chart:
    stacks = [
        StackedBar(_label(g.name), (g.figures.on_time, g.figures.late, g.figures.overdue))
        for g in groups
    ]
    legend = [state.value.capitalize() for state in _STATES]
    told = "; ".join(
        f"{g.name} {g.figures.on_time} tepat waktu, {g.figures.late} terlambat, "
        f"{g.figures.overdue} tunggakan"
        for g in groups
    )
    words = f"Diagram batang bertumpuk keadaan langkah per area pada {period.name}: {told}."
    return Chart(stacked_chart(stacks, legend, width_mm, words), f"Keadaan langkah, {period.name}")


def _heat_map(plan: Plan, period: Period, width_mm: float) -> Chart:
    areas = areas_of(plan)
    found = {
        month: [g.figures.percent for g in by_area(areas, steps(plan, (month,), period.last))]
        for month in range(1, period.last + 1)
    }
    cells = [[found[month][index] for month in found] for index in range(len(areas))]
    words = "Peta panas capaian menurut area dan bulan: " + "; ".join(
        f"{area} {_months_told(line)}" for area, line in zip(areas, cells, strict=True)
    )
    picture = heat_map_chart(
        [_label(area) for area in areas], _short_months(), cells, width_mm, f"{words}."
    )
    return Chart(
        picture,
        f"Capaian (%) langkah menurut bulan rencana, keadaan akhir {month_name(period.last)} "
        f"{period.year} (– = tidak ada rencana)",
    )


def _months_told(line: Sequence[float | None]) -> str:
    told = [
        f"{month_name(month)} {percent_text(value)}%"
        for month, value in enumerate(line, start=1)
        if value is not None
    ]
    return ", ".join(told) or "tidak ada rencana"


def _curve(plan: Plan, period: Period, width_mm: float) -> Chart:
    planned, realised = cumulative(plan, period.last)
    words = (
        f"Grafik garis rencana dan realisasi kumulatif tahun {period.year}: sampai dengan "
        f"{month_name(period.last)} direncanakan {percent_text(planned[period.last - 1])}% dan "
        f"terealisasi {percent_text(realised[-1])}% dari seluruh langkah setahun."
    )
    return Chart(
        cumulative_chart(planned, realised, _short_months(), width_mm, words),
        f"Rencana dan realisasi kumulatif tahun {period.year}, dalam persen dari seluruh langkah",
    )


def cumulative(plan: Plan, through: int) -> tuple[list[float], list[float]]:
    """Plan (12 months) and realisation (to month `through`) in percent of the year's steps.

    The realisation of a month is what its end knew: reports of later months do not count.
    """
    year = range(1, 13)
    total = len(steps(plan, year, 12)) or 1
    planned = [100 * len(steps(plan, range(1, m + 1), m)) / total for m in year]
    realised = []
    for month in range(1, through + 1):
        known = figures(steps(plan, range(1, month + 1), month))
        realised.append((known.percent or 0.0) * known.planned / total)
    return planned, realised


def _short_months() -> list[str]:
    return [month_name(month)[:3] for month in range(1, 13)]


def _label(area: str) -> str:
    """An area's name over several short lines, its numeral first."""
    return "\n".join(textwrap.wrap(area, _LABEL))
