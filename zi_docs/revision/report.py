"""What changed, as lines to read and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from zi_docs.model import Activity
from zi_docs.revision.changes import Changes, FieldChange, Kind, Move, RowChange
from zi_docs.revision.differences import Fate, Piece
from zi_docs.wording.lists import enumeration

_MARKS = {Fate.SAME: ("", ""), Fate.REMOVED: ("[-", "-]"), Fate.ADDED: ("{+", "+}")}
_EMPHASIS = "hanya huruf miring atau tebalnya yang berubah"
_WIDTH = 14


def lines(changes: Changes) -> Iterator[str]:
    """The changes sheet by sheet; `[-dihapus-]` and `{+ditambahkan+}` mark the words."""
    if not changes:
        yield "Tidak ada yang berubah."
        return
    if changes.rows:
        yield f"RENCANA AKSI: {_counted(changes.rows)}"
        for change in changes.rows:
            yield from _row(change)
    if changes.passages:
        yield "NASKAH KEPUTUSAN"
        for passage in changes.passages:
            yield _head(passage.decree, passage.kind.value, passage.where)
            yield from _fields([passage.change])
    sheet = ""
    for record in changes.records:
        if record.sheet != sheet:
            sheet = record.sheet
            yield sheet.upper()
        yield _head(record.id, record.kind.value)
        yield from _fields(record.fields)


def _counted(rows: Sequence[RowChange]) -> str:
    counts = Counter(kind for change in rows for kind in change.kinds)
    return enumeration([f"{counts[k]} baris {k.value.lower()}" for k in Kind if counts[k]])


def _row(change: RowChange) -> Iterator[str]:
    row = change.row
    kinds = " dan ".join(kind.value for kind in change.kinds).capitalize()
    yield _head(row.id, kinds, f"{row.area} › {_line(row.komponen.plain)}")
    yield f"{'':{_WIDTH}}Indikator: {_line(row.indikator.plain)}"
    yield from _fields(change.fields)
    if change.move:
        yield f"{'':{_WIDTH}}Letak: {moved_text(change.move)}"


def moved_text(move: Move) -> str:
    """`semula sesudah RA-004, menjadi sesudah RA-010`."""
    return f"semula {_after(move.before)}, menjadi {_after(move.after)}"


def _after(row: Activity | None) -> str:
    return f"sesudah {row.id}" if row else "di awal tabel"


def _head(name: str, kind: str, where: str = "") -> str:
    return "  ".join(filter(None, (f"  {name:{_WIDTH - 4}}", kind, where)))


def _fields(changes: Sequence[FieldChange]) -> Iterator[str]:
    for change in changes:
        words = marked(change.pieces) if change.worded else _EMPHASIS
        yield f"{'':{_WIDTH}}{change.label}: {words}"


def marked(pieces: Sequence[Piece]) -> str:
    """The pieces on one line with the marks of their fate."""
    found = []
    for piece in pieces:
        text = piece.text.plain
        bare = text.rstrip()
        start, end = _MARKS[piece.fate]
        found.append(f"{start}{bare}{end}{text[len(bare) :] or ' ' * bool(start)}")
    return _line("".join(found))


def _line(text: str) -> str:
    return " ".join(text.split())


def as_dict(changes: Changes) -> dict[str, Any]:
    """{rows, passages, records}: each with its ID, what happened to it, and its fields."""
    return {
        "rows": [_row_dict(change) for change in changes.rows],
        "passages": [
            {
                "decree": passage.decree,
                "where": passage.where,
                "kind": passage.kind.value,
                **_field_dict(passage.change),
            }
            for passage in changes.passages
        ],
        "records": [
            {
                "sheet": record.sheet,
                "id": record.id,
                "kind": record.kind.value,
                "fields": [_field_dict(field) for field in record.fields],
            }
            for record in changes.records
        ],
    }


def _row_dict(change: RowChange) -> dict[str, Any]:
    return {
        "id": change.row.id,
        "kinds": [kind.value for kind in change.kinds],
        "fields": [_field_dict(field) for field in change.fields],
        "months_added": list(change.months_added),
        "months_removed": list(change.months_removed),
        "moved": moved_text(change.move) if change.move else None,
    }


def _field_dict(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.key,
        "label": change.label,
        "before": change.before.plain,
        "after": change.after.plain,
        "pieces": [{"fate": p.fate.value, "text": p.text.plain} for p in change.pieces],
    }
