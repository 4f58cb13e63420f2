"""Months, periods and ordinals as tables of other offices write them."""

from __future__ import annotations

import re
from enum import Enum

from rapidfuzz import fuzz, process

from zi_docs.text import whole_number
from zi_docs.wording.dates import MONTHS
from zi_docs.workbook.reading.moments import month_number


class PeriodMonths(Enum):
    """Which months a period without further words stands for; values are the option's words."""

    LAST = "akhir"
    FIRST = "awal"
    ALL = "semua"


YEAR = re.compile(r"\b20\d\d\b")

# Short and English names that the workbook itself does not take.
_OTHER_MONTHS = {
    word: number
    for number, words in (
        (1, "january"),
        (2, "february febr"),
        (3, "march mrt"),
        (5, "may"),
        (6, "june"),
        (7, "july"),
        (8, "agus agst aug august"),
        (10, "oct october okto"),
        (11, "nopem"),
        (12, "dec december desem"),
    )
    for word in words.split()
}
_MIN_MONTH_SCORE = 85
_LEAST_LETTERS = 5

PERIOD_LENGTHS = {
    **dict.fromkeys(("triwulan", "tw", "trw", "triw", "kuartal", "quarter", "q", "kwartal"), 3),
    **dict.fromkeys(("caturwulan", "cw", "catur"), 4),
    **dict.fromkeys(("semester", "smt", "sem", "smstr"), 6),
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_COUNTED = ("satu", "dua", "tiga", "empat", "lima", "enam")
_ORDINALS = {
    **{word: number for number, word in enumerate(_ROMAN, start=1)},
    **{word: number for number, word in enumerate(_COUNTED, start=1)},
    **{f"ke{word}": number for number, word in enumerate(_COUNTED, start=1)},
    "pertama": 1,
    "kesatu": 1,
}


def month_of_word(word: str) -> int | None:
    """The month that a name means, short, misspelt or English; None for any other word."""
    word = word.strip(" .’'").casefold()
    if not word.isalpha():
        return None
    number = month_number(word) or _OTHER_MONTHS.get(word)
    if number is None and len(word) >= _LEAST_LETTERS:
        names = [name.casefold() for name in MONTHS]
        match = process.extractOne(word, names, scorer=fuzz.ratio, score_cutoff=_MIN_MONTH_SCORE)
        number = match[2] + 1 if match else None
    return number


def ordinal(word: str) -> int | None:
    """The number that a digit, a roman numeral or a word of order means."""
    word = word.casefold().strip(" .()")
    number = whole_number(word)
    return _ORDINALS.get(word) if number is None else number


def is_roman(word: str) -> bool:
    """Whether a word is a roman numeral up to XII."""
    return word.casefold() in _ROMAN


def months_of_period(length: int, number: int, style: PeriodMonths) -> frozenset[int]:
    """The months of the `number`th period of so many months; none where the year has no such."""
    last = length * number
    if not 1 <= last <= 12:
        return frozenset()
    if style is PeriodMonths.ALL:
        return frozenset(range(last - length + 1, last + 1))
    return frozenset({last if style is PeriodMonths.LAST else last - length + 1})
