"""Workbooks without the empty rows that a fresh one offers: quick to write, read and copy.

For stories that say something else than how a workbook looks.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from unittest.mock import patch

from zi_docs.workbook.sheets.schema import Sheet
from zi_docs.workbook.writing import sheet_content
from zi_docs.workbook.writing.author import SheetRows, write_workbook
from zi_docs.workbook.writing.cell_values import Values
from zi_docs.workbook.writing.frame import HEADER_ROW
from zi_docs.workbook.writing.rewrite import WorkbookRows, rewrite_workbook

# The rows of the plan that stories name, one of a second area, and the last of the real one.
_FEW = (*(f"RA-{number:03d}" for number in range(1, 11)), "RA-014", "RA-068")
_MEETINGS = 3


def bare_workbook(rows: SheetRows, stamp: date = date(2026, 1, 1)) -> bytes:
    """As `write_workbook`."""
    with _no_spare_rows():
        return write_workbook(rows, stamp)


def bare_rewrite(source: Path, change: Callable[[WorkbookRows], None]) -> bytes:
    """As `rewrite_workbook`."""
    with _no_spare_rows():
        return rewrite_workbook(source, change)


def brief(source: Path, target: Path) -> Path:
    """Save the real workbook as `target`, with few rows of the plan and few meetings."""

    def shorten(rows: WorkbookRows) -> None:
        rows["rencana_aksi"] = [row for row in rows["rencana_aksi"] if row["id"] in _FEW]
        rows["rapat"] = rows["rapat"][:_MEETINGS]
        for meeting in rows["rapat"]:
            about = meeting.get("baris")
            assert isinstance(about, tuple)
            meeting["baris"] = tuple(row for row in about if row in _FEW)

    target.write_bytes(bare_rewrite(source, shorten))
    return target


def _no_spare_rows() -> AbstractContextManager[object]:
    def last_row(sheet: Sheet, rows: Sequence[Values]) -> int:
        # A table has at least one row.
        return HEADER_ROW + max(len(rows), 1)

    return patch.object(sheet_content, "last_table_row", last_row)
