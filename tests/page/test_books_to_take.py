"""Workbooks that the page gives to take along: with meetings, with what evaluators noted."""

from __future__ import annotations

from pathlib import Path

import openpyxl
from openpyxl.workbook import Workbook
from playwright.sync_api import Page, expect

from tests.page.conftest import SOURCE, Dashboard, Opens, serving

NOTE = "Tindak lanjut pengaduan belum dilaporkan."


def taken(page: Page, button: str, folder: Path) -> Path:
    """The file that a button gives."""
    with page.expect_download() as download:
        page.get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def words(book: Workbook, sheet: str) -> list[str]:
    return [str(cell.value) for row in book[sheet].iter_rows() for cell in row if cell.value]


def noted(path: Path) -> Path:
    """The answer sheet as the evaluators of the unit send it back, with a note on PPE3C."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    line = next(row for row in sheet.iter_rows(min_row=5) if row[0].value == "PPE3C")
    line[7].value = NOTE
    book.save(path)
    return path


def test_notes_of_evaluators_become_follow_ups(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard, "/nilai")
    sheet = noted(taken(page, "Unduh lembar jawaban LKE", tmp_path))
    page.get_by_label("Lembar jawaban dari TPI (XLSX)").set_input_files(sheet)
    book = taken(page, "Unduh buku kerja dengan catatannya", tmp_path)
    assert book.name == "zi-2026-dengan-catatan.xlsx"
    assert NOTE in words(openpyxl.load_workbook(book), "Tindak Lanjut")
    newer = taken(page, "Unduh lembar jawaban baru", tmp_path)
    opened_sheet = openpyxl.load_workbook(newer)
    assert NOTE in words(opened_sheet, opened_sheet.sheetnames[0])
    assert dashboard.source.read_bytes() == SOURCE.read_bytes()


def test_what_is_no_answer_sheet_is_refused(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    Workbook().save(tmp_path / "daftar belanja.xlsx")
    page = opened(dashboard, "/nilai")
    page.get_by_label("Lembar jawaban dari TPI (XLSX)").set_input_files(
        tmp_path / "daftar belanja.xlsx"
    )
    page.get_by_role("button", name="Unduh buku kerja dengan catatannya").click()
    expect(page.locator(".hasil")).to_contain_text("Belum berhasil.", timeout=30_000)
    expect(page.locator("main")).to_contain_text("daftar belanja.xlsx")


def test_the_meetings_that_the_plan_asks_for(
    dashboard: Dashboard, opened: Opens, tmp_path: Path
) -> None:
    page = opened(dashboard, "/buku-kerja")
    book = taken(page, "Unduh buku kerja dengan usulan rapat", tmp_path)
    assert book.name == "zi-2026-dengan-rapat.xlsx"
    meetings = openpyxl.load_workbook(book)["Rapat"]
    assert meetings.max_row >= openpyxl.load_workbook(SOURCE)["Rapat"].max_row


def test_an_office_begins_by_five_answers(opened: Opens, tmp_path: Path) -> None:
    """From an empty folder to the board of a new year."""
    (tmp_path / "kantor").mkdir()
    with serving(tmp_path / "kantor") as served:
        page = opened(served)
        expect(page.get_by_role("heading", level=1)).to_have_text("Belum ada buku kerja")
        page.get_by_role("link", name="Mulai buku kerja").click()
        page.get_by_label("1. Nama kantor").fill("KPU Kabupaten Contoh")
        page.get_by_label("2. Tempat penetapan keputusan").fill("Contoh")
        page.get_by_label("3. Tahun rencana aksi").fill("2027")
        page.get_by_role("button", name="Buat buku kerja").click()
        expect(page.locator(".hasil")).to_contain_text("Selesai.", timeout=60_000)
        page.get_by_role("link", name="Buka tahun ini").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Zona Integritas 2027")
        page.close()
    assert (tmp_path / "kantor" / "source" / "zi-2027.xlsx").is_file()
