"""Sheets found by title and columns by header, wherever the office has moved them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.findings import Finding, Place, Severity, error, note, warning
from zi_docs.wording.nearest_names import nearest_name, suggestion
from zi_docs.workbook.reading.cell_text import fold_name, visible_text
from zi_docs.workbook.reading.pairs import columns_once, pair_names
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets.plan_sheets import MONTH_PREFIX
from zi_docs.workbook.sheets.schema import Column, Layout, Sheet

# A header stands near the top; far below it only where it is hardly to be mistaken.
_SEARCHED_ROWS = 12
_FAR_ROWS = 200
_SURE_SHARE = 0.6
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
    """The raw sheet of a declared sheet: by its title, or by its header where it was renamed.

    A finding says that it was renamed, or that it is missing.
    """
    titles = {fold_name(raw.title): raw for raw in reversed(raw_sheets)}
    raw = titles.get(fold_name(sheet.title))
    if raw is not None or sheet.layout is Layout.PROSE:
        return raw, []
    declared_titles = {fold_name(other.title) for other in declared}
    others = [raw for raw in raw_sheets if fold_name(raw.title) not in declared_titles]
    missing = [other for other in declared if fold_name(other.title) not in titles]
    # Less than half of what is sure names nothing; to compare it with all others takes long.
    fits = [(raw, header_share(sheet, raw)) for raw in others]
    shares = {
        raw.title: share
        for raw, share in fits
        if share >= _SURE_SHARE / 2 and _is_best(share, raw, missing)
    }
    renamed = [raw for raw in others if shares.get(raw.title, 0) >= _SURE_SHARE]
    if len(renamed) == 1:
        return renamed[0], [_renamed(sheet, renamed[0])]
    finding = _missing_sheet(sheet, others, shares, book)
    return None, [] if sheet.later and finding.severity is Severity.NOTE else [finding]


def _is_best(share: float, raw: RawSheet, missing: Sequence[Sheet]) -> bool:
    """Whether no missing sheet fits this one better than by so much."""
    return all(share >= header_share(other, raw) for other in missing)


def _renamed(sheet: Sheet, raw: RawSheet) -> Finding:
    return warning(
        "WB-LEMBAR-NAMA",
        f"Lembar ini dibaca sebagai lembar “{sheet.title}” menurut kepala kolomnya. Kembalikan "
        f"namanya menjadi “{sheet.title}”.",
        raw.place,
    )


def _missing_sheet(
    sheet: Sheet, others: Sequence[RawSheet], shares: Mapping[str, float], book: Place
) -> Finding:
    """An error where the sheet is needed, or where another is likely it: its rows would be lost.

    A warning where a sheet that nobody knows might be it, under another title and header.
    """
    likely = max(shares, key=lambda title: shares[title], default="")
    if not likely:
        likely = nearest_name(sheet.title, [raw.title for raw in others]) or ""
    if likely:
        remedy = f"Mungkin lembar “{likely}” yang dimaksud; namailah “{sheet.title}”."
    elif others and not sheet.later:
        titles = ", ".join(f"“{raw.title}”" for raw in others)
        remedy = (
            f"Bila isinya ada di lembar lain ({titles}), kembalikan nama dan kepala kolomnya; bila "
            "memang tidak dipakai, salinlah lembar kosongnya dari buku kerja baru (`python "
            "generate.py buku-kerja`)."
        )
    else:
        remedy = "Salinlah lembar itu dari buku kerja baru (`python generate.py buku-kerja`)."
    mild = warning if others and not sheet.later else note
    severity = error if sheet.required or likely else mild
    return severity("WB-LEMBAR", f"Lembar “{sheet.title}” tidak ada. {remedy}", book)


def header_share(sheet: Sheet, raw: RawSheet) -> float:
    """How much of a table's header, or of the names of pairs, a sheet has, from 0 to 1.

    0 without all required ones.
    """
    if sheet.layout is Layout.PAIRS:
        return _names_share(sheet, raw)
    if sheet.layout is Layout.PROSE:
        return 0
    keys = _keys_by_name(sheet)
    rows = raw.rows()
    row = _header_row(rows, keys, len(sheet.columns))
    names = _recognised_keys(rows[row], keys) if row else set()
    if not names.issuperset(column.key for column in sheet.columns if column.required):
        return 0
    return len(names) / len([c for c in sheet.columns if c.key in names or not c.later])


def _names_share(sheet: Sheet, raw: RawSheet) -> float:
    """The share of known names; other sheets' names on it tell against it."""
    names = pair_names(raw)
    own = names & {fold_name(column.header) for column in sheet.columns}
    if not own.issuperset(fold_name(c.header) for c in sheet.columns if c.required):
        return 0
    known = names & {fold_name(column.header) for column in columns_once(sheet)}
    strange = names - known
    return len(known) / (len(strange) + max(len(known), len(sheet.columns)))


def _header_row(
    rows: Mapping[int, Mapping[int, RawCell]], keys: Mapping[str, str], width: int
) -> int | None:
    """The row with most of a sheet's headers, `width` columns in all; None without any row."""
    sure = max(2, width * _SURE_SHARE)
    near: tuple[int, int] | None = None
    for last in (_SEARCHED_ROWS, _FAR_ROWS):
        counts = [
            (len(_recognised_keys(cells, keys)), -row) for row, cells in rows.items() if row <= last
        ]
        best = max(counts, default=None)
        near = near or best
        if best is not None and best[0] >= sure:
            return -best[1]
    return -near[1] if near else None


def find_header(sheet: Sheet, raw: RawSheet) -> tuple[TableHeader | None, list[Finding]]:
    """The row with most of the sheet's headers; findings on missing and unknown columns."""
    rows = raw.rows()
    keys = _keys_by_name(sheet)
    row = _header_row(rows, keys, len(sheet.columns))
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
    findings += _missing_columns(raw, row, missing, unknown, sheet.answers)
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
    raw: RawSheet,
    row: int,
    missing: Sequence[Column],
    unknown: Sequence[RawCell],
    lost: Collection[str],
) -> Iterator[Finding]:
    for column in missing:
        hint = nearest_name(column.header, [visible_text(cell) for cell in unknown])
        if hint is not None:
            remedy = f"Mungkin kolom “{hint}” yang dimaksud; ganti kepalanya."
        elif column.later:
            continue
        else:
            remedy = "Tambahkan kolom dengan kepala itu."
        mild = warning if hint else note
        severity = error if column.required or column.key in lost else mild
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
            f"Kolom “{name}” tidak dikenal dan tidak dibaca.{hint} Ganti kepalanya, atau biarkan "
            "bila kolom itu catatan kantor.",
            replace(raw.place, cell=cell.coordinate),
        )
