"""When something is done, in words (`Maret; Juni`, `setiap bulan`), as months of a year."""

from __future__ import annotations

import re

from zi_docs.workbook.reading.moments import date_parts, month_number

_YEAR = frozenset(range(1, 13))
# NASKAH section 9: a period named without a number comes round through the whole year.
_PERIODS = {"triwulan": 3, "caturwulan": 4, "semester": 6, "tahun": 12}
_ROUND = re.compile(r"(?:(?:se)?tiap|per|setahun)?\s*(triwulan|caturwulan|semester|tahun)(?:an)?")
_NUMBERED = re.compile(r"(?:triwulan|tw|caturwulan|cw|semester|smt)\s*(?:ke-?)?\s*(.+)")
_ALWAYS = re.compile(r"(?:(?:se)?tiap|per)\s*bulan|bulanan|sepanjang tahun|12 bulan|setiap hari")
_UNTIL = re.compile(r"\s*(?:\bs\s*[./]?\s*d\b\.?|\bsampai(?: dengan)?\b|\bhingga\b|[-–—])\s*")
_AND = re.compile(r"\s*(?:[,;/&+\n]|\bdan\b|\bserta\b)\s*")
_ORDINALS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}


def months_of(text: str) -> frozenset[int] | None:
    """The months that a text names; None when it cannot be read."""
    text = " ".join(text.casefold().split(" ")).strip(" .;,\n")
    if not text:
        return frozenset()
    if _ALWAYS.fullmatch(text):
        return _YEAR
    if found := _ROUND.fullmatch(text):
        step = _PERIODS[found[1]]
        return frozenset(range(step, 13, step))
    if found := _NUMBERED.fullmatch(text):
        return _numbered(found[0], found[1])
    return _listed(text)


def _numbered(text: str, numbers: str) -> frozenset[int] | None:
    """`Triwulan I dan III`: each period counts by its last month."""
    name = {"tw": "triwulan", "cw": "caturwulan", "smt": "semester"}
    word = re.match("[a-z]+", text)
    period = word[0] if word else ""
    step = next((n for key, n in _PERIODS.items() if name.get(period, period).startswith(key)), 0)
    found = [_ORDINALS.get(part) for part in _AND.split(numbers)]
    months = [number * step for number in found if number]
    whole = step and len(months) == len(found) and all(month in _YEAR for month in months)
    return frozenset(months) if whole else None


def _listed(text: str) -> frozenset[int] | None:
    months: set[int] = set()
    # `s/d` and `-` part the ends of a range, so they are joined before the list is split.
    for part in _AND.split(_UNTIL.sub("-", _dated(text))):
        first, _, last = (piece.strip() for piece in part.partition("-"))
        start, end = _month(first), _month(last or first)
        if start is None or end is None or start > end:
            return None
        months.update(range(start, end + 1))
    return frozenset(months)


def _dated(text: str) -> str:
    """A full date stands for its month; a year says nothing here."""
    parts = date_parts(text)
    return str(parts[1]) if parts else re.sub(r"\s*\b20\d\d\b", "", text)


def _month(text: str) -> int | None:
    return month_number(text.removeprefix("bulan").strip())
