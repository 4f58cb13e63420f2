"""What minutes ask to be followed up, as follow-ups like any other.

Each line of a meeting's cell Tindak lanjut, `what | who | until when`, is one. Its ID is that of
the meeting with the number of the line, `R-01.2`: a row of the sheet Tindak Lanjut with this ID
says what became of it, in its stead; so do the forms that bear it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zi_docs.model import (
    FollowUpSource,
    Meeting,
    Origin,
    Plan,
    RecordedFollowUp,
    folded_id,
    follow_up_parts,
)
from zi_docs.wording.dates import long_date
from zi_docs.wording.people_words import posts_by_id, with_posts
from zi_docs.workbook.reading.moments import calendar_day, date_parts


def minuted_follow_ups(plan: Plan) -> Iterator[RecordedFollowUp]:
    """Those of all meetings that no row of the sheet Tindak Lanjut answers."""
    answered = {folded_id(record.id) for record in plan.follow_ups}
    posts = posts_by_id(plan)
    for meeting in plan.meetings:
        for number, block in enumerate(meeting.tindak_lanjut.blocks, start=1):
            what, who, until = (part.plain.strip() for part in follow_up_parts(block.text))
            key = f"{meeting.id}.{number}"
            if what and folded_id(key) not in answered:
                yield RecordedFollowUp(
                    key,
                    FollowUpSource.MEETING,
                    what,
                    acuan=f"{meeting.acara}, {long_date(meeting.tanggal)}",
                    tanggal=meeting.tanggal,
                    baris=meeting.baris,
                    pic=with_posts(who, posts),
                    batas=_day(until),
                    rapat=meeting.id,
                    origin=_origin(meeting),
                )


def _day(text: str) -> date | None:
    """The deadline, where it is a date: `segera` is none."""
    parts = date_parts(text)
    return calendar_day(parts) if parts else None


def _origin(meeting: Meeting) -> Origin:
    """The meeting's row: every cell of the follow-up is the one that holds it."""
    own = meeting.origin
    cell = own.cells.get("tindak_lanjut", "")
    keys = ("uraian", "pic", "batas", "tanggal", "selesai", "lke")
    return Origin(own.file, own.sheet, own.row, dict.fromkeys(keys, cell) if cell else {})
