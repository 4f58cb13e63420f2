"""The tags of a bundle's parts are kept: read by walking the tree, and back from each page."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Dictionary, Name, NameTree

from tests.cases.pdf_facts import inspect
from tests.cases.signing import text_pdf
from tests.cases.tagged import tag_faults, tagged_pdf
from zi_docs.pdf.bundle import BundlePart, assemble_bundle
from zi_docs.product import Properties

INFO = Properties("Bundel Uji", "Pokok", "Balai & Uji", "zona, integritas", date(2026, 1, 5))


def bundled(*pdfs: bytes, double_sided: bool = False) -> bytes:
    parts = [BundlePart(f"Bagian {n}", pdf, "1") for n, pdf in enumerate(pdfs, start=1)]
    return assemble_bundle(parts, INFO, double_sided=double_sided)


def outline(pdf: bytes) -> list[str]:
    """The elements of the tree, each below its parent: its type and what that means."""
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        roles = root.get("/RoleMap", Dictionary())
        lines: list[str] = []

        def enter(element: pikepdf.Object, depth: int) -> None:
            meaning = f" = {roles[element.S]}" if element.S in roles else ""
            title = f" {element.T}" if "/T" in element else ""
            lines.append(f"{'  ' * depth}{element.S}{meaning}{title}")
            kids = element.get("/K")
            for kid in kids if isinstance(kids, pikepdf.Array) else []:
                if "/S" in kid:
                    enter(kid, depth + 1)

        enter(root.K, 0)
        return lines


def test_each_part_is_a_part_of_one_document() -> None:
    pdf = bundled(tagged_pdf("satu", "dua"), tagged_pdf("tiga", role="H1", means="H1"))
    assert outline(pdf) == [
        "/Document",
        "  /Part Bagian 1",
        "    /Isi = /P",
        "    /Isi = /P",
        "  /Part Bagian 2",
        "    /H1",
    ]
    assert tag_faults(pdf) == []
    facts = inspect(pdf)
    assert (facts.tagged, facts.lang) == (True, "id-ID")


@pytest.mark.parametrize("double_sided", [False, True])
def test_pages_and_links_find_their_elements(double_sided: bool) -> None:
    """Three parts that number their pages and links from nought, as every PDF does."""
    parts = (
        tagged_pdf("satu", address="https://contoh.id/1"),
        tagged_pdf("dua", "tiga", "empat", address="https://contoh.id/2"),
        tagged_pdf("lima", address="https://contoh.id/3"),
    )
    pdf = bundled(*parts, double_sided=double_sided)
    assert tag_faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        addresses = [
            str(annotation.A.URI)
            for page in document.pages
            for annotation in page.obj.get("/Annots", pikepdf.Array())
        ]
    assert addresses == ["https://contoh.id/1", "https://contoh.id/2", "https://contoh.id/3"]


def test_a_type_that_means_something_else_gets_another_name() -> None:
    """`Judul` is a heading in the first part and a paragraph in the second."""
    pdf = bundled(
        tagged_pdf("a", role="Judul", means="H1"),
        tagged_pdf("b", role="Judul", means="P"),
        tagged_pdf("c", role="Judul", means="H1"),
        tagged_pdf("d", role="Judul", means="P"),
    )
    assert [line.strip() for line in outline(pdf) if "Judul" in line] == [
        "/Judul = /H1",
        "/Judul 2 = /P",
        "/Judul = /H1",
        "/Judul 2 = /P",
    ]
    assert tag_faults(pdf) == []


def test_no_standard_type_means_anything_else() -> None:
    """In the first part a note is a paragraph; in the second it is one."""
    pdf = bundled(
        tagged_pdf("a", role="Note", means="P"), tagged_pdf("b", role="Note", means="Note")
    )
    assert [line.strip() for line in outline(pdf) if "Note" in line] == ["/Note 2 = /P", "/Note"]


def test_equal_classes_are_one_and_different_ones_two() -> None:
    wide, narrow = (Dictionary(O=Name.Layout, Width=width) for width in (100, 50))
    pdf = bundled(
        tagged_pdf("a", "b", classes={"Sel": wide, "Kaki": wide}),
        tagged_pdf("c", "d", classes={"Sel": narrow, "Kaki": wide}),
    )
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        widths = [int(root.ClassMap[e.C].Width) for part in root.K.K for e in part.K]
        assert sorted(root.ClassMap.keys()) == ["/Kaki", "/Sel", "/Sel 2"]
    assert widths == [100, 100, 50, 100]


def test_elements_of_the_same_id_are_told_apart() -> None:
    """A cell names its header by the header's ID."""
    pdf = bundled(tagged_pdf("a", ids=[b"h1"]), tagged_pdf("b", ids=[b"h1"]))
    with pikepdf.open(BytesIO(pdf)) as document:
        root = document.Root.StructTreeRoot
        cells = [part.K[0] for part in root.K.K]
        listed = dict(NameTree(root.IDTree).items())
        named = [(str(cell.ID), str(cell.A[0].Headers[0])) for cell in cells]
        assert [listed[key].objgen for key, _ in named] == [cell.objgen for cell in cells]
    assert named == [("h1", "h1"), ("2-h1", "2-h1")]


def test_another_language_stays_with_its_part() -> None:
    pdf = bundled(tagged_pdf("a"), tagged_pdf("b", language="en-GB"))
    with pikepdf.open(BytesIO(pdf)) as document:
        parts = document.Root.StructTreeRoot.K.K
        assert [part.get("/Lang") for part in parts] == [None, "en-GB"]


def test_a_part_without_tags_keeps_those_of_the_others() -> None:
    """A scan among them: the bundle no longer says that all of it is tagged."""
    pdf = bundled(tagged_pdf("a"), text_pdf("pindaian"), tagged_pdf("b"))
    assert outline(pdf) == [
        "/Document",
        "  /Part Bagian 1",
        "    /Isi = /P",
        "  /Part Bagian 2",
        "  /Part Bagian 3",
        "    /Isi = /P",
    ]
    assert tag_faults(pdf) == ["not marked"]
    assert tag_faults(bundled(text_pdf("pindaian"))) == ["no structure tree"]


def test_same_tags_same_bytes() -> None:
    parts = [tagged_pdf("a", address="https://contoh.id", role=r) for r in ("Isi", "Judul")]
    assert bundled(*parts) == bundled(*parts)
