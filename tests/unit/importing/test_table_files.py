"""Files that hold a plan, and files that do not: told by what they hold, not by their names."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.cases.foreign import HEAD, ROW, codes, csv, imported, months, texts, workbook
from zi_docs.errors import ConversionError
from zi_docs.importing.importer import import_plan

TABLE = "Area;Komponen;Indikator;Langkah Aksi;Bukti;Waktu\nIV;Naïf – x;a;b;c;Maret\n"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    plan = imported(csv(tmp_path, TABLE.replace(";", delimiter), encoding))
    assert plan.findings == []
    assert texts(plan.rows[0])["komponen"] == "Naïf – x"


def test_commas_in_cells_and_titles_are_no_delimiters(tmp_path: Path) -> None:
    text = (
        "RENCANA AKSI, PEMBANGUNAN, ZONA, INTEGRITAS, KANTOR, X, TAHUN, 2025, MENUJU, WBK\n\n"
        "No;Area;Komponen;Indikator;Langkah Aksi;Bukti;Waktu\n"
        "1;I MANAJEMEN PERUBAHAN;Tim;a;Rapat;Undangan, daftar hadir, notula, foto, SK;Januari\n"
    )
    (row,) = imported(csv(tmp_path, text, "cp1252")).rows
    assert texts(row)["bukti"] == "Undangan, daftar hadir, notula, foto, SK"


def test_records_end_at_line_ends_only(tmp_path: Path) -> None:
    text = TABLE + "V;k\u000bx;i\u000cx;l\u0085x;b\u2028x;Mei\n"
    plan = imported(csv(tmp_path, text))
    assert len(plan.rows) == 2
    assert texts(plan.rows[1])["langkah_aksi"] == "l\nx"
    assert texts(plan.rows[1])["bukti"] == "b\nx"


def test_lines_of_a_quoted_cell_and_the_line_of_a_fault(tmp_path: Path) -> None:
    text = TABLE + 'V;k;"i\nj";l;b;Mei\nV;k;i;l;b;Smarch\n'
    plan = imported(csv(tmp_path, text))
    assert texts(plan.rows[1])["indikator"] == "i\nj"
    (finding,) = plan.findings
    assert (finding.code, finding.place.part) == ("IMP-WAKTU", "baris 5")


def test_a_quotation_mark_that_is_never_closed_swallows_nothing(tmp_path: Path) -> None:
    plan = import_plan(csv(tmp_path, TABLE + 'V;k;"i;l;b;Mei\nV;k;i;l;b;Juni\n'))
    assert (plan.rows, codes(plan)) == ([], ["IMP-CSV"])


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("kosong.csv", b"", "kosong"),
        ("kosong.xlsx", b"", "kosong"),
        ("rencana.xls", b"<html><table><tr><td>Area</td></tr></table></html>", "halaman HTML"),
        ("rencana.sql", b"CREATE TABLE renaksi (area text);", "perintah SQL"),
        ("rencana.json", b'{"area": 1}', "data JSON"),
        ("rencana.pdf", b"%PDF-1.7", "berkas PDF"),
        ("rencana.csv", b"\x89PNG\r\n", "gambar"),
        ("rencana.doc", bytes.fromhex("D0CF11E0A1B11AE1") + b"x" * 600, "Office lama"),
    ],
)
def test_each_wrong_kind_has_its_message(
    tmp_path: Path, name: str, content: bytes, kind: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    plan = import_plan(path)
    assert (plan.rows, codes(plan)) == ([], ["IMP-BERKAS"])
    assert kind in plan.findings[0].message


def test_a_word_file_is_no_table(tmp_path: Path) -> None:
    path = tmp_path / "rencana.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert "naskah Word" in import_plan(path).findings[0].message


def test_a_missing_file(tmp_path: Path) -> None:
    assert codes(import_plan(tmp_path / "tidak-ada.csv")) == ["WB-TIDAK-ADA"]


def test_a_workbook_under_another_name_is_read(tmp_path: Path) -> None:
    path = workbook(tmp_path, [[*HEAD, "Waktu"], [*ROW, "Maret"]]).rename(tmp_path / "abc.ods")
    plan = imported(path)
    assert months(plan.rows[0]) == [3]
    assert codes(plan) == ["IMP-NAMA-BERKAS"]


def spreadsheet(tmp_path: Path) -> Path:
    path = tmp_path / "rencana.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office/>")
    return path


def test_a_spreadsheet_of_another_program_is_changed_first(tmp_path: Path) -> None:
    changed = workbook(tmp_path, [[*HEAD, "Waktu"], [*ROW, "Maret"]]).read_bytes()
    plan = import_plan(spreadsheet(tmp_path), convert=lambda path: changed)
    assert [months(row) for row in plan.rows] == [[3]]


def test_without_a_program_that_changes_it_the_package_is_named(tmp_path: Path) -> None:
    def fails(path: Path) -> bytes:
        raise ConversionError("LibreOffice tidak menghasilkan tabel.", "Mungkin Calc tidak ada.")

    for convert in (fails, None):
        plan = import_plan(spreadsheet(tmp_path), convert=convert)
        assert (plan.rows, codes(plan)) == ([], ["IMP-UBAH"])
        assert "libreoffice-calc-nogui" in plan.findings[0].message
