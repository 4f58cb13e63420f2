"""IDs must be unique, and references must name an existing ID."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from zi_docs.findings import Finding, error
from zi_docs.workbook.reading.cell_text import suggestion
from zi_docs.workbook.reading.cells import TypedValue
from zi_docs.workbook.reading.parse import Tables, TypedRow
from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI
from zi_docs.workbook.sheets.schema import Column, Kind


def resolve_references(tables: Tables, former_rows: Collection[str] = ()) -> None:
    """Drop rows whose ID is already used; give references the spelling of the ID they name.

    `former_rows` are the IDs of rows that the plan had once: what was done may name them. Changes
    `tables` in place and adds findings to it.
    """
    ids = {
        sheet.key: _ids_of(sheet.id_column, tables.rows.get(sheet.key, ()))
        for sheet in SHEETS
        if sheet.id_column
    }
    former = {key.casefold(): key for key in sorted(former_rows)}
    ids[RENCANA_AKSI.key] = former | ids.get(RENCANA_AKSI.key, {})
    for key, values in tables.lists.items():
        ids[key] = {value.casefold(): value for value in values}
    for key, rows in tables.rows.items():
        unique_rows = list(_rows_with_unique_id(key, rows, tables.findings))
        tables.rows[key] = [_resolve_row(key, row, ids, tables.findings) for row in unique_rows]


def _ids_of(column: Column, rows: Sequence[TypedRow]) -> dict[str, str]:
    """The IDs of a sheet by their case-folded form."""
    values = (row.values.get(column.key) for row in rows)
    return {value.casefold(): value for value in values if isinstance(value, str)}


def _rows_with_unique_id(
    key: str, rows: Sequence[TypedRow], findings: list[Finding]
) -> Iterator[TypedRow]:
    column = BY_KEY[key].id_column
    first_cells: dict[str, str] = {}
    for row in rows:
        value = row.values.get(column.key) if column else None
        if column is None or not isinstance(value, str):
            yield row
            continue
        place = row.origin.at(column.key)
        if value.casefold() not in first_cells:
            first_cells[value.casefold()] = str(place.cell)
            yield row
            continue
        findings.append(
            error(
                "WB-ID-GANDA",
                f"ID “{value}” sudah dipakai di sel {first_cells[value.casefold()]}; setiap baris "
                "memerlukan ID sendiri. Gantilah salah satunya.",
                place,
            )
        )


def _resolve_row(
    key: str, row: TypedRow, ids: Mapping[str, Mapping[str, str]], findings: list[Finding]
) -> TypedRow:
    values = dict(row.values)
    whole = row.whole
    for column in BY_KEY[key].columns:
        if column.key not in values or column.kind not in (Kind.REF, Kind.REFS):
            continue
        targets = {
            folded: target for name in column.refers for folded, target in ids.get(name, {}).items()
        }
        names = _names(values.pop(column.key))
        findings += [
            _unknown_reference(name, column, targets, row)
            for name in names
            if name.casefold() not in targets
        ]
        resolved = tuple(targets[name.casefold()] for name in names if name.casefold() in targets)
        if resolved:
            values[column.key] = resolved if column.kind is Kind.REFS else resolved[0]
        whole = whole and not (column.required and not resolved)
    return replace(row, values=values, whole=whole)


def _names(value: TypedValue) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _unknown_reference(
    name: str, column: Column, targets: Mapping[str, str], row: TypedRow
) -> Finding:
    sheets = " atau ".join(_target_title(key) for key in column.refers)
    return error(
        "WB-ACUAN",
        f"“{name}” tidak ada di {sheets}.{suggestion(name, targets.values())} Perbaiki acuannya, "
        "atau tambahkan barisnya di sana.",
        row.origin.at(column.key),
    )


def _target_title(key: str) -> str:
    return f"lembar {BY_KEY[key].title}" if key in BY_KEY else f"daftar {key}"
