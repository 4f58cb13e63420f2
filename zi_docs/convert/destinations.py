"""Where the bookmarks of a document stand in its PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pikepdf


class AnchorPages(Mapping[str, int]):
    """Bookmark name -> zero-based page.

    LibreOffice writes every character of a name but letters, digits and hyphens as hexadecimal
    digits (`baris_1` as `baris5F1`). A name is looked up as written so; names given out are read
    back, which is exact unless a bookmark's own name holds `5F`.
    """

    def __init__(self, pages: Mapping[str, int]) -> None:
        self._pages = {_written(name): page for name, page in pages.items()}

    def __getitem__(self, name: str) -> int:
        return self._pages[_written(name)]

    def __iter__(self) -> Iterator[str]:
        return (name.replace("5F", "_") for name in self._pages)

    def __len__(self) -> int:
        return len(self._pages)


def anchor_pages(pdf: bytes | Path) -> AnchorPages:
    """The pages of a PDF's named destinations, in the PDF's own order."""
    with pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        targets = ((name, _page(target)) for name, target in _destinations(document))
        return AnchorPages(
            {name: numbers[page] for name, page in targets if page is not None and page in numbers}
        )


def _destinations(document: pikepdf.Pdf) -> Iterator[tuple[str, pikepdf.Object]]:
    """Names and targets from the dictionary of PDF 1.1 and from the name tree of PDF 1.2."""
    found = list(document.Root.get("/Dests", pikepdf.Dictionary()).items())
    tree = document.Root.get("/Names", pikepdf.Dictionary()).get("/Dests")
    if tree is not None:
        found += pikepdf.NameTree(tree).items()
    # pypdf carries the dictionary's names into the tree with their slash.
    return ((str(name).removeprefix("/"), target) for name, target in found)


def _page(target: pikepdf.Object) -> tuple[int, int] | None:
    place = target.get("/D") if isinstance(target, pikepdf.Dictionary) else target
    if not isinstance(place, pikepdf.Array) or not isinstance(place[0], pikepdf.Dictionary):
        return None
    return place[0].objgen


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
