"""The outline of a bundle: an entry for each part, the part's own outline below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pikepdf
from pikepdf import Array, Dictionary, Name, String


@dataclass(frozen=True)
class OutlineEntry:
    """An entry: its title, where it leads (`/Dest` or `/A` and their values), what is below it."""

    title: str
    target: dict[str, pikepdf.Object]
    below: tuple[OutlineEntry, ...] = ()


def entry_of_part(title: str, page: pikepdf.Object, outline: pikepdf.Object) -> OutlineEntry:
    """The entry of a part that begins on a page; `outline` is its own, perhaps empty.

    A heading that the part repeats on each of its pages is entered once, and one that says what
    the part is called not at all.
    """
    own = _once(tuple(_entries(outline)))
    below = tuple(
        e for entry in own for e in (entry.below if _same(entry.title, title) else [entry])
    )
    return OutlineEntry(title, {"/Dest": Array([page, Name.Fit])}, below)


def outline_of(bundle: pikepdf.Pdf, entries: Sequence[OutlineEntry]) -> pikepdf.Object:
    """The outline of these entries, at least one, all of them open."""
    outline = bundle.make_indirect(Dictionary(Type=Name.Outlines))
    _hang(bundle, outline, entries)
    return outline


def _hang(bundle: pikepdf.Pdf, parent: pikepdf.Object, entries: Sequence[OutlineEntry]) -> int:
    """Hang entries below a parent; how many are visible there."""
    items = [
        bundle.make_indirect(Dictionary({"/Title": String(e.title), "/Parent": parent} | e.target))
        for e in entries
    ]
    for item, following in pairwise(items):
        item.Next, following.Prev = following, item
    visible = len(items)
    for item, entry in zip(items, entries, strict=True):
        visible += _hang(bundle, item, entry.below) if entry.below else 0
    parent.First, parent.Last, parent.Count = items[0], items[-1], visible
    return visible


def _entries(parent: pikepdf.Object) -> Iterator[OutlineEntry]:
    item = parent.get("/First")
    while item is not None:
        target = {key: item[key] for key in ("/Dest", "/A") if key in item}
        # A heading has hard spaces where its lines may not end.
        title = " ".join(str(item.get("/Title", "")).split())
        yield OutlineEntry(title, target, tuple(_entries(item)))
        item = item.get("/Next")


def _once(entries: tuple[OutlineEntry, ...]) -> tuple[OutlineEntry, ...]:
    """Of neighbours with the same title the first, with what is below all of them."""
    kept: list[OutlineEntry] = []
    for entry in entries:
        if kept and _same(kept[-1].title, entry.title):
            below = kept[-1].below + entry.below
            kept[-1] = OutlineEntry(kept[-1].title, kept[-1].target, below)
        else:
            kept.append(entry)
    return tuple(OutlineEntry(e.title, e.target, _once(e.below)) for e in kept)


def _same(first: str, second: str) -> bool:
    return _plain(first) == _plain(second)


def _plain(title: str) -> str:
    return " ".join(title.casefold().split())
