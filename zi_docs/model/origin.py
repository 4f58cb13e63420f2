"""Where a record stands in the workbook, and how IDs are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_docs.findings import Place


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file, sheet and row, and its cells by the keys of the columns."""

    file: str = ""
    sheet: str = ""
    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, hash=False)

    def at(self, key: str) -> Place:
        """The place of a column's cell; of the row's first cell when that column is not there."""
        return Place(self.file, self.sheet, self.cells.get(key, f"A{self.row}"))


def same_id(key: str, other: str) -> bool:
    """IDs are compared without regard to case and outer spaces."""
    return key.strip().casefold() == other.strip().casefold()
