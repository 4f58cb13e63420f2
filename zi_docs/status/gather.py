"""The state of the year on a day. Pure: the same plan and day give the same state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from zi_docs.findings import Place
from zi_docs.model import Activity, Plan, RecordedFollowUp, areas_of, components_by_row
from zi_docs.monev.achievement import Figures, Step, StepState, by_row, figures, steps
from zi_docs.monev.followup import FollowUp, others_on, recommendations
from zi_docs.product import Product
from zi_docs.schedule.due_days import DueDay, due_between


@dataclass(frozen=True)
class Work:
    """A row of the plan with those of its months that something is to be done about.

    `component` is the code by which papers name it, empty for a row that the plan no longer has.
    `percents` are the achievements of `months`, in the same order.
    """

    activity: Activity
    component: str
    months: tuple[int, ...]
    percents: tuple[float, ...]


@dataclass(frozen=True)
class Waiting:
    """A decree, meeting or period and what its papers lack; `place` is the cell to fill first."""

    name: str
    missing: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Status:
    """The state on `day`: `month` is its month, None outside the plan's year.

    `so_far` counts every step up to and including that month. `duties` are those of the month
    and of the days that follow, `follow_ups` what is still to be followed up. `notes` are those of
    evaluators which stand in an answer sheet of the LKE, and not yet in the sheet Tindak Lanjut.
    """

    day: date
    month: int | None
    so_far: Figures
    due: tuple[Work, ...]
    overdue: tuple[Work, ...]
    unevidenced: tuple[Work, ...]
    waiting: tuple[Waiting, ...]
    duties: tuple[DueDay, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    notes: tuple[RecordedFollowUp, ...] = ()


@dataclass(frozen=True)
class MonthsAt:
    """Where a day stands in a plan's year: its month (None outside the year), the last month that
    has begun, and the last that is over; 0 is before January."""

    current: int | None
    through: int
    closed: int


def months_at(plan: Plan, day: date) -> MonthsAt:
    """Where a day stands in the year of a plan."""
    if day.year == plan.office.tahun:
        return MonthsAt(day.month, day.month, day.month - 1)
    past = 0 if day.year < plan.office.tahun else 12
    return MonthsAt(None, past, past)


# Duties are shown from the first of the month, as nobody records them, to this many days ahead.
_AHEAD = timedelta(days=31)


def status(
    plan: Plan, products: Iterable[Product], day: date, notes: Iterable[RecordedFollowUp] = ()
) -> Status:
    """The state of a plan and its products on a day.

    Entries reported in later months than the day's are not known yet.
    """
    at = months_at(plan, day)
    planned = steps(plan, range(1, at.through + 1), at.through, at.closed)
    codes = {row: component.code for row, component in components_by_row(areas_of(plan)).items()}
    works = partial(_works, codes)
    return Status(
        day,
        at.current,
        figures(planned),
        due=works(step for step in planned if step.state is StepState.OPEN),
        overdue=works(step for step in planned if step.state is StepState.OVERDUE),
        unevidenced=works(step for step in planned if step.percent and not step.evidenced),
        waiting=tuple(_waiting(products, day)),
        duties=due_between(plan.office, day.replace(day=1), day + _AHEAD),
        follow_ups=tuple(_follow_ups(plan, at.through, day)),
        notes=tuple(notes),
    )


def _follow_ups(plan: Plan, through: int, day: date) -> Iterator[FollowUp]:
    """What is still to be followed up: recommendations of monev first, then of other sources."""
    if through:
        advice = recommendations(plan, range(1, through + 1), through, day)
        yield from (each for each in advice if each.open)
    yield from (each for each in others_on(plan, day) if each.open)


def _works(codes: Mapping[str, str], planned: Iterable[Step]) -> tuple[Work, ...]:
    return tuple(
        Work(
            row_steps[-1].activity,
            codes.get(key, ""),
            tuple(step.month for step in row_steps),
            tuple(step.percent for step in row_steps),
        )
        for key, row_steps in by_row(planned).items()
    )


def _waiting(products: Iterable[Product], day: date) -> Iterator[Waiting]:
    """What papers lack on a day, by what they are about; two papers may lack the same."""
    lacks: dict[str, dict[str, Place]] = {}
    for product in products:
        for lack in product.lacks:
            if lack.counts_on(day):
                lacks.setdefault(product.about.name, {}).setdefault(lack.what, lack.place)
    for name, missing in lacks.items():
        yield Waiting(name, tuple(missing), next(iter(missing.values())))
