"""Two plans -> all that changed between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from zi_docs.model import Activity, Plan
from zi_docs.revision.changes import Changes, Kind, Move, RecordChange, RowChange
from zi_docs.revision.fields import field_changes
from zi_docs.revision.passages import passage_changes
from zi_docs.revision.sequences import moved
from zi_docs.workbook.sheets import BY_KEY
from zi_docs.workbook.sheets.schema import Sheet

Key = Callable[[Any], str]

# Which records stand on which sheet, and what names one; plan rows and lists without IDs apart.
_RECORDS: tuple[tuple[str, str, Key], ...] = (
    ("officials", "pejabat", lambda one: one.id),
    ("regulations", "peraturan", lambda one: one.id),
    ("decrees", "keputusan", lambda one: one.id),
    ("meetings", "rapat", lambda one: one.id),
    ("participants", "peserta", lambda one: one.id),
    ("number_patterns", "pola_nomor", lambda one: one.jenis),
    ("numbers", "nomor", lambda one: f"{one.jenis} {one.nomor}"),
    ("realisations", "realisasi", lambda one: f"{one.baris} bulan {one.bulan}/{one.reported}"),
    ("revisions", "revisi", lambda one: one.id),
)
# Lists that are compared as passages.
_LISTED = ("considerations", "narrative")


def compare(old: Plan, new: Plan) -> Changes:
    """All that changed from `old` to `new`.

    Rows and records are the same when their IDs are, wherever they stand; considerations,
    narrative and seats, which have none, when they read alike.
    """
    return Changes(
        tuple(row_changes(old.activities, new.activities)),
        tuple(passage_changes(old, new)),
        tuple(_record_changes(old, new)),
    )


def row_changes(old: Sequence[Activity], new: Sequence[Activity]) -> Iterator[RowChange]:
    """The changed rows in the order of the new plan, each removed one after its old neighbour."""
    before, after = _by_key(old), _by_key(new)
    went = moved(list(before), list(after))
    for key in _merged(list(before), list(after)):
        was, now = before.get(key), after.get(key)
        fields = field_changes(was, now, BY_KEY["rencana_aksi"], ("id",)) if was and now else ()
        move = Move(_previous(before, key), _previous(after, key)) if key in went else None
        row = now or was
        if row is not None and (fields or move or was is None or now is None):
            yield RowChange(row.id, was, now, fields, move)


def _by_key(rows: Sequence[Activity]) -> dict[str, Activity]:
    return {row.id.strip().casefold(): row for row in rows}


def _previous(rows: dict[str, Activity], key: str) -> Activity | None:
    keys = list(rows)
    at = keys.index(key)
    return rows[keys[at - 1]] if at else None


def _merged(before: list[str], after: list[str]) -> list[str]:
    """The keys of both orders: the new one, each key that is gone put after its predecessor."""
    merged, known = list(after), set(after)
    previous: str | None = None
    for key in before:
        if key not in known:
            merged.insert(merged.index(previous) + 1 if previous else 0, key)
        previous = key
    return merged


def _record_changes(old: Plan, new: Plan) -> Iterator[RecordChange]:
    # The agency is told by the name of its words.
    office = field_changes(old.office, new.office, BY_KEY["instansi"], ("agency",))
    if office:
        yield RecordChange(BY_KEY["instansi"].title, "", Kind.CHANGED, office)
    for attribute, sheet, key in _RECORDS:
        yield from _records(getattr(old, attribute), getattr(new, attribute), BY_KEY[sheet], key)


def _records(
    old: Sequence[object], new: Sequence[object], sheet: Sheet, key: Key
) -> Iterator[RecordChange]:
    before = {key(one).casefold(): one for one in old}
    after = {key(one).casefold(): one for one in new}
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        kind = Kind.ADDED if was is None else Kind.REMOVED if now is None else Kind.CHANGED
        fields = field_changes(was, now, sheet, _LISTED) if was and now else ()
        if fields or kind is not Kind.CHANGED:
            yield RecordChange(sheet.title, key(now or was), kind, fields)
