"""Bundles of small PDFs."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, NameTree, OutlineItem, String

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
        BundlePart("Lampiran", _pdf(1, "Rencana"), "1"),
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


def test_no_two_pages_have_the_same_label(parts: list[BundlePart]) -> None:
    """Parts that are numbered alike have their own number before that of the page."""
    facts = inspect(assemble_bundle(parts, INFO))
    assert facts.labels == ("i", "ii", "2-1", "2-2", "2-3", "3-1")
    assert facts.pages == 6
    assert set(facts.sizes_mm) == {(215.9, 330.2)}


def test_printed_double_sided_each_part_begins_on_the_front_of_a_sheet(
    parts: list[BundlePart],
) -> None:
    """Empty pages after parts of an odd number of pages, but not after the last one."""
    parts = [parts[1], parts[0], parts[2]]
    pdf = assemble_bundle(parts, INFO, double_sided=True)
    facts = inspect(pdf)
    assert [(e.title, e.page) for e in facts.outline if e.depth == 0] == [
        ("Keputusan", 0), ("Lembar Paraf", 4), ("Lampiran", 6),
    ]  # fmt: skip
    assert facts.labels == ("1-1", "1-2", "1-3", "1-4", "i", "ii", "3-1")
    assert set(facts.sizes_mm) == {(215.9, 330.2)}
    with pikepdf.open(BytesIO(pdf)) as document:
        empty = document.pages[3]
        assert [str(i.operator) for i in pikepdf.parse_content_stream(empty)] == ["BMC", "EMC"]


def test_the_back_of_a_page_is_as_large_as_the_page() -> None:
    """A landscape page of an odd size, turned, and cropped."""
    with pikepdf.open(BytesIO(_pdf(1))) as document:
        page = document.pages[0].obj
        page.MediaBox, page.CropBox = Array([0, 0, 900, 400]), Array([10, 0, 900, 400])
        page.Rotate = 90
        buffer = BytesIO()
        document.save(buffer)
    parts = [BundlePart("Lebar", buffer.getvalue(), "1"), BundlePart("Lain", _pdf(1), "i")]
    sizes = inspect(assemble_bundle(parts, INFO, double_sided=True)).sizes_mm
    assert sizes == ((141.1, 314.0), (141.1, 314.0), (215.9, 330.2))


def test_a_heading_on_each_page_is_one_entry(parts: list[BundlePart]) -> None:
    """And one that says what the part is called is none."""
    photos = BundlePart("Dokumentasi", _pdf(3, "DOKUMENTASI", "DOKUMENTASI", "DOKUMENTASI"), "1")
    minutes = BundlePart("Notula", _pdf(3, "Pembahasan", "Pembahasan", "Kesimpulan"), "1")
    entries = inspect(assemble_bundle([photos, minutes], INFO)).outline
    assert [(entry.title, entry.depth) for entry in entries] == [
        ("Dokumentasi", 0), ("Notula", 0), ("Pembahasan", 1), ("Kesimpulan", 1),
    ]  # fmt: skip


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


def test_equal_names_are_told_apart() -> None:
    texts = [_pdf(2, anchor="isi"), _pdf(3, anchor="isi"), _linked("tabel"), _linked("tabel")]
    bundle = assemble_bundle([BundlePart("Bagian", pdf, "1") for pdf in texts], INFO)
    assert dict(anchor_pages(bundle)) == {"isi": 1, "isi-2": 4, "tabel": 7, "tabel-4": 10}


@pytest.mark.parametrize("way", ["/Dest", "/A"])
def test_a_link_to_a_name_leads_to_that_of_its_own_part(way: str) -> None:
    """Each part has a `tabel` on its last page, and a link to it on its first."""
    with pikepdf.open(BytesIO(_linked("tabel"))) as document:
        link = document.pages[0].obj.Annots[0]
        del link["/Dest"]
        name = String("tabel")
        link[way] = name if way == "/Dest" else Dictionary(S=Name.GoTo, D=name)
        buffer = BytesIO()
        document.save(buffer)
    part = BundlePart("Bagian", buffer.getvalue(), "1")
    bundle = assemble_bundle([part, part], INFO)
    pages = anchor_pages(bundle)
    with pikepdf.open(BytesIO(bundle)) as document:
        links = [document.pages[page].obj.Annots[0] for page in (0, 3)]
        names = [str(link.Dest if way == "/Dest" else link.A.D) for link in links]
    assert [(name, pages[name]) for name in names] == [("tabel", 2), ("tabel-2", 5)]


def test_a_bundle_is_no_archival_file_though_its_parts_are() -> None:
    """Nor has it the colour profile that goes with the claim."""
    with pikepdf.open(BytesIO(_pdf(1))) as document:
        document.Root.OutputIntents = Array([Dictionary(S=Name.GTS_PDFA1)])
        with document.open_metadata() as metadata:
            metadata["pdfaid:part"], metadata["pdfaid:conformance"] = "2", "B"
        buffer = BytesIO()
        document.save(buffer)
    assert inspect(buffer.getvalue()).pdfa == "2B"
    bundle = assemble_bundle([BundlePart("Salinan", buffer.getvalue(), "1")], INFO)
    assert inspect(bundle).pdfa is None
    with pikepdf.open(BytesIO(bundle)) as document:
        assert "/OutputIntents" not in document.Root


def test_same_parts_same_bytes(parts: list[BundlePart]) -> None:
    assert assemble_bundle(parts, INFO) == assemble_bundle(parts, INFO)
