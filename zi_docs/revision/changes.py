"""The changes between two plans, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from zi_docs.model import Activity, Part, same_id
from zi_docs.revision.differences import PieceFate, TextPiece
from zi_docs.revision.row_names import RowName, RowNames, name_of
from zi_docs.text import RichText


class ChangeKind(Enum):
    """How a row, passage or record changed."""

    ADDED = "Ditambahkan"
    REMOVED = "Dihapus"
    CHANGED = "Diubah"
    MOVED = "Dipindahkan"


@dataclass(frozen=True)
class FieldChange:
    """A field before and after: its key, its label in the workbook, the pieces of both texts."""

    key: str
    label: str
    before: RichText
    after: RichText
    pieces: tuple[TextPiece, ...]

    @property
    def words_changed(self) -> bool:
        """Whether words changed, and not only their emphasis."""
        return any(piece.fate is not PieceFate.SAME for piece in self.pieces)


@dataclass(frozen=True)
class RowMove:
    """The row above a moved row in the old and in the new plan; None if it is the first row."""

    before: Activity | None
    after: Activity | None


@dataclass(frozen=True)
class RowChange:
    """A changed row of the plan; `fields` is empty when it was only moved.

    `before` is None for an added row, `after` for a removed row; `above` is the row above an added
    one, None at the head of the table.
    """

    id: str
    before: Activity | None
    after: Activity | None
    fields: tuple[FieldChange, ...] = ()
    move: RowMove | None = None
    above: Activity | None = None

    @property
    def row(self) -> Activity:
        """The row as it is in the new plan; a removed row as it was in the old plan."""
        row = self.after or self.before
        if row is None:
            raise ValueError(f"row {self.id} is in neither plan")
        return row

    @property
    def kinds(self) -> tuple[ChangeKind, ...]:
        """All the ways in which the row changed."""
        if self.before is None:
            return (ChangeKind.ADDED,)
        if self.after is None:
            return (ChangeKind.REMOVED,)
        changed = (ChangeKind.CHANGED,) if self.fields else ()
        return (*changed, *((ChangeKind.MOVED,) if self.move else ()))

    @property
    def months_added(self) -> tuple[int, ...]:
        """The newly marked months, in order; all months of an added row."""
        return tuple(sorted(_months(self.after) - _months(self.before)))

    @property
    def months_removed(self) -> tuple[int, ...]:
        """The months no longer marked, in order; all months of a removed row."""
        return tuple(sorted(_months(self.before) - _months(self.after)))


def _months(row: Activity | None) -> frozenset[int]:
    return row.bulan if row else frozenset()


@dataclass(frozen=True)
class PassageChange:
    """A changed item of a list without IDs: a decree's body, its narrative or its team.

    `part` is the part of the body, None in the other lists. `where` names the list and the position
    in it. The text before is empty for an added item, the text after for a removed item.
    """

    decree: str
    where: str
    change: FieldChange
    part: Part | None = None

    @property
    def kind(self) -> ChangeKind:
        """How the item changed."""
        if not self.change.before:
            return ChangeKind.ADDED
        return ChangeKind.CHANGED if self.change.after else ChangeKind.REMOVED


@dataclass(frozen=True)
class RecordChange:
    """A changed record of another sheet: the sheet's title, the record's key, changed fields."""

    sheet: str
    id: str
    kind: ChangeKind
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class PlanChanges:
    """All changes: rows of the plan, passages of the decrees, records of other sheets.

    `old_names` and `new_names` tell where each row stands on the page before and after.
    """

    rows: tuple[RowChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    records: tuple[RecordChange, ...] = ()
    old_names: RowNames = field(default_factory=dict, hash=False)
    new_names: RowNames = field(default_factory=dict, hash=False)

    def __bool__(self) -> bool:
        return bool(self.rows or self.passages or self.records)

    def name_of(self, row: Activity) -> RowName:
        """What names a row on the page that is changed; a new row by its component there."""
        return name_of(row, self.old_names, self.new_names)

    def affects_decree(self, decree: str) -> bool:
        """Whether the content of a decree (an ID) changed: its dictum or its Lampiran."""
        passages_changed = any(
            same_id(passage.decree, decree) and passage.part in (None, Part.DICTUM)
            for passage in self.passages
        )
        return passages_changed or bool(self.rows)
