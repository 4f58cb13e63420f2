"""An office of another agency: its words come from a file of its own, and no line is KPU's."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from tests.cases.bare_books import bare_workbook
from tests.e2e.conftest import generate_here as generate
from tests.e2e.conftest import without_office
from zi_docs.errors import ExitCode
from zi_docs.text import RichText

Values = dict[str, Any]

WORDS = """
# Mitra statistik tidak mempunyai NIP.
tanpa_nip = ["Mitra"]
unit_penyalin = "SUBBAGIAN UMUM {lembaga}"
singkatan_keputusan = "kep"
kata_tim_zi = ["tim pembangunan", "zona integritas"]
"""
OFFICE: Values = {
    "lembaga": "Badan Pusat Statistik",
    "singkatan": "BPS",
    "tingkat": "Kabupaten",
    "wilayah": "Contoh",
    "kedudukan": "Kota Contoh",
    "tahun": 2026,
    "jdih": "jdih.example.id/contoh",
    "kata_instansi": "bps.toml",
}
LISTS: list[Values] = [
    {"Kelompok": "Pegawai", "Jenis naskah": "Keputusan Kepala", "Area": "I MANAJEMEN PERUBAHAN"},
    {"Kelompok": "Mitra", "Jenis naskah": "Undangan"},
]
PEOPLE: list[Values] = [
    {
        "id": "KEPALA",
        "nama": "Nama Kepala",
        "nip": "197001011995031001",
        "pangkat": "Pembina (IV/a)",
        "jabatan": "Kepala",
        "kelompok": "Pegawai",
    },
    {
        "id": "UMUM",
        "nama": "Nama Kasubbag",
        "nip": "198001012005011002",
        "pangkat": "Penata (III/c)",
        "jabatan": "Kepala Subbagian Umum",
        "kelompok": "Pegawai",
    },
    # NIP and rank of staff may be unknown; a partner has none.
    {"id": "STAF", "nama": "Nama Staf", "jabatan": "Statistisi", "kelompok": "Pegawai"},
    {"id": "MITRA", "nama": "Nama Mitra", "jabatan": "Mitra Statistik", "kelompok": "Mitra"},
]
DECREES: list[Values] = [
    {
        "id": "renaksi",
        "jenis": "Rencana Aksi",
        "judul": "Rencana Aksi Zona Integritas {instansi} Tahun {tahun}",
    },
    {
        "id": "sk-tim",
        "jenis": "Tim",
        "judul": "Pembentukan Tim Pembangunan Zona Integritas {instansi-singkat} Tahun {tahun}",
        "subjek": "Zona integritas",
        "bidang_hukum": "Kepegawaian",
        "lokasi": "Subbagian Umum",
    },
]
GIVEN: Values = {"tanggal": date(2026, 1, 22), "penanda_tangan": "KEPALA", "penyalin": "UMUM"}
BODY = (
    ("Menimbang", {"isi": RichText.of("bahwa perlu dibangun Zona Integritas")}),
    ("Mengingat", {"peraturan": "UU-16-1997"}),
    ("Diktum", {"isi": RichText.of("Keputusan ini mulai berlaku pada tanggal ditetapkan.")}),
)
SEATS: list[Values] = [
    {"kedudukan": "Ketua", "pejabat": "KEPALA"},
    {"kedudukan": "Sekretaris", "pejabat": "UMUM"},
    {"kedudukan": "Koordinator", "pejabat": "UMUM", "kelompok": "Pokja I Manajemen Perubahan"},
    {"kedudukan": "Anggota", "pejabat": "MITRA", "kelompok": "Pokja I Manajemen Perubahan"},
]
ROWS: dict[str, list[Values]] = {
    "instansi": [OFFICE],
    "pejabat": PEOPLE,
    "peraturan": [
        {
            "id": "UU-16-1997",
            "jenis": "Undang-Undang",
            "nomor": "16",
            "tahun": 1997,
            "tentang": "Statistik",
        }
    ],
    "keputusan": [
        decree | GIVEN | {"nomor": str(number)} for number, decree in enumerate(DECREES, start=7)
    ],
    "konsiderans": [
        {"keputusan": decree["id"], "bagian": part, **words}
        for decree in DECREES
        for part, words in BODY
    ],
    "narasi": [{"keputusan": "renaksi", "tingkat": "Bab", "isi": RichText.of("Pendahuluan")}],
    "rencana_aksi": [
        {
            "id": "RA-001",
            "area": "I MANAJEMEN PERUBAHAN",
            "komponen": RichText.of("Tim kerja"),
            "indikator": RichText.of("Tim terbentuk"),
            "langkah_aksi": RichText.of("Menyusun rencana kerja"),
            "bukti": RichText.of("Rencana kerja"),
            "bulan_3": True,
            "target": "100%",
        }
    ],
    "tim": [{"keputusan": "sk-tim", **seat} for seat in SEATS],
    "rapat": [
        {
            "id": "R-01",
            "acara": "Rapat Evaluasi",
            "tanggal": date(2026, 3, 31),
            "mulai": time(9),
            "pimpinan": "KEPALA",
            "notulis": "STAF",
            "undangan": ("UMUM", "STAF", "Mitra"),
        }
    ],
    "pola_nomor": [
        {"jenis": "Keputusan Kepala", "pola": "{no}", "digit": 1},
        {"jenis": "Undangan", "pola": "{no}/{satker}/{tahun}", "digit": 1},
    ],
    "referensi": LISTS,
}
OF_KPU = re.compile(r"KPU|KPT\b|Komisi Pemilihan|Komisioner|SEKRETARIAT", re.I)
# The team's own secretariat, to whom any office's form goes back.
ANYONES = "sekretariat tim"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("bps")
    (folder / "bps.toml").write_text(WORDS, encoding="utf-8")
    path = folder / "zi-2026.xlsx"
    path.write_bytes(bare_workbook(ROWS))
    return path


@pytest.fixture(scope="module")
def made(source: Path) -> Path:
    """Every paper of the year as DOCX."""
    result = without_office("semua", "--source", source, "--output", source.parent)
    # Without LibreOffice there is no PDF; what is said of the data has no error.
    assert result.returncode == ExitCode.PROGRAM_HILANG, result.stderr
    assert "kesalahan" not in result.stderr
    return source.parent / "2026"


def lines(path: Path) -> list[str]:
    """The paragraphs, or cells, of every part of a DOCX or XLSX, line by line."""
    found: list[str] = []
    with zipfile.ZipFile(path) as package:
        for name in package.namelist():
            if name.endswith(".xml"):
                root = etree.fromstring(package.read(name))
                for block in root.iter("{*}p", "{*}si", "{*}is", "{*}title", "{*}subject"):
                    text = "".join(
                        "\n" if etree.QName(one).localname == "br" else one.text or ""
                        for one in block.iter("{*}t", "{*}br")
                    )
                    found += (text or block.text or "").replace("\u00a0", " ").splitlines()
    return [line.strip() for line in found if line.strip()]


def row_of(path: Path, name: str) -> list[str]:
    """The cells of the first table row in which a name stands."""
    with zipfile.ZipFile(path) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    for row in root.iter("{*}tr"):
        cells = ["".join(t.text or "" for t in cell.iter("{*}t")) for cell in row.iter("{*}tc")]
        if name in cells:
            return cells
    raise AssertionError(f"{name} stands in no row of {path.name}")


def test_the_decree_is_that_of_the_head_of_the_office(made: Path) -> None:
    told = lines(made / "keputusan" / "renaksi-asli.docx")
    for line in (
        "KEPUTUSAN KEPALA BADAN PUSAT STATISTIK",
        "KABUPATEN CONTOH",
        "KEPALA BADAN PUSAT STATISTIK KABUPATEN CONTOH,",
        "NAMA KEPALA",
    ):
        assert line in told, told


def test_the_copy_is_attested_by_the_unit_of_this_agency(made: Path) -> None:
    for decree in ("renaksi", "sk-tim"):
        told = lines(made / "keputusan" / f"{decree}-salinan.docx")
        at = told.index("Salinan sesuai dengan aslinya")
        assert told[at + 1 : at + 4] == [
            "SUBBAGIAN UMUM",
            "BADAN PUSAT STATISTIK",
            "KABUPATEN CONTOH",
        ]


def test_only_the_groups_of_this_agency_have_a_dash_for_nip(made: Path) -> None:
    team = made / "keputusan" / "sk-tim-asli.docx"
    assert row_of(team, "Nama Mitra")[2] == "-"
    assert row_of(team, "Nama Kepala")[2] == "197001011995031001"
    attendance = made / "rapat" / "R-01" / "daftar-hadir.docx"
    # NIP and rank share a cell there, in which one dash says that there is neither.
    assert row_of(attendance, "Nama Mitra")[2] == "-"
    assert row_of(attendance, "Nama Staf")[2] == ""


def test_the_invitation_is_of_this_office(made: Path) -> None:
    told = lines(made / "rapat" / "R-01" / "undangan.docx")
    for line in ("BADAN PUSAT STATISTIK", "Kepala Badan Pusat Statistik", "Nama Kepala"):
        assert line in told, told


def test_the_team_of_the_form_is_known_by_the_words_of_this_agency(made: Path) -> None:
    """Its decree is called Tim Pembangunan, not Tim Kerja."""
    form = made / "monev" / "2026-03" / "area-1.docx"
    told = lines(form)
    assert "BADAN PUSAT STATISTIK KABUPATEN CONTOH" in told
    assert "Nama Kepala" in told
    assert "NIP 198001012005011002" in told


def test_no_word_of_another_agency_stands_in_any_paper(made: Path) -> None:
    papers = [path for path in made.rglob("*") if path.suffix in (".docx", ".xlsx")]
    assert len(papers) > 20
    strange = {
        f"{path.name}: {line}"
        for path in papers
        for line in lines(path)
        if OF_KPU.search(line.replace(ANYONES, ""))
    }
    assert strange == set()


@pytest.mark.libreoffice
def test_the_files_for_jdih_bear_the_abbreviation_of_this_agency(
    source: Path, tmp_path: Path
) -> None:
    result = generate("jdih", "sk-tim", "--source", source, "--output", tmp_path)
    assert result.returncode == ExitCode.BERES, result.stderr
    folder = tmp_path / "2026" / "jdih"
    assert sorted(path.name for path in folder.iterdir()) == [
        "2026kep0008-abstrak.docx",
        "2026kep0008-abstrak.pdf",
        "2026kep0008.csv",
        "2026kep0008.json",
        "2026kep0008.pdf",
    ]
    with (folder / "2026kep0008.csv").open(encoding="utf-8-sig", newline="") as file:
        (record,) = csv.DictReader(file, delimiter=";")
    assert record["singkatan_jenis"] == "KEP"
    assert record["jenis"] == "Keputusan Kepala Badan Pusat Statistik Kabupaten Contoh"
    assert record["teu_badan"] == "Contoh (Kabupaten). Badan Pusat Statistik"


def test_without_its_file_nothing_is_made(source: Path, tmp_path: Path) -> None:
    alone = tmp_path / "zi-2026.xlsx"
    alone.write_bytes(source.read_bytes())
    result = without_office("keputusan", "--source", alone, "--output", tmp_path)
    assert result.returncode == ExitCode.TEMUAN
    (line,) = [line for line in result.stderr.splitlines() if "[WB-KATA]" in line]
    assert "zi-2026.xlsx › Instansi!B" in line
    assert "Berkas kata instansi “bps.toml” tidak ada." in line
    assert not (tmp_path / "2026").exists()
