"""What a week asks for: meetings, duties, and the steps whose month ends in it. Pure."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, time, timedelta

from zi_docs.model import Plan
from zi_docs.schedule.due_days import due_between
from zi_docs.status.gather import Status
from zi_docs.wording.dates import month_name, time_text

_WEEK = timedelta(days=6)


@dataclass(frozen=True)
class WeekItem:
    """Something of the week; `meeting` is the ID of a meeting, `month` the month of steps, 0 none.

    `note` says on what a duty rests, `paper` the name of the paper that it asks for.
    """

    day: date
    what: str
    note: str = ""
    meeting: str = ""
    month: int = 0
    paper: str = ""


@dataclass(frozen=True)
class ThisWeek:
    """The days from Monday to Sunday around a day, and what they ask for in order."""

    first: date
    last: date
    items: tuple[WeekItem, ...]


def this_week(plan: Plan, state: Status) -> ThisWeek:
    """What the week of a status asks for. Steps are due by the last day of their month."""
    first = state.day - timedelta(days=state.day.weekday())
    last = first + _WEEK
    items = [
        WeekItem(meeting.tanggal, f"Rapat {meeting.id}: {meeting.acara}{_at(meeting.mulai)}",
                 meeting=meeting.id)
        for meeting in plan.meetings
        if first <= meeting.tanggal <= last
    ]  # fmt: skip
    items += [
        WeekItem(due.day, due.duty.perihal, due.duty.basis, paper=due.paper)
        for due in due_between(plan.office, first, last)
    ]
    items += _ending_steps(state, first, last)
    return ThisWeek(first, last, tuple(sorted(items, key=lambda item: (item.day, item.what))))


def _at(begin: time | None) -> str:
    return f", pukul {time_text(begin)}" if begin else ""


def _ending_steps(state: Status, first: date, last: date) -> list[WeekItem]:
    if state.month is None or not state.due:
        return []
    end = state.day.replace(day=monthrange(state.day.year, state.day.month)[1])
    if not first <= end <= last:
        return []
    words = f"{len(state.due)} baris rencana aksi bulan {month_name(state.month)} belum selesai"
    return [WeekItem(end, words, month=state.month)]
