"""`buku-kerja --impor`: tried without writing, its mapping kept, what it leaves with."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cases.edited import edited
from tests.cases.foreign import csv
from tests.e2e.conftest import generate_here
from zi_docs.errors import ExitCode
from zi_docs.workbook.reading.load import read_plan

OWN = "Bidang,Rumpun,Ukuran,Laku,Wujud,Kapan\nIV,k,i,1. Rapat 2. Reviu,b,TW II\n"
PAIRS = {
    "Bidang": "area",
    "Rumpun": "komponen",
    "Ukuran": "indikator",
    "Laku": "langkah_aksi",
    "Wujud": "bukti",
    "Kapan": "waktu",
}


def test_a_trial_shows_the_table_and_writes_nothing(tmp_path: Path) -> None:
    table = csv(tmp_path, "Area,Komponen,Indikator,Aksi,Bukti,Waktu\nI,k,i,l,b,Maret\n")
    before = sorted(tmp_path.iterdir())
    result = generate_here("buku-kerja", tmp_path / "baru.xlsx", "--impor", table, "--coba")
    assert result.returncode == ExitCode.BERES
    assert "Baris dibawa: 1; tanpa bulan pelaksanaan: 0." in result.stdout
    assert sorted(tmp_path.iterdir()) == before


def test_a_mapping_is_kept_and_used_again(tmp_path: Path) -> None:
    table, kept = csv(tmp_path, OWN), tmp_path / "peta.toml"
    pairs = [part for name, key in PAIRS.items() for part in ("--petakan", f"{name}={key}")]
    keep = ("--triwulan", "awal", "--pecah", "--simpan-pemetaan", kept)
    first = tmp_path / "satu.xlsx"
    result = generate_here("buku-kerja", first, "--impor", table, *pairs, *keep)
    assert (result.returncode, result.stdout) == (ExitCode.BERES, f"{first}\n")
    again = tmp_path / "dua.xlsx"
    result = generate_here("buku-kerja", again, "--impor", table, "--pemetaan", kept, "--json")
    assert result.returncode == ExitCode.BERES
    assert json.loads(result.stdout)["impor"]["baris"] == 2
    assert again.read_bytes() == first.read_bytes()
    office = {"Nama lembaga": "Lembaga", "Singkatan lembaga": "L", "Tingkat": "Kota",
              "Nama wilayah": "Contoh", "Tempat kedudukan": "Contoh", "Tahun": 2026}  # fmt: skip
    plan, _ = read_plan(edited(again, tmp_path / "isi.xlsx", office))
    assert plan is not None
    rows = [(row.langkah_aksi.plain, sorted(row.bulan)) for row in plan.activities]
    assert rows == [("Rapat", [4]), ("Reviu", [4])]


def test_what_cannot_be_taken_does_not_end_well(tmp_path: Path) -> None:
    book = tmp_path / "baru.xlsx"
    table = csv(tmp_path, "Area,Komponen,Indikator,Aksi,Bukti,Zeta\nI,k,i,l,b,√\n")
    result = generate_here("buku-kerja", book, "--impor", table)
    assert (result.returncode, book.exists()) == (ExitCode.SEBAGIAN, True)
    assert "“Zeta”" in result.stderr
    empty = csv(tmp_path, "", name="kosong.csv")
    result = generate_here("buku-kerja", tmp_path / "lain.xlsx", "--impor", empty)
    assert (result.returncode, (tmp_path / "lain.xlsx").exists()) == (ExitCode.TEMUAN, False)


def test_options_of_the_import_without_a_table(tmp_path: Path) -> None:
    book = tmp_path / "baru.xlsx"
    assert generate_here("buku-kerja", book, "--coba").returncode == ExitCode.SALAH_PERINTAH
    broken = tmp_path / "peta.toml"
    broken.write_text("[kolom\n", encoding="utf-8")
    result = generate_here("buku-kerja", book, "--impor", book, "--pemetaan", broken)
    assert result.returncode == ExitCode.TEMUAN
    assert "bukan TOML yang benar" in result.stderr
