"""The reader of pages finds what it is for: broken words, lines left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document

from tests.cases.page_lines import broken_words, lone_lines
from tests.cases.signing import text_pdf

# What begins the next line in a content stream.
_LINE = ") Tj 0 -20 Td ("


def files(folder: Path, paragraph: str, *pages: tuple[str, ...]) -> tuple[Path, Path]:
    """A PDF with these lines on its pages, and the Word file with the paragraph they are of."""
    document = Document()
    document.add_paragraph(paragraph)
    document.save(str(folder / "naskah.docx"))
    (folder / "naskah.pdf").write_bytes(text_pdf(*(_LINE.join(page) for page in pages)))
    return folder / "naskah.pdf", folder / "naskah.docx"


@pytest.mark.parametrize(
    ("paragraph", "page", "pieces"),
    [
        (
            "Aplikasi diimplementasikan",
            ("Aplikasi diimplementasik", "an"),
            {"diimplementasik", "an"},
        ),
        ("NIP 198501012010011001", ("NIP 19850101201001", "1001"), {"19850101201001", "1001"}),
        ("Kelompok Kerja/Pokja", ("Kelompok Kerja/", "Pokja"), set()),
    ],
)
def test_pieces_of_words_and_numbers(
    tmp_path: Path, paragraph: str, page: tuple[str, ...], pieces: set[str]
) -> None:
    assert broken_words(*files(tmp_path, paragraph, page)) == pieces


@pytest.mark.parametrize(
    ("pages", "lone"),
    [
        ((("satu", "dua"), ("tiga", "empat", "lima")), []),
        ((("satu",), ("dua", "tiga", "empat", "lima")), ["satu"]),
        ((("satu", "dua", "tiga", "empat"), ("- 2 -", "lima")), ["lima"]),
    ],
)
def test_a_line_of_a_paragraph_alone_at_the_edge_of_a_page(
    tmp_path: Path, pages: tuple[tuple[str, ...], ...], lone: list[str]
) -> None:
    assert lone_lines(*files(tmp_path, "satu dua tiga empat lima", *pages)) == lone
