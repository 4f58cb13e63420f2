"""Conversions by the real LibreOffice."""

from __future__ import annotations

import os
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.cases.archival import archival_faults
from tests.cases.pdf_facts import FontFact, OutlineFact, inspect
from tests.cases.tagged import tag_faults
from zi_docs.pdf.bundle import BundlePart, assemble_bundle
from zi_docs.pdf.destinations import PageSpot, anchor_pages
from zi_docs.pdf.fonts import FontSubstitutes
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.libreoffice import Converter
from zi_docs.pdf.normal_form import normalise_pdf
from zi_docs.pdf.office_pipe import NoPipeError, pipe_of
from zi_docs.pdf.office_places import find_office
from zi_docs.pdf.signing import SignatureField, add_signature_fields
from zi_docs.product import Properties

pytestmark = [pytest.mark.libreoffice]

Docx = Callable[[str], bytes]
STAMP = date(2026, 1, 5)


@dataclass(frozen=True)
class Made:
    """The same documents from two runs: plain, archival, and another of the same file name."""

    plain: tuple[bytes, bytes]
    archival: tuple[bytes, bytes]
    namesake: bytes


@pytest.fixture(scope="module")
def made(make_docx: Docx) -> Made:
    runs = []
    for number in range(2):
        first, second = make_docx("Isi yang pertama"), make_docx("Isi yang kedua")
        jobs = [Job("naskah", first), Job("naskah", first, archival=True), Job("naskah", second)]
        if number:
            # What an office converted before leaves no mark.
            jobs.reverse()
        with Converter(find_office()) as office:
            pdfs = [office.submit(job).result() for job in jobs]
        runs.append([normalise_pdf(pdf, STAMP) for pdf in (pdfs[::-1] if number else pdfs)])
    (plain, archival, namesake), (plain_again, archival_again, _) = runs
    return Made((plain, plain_again), (archival, archival_again), namesake)


def test_two_runs_give_the_same_bytes(made: Made) -> None:
    assert made.plain[0] == made.plain[1]
    assert made.archival[0] == made.archival[1]


def test_equal_names_in_two_folders(made: Made) -> None:
    assert "Isi yang pertama" in inspect(made.plain[0]).texts[0]
    assert "Isi yang kedua" in inspect(made.namesake).texts[0]


def test_what_every_pdf_has(made: Made) -> None:
    for pdf, conformance in ((made.plain[0], None), (made.archival[0], "2B")):
        facts = inspect(pdf)
        assert (facts.pages, facts.lang, facts.title) == (2, "id-ID", "Judul Uji")
        assert facts.tagged
        assert facts.pdfa == conformance
        assert facts.outline == (OutlineFact("Bab Satu", 0, 0), OutlineFact("Bab Dua", 1, 1))
        assert all(font.embedded for font in facts.fonts)
        assert FontFact("URWBookmanLight", True) in facts.fonts


def test_links_and_tags_are_those_of_a_bundle_too(made: Made) -> None:
    """Each part links to an address and to its own second page."""
    parts = [BundlePart("Satu", made.plain[0], "1"), BundlePart("Dua", made.namesake, "1")]
    bundle = assemble_bundle(parts, Properties("Bundel", "", "", "", STAMP))
    assert tag_faults(bundle) == []
    with pikepdf.open(BytesIO(bundle)) as document:
        numbers = {page.obj.objgen: number for number, page in enumerate(document.pages)}
        links = [link for page in document.pages for link in page.obj.get("/Annots", [])]
        assert [str(link.A.URI) for link in links if "/A" in link] == ["https://contoh.id/"] * 2
        assert [numbers[link.Dest[0].objgen] for link in links if "/Dest" in link] == [1, 3]


def test_an_archival_file_keeps_its_claim(made: Made) -> None:
    """With links, and with a field that is added to it."""
    field = SignatureField("KETUA", PageSpot(1, 100, 400))
    for pdf in (made.archival[0], add_signature_fields(made.archival[0], [field], STAMP)):
        assert archival_faults(pdf) == []
        assert tag_faults(pdf) == []


def test_bookmarks_become_destinations(made: Made) -> None:
    pages = anchor_pages(made.archival[0])
    assert pages["bab_satu"] == 0
    assert pages["RA_5F-x"] == 1
    assert "bab_tiga" not in pages


def test_metadata_agrees_with_the_document_information(made: Made) -> None:
    with pikepdf.open(BytesIO(made.archival[0])) as document:
        information = document.docinfo
        assert information["/CreationDate"] == "D:20260105000000+07'00'"
        assert information["/ModDate"] == information["/CreationDate"]
        assert "/DocChecksum" not in document.trailer
        with document.open_metadata() as metadata:
            for name in ("xmp:CreateDate", "xmp:ModifyDate"):
                assert metadata[name] == "2026-01-05T00:00:00+07:00"
            assert metadata["dc:title"] == information["/Title"]
            assert metadata["pdf:Producer"] == information["/Producer"] == "LibreOffice"


def test_another_stand_in_is_embedded(make_docx: Docx) -> None:
    fonts = FontSubstitutes({"Bookman Old Style": ("Huruf Tiada", "TeX Gyre Bonum")})
    with Converter(find_office(), fonts) as office:
        pdf = office.submit(Job("naskah", make_docx("Isi"), archival=True)).result()
    assert FontFact("TeXGyreBonum-Regular", True) in inspect(pdf).fonts


@pytest.mark.parametrize("stays", [True, False])
def test_without_fontconfig_the_program_itself_takes_the_stand_in(
    stays: bool, make_docx: Docx, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows: the file that fontconfig would read binds nothing."""
    stand_ins = FontSubstitutes({"Bookman Old Style": ("TeX Gyre Bonum",)})
    pairs = (("Bookman Old Style", "TeX Gyre Bonum"),)
    config = FontSubstitutes({}).write_config(tmp_path)
    monkeypatch.setattr(FontSubstitutes, "write_config", lambda *_: config)
    monkeypatch.setattr(FontSubstitutes, "replacements", lambda _: pairs)
    if not stays:
        monkeypatch.setattr("zi_docs.pdf.libreoffice.is_confined", lambda _: True)
    with Converter(find_office(), stand_ins) as office:
        pdf = office.submit(Job("naskah", make_docx("Isi"), archival=True)).result()
    assert FontFact("TeXGyreBonum-Regular", True) in inspect(pdf).fonts


def test_a_resident_that_is_killed_is_replaced(make_docx: Docx) -> None:
    """The real program: by its pipe, which stays behind, and by the program that looks for it."""
    others = _own_pipes()
    with Converter(find_office(), workers=1) as office:
        office.submit(Job("satu", make_docx("Satu"))).result()
        (pipe,) = _own_pipes() - others
        assert pipe.exists()
        _kill_offices()
        assert inspect(office.submit(Job("dua", make_docx("Dua"))).result()).pages == 2
    assert not pipe.exists()


def test_without_the_pipe_the_program_itself_forwards(
    make_docx: Docx, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Converter(find_office(), workers=1) as office:
        by_pipe = office.submit(Job("satu", make_docx("Satu"))).result()
    monkeypatch.setattr("zi_docs.pdf.residents.forward", _no_pipe)
    with Converter(find_office(), workers=1) as office:
        by_program = office.submit(Job("satu", make_docx("Satu"))).result()
    monkeypatch.setattr("zi_docs.pdf.residents.Resident.ready", lambda *_: False)
    with Converter(find_office(), workers=1) as office:
        by_batch = office.submit(Job("satu", make_docx("Satu"))).result()
    pdfs = [normalise_pdf(pdf, STAMP) for pdf in (by_pipe, by_program, by_batch)]
    assert pdfs[0] == pdfs[1] == pdfs[2]


def _no_pipe(*_: object) -> bool:
    raise NoPipeError


def _own_pipes() -> set[Path]:
    """The pipes of the offices that this process started."""
    profiles = Path(tempfile.gettempdir()).glob(f"zi-docs-{os.getpid()}-*/*/profile")
    return {pipe_of(profile.as_uri()) for profile in profiles}


def _kill_offices() -> None:
    """Kill every office that this process started."""
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if f"TMPDIR={tempfile.gettempdir()}/zi-docs-{os.getpid()}-".encode() in (
                path.read_bytes()
            ):
                os.kill(int(path.parent.name), signal.SIGKILL)


def test_type1_fonts_are_numbered_from_the_first_on(made: Made) -> None:
    """LibreOffice numbers them through all documents that one office converts."""
    assert b"/UniqueID 4100001 def" in _type1_font(made.archival[1])


def _type1_font(pdf: bytes) -> bytes:
    with pikepdf.open(BytesIO(pdf)) as document:
        fonts = document.pages[0].Resources.Font.values()
        return next(
            f.FontDescriptor.FontFile.read_bytes() for f in fonts if "/FontFile" in f.FontDescriptor
        )
