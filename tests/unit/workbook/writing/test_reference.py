"""The reference of sheets and columns."""

from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.sheets.schema import Kind
from zi_docs.workbook.writing.reference import sheet_reference


def test_the_reference_names_every_sheet_and_column() -> None:
    text = sheet_reference()
    for sheet in SHEETS:
        for column in sheet.columns:
            assert f"### {sheet.title}\n" in text
            if column.kind is not Kind.MARK:
                assert f"| {column.header} | {column.kind.value} |" in text


def test_the_months_are_one_line() -> None:
    assert sheet_reference().count("tanda √ |") == 1


def test_a_line_says_what_may_stand_in_the_column() -> None:
    text = sheet_reference()
    assert "| Penanda tangan | acuan | ya |" in text
    assert "Mengacu ke lembar Pejabat." in text
    assert "Pilihan: `Berlaku`, `Diubah`, `Dicabut`." in text
    assert "Bila kosong: `Biasa`." in text
