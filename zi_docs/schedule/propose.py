"""What the plan asks for -> proposed meetings: needs grouped, put on working days, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby

from zi_docs.findings import Finding, Place, note, warning
from zi_docs.model import Meeting, Plan
from zi_docs.schedule.days import OffDays, off_days, spread, working_days
from zi_docs.schedule.meeting_titles import title
from zi_docs.schedule.needs import Need, Purpose, excused, needs
from zi_docs.wording.dates import long_date, month_name
from zi_docs.workbook.writing.cell_values import CellValue

_PREFIX = "R-"


class Grouping(Enum):
    """What rows of one month must share to be served by one meeting."""

    TUJUAN = "tujuan"
    """The purpose; discussions, which differ in their matter, the area too."""
    AREA = "area"
    """Purpose and area, always."""


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


Group = tuple[Need, ...]
_ORDER = tuple(Purpose)


def grouped(needs: Iterable[Need], by: Grouping) -> list[Group]:
    """Groups in the order of months; within one, sosialisasi, pembahasan, evaluasi."""
    found: dict[tuple[int, int, str], list[Need]] = {}
    for need in needs:
        area = _AREA_OF[by](need)
        key = (need.month, _ORDER.index(need.purpose), area)
        found.setdefault(key, []).append(need)
    # Keys are sorted without the area, so that areas keep the order of the plan.
    return [tuple(found[key]) for key in sorted(found, key=lambda key: key[:2])]


def explained(group: Sequence[Need], by: Grouping) -> str:
    """Why these rows meet together: `Sosialisasi bulan Mei: RA-028 (sosialisasi), …`."""
    rows = ", ".join(f"{need.activity.id} (“{need.word}”)" for need in group)
    shared = f"bertujuan {group[0].purpose.value}"
    if _AREA_OF[by](group[0]):
        shared += f" pada area {group[0].activity.area}"
    return f"Baris bulan yang sama {shared}: {rows}."


_AREA_OF: dict[Grouping, Callable[[Need], str]] = {
    Grouping.TUJUAN: lambda n: n.activity.area if n.purpose is Purpose.PEMBAHASAN else "",
    Grouping.AREA: lambda n: n.activity.area,
}


def meeting_rows(proposals: Iterable[Proposal]) -> list[dict[str, CellValue]]:
    """Rows by column key; what nobody gave stays empty, the reason becomes the note."""
    return [_row(proposal) for proposal in proposals]


def _row(proposal: Proposal) -> dict[str, CellValue]:
    meeting = proposal.meeting
    given: dict[str, CellValue] = {
        "id": meeting.id,
        "acara": meeting.acara,
        "tanggal": meeting.tanggal,
        "mulai": meeting.mulai,
        "tempat": meeting.tempat,
        "pimpinan": meeting.pimpinan,
        "undangan": meeting.undangan,
        "baris": meeting.baris,
        "klasifikasi": meeting.klasifikasi,
        "sifat": meeting.sifat,
        "catatan": f"Usulan jadwal. {proposal.reason}",
    }
    return {key: value for key, value in given.items() if value}
