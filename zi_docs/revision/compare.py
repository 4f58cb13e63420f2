"""Two plans -> all changes between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import fields
from typing import Any

from zi_docs.model import Activity, Office, Plan
from zi_docs.revision.changes import (
    ChangeKind,
    FieldChange,
    PlanChanges,
    RecordChange,
    RowChange,
    RowMove,
)
from zi_docs.revision.fields import field_changes
from zi_docs.revision.passages import passage_changes
from zi_docs.revision.row_names import row_names
from zi_docs.revision.sequences import moved_keys
from zi_docs.workbook.sheets import BY_KEY
from zi_docs.workbook.sheets.schema import Sheet

_RecordKey = Callable[[Any], str]

# Plan attribute, sheet key and record key of each list of records with IDs, without plan rows.
_RECORDS: tuple[tuple[str, str, _RecordKey], ...] = (
    ("officials", "pejabat", lambda record: record.id),
    ("regulations", "peraturan", lambda record: record.id),
    ("decrees", "keputusan", lambda record: record.id),
    ("meetings", "rapat", lambda record: record.id),
    ("participants", "peserta", lambda record: record.id),
    ("number_patterns", "pola_nomor", lambda record: record.jenis),
    ("numbers", "nomor", lambda record: f"{record.jenis} {record.nomor}"),
    (
        "realisations",
        "realisasi",
        lambda record: f"{record.baris} bulan {record.bulan}/{record.reported}",
    ),
    ("follow_ups", "tindak_lanjut", lambda record: record.id),
    ("revisions", "revisi", lambda record: record.id),
)
# Fields that are compared as passages.
_PASSAGE_FIELDS = ("considerations", "narrative")


def compare_plans(old: Plan, new: Plan) -> PlanChanges:
    """All changes from `old` to `new`.

    Rows and records are matched by ID, whatever their position; considerations, narrative and
    seats, which have no IDs, by similar text.
    """
    return PlanChanges(
        tuple(_row_changes(old.activities, new.activities)),
        tuple(passage_changes(old, new)),
        tuple(_record_changes(old, new)),
        row_names(old),
        row_names(new),
    )


def _row_changes(old: Sequence[Activity], new: Sequence[Activity]) -> Iterator[RowChange]:
    """The changed rows in the order of the new plan; a removed row after its old neighbour."""
    before, after = _by_key(old), _by_key(new)
    keys_moved = moved_keys(list(before), list(after))
    for key in _merged_order(list(before), list(after)):
        old_row, new_row = before.get(key), after.get(key)
        fields: tuple[FieldChange, ...] = ()
        if old_row and new_row:
            fields = field_changes(old_row, new_row, BY_KEY["rencana_aksi"], ("id",))
        move = (
            RowMove(_row_above(before, key), _row_above(after, key)) if key in keys_moved else None
        )
        row = new_row or old_row
        if row is not None and (fields or move or old_row is None or new_row is None):
            above = None if old_row else _row_above(after, key)
            yield RowChange(row.id, old_row, new_row, fields, move, above)


def _by_key(rows: Sequence[Activity]) -> dict[str, Activity]:
    return {row.id.strip().casefold(): row for row in rows}


def _row_above(rows: dict[str, Activity], key: str) -> Activity | None:
    keys = list(rows)
    index = keys.index(key)
    return rows[keys[index - 1]] if index else None


def _merged_order(before: list[str], after: list[str]) -> list[str]:
    """The keys in the new order, with each removed key after its predecessor in the old order."""
    merged, remaining = list(after), set(after)
    previous: str | None = None
    for key in before:
        if key not in remaining:
            merged.insert(merged.index(previous) + 1 if previous else 0, key)
        previous = key
    return merged


def _record_changes(old: Plan, new: Plan) -> Iterator[RecordChange]:
    looks = {"lambang", *(column.fills for column in BY_KEY["tata_letak"].columns)}
    names = {field.name for field in fields(Office)}
    # The agency is compared by the name of its words.
    for sheet, skip in (("instansi", looks | {"agency"}), ("tata_letak", names - looks)):
        if changes := field_changes(old.office, new.office, BY_KEY[sheet], skip):
            yield RecordChange(BY_KEY[sheet].title, "", ChangeKind.CHANGED, changes)
    for attribute, sheet, key in _RECORDS:
        yield from _changes_of_sheet(
            getattr(old, attribute), getattr(new, attribute), BY_KEY[sheet], key
        )


def _changes_of_sheet(
    old: Sequence[object], new: Sequence[object], sheet: Sheet, key: _RecordKey
) -> Iterator[RecordChange]:
    before = {key(record).casefold(): record for record in old}
    after = {key(record).casefold(): record for record in new}
    for name in dict.fromkeys((*after, *before)):
        old_record, new_record = before.get(name), after.get(name)
        if old_record is None:
            yield RecordChange(sheet.title, key(new_record), ChangeKind.ADDED)
        elif new_record is None:
            yield RecordChange(sheet.title, key(old_record), ChangeKind.REMOVED)
        elif fields := field_changes(old_record, new_record, sheet, _PASSAGE_FIELDS):
            yield RecordChange(sheet.title, key(new_record), ChangeKind.CHANGED, fields)
