"""Where a record stands in the workbook, and how IDs are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from zi_docs.findings import Place
from zi_docs.text import plain_characters

# Cyrillic and Greek letters that no one can tell from Latin ones, capitals or small.
_LOOK_ALIKES = str.maketrans(
    "авекмнорстухіј" + "αβεζηικμνορτυχ", "abekmhopctyxij" + "abezhikmnoptyx"
)


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file, sheet and row, and its cells by the keys of the columns.

    `elsewhere` are the sheets of those cells that stand on another one.
    """

    file: str = ""
    sheet: str = ""
    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, hash=False)
    elsewhere: Mapping[str, str] = field(default_factory=dict, hash=False)

    def at(self, key: str) -> Place:
        """The place of a column's cell; of the row's first cell when that column is not there."""
        sheet = self.elsewhere.get(key, self.sheet)
        return Place(self.file, sheet, self.cells.get(key, f"A{self.row}"))


def same_id(key: str, other: str) -> bool:
    """IDs are compared as `folded_id` folds them."""
    return key == other or folded_id(key) == folded_id(other)


@lru_cache(maxsize=4096)
def folded_id(key: str) -> str:
    """An ID for comparing: case, kind of hyphen, and what nobody sees do not count."""
    return plain_characters(key).casefold().translate(_LOOK_ALIKES)
