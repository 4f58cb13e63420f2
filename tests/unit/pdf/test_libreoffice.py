"""Conversions by the real LibreOffice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.cases.pdf_facts import FontFact, OutlineFact, inspect
from zi_docs.pdf.destinations import anchor_pages
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes
from zi_docs.pdf.libreoffice import Converter, Job, find_office
from zi_docs.pdf.normal_form import normalise_pdf

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
def made(tmp_path_factory: pytest.TempPathFactory, make_docx: Docx) -> Made:
    runs = []
    for number in range(2):
        folder = tmp_path_factory.mktemp(f"run{number}")
        (folder / "lain").mkdir()
        first, second = folder / "naskah.docx", folder / "lain" / "naskah.docx"
        first.write_bytes(make_docx("Isi yang pertama"))
        second.write_bytes(make_docx("Isi yang kedua"))
        jobs = [
            Job(first, folder / "a.pdf"),
            Job(first, folder / "b.pdf", archival=True),
            Job(second, folder / "c.pdf"),
        ]
        Converter(find_office(), DEFAULT_SUBSTITUTES).convert(jobs)
        runs.append([normalise_pdf(job.pdf, STAMP) for job in jobs])
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


def test_another_stand_in_is_embedded(tmp_path: Path, make_docx: Docx) -> None:
    job = Job(tmp_path / "naskah.docx", tmp_path / "naskah.pdf", archival=True)
    job.docx.write_bytes(make_docx("Isi"))
    fonts = FontSubstitutes({"Bookman Old Style": ("Huruf Tiada", "TeX Gyre Bonum")})
    Converter(find_office(), fonts).convert([job])
    assert FontFact("TeXGyreBonum-Regular", True) in inspect(job.pdf).fonts
