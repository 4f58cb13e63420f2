"""Areas of change as other tables write them, brought to the names of the list Area."""

from __future__ import annotations

import re

from zi_docs.model import listed_areas
from zi_docs.workbook.reading.spelling import fold
from zi_docs.workbook.sheets.list_sheets import AREAS

_NUMBERED = re.compile(r"(?:area\s+)?(?:([IVX]+|\d+)(?:\s*[.):-]\s*|\s+))?(.*)", re.I | re.S)


def canonical_area(number: str, name: str) -> tuple[str, bool]:
    """Number and name as the list has them, and whether the list has them at all."""
    leading, bare = _parted(name)
    number = number.strip().rstrip(".)") or leading
    for area in listed_areas(AREAS):
        numbers = (area.numeral, str(area.number))
        if fold(bare) == fold(area.name) or (not bare and number.upper() in numbers):
            return area.title, True
    return f"{number} {bare}".strip(), False


def _parted(name: str) -> tuple[str, str]:
    text = " ".join(name.split())
    if found := re.fullmatch(r"[IVX]+|\d+", text, re.I):
        return found[0], ""
    parts = _NUMBERED.fullmatch(text)
    return (parts[1] or "", parts[2]) if parts else ("", text)
