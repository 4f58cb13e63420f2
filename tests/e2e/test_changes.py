"""Other offices, other years, other rows: the workbook changes, no code and no template."""

from __future__ import annotations

import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.cases.edited import edited
from tests.e2e.conftest import SOURCE, papers, without_office
from tests.e2e.conftest import generate_here as generate
from zi_docs.errors import ExitCode

_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def words(docx: Path) -> str:
    """The words of a DOCX, a line a paragraph."""
    with zipfile.ZipFile(docx) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(f"{_TEXT}t"))
        for paragraph in body.iter(f"{_TEXT}p")
    ).replace("\u00a0", " ")


def original(source: Path, output: Path) -> str:
    """The words of the original that a workbook gives (DOCX only, to be quick)."""
    result = without_office("keputusan", "--source", source, "--output", output)
    assert result.returncode == ExitCode.PROGRAM_HILANG, result.stderr
    (found,) = output.rglob("renaksi-asli.docx")
    return words(found)


def test_another_office_year_signer_and_rows(tmp_path: Path) -> None:
    rows = {
        ("Rencana Aksi", f"RA-00{number}", "Indikator"): f"Indikator baru {number}"
        for number in range(1, 6)
    }
    # Whatever is dated moves into the new year with it.
    dates = {
        ("Rapat", f"R-{number:02d}", "Tanggal"): date(2027, 1, 4) + timedelta(weeks=number)
        for number in range(1, 31)
    }
    dates["Keputusan", "renaksi", "Tanggal"] = date(2027, 1, 22)
    source = edited(
        SOURCE,
        tmp_path / "zi.xlsx",
        {"Nama wilayah": "Sarolangun", "Tahun": 2027, "Tempat kedudukan": "Sarolangun"},
        rows
        | dates
        | {("Pejabat", "KETUA", "Nama"): "Nama Baru", ("Keputusan", "renaksi", "Nomor"): 3},
    )
    text = original(source, tmp_path / "output")
    for line in (
        "KABUPATEN SAROLANGUN",
        "DI LINGKUNGAN KOMISI PEMILIHAN UMUM KABUPATEN SAROLANGUN TAHUN 2027",
        "KETUA KOMISI PEMILIHAN UMUM KABUPATEN SAROLANGUN,",
        "NAMA BARU",
        "SK Tim Kerja ZI tahun 2027/ Kelompok Kerja",
        "LKjIP KPU Kabupaten Sarolangun Tahun 2026",
        *rows.values(),
    ):
        assert line in text
    for old in ("Batang Hari", "BATANG HARI", "AHMAD HALIM"):
        assert old not in text


@pytest.mark.parametrize(
    ("level", "region", "line"),
    [("Provinsi", "Jambi", "PROVINSI JAMBI"), ("Kota", "Sungai Penuh", "KOTA SUNGAI PENUH")],
)
def test_a_province_and_a_city(tmp_path: Path, level: str, region: str, line: str) -> None:
    office = {"Tingkat": level, "Nama wilayah": region}
    text = original(edited(SOURCE, tmp_path / "zi.xlsx", office), tmp_path / "output")
    assert f"KETUA KOMISI PEMILIHAN UMUM {line}," in text
    assert f"DAN MELAYANI DI LINGKUNGAN KOMISI PEMILIHAN UMUM {line} TAHUN 2026" in text
    assert "KABUPATEN BATANG HARI" not in text


def test_number_and_date_not_yet_given(tmp_path: Path) -> None:
    cells = {
        ("Keputusan", "renaksi", "Nomor"): None,
        ("Keputusan", "renaksi", "Tanggal"): None,
    }
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells=cells)
    result = without_office("keputusan", "--source", source, "--output", tmp_path / "output")
    assert papers(tmp_path / "output" / "2026") == ["keputusan/renaksi-asli.docx"]
    assert "Salinan keputusan renaksi belum dibuat" in result.stderr
    text = words(next((tmp_path / "output").rglob("*.docx")))
    assert re.search(r"NOMOR {3,} TAHUN 2026", text)
    assert "pada tanggal  " in text


@pytest.mark.libreoffice
def test_other_paper_and_font(tmp_path: Path) -> None:
    from tests.cases.pdf import page_size
    from tests.cases.pdf_facts import inspect

    office = {"Kertas keputusan": "A4", "Huruf keputusan": "Arial"}
    source = edited(SOURCE, tmp_path / "zi.xlsx", office)
    result = generate("keputusan", "--source", source, "--output", tmp_path / "output")
    assert result.returncode == 0, result.stderr
    pdf = tmp_path / "output" / "2026" / "keputusan" / "renaksi-asli.pdf"
    facts = inspect(pdf.read_bytes())
    assert page_size(pdf, 1) == (210, 297)
    assert page_size(pdf, facts.pages) == (297, 210)
    assert {font.name.partition("-")[0] for font in facts.fonts} == {"LiberationSans"}


@pytest.mark.libreoffice
def test_what_cells_say_is_literal(tmp_path: Path) -> None:
    from tests.cases.pdf import page_texts

    nasty = "<select> {{ 7*7 }} {% raw %} &amp; {_{ ${x}"
    cells = {("Rencana Aksi", "RA-002", "Langkah Aksi"): nasty}
    source = edited(SOURCE, tmp_path / "zi.xlsx", cells=cells)
    result = generate("keputusan", "--source", source, "--output", tmp_path / "output")
    assert result.returncode == 0, result.stderr
    pdf = tmp_path / "output" / "2026" / "keputusan" / "renaksi-salinan.pdf"
    printed = "".join("".join(page_texts(pdf)).split())
    assert "".join(nasty.split()) in printed


@pytest.mark.libreoffice
def test_a_font_that_is_not_installed_is_told(tmp_path: Path) -> None:
    source = edited(SOURCE, tmp_path / "zi.xlsx", {"Huruf surat": "Huruf Khayalan"})
    result = generate("jdih", "renaksi", "--source", source, "--output", tmp_path / "output")
    assert "Huruf Huruf Khayalan dan penggantinya tidak terpasang" in result.stderr
    assert "Tata Letak!B" in result.stderr.partition("Khayalan")[0].splitlines()[-1]
