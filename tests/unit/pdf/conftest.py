"""DOCX files and office programs for the tests of the conversion."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph

_FAKES = Path(__file__).parents[2] / "fakes"


def _bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), str(number))
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), name)
        paragraph._p.append(mark)


@pytest.fixture(scope="session")
def make_docx() -> Callable[[str], bytes]:
    """Two chapters on two pages, each with a bookmark; written in Indonesian, in Bookman."""

    def make(text: str) -> bytes:
        document = Document()
        document.styles["Normal"].font.name = "Bookman Old Style"
        (language,) = document.styles.element.xpath("w:docDefaults//w:lang")
        language.set(qn("w:val"), "id-ID")
        _bookmark(document.add_heading("Bab Satu", 1), "bab_satu", 1)
        document.add_paragraph(text)
        document.add_page_break()
        _bookmark(document.add_heading("Bab Dua", 2), "RA_5F-x", 2)
        document.core_properties.title = "Judul Uji"
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()

    return make


@pytest.fixture
def fake(tmp_path: Path) -> Callable[[str], Path]:
    """A fake office program by name; it writes the ids of its processes into `pids` beside it."""

    def place(name: str) -> Path:
        folder = tmp_path / "program"
        folder.mkdir()
        shutil.copy(_FAKES / "pdf.sh", folder)
        return Path(shutil.copy(_FAKES / name, folder))

    return place
