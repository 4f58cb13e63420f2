"""Meeting needs of the plan -> proposed meetings: grouped, put on working days, as rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import groupby
from typing import TYPE_CHECKING

from zi_docs.findings import Finding, Place, note, warning
from zi_docs.model import Meeting, Plan
from zi_docs.schedule.days import OffDays, plan_off_days, spread_evenly, working_days
from zi_docs.schedule.meeting_titles import meeting_title
from zi_docs.schedule.needs import MeetingNeed, MeetingPurpose, exempt_row_notes, meeting_needs
from zi_docs.wording.dates import long_date, month_name

# It loads openpyxl, which a check of the schedule does without.
if TYPE_CHECKING:
    from zi_docs.workbook.writing.cell_values import CellValue

_ID_PREFIX = "R-"


class MeetingGrouping(Enum):
    """What rows of the same month must have in common to share a meeting."""

    TUJUAN = "tujuan"
    """The purpose; for discussions, whose subjects differ, also the area."""
    AREA = "area"
    """Always purpose and area."""


@dataclass(frozen=True)
class MeetingProposal:
    """A proposed meeting and the reason for it."""

    meeting: Meeting
    reason: str


@dataclass(frozen=True)
class ProposedSchedule:
    """The proposals in order of date, and the findings about them."""

    proposals: tuple[MeetingProposal, ...]
    findings: tuple[Finding, ...]


def propose_meetings(
    plan: Plan, since: date, by: MeetingGrouping = MeetingGrouping.TUJUAN
) -> ProposedSchedule:
    """The meetings that the plan asks for from `since` on and that the workbook does not have.

    At most one meeting a day; days with meetings in the workbook are not used.
    """
    off = plan_off_days(plan)
    place = Place(plan.office.origin.file)
    findings = [*off.findings(place), *exempt_row_notes(plan)]
    dated: list[tuple[date, NeedGroup]] = []
    groups = group_needs(open_needs(plan), by)
    for month, same_month in groupby(groups, key=lambda group: group[0].month):
        groups_of_month = list(same_month)
        days = _free_days(plan, off, month, since)
        unplaced = groups_of_month[len(days) :]
        findings += _unplaced_findings(unplaced, date(off.year, month, 1), since, place)
        placed = groups_of_month[: len(days)]
        dated += zip(spread_evenly(days, len(placed)), placed, strict=True)
    free_ids = _free_ids(plan)
    proposals = [
        MeetingProposal(_meeting(plan, next(free_ids), day, group), proposal_reason(group, by))
        for day, group in dated
    ]
    return ProposedSchedule(tuple(proposals), tuple(findings))


def open_needs(plan: Plan) -> list[MeetingNeed]:
    """The needs that no meeting of the workbook serves."""
    year = plan.office.tahun
    served = {
        (row.casefold(), meeting.tanggal.month)
        for meeting in plan.meetings
        if meeting.tanggal.year == year
        for row in meeting.baris
    }
    return [
        need
        for need in meeting_needs(plan)
        if (need.activity.id.casefold(), need.month) not in served
    ]


def _free_days(plan: Plan, off: OffDays, month: int, since: date) -> list[date]:
    taken = {meeting.tanggal for meeting in plan.meetings}
    return [day for day in working_days(off, month, since) if day not in taken]


def _unplaced_findings(
    groups: Sequence[NeedGroup], month: date, since: date, place: Place
) -> Iterator[Finding]:
    if not groups:
        return
    rows = ", ".join(need.activity.id for group in groups for need in group)
    name = month_name(month.month)
    if since.replace(day=1) > month:
        yield note(
            "JADWAL-LAMPAU",
            f"Rapat bulan {name} untuk baris {rows} tidak diusulkan karena jadwal dimulai "
            f"{long_date(since)}. Bila rapat itu sudah berlangsung, catatlah pada lembar Rapat.",
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
        name = f"{_ID_PREFIX}{number:02d}"
        if name.casefold() not in taken:
            yield name


def _meeting(plan: Plan, key: str, day: date, group: NeedGroup) -> Meeting:
    office = plan.office
    return Meeting(
        id=key,
        acara=meeting_title(group, office.tahun),
        tanggal=day,
        mulai=office.rapat_mulai,
        tempat=office.rapat_tempat,
        pimpinan=office.rapat_pimpinan,
        undangan=office.rapat_undangan,
        baris=tuple(need.activity.id for need in group),
        klasifikasi=office.rapat_klasifikasi,
    )


NeedGroup = tuple[MeetingNeed, ...]
_ORDER = tuple(MeetingPurpose)


def group_needs(needs: Iterable[MeetingNeed], by: MeetingGrouping) -> list[NeedGroup]:
    """Groups in order of month; within a month sosialisasi, pembahasan, evaluasi."""
    groups: dict[tuple[int, int, str], list[MeetingNeed]] = {}
    for need in needs:
        area = _AREA_OF[by](need)
        key = (need.month, _ORDER.index(need.purpose), area)
        groups.setdefault(key, []).append(need)
    # Keys are sorted without the area, so that areas keep the order of the plan.
    return [tuple(groups[key]) for key in sorted(groups, key=lambda key: key[:2])]


def proposal_reason(group: Sequence[MeetingNeed], by: MeetingGrouping) -> str:
    """Why these rows share a meeting: `Baris bulan yang sama bertujuan sosialisasi: RA-028 …`."""
    rows = ", ".join(f"{need.activity.id} (“{need.word}”)" for need in group)
    in_common = f"bertujuan {group[0].purpose.value}"
    if _AREA_OF[by](group[0]):
        in_common += f" pada area {group[0].activity.area}"
    return f"Baris bulan yang sama {in_common}: {rows}."


_AREA_OF: dict[MeetingGrouping, Callable[[MeetingNeed], str]] = {
    MeetingGrouping.TUJUAN: lambda need: (
        need.activity.area if need.purpose is MeetingPurpose.PEMBAHASAN else ""
    ),
    MeetingGrouping.AREA: lambda need: need.activity.area,
}


def proposal_rows(proposals: Iterable[MeetingProposal]) -> list[dict[str, CellValue]]:
    """Rows of the sheet Rapat by column key, without empty cells; the reason becomes the note."""
    return [_row(proposal) for proposal in proposals]


def _row(proposal: MeetingProposal) -> dict[str, CellValue]:
    meeting = proposal.meeting
    cells: dict[str, CellValue] = {
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
    return {key: value for key, value in cells.items() if value}
