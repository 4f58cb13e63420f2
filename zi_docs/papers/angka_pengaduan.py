"""Complaints of a period counted: by channel, by state, and whether they were answered in time.

An answer counts when it was given by the period's last day; so a recap that is made again later
counts the same. In time is an answer on the last day for it or before; one without such a day is
always in time.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from zi_docs.model import Plan
from zi_docs.monev.periods import Cycle, Period
from zi_docs.workbook.sheets.complaint_sheets import Complaint, ComplaintKind, ComplaintState

_QUARTER = Cycle.QUARTER.value


@dataclass(frozen=True)
class Counts:
    """How complaints stand on a day; the five kinds of answer add up to `received`."""

    received: int
    in_time: int
    late: int
    forwarded: int
    waiting: int
    overdue: int


def complaints(plan: Plan, kind: ComplaintKind) -> list[Complaint]:
    """The complaints of a kind by the day on which they came in."""
    rows = [row for row in plan.rows(Complaint) if row.jenis is kind]
    real = [row for row in rows if row.keadaan is not ComplaintState.NOTHING]
    return sorted(real, key=lambda row: (row.masuk, row.id))


def came_in(plan: Plan, kind: ComplaintKind, period: Period) -> list[Complaint]:
    """Those that came in during a period."""
    return [row for row in complaints(plan, kind) if _within(row.masuk, period)]


def carried(plan: Plan, kind: ComplaintKind, period: Period) -> list[Complaint]:
    """Those that had come in before a period and were not answered when it began."""
    begin = period.end.replace(month=period.first, day=1)
    return [
        row
        for row in complaints(plan, kind)
        if row.masuk < begin
        and (row.dijawab is None or row.dijawab >= begin)
        and (row.dijawab is not None or row.keadaan is not ComplaintState.FORWARDED)
    ]


def is_stated(plan: Plan, kind: ComplaintKind, period: Period) -> bool:
    """Whether the office said what came in: a complaint, or for each quarter that nothing did."""
    stated = {
        (row.masuk.year, (row.masuk.month - 1) // _QUARTER)
        for row in plan.rows(Complaint)
        if row.jenis is kind and row.keadaan is ComplaintState.NOTHING
    }
    quarters = {(period.year, (month - 1) // _QUARTER) for month in period.months}
    return bool(came_in(plan, kind, period)) or quarters <= stated


def counted(rows: Collection[Complaint], day: date) -> Counts:
    """How lines stand on a day."""
    answered = [row for row in rows if row.dijawab is not None and row.dijawab <= day]
    in_time = [row for row in answered if row.due is None or row.dijawab <= row.due]  # type: ignore[operator]
    open_rows = [row for row in rows if row not in answered]
    forwarded = [row for row in open_rows if row.keadaan is ComplaintState.FORWARDED]
    waiting = [row for row in open_rows if row.keadaan is not ComplaintState.FORWARDED]
    overdue = [row for row in waiting if row.due is not None and row.due < day]
    return Counts(
        received=len(rows),
        in_time=len(in_time),
        late=len(answered) - len(in_time),
        forwarded=len(forwarded),
        waiting=len(waiting) - len(overdue),
        overdue=len(overdue),
    )


def by_state(rows: Sequence[Complaint]) -> dict[ComplaintState, int]:
    """How many lines the register shows in each state, in the order of the states."""
    counts = {state: sum(row.keadaan is state for row in rows) for state in ComplaintState}
    return {state: count for state, count in counts.items() if count}


def _within(day: date, period: Period) -> bool:
    return day.year == period.year and day.month in period.months
