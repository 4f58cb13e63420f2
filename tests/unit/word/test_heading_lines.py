"""Titles and names in capitals: how their lines break on the paper that they are given."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from word_bench import ABOUT, F4, lines, template

from tests.cases.strained import TITLE_OF_60_WORDS
from zi_docs.data import heading_phrases
from zi_docs.word.page_layout import PageLayout
from zi_docs.word.render import render_docx

A4 = PageLayout((210.0, 297.0), (25.0, 25.0, 25.0, 25.0), "Bookman Old Style")
PLAN = (
    "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS MENUJU WILAYAH BEBAS DARI KORUPSI DAN WILAYAH "
    "BIROKRASI BERSIH DAN MELAYANI DI LINGKUNGAN KOMISI PEMILIHAN UMUM {} TAHUN 2026"
)
KPU = "KOMISI PEMILIHAN UMUM"
BATANG_HARI = (KPU, "KABUPATEN BATANG HARI", "BATANG HARI")
PALI = (KPU, "KABUPATEN PENUKAL ABAB LEMATANG ILIR", "PENUKAL ABAB LEMATANG ILIR")
BABEL = (KPU, "PROVINSI KEPULAUAN BANGKA BELITUNG", "KEPULAUAN BANGKA BELITUNG")
# Half of the text width of F4 and of A4, and the head of a Lampiran there.
HALF_F4, HALF_A4, HEAD_F4, HEAD_A4 = 82.5, 80.0, 95.0, 90.0


def broken(
    folder: Path, text: str, width: float, names: tuple[str, ...], also: Any = None
) -> list[str]:
    """The lines of a heading of 12 points in so many millimetres."""
    right = F4.paper_mm[0] - F4.margins_mm[3] - width
    top, _, bottom, left = F4.margins_mm
    margins = (top, right, bottom, left)
    layout = replace(F4, margins_mm=margins, whole_names=names, phrases=heading_phrases())

    def look(document: Any) -> None:
        document.styles["Normal"].font.size = Pt(12)
        if also:
            also(document)

    path = template(folder, text, also=look)
    (heading,) = lines(render_docx(path, {}, layout, ABOUT, for_srikandi=True))
    return heading.replace("\u00a0", " ").split("\n")


@pytest.mark.parametrize("width", [165.0, 160.0, 165.9])
def test_a_title_has_no_short_last_line_on_any_paper(tmp_path: Path, width: float) -> None:
    title = PLAN.format("KABUPATEN BATANG HARI")
    assert broken(tmp_path, title, width, BATANG_HARI) == [
        "RENCANA AKSI PEMBANGUNAN ZONA INTEGRITAS",
        "MENUJU WILAYAH BEBAS DARI KORUPSI",
        "DAN WILAYAH BIROKRASI BERSIH DAN MELAYANI DI LINGKUNGAN",
        "KOMISI PEMILIHAN UMUM KABUPATEN BATANG HARI TAHUN 2026",
    ]


def test_a_term_too_long_for_its_line_breaks_at_its_joint(tmp_path: Path) -> None:
    """In the head of a Lampiran, WILAYAH BIROKRASI BERSIH DAN MELAYANI is wider than the line."""
    assert broken(tmp_path, PLAN.format("KABUPATEN BATANG HARI"), HEAD_F4, BATANG_HARI) == [
        "RENCANA AKSI PEMBANGUNAN",
        "ZONA INTEGRITAS",
        "MENUJU WILAYAH BEBAS DARI KORUPSI",
        "DAN WILAYAH BIROKRASI BERSIH",
        "DAN MELAYANI DI LINGKUNGAN",
        "KOMISI PEMILIHAN UMUM",
        "KABUPATEN BATANG HARI TAHUN 2026",
    ]


def test_a_place_name_of_several_words_stays_whole(tmp_path: Path) -> None:
    title = PLAN.format("KABUPATEN PENUKAL ABAB LEMATANG ILIR")
    assert broken(tmp_path, title, 165, PALI)[-2:] == [
        "DI LINGKUNGAN KOMISI PEMILIHAN UMUM",
        "KABUPATEN PENUKAL ABAB LEMATANG ILIR TAHUN 2026",
    ]


def test_a_title_of_sixty_words(tmp_path: Path) -> None:
    assert broken(tmp_path, TITLE_OF_60_WORDS.upper(), 165, BATANG_HARI) == [
        "PEMBENTUKAN TIM KERJA PEMBANGUNAN ZONA INTEGRITAS",
        "MENUJU WILAYAH BEBAS DARI KORUPSI",
        "DAN WILAYAH BIROKRASI BERSIH DAN MELAYANI,",
        "UNIT PENGENDALIAN GRATIFIKASI, SATUAN TUGAS",
        "SISTEM PENGENDALIAN INTERN PEMERINTAH, AGEN PERUBAHAN,",
        "SERTA TIM PENGELOLA PENGADUAN MASYARAKAT",
        "DAN PENANGANAN BENTURAN KEPENTINGAN PADA SEKRETARIAT",
        "DAN SELURUH SUBBAGIAN DI LINGKUNGAN KOMISI PEMILIHAN UMUM",
        "KABUPATEN BATANG HARI UNTUK PELAKSANAAN KEGIATAN",
        "REFORMASI BIROKRASI SEPANJANG TAHUN ANGGARAN 2026",
    ]


@pytest.mark.parametrize(
    ("text", "width", "names", "expected"),
    [
        # One line stays one line.
        ("KETUA KOMISI PEMILIHAN UMUM", HALF_F4, BATANG_HARI, ["KETUA KOMISI PEMILIHAN UMUM"]),
        ("KETUA KOMISI PEMILIHAN UMUM", HALF_A4, BATANG_HARI, ["KETUA KOMISI PEMILIHAN UMUM"]),
        ("KETUA KOMISI PEMILIHAN UMUM", 70, BATANG_HARI, ["KETUA", "KOMISI PEMILIHAN UMUM"]),
        ("SEKRETARIAT KOMISI PEMILIHAN UMUM", HALF_A4, BATANG_HARI,
         ["SEKRETARIAT", "KOMISI PEMILIHAN UMUM"]),
        ("KEPUTUSAN KOMISI PEMILIHAN UMUM", HEAD_A4, BATANG_HARI,
         ["KEPUTUSAN KOMISI PEMILIHAN UMUM"]),
        ("KEPUTUSAN SEKRETARIS KOMISI PEMILIHAN UMUM", HEAD_F4, BATANG_HARI,
         ["KEPUTUSAN SEKRETARIS", "KOMISI PEMILIHAN UMUM"]),
        ("KETUA KOMISI PEMILIHAN UMUM KABUPATEN PENUKAL ABAB LEMATANG ILIR,", 165, PALI,
         ["KETUA KOMISI PEMILIHAN UMUM", "KABUPATEN PENUKAL ABAB LEMATANG ILIR,"]),
        ("KABUPATEN PENUKAL ABAB LEMATANG ILIR,", HALF_F4, PALI,
         ["KABUPATEN", "PENUKAL ABAB LEMATANG ILIR,"]),
        ("PROVINSI KEPULAUAN BANGKA BELITUNG,", HALF_A4, BABEL,
         ["PROVINSI", "KEPULAUAN BANGKA BELITUNG,"]),
        # Another agency: its names are data.
        ("KEPALA BADAN PUSAT STATISTIK KOTA SUNGAI PENUH", 90,
         ("BADAN PUSAT STATISTIK", "KOTA SUNGAI PENUH", "SUNGAI PENUH"),
         ["KEPALA BADAN PUSAT STATISTIK", "KOTA SUNGAI PENUH"]),
        # No line ends with a word that belongs to the next one, no date comes apart.
        ("PENETAPAN TIM PENGENDALI DI SUBBAGIAN UMUM DAN LOGISTIK", 120, BATANG_HARI,
         ["PENETAPAN TIM PENGENDALI", "DI SUBBAGIAN UMUM DAN LOGISTIK"]),
        ("BERITA ACARA RAPAT PLENO TANGGAL 22 JANUARI 2026", 90, BATANG_HARI,
         ["BERITA ACARA RAPAT PLENO", "TANGGAL 22 JANUARI 2026"]),
        # A word wider than the paper has a line of its own.
        ("TIM SATUANTUGASPENYELENGGARAANSISTEMPENGENDALIANINTERN", 60, BATANG_HARI,
         ["TIM", "SATUANTUGASPENYELENGGARAANSISTEMPENGENDALIANINTERN"]),
        # Running text, and what SRIKANDI fills, is left alone.
        ("Ketua Komisi Pemilihan Umum", 30, BATANG_HARI, ["Ketua Komisi Pemilihan Umum"]),
        ("NOMOR ${nomor_naskah} TAHUN 2026", 30, BATANG_HARI, ["NOMOR ${nomor_naskah} TAHUN 2026"]),
    ],
)  # fmt: skip
def test_lines_break_where_the_words_part(
    tmp_path: Path, text: str, width: float, names: tuple[str, ...], expected: list[str]
) -> None:
    assert broken(tmp_path, text, width, names) == expected


def test_a_post_that_is_kept_whole_breaks_like_a_heading(tmp_path: Path) -> None:
    def whole(document: Any) -> None:
        document.paragraphs[0].paragraph_format.keep_together = True

    post = "Kepala Subbagian Teknis Penyelenggaraan Pemilu dan Hukum,"
    assert broken(tmp_path, post, HALF_F4, BATANG_HARI, whole) == [
        "Kepala Subbagian Teknis",
        "Penyelenggaraan Pemilu dan Hukum,",
    ]


def test_justified_capitals_and_list_items_run_on(tmp_path: Path) -> None:
    title = PLAN.format("KABUPATEN BATANG HARI")

    def justified(document: Any) -> None:
        document.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def item(document: Any) -> None:
        document.paragraphs[0].style = "List Number"

    for look in (justified, item):
        assert broken(tmp_path, title, 165, BATANG_HARI, look) == [title]


def test_emphasis_inside_a_heading_is_kept(tmp_path: Path) -> None:
    def runs(document: Any) -> None:
        (paragraph,) = document.paragraphs
        paragraph.add_run("ROAD MAP").italic = True
        paragraph.add_run(" REFORMASI BIROKRASI SELURUH SUBBAGIAN DAN SEKRETARIAT")

    made = broken(tmp_path, "PENETAPAN ", 120, BATANG_HARI, runs)
    assert made == ["PENETAPAN ROAD MAP REFORMASI BIROKRASI", "SELURUH SUBBAGIAN DAN SEKRETARIAT"]


def test_headings_in_cells_have_the_width_of_their_cell(tmp_path: Path) -> None:
    def cells(document: Any) -> None:
        document.styles["Normal"].font.size = Pt(12)
        table = document.add_table(1, 2)
        table.rows[0].cells[1].text = "KETUA KOMISI PEMILIHAN UMUM"
        for cell, width in zip(table.rows[0].cells, (95, 70), strict=True):
            cell.width = Mm(width)

    layout = replace(A4, whole_names=BATANG_HARI)
    docx = render_docx(template(tmp_path, also=cells), {}, layout, ABOUT)
    (table,) = Document(BytesIO(docx)).tables
    assert table.rows[0].cells[1].text == "KETUA\nKOMISI PEMILIHAN UMUM"
