"""IDs that must differ, and references that must lead somewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from zi_docs.findings import Finding, error
from zi_docs.workbook.reading.cells import Typed
from zi_docs.workbook.reading.parse import Row, Tables
from zi_docs.workbook.reading.spelling import suggestion
from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.schema import Column, Kind


def resolve(tables: Tables) -> None:
    """Leave out rows whose ID is taken; give references the spelling of the IDs they mean."""
    known = {s.key: _ids(s.id_column, tables.rows.get(s.key, ())) for s in SHEETS if s.id_column}
    for key, values in tables.lists.items():
        known[key] = {value.casefold(): value for value in values}
    for key, rows in tables.rows.items():
        kept = list(_distinct(key, rows, tables.findings))
        tables.rows[key] = [_resolved(key, row, known, tables.findings) for row in kept]


def _ids(column: Column, rows: Sequence[Row]) -> dict[str, str]:
    found = (row.values.get(column.key) for row in rows)
    return {value.casefold(): value for value in found if isinstance(value, str)}


def _distinct(key: str, rows: Sequence[Row], findings: list[Finding]) -> Iterator[Row]:
    column = BY_KEY[key].id_column
    first: dict[str, str] = {}
    for row in rows:
        value = row.values.get(column.key) if column else None
        if column is None or not isinstance(value, str):
            yield row
            continue
        place = row.origin.at(column.key)
        if value.casefold() not in first:
            first[value.casefold()] = str(place.cell)
            yield row
            continue
        findings.append(
            error(
                "WB-ID-GANDA",
                f"ID “{value}” sudah dipakai di sel {first[value.casefold()]}; setiap baris "
                "memerlukan ID sendiri. Gantilah salah satunya.",
                place,
            )
        )


def _resolved(
    key: str, row: Row, known: Mapping[str, Mapping[str, str]], findings: list[Finding]
) -> Row:
    values = dict(row.values)
    whole = row.whole
    for column in BY_KEY[key].columns:
        if column.key not in values or column.kind not in (Kind.REF, Kind.REFS):
            continue
        targets = {low: own for name in column.refers for low, own in known.get(name, {}).items()}
        value = values.pop(column.key)
        found = [targets.get(name.casefold()) for name in _names(value)]
        for name, target in zip(_names(value), found, strict=True):
            if target is None:
                findings.append(_unknown(name, column, targets, row))
        led = tuple(target for target in found if target is not None)
        if led:
            values[column.key] = led if column.kind is Kind.REFS else led[0]
        whole = whole and not (column.required and not led)
    return replace(row, values=values, whole=whole)


def _names(value: Typed) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),)


def _unknown(name: str, column: Column, targets: Mapping[str, str], row: Row) -> Finding:
    sheets = " atau ".join(_title(key) for key in column.refers)
    return error(
        "WB-ACUAN",
        f"“{name}” tidak ada di {sheets}.{suggestion(name, targets.values())} Perbaiki acuannya, "
        "atau tambahkan barisnya di sana.",
        row.origin.at(column.key),
    )


def _title(key: str) -> str:
    return f"lembar {BY_KEY[key].title}" if key in BY_KEY else f"daftar {key}"
