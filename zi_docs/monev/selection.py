"""Which rows of the plan a period's forms hold (NASKAH section 5)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from zi_docs.model import Activity, Plan
from zi_docs.monev.achievement import State, Step, steps
from zi_docs.monev.periods import Period


@dataclass(frozen=True)
class Due:
    """A row of the plan with those of its steps that a form asks about, by month."""

    activity: Activity
    steps: tuple[Step, ...]

    @property
    def months(self) -> tuple[int, ...]:
        """The marked months asked about, ascending."""
        return tuple(step.month for step in self.steps)


@dataclass(frozen=True)
class AreaRows:
    """The rows of an area: those due in the period, and those overdue from before (tunggakan).

    A row marked in the period and overdue from before stands in both. Within each, the rows of
    a component stand together, components in the order in which the plan first names them.
    """

    area: str
    due: tuple[Due, ...] = ()
    overdue: tuple[Due, ...] = ()
    components: tuple[str, ...] = ()

    def number(self, activity: Activity) -> int:
        """The number that the plan gives to the component of a row of this area."""
        return self.components.index(component(activity)) + 1

    @property
    def empty(self) -> bool:
        """Whether the period asks nothing of this area."""
        return not (self.due or self.overdue)


def rows_of(plan: Plan, period: Period) -> tuple[AreaRows, ...]:
    """What the period asks of each of the office's areas, those without rows included.

    The steps hold what was entered until the period's end. Which rows are overdue is judged by
    what was known when it began, so that a form stays the same once it is answered.
    """
    known = steps(plan, range(1, period.last + 1), period.last)
    late = {
        (step.activity.id, step.month)
        for step in steps(plan, range(1, period.first), period.first - 1)
        if step.state is State.OVERDUE
    }
    due = [step for step in known if step.month in period.months]
    overdue = [step for step in known if (step.activity.id, step.month) in late]
    return tuple(_area(plan, area, due, overdue) for area in _areas(plan))


def _areas(plan: Plan) -> Iterable[str]:
    return dict.fromkeys((*plan.areas, *(row.area for row in plan.activities)))


def _area(plan: Plan, area: str, due: Collection[Step], overdue: Collection[Step]) -> AreaRows:
    rows = by_component([row for row in plan.activities if row.area == area])
    components = tuple(dict.fromkeys(component(row) for row in rows))
    return AreaRows(area, _asked(rows, due), _asked(rows, overdue), components)


def _asked(rows: Sequence[Activity], found: Collection[Step]) -> tuple[Due, ...]:
    asked = (Due(row, tuple(s for s in found if s.activity is row)) for row in rows)
    return tuple(row for row in asked if row.steps)


def by_component(rows: Sequence[Activity]) -> list[Activity]:
    """The rows with those of a component together, otherwise in their order."""
    groups: dict[str, list[Activity]] = {}
    for row in rows:
        groups.setdefault(component(row), []).append(row)
    return list(chain.from_iterable(groups.values()))


def component(row: Activity) -> str:
    """What tells components apart: the name without regard to case and outer spaces."""
    return row.komponen.plain.casefold().strip()
