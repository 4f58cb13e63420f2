"""Pages of a PDF side by side on one picture."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pypdfium2
from PIL import Image, ImageDraw

_PAGE_WIDTH, _GAP, _HEAD, _ACROSS = 620, 16, 44, 4
_GREY, _INK = (150, 150, 150), (20, 20, 20)


def contact_sheet(pdf: Path, title: str, most: int) -> Image.Image:
    """The first pages, at `most` so many, in rows of four under the title of the sheet."""
    pages, total = _pages(pdf, most)
    rows = [pages[start : start + _ACROSS] for start in range(0, len(pages), _ACROSS)]
    heights = [max(page.height for page in row) for row in rows]
    width = _GAP + max(sum(page.width + _GAP for page in row) for row in rows)
    sheet = Image.new("RGB", (width, _HEAD + sum(height + _GAP for height in heights)), _GREY)
    shown = f"{len(pages)} dari {total}" if len(pages) < total else str(total)
    heading = f"{title}: {shown} halaman"
    ImageDraw.Draw(sheet).text((_GAP, 10), heading, _INK, font_size=22)
    top = _HEAD
    for row, height in zip(rows, heights, strict=True):
        left = _GAP
        for page in row:
            sheet.paste(page, (left, top))
            left += page.width + _GAP
        top += height + _GAP
    return sheet


def _pages(pdf: Path, most: int) -> tuple[Sequence[Image.Image], int]:
    """The pages as pictures of one width, and how many there are."""
    with pypdfium2.PdfDocument(pdf) as document:
        numbers = range(min(len(document), most))
        return [_picture(document[number]) for number in numbers], len(document)


def _picture(page: pypdfium2.PdfPage) -> Image.Image:
    # A page lying on its side is as high as others are wide.
    shorter = min(page.get_width(), page.get_height())
    image: Image.Image = page.render(scale=_PAGE_WIDTH / shorter).to_pil().convert("RGB")
    return image
