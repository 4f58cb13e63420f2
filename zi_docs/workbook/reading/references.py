"""IDs must be unique, and references must name an existing ID."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from zi_docs.findings import Finding, error, note
from zi_docs.model import folded_id
from zi_docs.wording.nearest_names import MIN_SCORE, nearest_name, suggestion
from zi_docs.workbook.reading.cells import TypedValue
from zi_docs.workbook.reading.parse import Tables, TypedRow
from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI
from zi_docs.workbook.sheets.schema import Column, Kind

Ids = Mapping[str, Mapping[str, str]]
# What is made of several words may share most of them with an ID and yet be somebody else.
_SCORE_OF_WORDS = 80
_AND = re.compile(r"\s+(?:dan|serta|&|\+)\s+|\s*/\s*")


def resolve_references(tables: Tables, former_rows: Collection[str] = ()) -> None:
    """Drop rows whose ID is already used; give references the spelling of the ID they name.

    People may be called by their name or post, where that is one person's. `former_rows` are the
    IDs of rows that the plan had once: what was done may name them. Changes
    `tables` in place and adds findings to it.
    """
    ids = {
        sheet.key: _ids_of(sheet.id_column, tables.rows.get(sheet.key, ()))
        for sheet in SHEETS
        if sheet.id_column
    }
    former = {folded_id(key): key for key in sorted(former_rows)}
    ids[RENCANA_AKSI.key] = former | ids.get(RENCANA_AKSI.key, {})
    for key, values in tables.lists.items():
        ids[key] = {folded_id(value): value for value in values}
    # A post of another office may bear the name of one of this.
    called = {"pejabat": ("nama", "jabatan"), "peserta": ("nama",)}
    people = {key: _people(tables.rows.get(key, ()), names) for key, names in called.items()}
    for key, rows in tables.rows.items():
        unique_rows = list(_rows_with_unique_id(key, rows, tables.findings))
        tables.rows[key] = [
            _resolve_row(key, row, ids, people, tables.findings) for row in unique_rows
        ]


def _people(rows: Sequence[TypedRow], names: Sequence[str]) -> dict[str, str]:
    """The IDs of people by what the columns `names` call them, where that is one person's."""
    named = [
        (folded_id(str(row.values[key])), str(row.values["id"]))
        for row in rows
        for key in names
        if key in row.values and "id" in row.values
    ]
    owners: dict[str, set[str]] = {}
    for name, owner in named:
        owners.setdefault(name, set()).add(owner)
    return {name: min(ids) for name, ids in owners.items() if len(ids) == 1}


def _ids_of(column: Column, rows: Sequence[TypedRow]) -> dict[str, str]:
    """The IDs of a sheet by their folded form."""
    values = (row.values.get(column.key) for row in rows)
    return {folded_id(value): value for value in values if isinstance(value, str)}


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
        if folded_id(value) not in first_cells:
            first_cells[folded_id(value)] = str(place.cell)
            yield row
            continue
        findings.append(
            error(
                "WB-ID-GANDA",
                f"ID “{value}” sudah dipakai di sel {first_cells[folded_id(value)]}; setiap baris "
                "memerlukan ID sendiri. Gantilah salah satunya.",
                place,
            )
        )


def _resolve_row(
    key: str, row: TypedRow, ids: Ids, people: Ids, findings: list[Finding]
) -> TypedRow:
    values = dict(row.values)
    whole = row.whole
    for column in BY_KEY[key].columns:
        if column.key not in values or column.kind not in (Kind.REF, Kind.REFS):
            continue
        resolved = []
        names = [
            n for name in _names(values.pop(column.key)) for n in _joined(name, ids, people, column)
        ]
        for name in names:
            target, finding = _resolved(name, column, ids, people, row)
            resolved += [target] if target else []
            findings += [finding] if finding else []
        if resolved:
            values[column.key] = tuple(resolved) if column.kind is Kind.REFS else resolved[0]
        whole = whole and not (column.required and not resolved)
    return replace(row, values=values, whole=whole)


def _resolved(
    name: str, column: Column, ids: Ids, people: Ids, row: TypedRow
) -> tuple[str | None, Finding | None]:
    """The ID that a name stands for, or the name of a guest; a finding where it is neither."""
    targets = _targets(ids, column)
    target = _target(name, ids, people, column)
    if target is not None:
        return target, None
    if column.guests and _in_words(name, [*targets.values()]):
        return name, _visitor(name, column, row)
    return None, _unknown_reference(name, column, targets, row)


def _target(name: str, ids: Ids, people: Ids, column: Column) -> str | None:
    """The ID that a name is, or that of the one person who is called so."""
    persons = {people.get(sheet, {}).get(folded_id(name)) for sheet in column.refers} - {None}
    target = _targets(ids, column).get(folded_id(name))
    return target or (persons.pop() if len(persons) == 1 else None)


def _joined(name: str, ids: Ids, people: Ids, column: Column) -> list[str]:
    """The names that `dan` or a stroke joins, where each of them is known; else the name."""
    parts = _AND.split(name)
    several = column.kind is Kind.REFS and _target(name, ids, people, column) is None
    whole = several and all(_target(part, ids, people, column) for part in parts)
    return parts if whole else [name]


def _targets(ids: Ids, column: Column) -> dict[str, str]:
    return {key: target for sheet in column.refers for key, target in ids.get(sheet, {}).items()}


def _in_words(name: str, known: Collection[str]) -> bool:
    """Whether somebody is named in words (`Bapak Wali Kota`), and no ID or group is mistyped.

    IDs have capitals or digits only, as a rule; what is made of words resembles one less easily,
    and has none among them (`KETUA dan KASUBAG`).
    """
    words = name.split()
    if set(words) & set(known):
        return False
    plain = any(letter.islower() for letter in name) and not any(
        sign.isdigit() for sign in words[0]
    )
    score = _SCORE_OF_WORDS if len(words) > 1 else MIN_SCORE
    return plain and nearest_name(name, known, score) is None


def _visitor(name: str, column: Column, row: TypedRow) -> Finding:
    return note(
        "WB-TAMU",
        f"“{name}” bukan ID atau kelompok; dicetak sebagai tamu sebagaimana tertulis. Agar "
        "jabatan dan instansinya ikut tercetak, tambahkan barisnya di lembar Peserta.",
        row.origin.at(column.key),
    )


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
