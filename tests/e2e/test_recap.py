"""Recap, report and status as a person gets them, from a workbook with half a year in it."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest
from docx import Document

from tests.cases.bare_books import bare_rewrite
from tests.cases.pdf import letters, page_texts, picture
from tests.cases.realisations import entries, with_half_year
from tests.e2e.conftest import SOURCE, generate, generate_here, papers
from zi_docs import ooxml
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers import rekap as recap
from zi_docs.papers.pages import Pagination
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows

pytestmark = pytest.mark.libreoffice


@pytest.fixture(scope="session")
def half_year(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real workbook with realisations of January to June, in a folder of its own."""
    year, findings = read_plan(SOURCE)
    assert year is not None, findings
    marks = {activity.id: activity.bulan for activity in year.activities}

    def report(rows: WorkbookRows) -> None:
        rows["realisasi"] = list(entries(marks))  # type: ignore[arg-type]

    path = tmp_path_factory.mktemp("sumber") / "zi-2026.xlsx"
    path.write_bytes(bare_rewrite(SOURCE, report))
    return path


@pytest.fixture(scope="session")
def output(half_year: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Recap and report of the second quarter."""
    folder = tmp_path_factory.mktemp("output")
    for verb in ("rekap", "laporan"):
        result = generate_here(verb, "--triwulan", 2, "--source", half_year, "--output", folder)
        assert result.returncode == 0, result.stderr
    return folder / "2026"


def test_the_recap_shows_the_figures_of_the_workbook(output: Path) -> None:
    year, _ = read_plan(SOURCE)
    assert year is not None
    period = Period(2026, Cycle.QUARTER, 2)
    expected = recap.recap(with_half_year(year), period, Pagination()).context
    tables = Document(output / "monev/2026-tw2/rekap-capaian.docx").tables
    rows = [[" ".join(c.text.split()) for c in r.cells] for table in tables for r in table.rows]
    figures = ("rencana", "selesai", "persen", "tepat", "terlambat", "tunggakan", "bukti")
    for area in expected["capaian"]:  # type: ignore[attr-defined]
        line = [area["nomor"], area["area"], *(str(area[name]) for name in figures)]
        assert line in rows
    total = expected["jumlah"]
    assert ["", "Jumlah", *(str(total[name]) for name in figures)] in rows  # type: ignore[index]


def test_the_pages_hold_table_pictures_and_signature(output: Path) -> None:
    pdf = output / "monev/2026-tw2/rekap-capaian.pdf"
    pages = page_texts(pdf)
    assert "REKAPITULASI CAPAIAN RENCANA AKSI TRIWULAN II TAHUN 2026" in pages[0]
    assert "Capaian (%) = jumlah capaian seluruh langkah terencana" in pages[0]
    for number in range(1, 5):
        assert sum(f"Gambar {number}." in page for page in pages) == 1
    # The signature never stands alone: its sentence is on its page.
    assert "Demikian rekapitulasi ini" in pages[-1]
    assert "Ketua Tim Kerja" in pages[-1]
    shown = next(n for n, page in enumerate(pages, start=1) if "Gambar 1." in page)
    dark = sum(picture(pdf, shown).histogram()[:140])
    assert dark > 20_000, "the page of the first picture is nearly white"


def test_no_area_heading_ends_a_page(output: Path) -> None:
    for page in page_texts(output / "monev/2026-tw2/rekap-capaian.pdf"):
        lines = [line for line in page.splitlines() if line and not line.startswith("Halaman ")]
        assert not re.match(r"(I|II|III|IV|V|VI) [A-Z ]{8,}", lines[-1]), lines[-1]


def test_every_picture_of_the_word_file_has_its_words(output: Path) -> None:
    for name in ("rekap-capaian", "laporan"):
        parts = ooxml.read_parts((output / f"monev/2026-tw2/{name}.docx").read_bytes())
        body = parts["word/document.xml"].decode()
        told = re.findall(r'<wp:docPr [^>]*descr="([^"]*)"', body)
        assert len(told) == 4
        assert all("Triwulan II 2026" in words or "2026" in words or len(words) > 60
                   for words in told)  # fmt: skip


def test_the_report_has_its_chapters_and_its_gaps(output: Path) -> None:
    text = letters(" ".join(page_texts(output / "monev/2026-tw2/laporan.pdf")))
    chapters = ("PENDAHULUAN", "DASARHUKUM", "HASILPEMANTAUANDANEVALUASI", "KENDALA",
                "REKOMENDASIDANTINDAKLANJUT", "PENUTUP")  # fmt: skip
    places = [text.index(letters(chapter)) for chapter in chapters]
    assert places == sorted(places)
    assert text.count("Ditulisolehtim") == 11


def test_made_again_the_files_are_the_same(half_year: Path, output: Path, tmp_path: Path) -> None:
    result = generate("rekap", "--triwulan", 2, "--source", half_year, "--output", tmp_path)
    assert result.returncode == 0, result.stderr
    for name in papers(tmp_path / "2026"):
        assert (tmp_path / "2026" / name).read_bytes() == (output / name).read_bytes(), name
    assert (tmp_path / "2026/bundel/rekap-2026-tw2.pdf").is_file()


def test_status_as_text_and_as_data(half_year: Path) -> None:
    shown = generate_here("status", "--source", half_year, "--tanggal", "2026-07-10")
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.startswith("Keadaan per 10 Juli 2026: dari ")
    assert "Jatuh tempo bulan ini (Juli): " in shown.stdout
    data = json.loads(
        generate_here("status", "--source", half_year, "--tanggal", "2026-07-10", "--json").stdout
    )["status"]
    assert date.fromisoformat(data["date"]) == date(2026, 7, 10)
    year, _ = read_plan(SOURCE)
    assert year is not None
    july = {activity.id for activity in year.activities if 7 in activity.bulan}
    assert {work["row"] for work in data["due"]} == july


def test_a_period_must_be_named() -> None:
    assert generate_here("rekap").returncode == 2
    assert generate_here("laporan", "--triwulan", 1, "--tahunan").returncode == 2
