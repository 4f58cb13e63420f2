"""Copies of a workbook: with one cell changed, with a row more, with its rows repeated.

Sheets and columns are named by their keys in `zi_docs.workbook.sheets`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.workbook.sheets import BY_KEY


@dataclass(frozen=True)
class Table:
    """A sheet's table: its header row, and the number of each column by its key."""

    cells: Worksheet
    header: int
    columns: Mapping[str, int]

    @classmethod
    def of(cls, cells: Worksheet, key: str) -> Table:
        """The table of a declared sheet; ValueError when its first header is nowhere."""
        declared = BY_KEY[key].columns
        for number, row in enumerate(cells.iter_rows(), start=1):
            headers = {str(cell.value).strip(" *"): cell.column for cell in row if cell.value}
            if declared[0].header in headers:
                columns = {c.key: headers[c.header] for c in declared if c.header in headers}
                return cls(cells, number, columns)
        raise ValueError(f"{cells.title} has no column {declared[0].header}")

    @property
    def first(self) -> int:
        """The number of the first column, whose values name the rows."""
        return next(iter(self.columns.values()))

    def rows(self) -> list[int]:
        """The numbers of the rows that hold something in their first column."""
        numbers = range(self.header + 1, self.cells.max_row + 1)
        return [number for number in numbers if self.cells.cell(number, self.first).value]

    def row_of(self, name: str) -> int:
        """The number of the row with this ID; ValueError when there is none."""
        for number in self.rows():
            if self.cells.cell(number, self.first).value == name:
                return number
        raise ValueError(f"{self.cells.title} has no row {name}")

    def put(self, row: int, column: int, value: Any) -> None:
        """Set a cell; None empties it."""
        self.cells.cell(row, column).value = value


@contextmanager
def copied(source: Path, target: Path, sheet: str) -> Iterator[Table]:
    """The table of a sheet, to be changed; then the workbook is saved as `target`."""
    book = openpyxl.load_workbook(source, rich_text=True)
    yield Table.of(book[BY_KEY[sheet].title], sheet)
    target.parent.mkdir(parents=True, exist_ok=True)
    book.save(target)


def with_cell(source: Path, target: Path, cell: tuple[str, str, str], value: str) -> Path:
    """Save a copy with another value in one cell: (sheet, ID of the row, column)."""
    sheet, name, column = cell
    with copied(source, target, sheet) as table:
        table.put(table.row_of(name), table.columns[column], value)
    return target


def with_row(source: Path, target: Path, sheet: str, values: Mapping[str, str | int]) -> Path:
    """Save a copy with one more row below a sheet's last, of values by column."""
    with copied(source, target, sheet) as table:
        row = max(table.rows(), default=table.header) + 1
        for column, value in values.items():
            table.put(row, table.columns[column], value)
    return target


def with_repeated_rows(source: Path, target: Path, sheet: str, times: int) -> Path:
    """Save a copy in which every row of a sheet stands `times` times, with IDs of its own.

    A row's repetitions follow it, so that areas and components stay together.
    """
    with copied(source, target, sheet) as table:
        width = range(1, table.cells.max_column + 1)
        rows = [[table.cells.cell(row, column).value for column in width] for row in table.rows()]
        row = table.header
        for values in rows:
            for number in range(1, times + 1):
                row += 1
                for column, value in zip(width, values, strict=True):
                    table.put(row, column, value)
                if number > 1:
                    table.put(row, table.first, f"{values[table.first - 1]}-{number}")
    return target
