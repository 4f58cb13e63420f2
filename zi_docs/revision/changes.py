"""What a comparison of two plans tells, as values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zi_docs.model import Activity, Part, same_id
from zi_docs.revision.differences import Fate, Piece
from zi_docs.text import RichText


class Kind(Enum):
    """How a row, passage or record changed."""

    ADDED = "Ditambahkan"
    REMOVED = "Dihapus"
    CHANGED = "Diubah"
    MOVED = "Dipindahkan"


@dataclass(frozen=True)
class FieldChange:
    """A field before and after: its key, its name in the workbook, the pieces of both."""

    key: str
    label: str
    before: RichText
    after: RichText
    pieces: tuple[Piece, ...]

    @property
    def worded(self) -> bool:
        """Whether words changed, and not only their emphasis."""
        return any(piece.fate is not Fate.SAME for piece in self.pieces)


@dataclass(frozen=True)
class Move:
    """The rows after which a row stood and stands; None at the head of the plan."""

    before: Activity | None
    after: Activity | None


@dataclass(frozen=True)
class RowChange:
    """A row of the plan that changed; `fields` are empty where it was only moved.

    The row before is None when it was added, the row after when it was removed.
    """

    id: str
    before: Activity | None
    after: Activity | None
    fields: tuple[FieldChange, ...] = ()
    move: Move | None = None

    @property
    def row(self) -> Activity:
        """The row as it stands now, or stood last."""
        row = self.after or self.before
        if row is None:
            raise ValueError(f"row {self.id} stands in neither plan")
        return row

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """All that happened to it."""
        if self.before is None:
            return (Kind.ADDED,)
        if self.after is None:
            return (Kind.REMOVED,)
        changed = (Kind.CHANGED,) if self.fields else ()
        return (*changed, *((Kind.MOVED,) if self.move else ()))

    @property
    def months_added(self) -> tuple[int, ...]:
        """The months newly marked, in order; all of an added row."""
        return tuple(sorted(_months(self.after) - _months(self.before)))

    @property
    def months_removed(self) -> tuple[int, ...]:
        """The months no longer marked, in order; all of a removed row."""
        return tuple(sorted(_months(self.before) - _months(self.after)))


def _months(row: Activity | None) -> frozenset[int]:
    return row.bulan if row else frozenset()


@dataclass(frozen=True)
class PassageChange:
    """An item of a list without IDs: of a decree's body, of its narrative, of its team.

    `part` is the part of the body, None elsewhere. `where` says which list, and where in it; a
    text is empty where the item was added or removed.
    """

    decree: str
    where: str
    change: FieldChange
    part: Part | None = None

    @property
    def kind(self) -> Kind:
        """What happened to it."""
        if not self.change.before:
            return Kind.ADDED
        return Kind.CHANGED if self.change.after else Kind.REMOVED


@dataclass(frozen=True)
class RecordChange:
    """A record of another sheet: its sheet's title and its key, with the fields that changed."""

    sheet: str
    id: str
    kind: Kind
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True)
class Changes:
    """All that changed: rows of the plan, passages of the decrees, records of other sheets."""

    rows: tuple[RowChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()
    records: tuple[RecordChange, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.rows or self.passages or self.records)

    def amending(self, decree: str) -> bool:
        """Whether anything changed that a decree decrees: its dictum or its Lampiran."""
        own = any(
            same_id(passage.decree, decree) and passage.part in (None, Part.DICTUM)
            for passage in self.passages
        )
        return own or bool(self.rows)
