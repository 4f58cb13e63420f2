"""`masukkan`: forms, photos and evidence go where the program looks for them."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner, Result
from PIL import Image

from tests.cases.answers import fill, write_form
from tests.cases.revisions import changed
from zi_docs.cli import cli
from zi_docs.model import Plan
from zi_docs.monev.periods import Cycle, Period
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
MARCH = Period(2026, Cycle.MONTH, 3)


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the real workbook, and a folder of downloads; the current folder."""
    (tmp_path / "source").mkdir()
    (tmp_path / "unduhan").mkdir()
    shutil.copy(SOURCE, tmp_path / "source")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def plan_of(office: Path) -> Plan:
    plan, _ = read_plan(office / "source" / "zi-2026.xlsx")
    assert plan is not None
    return plan


def form(office: Path, name: str = "area 5.xlsx", percent: int | None = 80) -> Path:
    path = write_form(plan_of(office), MARCH, 5, office / "unduhan" / name)
    if percent is not None:
        fill(path, {("RA-042", 3): {"Realisasi (%)": percent}})
    return path


def take_in(*arguments: str | Path) -> Result:
    return CliRunner().invoke(cli, ["masukkan", *map(str, arguments)])


def taken_in(*arguments: str | Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(take_in(*arguments, "--json").stdout)
    return data


def codes(data: dict[str, Any]) -> list[str]:
    return [finding["code"] for finding in data["findings"]]


def test_a_filled_form_is_read_from_then_on(office: Path) -> None:
    result = take_in(form(office))
    assert (result.exit_code, result.stdout) == (0, "source/realisasi/area 5.xlsx\n")
    realisations = CliRunner().invoke(cli, ["realisasi", "--json"])
    (report,) = json.loads(realisations.stdout)["realisations"]
    assert (report["row"], report["percent"]) == ("RA-042", 80)


def test_the_good_ones_of_several_are_laid_and_the_others_told(office: Path) -> None:
    broken = office / "unduhan" / "rusak.xlsx"
    broken.write_bytes(b"PK rusak")
    picture = office / "unduhan" / "foto.jpg"
    picture.write_bytes(b"")
    data = taken_in(broken, form(office), picture, office / "tiada.xlsx")
    assert (data["exit"], data["files"]) == (7, ["source/realisasi/area 5.xlsx"])
    assert codes(data) == ["WB-RUSAK", "MASUK-TUJUAN", "MASUK-BERKAS"]
    assert [entry["target"] for entry in data["taken_in"]] == [
        None,
        "source/realisasi/area 5.xlsx",
        None,
        None,
    ]


def bomb(office: Path) -> Path:
    path = office / "unduhan" / "bom.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", bytes(80_000_000))
    return path


def macros(office: Path) -> Path:
    path = form(office, "makro.xlsx")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/vbaProject.bin", b"")
    return path


def of_another_office(office: Path) -> Path:
    path = form(office, "tetangga.xlsx")
    book = openpyxl.load_workbook(path)
    page = book.worksheets[0]
    (cell,) = (c for row in page.iter_rows(max_row=8) for c in row if c.value == "Kantor")
    page.cell(cell.row, cell.column + 1).value = "KPU Kota Tetangga"
    for entry in book.custom_doc_props.props:
        if entry.name == "zi_docs_kantor":
            entry.value = "KPU Kota Tetangga"
    book.save(path)
    return path


def of_another_year(office: Path) -> Path:
    def next_year(rows: WorkbookRows) -> None:
        rows["instansi"][0]["tahun"] = 2027

    later = changed(SOURCE, office / "unduhan" / "zi-2027.xlsx", next_year)
    plan, _ = read_plan(later)
    assert plan is not None
    path = office / "unduhan" / "tahun depan.xlsx"
    return write_form(plan, Period(2027, Cycle.MONTH, 3), 5, path)


def a_workbook(office: Path) -> Path:
    return office / "source" / "zi-2026.xlsx"


def an_old_format(office: Path) -> Path:
    path = office / "unduhan" / "lama.xls"
    path.write_bytes(b"")
    return path


@pytest.mark.parametrize(
    ("file", "code"),
    [
        (bomb, "WB-BOM"),
        (macros, "WB-FORMAT"),
        (of_another_office, "MON-KANTOR"),
        (of_another_year, "MON-TAHUN"),
        (a_workbook, "MON-BUKAN"),
        (an_old_format, "MON-JENIS"),
    ],
)
def test_what_is_no_form_of_this_plan_is_refused(office: Path, file: Any, code: str) -> None:
    path = file(office)
    data = taken_in(path)
    assert (data["exit"], data["files"], codes(data)) == (1, [], [code])
    assert data["findings"][0]["place"]["file"] == path.relative_to(office).as_posix()
    assert not (office / "source" / "realisasi").exists()


def test_a_form_without_an_answer_is_laid_and_doubted(office: Path) -> None:
    data = taken_in(form(office, percent=None))
    assert (data["exit"], codes(data)) == (0, ["MASUK-HAMPA"])
    assert data["files"] == ["source/realisasi/area 5.xlsx"]


def test_a_form_twice_and_one_that_was_filled_anew(office: Path) -> None:
    first = form(office)
    taken_in(first)
    again = taken_in(first.rename(office / "unduhan" / "salinan.xlsx"))
    assert (again["exit"], again["files"], codes(again)) == (0, [], ["MASUK-ADA"])
    anew = taken_in(form(office, percent=90))
    assert anew["files"] == ["source/realisasi/area 5 (2).xlsx"]
    assert codes(anew) == ["MASUK-NAMA"]


def test_a_photo_stands_with_its_meeting(office: Path) -> None:
    picture = office / "unduhan" / "Sambutan ketua.jpg"
    Image.new("RGB", (60, 40), "navy").save(picture)
    data = taken_in(picture, "--rapat", "r-01")
    assert (data["exit"], data["files"]) == (0, ["source/rapat/R-01/Sambutan ketua.jpg"])
    assert codes(taken_in(form(office), "--rapat", "R-01")) == ["MASUK-FOTO"]


def test_evidence_stands_in_the_folder_of_its_row(office: Path) -> None:
    path = office / "unduhan" / "sk.pdf"
    path.write_bytes(b"%PDF-1.7 sk")
    (target,) = taken_in(path, "--baris", "ra-005")["files"]
    assert Path(target).name == "sk.pdf"
    assert (Path(target).parent / "ISI.txt").is_file()
    evidence = json.loads(CliRunner().invoke(cli, ["bukti", "--json"]).stdout)["evidence"]
    assert [(e["row"], e["files"]) for e in evidence if e["files"]] == [("RA-005", [target])]


@pytest.mark.parametrize("option", ["--rapat", "--baris"])
def test_an_id_that_is_not_there_takes_nothing_in(office: Path, option: str) -> None:
    path = office / "unduhan" / "sk.pdf"
    path.write_bytes(b"%PDF-1.7 sk")
    data = taken_in(path, option, "X-99")
    assert (data["exit"], codes(data)[-1]) == (1, "ID-TIADA")
    assert not (office / "output").exists()


def test_what_is_signed_is_taken_in_by_another_verb(office: Path) -> None:
    result = take_in("a.pdf", "--untuk", "renaksi")
    assert result.exit_code == 2
    assert "tandatangan BERKAS.pdf --untuk ID" in result.stderr
    assert "tandatangan BERKAS.pdf --untuk ID" in take_in("a.pdf").stderr
    assert take_in("a.pdf", "--rapat", "R-01", "--baris", "RA-005").exit_code == 2
