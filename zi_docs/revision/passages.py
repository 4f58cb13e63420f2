"""The lists of a decree that have no IDs: its body, its narrative, its team."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zi_docs.model import Consideration, Decree, Level, Part, Passage, Plan, TeamSeat, same_id
from zi_docs.revision.changes import PassageChange
from zi_docs.revision.fields import field_change
from zi_docs.revision.sequences import paired_items
from zi_docs.text import RichText
from zi_docs.wording.citations import cite_regulation
from zi_docs.wording.numbers import dictum_label, list_letter

NARRATIVE, TABLE_TITLE, TEAM = "Narasi Lampiran", "Judul tabel", "Susunan tim"


@dataclass(frozen=True)
class _Item:
    """An item of a list: its position in words, and its text."""

    where: str
    text: RichText


def passage_changes(old: Plan, new: Plan) -> Iterator[PassageChange]:
    """The changed passages of the decrees that both plans have, decree by decree."""
    for decree in new.decrees:
        before = old.decree(decree.id)
        if before is None:
            continue
        for part in Part:
            lists = _body(old, before, part), _body(new, decree, part)
            yield from _changes(decree.id, lists[0], lists[1], part)
        yield from _changes(decree.id, _narrative(old, before), _narrative(new, decree))
        yield from _changes(decree.id, _team(old, before), _team(new, decree))


def _changes(
    decree: str, old: Sequence[_Item], new: Sequence[_Item], part: Part | None = None
) -> Iterator[PassageChange]:
    texts = [item.text.plain for item in old], [item.text.plain for item in new]
    for old_index, new_index in paired_items(*texts):
        before = old[old_index] if old_index is not None else None
        after = new[new_index] if new_index is not None else None
        item = after or before or _Item("", RichText())
        old_text, new_text = (side.text if side else RichText() for side in (before, after))
        change = field_change("isi", "Isi", old_text, new_text)
        yield PassageChange(decree, item.where, change, part)


def _body(plan: Plan, decree: Decree, part: Part) -> list[_Item]:
    items = decree.items(part)
    label: Callable[[int], str] = _LABELS[part]
    return [_Item(label(index), _item_text(plan, item)) for index, item in enumerate(items)]


_LABELS: dict[Part, Callable[[int], str]] = {
    Part.CONSIDERING: lambda index: f"Menimbang huruf {list_letter(index)}",
    Part.RECALLING: lambda index: f"Mengingat angka {index + 1}",
    Part.NOTING: lambda index: f"Memperhatikan angka {index + 1}",
    Part.DICTUM: lambda index: f"Diktum {dictum_label(index + 1)}",
}


def _item_text(plan: Plan, item: Consideration | Passage) -> RichText:
    """The text of an item: its own words, or the full citation of its regulation."""
    regulation = plan.regulation(item.peraturan)
    if regulation is None or item.isi:
        return item.isi
    return RichText.of(cite_regulation(regulation, plan))


def _narrative(plan: Plan, decree: Decree) -> list[_Item]:
    items: list[_Item] = []
    chapter, number = NARRATIVE, 0
    for passage in decree.narrative:
        if passage.tingkat is Level.CHAPTER:
            number += 1
            chapter = f"{NARRATIVE} angka {number} ({passage.isi.plain.strip()})"
        where = TABLE_TITLE if passage.tingkat is Level.TABLE_TITLE else chapter
        items.append(_Item(where, _item_text(plan, passage)))
    return items


def _team(plan: Plan, decree: Decree) -> list[_Item]:
    return [
        _Item(f"{TEAM} nomor {number}", _seat_text(plan, seat))
        for number, seat in enumerate((s for s in plan.seats if same_id(s.keputusan, decree.id)), 1)
    ]


def _seat_text(plan: Plan, seat: TeamSeat) -> RichText:
    """`Ketua Pokja I: Nama (Sekretaris)`, and the tasks of the seat below it."""
    official = plan.official(seat.pejabat)
    position = official.jabatan if official else seat.jabatan
    holder = f"{official.nama} ({position})" if official and official.nama else position
    role = f"{seat.kedudukan} {seat.kelompok}".strip()
    text = RichText.of(": ".join(filter(None, (role, holder))))
    return text + "\n" + seat.tugas if seat.tugas else text
