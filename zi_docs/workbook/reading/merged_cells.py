"""Merged ranges: every cell of a range has the value that the range shows.

Ranges are judged by their corners before a single cell is made: a merged column or sheet has a
million of them, and says no more than its first cell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from zi_docs.settings import Settings
from zi_docs.workbook.reading.cell_places import CellRange

MAX_SPREAD = 200_000
"""How many cells the merged ranges of a sheet may fill; no sheet that people fill comes near."""


def spread_places(
    filled: Sequence[tuple[int, int]], merged: Sequence[CellRange], settings: Settings
) -> tuple[list[tuple[tuple[int, int], tuple[int, int]]], list[CellRange]]:
    """Which cell takes its value from which, and the ranges that are too large for a table.

    A range fills only rows that have a cell of their own: the others show nothing but it.
    """
    own = set(filled)
    rows = sorted({row for row, _ in filled})
    taken: list[tuple[tuple[int, int], tuple[int, int]]] = []
    too_large: list[CellRange] = []
    for area in merged:
        if area.last_row > settings.max_rows:
            too_large.append(area)
        first = (area.first_row, area.first_column)
        if first not in own:
            continue
        last_column = min(area.last_column, settings.max_columns)
        covered = rows[bisect_left(rows, area.first_row) : bisect_right(rows, area.last_row)]
        if len(taken) + len(covered) * (last_column - area.first_column + 1) > MAX_SPREAD:
            too_large.append(area)
            continue
        taken += (
            ((row, column), first)
            for row in covered
            for column in range(area.first_column, last_column + 1)
            if (row, column) != first
        )
    return taken, list(dict.fromkeys(too_large))
