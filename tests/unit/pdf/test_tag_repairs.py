"""What LibreOffice 7.4 leaves in a structure tree, and what becomes of it."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name

from tests.cases.tagged import tag_faults, tagged_pdf
from zi_docs.pdf.normal_form import normalise_pdf

DAY = date(2026, 1, 5)
# Two pictures, the second one of 200 x 100 points at (72, 300).
DRAWN = b"""/Isi <</MCID 0>> BDC 72 700 4 4 re f EMC
/Artifact BMC q 20 0 0 20 72 600 cm /Im1 Do Q EMC
/Artifact BMC q 200 0 0 100 72 300 cm /Im2 Do Q EMC
"""


def with_figure(alternative: str = "", *, beside: bool = False) -> bytes:
    """A page with text and two pictures, and a Figure in the frame of the second one.

    `beside` the Document or within it; LibreOffice says of each type what it means.
    """
    with pikepdf.open(BytesIO(tagged_pdf("a"))) as document:
        root, page = document.Root.StructTreeRoot, document.pages[0].obj
        page.Contents = document.make_stream(DRAWN)
        parent = root if beside else root.K
        layout = Dictionary(O=Name.Layout, BBox=Array([72, 300.4, 272, 399.6]))
        figure = Dictionary(Type=Name.StructElem, S=Name.Figure, P=parent, Pg=page, A=layout)
        if alternative:
            figure.Alt = pikepdf.String(alternative)
        figure = document.make_indirect(figure)
        if beside:
            root.K = Array([figure, root.K])
        else:
            parent.K.append(figure)
        root.RoleMap.Figure = Name.Figure
        buffer = BytesIO()
        document.save(buffer)
        return buffer.getvalue()


def test_a_type_that_means_itself_is_not_listed() -> None:
    with pikepdf.open(BytesIO(normalise_pdf(with_figure(), DAY))) as document:
        assert dict(document.Root.StructTreeRoot.RoleMap.items()) == {"/Isi": Name.P}


def test_a_figure_that_says_nothing_is_dropped() -> None:
    """The mark KONSEP of a page's head; it stands beside the document and within it."""
    for beside in (True, False):
        pdf = normalise_pdf(with_figure(beside=beside), DAY)
        with pikepdf.open(BytesIO(pdf)) as document:
            kinds = [str(thing.S) for thing in document.objects
                     if isinstance(thing, Dictionary) and "/S" in thing]  # fmt: skip
        assert sorted(kinds) == ["/Document", "/Isi"]
        assert tag_faults(pdf) == []


def test_a_figure_gets_the_picture_in_its_frame() -> None:
    """And only that one: the other stays an artifact."""
    pdf = normalise_pdf(with_figure("Diagram batang"), DAY)
    assert tag_faults(pdf) == []
    with pikepdf.open(BytesIO(pdf)) as document:
        figure = document.Root.StructTreeRoot.K.K[1]
        content = document.pages[0].obj.Contents.read_bytes().split(b"\n")
        assert (str(figure.Alt), list(figure.K)) == ("Diagram batang", [1])
    marked = [line for line in content if b"BDC" in line or b"BMC" in line or b"Do" in line]
    assert [line.split()[0] for line in marked] == [
        b"/Isi", b"/Artifact", b"/Im1", b"/Figure", b"/Im2",
    ]  # fmt: skip


def test_a_figure_whose_picture_is_not_found_stays_as_it_is() -> None:
    with pikepdf.open(BytesIO(with_figure("Diagram"))) as document:
        document.Root.StructTreeRoot.K.K[1].A.BBox = Array([0, 0, 10, 10])
        buffer = BytesIO()
        document.save(buffer)
    with pikepdf.open(BytesIO(normalise_pdf(buffer.getvalue(), DAY))) as document:
        assert document.pages[0].obj.Contents.read_bytes() == DRAWN
        assert str(document.Root.StructTreeRoot.K.K[1].Alt) == "Diagram"


def test_a_document_without_tags_stays_without() -> None:
    with pikepdf.open(BytesIO(tagged_pdf("a"))) as document:
        del document.Root["/StructTreeRoot"]
        buffer = BytesIO()
        document.save(buffer)
    assert tag_faults(normalise_pdf(buffer.getvalue(), DAY)) == ["no structure tree"]
