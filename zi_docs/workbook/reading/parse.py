"""Raw sheets -> typed rows: every cell is checked against its column, every problem collected."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from zi_docs.findings import Finding, Place, error, note
from zi_docs.model import Origin
from zi_docs.text import RichText
from zi_docs.workbook.reading.cell_dress import dress_findings
from zi_docs.workbook.reading.cell_places import column_letters
from zi_docs.workbook.reading.cell_text import fold_name, visible_text
from zi_docs.workbook.reading.cells import CellProblem, CellResult, TypedValue, typed_value
from zi_docs.workbook.reading.doubts import doubts
from zi_docs.workbook.reading.headers import TableHeader, find_header, find_sheet
from zi_docs.workbook.reading.pairs import read_pairs
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.form_sheets import ANSWERS, FORMULIR
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

ChoiceLists = Mapping[str, Sequence[str]]
_ANSWERED = {FORMULIR.key, REALISASI.key}


@dataclass(frozen=True)
class TypedRow:
    """A row of a table: its values by column key, without the empty cells.

    `whole` is False when a required value is missing or wrong.
    """

    values: Mapping[str, TypedValue]
    origin: Origin
    whole: bool = True


@dataclass
class Tables:
    """All rows by sheet key, the lists of Referensi, and the findings from reading them.

    `month_years` are the years that headers of months name, each with its cell; `owners` the IDs
    of what rows belong to, by sheet title and row number.
    """

    rows: dict[str, list[TypedRow]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    month_years: list[tuple[int, Place]] = field(default_factory=list)
    owners: Mapping[tuple[str, int], frozenset[str]] = field(default_factory=dict)


def parse_sheets(raw_sheets: Sequence[RawSheet], book: Place) -> Tables:
    """Read every declared sheet; Referensi first, since choices come from it."""
    tables = Tables()
    ordered = sorted(SHEETS, key=lambda sheet: sheet.layout is not Layout.LISTS)
    read: dict[str, RawSheet | None] = {}
    for sheet in ordered:
        raw, findings = find_sheet(sheet, raw_sheets, SHEETS, book)
        read[sheet.key] = raw
        tables.findings += findings
        if sheet.layout is Layout.LISTS:
            tables.lists = _read_lists(sheet, raw, tables.findings)
        elif sheet.layout is Layout.PAIRS:
            if rows := _read_pairs(sheet, raw, read.get(sheet.formerly), tables):
                tables.rows[sheet.key] = rows
        elif raw is not None and sheet.layout is Layout.TABLE:
            tables.rows[sheet.key] = _read_table(sheet, raw, tables)
    tables.findings += _unknown_sheets(raw_sheets, [raw.title for raw in read.values() if raw])
    return tables


def parse_table(sheet: Sheet, raw: RawSheet) -> tuple[list[TypedRow], list[Finding]]:
    """The typed rows of a table that is not one of the workbook's own sheets."""
    tables = Tables()
    return _read_table(sheet, raw, tables), tables.findings


def _unknown_sheets(raw_sheets: Sequence[RawSheet], known: Sequence[str]) -> list[Finding]:
    titles = {fold_name(title) for title in (*known, *(sheet.title for sheet in SHEETS))}
    return [
        note(
            "WB-LEMBAR-LAIN",
            f"Lembar “{raw.title}” tidak dikenal dan tidak dibaca. Ganti namanya, "
            "atau biarkan bila lembar itu catatan kantor.",
            raw.place,
        )
        for raw in raw_sheets
        if fold_name(raw.title) not in titles
    ]


def _read_lists(
    sheet: Sheet, raw: RawSheet | None, findings: list[Finding]
) -> dict[str, list[str]]:
    lists = {column.key: list(column.choices) for column in sheet.columns}
    if raw is None:
        return lists
    header, header_findings = find_header(sheet, raw)
    findings += header_findings
    if header is None:
        return lists
    for key, number in header.columns.items():
        column_cells = (cells.get(number) for row, cells in raw.rows().items() if row > header.row)
        values = [
            text
            for cell in column_cells
            if cell and not cell.merged_from_left and (text := visible_text(cell))
        ]
        lists[key] = values or lists[key]
    return lists


def _read_table(sheet: Sheet, raw: RawSheet, tables: Tables) -> list[TypedRow]:
    header, header_findings = find_header(sheet, raw)
    tables.findings += header_findings
    if header is None:
        return []
    tables.month_years += header.years
    column_numbers = {sheet.by_key[key]: number for key, number in header.columns.items()}
    rows = []
    read_cells: list[Mapping[Column, RawCell]] = []
    for row_number, raw_cells in raw.rows().items():
        if row_number <= header.row:
            continue
        cells = {
            column: cell
            for column, number in column_numbers.items()
            if (cell := _own_cell(raw_cells.get(number), column, sheet))
        }
        if any(_has_content(cell) for cell in cells.values()):
            coordinates = {
                column.key: f"{column_letters(number)}{row_number}"
                for column, number in column_numbers.items()
            }
            origin = Origin(raw.place.file, raw.title, row_number, coordinates)
            rows.append(_typed_row(sheet, cells, origin, tables))
            read_cells.append(cells)
    tables.findings += doubts(read_cells, raw.place)
    tables.findings += _shared_answers(sheet, raw, header)
    return rows


def _own_cell(cell: RawCell | None, column: Column, sheet: Sheet) -> RawCell | None:
    """The cell, unless a merge brought a value to it that belongs to another column or row."""
    # A tick merged over three months ticks all three; a text merged over two columns is one text.
    # An area merged over its rows is the area of each, but an answer is the answer of one.
    if cell is None or (cell.merged_from_left and column.kind is not Kind.MARK):
        return None
    return None if cell.merged_from_above and _answers_a_row(sheet, column.key) else cell


def _answers_a_row(sheet: Sheet, key: str) -> bool:
    return sheet.key in _ANSWERED and key in ANSWERS


def _shared_answers(sheet: Sheet, raw: RawSheet, header: TableHeader) -> Iterator[Finding]:
    """A finding for each answer that a merged cell gives to several rows."""
    for key, number in header.columns.items():
        if not _answers_a_row(sheet, key):
            continue
        column = {row: cell for (row, at), cell in raw.cells.items() if at == number}
        for row, cell in sorted(column.items()):
            below = column.get(row + 1)
            if (
                row > header.row
                and not cell.merged_from_above
                and below
                and below.merged_from_above
            ):
                yield error(
                    "MON-GABUNG",
                    "Sel ini digabung dengan sel di bawahnya; isinya hanya dibaca untuk barisnya "
                    "sendiri. Pisahkan selnya (Unmerge Cells), lalu isilah setiap baris.",
                    replace(raw.place, cell=cell.coordinate),
                )


def _has_content(cell: RawCell) -> bool:
    return bool(visible_text(cell)) or not isinstance(cell.value, RichText)


def _typed_row(
    sheet: Sheet, cells: Mapping[Column, RawCell], origin: Origin, tables: Tables
) -> TypedRow:
    values: dict[str, TypedValue] = {}
    whole = True
    for column in sheet.columns:
        cell = cells.get(column)
        result = _value_or_problem(column, cell, tables.lists)
        if cell is not None:
            tables.findings += dress_findings(cell, column, origin.at(column.key))
        if result is None and column.required and column.key in origin.cells:
            result = CellProblem(
                "WB-WAJIB", f"Kolom {column.header} wajib diisi. {_column_help(column)}"
            )
        if isinstance(result, CellProblem):
            tables.findings.append(error(result.code, result.message, origin.at(column.key)))
        elif result is not None:
            values[column.key] = result
        whole = whole and not (column.required and column.key not in values)
    return TypedRow(values, origin, whole)


def _value_or_problem(column: Column, cell: RawCell | None, lists: ChoiceLists) -> CellResult:
    choices = lists.get(column.list_name, ()) if column.list_name else column.choices
    result = typed_value(cell, column, choices) if cell is not None else None
    if result is None and column.default:
        return typed_value(RawCell("", RichText.of(column.default)), column, choices)
    return result


def _column_help(column: Column) -> str:
    example = f" Contoh: {column.example}." if column.example else ""
    return f"{column.help}{example}"


def _read_pairs(
    sheet: Sheet, raw: RawSheet | None, former: RawSheet | None, tables: Tables
) -> list[TypedRow]:
    pairs = read_pairs(sheet, raw, former)
    if pairs is None:
        return []
    row = _typed_row(sheet, pairs.cells, pairs.origin, tables)
    tables.findings += doubts([pairs.cells], pairs.place)
    tables.findings += pairs.findings
    return [row]
