"""Changes as lines of text and as JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from zi_docs.model import Activity
from zi_docs.revision.changes import ChangeKind, FieldChange, PlanChanges, RowChange, RowMove
from zi_docs.revision.differences import PieceFate, TextPiece
from zi_docs.wording.lists import enumeration

_MARKS = {PieceFate.SAME: ("", ""), PieceFate.REMOVED: ("[-", "-]"), PieceFate.ADDED: ("{+", "+}")}
_ONLY_EMPHASIS = "hanya huruf miring atau tebalnya yang berubah"
_WIDTH = 14


def change_lines(changes: PlanChanges) -> Iterator[str]:
    """The changes sheet by sheet; `[-dihapus-]` and `{+ditambahkan+}` mark the words."""
    if not changes:
        yield "Tidak ada yang berubah."
        return
    if changes.rows:
        yield f"RENCANA AKSI: {_row_counts(changes.rows)}"
        for change in changes.rows:
            yield from _row_lines(change, changes)
    if changes.passages:
        yield "NASKAH KEPUTUSAN"
        for passage in changes.passages:
            yield _heading_line(passage.decree, passage.kind.value, passage.where)
            yield from _field_lines([passage.change])
    sheet = ""
    for record in changes.records:
        if record.sheet != sheet:
            sheet = record.sheet
            yield sheet.upper()
        yield _heading_line(record.id, record.kind.value)
        yield from _field_lines(record.fields)


def _row_counts(rows: Sequence[RowChange]) -> str:
    counts = Counter(kind for change in rows for kind in change.kinds)
    return enumeration([f"{counts[k]} baris {k.value.lower()}" for k in ChangeKind if counts[k]])


def _row_lines(change: RowChange, changes: PlanChanges) -> Iterator[str]:
    row, name = change.row, changes.name_of(change.row)
    component = f"{name.number}. {name.component}" if name.number else name.component
    kinds = " dan ".join(kind.value for kind in change.kinds).capitalize()
    yield _heading_line(row.id, kinds, f"{name.area} › {_single_line(component)}")
    yield f"{'':{_WIDTH}}Indikator: {_single_line(row.indikator.plain)}"
    yield from _field_lines(change.fields)
    if change.move:
        yield f"{'':{_WIDTH}}Letak: {describe_move(change.move)}"


def describe_move(move: RowMove) -> str:
    """`semula sesudah RA-004, menjadi sesudah RA-010`."""
    return f"semula {_position(move.before)}, menjadi {_position(move.after)}"


def _position(row: Activity | None) -> str:
    return f"sesudah {row.id}" if row else "di awal tabel"


def _heading_line(name: str, kind: str, where: str = "") -> str:
    return "  ".join(filter(None, (f"  {name:{_WIDTH - 4}}", kind, where)))


def _field_lines(changes: Sequence[FieldChange]) -> Iterator[str]:
    for change in changes:
        words = mark_pieces(change.pieces) if change.words_changed else _ONLY_EMPHASIS
        yield f"{'':{_WIDTH}}{change.label}: {words}"


def mark_pieces(pieces: Sequence[TextPiece]) -> str:
    """The pieces on a single line, removed and added text marked."""
    texts = []
    for piece in pieces:
        text = piece.text.plain
        words = text.rstrip()
        lead, after = words[: len(words) - len(words.lstrip())], text[len(words) :]
        start, end = _MARKS[piece.fate] if words else ("", "")
        texts.append(f"{lead}{start}{words[len(lead) :]}{end}{after or ' ' * bool(start)}")
    return _single_line("".join(texts))


def _single_line(text: str) -> str:
    return " ".join(text.split())


def changes_as_dict(changes: PlanChanges) -> dict[str, Any]:
    """{rows, passages, records}: each with its ID, kind of change and changed fields."""
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
        "moved": describe_move(change.move) if change.move else None,
    }


def _field_dict(change: FieldChange) -> dict[str, Any]:
    return {
        "field": change.key,
        "label": change.label,
        "before": change.before.plain,
        "after": change.after.plain,
        "pieces": [{"fate": p.fate.value, "text": p.text.plain} for p in change.pieces],
    }
