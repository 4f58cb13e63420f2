"""The achievement of two years side by side, rows matched by their IDs.

A row is counted in the component in which the plan of the later year has it; one that this plan
has no more, in its old one. So the sums of either year are those of its own recap.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.model import Activity, Area, Component, Plan, areas_of
from zi_docs.monev.achievement import Figures, Step, by_row, figures, steps
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.wording.numbers import rounded, shown_percent

_StepsOfRows = Mapping[str, Sequence[Step]]


@dataclass(frozen=True)
class TwoYears:
    """The figures of the same rows in two years."""

    before: Figures
    now: Figures

    @property
    def difference(self) -> float | None:
        """By how many percentage points the later year is higher; None where one has no steps.

        It is that of the percentages as they are written, so that a reader can check it.
        """
        if self.before.percent is None or self.now.percent is None:
            return None
        return rounded(shown_percent(self.now.percent) - shown_percent(self.before.percent))


@dataclass(frozen=True)
class ComparedComponent:
    """A component with its figures of two years."""

    component: Component
    figures: TwoYears


@dataclass(frozen=True)
class ComparedArea:
    """An area with its figures of two years, and those of its components."""

    area: Area
    components: tuple[ComparedComponent, ...]
    figures: TwoYears


@dataclass(frozen=True)
class Comparison:
    """Two years: by area, in sum, and the rows that only one of them has."""

    areas: tuple[ComparedArea, ...]
    figures: TwoYears
    added: tuple[Activity, ...]
    ended: tuple[Activity, ...]


def compare_years(former: Plan, plan: Plan, months: Collection[int]) -> Comparison:
    """Compare the achievement of two plans in the same months (1 to 12) of their years."""
    former, plan = (plan_through(each, max(months)) for each in (former, plan))
    before, now = (_steps_of_rows(each, months) for each in (former, plan))
    ended = _without(former.activities, plan.activities)
    # The rows of both years, each once; those that ended come after all others.
    both = replace(plan, activities=(*plan.activities, *ended))
    areas = tuple(_compared(area, before, now) for area in areas_of(both))
    added = _without(plan.activities, former.activities)
    return Comparison(areas, _figures(both.activities, before, now), added, ended)


def _compared(area: Area, before: _StepsOfRows, now: _StepsOfRows) -> ComparedArea:
    components = tuple(
        ComparedComponent(component, _figures(component.rows, before, now))
        for component in area.components
    )
    return ComparedArea(area, components, _figures(area.rows, before, now))


def _figures(rows: Iterable[Activity], before: _StepsOfRows, now: _StepsOfRows) -> TwoYears:
    keys = [_key(row) for row in rows]
    old, new = ([s for key in keys for s in year.get(key, ())] for year in (before, now))
    return TwoYears(figures(old), figures(new))


def _steps_of_rows(plan: Plan, months: Collection[int]) -> _StepsOfRows:
    planned = by_row(steps(plan, months, max(months)))
    return {key.strip().casefold(): of_row for key, of_row in planned.items()}


def _without(rows: Iterable[Activity], others: Iterable[Activity]) -> tuple[Activity, ...]:
    known = {_key(row) for row in others}
    return tuple(row for row in rows if _key(row) not in known)


def _key(row: Activity) -> str:
    return row.id.strip().casefold()
