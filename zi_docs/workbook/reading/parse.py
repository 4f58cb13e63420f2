"""Raw sheets -> typed rows: every cell judged against its column, every problem collected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from openpyxl.utils import get_column_letter

from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.model import Origin
from zi_docs.text import RichText
from zi_docs.workbook.reading.cells import Problem, Result, Typed, typed
from zi_docs.workbook.reading.headers import find_header, find_sheet
from zi_docs.workbook.reading.plain_text import words
from zi_docs.workbook.reading.spelling import fold, suggestion
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

Lists = Mapping[str, Sequence[str]]
_LABEL, _VALUE = "Isian", "Nilai"


@dataclass(frozen=True)
class Row:
    """A row of a table: its values by column key, absent where empty; `whole` unless a required
    value is missing or wrong."""

    values: Mapping[str, Typed]
    origin: Origin
    whole: bool = True


@dataclass
class Tables:
    """All rows by sheet key, the lists of Referensi, and what was found on the way."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    lists: dict[str, list[str]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def parse(raw_sheets: Sequence[RawSheet], book: Place) -> Tables:
    """Read every declared sheet; Referensi first, since choices come from it."""
    tables = Tables()
    ordered = sorted(SHEETS, key=lambda sheet: sheet.layout is not Layout.LISTS)
    for sheet in ordered:
        raw, findings = find_sheet(sheet, raw_sheets, SHEETS, book)
        tables.findings += findings
        if sheet.layout is Layout.LISTS:
            tables.lists = _lists(sheet, raw, tables.findings)
        elif raw is not None and sheet.layout is not Layout.PROSE:
            tables.rows[sheet.key] = _read(sheet, raw, tables)
    tables.findings += _foreign(raw_sheets)
    return tables


def read_table(sheet: Sheet, raw: RawSheet) -> tuple[list[Row], list[Finding]]:
    """The typed rows of one table that stands outside the workbook's own sheets."""
    tables = Tables()
    return _table(sheet, raw, tables), tables.findings


def _read(sheet: Sheet, raw: RawSheet, tables: Tables) -> list[Row]:
    if sheet.layout is Layout.PAIRS:
        return _pairs(sheet, raw, tables)
    return _table(sheet, raw, tables)


def _foreign(raw_sheets: Sequence[RawSheet]) -> list[Finding]:
    titles = {fold(sheet.title) for sheet in SHEETS}
    return [
        note("WB-LEMBAR-LAIN", f"Lembar “{raw.title}” tidak dikenal dan tidak dibaca.", raw.place)
        for raw in raw_sheets
        if fold(raw.title) not in titles
    ]


def _lists(sheet: Sheet, raw: RawSheet | None, findings: list[Finding]) -> dict[str, list[str]]:
    lists = {column.key: list(column.choices) for column in sheet.columns}
    if raw is None:
        return lists
    header, found = find_header(sheet, raw)
    findings += found
    if header is None:
        return lists
    for key, number in header.columns.items():
        cells = (cells.get(number) for row, cells in raw.rows().items() if row > header.row)
        held = [text for cell in cells if cell and not cell.spread and (text := words(cell))]
        lists[key] = held or lists[key]
    return lists


def _table(sheet: Sheet, raw: RawSheet, tables: Tables) -> list[Row]:
    header, found = find_header(sheet, raw)
    tables.findings += found
    if header is None:
        return []
    places = {sheet.by_key[key]: number for key, number in header.columns.items()}
    rows = []
    for number, cells in raw.rows().items():
        if number <= header.row:
            continue
        held = {c: cell for c, at in places.items() if (cell := _held(cells.get(at), c))}
        if any(words(cell) or not isinstance(cell.value, RichText) for cell in held.values()):
            at = {c.key: f"{get_column_letter(n)}{number}" for c, n in places.items()}
            origin = Origin(raw.place.file, raw.title, number, at)
            rows.append(_row(sheet, held, origin, tables))
    return rows


def _held(cell: RawCell | None, column: Column) -> RawCell | None:
    # A tick merged over three months ticks all three; a text merged over two columns is one text.
    if cell is not None and cell.spread and column.kind is not Kind.MARK:
        return None
    return cell


def _row(sheet: Sheet, cells: Mapping[Column, RawCell], origin: Origin, tables: Tables) -> Row:
    values: dict[str, Typed] = {}
    whole = True
    for column in sheet.columns:
        result = _judged(column, cells.get(column), tables.lists)
        if result is None and column.required and column.key in origin.cells:
            result = Problem("WB-WAJIB", f"Kolom {column.header} wajib diisi. {_how(column)}")
        if isinstance(result, Problem):
            tables.findings.append(error(result.code, result.message, origin.at(column.key)))
        elif result is not None:
            values[column.key] = result
        whole = whole and not (column.required and column.key not in values)
    return Row(values, origin, whole)


def _judged(column: Column, cell: RawCell | None, lists: Lists) -> Result:
    choices = lists.get(column.list_name, ()) if column.list_name else column.choices
    found = typed(cell, column, choices) if cell is not None else None
    if found is None and column.default:
        return typed(RawCell("", RichText.of(column.default)), column, choices)
    return found


def _how(column: Column) -> str:
    example = f" Contoh: {column.example}." if column.example else ""
    return f"{column.help}{example}"


def _pairs(sheet: Sheet, raw: RawSheet, tables: Tables) -> list[Row]:
    rows = raw.rows()
    label_at, value_at, start = _pair_columns(rows)
    known = {fold(column.header): column for column in sheet.columns}
    cells: dict[Column, RawCell] = {}
    at: dict[str, str] = {}
    for number, line in rows.items():
        label = line.get(label_at)
        if number <= start or label is None or label.spread:
            continue
        column = known.get(fold(words(label)))
        value = line.get(value_at)
        if column is None:
            if value is not None and not value.spread:
                tables.findings.append(_unknown_label(raw, label, sheet))
            continue
        at.setdefault(column.key, f"{get_column_letter(value_at)}{number}")
        if value is not None and column not in cells:
            cells[column] = value
    origin = Origin(raw.place.file, raw.title, start + 1, at)
    row = _row(sheet, cells, origin, tables)
    tables.findings += _absent_labels(raw, sheet, at)
    return [row]


def _pair_columns(rows: Mapping[int, Mapping[int, RawCell]]) -> tuple[int, int, int]:
    for number, line in rows.items():
        named = {fold(words(cell)): column for column, cell in line.items()}
        if fold(_LABEL) in named and fold(_VALUE) in named:
            return named[fold(_LABEL)], named[fold(_VALUE)], number
    return 1, 2, 0


def _unknown_label(raw: RawSheet, label: RawCell, sheet: Sheet) -> Finding:
    hint = suggestion(words(label), [column.header for column in sheet.columns])
    return warning(
        "WB-ISIAN-LAIN",
        f"Isian “{words(label)}” tidak dikenal dan tidak dibaca.{hint}",
        replace(raw.place, cell=label.coordinate),
    )


def _absent_labels(raw: RawSheet, sheet: Sheet, at: Mapping[str, str]) -> list[Finding]:
    return [
        error(
            "WB-ISIAN",
            f"Isian “{column.header}” tidak ada. Tambahkan baris dengan nama itu di kolom Isian.",
            raw.place,
        )
        for column in sheet.columns
        if column.required and column.key not in at
    ]
