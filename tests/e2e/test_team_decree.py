"""The starting texts of the team decrees, from a new workbook to the pages."""

from __future__ import annotations

import subprocess
from datetime import date
from pathlib import Path

import pytest

from tests.cases.bare_books import bare_workbook
from tests.cases.pdf import letters, page_size, page_texts, text_boxes
from tests.cases.pdf_facts import inspect
from tests.e2e.conftest import generate_here as generate
from zi_docs.text import RichText
from zi_docs.workbook.writing.starters import starting_rows

pytestmark = [pytest.mark.libreoffice]

NAMED = "sk-upg"
DRAFT = "sk-tim-kerja"
TABLE_HEAD = letters("NO NAMA NIP JABATAN KEDUDUKAN DALAM TIM")
OFFICE = {
    "lembaga": "Komisi Pemilihan Umum",
    "singkatan": "KPU",
    "tingkat": "Kabupaten",
    "wilayah": "Contoh",
    "kedudukan": "Contoh",
    "jdih": "jdih.example.id/contoh",
    "tahun": 2026,
}
WORDS = RichText.of("contoh")
ACTIVITY = {
    "id": "RA-001",
    "area": "I MANAJEMEN PERUBAHAN",
    **dict.fromkeys(("komponen", "indikator", "langkah_aksi", "bukti"), WORDS),
    "bulan_1": True,
    "target": "100%",
}
# Placeholders, as no name is known: the decree on gratification is whole with them.
KEPALA = {"id": "KSB", "jabatan": "Kepala Subbagian Contoh", "nama": "Nama Kasubbag", "nip": "-"}


def workbook(path: Path) -> Path:
    rows = {key: [dict(row) for row in sheet] for key, sheet in starting_rows().items()}
    rows |= {"instansi": [OFFICE], "rencana_aksi": [ACTIVITY]}
    for official in rows["pejabat"]:
        official |= {"nama": f"Nama {official['id']}", "nip": "-"}
    people = [{**KEPALA, "id": f"ORANG-{n}", "nama": f"Nama Orang {n}"} for n in range(1, 6)]
    rows["pejabat"] += [KEPALA, *people]
    waiting = iter(people)
    for seat in rows["tim"]:
        if seat["keputusan"] == NAMED and not seat.get("pejabat"):
            seat["pejabat"] = next(waiting)["id"]
    for regulation in rows["peraturan"]:
        if regulation["id"] == "PKPU-15-2015":
            regulation["tentang"] = "Judul yang Diisi Kantor Contoh"
    for decree in rows["keputusan"]:
        if decree["id"] == NAMED:
            decree |= {"nomor": "12", "tanggal": date(2026, 2, 2), "penyalin": "KSB"}
    path.write_bytes(bare_workbook(rows))
    return path


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[subprocess.CompletedProcess[str], Path]:
    folder = tmp_path_factory.mktemp("sk")
    source = workbook(folder / "baru.xlsx")
    result = generate("sk", "--source", source, "--output", folder)
    assert result.returncode == 0, result.stderr
    return result, folder / "2026"


@pytest.fixture(scope="module")
def made(run: tuple[subprocess.CompletedProcess[str], Path]) -> Path:
    return run[1]


def draft(made: Path) -> Path:
    return made / "keputusan" / f"{DRAFT}-asli.pdf"


def test_the_files_and_what_is_missing(
    run: tuple[subprocess.CompletedProcess[str], Path],
) -> None:
    result, made = run
    assert sorted(path.name for path in made.rglob("*.pdf")) == [
        "keputusan-sk-agen-perubahan.pdf",
        "keputusan-sk-benturan-kepentingan.pdf",
        "keputusan-sk-pengaduan.pdf",
        "keputusan-sk-spip.pdf",
        "keputusan-sk-tim-kerja.pdf",
        "keputusan-sk-upg.pdf",
        "keputusan-sk-wbs.pdf",
        "sk-agen-perubahan-asli.pdf",
        "sk-benturan-kepentingan-asli.pdf",
        "sk-pengaduan-asli.pdf",
        "sk-spip-asli.pdf",
        "sk-tim-kerja-asli.pdf",
        "sk-upg-asli.pdf",
        "sk-upg-salinan.pdf",
        "sk-wbs-asli.pdf",
    ]
    told = [line for line in result.stderr.splitlines() if "[TIM-NAMA]" in line]
    # Leaders and six groups of the work team, and the five other drafts.
    (line,) = told
    cells = line.split("Tim!")[1].split(":")[0]
    assert cells.count("D") == 12
    assert len(result.stderr.splitlines()) <= 10
    assert f"Keputusan {DRAFT} bertanda KONSEP" in result.stderr
    assert f"Keputusan {NAMED}" not in result.stderr


def test_a_draft_is_marked_on_every_page_and_only_a_draft(made: Path) -> None:
    assert all("KONSEP" in text for text in page_texts(draft(made)))
    for version in ("asli", "salinan"):
        whole = page_texts(made / "keputusan" / f"{NAMED}-{version}.pdf")
        assert not any("KONSEP" in text for text in whole)


def test_the_table_header_is_repeated_and_groups_stay_together(made: Path) -> None:
    tables = [
        page.partition("URAIAN TUGAS")[0]
        for page in page_texts(draft(made))
        if "Koordinator" in page
    ]
    assert len(tables) > 1
    for table in tables:
        assert TABLE_HEAD in letters(table)
        # A group's heading, its coordinator and its two members.
        assert table.count("Pokja ") == table.count("Koordinator")
        assert table.count("Pegawai Sekretariat") == 2 * table.count("Koordinator")


def test_the_closing_block_is_whole_and_not_alone(made: Path) -> None:
    for name, company in ((DRAFT, "menindaklanjutinya"), (NAMED, "pelaporan")):
        last = page_texts(made / "keputusan" / f"{name}-asli.pdf")[-1]
        for line in (company, "KETUA KOMISI PEMILIHAN UMUM", "KABUPATEN CONTOH,", "NAMA KETUA"):
            assert line in last


def test_nothing_runs_over_the_margins(made: Path) -> None:
    for page in range(1, len(page_texts(draft(made))) + 1):
        width, height = page_size(draft(made), page)
        for text, left, top, right, bottom in text_boxes(draft(made), page):
            assert left >= 24.5 and right <= width - 24.5, (page, text)
            assert top >= 10 and bottom <= height - 10, (page, text)


def test_the_copy_and_the_bundle(made: Path) -> None:
    copied = "\n".join(page_texts(made / "keputusan" / f"{NAMED}-salinan.pdf"))
    for line in ("SALINAN", "ttd.", "Salinan sesuai dengan aslinya", "Nama Kasubbag"):
        assert line in copied
    facts = inspect((made / "bundel" / f"keputusan-{NAMED}.pdf").read_bytes())
    assert [entry.title for entry in facts.outline if entry.depth == 0] == [
        "Lembar Paraf Koordinasi",
        "Keputusan",
    ]
