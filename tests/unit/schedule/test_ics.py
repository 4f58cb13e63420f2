"""The calendar, read back as a phone would."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from icalendar import Calendar

from tests.cases.plans import office
from zi_docs.model import Meeting
from zi_docs.schedule.ics import ForeignCalendarError, meeting_calendar

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


def events(calendar: bytes) -> dict[str, Any]:
    """The events by summary."""
    walked = Calendar.from_ical(calendar).walk("VEVENT")
    return {str(event["SUMMARY"]): event for event in walked}


def versions(calendar: bytes) -> dict[str, tuple[int, datetime]]:
    return {
        name: (int(event["SEQUENCE"]), event.decoded("DTSTAMP"))
        for name, event in events(calendar).items()
    }


CHANGES: list[dict[str, Any]] = [
    {"tanggal": date(2026, 2, 2)},
    {"tanggal": date(2026, 3, 3)},
    {"mulai": time(8)},
    {"mulai": None},
    {"selesai": time(13)},
    {"tempat": "Aula"},
    {"acara": "Sosialisasi LHKPN"},
    {"baris": ("RA-001",)},
]


@pytest.mark.parametrize("change", CHANGES)
def test_whatever_changes_raises_the_sequence_and_the_stamp(change: dict[str, Any]) -> None:
    """Calendars ignore a meeting that was moved when its SEQUENCE is not higher."""
    first = meeting_calendar(office(), [TIMED, WHOLE_DAY])
    changed = replace(TIMED, **change)
    second = meeting_calendar(office(), [changed, WHOLE_DAY], first)
    before, after = versions(first), versions(second)
    assert after[changed.acara] > before[TIMED.acara]
    assert after[changed.acara][1] > before[TIMED.acara][1]
    event = events(second)[changed.acara]
    assert event.decoded("LAST-MODIFIED") == event.decoded("DTSTAMP")
    # What did not change is no news.
    assert after[WHOLE_DAY.acara] == before[WHOLE_DAY.acara]
    # Back again is a change too.
    third = versions(meeting_calendar(office(), [TIMED, WHOLE_DAY], second))
    assert third[TIMED.acara] > after[changed.acara]


def test_the_same_plan_over_its_own_calendar_gives_the_same_bytes() -> None:
    first = meeting_calendar(office(), [TIMED, WHOLE_DAY])
    second = meeting_calendar(office(), [replace(TIMED, tempat="Aula"), WHOLE_DAY], first)
    assert meeting_calendar(office(), [TIMED, WHOLE_DAY], first) == first
    assert meeting_calendar(office(), [replace(TIMED, tempat="Aula"), WHOLE_DAY], second) == second


def test_a_meeting_put_off_is_news_even_without_the_former_calendar() -> None:
    put_off = replace(TIMED, tanggal=date(2026, 2, 17))
    before, after = (versions(meeting_calendar(office(), [m])) for m in (TIMED, put_off))
    assert after["Sosialisasi"] > before["Sosialisasi"]


def test_a_meeting_that_is_gone_is_cancelled_once_and_may_return() -> None:
    first = meeting_calendar(office(), [TIMED, WHOLE_DAY])
    second = meeting_calendar(office(), [WHOLE_DAY], first)
    gone = events(second)["Sosialisasi"]
    assert (gone["STATUS"], gone.decoded("DTSTART")) == (
        "CANCELLED",
        datetime(2026, 2, 3, 2, 30, tzinfo=UTC),
    )
    assert versions(second)["Sosialisasi"] > versions(first)["Sosialisasi"]
    assert meeting_calendar(office(), [WHOLE_DAY], second) == second
    third = meeting_calendar(office(), [TIMED, WHOLE_DAY], second)
    assert "STATUS" not in events(third)["Sosialisasi"]
    assert versions(third)["Sosialisasi"] > versions(second)["Sosialisasi"]


@pytest.mark.parametrize(
    "foreign",
    [b"bukan kalender", b" ", b"BEGIN:VCALENDAR\r\nPRODID:-//Lain//ID\r\nEND:VCALENDAR\r\n",
     b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"],
)  # fmt: skip
def test_a_calendar_of_others_is_not_gone_on_from(foreign: bytes) -> None:
    with pytest.raises(ForeignCalendarError):
        meeting_calendar(office(), [TIMED], foreign)
