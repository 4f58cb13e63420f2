"""DOCX files and office programs for the tests of the conversion."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE as RT
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


def _link(paragraph: Paragraph, text: str, key: str, target: str) -> None:
    """A link by its relationship (`r:id`) or to a bookmark (`w:anchor`).

    LibreOffice takes one without a character style for plain text.
    """
    link, run = OxmlElement("w:hyperlink"), OxmlElement("w:r")
    link.set(qn(key), target)
    style, words = OxmlElement("w:rStyle"), OxmlElement("w:t")
    style.set(qn("w:val"), "InternetLink")
    words.text = text
    properties = OxmlElement("w:rPr")
    properties.append(style)
    run.extend((properties, words))
    link.append(run)
    paragraph._p.append(link)


@pytest.fixture(scope="session")
def make_docx() -> Callable[[str], bytes]:
    """Two chapters on two pages, each with a bookmark; written in Indonesian, in Bookman.

    On the first page stand a link to an address and one to the second chapter.
    """

    def make(text: str) -> bytes:
        document = Document()
        document.styles["Normal"].font.name = "Bookman Old Style"
        (language,) = document.styles.element.xpath("w:docDefaults//w:lang")
        language.set(qn("w:val"), "id-ID")
        _bookmark(document.add_heading("Bab Satu", 1), "bab_satu", 1)
        document.add_paragraph(text)
        document.styles.add_style("Internet Link", WD_STYLE_TYPE.CHARACTER)
        links = document.add_paragraph("Lihat ")
        address = document.part.relate_to("https://contoh.id", RT.HYPERLINK, is_external=True)
        _link(links, "bukti", "r:id", address)
        _link(links, "Bab Dua", "w:anchor", "RA_5F-x")
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
