"""Dates, times of day and months as people write them in Indonesian."""

from __future__ import annotations

import re
from datetime import date, time

from babel.dates import get_month_names

_NUMERIC = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_WORDED = re.compile(r"(?:[A-Za-z’']+\s*,\s*)?(\d{1,2})[\s-]+([A-Za-z]+)\.?[\s-]+(\d{4})")
_CLOCK = re.compile(r"(?:pukul\s+)?(\d{1,2})[.:](\d{2})(?:[.:]00)?(?:\s*(?:WIB|WITA|WIT))?", re.I)

# Spellings in use beside those of the Unicode locale data.
_VARIANTS = {"pebruari": 2, "peb": 2, "agt": 8, "agust": 8, "ags": 8, "sept": 9, "nopember": 11}


def _month_names() -> dict[str, int]:
    wide, short = (get_month_names(width, locale="id") for width in ("wide", "abbreviated"))
    named = {name.casefold().rstrip("."): n for names in (wide, short) for n, name in names.items()}
    return named | _VARIANTS | {"nop": 11}


MONTH_NUMBERS = _month_names()


def month_number(name: str) -> int | None:
    """The month that a full or short name means, or a number from 1 to 12."""
    word = name.strip().rstrip(".").casefold()
    if word.isdecimal():
        return int(word) if 1 <= int(word) <= 12 else None
    return MONTH_NUMBERS.get(word)


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day that a text names, whether or not the calendar has that day."""
    if found := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in found.groups())
        return year, month, day
    if found := _NUMERIC.fullmatch(text):
        day, month, year = (int(part) for part in found.groups())
        return year, month, day
    if found := _WORDED.fullmatch(text):
        named = MONTH_NUMBERS.get(found[2].casefold())
        return (int(found[3]), named, int(found[1])) if named else None
    return None


def calendar_day(parts: tuple[int, int, int]) -> date | None:
    """The day, unless the calendar has none such (31 Februari)."""
    try:
        return date(*parts)
    except ValueError:
        return None


def clock_time(text: str) -> time | None:
    """A time of day: `09.00`, `9:30`, `pukul 09.00 WIB`."""
    found = _CLOCK.fullmatch(text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2])
    return time(hour, minute) if hour < 24 and minute < 60 else None
