"""Reads what a PDF holds: for tests, and for judging what was built."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
from pypdf import PdfReader

_NONE = pikepdf.Dictionary()
_MM_PER_POINT = 25.4 / 72


@dataclass(frozen=True, order=True)
class FontFact:
    """A font of a PDF, without the prefix of its subset."""

    name: str
    embedded: bool


@dataclass(frozen=True)
class OutlineFact:
    """An entry of the outline: zero-based page (None: no page of this file), depth from zero."""

    title: str
    page: int | None
    depth: int


@dataclass(frozen=True)
class PdfFacts:
    """What a PDF holds.

    Sizes are (width, height) in mm as seen, rotation applied. `pdfa` is part and conformance as
    the file claims them, such as "2B"; `texts` is the text of each page; `fields` are the names of
    the fields to sign or fill.
    """

    pages: int
    sizes_mm: tuple[tuple[float, float], ...]
    fonts: tuple[FontFact, ...]
    outline: tuple[OutlineFact, ...]
    labels: tuple[str, ...]
    title: str
    subject: str
    author: str
    keywords: str
    lang: str
    tagged: bool
    pdfa: str | None
    texts: tuple[str, ...]
    fields: tuple[str, ...] = ()


def inspect(pdf: bytes | Path) -> PdfFacts:
    """Read a PDF; raises the PDF libraries' own errors for what is none."""
    content = pdf if isinstance(pdf, bytes) else pdf.read_bytes()
    sizes, texts = _seen(content)
    reader = PdfReader(BytesIO(content))
    with pikepdf.open(BytesIO(content)) as document, document.open_metadata() as metadata:
        root, information = document.Root, document.docinfo
        mark = root.get("/MarkInfo", pikepdf.Dictionary()).get("/Marked", False)
        return PdfFacts(
            pages=len(document.pages),
            sizes_mm=sizes,
            fonts=tuple(sorted(set(_fonts(document)))),
            outline=tuple(_outline(reader, reader.outline)),
            labels=tuple(reader.page_labels),
            title=str(information.get("/Title", "")),
            subject=str(information.get("/Subject", "")),
            author=str(information.get("/Author", "")),
            keywords=str(information.get("/Keywords", "")),
            lang=str(root.get("/Lang", "")),
            tagged=bool(mark) and "/StructTreeRoot" in root,
            pdfa=metadata.pdfa_status or None,
            texts=texts,
            fields=tuple(str(field.T) for field in root.get("/AcroForm", _NONE).get("/Fields", ())),
        )


def _seen(content: bytes) -> tuple[tuple[tuple[float, float], ...], tuple[str, ...]]:
    sizes, texts = [], []
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            width, height = page.get_size()
            sizes.append((round(width * _MM_PER_POINT, 1), round(height * _MM_PER_POINT, 1)))
            texts.append(page.get_textpage().get_text_range().replace("\r\n", "\n"))
    return tuple(sizes), tuple(texts)


def _outline(reader: PdfReader, entries: Sequence[Any], depth: int = 0) -> Iterator[OutlineFact]:
    for entry in entries:
        if isinstance(entry, list):
            yield from _outline(reader, entry, depth + 1)
        else:
            page = reader.get_destination_page_number(entry)
            yield OutlineFact(entry.title or "", page, depth)


def _fonts(document: pikepdf.Pdf) -> Iterator[FontFact]:
    for page in document.pages:
        yield from _fonts_of(page.obj.get("/Resources", pikepdf.Dictionary()))


def _fonts_of(resources: pikepdf.Object) -> Iterator[FontFact]:
    """The fonts of a page or form, and of the forms drawn within it."""
    for font in resources.get("/Font", pikepdf.Dictionary()).values():
        # A composite font keeps its file with its one descendant.
        carrier = font.DescendantFonts[0] if "/DescendantFonts" in font else font
        descriptor = carrier.get("/FontDescriptor", pikepdf.Dictionary())
        name = str(font.get("/BaseFont", "/")).removeprefix("/")
        yield FontFact(
            name.partition("+")[2] or name,
            any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")),
        )
    for drawn in resources.get("/XObject", pikepdf.Dictionary()).values():
        if "/Resources" in drawn:
            yield from _fonts_of(drawn.Resources)
