"""The verbs `jadwal` and `nomor` as an office runs them, on a workbook of its own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from icalendar import Calendar

from tests.cases.bare_books import bare_workbook
from zi_docs.cli import cli
from zi_docs.errors import OutputError
from zi_docs.text import RichText
from zi_docs.workbook.reading.load import read_plan


def row(key: str, step: str, *months: int) -> dict[str, Any]:
    marks: dict[str, Any] = {f"bulan_{month}": True for month in months}
    return marks | {
        "id": key,
        "area": "I MANAJEMEN PERUBAHAN",
        "komponen": RichText.of("Tim kerja"),
        "indikator": RichText.of("Indikator"),
        "langkah_aksi": RichText.of(step),
        "bukti": RichText.of("Notula"),
        "target": "100%",
    }


ROWS: dict[str, list[dict[str, Any]]] = {
    "instansi": [
        {
            "lembaga": "Komisi Pemilihan Umum",
            "singkatan": "KPU",
            "tingkat": "Kabupaten",
            "wilayah": "Contoh",
            "kedudukan": "Kota Contoh",
            "tahun": 2026,
            "kode_satker": "1504",
            "rapat_klasifikasi": "PW.02",
            "rapat_pimpinan": "KETUA",
            "rapat_undangan": "Komisioner",
        }
    ],
    "pejabat": [
        {"id": "KETUA", "jabatan": "Ketua", "kelompok": "Komisioner", "atas_nama": "Lembaga"}
    ],
    "rencana_aksi": [row("RA-001", "Rapat evaluasi Zona Integritas per triwulan", 4, 10)],
    "nomor": [{"jenis": "Undangan", "nomor": 6, "tanggal": date(2026, 2, 2)}],
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sumber") / "zi-2026.xlsx"
    path.write_bytes(bare_workbook(ROWS))
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def test_from_the_plan_to_meetings_to_a_numbered_invitation(source: Path, tmp_path: Path) -> None:
    before = source.read_bytes()
    scheduled, calendar = tmp_path / "jadwal.xlsx", tmp_path / "zi.ics"
    told = run("jadwal", "--source", source, "--tulis", scheduled, "--ics", calendar)
    assert told.exit_code == 0, told.output
    assert "R-01  Kamis, 16 April 2026\n" in told.stdout
    assert "Rapat Evaluasi Pembangunan Zona Integritas Triwulan III Tahun 2026" in told.stdout
    assert len(Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")) == 2

    again = run("jadwal", "--source", scheduled, "--json")
    assert json.loads(again.stdout)["proposals"] == []

    offered = run("nomor", "--source", scheduled, "--untuk", "R-02")
    assert offered.stdout == "Undangan R-02: 7/PW.02-Und/1504/2026\n"
    numbered = tmp_path / "bernomor.xlsx"
    run("nomor", "--source", scheduled, "--untuk", "R-02", "--tulis", numbered)
    plan, findings = read_plan(numbered)
    assert plan is not None
    assert findings == []
    assert [meeting.nomor for meeting in plan.meetings] == ["", "7/PW.02-Und/1504/2026"]
    assert [(given.nomor, given.dokumen) for given in plan.numbers] == [(6, ""), (7, "R-02")]

    twice = run("nomor", "--source", numbered, "--untuk", "R-02", "--tulis", tmp_path / "x.xlsx")
    assert twice.exit_code == 1
    assert "sudah tercatat" in twice.stderr
    assert source.read_bytes() == before


def test_the_calendar_goes_on_from_the_one_that_stands_there(source: Path, tmp_path: Path) -> None:
    """A meeting that the plan asks for no longer is cancelled there, not forgotten."""
    calendar = tmp_path / "zi.ics"
    assert run("jadwal", "--source", source, "--ics", calendar).exit_code == 0
    before = calendar.read_bytes()
    assert run("jadwal", "--source", source, "--ics", calendar).exit_code == 0
    assert calendar.read_bytes() == before
    later = run("jadwal", "--source", source, "--mulai", "2026-06-01", "--ics", calendar)
    assert later.exit_code == 0, later.output
    states = [
        str(e.get("STATUS")) for e in Calendar.from_ical(calendar.read_bytes()).walk("VEVENT")
    ]
    assert states == ["None", "CANCELLED"]


def test_a_file_that_is_no_calendar_of_the_program_stays(source: Path, tmp_path: Path) -> None:
    calendar = tmp_path / "zi.ics"
    calendar.write_text("catatan")
    refused = run("jadwal", "--source", source, "--ics", calendar)
    assert isinstance(refused.exception, OutputError)
    assert "sudah ada dan tidak akan ditimpa" in str(refused.exception)
    assert calendar.read_text() == "catatan"


def test_a_number_of_december_is_looked_up_in_last_years_register(tmp_path: Path) -> None:
    """The first invitation of 2026 goes out in 2025, whose register is elsewhere."""
    meeting = {"id": "R-01", "acara": "Rapat awal tahun", "tanggal": date(2026, 1, 5),
               "tanggal_surat": date(2025, 12, 29), "klasifikasi": "PW.02"}  # fmt: skip
    path = tmp_path / "zi-2026.xlsx"
    path.write_bytes(bare_workbook(ROWS | {"rapat": [meeting]}))
    offered = run("nomor", "--source", path, "--untuk", "R-01")
    assert offered.stdout == "Undangan R-01: 1/PW.02-Und/1504/2025\n"
    assert "buku nomor tahun itu ada di buku kerja tahun 2025" in offered.stderr


def test_the_register_is_shown_by_kind(source: Path) -> None:
    shown = run("nomor", "--source", source, "--jenis", "undangan")
    assert shown.stdout == (
        "Undangan 2026\n     6  6  2 Februari 2026    Nomor!B4\n  nomor berikutnya: 7\n"
    )
    assert run("nomor", "--source", source, "--jenis", "Undangn").exit_code == 1
    assert "NO-JENIS" in run("nomor", "--source", source, "--jenis", "Undangn").stderr


def test_no_file_is_written_over_and_nothing_for_nobody(source: Path) -> None:
    over = run("jadwal", "--source", source, "--tulis", source)
    assert over.exit_code != 0
    assert run("nomor", "--source", source, "--tulis", "x.xlsx").exit_code == 2
    assert run("nomor", "--source", source, "--untuk", "R-99").exit_code == 1
