"""PDFs of any program: as many pages as there are, or nothing, and never an exception."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from zi_docs.pdf.returned_pages import returned_pages


def page_count(pdf: bytes) -> int:
    return len(returned_pages(pdf) or ())


def drawn(pages: int) -> bytes:
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page()
        buffer = BytesIO()
        document.save(buffer)
    return buffer.getvalue()


def test_pages_are_counted_whatever_stands_around_the_pdf() -> None:
    assert page_count(drawn(3)) == 3
    assert page_count(b"\r\nscanner\r\n" + drawn(2) + b"\0" * 40) == 2
    assert page_count(b"scanner\r\n" * 300 + drawn(2)) == 2


def test_a_picture_that_a_program_saved_as_pdf_has_a_page() -> None:
    buffer = BytesIO()
    Image.new("L", (20, 30)).save(buffer, "PDF")
    assert page_count(buffer.getvalue()) == 1


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"bukan PDF",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 5>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF",
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[2 0 R]/Count 1>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF",
    ],
    ids=["empty", "no PDF", "pages are a number", "no pages", "pages in a circle"],
)
def test_what_has_no_pages_that_can_be_counted(content: bytes) -> None:
    assert returned_pages(content) is None
