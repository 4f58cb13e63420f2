"""The positions of a document's bookmarks in its PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from zi_docs.pdf.readers import opened_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

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
    """The number of pages of a PDF. Raises ValueError for what is no PDF."""
    with opened_pdf(pdf) as document:
        return len(document)


def anchor_pages(pdf: bytes) -> Anchors[int]:
    """The zero-based pages of a PDF's named destinations; ValueError for what is no PDF."""
    return counted_anchors(pdf)[1]


def counted_anchors(pdf: bytes) -> tuple[int, Anchors[int]]:
    """The number of pages of a PDF and `anchor_pages`, at once."""
    with opened_pdf(pdf) as document:
        spots = dict(_spots(document))
        return len(document), Anchors({name: spot.page for name, spot in spots.items()})


def anchor_spots(pdf: bytes) -> Anchors[PageSpot]:
    """The spots of a PDF's named destinations: the upper left corner of the bookmarked line.

    A coordinate that a destination does not give is 0. Raises ValueError for what is no PDF.
    """
    with opened_pdf(pdf) as document:
        return Anchors(dict(_spots(document)))


def _spots(document: PdfDocument) -> Iterator[tuple[str, PageSpot]]:
    """Names and spots from the dictionary of PDF 1.1 and the name tree of PDF 1.2."""
    from pypdfium2 import raw

    for index in range(raw.FPDF_CountNamedDests(document)):
        # Asked without room for the name, PDFium says how long it is.
        length = ctypes.c_long(0)
        raw.FPDF_GetNamedDest(document, index, None, length)
        name = ctypes.create_string_buffer(max(length.value, 0))
        target = raw.FPDF_GetNamedDest(document, index, name, length)
        page = raw.FPDFDest_GetDestPageIndex(document, target) if target else -1
        if page >= 0:
            text = name.raw.decode("utf-16-le").rstrip("\0")
            yield text, PageSpot(page, *_left_top(target))


def _left_top(target: object) -> tuple[float, float]:
    from pypdfium2 import raw

    given = [raw.FPDF_BOOL() for _ in range(3)]
    values = [raw.FS_FLOAT() for _ in range(3)]
    raw.FPDFDest_GetLocationInPage(target, *given, *values)
    left, top, _ = (value.value if known.value else 0.0
                    for known, value in zip(given, values, strict=True))  # fmt: skip
    return left, top


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
