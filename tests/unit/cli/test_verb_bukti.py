"""`bukti` as people call it: the rows, what each asks for, the dossier, the sheet of photos."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copyfile
from typing import Any

import pytest
from click.testing import CliRunner, Result

from tests.cases.bare_books import brief
from tests.cases.small_pdf import small_pdf
from zi_docs.cli import cli

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real workbook with a dozen rows."""
    return brief(SOURCE, tmp_path_factory.mktemp("buku") / "zi-2026.xlsx")


@pytest.fixture
def office(tmp_path: Path, book: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "source").mkdir()
    copyfile(book, tmp_path / "source" / "zi-2026.xlsx")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, list(arguments))


def data(*arguments: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(*arguments, "--json").stdout)
    return answer


def laid(row: str, name: str, content: bytes) -> Path:
    """A file in the folder of a row, which `bukti` has made."""
    path = next(Path("output/2026/bukti").rglob(f"{row} *")) / name
    path.write_bytes(content)
    return path


def test_every_row_says_which_of_its_evidence_is_made_here(office: Path) -> None:
    lines = run("bukti", "--diminta").stdout.splitlines()
    (row,) = [line for line in lines if line.startswith("RA-001") and "dari 2" in line]
    assert row.split()[:6] == ["RA-001", "belum", "ada", "0", "1", "dari"]
    asked = [" ".join(line.split()) for line in lines if line.startswith("RA-005 ")]
    assert asked[-1] == (
        "RA-005 SK Tim Agen Perubahan dibuat di sini keputusan (keputusan) "
        "0 dari 1 naskah sudah dibuat"
    )
    papers = data("status")["papers"]
    assert papers == data("bukti")["papers"]
    count = f"Bukti {len(papers['whole'])} dari {papers['rows']} baris seluruhnya"
    assert any(line.startswith(count) for line in lines)


def test_files_are_judged_and_put_into_a_new_dossier(office: Path) -> None:
    run("bukti")
    counted = laid("RA-005", "SK 2026.pdf", small_pdf("2026"))
    draft = laid("RA-005", "SK konsep 2026.pdf", small_pdf("rancangan"))
    answer = data("bukti", "--dosir", "dosir")
    row = next(each for each in answer["evidence"] if each["row"] == "RA-005")
    assert row["files"] == [str(counted)]
    assert [(Path(f["path"]).name, f["standing"], f["year"]) for f in row["judged"]] == [
        (counted.name, "dihitung", "2026 (nama)"),
        (draft.name, "konsep", "2026 (nama)"),
    ]
    assert answer["files"] == ["dosir/area-1.zip", "dosir/indeks-bukti.xlsx"]
    told = {finding["code"] for finding in answer["findings"]}
    assert {code for code in told if code.startswith("BUKTI-")} == {"BUKTI-KONSEP"}


def test_a_dossier_is_never_written_over(office: Path) -> None:
    (office / "dosir").mkdir()
    assert data("bukti", "--dosir", "dosir")["exit"] == 6
    assert list((office / "dosir").iterdir()) == []


def test_a_row_that_asks_for_no_picture_has_no_sheet(office: Path) -> None:
    answer = data("naskah", "foto", "RA-005")
    assert answer["exit"] == 1
    assert answer["findings"][-1]["code"] == "ID-TIADA"
