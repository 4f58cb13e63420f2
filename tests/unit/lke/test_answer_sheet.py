"""The answer sheet of the LKE: what the unit proposes, and what evaluators wrote and keep."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.cases.plans import activity, plan
from zi_docs.findings import Severity
from zi_docs.lke.answer_sheet import answer_workbook
from zi_docs.lke.earned import RowEvidence
from zi_docs.lke.former_answers import (
    earlier_sheets,
    read_evaluations,
    unrecorded_notes,
)
from zi_docs.model import FollowUpSource, Plan, Realisation, RecordedFollowUp
from zi_docs.text import RichText

AREA = "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK"
HEADER = 3


def year() -> Plan:
    survey = replace(
        activity("RA-001", AREA, "Survei", 6, 12),
        lke="PPF4A",
        langkah_aksi=RichText.of("Melaksanakan survei kepuasan"),
        bukti=RichText.of("- Laporan survei;\n- Kuesioner."),
    )
    standard = replace(activity("RA-002", AREA, "Standar", 2), lke="PPF1A")
    return replace(plan(), activities=(survey, standard))


def write(
    path: Path,
    of: Plan,
    evidence: Mapping[str, RowEvidence] | None = None,
    evaluations: Mapping[str, Mapping[str, str]] | None = None,
) -> Path:
    path.write_bytes(answer_workbook(of, evidence or {}, evaluations or {}))
    return path


def lines(path: Path) -> dict[str, dict[str, str | None]]:
    page = openpyxl.load_workbook(path).worksheets[0]
    names = [str(cell.value) for cell in page[HEADER]]
    rows = page.iter_rows(min_row=HEADER + 1, values_only=True)
    return {str(row[0]): dict(zip(names, row, strict=True)) for row in rows if row[0]}


def put(path: Path, code: str, column: str, value: object) -> None:
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    names = [cell.value for cell in page[HEADER]]
    row = next(cells[0].row for cells in page.iter_rows() if cells[0].value == code)
    page.cell(row, names.index(column) + 1).value = value
    book.save(path)


def test_a_line_for_each_question_and_result(tmp_path: Path) -> None:
    sheet = lines(write(tmp_path / "lke.xlsx", year()))
    assert len(sheet) == 113
    assert list(sheet)[:2] == ["PPA1A", "PPA1B"]
    assert list(sheet["HBA"])[-4:] == [
        "Jawaban TPI unit",
        "Catatan TPI unit",
        "Jawaban TPI inspektorat",
        "Catatan TPI inspektorat",
    ]


def test_what_the_plan_proves_is_answered_and_the_rest_is_left_to_choose(tmp_path: Path) -> None:
    links = {"ra-001": RowEvidence(("laporan.pdf",), ("https://contoh.id/skm",))}
    sheet = lines(write(tmp_path / "lke.xlsx", year(), links))
    survey, standard, nobody = sheet["PPF4A"], sheet["PPF1A"], sheet["PRE2A"]
    assert survey["Jawaban unit"] == "C. Dua kali setahun"
    assert survey["Narasi"] == (
        "Melaksanakan survei kepuasan. Direncanakan: Juni, Desember.\n"
        "Bukti dukungnya ada, tetapi realisasinya belum dilaporkan."
    )
    assert survey["Daftar bukti dukung"] == "Laporan survei\nKuesioner\nBerkas: laporan.pdf"
    assert survey["Tautan"] == "https://contoh.id/skm"
    assert standard["Jawaban unit"] is None
    assert "Pilihlah jawaban menurut buktinya: A. Semua jenis layanan" in str(standard["Narasi"])
    assert nobody["Narasi"] == "Belum ada baris rencana aksi yang melayani butir ini."


def test_each_answer_column_offers_the_items_own_options(tmp_path: Path) -> None:
    path = write(tmp_path / "lke.xlsx", year())
    book = openpyxl.load_workbook(path)
    page, lists = book.worksheets
    assert lists.sheet_state == "hidden"
    (row,) = (cells[0].row for cells in page.iter_rows() if cells[0].value == "PPF1A")
    offered = {}
    for rule in page.data_validations.dataValidation:
        cells = lists[rule.formula1.split("!")[1].replace("$", "")]
        for column in "CGI":
            if f"{column}{row}" in rule.sqref:
                offered[column] = [cell.value for (cell,) in cells]
                assert not rule.showErrorMessage
    assert offered["C"][0] == "A. Semua jenis layanan, sesuai dengan ketentuan"
    assert offered["C"] == offered["G"] == offered["I"]
    assert read_evaluations([path], 2026).findings == []


def test_with_realisations_only_what_was_carried_out_is_answered(tmp_path: Path) -> None:
    done = Realisation("RA-001", 6, persen=100, uraian=RichText.of("Seratus responden"))
    sheet = lines(write(tmp_path / "lke.xlsx", replace(year(), realisations=(done,))))
    assert sheet["PPF4A"]["Jawaban unit"] == "D. Satu kali setahun"
    assert "Juni: 100,0% Seratus responden." in str(sheet["PPF4A"]["Narasi"])
    assert "folder bukti dan tautannya belum diisi" in str(sheet["PPF4A"]["Narasi"])
    assert sheet["PPF1A"]["Jawaban unit"] is None
    assert "Belum terlaksana menurut realisasi" in str(sheet["PPF1A"]["Narasi"])


def test_the_columns_of_evaluators_survive_every_regeneration(tmp_path: Path) -> None:
    first = write(tmp_path / "lke-1.xlsx", year())
    put(first, "PPF4A", "Jawaban TPI unit", "C")
    put(first, "PPF4A", "Catatan TPI inspektorat", "Laporan belum bertanggal\nPerbaiki")
    put(first, "HBA", "Catatan TPI unit", 15.75)
    put(first, "PPF4A", "Narasi", "diubah unit")
    read = read_evaluations(earlier_sheets(tmp_path, []), 2026)
    assert read.findings == []
    second = write(tmp_path / "lke-2.xlsx", year(), evaluations=read.by_code)
    third = tmp_path / "lke-3.xlsx"
    again = read_evaluations(earlier_sheets(tmp_path, [third]), 2026)
    assert again.findings == []
    write(third, year(), evaluations=again.by_code)
    for path in (second, third):
        line = lines(path)["PPF4A"]
        assert line["Jawaban TPI unit"] == "C"
        assert line["Catatan TPI inspektorat"] == "Laporan belum bertanggal\nPerbaiki"
        assert lines(path)["HBA"]["Catatan TPI unit"] == "15,75"
        assert line["Narasi"] != "diubah unit"


def test_sheets_that_differ_are_told_and_the_later_name_counts(tmp_path: Path) -> None:
    for name, text in (("a.xlsx", "lama"), ("b.xlsx", "baru")):
        put(write(tmp_path / name, year()), "PPF1A", "Catatan TPI unit", text)
    read = read_evaluations(earlier_sheets(tmp_path, []), 2026)
    assert read.by_code == {"PPF1A": {"catatan_tpi_unit": "baru"}}
    (finding,) = read.findings
    assert (finding.code, finding.severity) == ("LKE-BEDA", Severity.WARNING)
    assert finding.place.file.endswith("b.xlsx")


def test_sheets_of_another_year_and_other_files_are_no_sheets_of_this(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", year())
    put(path, "PPF1A", "Catatan TPI unit", "lama")
    assert read_evaluations([path], 2027).by_code == {}
    (finding,) = read_evaluations([path], 2027, named=True).findings
    assert finding.code == "LKE-LEMBAR"
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(b"bukan zip")
    assert [f.code for f in read_evaluations([broken], 2026).findings] == ["LKE-BERKAS"]


@pytest.mark.parametrize("code", ["PPA9Z", ""])
def test_an_evaluation_without_a_known_code_is_told(tmp_path: Path, code: str) -> None:
    path = write(tmp_path / "a.xlsx", year())
    put(path, "PPF1A", "Catatan TPI unit", "penting")
    put(path, "PPF1A", "ID", code)
    read = read_evaluations([path], 2026)
    assert read.by_code == {}
    assert read.findings[-1].code == "LKE-BUTIR"
    assert f"“{code}”" in read.findings[-1].message


def test_notes_of_evaluators_come_back_as_follow_ups_each_once(tmp_path: Path) -> None:
    path = write(tmp_path / "lke.xlsx", year())
    put(path, "PPF4A", "Jawaban TPI unit", "Ya")
    put(path, "PPF4A", "Catatan TPI unit", "Unggah laporan semester II.")
    put(path, "HBA", "Catatan TPI inspektorat", "Tautan survei tidak terbuka.")
    day, evaluations = date(2026, 8, 3), read_evaluations([path], 2026)
    first, second = unrecorded_notes(evaluations, year(), day)
    assert first == RecordedFollowUp(
        "TL-001",
        FollowUpSource.EVALUATION,
        "Unggah laporan semester II.",
        acuan="PPF4A, TPI unit",
        tanggal=day,
        lke="PPF4A",
    )
    assert (second.id, second.acuan) == ("TL-002", "HBA, TPI inspektorat")
    noted = replace(year(), follow_ups=(replace(first, uraian="unggah  laporan semester II."),))
    (new,) = unrecorded_notes(evaluations, noted, day)
    assert (new.id, new.lke) == ("TL-002", "HBA")
    put(path, "PPF4A", "Catatan TPI unit", "Laporan belum ditandatangani.")
    again = unrecorded_notes(read_evaluations([path], 2026), noted, day)
    assert [note.uraian for note in again] == [
        "Laporan belum ditandatangani.",
        "Tautan survei tidak terbuka.",
    ]
