"""A schedule in words (`Maret; Juni`, `setiap bulan`) -> months of a year."""

from __future__ import annotations

import re

from zi_docs.workbook.reading.moments import date_parts, month_number

_ALL_MONTHS = frozenset(range(1, 13))
# NASKAH section 9: a period without a number recurs through the whole year.
_PERIODS = {"triwulan": 3, "caturwulan": 4, "semester": 6, "tahun": 12}
_CYCLIC = re.compile(r"(?:(?:se)?tiap|per|setahun)?\s*(triwulan|caturwulan|semester|tahun)(?:an)?")
_NUMBERED_PERIODS = re.compile(r"(?:triwulan|tw|caturwulan|cw|semester|smt)\s*(?:ke-?)?\s*(.+)")
_MONTHLY = re.compile(r"(?:(?:se)?tiap|per)\s*bulan|bulanan|sepanjang tahun|12 bulan|setiap hari")
_RANGE = re.compile(r"\s*(?:\bs\s*[./]?\s*d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|[-–—])\s*")
_SEPARATOR = re.compile(r"\s*(?:[,;/&+\n]|\bdan\b|\bserta\b)\s*")
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def months_from_text(text: str) -> frozenset[int] | None:
    """The months, 1 to 12, that a text names; None when it cannot be read."""
    text = " ".join(text.casefold().split(" ")).strip(" .;,\n")
    if not text:
        return frozenset()
    if _MONTHLY.fullmatch(text):
        return _ALL_MONTHS
    if match := _CYCLIC.fullmatch(text):
        step = _PERIODS[match[1]]
        return frozenset(range(step, 13, step))
    if match := _NUMBERED_PERIODS.fullmatch(text):
        return _months_of_periods(match[0], match[1])
    return _months_of_list(text)


def _months_of_periods(text: str, numbers: str) -> frozenset[int] | None:
    """`Triwulan I dan III`: the last month of each period."""
    full_names = {"tw": "triwulan", "cw": "caturwulan", "smt": "semester"}
    word = re.match("[a-z]+", text)
    period = word[0] if word else ""
    name = full_names.get(period, period)
    step = next((length for key, length in _PERIODS.items() if name.startswith(key)), 0)
    ordinals = [_ORDINALS.get(part) for part in _SEPARATOR.split(numbers)]
    months = [ordinal * step for ordinal in ordinals if ordinal]
    complete = len(months) == len(ordinals) and all(month in _ALL_MONTHS for month in months)
    return frozenset(months) if step and complete else None


def _months_of_list(text: str) -> frozenset[int] | None:
    months: set[int] = set()
    # `s/d` contains a separator, so ranges are joined with `-` before the list is split.
    for part in _SEPARATOR.split(_RANGE.sub("-", _without_date(text))):
        first, _, last = (piece.strip() for piece in part.partition("-"))
        start, end = _month_of(first), _month_of(last or first)
        if start is None or end is None or start > end:
            return None
        months.update(range(start, end + 1))
    return frozenset(months)


def _without_date(text: str) -> str:
    """A full date becomes the number of its month; a year is dropped."""
    parts = date_parts(text)
    return str(parts[1]) if parts else re.sub(r"\s*\b20\d\d\b", "", text)


def _month_of(text: str) -> int | None:
    return month_number(text.removeprefix("bulan").strip())
