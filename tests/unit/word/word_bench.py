"""Small Word templates for the tests, and a reader of what became of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from lxml import etree

from zi_docs import ooxml
from zi_docs.product import Properties
from zi_docs.word.page_layout import PageLayout
from zi_docs.word.render import render_docx
from zi_docs.word.wordml import w

F4 = PageLayout((215.0, 330.0), (25.0, 20.0, 25.0, 30.0), "Bookman Old Style")
ABOUT = Properties("Judul", "Perihal", "KPU", "Nomor 1", date(2026, 1, 22))


def template(folder: Path, *paragraphs: str, also: Callable[[Any], object] | None = None) -> Path:
    """A template of plain paragraphs; `also` may add to it with python-docx."""
    document = Document()
    for text in paragraphs:
        document.add_paragraph(text)
    if also:
        also(document)
    path = folder / "templat.docx"
    document.save(str(path))
    return path


def rendered(path: Path, context: Mapping[str, object]) -> bytes:
    """The template rendered on F4."""
    return render_docx(path, context, F4, ABOUT)


def lines(docx: bytes) -> list[str]:
    """The text of every paragraph of a DOCX, as python-docx reads it."""
    return [paragraph.text for paragraph in Document(BytesIO(docx)).paragraphs]


def body(docx: bytes) -> etree._Element:
    """The main part of a DOCX."""
    return etree.fromstring(ooxml.read_parts(docx)["word/document.xml"])


def values(root: etree._Element, name: str, attribute: str = "val") -> list[str | None]:
    """A `w:` attribute of every element of a name."""
    return [element.get(w(attribute)) for element in root.iter(w(name))]
