"""The positions of a document's bookmarks in its PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TypeVar

import pikepdf

from zi_docs.pdf.readers import mapped_pdf

Position = TypeVar("Position")


@dataclass(frozen=True)
class PageSpot:
    """A spot on a page: zero-based page number, points from the left and the bottom edge."""

    page: int
    x: float
    y: float


class Anchors(Mapping[str, Position]):
    """Bookmark name -> its position: a zero-based page number or a `PageSpot`.

    LibreOffice writes each character of a name except letters, digits and hyphens as hexadecimal
    digits (`baris_1` as `baris5F1`). Lookups encode the name in this way; iteration decodes it,
    which is exact unless a bookmark's own name contains `5F`.
    """

    def __init__(self, positions: Mapping[str, Position]) -> None:
        self._positions = {_encoded(name): position for name, position in positions.items()}

    def __getitem__(self, name: str) -> Position:
        return self._positions[_encoded(name)]

    def __iter__(self) -> Iterator[str]:
        return (name.replace("5F", "_") for name in self._positions)

    def __len__(self) -> int:
        return len(self._positions)


def page_count(pdf: bytes) -> int:
    """The number of pages of a PDF."""
    with mapped_pdf(pdf) as document:
        return len(document.pages)


def anchor_pages(pdf: bytes | Path) -> Anchors[int]:
    """The zero-based pages of a PDF's named destinations, in the order of the PDF."""
    return Anchors({name: spot.page for name, spot in anchor_spots(pdf).items()})


def anchor_spots(pdf: bytes | Path) -> Anchors[PageSpot]:
    """The spots of a PDF's named destinations: the upper left corner of the bookmarked line."""
    with mapped_pdf(pdf) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        targets = ((name, _explicit(target)) for name, target in _destinations(document))
        return Anchors(
            {
                name: PageSpot(numbers[array[0].objgen], *_left_top(array))
                for name, array in targets
                if array is not None and array[0].objgen in numbers
            }
        )


def _destinations(document: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Names and targets from the dictionary of PDF 1.1 and the name tree of PDF 1.2."""
    targets = list(document.Root.get("/Dests", pikepdf.Dictionary()).items())
    tree = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if tree is not None:
        targets += pikepdf.NameTree(tree).items()
    # The names of the dictionary have a leading slash.
    return ((str(name).removeprefix("/"), target) for name, target in targets)


def _explicit(target: pikepdf.Object) -> pikepdf.Array | None:
    """The array of a destination: its page and usually coordinates; None for any other object."""
    array = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
    if not isinstance(array, pikepdf.Array) or not isinstance(array[0], pikepdf.Dictionary):
        return None
    return array


def _left_top(array: pikepdf.Array) -> tuple[float, float]:
    """Left and top coordinate of a destination; 0 if it names only the page."""
    try:
        return float(Decimal(str(array[2]))), float(Decimal(str(array[3])))
    except (IndexError, InvalidOperation):
        return 0.0, 0.0


def _encoded(name: str) -> str:
    """A bookmark name as LibreOffice writes it into the PDF."""
    return "".join(
        char if char.isascii() and (char.isalnum() or char == "-") else _hexadecimal(char)
        for char in name
    )


def _hexadecimal(char: str) -> str:
    code = char.encode("utf-16-be").hex().upper()
    return "".join(
        unit.removeprefix("00") for unit in (code[i : i + 4] for i in range(0, len(code), 4))
    )
