"""A plan from a table with other column names and order, as rows for a fresh workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from zi_docs.findings import Finding, Place, error, warning
from zi_docs.importing.area_names import canonical_area
from zi_docs.importing.foreign import read_foreign
from zi_docs.importing.import_header import (
    AREA_NUMBER,
    SCHEDULE,
    ImportHeader,
    find_import_header,
    is_numbering,
)
from zi_docs.importing.month_words import months_of
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.text import RichText
from zi_docs.workbook.reading.cells import Problem, Typed, typed
from zi_docs.workbook.reading.plain_text import words
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI, month_key
from zi_docs.workbook.sheets.schema import Column, Kind
from zi_docs.workbook.writing.cell_values import CellValue

ImportedRow = dict[str, CellValue]
_SUBSTANCE = ("indikator", "langkah_aksi", "bukti")


@dataclass
class _State:
    """What blank cells go on with, and what has been found so far."""

    area: str = ""
    component: CellValue = None
    findings: list[Finding] = field(default_factory=list)


def import_plan(
    path: Path, mapping: Mapping[str, str], settings: Settings = DEFAULTS
) -> tuple[list[ImportedRow], list[Finding]]:
    """Read the rows of an action plan from a CSV or XLSX file.

    Columns are known by the schema's names and their usual other names; `mapping` says of the
    rest which file column is which schema column. The rows go to `author.write_workbook` under
    `rencana_aksi`. What could not be read is reported with its line or cell, and left empty.
    """
    sheets, findings = read_foreign(path, settings)
    if not sheets:
        return [], findings
    raw, header, found = find_import_header(sheets, mapping)
    findings += found
    if header is None:
        return [], findings
    state = _State(findings=findings)
    read = [_row(raw, number, cells, header, state) for number, cells in _below(raw, header)]
    rows = [row for row in read if row is not None]
    if not rows:
        message = "Tidak ada satu baris rencana aksi pun di bawah kepala kolom. Periksa isinya."
        state.findings.append(error("IMP-KOSONG", message, raw.place))
    return _numbered(rows), state.findings


def _below(raw: RawSheet, header: ImportHeader) -> Iterator[tuple[int, dict[int, RawCell]]]:
    for number, cells in raw.rows().items():
        if number > header.row and not is_numbering(cells):
            yield number, cells


def _row(
    raw: RawSheet, number: int, cells: Mapping[int, RawCell], header: ImportHeader, state: _State
) -> ImportedRow | None:
    row: ImportedRow = {}
    for column in RENCANA_AKSI.columns:
        cell = cells.get(header.columns.get(column.key, 0))
        value = _value(raw, cell, column, state)
        if value is not None:
            row[column.key] = value
    here = _place(raw, number, cells)
    _carry_on(row, _text(cells, header, AREA_NUMBER), here, state)
    _mark_schedule(row, cells.get(header.columns.get(SCHEDULE, 0)), raw, state)
    if not any(row.get(key) for key in _SUBSTANCE):
        return None
    state.findings += _incomplete(row, header, here)
    return row


def _value(raw: RawSheet, cell: RawCell | None, column: Column, state: _State) -> Typed | None:
    if cell is None or (cell.spread and column.kind is not Kind.MARK):
        return None
    if column.key == "area":
        return words(cell) or None
    result = typed(cell, column, column.choices)
    if isinstance(result, Problem):
        state.findings.append(error(result.code, result.message, _spot(raw, cell)))
        return None
    return result


def _text(cells: Mapping[int, RawCell], header: ImportHeader, key: str) -> str:
    cell = cells.get(header.columns.get(key, 0))
    return words(cell) if cell else ""


def _carry_on(row: ImportedRow, area_number: str, here: Place, state: _State) -> None:
    """A blank area or component goes on with the one above; a new area begins its own."""
    name = str(row.get("area") or "")
    if name or area_number:
        area, known = canonical_area(area_number, name)
        if not known and area != state.area:
            message = (
                f"Area “{area}” tidak ada di daftar Area. Tambahkan di lembar Referensi, atau "
                "pilih area yang ada."
            )
            state.findings.append(warning("IMP-AREA", message, here))
        if area != state.area:
            state.area, state.component = area, None
    if row.get("komponen"):
        state.component = row["komponen"]
    if state.area:
        row["area"] = state.area
    if state.component is not None:
        row["komponen"] = state.component


def _mark_schedule(row: ImportedRow, cell: RawCell | None, raw: RawSheet, state: _State) -> None:
    if cell is None:
        return
    value = cell.value
    months = frozenset({value.month}) if isinstance(value, date) else months_of(words(cell))
    if months is None:
        message = (
            f"Waktu pelaksanaan “{words(cell)}” tidak dapat dibaca. Tuliskan misalnya Maret; Juni, "
            "Januari-Maret, atau setiap bulan."
        )
        state.findings.append(error("IMP-WAKTU", message, _spot(raw, cell)))
    for month in months or ():
        row[month_key(month)] = True


def _incomplete(row: ImportedRow, header: ImportHeader, here: Place) -> list[Finding]:
    empty = [
        column.header
        for column in RENCANA_AKSI.columns
        if column.required
        and column.kind is not Kind.ID
        and not row.get(column.key)
        # A column that the file lacks was reported once, with the header.
        and (column.key in header.columns or column.key == "area")
    ]
    if not empty:
        return []
    message = f"{', '.join(empty)} kosong pada baris ini. Lengkapilah di buku kerja baru."
    return [warning("IMP-WAJIB", message, here)]


def _numbered(rows: Sequence[ImportedRow]) -> list[ImportedRow]:
    """Keep IDs that are there and differ; give the others the next free RA number."""
    kept: set[str] = set()
    for row in rows:
        own = str(row.get("id") or "")
        if own and own.casefold() not in kept:
            kept.add(own.casefold())
        else:
            row.pop("id", None)
    free = (f"RA-{n:03d}" for n in range(1, 2 * len(rows) + 1))
    fresh = (name for name in free if name.casefold() not in kept)
    return [{"id": row["id"] if "id" in row else next(fresh)} | row for row in rows]


def _place(raw: RawSheet, number: int, cells: Mapping[int, RawCell]) -> Place:
    first = next(iter(cells.values()), RawCell(f"A{number}", RichText()))
    return _spot(raw, first)


def _spot(raw: RawSheet, cell: RawCell) -> Place:
    # A CSV file has no sheets: its line is named as a part of it.
    if raw.place.sheet is None:
        return replace(raw.place, part=cell.coordinate)
    return replace(raw.place, cell=cell.coordinate)
