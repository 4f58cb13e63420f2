"""The pages of a PDF that came back, read leniently: a scanner's PDF is rarely a tidy one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zi_docs.pdf.readers import opened_pdf

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_HEADER = b"%PDF-"


@dataclass(frozen=True)
class ReturnedPage:
    """A page: the text that it has, and whether there is anything on it at all."""

    text: str
    blank: bool


def returned_pages(pdf: bytes) -> list[ReturnedPage] | None:
    """The pages; None for what is no PDF, or has a page that cannot be opened."""
    # Some scanners put bytes of their own in front, more than a reader skips.
    start = max(pdf.find(_HEADER), 0)
    for content in dict.fromkeys((pdf, pdf[start:])):
        try:
            with opened_pdf(content) as document:
                pages = list(_pages(document))
        except (ValueError, RuntimeError):
            continue
        if pages:
            return pages
    return None


def _pages(document: PdfDocument) -> Iterator[ReturnedPage]:
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage().get_text_range()
        blank = not text.strip() and next(page.get_objects(max_depth=1), None) is None
        yield ReturnedPage(text, blank)
