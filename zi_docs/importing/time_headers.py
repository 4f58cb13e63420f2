"""Headers that name a month, a quarter, a semester or a week."""

from __future__ import annotations

import re

from zi_docs.importing.column_names import QUARTER_PREFIX, SEMESTER_PREFIX
from zi_docs.importing.time_words import PERIOD_LENGTHS, is_roman, month_of_word, ordinal
from zi_docs.workbook.sheets.plan_sheets import month_key

_QUALIFIER = re.compile(
    r"\b(?:target|rencana|jadwal|bulan|bln|waktu|volume|kinerja|plan|pada|tahun|th|ta)\b\.?", re.I
)
_YEAR = re.compile(r"[-’'/\s]*\b20\d\d\b")
_SHORT_YEAR = re.compile(r"(?<=[a-z])\s*[-’'`]\s*\d\d\b", re.I)
_PERIOD = re.compile(
    r"(triwulan|tri wulan|tw|trw|triw|kuartal|quarter|kwartal|q|semester|smt|sem)[\s.:_-]*"
    r"(?:ke[\s-]*)?([ivx]+|\d|pertama|kedua|ketiga|keempat)",
    re.I,
)
_NUMBERED_MONTH = re.compile(r"(?:b|m|bulan|bln)\s*\.?\s*(?:ke)?[\s-]*0?(\d{1,2})", re.I)
_WEEK = re.compile(r"(?:minggu|mgg|mg|pekan|w|m)?[\s.]*(?:ke)?[\s-]*([1-5]|I|II|III|IV|V)", re.I)


def time_key(name: str) -> str | None:
    """The key of the month, quarter or semester that a header names by itself; else None."""
    text = _SHORT_YEAR.sub("", _YEAR.sub("", name)).strip(" .:()")
    bare = " ".join(_QUALIFIER.sub(" ", text).split()).strip(" .:()-")
    if month := month_of_word(bare):
        return month_key(month)
    if period := _PERIOD.fullmatch(bare):
        return _period_key(period[1].replace(" ", ""), ordinal(period[2]))
    numbered = _NUMBERED_MONTH.fullmatch(text)
    if numbered and text[:1].casefold() == "b" and 1 <= int(numbered[1]) <= 12:
        return month_key(int(numbered[1]))
    return None


def is_week(name: str) -> bool:
    """Whether a header below a month is that of one of its weeks."""
    return _WEEK.fullmatch(name.strip(" .()")) is not None


def numbered_keys(names: list[str]) -> list[str] | None:
    """Months or quarters for headers that are bare numbers side by side, below a heading of time.

    I to IV and 1 to 4 are quarters, longer runs are months; None where they are neither.
    """
    numbers = [_number(name) for name in names]
    if not names or numbers != list(range(1, len(numbers) + 1)) or len(numbers) > 12:
        return None
    if len(numbers) == 4:
        return [f"{QUARTER_PREFIX}{number}" for number in range(1, 5)]
    if len(numbers) == 2 and all(is_roman(name.strip(" .()")) for name in names):
        return [f"{SEMESTER_PREFIX}{number}" for number in (1, 2)]
    return (
        [month_key(number) for number in range(1, len(numbers) + 1)] if len(numbers) > 4 else None
    )


def _number(name: str) -> int | None:
    word = name.strip(" .()")
    return ordinal(word) if word.isdecimal() or is_roman(word) else None


def _period_key(word: str, number: int | None) -> str | None:
    length = PERIOD_LENGTHS.get(word.casefold())
    if length == 3 and number in (1, 2, 3, 4):
        return f"{QUARTER_PREFIX}{number}"
    if length == 6 and number in (1, 2):
        return f"{SEMESTER_PREFIX}{number}"
    return None
