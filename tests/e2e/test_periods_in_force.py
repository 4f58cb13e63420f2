"""Files of a year whose amendment of July took out a row that realisations and a meeting name."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.cases.revisions import changed, row
from tests.e2e.conftest import SOURCE
from zi_docs.cli import cli
from zi_docs.errors import ExitCode
from zi_docs.revision.states import read_plan_and_year
from zi_docs.text import RichText
from zi_docs.workbook.writing.rewrite import WorkbookRows

REMOVED = "RA-010"


def july(rows: WorkbookRows) -> None:
    """RA-010 goes; its realisations of January to June and its meeting stay."""
    rows["revisi"].append(
        {"id": "p1", "keputusan": "renaksi", "nomor": "24", "tanggal": date(2026, 7, 10),
         "alasan": RichText.of("hasil evaluasi semester pertama")}
    )  # fmt: skip
    rows["rencana_aksi"].remove(row(rows, REMOVED))
    rows["realisasi"] = [
        {"baris": REMOVED, "bulan": month, "persen": 100.0} for month in range(1, 7)
    ]
    rows["rapat"][0]["baris"] = (REMOVED,)


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The workbook as amended in July; the base is kept, the amendment is kept with a verb."""
    folder = tmp_path_factory.mktemp("tahun")
    (folder / "revisi").mkdir()
    shutil.copy(SOURCE, folder / "revisi" / "renaksi.xlsx")
    path = changed(SOURCE, folder / "zi-2026.xlsx", july)
    result = call(path, "revisi", "--simpan", "p1")
    assert result.exit_code == ExitCode.BERES, result.output
    return path


def call(book: Path, *arguments: object) -> Result:
    given = [*map(str, arguments), "--source", str(book), "--output", str(book.parent / "output")]
    return CliRunner().invoke(cli, given, env={"ZI_SOFFICE": "/tidak/ada/soffice"})


def test_history_may_name_a_row_that_a_kept_state_has(book: Path) -> None:
    year, findings = read_plan_and_year(book)
    assert [f for f in findings if f.code == "WB-ACUAN"] == []
    assert year is not None
    assert [state.id for state in year.plan.kept] == ["renaksi", "p1"]
    assert year.unreadable == {}
    assert {entry.baris for entry in year.plan.realisations} == {REMOVED}


def test_a_row_that_no_state_ever_had_is_still_a_mistake(book: Path, tmp_path: Path) -> None:
    shutil.copytree(book.parent / "revisi", tmp_path / "revisi")
    path = shutil.copy(book, tmp_path / "zi-2026.xlsx")
    (tmp_path / "revisi" / "renaksi.xlsx").unlink()
    _, findings = read_plan_and_year(Path(path))
    assert {f.place.sheet for f in findings if f.code == "WB-ACUAN"} == {"Rapat", "Realisasi"}


def test_next_year_is_made_of_it_without_the_row(book: Path) -> None:
    target = book.parent / "baru" / "zi-2027.xlsx"
    target.parent.mkdir()
    result = call(book, "tahun-baru", target)
    assert result.exit_code == ExitCode.BERES, result.output
