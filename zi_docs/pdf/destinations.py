"""Where the bookmarks of a document stand in its PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pikepdf

Where = TypeVar("Where")


@dataclass(frozen=True)
class Spot:
    """A spot on a page: zero-based page, points from its left and its bottom edge."""

    page: int
    x: float
    y: float


class Anchors(Mapping[str, Where]):
    """Bookmark name -> where it stands: its zero-based page, or its `Spot`.

    LibreOffice writes every character of a name but letters, digits and hyphens as hexadecimal
    digits (`baris_1` as `baris5F1`). A name is looked up as written so; names given out are read
    back, which is exact unless a bookmark's own name holds `5F`.
    """

    def __init__(self, places: Mapping[str, Where]) -> None:
        self._places = {_written(name): place for name, place in places.items()}

    def __getitem__(self, name: str) -> Where:
        return self._places[_written(name)]

    def __iter__(self) -> Iterator[str]:
        return (name.replace("5F", "_") for name in self._places)

    def __len__(self) -> int:
        return len(self._places)


def page_count(pdf: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return len(document.pages)


def anchor_pages(pdf: bytes | Path) -> Anchors[int]:
    """The pages of a PDF's named destinations, in the PDF's own order."""
    return Anchors({name: spot.page for name, spot in anchor_spots(pdf).items()})


def anchor_spots(pdf: bytes | Path) -> Anchors[Spot]:
    """The spots of a PDF's named destinations: the upper left corner of the bookmarked line."""
    with pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        targets = ((name, _place(target)) for name, target in _destinations(document))
        return Anchors(
            {
                name: Spot(numbers[place[0].objgen], *_corner(place))
                for name, place in targets
                if place is not None and place[0].objgen in numbers
            }
        )


def _destinations(document: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Names and targets from the dictionary of PDF 1.1 and from the name tree of PDF 1.2."""
    found = list(document.Root.get("/Dests", pikepdf.Dictionary()).items())
    tree = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if tree is not None:
        found += pikepdf.NameTree(tree).items()
    # pypdf carries the dictionary's names into the tree with their slash.
    return ((str(name).removeprefix("/"), target) for name, target in found)


def _place(target: pikepdf.Object) -> pikepdf.Array | None:
    """The page and, most often, the coordinates that a destination names."""
    place = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
    if not isinstance(place, pikepdf.Array) or not isinstance(place[0], pikepdf.Dictionary):
        return None
    return place


def _corner(place: pikepdf.Array) -> tuple[float, float]:
    """Left and top of a destination; 0 where it names only the page."""
    try:
        return float(Decimal(str(place[2]))), float(Decimal(str(place[3])))
    except (IndexError, InvalidOperation):
        return 0.0, 0.0


def _written(name: str) -> str:
    """A name as LibreOffice writes it."""
    return "".join(
        char if char.isascii() and (char.isalnum() or char == "-") else _hexadecimal(char)
        for char in name
    )


def _hexadecimal(char: str) -> str:
    code = char.encode("utf-16-be").hex().upper()
    return "".join(
        unit.removeprefix("00") for unit in (code[i : i + 4] for i in range(0, len(code), 4))
    )
