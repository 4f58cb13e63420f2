"""Meetings and duties -> an iCalendar file (RFC 5545) for phones and calendar programs.

A calendar program takes an event for news only when its SEQUENCE is higher than what it has (RFC
5546, section 2.1.5); DTSTAMP and LAST-MODIFIED follow it here. Neither clock nor register is
asked: what was said before stands in the calendar that is written anew, which is input like the
workbook.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta, timezone

from icalendar import Calendar, Event

from zi_docs.model import Meeting, Office
from zi_docs.schedule.due_days import DueDay

PRODUCT = "-//zi-docs//Jadwal Zona Integritas//ID"
# Hours ahead of UTC; Indonesia has no daylight saving time.
_UTC_OFFSET_HOURS = {"WIB": 7, "WITA": 8, "WIT": 9}
_VERSION_PROPERTIES = frozenset({"dtstamp", "last-modified", "sequence"})
_CANCELLED = "CANCELLED"


class ForeignCalendarError(ValueError):
    """A file that is no calendar of this program."""


def meeting_calendar(
    office: Office,
    meetings: Iterable[Meeting],
    former: bytes = b"",
    duties: Iterable[DueDay] = (),
) -> bytes:
    """A calendar of the meetings in order of time; the same arguments give the same bytes.

    The due days of `duties` stand behind them as events of a whole day.

    `former` is the calendar that this one replaces: an event that changed gets a higher SEQUENCE,
    one that is gone is cancelled. A meeting without a start time lasts all day. Times are written
    in UTC, so that a phone in any time zone shows the right hour. Raises ForeignCalendarError.
    """
    known = _events(former)
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", f"Zona Integritas {office.short_name} {office.tahun}")
    events = [_event(office, meeting) for meeting in sorted(meetings, key=_start_and_id)]
    events += [_due_event(office, due) for due in duties]
    names = {str(event["UID"]) for event in events}
    for event in (*events, *_cancelled(event for uid, event in known.items() if uid not in names)):
        _number(event, known, datetime(office.tahun, 1, 1, tzinfo=UTC))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _events(former: bytes) -> dict[str, Event]:
    """The events of a calendar of this program, by UID."""
    if not former:
        return {}
    try:
        calendar = Calendar.from_ical(former)
    except ValueError as problem:
        raise ForeignCalendarError from problem
    if str(calendar.get("PRODID")) != PRODUCT:
        raise ForeignCalendarError
    events = (event for event in calendar.walk("VEVENT") if isinstance(event, Event))
    return {str(event["UID"]): event for event in events if "UID" in event}


def _event(office: Office, meeting: Meeting) -> Event:
    event = Event()
    domain = office.laman or "zi-docs"
    event.add("uid", f"rapat-{office.tahun}-{meeting.id.casefold()}@{domain}")
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


def _due_event(office: Office, due: DueDay) -> Event:
    """The last day of a duty; it takes nobody's time."""
    event = Event()
    duty, domain = due.duty, office.laman or "zi-docs"
    event.add("uid", f"kewajiban-{office.tahun}-{duty.id}-{due.day.month:02}@{domain}")
    event.add("summary", f"Jatuh tempo: {duty.perihal}")
    event.add("dtstart", due.day)
    event.add("dtend", due.day + timedelta(days=1))
    paper = f"Naskah: {due.paper}." if due.paper else ""
    words = filter(None, (f"Dasar: {duty.basis}.", duty.catatan, paper))
    event.add("description", " ".join(words))
    event.add("transp", "TRANSPARENT")
    return event


def _cancelled(gone: Iterable[Event]) -> Iterator[Event]:
    """Events that are in the plan no longer: calendars keep what they are not told to drop."""
    for former in gone:
        event = Event()
        for name, value in former.items():
            if name.casefold() not in _VERSION_PROPERTIES and name != "STATUS":
                event.add(name, value, encode=False)
        event.add("status", _CANCELLED)
        yield event


def _number(event: Event, known: Mapping[str, Event], first: datetime) -> None:
    """Put SEQUENCE and the stamps that follow it; unchanged events keep theirs.

    A new event begins with the minutes from the year's `first` one to its start: so one put off
    is news even to those whose former calendar is lost.
    """
    former = known.get(str(event["UID"]))
    start = event.decoded("DTSTART")
    moment = start if isinstance(start, datetime) else datetime.combine(start, time(), UTC)
    sequence = max(0, int((moment - first).total_seconds()) // 60)
    if former is not None:
        before = int(former.get("SEQUENCE", 0))
        sequence = before if _content(former) == _content(event) else max(before + 1, sequence)
    stamp = first + timedelta(seconds=sequence)
    event.add("sequence", sequence)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)


def _content(event: Event) -> dict[str, bytes]:
    return {
        name: value.to_ical()
        for name, value in event.items()
        if name.casefold() not in _VERSION_PROPERTIES and hasattr(value, "to_ical")
    }


def _utc(office: Office, day: date, local_time: time) -> datetime:
    zone = timezone(timedelta(hours=_UTC_OFFSET_HOURS[office.zona_waktu]))
    return datetime.combine(day, local_time, zone).astimezone(UTC)


def _start_and_id(meeting: Meeting) -> tuple[date, time, str]:
    return meeting.tanggal, meeting.mulai or time(), meeting.id
