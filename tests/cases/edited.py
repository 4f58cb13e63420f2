"""A copy of the real workbook with some of its cells changed, as a person would change them."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet


def edited(
    source: Path,
    target: Path,
    office: Mapping[str, object] | None = None,
    cells: Mapping[tuple[str, str, str], object] | None = None,
) -> Path:
    """Save `source` as `target` with values changed.

    `office` gives values by label on Instansi and Tata Letak; `cells` by sheet, row's ID and
    column header.
    """
    book = openpyxl.load_workbook(source, rich_text=True)
    for row in chain(*(book[title].iter_rows(max_col=2) for title in ("Instansi", "Tata Letak"))):
        if office and row[0].value in office:
            row[1].value = office[str(row[0].value)]  # type: ignore[assignment]
    for (title, key, header), value in (cells or {}).items():
        _set(book[title], key, header, value)
    book.save(target)
    return target


def _set(sheet: Worksheet, key: str, header: str, value: object) -> None:
    headers = next(
        {str(cell.value).strip(" *"): cell.column for cell in row}
        for row in sheet.iter_rows()
        if any(str(cell.value).strip(" *") == header for cell in row)
    )
    for row in sheet.iter_rows():
        if row[0].value == key:
            sheet.cell(row[0].row, headers[header]).value = value  # type: ignore[assignment]
            return
    raise AssertionError(f"{sheet.title} has no row {key}")
