"""Finding sheets by title and columns by header, wherever the office has moved them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.workbook.reading.plain_text import words
from zi_docs.workbook.reading.spelling import fold, nearest, suggestion
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.schema import Column, Layout, Sheet

_SEARCHED_ROWS = 12


@dataclass(frozen=True)
class Header:
    """Where the header of a table stands: its row, and the number of each column found."""

    row: int
    columns: Mapping[str, int]


def find_sheet(
    sheet: Sheet, sheets: Sequence[RawSheet], known: Sequence[Sheet], book: Place
) -> tuple[RawSheet | None, list[Finding]]:
    """The sheet that a declared one means; a finding with the nearest title if it is missing."""
    found = next((raw for raw in sheets if fold(raw.title) == fold(sheet.title)), None)
    if found is not None or sheet.layout is Layout.PROSE:
        return found, []
    taken = {fold(other.title) for other in known}
    hint = nearest(sheet.title, [raw.title for raw in sheets if fold(raw.title) not in taken])
    if hint is not None:
        remedy = f"Mungkin lembar “{hint}” yang dimaksud; namailah “{sheet.title}”."
    else:
        remedy = "Salinlah lembar itu dari buku kerja baru (`python generate.py buku-kerja`)."
    weigh = error if sheet.required else (warning if hint else note)
    return None, [weigh("WB-LEMBAR", f"Lembar “{sheet.title}” tidak ada. {remedy}", book)]


def find_header(sheet: Sheet, raw: RawSheet) -> tuple[Header | None, list[Finding]]:
    """The row that holds most of the sheet's headers; findings on missing and unknown ones."""
    rows = {row: cells for row, cells in raw.rows().items() if row <= _SEARCHED_ROWS}
    names = _names(sheet)
    row = max(rows, key=lambda r: len(_known(rows[r], names)), default=None)
    if row is None or len(_known(rows[row], names)) < min(2, len(sheet.columns)):
        expected = ", ".join(column.header for column in sheet.columns[:4])
        message = (
            f"Baris kepala kolom ({expected}, …) tidak ditemukan pada {_SEARCHED_ROWS} baris "
            "pertama. Kembalikan kepala kolomnya."
        )
        weigh = error if sheet.required or len(raw.rows()) > 1 else note
        return None, [weigh("WB-KEPALA", message, raw.place)]
    columns: dict[str, int] = {}
    findings: list[Finding] = []
    for number, cell in rows[row].items():
        key = names.get(fold(words(cell)))
        if key in columns and not cell.spread:
            findings.append(_twice(raw, cell))
        elif key is not None:
            columns.setdefault(key, number)
    missing = [column for column in sheet.columns if column.key not in columns]
    unknown = [c for c in rows[row].values() if words(c) and fold(words(c)) not in names]
    findings += _missing(raw, row, missing, unknown)
    findings += _unknown(raw, missing, unknown)
    return Header(row, columns), findings


def _names(sheet: Sheet) -> dict[str, str]:
    aliases = {fold(a): column.key for column in sheet.columns for a in column.aliases}
    return aliases | {fold(column.header): column.key for column in sheet.columns}


def _known(cells: Mapping[int, RawCell], names: Mapping[str, str]) -> set[str]:
    return {names[fold(words(c))] for c in cells.values() if fold(words(c)) in names}


def _twice(raw: RawSheet, cell: RawCell) -> Finding:
    return error(
        "WB-KOLOM-GANDA",
        f"Kolom “{words(cell)}” ada lebih dari satu; hanya yang pertama yang dibaca. "
        "Hapus atau ganti nama salah satunya.",
        replace(raw.place, cell=cell.coordinate),
    )


def _missing(
    raw: RawSheet, row: int, missing: Sequence[Column], unknown: Sequence[RawCell]
) -> Iterator[Finding]:
    for column in missing:
        hint = nearest(column.header, [words(cell) for cell in unknown])
        if hint is not None:
            remedy = f"Mungkin kolom “{hint}” yang dimaksud; ganti kepalanya."
        else:
            remedy = "Tambahkan kolom dengan kepala itu."
        weigh = error if column.required else (warning if hint else note)
        message = f"Kolom “{column.header}” tidak ada. {remedy}"
        yield weigh("WB-KOLOM", message, replace(raw.place, cell=f"A{row}"))


def _unknown(
    raw: RawSheet, missing: Sequence[Column], unknown: Sequence[RawCell]
) -> Iterator[Finding]:
    for cell in unknown:
        name = words(cell)
        hint = suggestion(name, [column.header for column in missing])
        weigh = warning if hint else note
        yield weigh(
            "WB-KOLOM-LAIN",
            f"Kolom “{name}” tidak dikenal dan tidak dibaca.{hint}",
            replace(raw.place, cell=cell.coordinate),
        )
