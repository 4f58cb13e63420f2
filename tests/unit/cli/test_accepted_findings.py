"""`periksa` on the real workbook, once the office has accepted one of its warnings."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.cases.revisions import changed
from zi_docs.cli import cli
from zi_docs.workbook.writing.rewrite import WorkbookRows

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
REASON = "Menunggu jadwal provinsi."


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    accepted = {"kode": "RA-BULAN", "untuk": "RA-060", "alasan": REASON}
    target = tmp_path_factory.mktemp("buku") / "zi-2026.xlsx"
    return changed(SOURCE, target, lambda rows: rows["diterima"].append({**accepted}))


def checked(source: Path, *options: str) -> str:
    return CliRunner().invoke(cli, ["periksa", "--source", str(source), *options]).output


def test_what_is_accepted_is_only_counted(source: Path) -> None:
    assert "[RA-BULAN]" in checked(SOURCE)
    output = checked(source)
    assert "[RA-BULAN]" not in output
    assert "[RA-TARGET]" in output
    assert "1 temuan diterima; lihat `periksa --semua`." in output


def test_it_is_shown_with_its_reason_when_asked_for(source: Path) -> None:
    (line,) = [line for line in checked(source, "--semua").splitlines() if "RA-BULAN" in line]
    assert line.endswith(f"[RA-BULAN] Diterima: {REASON}")
    (accepted,) = json.loads(checked(source, "--json"))["accepted"]
    assert (accepted["code"], accepted["reason"]) == ("RA-BULAN", REASON)
    assert accepted["entry"] == {"file": source.as_posix(), "sheet": "Diterima", "cell": "A4"}


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The real workbook in a folder of its own; nothing is accepted there yet."""
    target = tmp_path / "zi-2026.xlsx"
    target.write_bytes(SOURCE.read_bytes())
    return target


def run(source: Path, *options: str) -> Result:
    return CliRunner().invoke(cli, ["periksa", "--source", str(source), *options])


def accept(source: Path, code: str, cell: str, *options: str) -> Result:
    return run(source, "--terima", code, "--sel", cell, "--alasan", REASON, *options)


def test_a_finding_is_accepted_by_its_cell_and_the_workbook_stays_as_it_is(own: Path) -> None:
    result = accept(own, "RA-BULAN", "'rencana aksi'!$G$63", "--oleh", "Ketua tim")
    beside = own.with_name("zi-2026.diterima.json")
    assert (result.exit_code, result.stdout) == (0, f"{beside}\n")
    assert result.stderr.startswith(f"Diterima: {own.as_posix()} › Rencana Aksi!G63: peringatan:")
    assert own.read_bytes() == SOURCE.read_bytes()
    output = checked(own)
    assert "[RA-BULAN]" not in output
    assert "1 temuan diterima; lihat `periksa --semua`." in output
    assert json.loads(beside.read_bytes())["accepted"][0]["by"] == "Ketua tim"


def test_only_that_cell_is_accepted_though_the_code_occurs_elsewhere(own: Path) -> None:
    before = json.loads(run(own, "--json").stdout)["findings"]
    accept(own, "RA-KEMBAR", "Rencana Aksi!D18")
    after = json.loads(run(own, "--json").stdout)
    (accepted,) = after["accepted"]
    assert accepted["place"]["cell"] == "D18"
    assert accepted["entry"]["part"] == "entri 1"
    assert len(after["findings"]) == len(before) - 1


def test_it_is_told_again_once_its_acceptance_is_withdrawn(own: Path) -> None:
    accept(own, "RA-BULAN", "Rencana Aksi!G63")
    result = run(own, "--batalkan", "RA-BULAN", "--sel", "Rencana Aksi!G63", "--json")
    data = json.loads(result.stdout)
    assert result.exit_code == data["exit"] == 0
    assert [finding["code"] for finding in data["withdrawn"]] == ["RA-BULAN"]
    assert "[RA-BULAN]" in checked(own)


def test_one_that_accepts_nothing_any_more_is_told_and_taken_out_by_its_entry(own: Path) -> None:
    accept(own, "RA-BULAN", "Rencana Aksi!G63")
    beside = own.with_name("zi-2026.diterima.json")
    beside.write_text(beside.read_text().replace("RA-060", "RA-059"))
    assert "entri 1" in checked(own)
    result = run(own, "--batalkan", "RA-BULAN", "--sel", "entri 1")
    assert result.exit_code == 0
    assert "[TERIMA-TIADA]" not in checked(own)


def test_what_is_not_there_cannot_be_accepted(own: Path) -> None:
    result = accept(own, "RA-TARGET", "Rencana Aksi!G63")
    assert result.exit_code == 1
    assert result.stderr.strip() == (
        f"{own.as_posix()}: kesalahan: Tidak ada temuan RA-TARGET di “Rencana Aksi!G63”. Di sel "
        "itu ada RA-BULAN. [TERIMA-SEL]"
    )
    assert not own.with_name("zi-2026.diterima.json").exists()
    assert "[TERIMA-SEL]" in run(own, "--batalkan", "RA-BULAN", "--sel", "Rencana Aksi!G63").stderr


def test_an_error_and_what_is_accepted_already(own: Path, tmp_path: Path) -> None:
    def no_date(rows: WorkbookRows) -> None:
        rows["keputusan"][0]["tanggal"] = "kemarin dulu"

    wrong = changed(SOURCE, tmp_path / "salah.xlsx", no_date)
    finding = next(f for f in json.loads(run(wrong, "--json").stdout)["findings"] if is_error(f))
    cell = f"{finding['place']['sheet']}!{finding['place']['cell']}"
    assert "[TERIMA-KESALAHAN]" in accept(wrong, finding["code"], cell).stderr
    accept(own, "RA-BULAN", "Rencana Aksi!G63")
    again = accept(own, "RA-BULAN", "Rencana Aksi!G63")
    assert (again.exit_code, "[TERIMA-SUDAH]" in again.stderr) == (0, True)


def is_error(finding: dict[str, Any]) -> bool:
    return bool(finding["severity"] == "kesalahan")


def test_what_the_sheet_accepts_is_taken_back_there(source: Path) -> None:
    cell = next(f"Rencana Aksi!{f['place']['cell']}" for f in accepted_of(source))
    result = run(source, "--batalkan", "RA-BULAN", "--sel", cell)
    assert (result.exit_code, "[TERIMA-LEMBAR]" in result.stderr) == (1, True)


def accepted_of(source: Path) -> list[dict[str, Any]]:
    accepted: list[dict[str, Any]] = json.loads(checked(source, "--json"))["accepted"]
    return accepted


def test_a_damaged_file_is_not_written_over(own: Path) -> None:
    beside = own.with_name("zi-2026.diterima.json")
    beside.write_text("{")
    assert "[TERIMA-BERKAS]" in checked(own)
    assert accept(own, "RA-BULAN", "Rencana Aksi!G63").exit_code == 1
    assert beside.read_text() == "{"


@pytest.mark.parametrize(
    "options",
    [
        ("--terima", "RA-BULAN"),
        ("--sel", "Rencana Aksi!G63"),
        ("--terima", "RA-BULAN", "--sel", "Rencana Aksi!G63"),
        ("--terima", "RA-BULAN", "--sel", "Rencana Aksi!G63", "--alasan", "  "),
        ("--batalkan", "RA-BULAN"),
        ("--batalkan", "A-B", "--terima", "A-B", "--sel", "X!A1", "--alasan", "Ya."),
        ("--alasan", "Ya."),
    ],
)
def test_half_a_choice_is_a_wrong_command(own: Path, options: tuple[str, ...]) -> None:
    assert run(own, *options).exit_code == 2
