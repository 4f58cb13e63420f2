"""Plan -> proposed meetings, each with its rows and why they meet together."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from zi_docs.findings import Finding, Place, note, warning
from zi_docs.model import Meeting, Plan
from zi_docs.schedule.days import OffDays, off_days, spread, working_days
from zi_docs.schedule.groups import Group, Grouping, explained, grouped
from zi_docs.schedule.needs import Need, excused, needs
from zi_docs.schedule.titles import title
from zi_docs.wording.dates import long_date, month_name

_PREFIX = "R-"


@dataclass(frozen=True)
class Proposal:
    """A meeting that nobody has called yet, and why it is proposed."""

    meeting: Meeting
    reason: str


@dataclass(frozen=True)
class Schedule:
    """The proposals in the order of their days, and what there is to know of them."""

    proposals: tuple[Proposal, ...]
    findings: tuple[Finding, ...]


def propose(plan: Plan, since: date, by: Grouping = Grouping.TUJUAN) -> Schedule:
    """The meetings that the plan asks for from `since` on and the workbook does not hold yet.

    One meeting a day at most; days of meetings in the workbook are taken.
    """
    off = off_days(plan.office.tahun)
    place = _book(plan)
    findings = [*off.findings(place), *excused(plan)]
    dated: list[tuple[date, Group]] = []
    for month, groups in groupby(grouped(_unserved(plan), by), key=lambda group: group[0].month):
        waiting = list(groups)
        days = _free_days(plan, off, month, since)
        findings += _left_over(waiting[len(days) :], date(off.year, month, 1), since, place)
        waiting = waiting[: len(days)]
        dated += zip(spread(days, len(waiting)), waiting, strict=True)
    names = _free_ids(plan)
    proposals = [
        Proposal(_meeting(plan, next(names), day, group), explained(group, by))
        for day, group in dated
    ]
    return Schedule(tuple(proposals), tuple(findings))


def _unserved(plan: Plan) -> list[Need]:
    year = plan.office.tahun
    served = {
        (row.casefold(), meeting.tanggal.month)
        for meeting in plan.meetings
        if meeting.tanggal.year == year
        for row in meeting.baris
    }
    return [n for n in needs(plan) if (n.activity.id.casefold(), n.month) not in served]


def _free_days(plan: Plan, off: OffDays, month: int, since: date) -> list[date]:
    taken = {meeting.tanggal for meeting in plan.meetings}
    return [day for day in working_days(off, month, since) if day not in taken]


def _left_over(
    groups: Sequence[Group], month: date, since: date, place: Place
) -> Iterator[Finding]:
    if not groups:
        return
    rows = ", ".join(need.activity.id for group in groups for need in group)
    name = month_name(month.month)
    if since.replace(day=1) > month:
        yield note(
            "JADWAL-LAMPAU",
            f"Rapat bulan {name} untuk baris {rows} tidak diusulkan karena jadwal dimulai "
            f"{long_date(since)}.",
            place,
        )
    else:
        yield warning(
            "JADWAL-PENUH",
            f"Bulan {name} tidak lagi mempunyai hari kerja yang bebas untuk rapat baris {rows}. "
            "Mulailah lebih awal, atau gabungkan dengan rapat lain pada lembar Rapat.",
            place,
        )


def _free_ids(plan: Plan) -> Iterator[str]:
    taken = {meeting.id.casefold() for meeting in plan.meetings}
    number = 0
    while True:
        number += 1
        name = f"{_PREFIX}{number:02d}"
        if name.casefold() not in taken:
            yield name


def _meeting(plan: Plan, key: str, day: date, group: Group) -> Meeting:
    office = plan.office
    return Meeting(
        id=key,
        acara=title(group, office.tahun),
        tanggal=day,
        mulai=office.rapat_mulai,
        tempat=office.rapat_tempat,
        pimpinan=office.rapat_pimpinan,
        undangan=office.rapat_undangan,
        baris=tuple(need.activity.id for need in group),
        klasifikasi=office.rapat_klasifikasi,
    )


def _book(plan: Plan) -> Place:
    return Place(plan.office.origin.file)
