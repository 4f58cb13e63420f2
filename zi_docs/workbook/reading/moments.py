"""Dates, times of day and months as people and programs write them: the one reader of dates.

What could be meant in two ways, such as 22-01-26, is not read.
"""

from __future__ import annotations

import re
from datetime import date, time, timedelta

from zi_docs.text import plain_characters, whole_number
from zi_docs.wording.dates import MONTHS

# What pandas, databases and ISO 8601 write behind a day: 00:00:00, T08:30.
_CLOCK_BEHIND = r"(?:[T\s]+\d{1,2}[.:]\d{2}(?:[.:]\d{2}(?:[.,]\d+)?)?\s*Z?)?"
_NUMERIC = re.compile(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})" + _CLOCK_BEHIND)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})" + _CLOCK_BEHIND)
_WITH_MONTH_NAME = re.compile(
    r"(?:(?:tanggal|tgl\.?)\s+)?(?:[A-Za-z’']+(?:\s*[,/]\s*|\s+))?"
    r"(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([A-Za-z]+)\.?[\s,./-]*[’']?(\d{4}|\d{2})" + _CLOCK_BEHIND,
    re.I,
)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+(\d{4})", re.I)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_CLOCK = re.compile(
    r"(?P<word>(?:pukul|pkl|pk|jam)\.?\s*)?(?P<hour>\d{1,2})"
    r"(?:\s*[.:,]\s*(?P<minute>\d{2})(?:[.:,]00)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>WIB|WITA|WIT)?",
    re.I,
)

DATED_YEARS = range(1945, 2201)
"""The years of dates in a workbook: any other is a slip (0026, 1926, 1905 for a bare number)."""

_FIRST_DAY = date(1899, 12, 30)
# As Excel does: 29 is 2029, 30 is 1930.
_CENTURY_TURN = 30
_NOON = 12

# Other spellings in use, and English, in which many programs write dates.
_VARIANTS = {
    "pebruari": 2,
    "peb": 2,
    "agt": 8,
    "agust": 8,
    "ags": 8,
    "sept": 9,
    "nopember": 11,
    "nop": 11,
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "aug": 8,
    "october": 10,
    "oct": 10,
    "december": 12,
    "dec": 12,
}
_MONTH_NUMBERS = {
    spelling.casefold(): number
    for number, name in enumerate(MONTHS, start=1)
    for spelling in (name, name[:3])
} | _VARIANTS


def month_number(name: str) -> int | None:
    """The month, 1 to 12, that a full or short name or a number stands for; else None."""
    word = name.strip().rstrip(".").casefold()
    number = whole_number(word)
    if number is None:
        return _MONTH_NUMBERS.get(word)
    return number if 1 <= number <= 12 else None


def month_and_year(text: str) -> tuple[int, int | None] | None:
    """The month that a text names, and the year where it names one: `3`, `Maret`, `2026-03`."""
    text = plain_characters(text).strip(" .,;")
    if (number := month_number(text)) is not None:
        return number, None
    for first_day in (f"{text}-01", f"1 {text}", f"1/{text}"):
        day = calendar_day(parts) if (parts := date_parts(first_day)) else None
        if day is not None and day.year in DATED_YEARS:
            return day.month, day.year
    return None


def date_parts(text: str) -> tuple[int, int, int] | None:
    """Year, month and day that a text names, even if the calendar does not have that day.

    Only beside the name of a month may a year have two digits. A text of five digits is the number
    by which spreadsheets count days.
    """
    text = plain_characters(text).strip(" .,;")
    if match := _ISO.fullmatch(text):
        year, month, day = (int(part) for part in match.groups())
        return year, month, day
    if match := _NUMERIC.fullmatch(text):
        day, month, year = (int(part) for part in match.groups())
        return year, month, day
    if match := _WITH_MONTH_NAME.fullmatch(text):
        return _named_parts(match[1], match[2], match[3])
    if match := _MONTH_FIRST.fullmatch(text):
        return _named_parts(match[2], match[1], match[3])
    if match := _SERIAL.fullmatch(text):
        counted = serial_day(int(match[1]))
        return (counted.year, counted.month, counted.day) if counted else None
    return None


def _named_parts(day: str, month: str, year: str) -> tuple[int, int, int] | None:
    number = _MONTH_NUMBERS.get(month.casefold())
    return (_full_year(year), number, int(day)) if number else None


def _full_year(digits: str) -> int:
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < _CENTURY_TURN else 1900)


def calendar_day(parts: tuple[int, int, int]) -> date | None:
    """The day, or None if the calendar does not have it (31 Februari)."""
    try:
        return date(*parts)
    except ValueError:
        return None


def serial_day(number: float) -> date | None:
    """The day of a spreadsheet's number of days; None for one that is no day of `DATED_YEARS`."""
    if not 0 < number < 10**5:
        return None
    day = _FIRST_DAY + timedelta(days=int(number))
    return day if day.year in DATED_YEARS else None


def clock_time(text: str) -> time | None:
    """A time of day: `09.00`, `9:30`, `9,30`, `pukul 9`, `9 WIB`, `2:30 PM`.

    A bare number is none: it may be an hour, a number of people, or a slip.
    """
    match = _CLOCK.fullmatch(plain_characters(text))
    if not match or not (match["minute"] or match["word"] or match["zone"] or match["half"]):
        return None
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    if match["half"]:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if match["half"][0] in "pP" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
