"""The state of the year on a day. Pure: the same plan and day give the same state."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from zi_docs.findings import Place
from zi_docs.model import Activity, Decree, DecreeKind, Meeting, Plan
from zi_docs.monev.achievement import Figures, State, Step, figures, steps
from zi_docs.papers import notula as minutes


@dataclass(frozen=True)
class Work:
    """A row of the plan with those of its months that something is to be done about.

    `percents` are the achievements of `months`, in the same order.
    """

    activity: Activity
    months: tuple[int, ...]
    percents: tuple[float, ...]


@dataclass(frozen=True)
class Lack:
    """A paper and what it lacks; `place` is the cell to fill first."""

    paper: str
    missing: tuple[str, ...]
    place: Place


@dataclass(frozen=True)
class Status:
    """The state on `day`: `month` is its month, None outside the plan's year.

    `so_far` counts every step up to and including that month.
    """

    day: date
    month: int | None
    so_far: Figures
    due: tuple[Work, ...]
    overdue: tuple[Work, ...]
    unevidenced: tuple[Work, ...]
    lacks: tuple[Lack, ...]


def status(plan: Plan, day: date) -> Status:
    """The state on a day; entries reported in later months than the day's are not known yet."""
    month = day.month if day.year == plan.office.tahun else None
    through = month or (0 if day.year < plan.office.tahun else 12)
    closed = through if month is None else month - 1
    found = steps(plan, range(1, through + 1), through, closed)
    return Status(
        day,
        month,
        figures(found),
        due=_works(step for step in found if step.state is State.OPEN),
        overdue=_works(step for step in found if step.state is State.OVERDUE),
        unevidenced=_works(step for step in found if step.percent and not step.evidenced),
        lacks=tuple(_lacks(plan, day)),
    )


def _works(found: Iterable[Step]) -> tuple[Work, ...]:
    rows = ((row, list(held)) for row, held in groupby(found, key=lambda step: step.activity))
    return tuple(
        Work(row, tuple(s.month for s in held), tuple(s.percent for s in held))
        for row, held in rows
    )


def _lacks(plan: Plan, day: date) -> Iterator[Lack]:
    for decree in plan.decrees:
        yield from _decree(plan, decree)
    for meeting in plan.meetings:
        yield from _meeting(meeting, day)


def _decree(plan: Plan, decree: Decree) -> Iterator[Lack]:
    missing = [
        name for name, value in (("nomor", decree.nomor), ("tanggal", decree.tanggal)) if not value
    ]
    column = missing[0] if missing else "id"
    if decree.jenis is DecreeKind.TEAM:
        seats = plan.team(decree)
        nameless = [seat for seat in seats if not _named(plan, seat.pejabat)]
        if nameless:
            missing.append(f"nama pada {len(nameless)} dari {len(seats)} kedudukan tim")
        if not seats:
            missing.append("susunan tim")
    if missing:
        yield Lack(f"Keputusan {decree.id}", tuple(missing), decree.origin.at(column))


def _named(plan: Plan, key: str) -> bool:
    official = plan.official(key)
    return official is not None and bool(official.nama)


def _meeting(meeting: Meeting, day: date) -> Iterator[Lack]:
    """A meeting needs a number once called for, and minutes once it was held."""
    missing = [] if meeting.nomor else ["nomor undangan"]
    if meeting.tanggal < day and not minutes.entered(meeting):
        missing.append("notula")
    if missing:
        column = "pembahasan" if meeting.nomor else "nomor"
        paper = f"Rapat {meeting.id}, {meeting.acara}"
        yield Lack(paper, tuple(missing), meeting.origin.at(column))
