"""Where a record stands in the workbook, and how IDs are compared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from zi_docs.findings import Place


@dataclass(frozen=True)
class Origin:
    """Where a record stands: its file, sheet, row, and the cell of each of its fields."""

    file: str = ""
    sheet: str = ""
    row: int = 0
    cells: Mapping[str, str] = field(default_factory=dict, hash=False)

    def at(self, name: str) -> Place:
        """The place of a field; of the row's first cell when the field has no cell."""
        return Place(self.file, self.sheet, self.cells.get(name, f"A{self.row}"))


def same_id(one: str, other: str) -> bool:
    """IDs are compared without regard to case and outer spaces."""
    return one.strip().casefold() == other.strip().casefold()
