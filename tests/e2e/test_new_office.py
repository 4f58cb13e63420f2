"""From nothing to the first decree: what a new office types into the workbook of `buku-kerja`."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from tests.cases.edited import edited
from tests.cases.foreign import csv
from tests.cases.workshops import FAKES
from tests.e2e.conftest import generate_here
from zi_docs.checks import check
from zi_docs.checks.lacks import decree_lacks
from zi_docs.errors import ExitCode
from zi_docs.workbook.reading.load import read_plan

MOST_CELLS = 25

# The first decree to sign.
SEAT = {"Tempat kedudukan": "Contoh Jaya"}
CHAIR = {("Pejabat", "KETUA", "Nama"): "Nama Ketua Contoh"}
# Its copy, once it is signed.
COPY = {
    ("Pejabat", "KSB-TPH", "Nama"): "Nama Kasubbag Contoh, S.H.",
    ("Pejabat", "KSB-TPH", "NIP"): "198501012010011001",
    ("Keputusan", "renaksi", "Nomor"): "10",
    ("Keputusan", "renaksi", "Tanggal"): date(2027, 1, 22),
}
# What stands on its pages and is left out while it is not known.
LETTERHEAD = {
    "Alamat": "Jalan Contoh Nomor 1",
    "Telepon": "(0700) 000000",
    "Surel": "kantor@contoh.example.id",
    "Laman": "contoh.example.id",
    "Alamat JDIH": "jdih.example.id/contoh",
}
# Berita Negara of regulations whose number was not checked.
CHECKED = {
    ("Peraturan", "PERMENPANRB-5-2024", "BN Tahun"): 2024,
    ("Peraturan", "PERMENPANRB-5-2024", "BN Nomor"): "1",
    ("Peraturan", "PKPU-14-2020", "BN Tahun"): 2020,
    ("Peraturan", "PKPU-14-2020", "BN Nomor"): "2",
    ("Peraturan", "PKPU-21-2023", "BN Tahun"): 2023,
    ("Peraturan", "PKPU-21-2023", "BN Nomor"): "3",
}
OPTIONS = ("--tahun", "2027", "--instansi", "KPU Kabupaten Contoh Raya")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("kantor")
    for name in ("office-quick", "pdf.sh"):
        shutil.copy(FAKES / name, folder / name)
    return str(folder / "office-quick")


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    book = tmp_path_factory.mktemp("baru") / "zi-2027.xlsx"
    result = generate_here("buku-kerja", book, *OPTIONS)
    assert result.returncode == ExitCode.BERES, result.stderr
    return book


def body_text(path: Path) -> str:
    """The text of every paragraph and cell, headers apart, one a line."""
    body = docx.Document(str(path)).element.body
    paragraphs = body.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}p")
    return "\n".join("".join(p.itertext()) for p in paragraphs).replace("\u00a0", " ")


def codes(stderr: str) -> list[str]:
    return [line.rsplit("[", 1)[1].rstrip("]") for line in stderr.splitlines() if "[" in line]


def test_two_cells_make_a_decree_that_is_no_draft(fresh: Path, tmp_path: Path) -> None:
    assert len(SEAT) + len(CHAIR) == 2
    plan, findings = read_plan(edited(fresh, tmp_path / fresh.name, SEAT, CHAIR))
    assert plan is not None
    assert [*findings, *check(plan)] == []
    renaksi = plan.decree("renaksi")
    assert renaksi is not None
    # Number and date are given when it is signed.
    assert [(lack.what, lack.draft) for lack in decree_lacks(plan, renaksi)] == [
        ("nomor", False),
        ("tanggal", False),
    ]
    assert len(plan.activities) == 110


def test_all_that_a_new_office_types_is_few(fresh: Path, office: str, tmp_path: Path) -> None:
    pairs, cells = {**SEAT, **LETTERHEAD}, {**CHAIR, **COPY, **CHECKED}
    # The two options name the office and its year: they would be cells too.
    assert len(pairs) + len(cells) + len(OPTIONS) // 2 <= MOST_CELLS
    book = edited(fresh, tmp_path / fresh.name, pairs, cells)
    result = generate_here("keputusan", "--source", book, "--output", tmp_path, ZI_SOFFICE=office)
    # The register of numbers is for later.
    assert (result.returncode, codes(result.stderr)) == (0, ["NO-REGISTER-KOSONG"])
    for name in ("renaksi-asli", "renaksi-salinan"):
        text = body_text(tmp_path / f"2027/keputusan/{name}.docx")
        assert "KABUPATEN CONTOH RAYA" in text
        assert "Ditetapkan di Contoh Jaya" in text
        assert "Menugaskan penyelesaian rekomendasi" in text
        assert "KONSEP" not in text


def test_an_imported_plan_is_decreed_without_opening_the_workbook(
    office: str, tmp_path: Path
) -> None:
    table = csv(
        tmp_path,
        "Area,Komponen,Indikator,Aksi,Bukti,Waktu,Target\n"
        "I,Tim Kerja,Tim dibentuk,Membentuk tim,Keputusan,Januari,1 keputusan\n",
    )
    book = tmp_path / "rencana.xlsx"
    options = ("--tahun", "2027", "--instansi", "KIP Kabupaten Contoh", "--impor", table)
    assert generate_here("buku-kerja", book, *options).returncode == ExitCode.BERES
    result = generate_here("keputusan", "--source", book, "--output", tmp_path, ZI_SOFFICE=office)
    # What is not known is a blank, and the decree a draft.
    assert result.returncode == 0
    # Its row is the office's own wording: what the checks advise on it stops nothing.
    stated = [code for code in codes(result.stderr) if not code.startswith("RA-")]
    assert stated == ["WB-BELUM-DITULIS", "KEP-NAMA", "KEP-KONSEP", "HASIL-KONSEP"]
    text = body_text(tmp_path / "2027/keputusan/renaksi-asli.docx")
    assert "KEPUTUSAN KOMISI INDEPENDEN PEMILIHAN" in text
    assert "Ditetapkan di ……………" in text
    assert "Membentuk tim" in text
    # The rows of the table stand alone.
    assert "Pakta Integritas" not in text


def test_the_year_may_stand_in_the_file_name(tmp_path: Path) -> None:
    book = tmp_path / "zi-2031.xlsx"
    assert generate_here("buku-kerja", book).returncode == ExitCode.BERES
    pairs = {row[0].value: row[1].value for row in openpyxl.load_workbook(book)["Instansi"]}
    assert (pairs["Tahun"], pairs["Nama wilayah"]) == (2031, None)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--instansi", "BPS Kota Contoh"), "tidak diawali KPU atau KIP"),
        (("--instansi", "KPU Contoh"), "tidak menyebut Kabupaten, Kota, atau Provinsi"),
        (("--instansi", "KPU Kota Contoh", "--jenis", "kpu-provinsi"), "tidak cocok"),
        (("--jenis", "kpu-desa"), "kpu-desa"),
    ],
)
def test_a_name_or_kind_that_cannot_be(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    book = tmp_path / "baru.xlsx"
    result = generate_here("buku-kerja", book, *options)
    assert (result.returncode, book.exists()) == (ExitCode.SALAH_PERINTAH, False)
    assert said in " ".join(result.stderr.split())
