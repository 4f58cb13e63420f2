"""Signatures that must not pass in silence: damaged, taken away, of no known kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from tests.cases.signing import signed, text_pdf, throw_away_signer
from zi_docs.cli.signed_findings import of_signatures
from zi_docs.pdf.destinations import PageSpot
from zi_docs.pdf.returned_fit import restricted
from zi_docs.pdf.signature_check import Certificate, Fault, read_signatures
from zi_docs.pdf.signing import SignatureField, add_signature_fields

NAME = generic.pdf_name


@pytest.fixture(scope="module")
def once() -> bytes:
    """A page with two fields, the first of them signed."""
    fields = [SignatureField(who, PageSpot(0, 100, 400)) for who in ("KETUA", "SEK")]
    empty = add_signature_fields(text_pdf("isi"), fields, date(2026, 1, 22))
    return signed(empty, "ttd_KETUA", throw_away_signer())


def faults(pdf: bytes) -> list[Fault | None]:
    return [signature.fault for signature in read_signatures(pdf)]


def increment(pdf: bytes, change) -> bytes:  # type: ignore[no-untyped-def]
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    change(writer)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def replace_page(writer: IncrementalPdfFileWriter) -> None:
    page = writer.root["/Pages"]["/Kids"][0]
    page[NAME("/Contents")] = writer.add_object(generic.StreamObject(stream_data=b"0 0 9 9 re f"))
    writer.update_container(page)


def delete_value(writer: IncrementalPdfFileWriter) -> None:
    field = writer.root["/AcroForm"]["/Fields"][0]
    del field["/V"]
    writer.update_container(field)


def empty_form(writer: IncrementalPdfFileWriter) -> None:
    writer.root[NAME("/AcroForm")] = generic.DictionaryObject()
    writer.update_root()


def rename_kind(writer: IncrementalPdfFileWriter) -> None:
    value = writer.root["/AcroForm"]["/Fields"][0]["/V"]
    value[NAME("/SubFilter")] = NAME("/lain.jenis")
    writer.update_container(value)


def test_two_signatures_one_after_the_other_are_sound(once: bytes) -> None:
    assert faults(once) == [None]
    assert faults(signed(once, "ttd_SEK", throw_away_signer())) == [None, None]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (replace_page, Fault.CHANGED_AFTER),
        (delete_value, Fault.REMOVED),
        (empty_form, Fault.REMOVED),
        (rename_kind, Fault.UNKNOWN_KIND),
    ],
)
def test_what_an_increment_does_to_a_signature_is_seen(  # type: ignore[no-untyped-def]
    once: bytes, change, fault: Fault
) -> None:
    assert fault in faults(increment(once, change))


def test_a_page_replaced_between_two_signatures_is_seen(once: bytes) -> None:
    twice = signed(increment(once, replace_page), "ttd_SEK", throw_away_signer())
    assert faults(twice) == [Fault.CHANGED_AFTER, None]


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("5", []),
        ("<</Fields 5>>", []),
        ("<</Fields[<</FT/Sig/T(a)/V 5>>]>>", [Fault.UNREADABLE]),
        (
            "<</Fields[<</FT/Sig/T(a)/V<</Type/Sig/SubFilter/adbe.pkcs7.detached"
            "/ByteRange[0 9 20 9]/Contents<deadbeef>>>>>]>>",
            [Fault.UNREADABLE],
        ),
    ],
    ids=["form is a number", "fields are a number", "value is a number", "no CMS"],
)
def test_odd_forms_are_judged_without_an_exception(form: str, expected: list[Fault]) -> None:
    with pikepdf.open(BytesIO(text_pdf("isi"))) as document:
        document.Root.AcroForm = pikepdf.Object.parse(form.encode())
        buffer = BytesIO()
        document.save(buffer)
    assert faults(buffer.getvalue())[:1] == expected


def test_pages_that_contradict_themselves_are_a_scan_without_signature() -> None:
    """qpdf gives up on the tree of pages; the bytes have no trace of a signature."""
    pdf = b"""%PDF-1.3
1 0 obj
<< /Pages 2 0 R /Type /Catalog >>
endobj
2 0 obj
<<\x01 / 1 /Kids [ 3 0 R \x01 ] /Type /Pages >>
endobj
3 0 obj
<< /Content< >> /Type /Page >>
endobj
4 0 obj
<<t; 0 D>>
staxref
299
%%EOF
"""
    assert read_signatures(pdf) == []
    assert not restricted(pdf)


@pytest.mark.parametrize(
    ("since", "left"), [(timedelta(days=9), -timedelta(days=1)), (-timedelta(days=1), timedelta(9))]
)
def test_a_certificate_that_was_over_or_not_yet_good_is_told(
    since: timedelta, left: timedelta
) -> None:
    outdated = signed(text_pdf("isi"), "Ketua", throw_away_signer(since, left))
    (signature,) = read_signatures(outdated)
    assert signature.certificate is Certificate.NOT_VALID_WHEN_SIGNED
    (finding,) = (f for f in of_signatures(Path("a.pdf"), [signature]) if f.code == "TTD-MASA")
    assert "Masa berlaku sertifikat Uji Coba tidak meliputi waktu penandatanganan" in str(finding)


# What pikepdf says of such a file when it is written.
UNREACHABLE = pytest.mark.filterwarnings("ignore:This document has .* form widget")


def with_another_key(pdf: bytes) -> bytes:
    """The signature's ranges under a name written in another way, as no search finds it."""
    return pdf.replace(b"/ByteRange", b"/Byte#52ange")


def written_anew(pdf: bytes) -> bytes:
    """The file saved by a program that knows no increments, without the form."""
    with pikepdf.open(BytesIO(pdf)) as document:
        del document.Root.AcroForm
        buffer = BytesIO()
        document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return buffer.getvalue()


@UNREACHABLE
@pytest.mark.parametrize(
    ("change", "fault"), [(with_another_key, Fault.UNREADABLE), (written_anew, Fault.REMOVED)]
)
def test_a_signature_is_no_scan_wherever_it_is_hidden(
    once: bytes, change: Callable[[bytes], bytes], fault: Fault
) -> None:
    assert [signature.fault for signature in read_signatures(change(once))] == [fault]


@UNREACHABLE
def test_a_form_of_endlessly_many_ways_is_no_endless_run(once: bytes) -> None:
    """Each of twenty fields is thirty times the kid of the one above: 30^20 ways to the last."""
    with pikepdf.open(BytesIO(once)) as document:
        field = document.Root.AcroForm.Fields[0]
        for _ in range(20):
            above = pikepdf.Dictionary(T="a", FT=pikepdf.Name.Sig, Kids=[field] * 30)
            field = document.make_indirect(above)
        document.Root.AcroForm.Fields = pikepdf.Array([field])
        buffer = BytesIO()
        document.save(buffer)
    assert faults(buffer.getvalue()) == [Fault.UNREADABLE]
