"""Dates, times of day and months as people write them in Indonesian."""

from __future__ import annotations

import re
from datetime import date, time

from zi_docs.wording.dates import MONTHS

_NUMERIC = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WITH_MONTH_NAME = re.compile(r"(?:[A-Za-z’']+\s*,\s*)?(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s-]+(\d{4})")
_CLOCK = re.compile(r"(?:pukul\s+)?(\d{1,2})[.:](\d{2})(?:[.:]00)?(?:\s*(?:WIB|WITA|WIT))?", re.I)

# Other spellings in use.
_VARIANTS = {
    "pebruari": 2,
    "peb": 2,
    "agt": 8,
    "agust": 8,
    "ags": 8,
    "sept": 9,
    "nopember": 11,
    "nop": 11,
}
_MONTH_NUMBERS = {
    spelling.casefold(): number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name, name[:3])
} | _VARIANTS


def month_number(name: str) -> int | None:
    """The month, 1 to 12, that a full or short name or a number stands for; else None."""
    word = name.strip().rstrip(".").casefold()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return _MONTH_NUMBERS.get(word)


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day that a text names, even if the calendar does not have that day."""
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return year, month, day
    if match := _NUMERIC.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return year, month, day
    if match := _WITH_MONTH_NAME.fullmatch(text):
        month_of_name = _MONTH_NUMBERS.get(match[2].casefold())
        return (int(match[3]), month_of_name, int(match[1])) if month_of_name else None
    return None


def calendar_day(parts: tuple[int, int, int]) -> date | None:
    """The day, or None if the calendar does not have it (31 Februari)."""
    try:
        return date(*parts)
    except ValueError:
        return None


def clock_time(text: str) -> time | None:
    """A time of day: `09.00`, `9:30`, `pukul 09.00 WIB`."""
    match = _CLOCK.fullmatch(text)
    if not match:
        return None
    hour, minute = int(match[1]), int(match[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None
