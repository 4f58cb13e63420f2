"""XLSX -> raw sheets: sparse cells with their values, emphasis and number formats.

Only cells that exist in the file are visited: for a sheet formatted down to its last row,
openpyxl's public iteration gives a million cells; here it is a few hundred.
"""

from __future__ import annotations

import math
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from io import BytesIO
from typing import Any

import openpyxl
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.findings import Finding, Place, warning
from zi_docs.settings import Settings
from zi_docs.text import RichText, Span
from zi_docs.workbook.sheets.schema import SCHEMA_VERSION, VERSION_PROPERTY

RawValue = RichText | bool | int | float | datetime | date | time | timedelta


@dataclass(frozen=True)
class CellFault:
    """Stands in for a value that Excel itself could not give."""

    code: str
    message: str


@dataclass(frozen=True)
class RawCell:
    """A cell with content.

    `merged_from_left`: a merge brought the value here from a column further left;
    `merged_from_above`: from a row further up.
    """

    coordinate: str
    value: RawValue | CellFault
    number_format: str = "General"
    merged_from_left: bool = False
    merged_from_above: bool = False


@dataclass(frozen=True)
class RawSheet:
    """A sheet: its title and its cells by (row, column), both counted from 1."""

    place: Place
    title: str
    cells: Mapping[tuple[int, int], RawCell]

    def rows(self) -> dict[int, dict[int, RawCell]]:
        """The cells by row and column, rows in order."""
        rows: dict[int, dict[int, RawCell]] = {}
        for (row, column), cell in sorted(self.cells.items()):
            rows.setdefault(row, {})[column] = cell
        return rows


def read_sheets(
    content: bytes, place: Place, settings: Settings
) -> tuple[list[RawSheet], list[Finding]]:
    """Read all sheets of a workbook in which `check_package` found no error.

    Raises whatever openpyxl raises on a damaged package; the caller makes a finding of it.
    """
    sheets, findings = _sheets(content, settings)
    return (
        [replace(raw, place=replace(place, sheet=raw.title)) for raw in sheets],
        [replace(f, place=replace(f.place, file=place.file)) for f in findings],
    )


# A state that was kept when the decree was signed is often, byte for byte, the workbook itself.
@lru_cache(maxsize=4)
def _sheets(content: bytes, settings: Settings) -> tuple[tuple[RawSheet, ...], tuple[Finding, ...]]:
    place = Place("")
    book = _open_book(content, data_only=False)
    results = _open_book(content, data_only=True) if _has_formulas(book) else book
    sheets: list[RawSheet] = []
    findings = list(_check_schema_version(book, place))
    for sheet in book.worksheets:
        sheet_place = replace(place, sheet=sheet.title)
        cells = dict(_raw_cells(sheet, results[sheet.title], settings))
        findings += _check_limits(sheet, sheet_place, settings)
        sheets.append(RawSheet(sheet_place, sheet.title, _spread_merged(sheet, cells, settings)))
    return tuple(sheets), tuple(findings)


def _open_book(content: bytes, *, data_only: bool) -> Workbook:
    with warnings.catch_warnings():
        # openpyxl warns about features that it drops on saving; this book is only read.
        warnings.simplefilter("ignore")
        return openpyxl.load_workbook(
            BytesIO(content), rich_text=True, data_only=data_only, keep_links=False
        )


def _check_schema_version(book: Workbook, place: Place) -> Iterator[Finding]:
    properties = book.custom_doc_props  # type: ignore[attr-defined]
    versions = [p.value for p in properties.props if p.name == VERSION_PROPERTY]
    if any(isinstance(version, int) and version > SCHEMA_VERSION for version in versions):
        yield warning(
            "WB-SKEMA",
            "Buku kerja ini dibuat oleh program yang lebih baru; isian yang belum dikenal tidak "
            "dibaca. Perbarui programnya.",
            place,
        )


def _existing_cells(sheet: Worksheet) -> Iterator[Cell]:
    return (cell for cell in sheet._cells.values() if isinstance(cell, Cell))


def _has_formulas(book: Workbook) -> bool:
    return any(
        cell.data_type == "f" for sheet in book.worksheets for cell in _existing_cells(sheet)
    )


def _raw_cells(
    sheet: Worksheet, results: Worksheet, settings: Settings
) -> Iterator[tuple[tuple[int, int], RawCell]]:
    for cell in _existing_cells(sheet):
        if cell.row > settings.max_rows or cell.column > settings.max_columns:
            continue
        if cell.data_type == "f" and str(cell.value).replace(" ", "") == _EMPTY_FORMULA:
            continue
        result = results._cells[cell.row, cell.column] if cell.data_type == "f" else cell
        value = _raw_value(result, is_formula=cell.data_type == "f")
        if value is not None:
            yield (
                (cell.row, cell.column),
                RawCell(cell.coordinate, value, str(cell.number_format)),
            )


def _raw_value(cell: Any, *, is_formula: bool) -> RawValue | CellFault | None:
    value = cell.value
    if cell.data_type == "e" or (isinstance(value, float) and not math.isfinite(value)):
        return CellFault(
            "WB-GALAT", f"Sel ini berisi galat Excel {value}; perbaiki rumus atau isinya."
        )
    if value is None:
        # A formula that gives an empty text has data type text and no value.
        return _NOT_CALCULATED if is_formula and cell.data_type == "n" else None
    if isinstance(value, CellRichText):
        return _rich_text(value) or None
    if isinstance(value, str):
        return RichText.of(value) or None
    return value if isinstance(value, bool | int | float | date | time | timedelta) else None


# It gives an empty text, whether a program has calculated it or not.
_EMPTY_FORMULA = '=""'

_NOT_CALCULATED = CellFault(
    "WB-RUMUS",
    "Rumus di sel ini belum mempunyai hasil hitungan. Buka buku kerja di Excel atau LibreOffice, "
    "simpan, lalu ulangi; atau ganti rumus dengan isinya.",
)


def _rich_text(value: CellRichText) -> RichText:
    """The spans of the cell's runs; a font of the whole cell is formatting, not emphasis."""
    spans: list[Span] = []
    for run in value:
        if isinstance(run, str):
            span = Span(run)
        else:
            span = Span(run.text, bool(run.font.i), bool(run.font.b))
        if spans and (spans[-1].italic, spans[-1].bold) == (span.italic, span.bold):
            span = replace(span, text=spans.pop().text + span.text)
        spans.append(span)
    return RichText(tuple(span for span in spans if span.text))


def _spread_merged(
    sheet: Worksheet, cells: dict[tuple[int, int], RawCell], settings: Settings
) -> dict[tuple[int, int], RawCell]:
    """Give every cell of a merged range the value that the range shows."""
    for area in sheet.merged_cells.ranges:
        first = cells.get((area.min_row, area.min_col))
        if first is None:
            continue
        for row in range(area.min_row, min(area.max_row, settings.max_rows) + 1):
            for column in range(area.min_col, min(area.max_col, settings.max_columns) + 1):
                cells[row, column] = replace(
                    first,
                    coordinate=f"{get_column_letter(column)}{row}",
                    merged_from_left=column > area.min_col,
                    merged_from_above=row > area.min_row,
                )
    return cells


def _check_limits(sheet: Worksheet, place: Place, settings: Settings) -> Iterator[Finding]:
    ignored = [
        cell
        for cell in _existing_cells(sheet)
        if cell.value is not None
        and (cell.row > settings.max_rows or cell.column > settings.max_columns)
    ]
    if ignored:
        yield warning(
            "WB-BATAS",
            f"Hanya {settings.max_rows} baris dan {settings.max_columns} kolom pertama yang "
            f"dibaca; {len(ignored)} sel di luar batas itu diabaikan. Pindahkan atau hapuslah "
            "isinya.",
            replace(place, cell=ignored[0].coordinate),
        )
