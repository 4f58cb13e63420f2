"""The year at a glance: for each area and month how many steps are planned, and how they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model import Area, Plan, areas_of, place_of
from zi_docs.monev.achievement import Figures, Step, areas_counted, figures, steps
from zi_docs.status.gather import months_at


class Mood(Enum):
    """How the steps of a cell stand together; the values are the words that users read."""

    EMPTY = "kosong"
    DONE = "selesai"
    OVERDUE = "tertunggak"
    RUNNING = "berjalan"
    PLANNED = "direncanakan"


@dataclass(frozen=True)
class GridCell:
    """The steps of an area in a month (1 to 12); `rows` are the IDs of their rows."""

    month: int
    figures: Figures
    mood: Mood
    rows: tuple[str, ...]


@dataclass(frozen=True)
class GridRow:
    """An area with its twelve months, and the figures of all that is planned in it."""

    area: Area
    cells: tuple[GridCell, ...]
    figures: Figures


def month_grid(plan: Plan, day: date) -> tuple[GridRow, ...]:
    """The areas of a plan by months, as they stand on a day: what was reported until then."""
    at = months_at(plan, day)
    planned = steps(plan, range(1, 13), at.through, at.closed)
    by_area: dict[str, list[Step]] = defaultdict(list)
    for step in planned:
        by_area[place_of(step.activity)[0]].append(step)
    return tuple(_row(area, by_area[_key(area)], at.current) for area in _areas(plan, planned))


def _key(area: Area) -> str:
    """What the rows of an area have in common; empty for an area without rows."""
    return next((place_of(component.rows[0])[0] for component in area.components), "")


def _areas(plan: Plan, planned: Sequence[Step]) -> tuple[Area, ...]:
    return areas_counted(plan, planned) if planned else areas_of(plan)


def _row(area: Area, planned: Sequence[Step], current: int | None) -> GridRow:
    cells = (
        _cell(month, [step for step in planned if step.month == month], month == current)
        for month in range(1, 13)
    )
    return GridRow(area, tuple(cells), figures(planned))


def _cell(month: int, planned: Sequence[Step], running: bool) -> GridCell:
    rows = tuple(dict.fromkeys(step.activity.id for step in planned))
    counted = figures(planned)
    return GridCell(month, counted, _mood(counted, running), rows)


def _mood(counted: Figures, running: bool) -> Mood:
    if not counted.planned:
        return Mood.EMPTY
    if counted.done == counted.planned:
        return Mood.DONE
    if counted.overdue:
        return Mood.OVERDUE
    return Mood.RUNNING if running else Mood.PLANNED
