"""The calendar, read back as a phone would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

from icalendar import Calendar

from tests.cases.plans import office
from zi_docs.model import Meeting
from zi_docs.schedule.ics import meeting_calendar

WHOLE_DAY = Meeting("R-02", "Rapat; Evaluasi, April\nlanjutan", date(2026, 4, 16), baris=("A",))
TIMED = Meeting(
    "R-01", "Sosialisasi", date(2026, 2, 3), time(9, 30), time(12), tempat="Ruang rapat"
)


def test_events_come_back_in_order_with_their_times() -> None:
    book = Calendar.from_ical(meeting_calendar(office(), [WHOLE_DAY, TIMED]))
    first, second = book.walk("VEVENT")
    assert (first["SUMMARY"], first["LOCATION"]) == ("Sosialisasi", "Ruang rapat")
    assert first.decoded("DTSTART") == datetime(2026, 2, 3, 2, 30, tzinfo=UTC)
    assert first.decoded("DTEND") == datetime(2026, 2, 3, 5, 0, tzinfo=UTC)
    assert second["SUMMARY"] == "Rapat; Evaluasi, April\nlanjutan"
    assert second["DESCRIPTION"] == "Baris rencana aksi: A"
    assert second.decoded("DTSTART") == date(2026, 4, 16)
    assert second.decoded("DTEND") == date(2026, 4, 17)


def test_hours_follow_the_zone_of_the_office() -> None:
    east = replace(office(), zona_waktu="WIT")
    (event,) = Calendar.from_ical(meeting_calendar(east, [TIMED])).walk("VEVENT")
    assert event.decoded("DTSTART").hour == 0


def test_same_meetings_same_bytes_and_a_changed_one_keeps_its_uid() -> None:
    assert meeting_calendar(office(), [TIMED, WHOLE_DAY]) == meeting_calendar(
        office(), [WHOLE_DAY, TIMED]
    )
    moved = replace(TIMED, tanggal=date(2026, 2, 4))
    before, after = (
        Calendar.from_ical(meeting_calendar(office(), [meeting])).walk("VEVENT")[0]
        for meeting in (TIMED, moved)
    )
    assert before["UID"] == after["UID"] == "rapat-2026-r-01@zi-docs"
    assert before.decoded("DTSTAMP") == datetime(2026, 1, 1, tzinfo=UTC)
