"""Forms as they come back: renamed, gathered into one file, copied, merged, behind closed doors."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from tests.cases.answers import columns, fill, full_plan, keep, lines, page_of, write_form
from zi_docs.build.unchanged import Sources
from zi_docs.findings import Finding, Severity
from zi_docs.forms.form_reader import Answers, read_answers, with_answers
from zi_docs.monev.periods import Cycle, Period

PLAN = full_plan()


def month(number: int) -> Period:
    return Period(2026, Cycle.MONTH, number)


def form(path: Path, area: int, number: int, percent: int) -> Path:
    """A form of a month with one answer."""
    write_form(PLAN, month(number), area, path)
    fill(path, {(f"RA-{area}01", number): {"Realisasi (%)": percent}})
    return path


def reported(answers: Answers) -> list[tuple[str, int, Any]]:
    return [(record.baris, record.bulan, record.persen) for record in answers.realisations]


def spots(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(f.code, f.place.sheet, f.place.cell) for f in findings]


def copied_into(page: Worksheet, path: Path, title: str) -> None:
    """The cells of a form pasted as a sheet of another file."""
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet(title)
    for row in page.iter_rows():
        for cell in row:
            sheet.cell(int(cell.row), int(cell.column or 0)).value = cell.value
    book.save(path)


def test_a_form_whose_sheet_was_renamed_is_read(tmp_path: Path) -> None:
    page = page_of(form(tmp_path / "a.xlsx", 1, 3, 50))
    page.title = "Area 1 Maret"
    keep(page, tmp_path / "a.xlsx")
    answers = read_answers(PLAN, tmp_path)
    assert answers.findings == []
    assert reported(answers) == [("RA-101", 3, 50)]


def test_forms_that_are_sheets_of_one_file_are_all_read(tmp_path: Path) -> None:
    """Each says itself of which month it is; the file's properties are those of the first."""
    form(tmp_path / "a.xlsx", 1, 3, 50)
    other = page_of(form(tmp_path / "lain" / "b.xlsx", 2, 4, 60))
    (tmp_path / "lain" / "b.xlsx").unlink()
    copied_into(other, tmp_path / "a.xlsx", "Area 2")
    answers = read_answers(PLAN, tmp_path)
    assert answers.findings == []
    assert reported(answers) == [("RA-101", 3, 50), ("RA-201", 4, 60)]


def test_a_gathered_form_without_its_lines_is_a_finding(tmp_path: Path) -> None:
    form(tmp_path / "a.xlsx", 1, 3, 50)
    other = page_of(form(tmp_path / "lain" / "b.xlsx", 2, 4, 60))
    (tmp_path / "lain" / "b.xlsx").unlink()
    other.delete_rows(1, 8)
    copied_into(other, tmp_path / "a.xlsx", "Area 2")
    answers = read_answers(PLAN, tmp_path)
    assert spots(answers.findings) == [("MON-BUKAN", "Area 2", None)]
    assert reported(answers) == [("RA-101", 3, 50)]


def test_a_sheet_that_is_no_form_is_a_finding_unless_it_is_empty(tmp_path: Path) -> None:
    path = form(tmp_path / "a.xlsx", 1, 3, 50)
    book = openpyxl.load_workbook(path)
    book.create_sheet("Jawaban kami")["B2"] = "Sudah 80%"
    book.create_sheet("Sheet2")
    book.save(path)
    answers = read_answers(PLAN, tmp_path)
    assert [(f.code, f.severity, f.place.sheet) for f in answers.findings] == [
        ("MON-LEMBAR", Severity.WARNING, "Jawaban kami")
    ]
    assert reported(answers) == [("RA-101", 3, 50)]


@pytest.mark.parametrize(
    ("original", "copy"),
    [
        ("a.xlsx", "a (1).xlsx"),
        ("a.xlsx", "a(2).xlsx"),
        ("Area 1.xlsx", "Area 1 - Copy.xlsx"),
        ("Area 1.xlsx", "Area 1 - Copy (2).xlsx"),
        ("Area 1.xlsx", "Area 1 - Salin.xlsx"),
        ("b.xlsx", "Copy of b.xlsx"),
        ("s.xlsx", "Salinan dari s.xlsx"),
    ],
)
def test_the_original_stands_and_both_cells_are_named(
    tmp_path: Path, original: str, copy: str
) -> None:
    form(tmp_path / "realisasi" / original, 1, 3, 50)
    form(tmp_path / "realisasi" / copy, 1, 3, 80)
    after, merged = with_answers(PLAN, tmp_path / "zi-2026.xlsx")
    assert [(r.baris, r.persen) for r in after.realisations] == [("RA-101", 50)]
    (finding,) = merged.findings
    assert (finding.code, Path(finding.place.file).name, finding.place.cell) == (
        "MON-BEDA",
        copy,
        "J10",
    )
    assert f"{original} › Formulir!J10; yang dipakai isi sel itu" in finding.message


def test_a_copy_without_its_original_is_a_form_as_any(tmp_path: Path) -> None:
    form(tmp_path / "a (1).xlsx", 1, 3, 50)
    assert reported(read_answers(PLAN, tmp_path)) == [("RA-101", 3, 50)]


def test_an_answer_merged_over_three_rows_answers_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_form(PLAN, month(3), 1, path)
    fill(path, {("RA-101", 1): {"Kendala": "Anggaran"}})
    page = page_of(path)
    rows = sorted(lines(page).values())
    letter = page.cell(1, columns(page)["Kendala"]).column_letter
    page.merge_cells(f"{letter}{rows[0]}:{letter}{rows[-1]}")
    page[f"{letter}{rows[0]}"] = "Anggaran"
    keep(page, path)
    answers = read_answers(PLAN, tmp_path)
    assert spots(answers.findings) == [("MON-GABUNG", "Formulir", f"{letter}{rows[0]}")]
    assert len(rows) > 2
    assert [record.kendala for record in answers.realisations] == ["Anggaran"]


@pytest.mark.parametrize("header", ["Realisasi %", "Capaian", "Hambatan"])
def test_a_renamed_answer_column_is_an_error(tmp_path: Path, header: str) -> None:
    path = form(tmp_path / "a.xlsx", 1, 3, 50)
    page = page_of(path)
    old = "Kendala" if header == "Hambatan" else "Realisasi (%)"
    page.cell(columns(page)[""], columns(page)[old]).value = header
    keep(page, path)
    findings = {f.code: f for f in read_answers(PLAN, tmp_path).findings}
    assert findings["WB-KOLOM"].severity is Severity.ERROR
    assert f"Kolom “{old}” tidak ada" in findings["WB-KOLOM"].message
    assert f"Kolom “{header}” tidak dikenal" in findings["WB-KOLOM-LAIN"].message


def barred(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may list a folder; root may, so the system is made to say so."""
    scandir = os.scandir

    def closed(folder: Any) -> Iterator[os.DirEntry[str]]:
        if Path(folder) == path:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(folder)

    monkeypatch.setattr(os, "scandir", closed)


@pytest.mark.parametrize("name", ["realisasi", "realisasi/Maret"])
def test_a_folder_that_cannot_be_listed_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    form(tmp_path / "realisasi" / "a.xlsx", 1, 3, 50)
    form(tmp_path / "realisasi" / "Maret" / "b.xlsx", 2, 3, 60)
    barred(tmp_path / name, monkeypatch)
    _, merged = with_answers(PLAN, tmp_path / "zi-2026.xlsx")
    (finding,) = merged.findings
    assert (finding.code, finding.severity) == ("MON-IZIN", Severity.ERROR)
    assert finding.place.file == str(tmp_path / name)


def test_a_folder_that_can_be_listed_and_not_entered_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed = tmp_path / "realisasi" / "Maret"
    form(tmp_path / "realisasi" / "a.xlsx", 1, 3, 50)
    form(closed / "b.xlsx", 2, 3, 60)
    form(closed / "c.xlsx", 3, 3, 70)
    stat = Path.stat

    def barred_stat(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.parent == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", barred_stat)
    after, merged = with_answers(PLAN, tmp_path / "zi-2026.xlsx")
    assert [(f.code, f.place.file) for f in merged.findings] == [("MON-IZIN", str(closed))]
    assert [record.baris for record in after.realisations] == ["RA-101"]
    # `semua` asks first whether anything has changed: neither does it fail there.
    assert Sources(tmp_path / "zi-2026.xlsx", tmp_path / "templates", "").key(())


def test_a_folder_that_is_a_link_is_a_finding(tmp_path: Path) -> None:
    form(tmp_path / "realisasi" / "a.xlsx", 1, 3, 50)
    form(tmp_path / "awan" / "b.xlsx", 2, 3, 60)
    link = tmp_path / "realisasi" / "Maret"
    link.symlink_to(tmp_path / "awan")
    after, merged = with_answers(PLAN, tmp_path / "zi-2026.xlsx")
    assert [(f.code, f.place.file) for f in merged.findings] == [("MON-TAUTAN", str(link))]
    assert [record.baris for record in after.realisations] == ["RA-101"]
