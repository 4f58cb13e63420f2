"""Bundles of small PDFs."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem

from tests.cases.pdf_facts import OutlineFact, inspect
from zi_docs.pdf.bundle import BundlePart, assemble_bundle
from zi_docs.pdf.destinations import anchor_pages
from zi_docs.product import Properties

INFO = Properties("Bundel Uji", "Pokok", "Balai & Uji", "zona, integritas", date(2026, 1, 5))


def _pdf(pages: int, *chapters: str, anchor: str = "") -> bytes:
    with pikepdf.new() as document:
        for _ in range(pages):
            document.add_blank_page(page_size=(612, 936))
        with document.open_outline() as outline:
            outline.root += [OutlineItem(title, n) for n, title in enumerate(chapters)]
        if anchor:
            target = Array([document.pages[-1].obj, Name.XYZ, 0, 0, 0])
            document.Root.Dests = Dictionary({f"/{anchor}": target})
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


@pytest.fixture(scope="module")
def parts() -> list[BundlePart]:
    return [
        BundlePart("Lembar Paraf", _pdf(2), "i"),
        BundlePart("Keputusan", _pdf(3, "Menimbang", "Mengingat", anchor="penutup5Flampiran"), "1"),
        BundlePart("Lampiran", _pdf(1, "Rencana"), "1", "L-"),
    ]


def test_outline_nests_the_parts_own(parts: list[BundlePart]) -> None:
    assert inspect(assemble_bundle(parts, INFO)).outline == (
        OutlineFact("Lembar Paraf", 0, 0),
        OutlineFact("Keputusan", 2, 0),
        OutlineFact("Menimbang", 2, 1),
        OutlineFact("Mengingat", 3, 1),
        OutlineFact("Lampiran", 5, 0),
        OutlineFact("Rencana", 5, 1),
    )


def test_labels_start_anew_in_every_part(parts: list[BundlePart]) -> None:
    facts = inspect(assemble_bundle(parts, INFO))
    assert facts.labels == ("i", "ii", "1", "2", "3", "L-1")
    assert facts.pages == 6
    assert set(facts.sizes_mm) == {(215.9, 330.2)}


def test_metadata(parts: list[BundlePart]) -> None:
    bundle = assemble_bundle(parts, INFO)
    facts = inspect(bundle)
    assert (facts.title, facts.subject) == (INFO.title, INFO.subject)
    assert (facts.author, facts.keywords, facts.lang) == (INFO.author, INFO.keywords, "id-ID")
    with pikepdf.open(BytesIO(bundle)) as document, document.open_metadata() as metadata:
        assert document.Root.PageMode == "/UseOutlines"
        assert metadata["dc:title"] == INFO.title
        assert metadata["dc:description"] == INFO.subject
        assert metadata["dc:creator"] == [INFO.author]
        assert metadata["pdf:Keywords"] == INFO.keywords
        assert metadata["xmp:CreateDate"] == "2026-01-05T00:00:00+07:00"


def test_destinations_move_with_their_pages(parts: list[BundlePart]) -> None:
    assert anchor_pages(assemble_bundle(parts, INFO))["penutup_lampiran"] == 4


def _linked(anchor: str) -> bytes:
    """Three pages: the first links to the last, which a name of the name tree leads to."""
    with pikepdf.open(BytesIO(_pdf(3))) as document:
        first, last = document.pages[0].obj, document.pages[2].obj
        link = Dictionary(
            Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), P=first,
            Dest=Array([last, Name.Fit]),
        )  # fmt: skip
        first.Annots = Array([document.make_indirect(link)])
        tree = NameTree.new(document)
        tree[anchor] = Array([last, Name.Fit])
        document.Root.Names = Dictionary(Dests=tree.obj)
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def test_a_link_leads_to_the_same_page_of_its_part() -> None:
    bundle = assemble_bundle([BundlePart(title, _linked("a"), "1") for title in "AB"], INFO)
    with pikepdf.open(BytesIO(bundle)) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        links = {
            number: (numbers[link.P.objgen], numbers[link.Dest[0].objgen])
            for number, page in enumerate(document.pages)
            for link in page.obj.get("/Annots", Array())
        }
    assert links == {0: (0, 2), 3: (3, 5)}


def test_of_equal_names_the_first_part_has_its_own() -> None:
    texts = [_pdf(2, anchor="isi"), _pdf(3, anchor="isi"), _linked("tabel"), _linked("tabel")]
    bundle = assemble_bundle([BundlePart("Bagian", pdf, "1") for pdf in texts], INFO)
    assert dict(anchor_pages(bundle)) == {"isi": 1, "tabel": 7}


def test_same_parts_same_bytes(parts: list[BundlePart]) -> None:
    assert assemble_bundle(parts, INFO) == assemble_bundle(parts, INFO)
