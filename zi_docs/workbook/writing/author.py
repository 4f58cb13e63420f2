"""Schema + rows -> a new workbook, laid out for people in an office."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from types import MappingProxyType

import openpyxl
from openpyxl.packaging.custom import IntProperty
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.list_sheets import REFERENSI
from zi_docs.workbook.sheets.schema import SCHEMA_VERSION, VERSION_PROPERTY, Layout, Sheet
from zi_docs.workbook.writing.cell_rules import ChoiceRanges
from zi_docs.workbook.writing.cell_values import Values, display_text
from zi_docs.workbook.writing.frame import HEADER_ROW, save_workbook_bytes
from zi_docs.workbook.writing.looks import add_styles
from zi_docs.workbook.writing.prose import fill_prose
from zi_docs.workbook.writing.sheet_content import (
    fill_lists,
    fill_pairs,
    fill_table,
    last_list_row,
    last_ruled_row,
    list_values,
    offer_by_row,
)

_CREATOR = "zi-docs"
SheetRows = Mapping[str, Sequence[Values]]
_TAB_COLOURS = {
    Layout.PROSE: "7F8C8D",
    Layout.PAIRS: "1F4E79",
    Layout.LISTS: "7F8C8D",
    Layout.TABLE: "5B9BD5",
}
_SUPPORTING_TAB = "70AD47"


def write_workbook(rows: SheetRows, stamp: date) -> bytes:
    """A new workbook with `rows` by sheet key and column key; the same rows give the same bytes.

    A sheet without an entry in `rows` gets its starting rows, if it has any; every table also gets
    empty rows to fill in. The pairs of Instansi are the keys of its single row.
    """
    book = openpyxl.Workbook()
    add_styles(book)
    rows = {**rows, REFERENSI.key: _listed(rows)}
    ranges = _choice_ranges(rows)
    for index, sheet in enumerate(SHEETS):
        page = book.worksheets[0] if index == 0 else book.create_sheet()
        page.title = sheet.title
        page.sheet_properties.tabColor = _tab_colour(sheet)
        _fill_sheet(page, sheet, rows.get(sheet.key, sheet.starting), ranges)
    version = IntProperty(name=VERSION_PROPERTY, value=SCHEMA_VERSION)
    book.custom_doc_props.append(version)  # type: ignore[attr-defined]
    return save_workbook_bytes(book, "Buku kerja Zona Integritas", _CREATOR, stamp)


def _tab_colour(sheet: Sheet) -> str:
    return _SUPPORTING_TAB if sheet.supporting else _TAB_COLOURS[sheet.layout]


def write_table(
    sheet: Sheet,
    rows: Sequence[Values],
    stamp: date,
    offered: Mapping[str, Sequence[Sequence[str]]] = MappingProxyType({}),
) -> bytes:
    """A workbook with a single table, to look at or to copy from.

    `offered` are values to pick, by column key and row; anything else may be typed.
    """
    book = _book_of_tables([(sheet, rows)])
    if offered:
        offer_by_row(book.worksheets[0], sheet, book.create_sheet("Pilihan"), offered)
    return save_workbook_bytes(book, sheet.title, _CREATOR, stamp)


def write_tables(
    title: str, tables: Sequence[tuple[Sheet, Sequence[Values]]], stamp: date
) -> bytes:
    """A workbook with several tables, to look at; the same rows give the same bytes."""
    return save_workbook_bytes(_book_of_tables(tables), title, _CREATOR, stamp)


def _book_of_tables(tables: Sequence[tuple[Sheet, Sequence[Values]]]) -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    add_styles(book)
    for number, (sheet, rows) in enumerate(tables):
        page = book.worksheets[0] if number == 0 else book.create_sheet()
        page.title = sheet.title
        fill_table(page, sheet, rows, {})
    return book


def _fill_sheet(
    page: Worksheet, sheet: Sheet, rows: Sequence[Values], ranges: ChoiceRanges
) -> None:
    if sheet.layout is Layout.PROSE:
        fill_prose(page, SHEETS)
    elif sheet.layout is Layout.PAIRS:
        fill_pairs(page, sheet, rows[0] if rows else {}, ranges)
    elif sheet.layout is Layout.LISTS:
        fill_lists(page, sheet, rows)
    else:
        fill_table(page, sheet, rows, ranges)


def _listed(rows: SheetRows) -> list[Values]:
    """The rows of Referensi, its lists with the names that sheets use and may be picked there."""
    given = rows.get(REFERENSI.key, ())
    lists = {column.key: list_values(column, given) for column in REFERENSI.columns}
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.offers in lists:
                cells = (display_text(row.get(column.key)) for row in rows.get(sheet.key, ()))
                parts = (cell.split(",") if column.several else [cell] for cell in cells)
                texts = [text for part in parts for each in part if (text := each.strip())]
                lists[column.offers] = [*dict.fromkeys((*lists[column.offers], *texts))]
    longest = max(map(len, lists.values()))
    return [
        {key: values[index] for key, values in lists.items() if index < len(values)}
        for index in range(longest)
    ]


def _choice_ranges(rows: SheetRows) -> dict[str, str]:
    """The range of every ID column by sheet key, of every list by its name, of what is offered."""
    ranges: dict[str, str] = {}
    offered = {column.offers for sheet in SHEETS for column in sheet.columns}
    for sheet in SHEETS:
        sheet_rows = rows.get(sheet.key, sheet.starting)
        for number, column in enumerate(sheet.columns, start=1):
            if sheet.layout is Layout.LISTS:
                ranges[column.key] = _column_range(sheet, number, last_list_row(sheet, sheet_rows))
            elif column is sheet.id_column:
                ranges[sheet.key] = _column_range(sheet, number, last_ruled_row(sheet, sheet_rows))
            elif (key := f"{sheet.key}.{column.key}") in offered:
                ranges[key] = _column_range(sheet, number, last_ruled_row(sheet, sheet_rows))
    return ranges


def _column_range(sheet: Sheet, number: int, last: int) -> str:
    letter = get_column_letter(number)
    return f"'{sheet.title}'!${letter}${HEADER_ROW + 1}:${letter}${last}"
