"""Sheets of one entry a line: each name with its value, wherever its line stands today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.model import Origin
from zi_docs.text import RichText
from zi_docs.wording.nearest_names import suggestion
from zi_docs.workbook.reading.cell_places import column_letters
from zi_docs.workbook.reading.cell_text import fold_name, visible_text
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Column, Sheet

_LABEL, _VALUE = "Isian", "Nilai"


@dataclass(frozen=True)
class PairCells:
    """The values of a sheet of pairs, where they stand, and what is wrong with their lines."""

    cells: Mapping[Column, RawCell]
    origin: Origin
    place: Place
    findings: Sequence[Finding]


@dataclass(frozen=True)
class _Lines:
    """The lines that a sheet has for some columns: places by key, and the values that are filled.

    `labels` are the cells of names that mean no column, where a value stands beside them.
    """

    raw: RawSheet
    header_row: int
    coordinates: Mapping[str, str]
    cells: Mapping[Column, RawCell]
    labels: Sequence[RawCell]


def read_pairs(sheet: Sheet, raw: RawSheet | None, former: RawSheet | None) -> PairCells | None:
    """The values of a sheet of pairs; those of lines that it lacks from where they stood before.

    `former` is the sheet of `sheet.formerly`. What both say, the sheet itself says. None where
    neither sheet is there.
    """
    own = _lines(sheet.columns, raw) if raw is not None else None
    before = _lines(sheet.columns, former) if former is not None else None
    main = own or before
    if main is None:
        return None
    coordinates, cells = dict(main.coordinates), dict(main.cells)
    elsewhere: dict[str, str] = {}
    findings: list[Finding] = []
    if own is not None:
        findings += _unknown_labels(sheet, own)
        findings += _missing_labels(sheet, own)
    if before is not None:
        for column in sheet.columns:
            if column in cells and before is not main:
                findings += _said_twice(sheet, column, cells[column], before)
            elif column in before.cells or column.key not in coordinates:
                elsewhere |= _taken(column, before, coordinates, cells)
    origin = Origin(
        main.raw.place.file, main.raw.title, main.header_row + 1, coordinates, elsewhere
    )
    return PairCells(cells, origin, main.raw.place, findings)


def pair_names(raw: RawSheet) -> set[str]:
    """The names of a sheet's lines, folded."""
    rows = raw.rows()
    column, _, header_row = _pair_columns(rows)
    return {
        fold_name(visible_text(cells[column]))
        for number, cells in rows.items()
        if number > header_row and column in cells
    }


def columns_once(sheet: Sheet) -> tuple[Column, ...]:
    """The columns whose lines a sheet of pairs has, or had before they moved to another sheet."""
    moved = (other.columns for other in SHEETS if other.formerly == sheet.key)
    return (*sheet.columns, *(column for columns in moved for column in columns))


def _taken(
    column: Column, lines: _Lines, coordinates: dict[str, str], cells: dict[Column, RawCell]
) -> dict[str, str]:
    """Take the line of a column from where it stood; the sheet of its cell, by its key."""
    if column.key not in lines.coordinates:
        return {}
    coordinates[column.key] = lines.coordinates[column.key]
    if column in lines.cells:
        cells[column] = lines.cells[column]
    return {column.key: lines.raw.title}


def _lines(columns: Sequence[Column], raw: RawSheet) -> _Lines:
    rows = raw.rows()
    label_column, value_column, header_row = _pair_columns(rows)
    by_name = {fold_name(column.header): column for column in columns}
    cells: dict[Column, RawCell] = {}
    coordinates: dict[str, str] = {}
    labels: list[RawCell] = []
    for row_number, raw_cells in rows.items():
        label = raw_cells.get(label_column)
        if row_number <= header_row or label is None or label.merged_from_left:
            continue
        column = by_name.get(fold_name(visible_text(label)))
        value = raw_cells.get(value_column)
        if column is None:
            labels += [label] if value is not None and not value.merged_from_left else []
            continue
        coordinates.setdefault(column.key, f"{column_letters(value_column)}{row_number}")
        if value is not None and column not in cells and not _blank(value):
            cells[column] = value
    return _Lines(raw, header_row, coordinates, cells, labels)


def _blank(cell: RawCell) -> bool:
    return isinstance(cell.value, RichText) and not cell.value.plain.strip()


def _pair_columns(rows: Mapping[int, Mapping[int, RawCell]]) -> tuple[int, int, int]:
    """The columns of labels and values, and the row of their header; 1, 2, 0 without a header."""
    for row_number, cells in rows.items():
        columns = {fold_name(visible_text(cell)): column for column, cell in cells.items()}
        if fold_name(_LABEL) in columns and fold_name(_VALUE) in columns:
            return columns[fold_name(_LABEL)], columns[fold_name(_VALUE)], row_number
    return 1, 2, 0


def _unknown_labels(sheet: Sheet, lines: _Lines) -> Iterator[Finding]:
    columns = columns_once(sheet)
    known = {fold_name(column.header) for column in columns}
    for label in lines.labels:
        name = visible_text(label)
        if fold_name(name) not in known:
            hint = suggestion(name, [column.header for column in columns])
            yield warning(
                "WB-ISIAN-LAIN",
                f"Isian “{name}” tidak dikenal dan tidak dibaca.{hint} Perbaiki namanya, atau "
                "hapuslah.",
                replace(lines.raw.place, cell=label.coordinate),
            )


def _missing_labels(sheet: Sheet, lines: _Lines) -> Iterator[Finding]:
    for column in sheet.columns:
        if column.required and column.key not in lines.coordinates:
            yield error(
                "WB-ISIAN",
                f"Isian “{column.header}” tidak ada. Tambahkan baris dengan nama itu di kolom "
                "Isian.",
                lines.raw.place,
            )


def _said_twice(sheet: Sheet, column: Column, cell: RawCell, before: _Lines) -> Iterator[Finding]:
    """A finding on a line that was filled where it stood before, too; it is not read there."""
    other = before.cells.get(column)
    if other is None:
        return
    same = visible_text(other).casefold() == visible_text(cell).casefold()
    difference = "sama" if same else "berbeda"
    severity = note if same else warning
    yield severity(
        "WB-ISIAN-DUA",
        f"Isian “{column.header}” juga ada di lembar {sheet.title} ({cell.coordinate}), dan yang "
        f"di sana yang dibaca. Isinya {difference}; hapuslah baris ini setelah isi yang benar ada "
        f"di lembar {sheet.title}.",
        replace(before.raw.place, cell=other.coordinate),
    )
