"""Meetings -> an iCalendar file (RFC 5545) for phones and calendar programs."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event

from zi_docs.model import Meeting, Office

# Hours ahead of UTC; Indonesia has no daylight saving time.
_UTC_OFFSET_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}


def meeting_calendar(office: Office, meetings: Iterable[Meeting]) -> bytes:
    """A calendar of the meetings in order of time; the same meetings give the same bytes.

    A meeting without a start time lasts all day. Times are written in UTC, so that a phone in any
    time zone shows the right hour. A changed meeting keeps its UID and replaces the old entry.
    """
    meeting_calendar = Calendar()
    meeting_calendar.add("prodid", "-//zi-docs//Jadwal Zona Integritas//ID")
    meeting_calendar.add("version", "2.0")
    meeting_calendar.add("x-wr-calname", f"Zona Integritas {office.short_name} {office.tahun}")
    for meeting in sorted(meetings, key=_start_and_id):
        meeting_calendar.add_component(_event(office, meeting))
    return bytes(meeting_calendar.to_ical())


def _event(office: Office, meeting: Meeting) -> Event:
    event = Event()
    domain = office.laman or "zi-docs"
    event.add("uid", f"rapat-{office.tahun}-{meeting.id.casefold()}@{domain}")
    event.add("dtstamp", datetime(office.tahun, 1, 1, tzinfo=UTC))
    event.add("summary", meeting.acara)
    if meeting.mulai is None:
        event.add("dtstart", meeting.tanggal)
        event.add("dtend", meeting.tanggal + timedelta(days=1))
    else:
        event.add("dtstart", _utc(office, meeting.tanggal, meeting.mulai))
        if meeting.selesai is not None:
            event.add("dtend", _utc(office, meeting.tanggal, meeting.selesai))
    if meeting.tempat:
        event.add("location", meeting.tempat)
    if meeting.baris:
        event.add("description", f"Baris rencana aksi: {', '.join(meeting.baris)}")
    return event


def _utc(office: Office, day: date, local_time: time) -> datetime:
    zone = timezone(timedelta(hours=_UTC_OFFSET_HOURS[office.zona_waktu]))
    return datetime.combine(day, local_time, zone).astimezone(UTC)


def _start_and_id(meeting: Meeting) -> tuple[date, time, str]:
    return meeting.tanggal, meeting.mulai or time(), meeting.id
