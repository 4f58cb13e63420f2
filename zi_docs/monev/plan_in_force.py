"""The plan in force: on a day, in a month, in a period. The one place that decides it.

- On a day it is the newest kept state decreed on or before it; before the first its own first
  state; where no state is kept, and for a decree without a date, the workbook. A draft, which has
  no date, is never in force: as long as a former state is kept, that one is, and not the workbook.
  A state that was lost is passed over; REV-BERKAS asks for it.
- A month is judged by the state in force on its last day.
- A longer period adds up its months. Nothing decreed after its last day counts: a paper of it,
  made again later, is the same.

What a decree decrees comes from its state: rows and areas of the plan, seats of a team. All else,
such as the names of officials, is the workbook's.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from zi_docs.model import Activity, DecreeKind, KeptState, Plan, TeamSeat, same_id

# What a decree does not print, and an office may add after it was signed.
_GIVEN_LATER = ("pic", "lke")


@dataclass(frozen=True)
class RowFate:
    """A row that a state brought into the plan (`added`) or took out of it."""

    activity: Activity
    state: KeptState
    added: bool


def plan_on(plan: Plan, day: date) -> Plan:
    """The plan in force on a day."""
    state = _in_force(_of_kind(plan, DecreeKind.PLAN), day)
    if state is not None:
        rows = tuple(_with_later(plan, state.plan.activities))
        plan = replace(plan, activities=rows, areas=state.plan.areas or plan.areas)
    return replace(plan, seats=_seats(plan, day)) if _of_kind(plan, DecreeKind.TEAM) else plan


def plan_in(plan: Plan, month: int, through: int = 12) -> Plan:
    """The plan in force in a month (1 to 12), as far as it was known at the end of `through`."""
    return plan_on(plan, _last_day(plan, min(month, through))) if plan.kept else plan


def plan_through(plan: Plan, through: int) -> Plan:
    """The plan at the end of month `through`, with the rows of the year that went before it.

    Each row stands once, as it was in force last; those that went come after all others.
    """
    if not plan.kept:
        return plan
    rows: dict[str, Activity] = {}
    for decreed in reversed(_rows_of_months(plan, range(1, through + 1), through).values()):
        for row in decreed:
            rows.setdefault(_key(row), row)
    return replace(plan_in(plan, through), activities=tuple(rows.values()))


def rows_by_month(
    plan: Plan, months: Iterable[int], through: int
) -> Iterator[tuple[Activity, int]]:
    """Each row with each of `months` that is marked for it in the plan in force in that month.

    Rows come in the order of `plan_through`, the months of each ascending.
    """
    wanted = sorted(set(months))
    if not wanted:
        return
    if not plan.kept:
        yield from ((row, m) for row in plan.activities for m in wanted if m in row.bulan)
        return
    by_month = {
        month: {_key(row): row for row in decreed}
        for month, decreed in _rows_of_months(plan, wanted, through).items()
    }
    for row in plan_through(plan, through).activities:
        for month in wanted:
            planned = by_month[month].get(_key(row))
            if planned is not None and month in planned.bulan:
                yield planned if planned.id == row.id else replace(planned, id=row.id), month


def fates_of_rows(plan: Plan, first: date, last: date) -> list[RowFate]:
    """The rows that states decreed from `first` to `last` added or took out, state by state."""
    fates: list[RowFate] = []
    states = _of_kind(plan, DecreeKind.PLAN)
    for before, after in pairwise(states):
        if first <= after.day <= last:
            old, new = before.plan.activities, after.plan.activities
            fates += [RowFate(row, after, added=True) for row in _without(new, old)]
            fates += [RowFate(row, after, added=False) for row in _without(old, new)]
    return fates


def still_asked(then: Activity, now: Activity | None, month: int) -> bool:
    """Whether what a row left undone in a former month is still to be done.

    `then` is the row as it was in force in that month, `now` as it is, None where it went. A month
    that an amendment took back, or put off to a later one, is asked there or no more; one that it
    moved to an earlier month, which is over as well, is.
    """
    if now is None:
        return False
    added = now.bulan - then.bulan
    return month in now.bulan or (bool(added) and max(added) < month)


def known_rows(plan: Plan, first: int, last: int) -> list[Activity]:
    """The rows of every state in force on some day of the months `first` to `last`."""
    states = _of_kind(plan, DecreeKind.PLAN)
    if not states:
        return list(plan.activities)
    begin, end = _last_day(plan, first).replace(day=1), _last_day(plan, last)
    start = _in_force(states, begin)
    within = [state for state in states if state is start or begin < state.day <= end]
    return [row for state in reversed(within) for row in state.plan.activities]


def rows_ever(plan: Plan) -> list[Activity]:
    """The rows of the workbook, then those of all kept states, the newest first."""
    states = reversed(_of_kind(plan, DecreeKind.PLAN))
    return [*plan.activities, *(row for state in states for row in state.plan.activities)]


def rows_named(plan: Plan, day: date, keys: Collection[str]) -> list[Activity]:
    """The rows of some IDs as they were in force on a day; one that was not, from elsewhere."""
    wanted = {key.strip().casefold() for key in keys}
    rows: dict[str, Activity] = {}
    for row in (*plan_on(plan, day).activities, *rows_ever(plan)):
        if _key(row) in wanted:
            rows.setdefault(_key(row), row)
    return list(rows.values())


def _of_kind(plan: Plan, kind: DecreeKind) -> list[KeptState]:
    return sorted((s for s in plan.kept if s.decree.jenis is kind), key=lambda state: state.day)


def _in_force(states: list[KeptState], day: date) -> KeptState | None:
    decreed = [state for state in states if state.day <= day] or states[:1]
    return decreed[-1] if decreed else None


def _rows_of_months(
    plan: Plan, months: Iterable[int], through: int
) -> dict[int, tuple[Activity, ...]]:
    """The rows in force in each month, as far as they were known at the end of `through`."""
    states = _of_kind(plan, DecreeKind.PLAN)
    decreed: dict[str, tuple[Activity, ...]] = {}
    rows: dict[int, tuple[Activity, ...]] = {}
    for month in months:
        state = _in_force(states, _last_day(plan, min(month, through)))
        if state is not None and state.id not in decreed:
            decreed[state.id] = tuple(_with_later(plan, state.plan.activities))
        rows[month] = decreed[state.id] if state is not None else plan.activities
    return rows


def _seats(plan: Plan, day: date) -> tuple[TeamSeat, ...]:
    seats = list(plan.seats)
    for key in {state.decree.id for state in _of_kind(plan, DecreeKind.TEAM)}:
        own = [s for s in _of_kind(plan, DecreeKind.TEAM) if same_id(s.decree.id, key)]
        state = _in_force(own, day)
        if state is not None:
            seats = [seat for seat in seats if not same_id(seat.keputusan, key)]
            seats += [seat for seat in state.plan.seats if same_id(seat.keputusan, key)]
    return tuple(seats)


def _with_later(plan: Plan, rows: Iterable[Activity]) -> Iterator[Activity]:
    """Rows with what the workbook now says where they say nothing yet."""
    now = {_key(row): row for row in plan.activities}
    for row in rows:
        given = now.get(_key(row), row)
        later = {name: getattr(given, name) for name in _GIVEN_LATER if not getattr(row, name)}
        yield replace(row, **later) if any(later.values()) else row


def _without(rows: Iterable[Activity], others: Iterable[Activity]) -> list[Activity]:
    known = {_key(row) for row in others}
    return [row for row in rows if _key(row) not in known]


def _last_day(plan: Plan, month: int) -> date:
    year = plan.office.tahun
    return date(year, month, monthrange(year, month)[1])


def _key(row: Activity) -> str:
    return row.id.strip().casefold()
