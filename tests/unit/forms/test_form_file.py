"""Monitoring forms out, filled, and back in."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from tests.cases.answers import columns, fill, full_plan, keep, lines, page_of, write_form
from zi_docs.findings import Finding
from zi_docs.forms.form_reader import read_answers, with_answers
from zi_docs.forms.merged import ANSWERS
from zi_docs.model import Plan, Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.pdf.office_places import find_office
from zi_docs.text import RichText

MARCH = Period(2026, Cycle.MONTH, 3)
PLAN = full_plan()


def month(number: int) -> Period:
    return Period(2026, Cycle.MONTH, number)


def typed(row: str, number: int) -> dict[str, Any]:
    """What a person types on a line; different on each."""
    return {
        "Realisasi (%)": (int(row[3:]) + number) % 101,
        "Realisasi": f"Rapat {row} bulan {number}",
        "Bukti dukung": "Ada" if number % 2 else "Belum",
        "Tautan/berkas": f"https://contoh.id/{row}/{number}",
        "Kendala": f"Kendala {number}",
        "Rekomendasi": f"Rekomendasi {row}",
        "Tindak lanjut": f"Tindak lanjut {row}",
        "PIC": "Pokja",
        "Batas waktu": date(2026, number, 28),
        "Keadaan tindak lanjut": "Selesai",
        "Tanggal selesai": date(2026, number, 27),
    }


def answers_of(one: Realisation) -> list[Any]:
    """The answers of a record, in the order of the columns."""
    values = [getattr(one, name) for name in ANSWERS]
    return [value.plain if isinstance(value, RichText) else value for value in values]


def codes(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.place.cell or "") for finding in findings]


def test_printed_it_is_read_without_a_glass(tmp_path: Path) -> None:
    """Type of 9 points at least on A4 across; each page has the row's identity beside its columns.

    A column of n characters is 7n + 5 pixels of 3/4 point; LibreOffice makes it up to 2% wider.
    """
    page = page_of(write_form(PLAN, MARCH, 1, tmp_path / "isian.xlsx"))
    setup, at = page.page_setup, columns(page)
    assert (setup.orientation, setup.paperSize, page.sheet_properties.pageSetUpPr.fitToPage) == (
        "landscape",
        9,
        False,
    )
    assert 11 * setup.scale / 100 >= 9
    assert page.print_title_cols == "$A:$C"
    # Asked, done, to follow.
    breaks = [entry.id for entry in page.col_breaks.brk]
    assert breaks == [at["Bukti yang diminta"], at["Kendala"]]
    widths = [(7 * page.column_dimensions[get_column_letter(n)].width + 5) * 0.75
              for n in range(1, page.max_column + 1)]  # fmt: skip
    room = 297 / 25.4 * 72 - (page.page_margins.left + page.page_margins.right) * 72
    for first, last in zip([3, *breaks], [*breaks, len(widths)], strict=True):
        printed = sum(widths[:3]) + sum(widths[first:last])
        assert printed * 1.02 * setup.scale / 100 <= room, last


def test_nothing_is_lost_over_twelve_months_and_six_areas(tmp_path: Path) -> None:
    """Each line of each month's forms is filled; the answers come back one for one."""
    marked = {(row.id, m) for row in PLAN.activities for m in row.bulan}
    for number in range(1, 13):
        for area in range(1, 7):
            path = tmp_path / f"{number:02d}" / f"kiriman-{area}.xlsx"
            write_form(PLAN, month(number), area, path)
            due = [line for line in lines(page_of(path)) if line[1] == number]
            fill(path, {line: typed(*line) for line in due})
    answers = read_answers(PLAN, tmp_path)
    assert answers.findings == []
    assert {(one.baris, one.bulan) for one in answers.realisations} == marked
    assert len(answers.realisations) == len(marked) == 6 * 14
    for one in answers.realisations:
        assert answers_of(one) == list(typed(one.baris, one.bulan).values())
        assert one.reported == one.bulan


def test_an_overdue_line_is_reported_in_the_month_of_its_form(tmp_path: Path) -> None:
    write_form(PLAN, MARCH, 1, tmp_path / "a.xlsx")
    fill(tmp_path / "a.xlsx", {("RA-101", 1): {"Realisasi (%)": 100}})
    (one,) = read_answers(PLAN, tmp_path).realisations
    assert (one.bulan, one.reported, one.persen) == (1, 3, 100)


def test_a_form_is_the_same_for_the_same_plan(tmp_path: Path) -> None:
    one = write_form(PLAN, MARCH, 1, tmp_path / "1.xlsx").read_bytes()
    assert write_form(PLAN, MARCH, 1, tmp_path / "2.xlsx").read_bytes() == one


def test_only_answers_can_be_typed(tmp_path: Path) -> None:
    page = page_of(write_form(PLAN, MARCH, 1, tmp_path / "a.xlsx"))
    at = columns(page)
    assert page.protection.sheet
    open_headers = {
        header
        for header, column in at.items()
        if header and not page.cell(at[""] + 1, column).protection.locked
    }
    assert open_headers == set(typed("RA-101", 3))
    rules = {rule.type for rule in page.data_validations.dataValidation}
    assert rules == {"decimal", "list"}


def test_a_form_says_which_evidence_the_plan_asks_for(tmp_path: Path) -> None:
    """Locked, beside the answers."""
    page = page_of(write_form(PLAN, MARCH, 1, tmp_path / "a.xlsx"))
    at = columns(page)
    cell = page.cell(lines(page)["RA-101", 3], at["Bukti yang diminta"])
    assert (cell.value, cell.protection.locked) == ("Bukti RA-101", True)


def test_a_form_from_before_that_column_is_read(tmp_path: Path) -> None:
    path = write_form(PLAN, MARCH, 1, tmp_path / "a.xlsx")
    page = page_of(path)
    page.data_validations.dataValidation = []
    page.delete_cols(columns(page)["Bukti yang diminta"])
    keep(page, path)
    fill(path, {("RA-101", 3): {"Bukti dukung": "Belum", "Kendala": "Hujan"}})
    answers = read_answers(PLAN, tmp_path)
    assert answers.findings == []
    assert [(one.bukti_ada, one.kendala) for one in answers.realisations] == [("Belum", "Hujan")]


def test_a_form_shows_what_is_known_and_gives_it_back(tmp_path: Path) -> None:
    known = replace(PLAN, realisations=(Realisation("RA-101", 3, persen=40, kendala="Hujan"),))
    write_form(known, MARCH, 1, tmp_path / "zi" / "realisasi" / "a.xlsx")
    after, merged = with_answers(known, tmp_path / "zi" / "zi.xlsx")
    assert merged.findings == ()
    assert [(one.persen, one.kendala) for one in after.realisations] == [(40, "Hujan")]
    assert len(merged.sources[0]) == 2


def test_an_empty_form_says_nothing(tmp_path: Path) -> None:
    write_form(PLAN, MARCH, 1, tmp_path / "a.xlsx")
    answers = read_answers(PLAN, tmp_path)
    assert (answers.realisations, answers.findings) == ([], [])


@pytest.fixture
def forms(tmp_path: Path) -> Path:
    """A folder with a sound form of area 2, and a filled one of area 1 to damage."""
    write_form(PLAN, MARCH, 2, tmp_path / "baik.xlsx")
    fill(tmp_path / "baik.xlsx", {("RA-201", 3): {"Realisasi (%)": 75}})
    write_form(PLAN, MARCH, 1, tmp_path / "x.xlsx")
    fill(tmp_path / "x.xlsx", {("RA-101", 3): {"Realisasi (%)": 50}})
    return tmp_path


def damaged(folder: Path, header: str, value: object, number: int = 3) -> list[tuple[str, str]]:
    """The findings after a cell of RA-101 was changed; the sound form must still be read."""
    page = page_of(folder / "x.xlsx")
    page.cell(lines(page)[("RA-101", number)], columns(page)[header]).value = value  # type: ignore[assignment]
    keep(page, folder / "x.xlsx")
    answers = read_answers(PLAN, folder)
    assert ("RA-201", 75) in [(one.baris, one.persen) for one in answers.realisations]
    return codes(answers.findings)


@pytest.mark.parametrize(
    ("header", "value", "finding"),
    [
        ("Realisasi (%)", 120, ("WB-PERSEN", "J10")),
        ("Realisasi (%)", -1, ("WB-PERSEN", "J10")),
        ("Realisasi (%)", "separuh", ("WB-BILANGAN", "J10")),
        ("Bukti dukung", "Mungkin", ("WB-PILIHAN", "L10")),
        ("Bukti dukung", "Ada", ("MON-BUKTI", "M10")),
        ("Batas waktu", "besok", ("WB-TANGGAL", "R10")),
        ("Batas waktu", date(2006, 4, 30), ("TAHUN-BATAS", "R10")),
        ("Batas waktu", "30-Apr-62", ("TAHUN-BATAS", "R10")),
        ("Realisasi (%)", 0.8, ("WB-PECAHAN", "J10")),
        ("ID baris", "RA-999", ("MON-BARIS", "A10")),
        ("ID baris", "RA-201", ("MON-BARIS", "A10")),
        ("ID baris", None, ("WB-WAJIB", "A10")),
        ("Bulan", 4, ("MON-BULAN", "C10")),
        ("Langkah Aksi", "Langkah yang lama", ("MON-LANGKAH", "F10")),
    ],
)
def test_a_bad_cell_is_named(
    forms: Path, header: str, value: object, finding: tuple[str, str]
) -> None:
    assert damaged(forms, header, value) == [finding]


def test_a_row_pasted_twice_names_the_first(forms: Path) -> None:
    page = page_of(forms / "x.xlsx")
    first, last = lines(page)[("RA-101", 3)], page.max_row + 1
    for cell in page[first]:
        page.cell(last, int(cell.column or 0)).value = cell.value
    keep(page, forms / "x.xlsx")
    (finding,) = read_answers(PLAN, forms).findings
    assert (finding.code, finding.place.cell) == ("MON-GANDA", f"A{last}")
    assert f"x.xlsx › Formulir!A{first}" in finding.message


def other_plan(**changes: Any) -> Plan:
    return replace(PLAN, office=replace(PLAN.office, **changes))


@pytest.mark.parametrize(
    ("plan", "code"),
    [
        (other_plan(tahun=2025), "MON-TAHUN"),
        (other_plan(wilayah="Lain"), "MON-KANTOR"),
        (other_plan(kode_satker="123456"), "MON-KANTOR"),
    ],
)
def test_a_form_of_another_year_or_office_is_not_read(forms: Path, plan: Plan, code: str) -> None:
    write_form(plan, Period(plan.office.tahun, Cycle.MONTH, 3), 1, forms / "x.xlsx")
    answers = read_answers(PLAN, forms)
    assert [(f.code, f.place.sheet, f.place.file.endswith("x.xlsx")) for f in answers.findings] == [
        (code, "Formulir", True)
    ]
    assert [one.baris for one in answers.realisations] == ["RA-201"]


def test_the_forms_of_a_year_whose_workbook_stands_there_are_left_to_it(tmp_path: Path) -> None:
    """Years share the folder `realisasi`; without that workbook the form is another year's."""
    last_year = other_plan(tahun=2025)
    form = tmp_path / "realisasi" / "x.xlsx"
    form.parent.mkdir()
    write_form(last_year, Period(2025, Cycle.MONTH, 3), 1, form)
    _, merged = with_answers(PLAN, tmp_path / "zi-2026.xlsx")
    assert [finding.code for finding in merged.findings] == ["MON-TAHUN"]
    (tmp_path / "zi-2025.xlsx").touch()
    _, merged = with_answers(PLAN, tmp_path / "zi-2026.xlsx")
    assert merged.findings == ()


def test_an_identity_that_was_changed_is_found(forms: Path) -> None:
    page = page_of(forms / "x.xlsx")
    cell = next(c for row in page.iter_rows(max_row=8) for c in row if c.value == "2026-03")
    cell.value = "2026-04"
    keep(page, forms / "x.xlsx")
    assert codes(read_answers(PLAN, forms).findings) == [("MON-JATIDIRI", cell.coordinate)]


def test_a_form_whose_properties_were_lost_is_known_by_its_lines(forms: Path) -> None:
    book = openpyxl.load_workbook(forms / "x.xlsx")
    for name in list(book.custom_doc_props.names):
        del book.custom_doc_props[name]
    book.save(forms / "x.xlsx")
    answers = read_answers(PLAN, forms)
    assert answers.findings == []
    assert len(answers.realisations) == 2


def truncated(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:2000])


def csv_named_xlsx(path: Path) -> None:
    path.write_text("ID baris,Bulan\nRA-101,3\n")


def with_macros(path: Path) -> None:
    path.rename(path.with_suffix(".xlsm"))


def foreign(path: Path) -> None:
    openpyxl.Workbook().save(path)


@pytest.mark.parametrize(
    ("damage", "code", "name"),
    [
        (truncated, "WB-RUSAK", "x.xlsx"),
        (csv_named_xlsx, "WB-FORMAT", "x.xlsx"),
        (with_macros, "MON-JENIS", "x.xlsm"),
        (foreign, "MON-BUKAN", "x.xlsx"),
    ],
)
def test_a_bad_file_is_named_and_the_others_are_read(
    forms: Path, damage: Any, code: str, name: str
) -> None:
    damage(forms / "x.xlsx")
    answers = read_answers(PLAN, forms)
    assert [(f.code, Path(f.place.file).name) for f in answers.findings] == [(code, name)]
    assert [one.baris for one in answers.realisations] == ["RA-201"]


def test_a_renamed_form_deep_in_folders_is_read(forms: Path) -> None:
    target = forms / "dari pokja" / "Maret" / "laporan kami (1).xlsx"
    target.parent.mkdir(parents=True)
    (forms / "x.xlsx").rename(target)
    (forms / "~$x.xlsx").write_bytes(b"")
    answers = read_answers(PLAN, forms)
    assert answers.findings == []
    assert len(answers.realisations) == 2


def test_a_missing_folder_holds_no_answers(tmp_path: Path) -> None:
    assert read_answers(PLAN, tmp_path / "tiada").realisations == []


@pytest.mark.libreoffice
def test_a_form_saved_by_libreoffice_is_read(forms: Path, tmp_path: Path) -> None:
    saved = tmp_path / "simpan"
    office = find_office()
    subprocess.run(
        [str(office), "--headless", f"-env:UserInstallation=file://{tmp_path}/profil",
         "--convert-to", "xlsx", "--outdir", str(saved), str(forms / "x.xlsx")],
        check=False, capture_output=True, timeout=120,
    )  # fmt: skip
    if not (saved / "x.xlsx").exists():
        pytest.skip("LibreOffice Calc is not installed")
    shutil.rmtree(tmp_path / "profil", ignore_errors=True)
    answers = read_answers(PLAN, saved)
    assert answers.findings == []
    assert [(one.baris, one.persen) for one in answers.realisations] == [("RA-101", 50)]
