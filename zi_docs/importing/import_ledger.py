"""What became of every cell of a foreign table: taken to where, or left out and why.

An import may not end well with something lost: a cell without an entry here is an error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from zi_docs.importing.source_sheet import SourceSheet, Spot


@dataclass(frozen=True)
class CellFate:
    """What became of a cell: the column of the workbook, or the reason for leaving it out."""

    taken: bool
    where: str


@dataclass(frozen=True)
class LeftOut:
    """Cells that were left out for one reason: how many, and the first with its place."""

    reason: str
    count: int
    example: str
    place: str


@dataclass
class ImportLedger:
    """The fate of each cell by sheet number and place."""

    sheets: list[SourceSheet]
    fates: dict[tuple[int, Spot], CellFate] = field(default_factory=dict)

    def take(self, sheet: int, spot: Spot, where: str) -> None:
        """A cell came into a column of the workbook, given by its title."""
        if spot not in self.sheets[sheet].dress.copies:
            self.fates[sheet, spot] = CellFate(True, where)

    def leave(self, sheet: int, spots: Iterable[Spot], reason: str) -> None:
        """Cells are left out; those that were taken stay taken."""
        for spot in spots:
            if spot in self.sheets[sheet].dress.copies:
                continue
            self.fates.setdefault((sheet, spot), CellFate(False, reason))

    def forget(self, sheet: int, spots: Iterable[Spot]) -> None:
        """What was said of cells turned out wrong; it is to be said anew."""
        for spot in spots:
            self.fates.pop((sheet, spot), None)

    def missing(self) -> Iterator[tuple[int, Spot]]:
        """The cells of which nothing is known."""
        for number, sheet in enumerate(self.sheets):
            for spot in sheet.own():
                if (number, spot) not in self.fates:
                    yield number, spot

    def left_out(self) -> list[LeftOut]:
        """What was left out, by reason, in the order of the file."""
        groups: dict[str, list[tuple[int, Spot]]] = {}
        for (number, spot), fate in sorted(self.fates.items(), key=lambda item: item[0]):
            if not fate.taken:
                groups.setdefault(fate.where, []).append((number, spot))
        return [
            LeftOut(reason, len(cells), *self._example(cells[0]))
            for reason, cells in groups.items()
        ]

    def taken_to(self, sheet: int, column: int, first_row: int, last_row: int) -> str:
        """Where the cells of a column of a table came, the commonest first."""
        counts = Counter(
            fate.where
            for (number, (row, at)), fate in self.fates.items()
            if number == sheet and at == column and first_row <= row <= last_row and fate.taken
        )
        return ", ".join(where for where, _ in counts.most_common())

    def _example(self, cell: tuple[int, Spot]) -> tuple[str, str]:
        sheet = self.sheets[cell[0]]
        place = sheet.place(cell[1])
        return sheet.words(cell[1]), place.cell or place.part or ""
