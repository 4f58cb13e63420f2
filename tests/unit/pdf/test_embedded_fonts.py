"""What a PDF embeds tells whether it is set in the font that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from tests.cases.workshops import real_office
from tests.unit.pdf.offices import jobs
from zi_docs.findings import Place
from zi_docs.pdf.embedded_fonts import embedded_fonts, substitution

PAPER = Place("rapat/R-01/notula.pdf")


@pytest.fixture(scope="module")
def converted(make_docx: Callable[[str], bytes]) -> bytes:
    """A document in Bookman Old Style, for which URW Bookman stands in; headings in Calibri."""
    return real_office().submit(jobs(make_docx, 1)[0]).result()


def packed(pdf: bytes) -> bytes:
    """The same with its objects in streams, as newer programs write them."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as document:
        document.save(buffer, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return buffer.getvalue()


@pytest.mark.libreoffice
def test_a_stand_in_of_the_same_widths_is_nothing_to_tell(converted: bytes) -> None:
    assert embedded_fonts(converted) == ("Carlito-Bold", "URWBookmanLight")
    assert substitution(converted, "Bookman Old Style", PAPER) == []


@pytest.mark.libreoffice
def test_another_font_than_was_asked_for_is_told(converted: bytes) -> None:
    (finding,) = substitution(converted, "Huruf Kantor", PAPER)
    assert (finding.code, finding.place) == ("HURUF-GANTI", PAPER)
    assert finding.message.startswith(
        "PDF ini tersusun dengan huruf Carlito-Bold dan URWBookmanLight, bukan Huruf Kantor"
    )


@pytest.mark.libreoffice
def test_packed_objects_are_read_too(converted: bytes) -> None:
    assert b"/FontName" not in packed(converted)
    assert embedded_fonts(packed(converted)) == embedded_fonts(converted)


@pytest.mark.parametrize(
    ("name", "family"),
    [("ArialMT", "Arial"), ("TimesNewRomanPS-BoldMT", "Times New Roman"), ("Carlito", "Calibri")],
)
def test_names_of_fonts_and_their_families(name: str, family: str) -> None:
    pdf = f"<</Type/FontDescriptor/FontName/ABCDEF+{name}/Flags 4>>".encode()
    assert embedded_fonts(pdf) == (name,)
    assert substitution(pdf, family, PAPER) == []
    assert substitution(pdf, "Bookman Old Style", PAPER)
