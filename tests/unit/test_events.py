"""Kinds of event: what the workbook says, else what the title begins with; and their words."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.cases.meetings import meeting, year
from tests.cases.products import named, products
from tests.cases.workshops import make
from zi_docs.data.events import event_kind, event_kinds
from zi_docs.product import Family
from zi_docs.workbook.sheets.meeting_sheets import RAPAT


@pytest.mark.parametrize(
    ("jenis", "title", "kind"),
    [
        ("", "Rapat Evaluasi Triwulan I", "Rapat"),
        ("", "Sosialisasi Pengendalian Gratifikasi", "Sosialisasi"),
        ("", "Pelaksanaan Kegiatan SOSIALISASI SP4N-LAPOR!", "Sosialisasi"),
        ("", "Pendidikan dan Pelatihan Pelayanan Prima", "Pelatihan"),
        ("", "Pendidikan Pemilih", "Rapat"),
        ("", "Bimtek Aplikasi KPEZI", "Bimbingan Teknis"),
        ("", "Penandatanganan Pakta Integritas", "Kegiatan"),
        ("", "Rapat Sosialisasi Jadwal", "Rapat"),
        ("", "Pembahasan Sosialisasi", "Rapat"),
        # A pleno is decided, never guessed: it asks for a berita acara.
        ("", "Rapat Pleno Penetapan", "Rapat"),
        ("", "   ", "Rapat"),
        ("Pelatihan", "Rapat Koordinasi", "Pelatihan"),
        ("Pleno", "Sosialisasi", "Pleno"),
    ],
)
def test_the_cell_decides_else_the_first_word_of_the_title(
    jenis: str, title: str, kind: str
) -> None:
    assert event_kind(meeting(jenis=jenis, acara=title)).jenis == kind


def test_the_dropdown_of_the_workbook_offers_every_kind() -> None:
    column = RAPAT.by_key["jenis"]
    assert column.choices == tuple(kind.jenis for kind in event_kinds())
    assert column.choices[:4] == ("Rapat", "Pleno", "Sosialisasi", "Internalisasi")
    # Workbooks from before do without the column.
    assert (column.later, column.required, column.default) == (True, False, "")


def text_of(title: str, paper: str, folder: Path) -> str:
    """All words of the Word file of a paper of a meeting with this title."""
    product = named(products(year(meeting(acara=title)), Family.MEETING), f"/{paper}")
    built = make([product], None, folder)
    (docx,) = (path for path in built.files if path.suffix == ".docx")
    document = Document(BytesIO(docx.read_bytes()))
    cells = [c.text for table in document.tables for row in table.rows for c in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


@pytest.mark.parametrize(
    ("title", "paper", "words"),
    [
        ("Sosialisasi Gratifikasi", "undangan", ["untuk mengikuti sosialisasi yang akan",
                                                 "Undangan Sosialisasi"]),
        ("Sosialisasi Gratifikasi", "daftar-hadir", ["DAFTAR HADIR SOSIALISASI",
                                                     "Narasumber,"]),
        ("Sosialisasi Gratifikasi", "notula", ["NOTULA SOSIALISASI", "Narasumber,",
                                               "Materi dan Pembahasan"]),
        ("Sosialisasi Gratifikasi", "laporan", ["LAPORAN KEGIATAN",
                                                "Sosialisasi ini merupakan bagian"]),
        ("Bimtek Aplikasi", "undangan", ["untuk mengikuti bimbingan teknis yang akan",
                                         "Undangan Bimbingan Teknis"]),
        ("Rapat Evaluasi", "undangan", ["hadir pada rapat yang akan", "Undangan Rapat"]),
        ("Rapat Evaluasi", "daftar-hadir", ["DAFTAR HADIR RAPAT", "Pimpinan Rapat,"]),
        ("Rapat Evaluasi", "notula", ["NOTULA RAPAT"]),
        ("Rapat Evaluasi", "laporan", ["LAPORAN SINGKAT", "Rapat ini merupakan bagian",
                                        "\nPembahasan:"]),
        ("Apel Pagi", "laporan", ["Jalannya Kegiatan:"]),
    ],
)  # fmt: skip
def test_papers_speak_of_the_event_by_its_kind(
    tmp_path: Path, title: str, paper: str, words: list[str]
) -> None:
    text = text_of(title, paper, tmp_path)
    for word in words:
        assert word in text
    if "Rapat" not in title:
        own_place = text.replace("Ruang Rapat", "")
        assert "rapat" not in own_place.casefold()
