"""The marked copy as its user meets it: the own workbook, with colours, comments, and a list."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.workbook import Workbook

from zi_docs.errors import OutputError
from zi_docs.findings import Finding, Place, error, note, suggestion, warning
from zi_docs.workbook.reading.package import place_of_file
from zi_docs.workbook.writing.marked_copy import marked_copy

STAMP = date(2026, 1, 1)
RED, YELLOW, GREY = "00FF9C9C", "00FFE08A", "00E2E2E2"


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """Two sheets of an office: a formula, a comment and bold letters of its own, merged cells."""
    workbook = openpyxl.Workbook()
    people = workbook.worksheets[0]
    people.title = "Pejabat"
    people["A4"], people["B4"], people["C4"] = "KETUA", "Nama Ketua", "=1+1"
    people["B4"].comment = Comment("Tanyakan lagi.", "Budi")
    people["B4"].font = Font(bold=True)
    people["D4"].fill = PatternFill("solid", start_color="00FF00")
    workbook.create_sheet("Budi's Tim")["A1"] = "Judul"
    workbook["Budi's Tim"].merge_cells("A1:C2")
    path = tmp_path / "zi-2026.xlsx"
    workbook.save(path)
    return path


def at(book: Path, cell: str | None, sheet: str | None = "Pejabat") -> Place:
    return Place(place_of_file(book).file, sheet, cell)


def copied(book: Path, *findings: Finding) -> Workbook:
    content, _ = marked_copy(book, findings, STAMP)
    copy = book.with_name("salinan.xlsx")
    copy.write_bytes(content)
    return openpyxl.load_workbook(copy)


def test_every_finding_is_a_coloured_cell_with_its_words(book: Path) -> None:
    people = copied(book, warning("WB-NIP", "NIP keliru.", at(book, "C4")))["Pejabat"]
    assert people["C4"].fill.start_color.rgb == YELLOW
    assert people["C4"].comment.text == "── periksa ──\nPeringatan: NIP keliru. [WB-NIP]"
    # What is the user's own stays.
    assert people["C4"].value == "=1+1"
    assert people["B4"].font.bold
    assert people["B4"].comment.text == "Tanyakan lagi."
    assert people["D4"].fill.start_color.rgb == "0000FF00"


def test_several_findings_on_a_cell_share_a_comment_below_the_user_s_own(book: Path) -> None:
    cell = copied(
        book,
        suggestion("PEJ-GELAR", "Tulislah S.H.", at(book, "B4")),
        error("WB-ID", "Salah.", at(book, "B4")),
    )["Pejabat"]["B4"]
    assert cell.fill.start_color.rgb == RED
    assert (cell.comment.author, cell.comment.text) == (
        "Budi",
        "Tanyakan lagi.\n\n── periksa ──\nKesalahan: Salah. [WB-ID]\n\n"
        "Saran: Tulislah S.H. [PEJ-GELAR]",
    )


def test_ranges_merged_cells_and_whole_sheets(book: Path) -> None:
    copy = copied(
        book,
        note("WB-GABUNG", "Pisahkan.", at(book, "B2", "Budi's Tim")),
        warning("WB-CORET", "Hapus.", at(book, "A4:B5")),
        note("WB-LEMBAR", "Seluruh lembar.", at(book, None)),
    )
    assert copy["Budi's Tim"]["A1"].comment.text.endswith("Keterangan: Pisahkan. [WB-GABUNG]")
    coloured = {
        cell.coordinate: cell.fill.start_color.rgb
        for row in copy["Pejabat"]["A1:B5"]
        for cell in row
        if cell.fill.fill_type
    }
    assert coloured == {"A1": GREY, "A4": YELLOW, "B4": YELLOW, "A5": YELLOW, "B5": YELLOW}


def test_the_first_sheet_lists_all_and_links_to_the_cells(book: Path) -> None:
    form = Place("realisasi/pokja.xlsx", "Formulir", "D9")
    copy = copied(
        book,
        warning("MON-PERSEN", "Lebih dari 100.", form),
        error("WB-GABUNG", "Pisahkan.", at(book, "B2", "Budi's Tim")),
    )
    page = copy.worksheets[0]
    assert [page["A1"].value, page["A2"].value] == [
        "Daftar temuan pemeriksaan",
        "1 kesalahan, 1 peringatan. Warna sel menurut jenisnya.",
    ]
    assert [[cell.value for cell in row] for row in page["A4:E5"]] == [
        [1, "kesalahan", "Budi's Tim!B2", "Pisahkan.", "WB-GABUNG"],
        [2, "peringatan", "realisasi/pokja.xlsx › Formulir!D9", "Lebih dari 100.", "MON-PERSEN"],
    ]
    assert page["C4"].hyperlink.location == "'Budi''s Tim'!B2"
    assert page["C5"].hyperlink is None


def test_words_of_cells_stay_words(book: Path) -> None:
    """A message quotes cells; nothing of it is a formula, or breaks the file."""
    page = copied(book, error("WB-ID", '=HYPERLINK("http://x")\x07', at(book, "A4"))).worksheets[0]
    assert (page["D4"].value, page["D4"].data_type) == ('=HYPERLINK("http://x")', "s")


def test_a_copy_of_a_copy_has_only_what_is_wrong_now(book: Path) -> None:
    content, _ = marked_copy(book, [error("WB-ID", "Salah.", at(book, "B4"))], STAMP)
    book.write_bytes(content)
    copy = copied(book)
    assert copy.sheetnames == ["Temuan", "Pejabat", "Budi's Tim"]
    assert copy["Pejabat"]["B4"].comment.text == "Tanyakan lagi."


def test_the_same_findings_give_the_same_bytes(book: Path) -> None:
    findings = [error("WB-ID", "Salah.", at(book, "B4"))]
    assert marked_copy(book, findings, STAMP) == marked_copy(book, findings, STAMP)


def test_what_could_not_be_copied_is_told(book: Path) -> None:
    with zipfile.ZipFile(book, "a") as package:
        package.writestr("xl/threadedComments/threadedComment1.xml", "<x/>")
        package.writestr("xl/drawings/drawing7.xml", "<xdr:wsDr><xdr:sp>Kotak</xdr:sp></xdr:wsDr>")
    _, (told,) = marked_copy(book, [], STAMP)
    assert told.code == "WB-SALINAN"
    assert "memuat bagian bentuk dan kotak teks, percakapan komentar dari" in told.message


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="tidak dapat dibuka"):
        marked_copy(tmp_path / "tiada.xlsx", [], STAMP)
