"""Joins PDF files into a bundle with tags, links, outline and page labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, String

from zi_docs.pdf.joined_names import JoinedNames
from zi_docs.pdf.normal_form import DEFAULT_LANGUAGE, normal_bytes, refuse_signed_pdf
from zi_docs.pdf.outlines import entry_of_part, outline_of
from zi_docs.pdf.readers import mapped_pdf
from zi_docs.pdf.signing import count_tag_by_page
from zi_docs.pdf.structure import JoinedStructure
from zi_docs.pdf.tag_eraser import erase_tag
from zi_docs.product import Properties

_STYLES = {"i": "/r", "1": "/D"}
# What of a part's catalog is copied: the rest, such as a claim to be PDF/A, is not the bundle's.
_COPIED = {"/Outlines", "/Dests", "/Names", "/StructTreeRoot", "/MarkInfo", "/Lang"}
_NOTHING = b"/Artifact BMC\nEMC\n"


@dataclass(frozen=True)
class BundlePart:
    """A document of a bundle: its title in the outline, its PDF, and its page label style.

    Page labels of each part start at 1, in lower-case Roman ("i") or Arabic ("1") numerals. The
    `tag` that asks a signing program to sign its own PDF is left out of the bundle.
    """

    title: str
    pdf: bytes
    label_style: Literal["i", "1"]
    tag: str = ""


def assemble_bundle(
    parts: Sequence[BundlePart], info: Properties, *, double_sided: bool = False
) -> bytes:
    """Join the parts, at least one, in order; the same parts and info give the same bytes.

    Each part begins on the front of a sheet when the bundle is to be printed `double_sided`: a
    part of an odd number of pages is followed by an empty one. The outline has an entry for each
    part, with the outline of the part below it. Raises pikepdf.PikepdfError for a part that is no
    PDF, SignedPdfError for a signed part.
    """
    # The parts stay open until the bundle is saved: only then qpdf copies their streams.
    with ExitStack() as stack, pikepdf.new() as bundle:
        structure, names = JoinedStructure(bundle), JoinedNames()
        entries, starts, version = [], [], ""
        for number, part in enumerate(parts, start=1):
            source = stack.enter_context(mapped_pdf(part.pdf))
            refuse_signed_pdf(source)
            for page in count_tag_by_page(part.pdf, part.tag) if part.tag else ():
                erase_tag(source, page, part.tag)
            version = max(version, source.pdf_version)
            if double_sided and len(bundle.pages) % 2:
                _append_empty_page(bundle)
            starts.append(len(bundle.pages))
            catalog = _append_pages(bundle, source)
            pages = [page.obj for page in bundle.pages[starts[-1] :]]
            structure.add(part.title, catalog, pages)
            names.add(number, catalog, pages)
            outline = catalog.get("/Outlines", Dictionary())
            entries.append(entry_of_part(part.title, pages[0], outline))
        names.write(bundle)
        structure.write()
        bundle.Root.Outlines = outline_of(bundle, entries)
        bundle.Root.PageLabels = Dictionary(Nums=Array(list(_labels(parts, starts))))
        _set_document_info(bundle, info)
        return normal_bytes(bundle, info.stamp, version)


def _append_pages(bundle: pikepdf.Pdf, source: pikepdf.Pdf) -> pikepdf.Object:
    """Append the pages of a part; the result is a copy of its catalog.

    A reference to a page that is not copied yet would become null. So all that leads to pages,
    their annotations included, is copied after all of them, in one object: the catalog.
    """
    first_page, catalog = len(bundle.pages), source.Root
    annotations = [_taken(page.obj, "/Annots") for page in source.pages]
    bundle.pages.extend(source.pages)
    for key in catalog.keys() - _COPIED:
        del catalog[key]
    catalog.Annots = Array(annotations)
    copied = bundle.copy_foreign(catalog)
    for number, copies in enumerate(copied.Annots, start=first_page):
        if copies is not None:
            bundle.pages[number].obj.Annots = copies
    return copied


def _taken(dictionary: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """The value under a key that is then removed; None if there is none."""
    value = dictionary.get(key)
    if value is not None:
        del dictionary[key]
    return value


def _append_empty_page(bundle: pikepdf.Pdf) -> None:
    """Append the back of the last page: of its size, with nothing on it but the mark of that."""
    front = bundle.pages[-1]
    page = bundle.add_blank_page()
    page.obj.MediaBox = Array(front.mediabox)
    for key in ("/CropBox", "/Rotate"):
        if key in front.obj:
            page.obj[key] = front.obj[key]
    page.obj.Contents = bundle.make_stream(_NOTHING)


def _labels(parts: Sequence[BundlePart], starts: Sequence[int]) -> Iterator[int | Dictionary]:
    """First page and label of each part, no label twice.

    Where several parts are numbered alike each has its own number before that of the page: 2-1.
    """
    alike = Counter(part.label_style for part in parts)
    for number, (part, start) in enumerate(zip(parts, starts, strict=True), start=1):
        label = Dictionary(S=pikepdf.Name(_STYLES[part.label_style]), St=1)
        if alike[part.label_style] > 1:
            label.P = String(f"{number}-")
        yield from (start, label)


def _set_document_info(bundle: pikepdf.Pdf, info: Properties) -> None:
    properties = {
        "/Title": info.title,
        "/Subject": info.subject,
        "/Author": info.author,
        "/Keywords": info.keywords,
        "/Producer": "pikepdf",
    }
    for key, value in properties.items():
        bundle.docinfo[key] = String(value)
    bundle.Root.PageMode = pikepdf.Name.UseOutlines
    bundle.Root.Lang = String(DEFAULT_LANGUAGE)
    bundle.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
