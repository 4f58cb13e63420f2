"""What a PDF needs before it can be signed, told with PDFs of a line a page."""

from __future__ import annotations

from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.fields import enumerate_sig_fields

from tests.cases.signing import signed, text_pdf, throw_away_signer
from tests.cases.tagged import tag_faults, tagged_pdf
from zi_docs.errors import ExitCode
from zi_docs.findings import Place
from zi_docs.model import Signing
from zi_docs.pdf.bundle import BundlePart, assemble_bundle
from zi_docs.pdf.destinations import PageSpot
from zi_docs.pdf.normal_form import SignedPdfError, normalise_pdf, refuse_signed_pdf
from zi_docs.pdf.signing import SignatureField, add_signature_fields, prepare_for_signing
from zi_docs.pdf.tag_eraser import erase_tag
from zi_docs.product import Properties, Signature

DAY = date(2026, 1, 22)
CELL = Place("zi.xlsx", "Keputusan", "J4")


def signature(mode: Signing, *signers: str) -> Signature:
    return Signature(mode, signers, "#" if mode is Signing.TAG else "", CELL)


def with_room(pdf: bytes, number: int = 1) -> bytes:
    """The PDF with the bookmark of a room to sign on its last page, as LibreOffice writes it."""
    with pikepdf.open(BytesIO(pdf)) as document:
        place = pikepdf.Array([document.pages[-1].obj, pikepdf.Name.XYZ, 300, 400, 0])
        document.Root.Dests = pikepdf.Dictionary({f"/tandaTangan{number}": place})
        buffer = BytesIO()
        document.save(buffer, deterministic_id=True)
        return buffer.getvalue()


def field_boxes(pdf: bytes) -> dict[str, tuple[int, list[float]]]:
    """Page (from zero) and rectangle of each signature field."""
    reader = PdfFileReader(BytesIO(pdf))
    with pikepdf.open(BytesIO(pdf)) as document:
        numbers = {page.obj.objgen[0]: n for n, page in enumerate(document.pages)}
    return {
        name: (
            numbers[field.get_object().raw_get("/P").idnum],
            [float(edge) for edge in field.get_object()["/Rect"]],
        )
        for name, _, field in enumerate_sig_fields(reader)
    }


def test_a_paper_signed_by_hand_stays_as_it_is() -> None:
    pdf = text_pdf("Butir # dan #")
    assert prepare_for_signing("a.pdf", pdf, None, DAY) == (pdf, [])


def test_a_tag_that_stands_once_is_ready() -> None:
    pdf = text_pdf("isi", "Ketua, #")
    assert prepare_for_signing("a.pdf", pdf, signature(Signing.TAG, "KETUA"), DAY) == (pdf, [])


@pytest.mark.parametrize(
    ("pages", "told"),
    [
        (("Tim #1", "isi", "# dan #"), "3 kali: halaman 1 (1 kali) dan halaman 3 (2 kali)"),
        (("isi", "Ketua,"), "muncul 0 kali;"),
    ],
)
def test_a_tag_that_does_not_stand_once_is_an_error(pages: tuple[str, ...], told: str) -> None:
    asked = signature(Signing.TAG, "KETUA")
    ready, (finding,) = prepare_for_signing("rapat/a.pdf", text_pdf(*pages), asked, DAY)
    assert ready is None
    assert (finding.code, finding.place) == ("TTD-TAG", CELL)
    assert told in finding.message
    assert "rapat/a.pdf" in finding.message


def test_the_field_stands_where_the_room_is() -> None:
    """The room is bookmarked on the second page."""
    pdf = with_room(text_pdf("satu", "dua"))
    ready, findings = prepare_for_signing("a.pdf", pdf, signature(Signing.FIELD, "KETUA"), DAY)
    assert findings == []
    assert ready is not None
    assert field_boxes(ready) == {"ttd_KETUA": (1, [300, 329, 498, 400])}


def test_a_template_without_the_room_is_an_error() -> None:
    pdf = with_room(text_pdf("isi"))
    asked = signature(Signing.FIELD, "KETUA", "SEK")
    ready, (finding,) = prepare_for_signing("a.pdf", pdf, asked, DAY)
    assert (ready, finding.code) == (None, "TTD-RUANG")


def test_the_same_fields_give_the_same_bytes() -> None:
    fields = [
        SignatureField("KETUA", PageSpot(0, 100, 200)),
        SignatureField("K.2/b", PageSpot(0, 100, 400)),
    ]
    first, second = (add_signature_fields(text_pdf("isi"), fields, DAY) for _ in range(2))
    assert first == second
    assert set(field_boxes(first)) == {"ttd_KETUA", "ttd_K_2_b"}


def test_a_field_has_its_place_among_the_tags() -> None:
    """Two fields on the second of two pages, the first of which has a link."""
    tagged = tagged_pdf("isi", "Ketua", address="https://contoh.id")
    fields = [SignatureField(who, PageSpot(1, 100, 200)) for who in ("KETUA", "SEK")]
    ready = add_signature_fields(tagged, fields, DAY)
    assert tag_faults(ready) == []
    with pikepdf.open(BytesIO(ready)) as document:
        assert [str(element.S) for element in document.Root.StructTreeRoot.K.K] == [
            "/Isi", "/Isi", "/Link", "/Form", "/Form",
        ]  # fmt: skip
        assert [page.obj.get("/Tabs") for page in document.pages] == [None, "/S"]
        names = [str(field.TU) for field in document.pages[1].obj.Annots]
    assert names == ["Tanda tangan KETUA", "Tanda tangan SEK"]


def test_a_tag_is_taken_off_the_page_and_nothing_else() -> None:
    """The fonts that LibreOffice embeds: a table says which code shows which character."""
    pages = ("[<0102>] TJ <03> Tj", "[<0304>] TJ [<03> -2] TJ <01> Tj")
    with pikepdf.open(BytesIO(text_pdf(*pages))) as document:
        table = b"3 beginbfchar <01> <0049> <02> <0053> <04> <0049> endbfchar " \
                b"1 beginbfrange <03> <03> <0023> endbfrange"  # fmt: skip
        for page, shown in zip(document.pages, pages, strict=True):
            font = pikepdf.Dictionary(
                Type=pikepdf.Name.Font, Subtype=pikepdf.Name.TrueType,
                ToUnicode=document.make_stream(table),
            )  # fmt: skip
            page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.obj.Contents = document.make_stream(f"BT /F1 12 Tf {shown} ET".encode())
        for number in (1, 2):
            erase_tag(document, number, "#")
        left = [page.obj.Contents.read_bytes().split() for page in document.pages]
    assert left == [
        b"BT /F1 12 Tf [ <0102> ] TJ ET".split(),
        b"BT /F1 12 Tf [ <0304> ] TJ <01> Tj ET".split(),
    ]


def test_a_signed_file_is_refused_wherever_it_would_be_written_again() -> None:
    field = [SignatureField("KETUA", PageSpot(0, 100, 200))]
    empty = add_signature_fields(text_pdf("isi"), field, DAY)
    refuse_signed_pdf(empty)
    done = signed(empty, "ttd_KETUA", throw_away_signer())
    info = Properties("Judul", "", "", "", DAY)
    for rewrite in (
        lambda: normalise_pdf(done, DAY),
        lambda: assemble_bundle([BundlePart("Satu", done, "1")], info),
        lambda: add_signature_fields(done, field, DAY),
    ):
        with pytest.raises(SignedPdfError, match="sudah ditandatangani") as problem:
            rewrite()
        assert problem.value.exit_code is ExitCode.KELUARAN_GAGAL
