"""What changed in a Lampiran as clauses of a dictum: one a row, named as the Lampiran prints it."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.model import Activity, Decree, same_id
from zi_docs.revision.changes import ChangeKind, FieldChange, PassageChange, PlanChanges, RowChange
from zi_docs.revision.fields import months_text
from zi_docs.text import RichText
from zi_docs.wording.lists import enumeration

# The fields of a row that the Lampiran prints; area and component place it there.
PRINTED = ("area", "komponen", "indikator", "langkah_aksi", "bukti", "bulan", "target")
_WHOLE = (("indikator", "indikator"), ("langkah_aksi", "langkah aksi"), ("bukti", "bukti"))


def listed(changes: PlanChanges, decree: Decree) -> list[str]:
    """The clauses, without the stops between them."""
    rows = (_row(change, changes) for change in changes.rows)
    return [*_passages(changes, decree), *filter(None, rows)]


def printed_fields(change: RowChange) -> list[FieldChange]:
    """The changed fields of a row whose words the Lampiran prints."""
    return [field for field in change.fields if field.key in PRINTED and field.words_changed]


def _passages(changes: PlanChanges, decree: Decree) -> Iterator[str]:
    for passage in changes.passages:
        if passage.part is None and same_id(passage.decree, decree.id):
            yield _passage(passage)


def _passage(passage: PassageChange) -> str:
    new, old = quoted(passage.change.after), quoted(passage.change.before)
    if passage.kind is ChangeKind.ADDED:
        return f"{passage.where} ditambah ketentuan yang berbunyi {new}"
    if passage.kind is ChangeKind.REMOVED:
        return f"ketentuan {passage.where} yang berbunyi {old} dihapus"
    return f"ketentuan {passage.where} yang berbunyi {old} diubah sehingga berbunyi {new}"


def _row(change: RowChange, changes: PlanChanges) -> str:
    if change.before is None:
        return f"menambahkan baris {_added_place(change, changes)}, dengan {_all(change.row)}"
    if change.after is None:
        return f"menghapus {named(change.before, changes)}"
    clauses = [_field(field, change) for field in printed_fields(change)]
    name = named(change.before, changes)
    if change.move:
        above = change.move.after
        place = f"ke tempat {place_after(above, changes)}" if above else "ke awal tabel"
        if not clauses:
            return f"memindahkan {name}, {place}"
        clauses.append(f"baris itu dipindahkan {place}")
    return f"pada {name}, {', serta '.join(clauses)}" if clauses else ""


def _added_place(change: RowChange, changes: PlanChanges) -> str:
    """Where an added row stands; its component is named once, by the row above if that has it."""
    own = changes.name_of(change.row)
    if change.above and changes.name_of(change.above).same_component(own):
        return place_after(change.above, changes)
    return f"pada {own.within}, {place_after(change.above, changes)}"


def named(row: Activity, changes: PlanChanges) -> str:
    """A row by its place on the page that is changed, and its indicator; a new row says so.

    Its step stands beside an indicator that the component has more than once.
    """
    name = changes.name_of(row)
    step = f", langkah aksi {quoted(row.langkah_aksi)}" if name.shared else ""
    return f"{name.row}, indikator {quoted(row.indikator)}{step}"


def place_after(above: Activity | None, changes: PlanChanges) -> str:
    """`sesudah baris ke-2 komponen nomor 3 …`; without a row above, the head of the table."""
    return f"sesudah {named(above, changes)}" if above else "di awal tabel"


def _all(row: Activity) -> str:
    fields = [f"{label} {quoted(getattr(row, key))}" for key, label in _WHOLE]
    if row.bulan:
        fields.append(f"pelaksanaan bulan {months_text(row.bulan)}")
    if row.target:
        fields.append(f"target {row.target}")
    return enumeration(fields)


def _field(field: FieldChange, change: RowChange) -> str:
    if field.key == "bulan":
        return f"pelaksanaan diubah menjadi bulan {field.after.plain}"
    if not field.after:
        return f"{field.label.lower()} dihapus"
    return f"{field.label.lower()} diubah menjadi {quoted(field.after)}"


def quoted(text: RichText) -> str:
    """A text on one line in quotation marks; items of a list are parted by semicolons."""
    items = [" ".join(block.text.plain.split()).rstrip(" ;,.") for block in text.blocks]
    return f"“{'; '.join(items)}”"
