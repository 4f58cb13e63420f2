"""The berita acara of a pleno: what it says, what it never invents, which decree names it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from tests.cases.meetings import meeting, year
from tests.cases.plans import decree, plan, rich, with_decree
from tests.cases.products import named, names, products
from tests.cases.word_files import rendered
from tests.cases.workshops import make
from zi_docs.model import Consideration, Meeting, Part
from zi_docs.papers.document import UNNAMED
from zi_docs.papers.konsiderans import considerations
from zi_docs.product import Family, Product
from zi_docs.text import BLANK, Flow


def pleno(**changes: object) -> Meeting:
    filled = meeting(
        jenis="Pleno",
        acara="Penetapan Rencana Aksi di Lingkungan KPU Kabupaten Contoh Tahun 2026",
        tanggal=date(2026, 1, 22),
        hadir=("SEK", "Komisioner"),
        kesimpulan=rich("Menyetujui rencana aksi.\nMenugaskan Sekretaris melaksanakannya."),
        keputusan="renaksi",
        nomor_ba="1/PL.02-BA/1504/2026",
    )
    return replace(filled, **changes)  # type: ignore[arg-type]


def berita_acara(of: Meeting) -> Product:
    return named(products(year(of), Family.MEETING), "/berita-acara")


def lines(flow: object) -> list[tuple[str, str]]:
    assert isinstance(flow, Flow)
    return [(paragraph.style, paragraph.text.plain) for paragraph in flow.paragraphs]


def waiting(product: Product) -> list[tuple[str, bool]]:
    return [(lack.what, lack.draft) for lack in product.lacks]


def test_an_ordinary_meeting_has_none() -> None:
    assert not [p for p in products(year(meeting()), Family.MEETING) if p.kind == "berita-acara"]


def test_it_stands_in_the_bundle_of_its_meeting() -> None:
    made = products(year(pleno()), Family.MEETING)
    assert "rapat/R-01/berita-acara" in names(made)
    assert "rapat/R-01/berita-acara" in named(made, "bundel/rapat-R-01").needs


def test_a_whole_one_says_when_who_and_what() -> None:
    product = berita_acara(pleno())
    content = product.inputs().content
    assert (waiting(product), product.draft) == ([], False)
    assert content["nomor"] == "1/PL.02-BA/1504/2026"
    assert content["judul"] == (
        "PENETAPAN RENCANA AKSI DI LINGKUNGAN KPU KABUPATEN CONTOH TAHUN 2026"
    )
    assert content["hari"] == (
        "Kamis, tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh enam"
    )
    assert lines(content["keputusan"]) == [
        ("Butir Angka", "Menyetujui rencana aksi."),
        ("Butir Angka", "Menugaskan Sekretaris melaksanakannya."),
    ]
    assert (content["tempat"], content["tanggal"]) == ("Kota Contoh", "22 Januari 2026")


@pytest.mark.parametrize(
    ("acara", "matter"),
    [
        ("Rapat Pembahasan Kebutuhan Pelatihan", "Pembahasan Kebutuhan Pelatihan"),
        ("Rapat Pleno tentang penetapan tim", "Penetapan tim"),
        ("Rapat Pleno Terbuka Rekapitulasi Suara", "Rekapitulasi Suara"),
        ("Penetapan Hasil Rapat Koordinasi", "Penetapan Hasil Rapat Koordinasi"),
        ("Rapat", "Rapat"),
    ],
)
def test_the_word_for_the_meeting_is_said_once(acara: str, matter: str) -> None:
    """`Rapat Pleno tentang Rapat Pembahasan ...` was printed."""
    content = berita_acara(pleno(acara=acara)).inputs().content
    assert (content["acara"], content["judul"]) == (matter, matter.upper())


def test_the_chair_stands_first_then_those_present_as_written() -> None:
    rows = berita_acara(pleno()).inputs().content["hadir"]
    assert [(r["nomor"], r["nama"], r["jabatan"]) for r in rows] == [  # type: ignore[attr-defined]
        ("1", "Nama Ketua", "Ketua"),
        ("2", "", "Sekretaris"),
        ("3", "Nama Satu", "Anggota"),
        ("4", "Nama Dua", "Anggota"),
    ]


def test_a_commissioner_signs_without_nip() -> None:
    chair = berita_acara(pleno()).inputs().content["pimpinan"]
    assert (chair["nama"], chair["nip"]) == ("Nama Ketua", "")  # type: ignore[index]


def test_the_invited_are_not_taken_for_present() -> None:
    """Until somebody enters who came there are blank rows, and the paper is marked KONSEP."""
    product = berita_acara(pleno(hadir=(), undangan=("Komisioner",)))
    rows = product.inputs().content["hadir"]
    assert [row["nama"] + row["jabatan"] for row in rows] == [""] * 10  # type: ignore[attr-defined]
    assert waiting(product) == [("yang hadir dalam pleno", True)]


def test_decisions_not_entered_are_lines_to_write_on() -> None:
    product = berita_acara(pleno(kesimpulan=rich("")))
    assert lines(product.inputs().content["keputusan"]) == [("Garis Tulis", "")] * 6
    assert waiting(product) == [("keputusan pleno", True)]


def test_number_and_place_not_given_are_room_to_write_and_no_draft() -> None:
    product = berita_acara(pleno(nomor_ba="", tempat=""))
    content = product.inputs().content
    assert (content["nomor"], content["tempat_rapat"]) == (BLANK * 3, UNNAMED)
    assert waiting(product) == [("nomor berita acara", False)]


def noted(of: Meeting, *own: str) -> list[str]:
    """The lines under Memperhatikan of the decree `renaksi`, `own` among them in the workbook."""
    items = (
        *decree().considerations,
        *(Consideration(Part.NOTING, rich(words)) for words in own),
    )
    base = replace(with_decree(plan(), considerations=items), meetings=(of,))
    parts = considerations(base, base.decrees[0])
    return [
        text
        for part in parts
        if part["label"] == "Memperhatikan"
        for _, text in lines(part["butir"])
    ]


CITED = (
    "Berita Acara Rapat Pleno Komisi Pemilihan Umum Kabupaten Contoh Nomor 1/PL.02-BA/1504/2026 "
    "tanggal 22 Januari 2026 tentang Penetapan Rencana Aksi di Lingkungan KPU Kabupaten Contoh "
    "Tahun 2026;"
)


def test_the_decree_names_the_pleno_that_decided_it_after_its_own_items() -> None:
    assert noted(pleno()) == [CITED]
    assert noted(pleno(), "Surat Edaran") == ["Surat Edaran;", CITED]


def test_a_decree_names_no_other_meeting() -> None:
    assert noted(pleno(nomor_ba="")) == []
    assert noted(pleno(jenis="Rapat")) == []
    assert noted(pleno(keputusan="sk-tim")) == []


def test_the_word_file_says_it_in_one_sentence(tmp_path: Path) -> None:
    built = make([berita_acara(pleno())], None, tmp_path / "tahun")
    (path,) = (file for file in built.files if file.suffix == ".docx")
    texts = [p.text.replace("\u00a0", " ") for p in Document(BytesIO(path.read_bytes())).paragraphs]
    assert (
        "Pada hari ini Kamis, tanggal dua puluh dua bulan Januari tahun dua ribu dua puluh enam, "
        "bertempat di Ruang Rapat, Komisi Pemilihan Umum Kabupaten Contoh telah melaksanakan Rapat "
        "Pleno tentang Penetapan Rencana Aksi di Lingkungan KPU Kabupaten Contoh Tahun 2026 yang "
        "dihadiri oleh:"
    ) in texts
    assert "NOMOR 1/PL.02-BA/1504/2026" in texts


def test_place_and_date_stand_in_the_column_of_the_signer() -> None:
    """Beside it, they stood 2 mm off on any paper but A4."""
    product = berita_acara(pleno())
    cell = Document(BytesIO(rendered(product))).tables[-1].rows[-1].cells[1]
    texts = [paragraph.text.replace("\u00a0", " ") for paragraph in cell.paragraphs]
    assert texts[:2] == ["Kota Contoh, 22 Januari 2026", "Ketua Komisi Pemilihan Umum"]
