"""The layouts of a new workbook's sheets: a table, pairs of name and value, lists."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.filters import AutoFilter, FilterColumn
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.workbook.sheets.schema import Column, Kind, Sheet
from zi_docs.workbook.writing import looks
from zi_docs.workbook.writing.cell_rules import ChoiceRanges, add_dropdown, colour_missing
from zi_docs.workbook.writing.cell_values import (
    CellValue,
    Values,
    display_text,
    put_text,
    put_value,
)
from zi_docs.workbook.writing.frame import (
    HEADER_ROW,
    add_table,
    cell_at,
    finish_page,
    put_header,
    put_title,
    set_header_height,
)

_FIRST_ROW = HEADER_ROW + 1
# Drop-downs and colours reach so far; the table itself grows with what is typed below it.
_ROOM = 500
_PAIR_WIDTHS = {"Isian": 34, "Nilai": 52, "Keterangan": 84}


def last_table_row(sheet: Sheet, rows: Sequence[Values]) -> int:
    """The number of a table's last row, spare rows included."""
    return HEADER_ROW + len(rows) + max(sheet.spare, 1)


def last_ruled_row(sheet: Sheet, rows: Sequence[Values]) -> int:
    """The number of the last row that has the drop-downs and colours of a table."""
    return max(last_table_row(sheet, rows), HEADER_ROW + _ROOM)


def fill_table(page: Worksheet, sheet: Sheet, rows: Sequence[Values], ranges: ChoiceRanges) -> None:
    """Write a named table with its data, spare rows and drop-downs; its rows are the office's."""
    put_title(page, sheet)
    last, ruled = last_table_row(sheet, rows), last_ruled_row(sheet, rows)
    for number, column in enumerate(sheet.columns, start=1):
        letter = get_column_letter(number)
        put_header(page, column, number)
        for row in range(_FIRST_ROW, last + 1):
            cell_at(page, row, number).style = looks.input_style(column)
        add_dropdown(page, column, f"{letter}{_FIRST_ROW}:{letter}{ruled}", ranges)
        if column.rare:
            filled = any(values.get(column.key) is not None for values in rows)
            page.column_dimensions[letter].outlineLevel = 1
            page.column_dimensions[letter].hidden = not filled
    colour_missing(page, sheet.columns, _FIRST_ROW, ruled)
    for number, values in enumerate(rows, start=_FIRST_ROW):
        _fill_row(page, sheet, number, values)
    set_header_height(page, sheet.columns)
    ref = f"A{HEADER_ROW}:{get_column_letter(len(sheet.columns))}{last}"
    table = add_table(page, f"Tabel_{sheet.title.replace(' ', '_')}", ref)
    table.autoFilter = AutoFilter(ref=ref, filterColumn=_hidden_buttons(sheet))
    page.freeze_panes = f"{'B' if sheet.id_column else 'A'}{_FIRST_ROW}"
    finish_page(page, protected=False)


def offer_by_row(
    page: Worksheet,
    sheet: Sheet,
    lists: Worksheet,
    offered: Mapping[str, Sequence[Sequence[str]]],
) -> None:
    """Offer each row's own values in columns of a table; they stand on a hidden page of lists.

    A list within a rule would be cut at commas. Anything else may be typed.
    """
    lists.sheet_state = "hidden"
    cells: dict[tuple[str, ...], list[str]] = {}
    letters = {column.key: get_column_letter(n) for n, column in enumerate(sheet.columns, start=1)}
    for key, rows in offered.items():
        for number, values in enumerate(rows, start=_FIRST_ROW):
            if values:
                cells.setdefault(tuple(values), []).append(f"{letters[key]}{number}")
    for number, (values, places) in enumerate(cells.items(), start=1):
        for row, value in enumerate(values, start=1):
            put_text(cell_at(lists, row, number), value)
        letter = get_column_letter(number)
        source = f"'{lists.title}'!${letter}$1:${letter}${len(values)}"
        rule = DataValidation(type="list", formula1=source, allow_blank=True)
        for place in places:
            rule.add(place)
        page.add_data_validation(rule)


def _fill_row(page: Worksheet, sheet: Sheet, number: int, values: Values) -> None:
    for column_number, column in enumerate(sheet.columns, start=1):
        put_value(cell_at(page, number, column_number), values.get(column.key))
    texts = [(display_text(values.get(column.key)), column.width) for column in sheet.columns]
    page.row_dimensions[number].height = looks.row_height(texts)


def _hidden_buttons(sheet: Sheet) -> list[FilterColumn]:
    # A filter button would cover the number in the header of a narrow month column.
    return [
        FilterColumn(colId=index, hiddenButton=True)
        for index, column in enumerate(sheet.columns)
        if column.kind is Kind.MARK
    ]


def fill_pairs(page: Worksheet, sheet: Sheet, values: Values, ranges: ChoiceRanges) -> None:
    """Write name, value and meaning of each entry, under the headings of their groups."""
    put_title(page, sheet)
    for number, (name, width) in enumerate(_PAIR_WIDTHS.items(), start=1):
        cell = cell_at(page, HEADER_ROW, number)
        cell.style = looks.HEADER
        put_text(cell, name)
        page.column_dimensions[get_column_letter(number)].width = width
    row = _FIRST_ROW
    for group, columns in groupby(sheet.columns, key=lambda column: column.group):
        _put_group(page, row, group)
        for column in columns:
            row += 1
            _put_pair(page, row, column, values.get(column.key), ranges)
        row += 1
    page.freeze_panes = f"A{_FIRST_ROW}"
    finish_page(page)


def _put_group(page: Worksheet, row: int, group: str) -> None:
    for number in range(1, len(_PAIR_WIDTHS) + 1):
        cell_at(page, row, number).style = looks.GROUP
    put_text(cell_at(page, row, 1), group)
    page.row_dimensions[row].height = 20


def _put_pair(
    page: Worksheet, row: int, column: Column, value: CellValue, ranges: ChoiceRanges
) -> None:
    label, value_cell, meaning = (cell_at(page, row, number) for number in (1, 2, 3))
    label.style = looks.HEADER_REQUIRED if column.required else looks.LABEL
    value_cell.style = looks.input_style(column)
    value_cell.alignment = Alignment(horizontal="left", vertical="top", wrap_text=True)
    meaning.style = looks.LABEL
    put_text(label, column.header)
    put_value(value_cell, _default_value(column) if value is None else value)
    example = f" Contoh: {column.example}." if column.example else ""
    put_text(meaning, f"{column.help}{example}")
    add_dropdown(page, column, f"B{row}", ranges)
    texts = zip(
        (column.header, display_text(value), str(meaning.value)), _PAIR_WIDTHS.values(), strict=True
    )
    page.row_dimensions[row].height = looks.row_height(texts)


def _default_value(column: Column) -> CellValue:
    if column.kind in (Kind.NUMBER, Kind.INTEGER) and column.default:
        return int(column.default)
    return column.default or None


def fill_lists(page: Worksheet, sheet: Sheet, rows: Sequence[Values]) -> None:
    """Write independent lists side by side, each as its own table."""
    put_title(page, sheet)
    last = last_list_row(sheet, rows)
    for number, column in enumerate(sheet.columns, start=1):
        put_header(page, column, number)
        for row in range(_FIRST_ROW, last + 1):
            cell_at(page, row, number).style = looks.input_style(column)
        for row, value in enumerate(list_values(column, rows), start=_FIRST_ROW):
            put_value(cell_at(page, row, number), value)
        letter = get_column_letter(number)
        add_table(
            page,
            f"Daftar_{column.header.replace(' ', '_')}",
            f"{letter}{HEADER_ROW}:{letter}{last}",
        )
    set_header_height(page, sheet.columns)
    page.freeze_panes = f"A{_FIRST_ROW}"
    finish_page(page, landscape=False, protected=False)


def list_values(column: Column, rows: Sequence[Values]) -> list[CellValue]:
    """The values of a list in `rows`; without any, the choices of the schema."""
    values = [row[column.key] for row in rows if row.get(column.key) is not None]
    return values or list(column.choices)


def last_list_row(sheet: Sheet, rows: Sequence[Values]) -> int:
    """The number of the lists' last row, spare rows included."""
    longest = max(len(list_values(column, rows)) for column in sheet.columns)
    return HEADER_ROW + longest + sheet.spare
