"""The lists of a decree that have no IDs: its body, its narrative, its team."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zi_docs.model import Consideration, Decree, Level, Part, Passage, Plan, TeamSeat, same_id
from zi_docs.revision.changes import PassageChange
from zi_docs.revision.fields import field_change
from zi_docs.revision.sequences import paired
from zi_docs.text import RichText
from zi_docs.wording.citations import cite_regulation
from zi_docs.wording.numbers import dictum_label, list_letter

NARRATIVE, TABLE_TITLE, TEAM = "Narasi Lampiran", "Judul tabel", "Susunan tim"


@dataclass(frozen=True)
class _Item:
    """An item of a list: where it stands, in words, and what it says."""

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
    for i, j in paired(*texts):
        was = old[i] if i is not None else None
        now = new[j] if j is not None else None
        spot = (now or was or _Item("", RichText())).where
        empty = RichText()
        change = field_change("isi", "Isi", was.text if was else empty, now.text if now else empty)
        yield PassageChange(decree, spot, change, part)


def _body(plan: Plan, decree: Decree, part: Part) -> list[_Item]:
    items = decree.items(part)
    label: Callable[[int], str] = _LABELS[part]
    return [_Item(label(index), _words(plan, item)) for index, item in enumerate(items)]


_LABELS: dict[Part, Callable[[int], str]] = {
    Part.CONSIDERING: lambda index: f"Menimbang huruf {list_letter(index)}",
    Part.RECALLING: lambda index: f"Mengingat angka {index + 1}",
    Part.NOTING: lambda index: f"Memperhatikan angka {index + 1}",
    Part.DICTUM: lambda index: f"Diktum {dictum_label(index + 1)}",
}


def _words(plan: Plan, item: Consideration | Passage) -> RichText:
    """What an item says: its own words, or its regulation cited in full."""
    regulation = plan.regulation(item.peraturan)
    if regulation is None or item.isi:
        return item.isi
    return RichText.of(cite_regulation(regulation, plan))


def _narrative(plan: Plan, decree: Decree) -> list[_Item]:
    found, chapter, number = [], NARRATIVE, 0
    for passage in decree.narrative:
        if passage.level is Level.CHAPTER:
            number += 1
            chapter = f"{NARRATIVE} angka {number} ({passage.isi.plain.strip()})"
        where = TABLE_TITLE if passage.level is Level.TABLE_TITLE else chapter
        found.append(_Item(where, _words(plan, passage)))
    return found


def _team(plan: Plan, decree: Decree) -> list[_Item]:
    return [
        _Item(f"{TEAM} nomor {number}", _seat(plan, seat))
        for number, seat in enumerate((s for s in plan.seats if same_id(s.keputusan, decree.id)), 1)
    ]


def _seat(plan: Plan, seat: TeamSeat) -> RichText:
    """`Ketua Pokja I: Nama (Sekretaris)`, and the tasks of the seat below it."""
    official = plan.official(seat.pejabat)
    post = official.jabatan if official else seat.jabatan
    who = f"{official.nama} ({post})" if official and official.nama else post
    text = RichText.of(": ".join(filter(None, (f"{seat.kedudukan} {seat.kelompok}".strip(), who))))
    return text + "\n" + seat.tugas if seat.tugas else text
