"""A plan from a table with other column names and order -> rows for a new workbook."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from zi_docs.findings import Finding, Place, error, warning
from zi_docs.importing.foreign import read_foreign_tables
from zi_docs.importing.import_header import (
    AREA_NUMBER,
    SCHEDULE,
    ImportHeader,
    find_import_header,
    is_column_numbering,
)
from zi_docs.importing.month_words import months_from_text
from zi_docs.model import listed_areas
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.text import RichText
from zi_docs.workbook.reading.cell_text import fold_name, visible_text
from zi_docs.workbook.reading.cells import CellProblem, TypedValue, typed_value
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.list_sheets import AREAS
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI, month_key
from zi_docs.workbook.sheets.schema import Column, Kind
from zi_docs.workbook.writing.cell_values import CellValue

ImportedRow = dict[str, CellValue]
# A row without any of these is no action, for example a heading of an area.
_SUBSTANCE = ("indikator", "langkah_aksi", "bukti")
_NUMBERED_AREA = re.compile(r"(?:area\s+)?(?:([IVX]+|\d+)(?:\s*[.):-]\s*|\s+))?(.*)", re.I | re.S)


@dataclass
class _ImportState:
    """Area and component that blank cells continue, and the findings so far."""

    area: str = ""
    component: CellValue = None
    findings: list[Finding] = field(default_factory=list)


def import_plan(
    path: Path, mapping: Mapping[str, str], settings: Settings = DEFAULTS
) -> tuple[list[ImportedRow], list[Finding]]:
    """Read the rows of an action plan from a CSV or XLSX file.

    Columns are recognised by the schema's names and other common names; `mapping` gives the schema
    column of further columns by their name in the file. The rows go to `author.write_workbook`
    under `rencana_aksi`. What cannot be read is reported with its line or cell, and left empty.
    """
    sheets, findings = read_foreign_tables(path, settings)
    if not sheets:
        return [], findings
    raw, header, header_findings = find_import_header(sheets, mapping)
    findings += header_findings
    if header is None:
        return [], findings
    state = _ImportState(findings=findings)
    imported = [
        _import_row(raw, number, cells, header, state) for number, cells in _rows_below(raw, header)
    ]
    rows = [row for row in imported if row is not None]
    if not rows:
        message = "Tidak ada satu baris rencana aksi pun di bawah kepala kolom. Periksa isinya."
        state.findings.append(error("IMP-KOSONG", message, raw.place))
    return _assign_ids(rows), state.findings


def _rows_below(raw: RawSheet, header: ImportHeader) -> Iterator[tuple[int, dict[int, RawCell]]]:
    for number, cells in raw.rows().items():
        if number > header.row and not is_column_numbering(cells):
            yield number, cells


def _import_row(
    raw: RawSheet,
    number: int,
    cells: Mapping[int, RawCell],
    header: ImportHeader,
    state: _ImportState,
) -> ImportedRow | None:
    row: ImportedRow = {}
    for column in RENCANA_AKSI.columns:
        cell = cells.get(header.columns.get(column.key, 0))
        value = _read_value(raw, cell, column, state)
        if value is not None:
            row[column.key] = value
    place = _row_place(raw, number, cells)
    _fill_area_and_component(row, _text_of_column(cells, header, AREA_NUMBER), place, state)
    _mark_months(row, cells.get(header.columns.get(SCHEDULE, 0)), raw, state)
    if not any(row.get(key) for key in _SUBSTANCE):
        return None
    state.findings += _missing_values(row, header, place)
    return row


def _read_value(
    raw: RawSheet, cell: RawCell | None, column: Column, state: _ImportState
) -> TypedValue | None:
    if cell is None or (cell.merged_from_left and column.kind is not Kind.MARK):
        return None
    if column.key == "area":
        return visible_text(cell) or None
    result = typed_value(cell, column, column.choices)
    if isinstance(result, CellProblem):
        state.findings.append(error(result.code, result.message, _cell_place(raw, cell)))
        return None
    return result


def _text_of_column(cells: Mapping[int, RawCell], header: ImportHeader, key: str) -> str:
    cell = cells.get(header.columns.get(key, 0))
    return visible_text(cell) if cell else ""


def _fill_area_and_component(
    row: ImportedRow, area_number: str, place: Place, state: _ImportState
) -> None:
    """Fill a blank area or component from the row above; a new area starts without component."""
    name = str(row.get("area") or "")
    if name or area_number:
        area, is_listed = _canonical_area(area_number, name)
        if not is_listed and area != state.area:
            message = (
                f"Area “{area}” tidak ada di daftar Area. Tambahkan di lembar Referensi, atau "
                "pilih area yang ada."
            )
            state.findings.append(warning("IMP-AREA", message, place))
        if area != state.area:
            state.area, state.component = area, None
    if row.get("komponen"):
        state.component = row["komponen"]
    if state.area:
        row["area"] = state.area
    if state.component is not None:
        row["komponen"] = state.component


def _canonical_area(number: str, name: str) -> tuple[str, bool]:
    """Number and name of an area as in the list Area, and whether the list has it at all."""
    leading_number, bare_name = _split_area(name)
    number = number.strip().rstrip(".)") or leading_number
    for area in listed_areas(AREAS):
        same_name = fold_name(bare_name) == fold_name(area.name)
        if same_name or (not bare_name and number.upper() in (area.numeral, str(area.number))):
            return area.title, True
    return f"{number} {bare_name}".strip(), False


def _split_area(name: str) -> tuple[str, str]:
    """The number that an area's name begins with, if any, and the rest."""
    text = " ".join(name.split())
    if number := re.fullmatch(r"[IVX]+|\d+", text, re.I):
        return number[0], ""
    parts = _NUMBERED_AREA.fullmatch(text)
    return (parts[1] or "", parts[2]) if parts else ("", text)


def _mark_months(
    row: ImportedRow, cell: RawCell | None, raw: RawSheet, state: _ImportState
) -> None:
    if cell is None:
        return
    months = _months_of_cell(cell)
    if months is None:
        message = (
            f"Waktu pelaksanaan “{visible_text(cell)}” tidak dapat dibaca. Tuliskan misalnya "
            "Maret; Juni, Januari-Maret, atau setiap bulan."
        )
        state.findings.append(error("IMP-WAKTU", message, _cell_place(raw, cell)))
    for month in months or ():
        row[month_key(month)] = True


def _months_of_cell(cell: RawCell) -> frozenset[int] | None:
    if isinstance(cell.value, date):
        return frozenset({cell.value.month})
    return months_from_text(visible_text(cell))


def _missing_values(row: ImportedRow, header: ImportHeader, place: Place) -> list[Finding]:
    empty = [
        column.header
        for column in RENCANA_AKSI.columns
        if column.required
        and column.kind is not Kind.ID
        and not row.get(column.key)
        # A column missing from the file is reported only once, for the header.
        and (column.key in header.columns or column.key == "area")
    ]
    if not empty:
        return []
    message = f"{', '.join(empty)} kosong pada baris ini. Lengkapilah di buku kerja baru."
    return [warning("IMP-WAJIB", message, place)]


def _assign_ids(rows: Sequence[ImportedRow]) -> list[ImportedRow]:
    """Keep existing unique IDs; give the other rows the next free RA number."""
    used: set[str] = set()
    for row in rows:
        row_id = str(row.get("id") or "")
        if row_id and row_id.casefold() not in used:
            used.add(row_id.casefold())
        else:
            row.pop("id", None)
    numbers = (f"RA-{number:03d}" for number in range(1, 2 * len(rows) + 1))
    free_ids = (row_id for row_id in numbers if row_id.casefold() not in used)
    return [{"id": row["id"] if "id" in row else next(free_ids)} | row for row in rows]


def _row_place(raw: RawSheet, number: int, cells: Mapping[int, RawCell]) -> Place:
    first = next(iter(cells.values()), RawCell(f"A{number}", RichText()))
    return _cell_place(raw, first)


def _cell_place(raw: RawSheet, cell: RawCell) -> Place:
    # A CSV file has no sheets: its line is named as a part of it.
    if raw.place.sheet is None:
        return replace(raw.place, part=cell.coordinate)
    return replace(raw.place, cell=cell.coordinate)
