"""The verb `lke` as an office runs it: the score, proposed codes, rows to take over."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result

from zi_docs.cli import cli
from zi_docs.text import RichText
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.author import write_workbook

AREA = "V PENGUATAN PENGAWASAN"


def row(key: str, indicator: str, lke: str, *months: int) -> dict[str, Any]:
    marks: dict[str, Any] = {f"bulan_{month}": True for month in months}
    texts = {"komponen": "Pengaduan", "langkah_aksi": "Langkah", "bukti": "Laporan"}
    rich = {name: RichText.of(text) for name, text in texts.items()}
    own = {"id": key, "area": AREA, "indikator": RichText.of(indicator), "target": "100%"}
    return marks | rich | own | ({"lke": lke} if lke else {})


ROWS: dict[str, list[dict[str, Any]]] = {
    "instansi": [
        {
            "lembaga": "Komisi Pemilihan Umum",
            "singkatan": "KPU",
            "tingkat": "Kabupaten",
            "wilayah": "Contoh",
            "kedudukan": "Kota Contoh",
            "tahun": 2026,
        }
    ],
    "rencana_aksi": [
        row("RA-001", "Evaluasi penanganan pengaduan masyarakat", "PPE3C", 4, 8, 12),
        row("RA-002", "Kampanye pengendalian gratifikasi", "", 1),
    ],
    "realisasi": [{"baris": "RA-001", "bulan": 4, "persen": 100}],
}


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sumber") / "zi-2026.xlsx"
    path.write_bytes(write_workbook(ROWS, date(2026, 1, 1)))
    return path


def run(source: Path, *options: object) -> Result:
    return CliRunner().invoke(cli, ["lke", "--source", str(source), *map(str, options)])


def codes(path: Path) -> dict[str, str]:
    plan, _ = read_plan(path)
    assert plan is not None
    return {row.id: row.lke for row in plan.activities}


def test_the_sentence_to_read_first_stands_first(source: Path) -> None:
    result = run(source)
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0].startswith("Bila seluruh rencana aksi ini dilaksanakan dengan sempurna")
    assert "bukan penilaian" in lines[1]
    assert "90 Tahun 2021" in lines[1]
    assert lines[2].startswith("1 baris belum berkode LKE")
    # Complaints, evaluated regularly: 1.5 points, four questions.
    area_row = next(line.split() for line in lines if line.startswith("V "))
    assert area_row[1:5] == ["0,38", "0,00", "0,38", "15"]
    assert "bulan bertanda 4, 8, dan 12: berkala" in result.stdout
    assert "disebut berkala bila" in result.stdout
    # Once so far is not regular: half of it.
    assert (
        "realisasi yang dilaporkan: pengungkit 0,19; di antaranya yang bukti dukungnya ada: 0,00."
    ) in result.stdout
    area, item = (
        [line.split() for line in lines if line.startswith(start)] for start in ("V ", "PPE3C ")
    )
    assert area[1] == ["V", "0,38", "0,19", "0,00", "15"]
    assert item[0][4:8] == ["0,19", "terlaksana,", "belum", "berbukti"]


def test_as_json(source: Path) -> None:
    result = json.loads(run(source, "--json").stdout)
    scored = result["lke"]
    assert scored["levers"] == {"low": 0.375, "high": 0.375, "weight": 60.0}
    assert scored["earned"]["high"] == 0.1875
    earned = next(item for item in scored["earned"]["items"] if item["code"] == "PPE3C")
    assert (earned["state"], earned["answer"]) == ("realised", "Tidak berkala")
    assert (earned["high"], earned["evidenced"]["high"]) == (0.1875, 0.0)
    assert [a["high"] for a in scored["earned"]["areas"]] == [0.0, 0.0, 0.0, 0.0, 0.1875, 0.0]
    assert scored["judgement"] is False
    item = next(item for item in scored["items"] if item["code"] == "PPE3C")
    assert (item["state"], item["rows"], item["answer"]) == ("proved", ["RA-001"], "Berkala")
    assert len(scored["offers"]) == 109
    assert scored["capped"] == []
    assert scored["predicates"]["WBK"]["reach"] == "no"


def test_evidence_in_its_folder_is_told_apart_from_what_was_only_reported(
    source: Path, tmp_path: Path
) -> None:
    proof = tmp_path / "2026" / "bukti" / "RA-001 laporan" / "laporan.pdf"
    proof.parent.mkdir(parents=True)
    proof.write_bytes(b"%PDF-1.7 laporan")
    earned = json.loads(run(source, "--json", "--output", tmp_path).stdout)["lke"]["earned"]
    assert earned["evidenced"]["high"] == earned["high"] == 0.1875
    assert "evidenced" in {item["state"] for item in earned["items"]}


def test_proposals_fill_only_rows_without_a_code(source: Path, tmp_path: Path) -> None:
    new = tmp_path / "usul.xlsx"
    result = run(source, "--tulis", new)
    assert result.exit_code == 0
    assert "RA-002  PPE1A" in result.stdout
    assert "“kampanye”, “gratifikasi”" in result.stdout
    assert codes(new) == {"RA-001": "PPE3C", "RA-002": "PPE1A"}
    proposed = json.loads(run(source, "--usulkan", "--json").stdout)["proposals"]
    assert [(each["id"], each["codes"], each["current"]) for each in proposed] == [
        ("RA-001", ["PPE3C"], ["PPE3C"]),
        ("RA-002", ["PPE1A"], []),
    ]


def test_chosen_rows_are_added_and_no_file_is_written_over(source: Path, tmp_path: Path) -> None:
    new = tmp_path / "tambah.xlsx"
    assert run(source, "--tambah", new, "--butir", "PRE2A", "ppe3d").exit_code == 0
    assert codes(new) == {"RA-001": "PPE3C", "RA-003": "PPE3D", "RA-002": "", "RA-004": "PRE2A"}
    before = new.read_bytes()
    again = run(source, "--tambah", new)
    assert "sudah ada dan tidak akan ditimpa" in str(again.exception)
    assert new.read_bytes() == before


def test_wrong_codes_and_options_are_refused(source: Path, tmp_path: Path) -> None:
    new = tmp_path / "baru.xlsx"
    assert "PPEIC bukan kode butir. Mungkin maksud Anda: PPE1" in (
        run(source, "--tambah", new, "--butir", "PPEIC").output
    )
    assert "sudah dilayani" in run(source, "--tambah", new, "--butir", "PPE3C").output
    assert "memerlukan --tambah" in run(source, "--butir", "PPE3D").output
    assert "tidak dikenal" in run(source, "PPE3D").output
    assert not new.exists()


def test_the_answer_sheet_takes_evaluations_along(source: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "lke-1.xlsx", tmp_path / "lke-2.xlsx"
    output = ("--output", tmp_path / "output")
    assert run(source, "--lembar", first, *output).exit_code == 0
    book = openpyxl.load_workbook(first)
    page = book["LKE 2026"]
    line = next(cells for cells in page.iter_rows() if cells[0].value == "PPE3C")
    assert line[2].value == "B. Tidak berkala"
    page.cell(line[0].row, 8).value = "Lengkapi bulan Agustus"
    book.save(first)
    result = run(source, "--lembar", second, "--json", *output)
    assert json.loads(result.stdout)["carried"] == ["PPE3C"]
    page = openpyxl.load_workbook(second)["LKE 2026"]
    line = next(cells for cells in page.iter_rows() if cells[0].value == "PPE3C")
    assert line[7].value == "Lengkapi bulan Agustus"
    third = tmp_path / "lke-3.xlsx"
    assert run(source, "--lembar", third, "--dari", source, *output).exit_code == 1
    assert not third.exists()


def test_notes_become_follow_ups_of_a_new_workbook(source: Path, tmp_path: Path) -> None:
    """An evaluator fills the sheet; the office records the notes, once, and `status` shows them."""
    book = tmp_path / "zi-2026.xlsx"
    book.write_bytes(source.read_bytes())
    sheet = tmp_path / "lke-2026.xlsx"
    assert run(book, "--lembar", sheet).exit_code == 0
    opened = openpyxl.load_workbook(sheet)
    page = opened.worksheets[0]
    (line,) = (cells for cells in page.iter_rows() if cells[0].value == "PPE3C")
    line[7].value = "Tindak lanjut pengaduan belum dilaporkan."
    opened.save(sheet)
    new = tmp_path / "catatan" / "zi-2026.xlsx"
    new.parent.mkdir()
    result = run(book, "--catat", new, "--tanggal", "3 Agustus 2026")
    assert result.exit_code == 0, result.output
    assert "1 catatan TPI dicatat" in result.stderr
    plan, _ = read_plan(new)
    assert plan is not None
    (record,) = plan.follow_ups
    assert (record.id, record.acuan, record.tanggal, record.uraian) == (
        "TL-001",
        "PPE3C, TPI unit",
        date(2026, 8, 3),
        "Tindak lanjut pengaduan belum dilaporkan.",
    )
    again = run(new, "--catat", tmp_path / "lagi.xlsx", "--dari", sheet, "--json")
    assert json.loads(again.stdout)["recorded"] == []
    assert not (tmp_path / "lagi.xlsx").exists()
    shown = CliRunner().invoke(
        cli, ["status", "--source", str(new), "--tanggal", "5 September 2026"]
    )
    assert "Evaluasi LKE (PPE3C, TPI unit) (belum ditindaklanjuti; RA-001)" in shown.stdout
    assert run(book, "--catat", book).exit_code != 0
    assert run(book, "--tanggal", "3 Agustus 2026").exit_code == 2
