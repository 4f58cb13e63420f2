"""Sheets found by title and columns by header, wherever the office has moved them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.workbook.reading.cell_text import fold_name, nearest_name, suggestion, visible_text
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.plan_sheets import MONTH_PREFIX
from zi_docs.workbook.sheets.schema import Column, Layout, Sheet

_SEARCHED_ROWS = 12
_MONTH_OF_YEAR = re.compile(r"([^\W\d]+)\.?\s*[’'/-]?\s*(\d{4})")


@dataclass(frozen=True)
class TableHeader:
    """The header of a table: its row, and the number of each column by its key.

    `years` are those that headers of months name (`Januari 2026`), each with its cell.
    """

    row: int
    columns: Mapping[str, int]
    years: tuple[tuple[int, Place], ...] = ()


def find_sheet(
    sheet: Sheet, raw_sheets: Sequence[RawSheet], declared: Sequence[Sheet], book: Place
) -> tuple[RawSheet | None, list[Finding]]:
    """The raw sheet of a declared sheet; a finding with the nearest title if it is missing."""
    title = fold_name(sheet.title)
    raw = next((raw for raw in raw_sheets if fold_name(raw.title) == title), None)
    if raw is not None or sheet.layout is Layout.PROSE:
        return raw, []
    declared_titles = {fold_name(other.title) for other in declared}
    other_titles = [raw.title for raw in raw_sheets if fold_name(raw.title) not in declared_titles]
    hint = nearest_name(sheet.title, other_titles)
    if hint is None and sheet.later:
        return None, []
    if hint is not None:
        remedy = f"Mungkin lembar “{hint}” yang dimaksud; namailah “{sheet.title}”."
    else:
        remedy = "Salinlah lembar itu dari buku kerja baru (`python generate.py buku-kerja`)."
    severity = error if sheet.required else (warning if hint else note)
    return None, [severity("WB-LEMBAR", f"Lembar “{sheet.title}” tidak ada. {remedy}", book)]


def find_header(sheet: Sheet, raw: RawSheet) -> tuple[TableHeader | None, list[Finding]]:
    """The row with most of the sheet's headers; findings on missing and unknown columns."""
    rows = {row: cells for row, cells in raw.rows().items() if row <= _SEARCHED_ROWS}
    keys = _keys_by_name(sheet)
    row = max(rows, key=lambda number: len(_recognised_keys(rows[number], keys)), default=None)
    if row is None or len(_recognised_keys(rows[row], keys)) < min(2, len(sheet.columns)):
        expected = ", ".join(column.header for column in sheet.columns[:4])
        message = (
            f"Baris kepala kolom ({expected}, …) tidak ditemukan pada {_SEARCHED_ROWS} baris "
            "pertama. Kembalikan kepala kolomnya."
        )
        severity = error if sheet.required or len(raw.rows()) > 1 else note
        return None, [severity("WB-KEPALA", message, raw.place)]
    columns: dict[str, int] = {}
    findings: list[Finding] = []
    for number, cell in rows[row].items():
        key = _key(cell, keys)
        if key in columns and not cell.merged_from_left:
            findings.append(_duplicate_column(raw, cell))
        elif key is not None:
            columns.setdefault(key, number)
    missing = [column for column in sheet.columns if column.key not in columns]
    unknown = [c for c in rows[row].values() if visible_text(c) and _key(c, keys) is None]
    findings += _missing_columns(raw, row, missing, unknown)
    findings += _unknown_columns(raw, missing, unknown)
    years = tuple(
        (int(dated[2]), replace(raw.place, cell=cell.coordinate))
        for cell in rows[row].values()
        if (dated := _month_of_year(cell, keys)) and not cell.merged_from_left
    )
    return TableHeader(row, columns, years), findings


def _key(cell: RawCell, keys: Mapping[str, str]) -> str | None:
    """The key of the column that a cell is the header of, if it is one."""
    dated = _month_of_year(cell, keys)
    return keys[fold_name(dated[1])] if dated else keys.get(_folded(cell))


def _month_of_year(cell: RawCell, keys: Mapping[str, str]) -> re.Match[str] | None:
    """A header that is the name of a month with a year: `Januari 2026`."""
    match = _MONTH_OF_YEAR.fullmatch(visible_text(cell).strip())
    month = match and keys.get(fold_name(match[1]), "").startswith(MONTH_PREFIX)
    return match if month else None


def _folded(cell: RawCell) -> str:
    return fold_name(visible_text(cell))


def _keys_by_name(sheet: Sheet) -> dict[str, str]:
    aliases = {fold_name(name): column.key for column in sheet.columns for name in column.aliases}
    return aliases | {fold_name(column.header): column.key for column in sheet.columns}


def _recognised_keys(cells: Mapping[int, RawCell], keys: Mapping[str, str]) -> set[str]:
    return {key for cell in cells.values() if (key := _key(cell, keys)) is not None}


def _duplicate_column(raw: RawSheet, cell: RawCell) -> Finding:
    return error(
        "WB-KOLOM-GANDA",
        f"Kolom “{visible_text(cell)}” ada lebih dari satu; hanya yang pertama yang dibaca. "
        "Hapus atau ganti nama salah satunya.",
        replace(raw.place, cell=cell.coordinate),
    )


def _missing_columns(
    raw: RawSheet, row: int, missing: Sequence[Column], unknown: Sequence[RawCell]
) -> Iterator[Finding]:
    for column in missing:
        hint = nearest_name(column.header, [visible_text(cell) for cell in unknown])
        if hint is not None:
            remedy = f"Mungkin kolom “{hint}” yang dimaksud; ganti kepalanya."
        elif column.later:
            continue
        else:
            remedy = "Tambahkan kolom dengan kepala itu."
        severity = error if column.required else (warning if hint else note)
        message = f"Kolom “{column.header}” tidak ada. {remedy}"
        yield severity("WB-KOLOM", message, replace(raw.place, cell=f"A{row}"))


def _unknown_columns(
    raw: RawSheet, missing: Sequence[Column], unknown: Sequence[RawCell]
) -> Iterator[Finding]:
    for cell in unknown:
        name = visible_text(cell)
        hint = suggestion(name, [column.header for column in missing])
        severity = warning if hint else note
        yield severity(
            "WB-KOLOM-LAIN",
            f"Kolom “{name}” tidak dikenal dan tidak dibaca.{hint}",
            replace(raw.place, cell=cell.coordinate),
        )
