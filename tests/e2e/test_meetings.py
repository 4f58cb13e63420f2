"""The papers of meetings, from a small workbook to the pages that go round the table."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.cases.bare_books import bare_workbook
from tests.cases.golden import same_picture
from tests.cases.pdf import page_size, page_texts, text_boxes
from tests.cases.pdf_facts import inspect
from tests.e2e.conftest import generate_here as generate
from tests.e2e.conftest import papers
from zi_docs.text import RichText

pytestmark = [pytest.mark.libreoffice]

Values = dict[str, Any]
OFFICE: Values = {
    "lembaga": "Komisi Pemilihan Umum",
    "singkatan": "KPU",
    "tingkat": "Kabupaten",
    "wilayah": "Contoh",
    "kedudukan": "Kota Contoh",
    "tahun": 2026,
    "alamat": "Jalan Contoh Nomor 1",
}
PEOPLE: list[Values] = [
    {"id": "KETUA", "nama": "Nama Ketua", "jabatan": "Ketua", "kelompok": "Komisioner"},
    {"id": "ANGGOTA", "jabatan": "Anggota", "kelompok": "Komisioner"},
    {"id": "SEK", "nama": "Nama Sek", "jabatan": "Sekretaris", "kelompok": "Sekretariat"},
    {
        "id": "STAF",
        "nama": "Nama Staf, S.H.",
        "nip": "197001012000031001",
        "pangkat": "Penata (III/c)",
        "jabatan": "Pelaksana",
        "kelompok": "Sekretariat",
    },
]
FEW: Values = {
    "id": "R-01",
    "acara": "Rapat Evaluasi Triwulan I",
    "tanggal": date(2026, 3, 31),
    "mulai": time(9),
    "tempat": "Ruang Rapat",
    "pimpinan": "KETUA",
    "notulis": "STAF",
    "undangan": ("SEK", "STAF"),
    "nomor": "12/PW.02-Und/1504/2026",
    "tanggal_surat": date(2026, 3, 26),
    "tembusan": "KPU Provinsi\nArsip",
}
MANY: Values = {
    "id": "R-02",
    "acara": "Sosialisasi {{ sandi }} ${x} & <b>Zona</b>",
    "tanggal": date(2026, 4, 15),
    "mulai": time(13, 30),
    "selesai": time(16),
    "pimpinan": "SEK",
    "notulis": "STAF",
    "undangan": ("Komisioner", "SEK", "STAF", *(f"P-{n}" for n in range(1, 13))),
    "pembahasan": RichText.of("Dibahas {{ pula }}."),
    "tindak_lanjut": RichText.of("Menyusun laporan | Sekretaris | 30 April 2026"),
}


def workbook(folder: Path, *meetings: Values, logo: str = "logo.png") -> Path:
    """A workbook with these meetings and a logo beside it."""
    Image.new("RGB", (60, 60), "red").save(folder / "logo.png")
    guests = [{"id": f"P-{n}", "jabatan": f"Tamu {n}"} for n in range(1, 13)]
    step = {
        "id": "RA-001",
        "area": "I MANAJEMEN PERUBAHAN",
        **{key: RichText.of(key) for key in ("komponen", "indikator", "langkah_aksi", "bukti")},
        "bulan_1": True,
        "target": "100%",
    }
    rows = {
        "instansi": [OFFICE],
        "tata_letak": [{"logo": logo}],
        "pejabat": PEOPLE,
        "peserta": guests,
        "rencana_aksi": [step],
        "rapat": meetings,
    }
    path = folder / "zi.xlsx"
    path.write_bytes(bare_workbook(rows))
    return path


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the year after `rapat` and `undangan R-01 --perorangan`."""
    folder = tmp_path_factory.mktemp("rapat")
    source = workbook(folder, FEW, MANY)
    photos = folder / "rapat" / "R-02"
    photos.mkdir(parents=True)
    Image.new("RGB", (800, 600), "blue").save(photos / "01-sambutan.jpg")
    for verb in (("rapat",), ("undangan", "r-01", "--perorangan")):
        result = generate(*verb, "--source", source, "--output", folder / "hasil")
        assert result.returncode == 0, result.stderr
    return folder / "hasil" / "2026"


def in_order(text: str, *words: str) -> None:
    position = 0
    for word in words:
        found = text.find(word, position)
        assert found >= 0, (word, text)
        position = found + len(word)


def left_edge(pdf: Path, page: int, words: str) -> float:
    """Where the first stretch of text that begins so stands, in mm from the left edge."""
    return next(left for text, left, *_ in text_boxes(pdf, page) if text.strip().startswith(words))


def test_the_files_are_there_and_no_others(made: Path) -> None:
    kinds = ("daftar-hadir", "dokumentasi", "laporan", "notula", "undangan")
    expected = {f"rapat/{m}/{kind}.{end}" for m in ("R-01", "R-02") for kind in kinds
                for end in ("docx", "pdf")}  # fmt: skip
    expected |= {f"rapat/R-01/perorangan/undangan-{n:02d}.{end}" for n in (1, 2)
                 for end in ("docx", "pdf")}  # fmt: skip
    expected |= {f"bundel/{name}.pdf" for name in ("rapat-R-01", "rapat-R-02", "undangan-R-01")}
    assert papers(made) == sorted(expected)


def test_an_invitation_reads_as_a_letter_does(made: Path) -> None:
    pdf = made / "rapat/R-01/undangan.pdf"
    (text,) = page_texts(pdf)
    in_order(
        text,
        "KOMISI PEMILIHAN UMUM",
        "KABUPATEN CONTOH",
        "Jalan Contoh Nomor 1",
        "Nomor",
        "12/PW.02-Und/1504/2026",
        "Kota Contoh, 26 Maret 2026",
        "Yth.",
        "Sekretaris KPU Kabupaten Contoh",
        "Pelaksana KPU Kabupaten Contoh",
        "Selasa, 31 Maret 2026",
        "09.00 WIB s.d. selesai",
        "Ruang Rapat",
        "Rapat Evaluasi Triwulan I",
        "Ketua Komisi Pemilihan Umum",
        "Nama Ketua",
        "Tembusan:",
        "Arsip",
    )
    assert page_size(pdf, 1) == (210, 297)
    # The colons of the reference lines stand in one column.
    colons = {round(left, 1) for t, left, top, *_ in text_boxes(pdf, 1)
              if t.strip() == ":" and top < 80}  # fmt: skip
    assert len(colons) == 1


def test_many_addressees_are_listed_on_a_page_of_their_own(made: Path) -> None:
    letter, annex = page_texts(made / "rapat/R-02/undangan.pdf")
    assert "(daftar terlampir)" in letter
    assert "13.30 s.d. 16.00 WIB" in letter
    in_order(annex, "Lampiran Surat Undangan", "DAFTAR UNDANGAN", "Nama Ketua", "Tamu 12")
    assert "Sekretaris KPU" not in annex


def test_each_of_the_invited_has_a_letter(made: Path) -> None:
    # To print on both sides: each on a sheet of its own.
    first, back, second = page_texts(made / "bundel/undangan-R-01.pdf")
    assert not back
    pages = (first, second)
    for text, own, other in zip(pages, ("Sekretaris", "Pelaksana"), ("Pelaksana", "Sekretaris"),
                                strict=True):  # fmt: skip
        assert f"{own} KPU Kabupaten Contoh" in text
        assert f"{other} KPU Kabupaten Contoh" not in text


def test_signature_cells_zigzag_and_the_head_is_on_every_page(made: Path) -> None:
    pdf = made / "rapat/R-02/daftar-hadir.pdf"
    pages = page_texts(pdf)
    assert len(pages) == 2
    assert all("Tanda Tangan" in text for text in pages)
    odd, even = left_edge(pdf, 1, "1."), left_edge(pdf, 1, "2.")
    assert 13 < even - odd < 18
    assert left_edge(pdf, 1, "3.") == pytest.approx(odd, abs=0.2)
    # Sixteen invited and ten blank rows; the chair's signature is not alone on its page.
    assert "26." in pages[1]
    in_order(pages[1], "26", "Narasumber,")


def test_a_commissioner_has_a_dash_for_nip_and_rank(made: Path) -> None:
    text = page_texts(made / "rapat/R-02/daftar-hadir.pdf")[0]
    # One dash in the cell of both.
    in_order(text, "Nama Ketua", "-", "Ketua")
    assert "197001012000031001" in text


def test_minutes_wait_for_what_was_said(made: Path) -> None:
    blank = "".join(page_texts(made / "rapat/R-01/notula.pdf"))
    in_order(blank, "NOTULA", "Susunan Acara", "Pembahasan", "Kesimpulan", "Tindak Lanjut",
             "Notulis,", "Nama Staf, S.H.")  # fmt: skip
    held = "".join(page_texts(made / "rapat/R-02/notula.pdf"))
    in_order(held, "Sosialisasi {{ sandi }} ${x} & <b>Zona</b>", "Dibahas {{ pula }}.",
             "Menyusun laporan", "Sekretaris", "30 April 2026")  # fmt: skip


def test_a_report_without_results_is_a_draft(made: Path) -> None:
    for name, draft in (("R-01", True), ("R-02", False)):
        for text in page_texts(made / f"rapat/{name}/laporan.pdf"):
            assert ("KONSEP" in text) is draft


def test_photos_are_placed_and_captioned(made: Path) -> None:
    text = page_texts(made / "rapat/R-02/dokumentasi.pdf")[0]
    in_order(text, "DOKUMENTASI", "Foto 1. Sambutan")
    assert "Foto 2" not in text


@pytest.mark.parametrize(
    ("paper", "page"), [("R-01/undangan", 1), ("R-02/daftar-hadir", 2), ("R-01/notula", 1)]
)
def test_pages_look_as_they_did(made: Path, paper: str, page: int) -> None:
    name = f"rapat-{paper.replace('/', '-')}-{page}.png".lower()
    template = f"{Path(paper).name}.docx"
    same_picture(name, made / "rapat" / f"{paper}.pdf", page, template)


def test_nothing_runs_over_the_margins(made: Path) -> None:
    for pdf in (made / "rapat").rglob("*.pdf"):
        width, height = page_size(pdf, 1)
        for page in range(1, len(page_texts(pdf)) + 1):
            for text, left, top, right, bottom in text_boxes(pdf, page):
                assert left >= 24.5, (pdf, text)
                assert right <= width - 19.5, (pdf, text)
                # Only the number of the page stands lower, in the margin.
                assert bottom <= height - 19 or top > height - 19, (pdf, text)


def test_the_bundle_holds_the_set_in_order(made: Path) -> None:
    facts = inspect((made / "bundel/rapat-R-01.pdf").read_bytes())
    assert [entry.title for entry in facts.outline if entry.depth == 0] == [
        "Undangan",
        "Daftar Hadir",
        "Notula",
        "Dokumentasi",
        "Laporan Singkat",
    ]


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        ({"pimpinan": "TIADA"}, "Rapat!G5: kesalahan: “TIADA” tidak ada di lembar Pejabat"),
        ({"tanggal": None}, "Rapat!C5: kesalahan: Kolom Tanggal wajib diisi"),
        ({"selesai": time(12)}, "Rapat!E5: kesalahan: Rapat R-02 selesai pukul 12.00"),
        ({"undangan": ("Eksternal",)}, "Rapat!I5: kesalahan: Kelompok “Eksternal”"),
    ],
)
def test_a_faulty_meeting_is_told_and_the_others_are_made(
    tmp_path: Path, fault: Values, told: str
) -> None:
    source = workbook(tmp_path, FEW, MANY | fault)
    result = generate("undangan", "--source", source, "--output", tmp_path / "hasil")
    assert told in result.stderr
    assert {path.parent.name for path in (tmp_path / "hasil").rglob("*.docx")} == {"R-01"}
    assert result.returncode == 7


def test_a_meeting_asked_for_by_its_id_does_not_suffer_from_another(tmp_path: Path) -> None:
    source = workbook(tmp_path, FEW, MANY | {"selesai": time(12)})
    good = generate("undangan", "R-01", "--source", source, "--output", tmp_path / "hasil")
    assert good.returncode == 0
    bad = generate("undangan", "R-02", "--source", source, "--output", tmp_path / "hasil")
    absent = generate("undangan", "R-99", "--source", source, "--output", tmp_path / "hasil")
    assert (bad.returncode, absent.returncode) == (1, 1)
    assert "Rapat R-99 tidak ada" in absent.stderr


def test_a_photo_that_is_none_is_told_and_the_papers_are_made(tmp_path: Path) -> None:
    source = workbook(tmp_path, FEW)
    folder = tmp_path / "rapat" / "R-01"
    folder.mkdir(parents=True)
    (folder / "foto.jpg").write_text("bukan foto")
    result = generate("rapat", "--source", source, "--output", tmp_path / "hasil")
    assert f"{folder / 'foto.jpg'}: kesalahan: Berkas ini bukan gambar" in result.stderr
    assert result.returncode == 7
    assert (tmp_path / "hasil/2026/rapat/R-01/dokumentasi.pdf").is_file()


def test_a_logo_that_is_missing_is_told_with_its_cell(tmp_path: Path) -> None:
    source = workbook(tmp_path, FEW, logo="tiada.png")
    result = generate("undangan", "--source", source, "--output", tmp_path / "hasil")
    assert result.returncode == 1
    assert "Berkas logo “tiada.png” tidak ada" in result.stderr
