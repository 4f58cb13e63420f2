"""Fields of two records of one kind, compared; their values as words that people read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from datetime import date, time
from enum import Enum
from itertools import groupby

from zi_docs.model import Origin
from zi_docs.revision.changes import FieldChange
from zi_docs.revision.differences import PieceFate, TextPiece, word_difference
from zi_docs.text import Picture, RichText
from zi_docs.wording.dates import long_date, month_name, time_text
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.schema import Sheet

# The picture is read from the file that a column names: no column holds it.
_LABELS = {"lambang": "Gambar logo"}


def field_changes(
    before: object, after: object, sheet: Sheet, skip: Iterable[str] = ()
) -> tuple[FieldChange, ...]:
    """The fields in which two records differ; where they came from is no difference."""
    return tuple(_changes(before, after, sheet, {"origin", *skip}))


def _changes(before: object, after: object, sheet: Sheet, skip: set[str]) -> Iterator[FieldChange]:
    for field in fields(before or after):  # type: ignore[arg-type]
        if field.name in skip:
            continue
        old, new = (getattr(record, field.name, None) for record in (before, after))
        if old != new:
            yield field_change(field.name, _label(sheet, field.name), old, new)


def field_change(key: str, label: str, old: object, new: object) -> FieldChange:
    """The change of one field. Months are compared as months, all else word by word."""
    before, after = shown(old), shown(new)
    if isinstance(old, frozenset) or isinstance(new, frozenset):
        pieces = _month_pieces(_numbers(old), _numbers(new))
    else:
        pieces = word_difference(before, after)
    return FieldChange(key, label, before, after, pieces)


def _label(sheet: Sheet, name: str) -> str:
    column = next(iter(sheet.filling(name)), None)
    return column.label or column.header if column else _LABELS.get(name, name)


def shown(value: object) -> RichText:
    """A value of any field as text."""
    if isinstance(value, RichText):
        return value
    if isinstance(value, frozenset):
        return RichText.of(months_text(_numbers(value)))
    return RichText.of(_plain(value))


def _plain(value: object) -> str:
    if value is None or isinstance(value, Origin):
        return ""
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, time):
        return time_text(value)
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return f"gambar {len(value.data)} bita" if isinstance(value, Picture) else str(value)


def months_text(months: Iterable[int]) -> str:
    """Months by their names: `April dan Juli`."""
    return enumeration([month_name(month) for month in sorted(months)])


def _numbers(value: object) -> frozenset[int]:
    return value if isinstance(value, frozenset) else frozenset()


def _month_pieces(before: frozenset[int], after: frozenset[int]) -> tuple[TextPiece, ...]:
    """Each month by its fate, in the order of the year, with the commas that each side needs."""
    parts: list[tuple[tuple[bool, bool], str]] = []
    for month in sorted(before | after):
        sides = (month in before, month in after)
        commas = (sides[0] and month > min(before), sides[1] and month > min(after))
        parts += [(commas, ", "), (sides, month_name(month))]
    runs = groupby((pair for pair in parts if any(pair[0])), key=lambda pair: pair[0])
    return tuple(
        TextPiece(_FATES[sides], RichText.of("".join(text for _, text in run)))
        for sides, run in runs
    )


_FATES = {
    (True, True): PieceFate.SAME,
    (True, False): PieceFate.REMOVED,
    (False, True): PieceFate.ADDED,
}
