"""Reading a PDF back as a person would: its words, where they stand, how a page looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
from PIL import Image

POINTS_PER_MM = 72 / 25.4


def page_texts(pdf: Path) -> list[str]:
    """The text of each page, lines ended by a plain newline."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.get_textpage().get_text_bounded().replace("\r\n", "\n") for page in document]


def letters(text: str) -> str:
    """Only letters and digits: what is left when lines, spaces and stops fall differently."""
    return re.sub(r"[\W_]", "", text)


def picture(pdf: Path, page: int, scale: float = 0.8) -> Image.Image:
    """A page (counted from 1) in grey."""
    with pypdfium2.PdfDocument(pdf) as document:
        return document[page - 1].render(scale=scale).to_pil().convert("L")


def text_boxes(pdf: Path, page: int) -> Iterator[tuple[str, float, float, float, float]]:
    """Each stretch of text of a page with left, top, right, bottom in mm from the upper left."""
    with pypdfium2.PdfDocument(pdf) as document:
        sheet = document[page - 1]
        height = sheet.get_height()
        words = sheet.get_textpage()
        for index in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(index)
            yield (
                words.get_text_bounded(left, bottom, right, top),
                left / POINTS_PER_MM,
                (height - top) / POINTS_PER_MM,
                right / POINTS_PER_MM,
                (height - bottom) / POINTS_PER_MM,
            )


def page_size(pdf: Path, page: int) -> tuple[float, float]:
    """Width and height of a page in whole mm."""
    with pypdfium2.PdfDocument(pdf) as document:
        width, height = document[page - 1].get_size()
        return round(width / POINTS_PER_MM), round(height / POINTS_PER_MM)
