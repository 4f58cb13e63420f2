"""Places of cells: `B7` and (7, 2), ranges such as `A4:C9`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_PLACE = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})")
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384


@dataclass(frozen=True)
class CellRange:
    """A rectangle of cells; rows and columns counted from 1, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def __str__(self) -> str:
        first = f"{column_letters(self.first_column)}{self.first_row}"
        return f"{first}:{column_letters(self.last_column)}{self.last_row}"


@lru_cache(maxsize=1024)
def column_letters(number: int) -> str:
    """The letters of a column: 28 is `AB`."""
    letters = ""
    while number:
        number, letter = divmod(number - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@lru_cache(maxsize=1024)
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as `B7` or `$B$7`; None for what is no cell of Excel."""
    match = _PLACE.fullmatch(reference)
    if match is None:
        return None
    row, column = int(match[2]), _column_number(match[1])
    return (row, column) if row <= LAST_ROW and column <= LAST_COLUMN else None


def range_of(reference: str) -> CellRange | None:
    """The range that `A4:C9` or `A4` names; None for what is none."""
    first, _, last = reference.partition(":")
    start, end = place_of(first), place_of(last or first)
    if start is None or end is None:
        return None
    rows, columns = zip(start, end, strict=True)
    return CellRange(min(rows), min(columns), max(rows), max(columns))
