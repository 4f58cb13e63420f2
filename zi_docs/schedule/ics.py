"""Meetings -> an iCalendar file (RFC 5545) for the office's phones."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event

from zi_docs.model import Meeting, Office

# Hours east of UTC; Indonesia keeps no summer time.
_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}


def calendar(office: Office, meetings: Iterable[Meeting]) -> bytes:
    """A calendar of the meetings by day; the same meetings, the same bytes.

    A meeting without a starting time lasts all day. Times are written in UTC, so that a phone in
    any zone shows the right hour. A changed meeting keeps its UID and replaces the old entry.
    """
    book = Calendar()
    book.add("prodid", "-//zi-docs//Jadwal Zona Integritas//ID")
    book.add("version", "2.0")
    book.add("x-wr-calname", f"Zona Integritas {office.short_name} {office.tahun}")
    for meeting in sorted(meetings, key=_moment):
        book.add_component(_event(office, meeting))
    return bytes(book.to_ical())


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


def _utc(office: Office, day: date, moment: time) -> datetime:
    zone = timezone(timedelta(hours=_HOURS[office.zona_waktu]))
    return datetime.combine(day, moment, zone).astimezone(UTC)


def _moment(meeting: Meeting) -> tuple[date, time, str]:
    return meeting.tanggal, meeting.mulai or time(), meeting.id
