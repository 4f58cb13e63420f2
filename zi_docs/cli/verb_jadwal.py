"""The verb that proposes the year's meetings."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from zi_docs.build.publish import existing_file_error, own_file, replace_own, write_new
from zi_docs.cli.common_options import DAY, FILE, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.model import Meeting, Plan
from zi_docs.schedule.due_days import due_days
from zi_docs.schedule.ics import ForeignCalendarError, meeting_calendar
from zi_docs.schedule.propose import (
    MeetingGrouping,
    MeetingProposal,
    ProposedSchedule,
    proposal_rows,
    propose_meetings,
)
from zi_docs.wording.dates import time_text, weekday_date
from zi_docs.workbook.writing.rewrite import WorkbookRows, note_not_copied, rewrite_workbook


@click.command(cls=Verb)
@click.option("--mulai", type=DAY, help="Tanggal paling awal; bila kosong 1 Januari.")
@click.option(
    "--gabung",
    type=click.Choice([by.value for by in MeetingGrouping]),
    default=MeetingGrouping.TUJUAN.value,
    show_default=True,
    help="Baris yang dilayani satu rapat: yang setujuan, atau yang setujuan dan searea.",
)
@click.option("--tulis", type=FILE, metavar="BARU.xlsx", help="Buku kerja baru beserta usulannya.")
@click.option(
    "--ics",
    type=FILE,
    metavar="BERKAS.ics",
    help="Kalender rapat dan kewajiban setahun; yang lama dengan nama itu diperbarui.",
)
@common_options
def jadwal(
    run: Run, mulai: datetime | None, gabung: str, tulis: Path | None, ics: Path | None
) -> None:
    """Usulkan rapat setahun yang diminta oleh rencana aksi."""
    plan = run.sound_plan()
    since = mulai.date() if mulai else date(plan.office.tahun, 1, 1)
    schedule = propose_meetings(plan, since, MeetingGrouping(gabung))
    run.report(schedule.findings)
    if not run.as_json:
        for proposal in schedule.proposals:
            click.echo(_lines(proposal))
    if not schedule.proposals:
        run.say("Tidak ada rapat yang perlu diusulkan.")
    run.finish(
        _written(run, plan, schedule, tulis, ics),
        data={"proposals": [_as_dict(proposal) for proposal in schedule.proposals]},
    )


def _written(
    run: Run, plan: Plan, schedule: ProposedSchedule, workbook: Path | None, ics: Path | None
) -> list[Path]:
    contents: dict[Path, bytes] = {}
    if workbook is not None:

        def add(rows: WorkbookRows) -> None:
            rows.setdefault("rapat", []).extend(proposal_rows(schedule.proposals))

        contents[workbook] = rewrite_workbook(run.source, add, former_rows=run.former_rows())
        run.report(note_not_copied(run.findings, run.source))
    if ics is not None:
        proposed = [proposal.meeting for proposal in schedule.proposals]
        meetings = [*plan.meetings, *proposed]
        contents[ics] = _calendar(plan, meetings, ics)
    for path, content in contents.items():
        if path == ics and path.exists():
            replace_own(path, content)
        else:
            write_new(path, content)
    return list(contents)


def _calendar(plan: Plan, meetings: list[Meeting], path: Path) -> bytes:
    """The calendar, which goes on from the one that stands at `path`. Raises OutputError."""
    former = own_file(path)
    try:
        return meeting_calendar(plan.office, meetings, former, due_days(plan.office))
    except ForeignCalendarError as problem:
        raise existing_file_error(path) from problem


def _lines(proposal: MeetingProposal) -> str:
    meeting = proposal.meeting
    when = weekday_date(meeting.tanggal)
    if meeting.mulai is not None:
        when += f", {time_text(meeting.mulai)}"
    return f"{meeting.id}  {when}\n      {meeting.acara}\n      {proposal.reason}"


def _as_dict(proposal: MeetingProposal) -> dict[str, Any]:
    meeting = proposal.meeting
    return {
        "id": meeting.id,
        "title": meeting.acara,
        "date": meeting.tanggal.isoformat(),
        "start": meeting.mulai.isoformat() if meeting.mulai else None,
        "venue": meeting.tempat,
        "rows": list(meeting.baris),
        "reason": proposal.reason,
    }
