"""Joins PDF files into a bundle with an outline and page labels."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise
from typing import Literal

import pikepdf
from pikepdf import Array, Dictionary, NameTree, String

from zi_docs.pdf.normal_form import DEFAULT_LANGUAGE, normal_bytes, refuse_signed_pdf
from zi_docs.product import Properties

_STYLES = {"i": "/r", "1": "/D"}


@dataclass(frozen=True)
class BundlePart:
    """A document of a bundle: its title in the outline, its PDF, and its page label style.

    Page labels of each part start at 1, in lower-case Roman ("i") or Arabic ("1") numerals, with
    `label_prefix` before the numeral.
    """

    title: str
    pdf: bytes
    label_style: Literal["i", "1"]
    label_prefix: str = ""


def assemble_bundle(parts: Sequence[BundlePart], info: Properties) -> bytes:
    """Join the parts, at least one, in order; the same parts and info give the same bytes.

    The outline has an entry for each part, with the outline of the part below it. Of equally
    named destinations the first one is kept. Raises pikepdf.PdfError for a part that is not a
    PDF, SignedPdfError for a signed part.
    """
    # The parts stay open until the bundle is saved: only then qpdf copies their streams.
    with ExitStack() as stack, pikepdf.new() as bundle:
        entries, labels, version = [], [], ""
        for part in parts:
            source = stack.enter_context(pikepdf.open(BytesIO(part.pdf)))
            refuse_signed_pdf(source)
            first_page = len(bundle.pages)
            guides = _append_pages(bundle, source)
            _append_destinations(bundle, guides)
            entries.append(_outline_entry(bundle, guides, part.title, first_page))
            labels += [first_page, _page_label(part)]
            version = max(version, source.pdf_version)
        bundle.Root.Outlines = _outline(bundle, entries)
        bundle.Root.PageLabels = Dictionary(Nums=Array(labels))
        _set_document_info(bundle, info)
        return normal_bytes(bundle, info.stamp, version)


def _append_pages(bundle: pikepdf.Pdf, source: pikepdf.Pdf) -> pikepdf.Object:
    """Append the pages of a part; the result is a copy of its outline and named destinations.

    A reference to a page that is not copied yet would become null. So all that leads to pages,
    their annotations included, is copied after all of them, in one object: the catalog.
    """
    first_page, catalog = len(bundle.pages), source.Root
    # Without the tags of its document a page has no number in them.
    annotations = [_taken(page.obj, "/Annots") for page in source.pages]
    for page in source.pages:
        _taken(page.obj, "/StructParents")
    bundle.pages.extend(source.pages)
    for key in catalog.keys() - {"/Outlines", "/Dests", "/Names"}:
        del catalog[key]
    catalog.Annots = Array(annotations)
    guides = bundle.copy_foreign(catalog)
    for number, copies in enumerate(guides.Annots, start=first_page):
        if copies is not None:
            bundle.pages[number].obj.Annots = copies
    return guides


def _taken(dictionary: pikepdf.Object, key: str) -> pikepdf.Object | None:
    """The value under a key that is then removed; None if there is none."""
    value = dictionary.get(key)
    if value is not None:
        del dictionary[key]
    return value


def _append_destinations(bundle: pikepdf.Pdf, guides: pikepdf.Object) -> None:
    """Add named destinations to the dictionary of PDF 1.1 and to the name tree of PDF 1.2."""
    if "/Dests" in guides:
        if "/Dests" not in bundle.Root:
            bundle.Root.Dests = Dictionary()
        _add_missing(bundle.Root.Dests, guides.Dests)
    tree = guides.get("/Names", Dictionary()).get("/Dests")
    if tree is not None:
        if "/Names" not in bundle.Root:
            bundle.Root.Names = Dictionary(Dests=NameTree.new(bundle).obj)
        _add_missing(NameTree(bundle.Root.Names.Dests), NameTree(tree))


def _add_missing(joined: pikepdf.Object | NameTree, own: pikepdf.Object | NameTree) -> None:
    for name, target in own.items():
        if name not in joined:
            joined[name] = target


def _outline_entry(
    bundle: pikepdf.Pdf, guides: pikepdf.Object, title: str, first_page: int
) -> pikepdf.Object:
    """The entry of a part: the root of its own outline, whose entries thus hang below it."""
    entry = guides.get("/Outlines", Dictionary())
    if not entry.is_indirect:
        entry = bundle.make_indirect(entry)
    _taken(entry, "/Type")
    entry.Title = String(title)
    entry.Dest = Array([bundle.pages[first_page].obj, pikepdf.Name.Fit])
    return entry


def _outline(bundle: pikepdf.Pdf, entries: Sequence[pikepdf.Object]) -> pikepdf.Object:
    """The outline of these entries, which are linked to it and to each other."""
    visible = sum(1 + max(int(entry.get("/Count", 0)), 0) for entry in entries)
    outline = bundle.make_indirect(Dictionary(Type=pikepdf.Name.Outlines, Count=visible))
    for entry, following in pairwise(entries):
        entry.Next, following.Prev = following, entry
    for entry in entries:
        entry.Parent = outline
    outline.First, outline.Last = entries[0], entries[-1]
    return outline


def _page_label(part: BundlePart) -> Dictionary:
    label = Dictionary(S=pikepdf.Name(_STYLES[part.label_style]), St=1)
    if part.label_prefix:
        label.P = String(part.label_prefix)
    return label


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
