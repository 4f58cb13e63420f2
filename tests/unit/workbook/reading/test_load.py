"""Damaged workbooks: every problem with its cell, all of them in one run."""

from datetime import date
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font
from workbook_bench import Bench

from zi_docs.findings import Finding, Severity
from zi_docs.model import Part
from zi_docs.text import Span
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.reading.workbook_parts import WorkbookParts

PLAN = "Rencana Aksi"


def spots(findings: list[Finding]) -> list[tuple[str, str | None, str | None]]:
    return [(f.code, f.place.sheet, f.place.cell) for f in findings]


def test_the_plan_of_a_sound_workbook(bench: Bench) -> None:
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert plan.office.name == "Komisi Pemilihan Umum Kabupaten Batang Hari"
    assert plan.office.decree_paper.margins == (25.0, 25.0, 25.0, 25.0)
    (decree,) = plan.decrees
    assert decree.judul == f"Rencana Aksi {plan.office.name} Tahun 2026"
    assert decree.pemaraf == ("SEKRETARIS", "KETUA")
    (words,) = decree.items(Part.CONSIDERING)
    assert words.isi.spans == (Span("bahwa "), Span("role model", italic=True), Span(" 2026"))
    assert words.origin.at("isi").cell == "C4"
    first = plan.activities[0]
    assert first.bulan == {1, 12}
    assert first.bukti.plain == "=SK"
    assert plan.meetings[0].undangan == ("KETUA", "Komisioner", "P-01")
    assert plan.realisations[0].persen == 85.5


@pytest.mark.parametrize(
    ("sheet", "cell", "value", "code"),
    [
        ("Keputusan", "D4", "31 Februari 2026", "WB-TANGGAL"),
        ("Keputusan", "D4", "besok", "WB-TANGGAL"),
        ("Keputusan", "G4", "KETUWA", "WB-ACUAN"),
        ("Keputusan", "I4", "SEKRETARIS; KASUBAG", "WB-ACUAN"),
        ("Rapat", "D4", "25.70", "WB-JAM"),
        ("Rapat", "I4", "KETUA; Komisoner", "WB-ACUAN"),
        ("Instansi", "B7", "Kabupatn", "WB-PILIHAN"),
        ("Peraturan", "D4", "dua ribu", "WB-BILANGAN"),
        ("Pejabat", "C5", 197001012000031001, "WB-TEKS"),
        ("Realisasi", "B4", 13, "WB-BULAN"),
        ("Realisasi", "C4", 120, "WB-PERSEN"),
        (PLAN, "B5", "MANAJEMEN PERUBAHAN", "WB-PILIHAN"),
        (PLAN, "D5", 12, "WB-TEKS"),
        (PLAN, "D5", "=1+1", "WB-RUMUS"),
        (PLAN, "D5", "#REF!", "WB-GALAT"),
        (PLAN, "D5", None, "WB-WAJIB"),
        (PLAN, "G5", "q", "WB-TANDA"),
        (PLAN, "A5", "RA/2", "WB-ID"),
    ],
)
def test_a_bad_cell_is_named_and_its_neighbour_too(
    bench: Bench, sheet: str, cell: str, value: Any, code: str
) -> None:
    bench.set(sheet, cell, value)
    bench.set("Nomor", "C4", "32 Mei 2026")
    findings = bench.findings()
    assert (code, sheet, cell) in spots(findings)
    assert ("WB-TANGGAL", "Nomor", "C4") in spots(findings)
    assert len(findings) == 2
    assert all(f.place.file.endswith("zi-2026.xlsx") for f in findings)


def test_a_formula_of_an_empty_text_is_an_empty_cell_calculated_or_not(bench: Bench) -> None:
    bench.set(PLAN, "D5", '=""')
    (finding,) = bench.findings()
    assert (finding.code, finding.place.cell) == ("WB-WAJIB", "D5")


@pytest.mark.parametrize(
    "twin",
    ["ra-001", "\uff32\uff21-001", "R\u00adA\u2011001", "R\u0410-001"],
    ids=["capitals", "full width", "what nobody sees", "Cyrillic"],
)
def test_a_duplicate_id_names_the_other_cell(twin: str, bench: Bench) -> None:
    bench.set(PLAN, "A5", twin)
    plan, (finding,) = bench.read()
    assert spots([finding]) == [("WB-ID-GANDA", PLAN, "A5")]
    assert "A4" in finding.message
    assert plan is not None
    assert [activity.id for activity in plan.activities] == ["RA-001"]


def test_bad_rows_are_left_out_and_the_rest_is_kept(bench: Bench) -> None:
    bench.set(PLAN, "D5", 12)
    plan, _ = bench.read()
    assert plan is not None
    assert [activity.id for activity in plan.activities] == ["RA-001"]


def test_suggestions_name_the_nearest(bench: Bench) -> None:
    bench.set("Keputusan", "G4", "KETUWA")
    bench.set("Konsiderans", "B4", "Menimbag")
    messages = [finding.message for finding in bench.findings()]
    assert any("“KETUA”" in message for message in messages)
    assert any("“Menimbang”" in message for message in messages)


def test_references_take_the_spelling_of_the_id(bench: Bench) -> None:
    bench.set("Keputusan", "G4", " ketua ")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert plan.decrees[0].penanda_tangan == "KETUA"


def test_a_missing_sheet_is_named_with_the_nearest_title(bench: Bench) -> None:
    bench.book[PLAN].title = "Rencana Aksii"
    bench.book["Rencana Aksii"]["D3"] = "Ukuran"
    found = {f.code: f for f in bench.findings()}
    assert "Rencana Aksii" in found["WB-LEMBAR"].message
    assert found["WB-LEMBAR"].severity is Severity.ERROR
    assert found["WB-LEMBAR-LAIN"].place.sheet == "Rencana Aksii"


@pytest.mark.parametrize(
    ("sheet", "title"),
    [
        (PLAN, "Renaksi"),
        ("Nomor", "Buku Agenda"),
        ("Peserta", "Undangan luar"),
        ("Nomor", "nomor "),
    ],
)
def test_a_renamed_sheet_is_known_by_its_header(bench: Bench, sheet: str, title: str) -> None:
    before, _ = bench.read()
    bench.book[sheet].title = title
    plan, findings = bench.read()
    expected = [] if title == "nomor " else [("WB-LEMBAR-NAMA", title, None)]
    assert spots(findings) == expected
    assert plan is not None and before is not None
    for records in ("activities", "numbers", "participants"):
        assert [r.id if records != "numbers" else r.nomor for r in getattr(plan, records)] == [
            r.id if records != "numbers" else r.nomor for r in getattr(before, records)
        ]


def test_of_two_sheets_with_the_header_of_a_missing_one_none_is_chosen(bench: Bench) -> None:
    bench.book["Nomor"].title = "Surat keluar"
    bench.book.copy_worksheet(bench.book["Surat keluar"]).title = "Surat keluar lama"
    findings = [f for f in bench.findings() if f.code == "WB-LEMBAR"]
    assert [f.severity for f in findings] == [Severity.ERROR]
    assert "Mungkin lembar “Surat keluar” yang dimaksud" in findings[0].message


def test_a_header_far_below_the_top_is_found(bench: Bench) -> None:
    """An office put its letterhead above the register."""
    bench.book["Nomor"].insert_rows(1, 20)
    bench.set("Nomor", "A1", "PEMERINTAH")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert [given.nomor for given in plan.numbers] == [7]


def test_a_missing_sheet_that_may_be_missing_is_a_note(bench: Bench) -> None:
    del bench.book["Tim"]
    plan, (finding,) = bench.read()
    assert (finding.code, finding.severity) == ("WB-LEMBAR", Severity.NOTE)
    assert plan is not None


def test_a_sheet_under_another_title_and_header_is_asked_about(bench: Bench) -> None:
    """It may be the register: its rows are not lost with a mere note."""
    page = bench.book["Nomor"]
    page.title = "Agenda"
    for cell in page[3]:
        cell.value = f"Kolom {cell.column}" if cell.value else None
    found = {(f.code, f.severity): f for f in bench.findings()}
    assert "“Agenda”" in found["WB-LEMBAR", Severity.WARNING].message
    assert ("WB-LEMBAR-LAIN", Severity.NOTE) in found


def test_a_missing_column_is_named_with_the_nearest_header(bench: Bench) -> None:
    bench.set(PLAN, "D3", "Indikatr")
    found = {f.code: f for f in bench.findings()}
    assert found["WB-KOLOM"].severity is Severity.ERROR
    assert found["WB-KOLOM"].place.cell == "A3"
    assert "“Indikatr”" in found["WB-KOLOM"].message
    assert found["WB-KOLOM-LAIN"].place.cell == "D3"


def test_headers_are_known_by_their_words(bench: Bench) -> None:
    bench.set(PLAN, "E3", "LANGKAH\nAKSI ")
    bench.set(PLAN, "F3", "data  dukung")
    bench.set(PLAN, "G3", "Jan")
    bench.set(PLAN, "R3", 12)
    page = bench.book[PLAN]
    page.insert_rows(3)
    page.insert_cols(2)
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert plan.activities[0].bulan == {1, 12}


def test_the_header_of_a_month_may_name_the_year_but_no_other(bench: Bench) -> None:
    """A mark below `Feb 2025` is one of another year."""
    before, _ = bench.read()
    bench.set(PLAN, "G3", "Januari 2026")
    bench.set(PLAN, "H3", "Feb 2025")
    plan, findings = bench.read()
    assert [(f.code, f.severity, f.place.sheet, f.place.cell) for f in findings] == [
        ("TAHUN-BULAN", Severity.ERROR, PLAN, "H3")
    ]
    assert plan is not None and before is not None
    assert [row.bulan for row in plan.activities] == [row.bulan for row in before.activities]


def test_a_column_that_stands_twice(bench: Bench) -> None:
    bench.set(PLAN, "X3", "Target")
    assert spots(bench.findings()) == [("WB-KOLOM-GANDA", PLAN, "X3")]


def test_a_sheet_without_its_header(bench: Bench) -> None:
    bench.book[PLAN].delete_rows(3)
    assert ("WB-KEPALA", PLAN, None) in spots(bench.findings())


def test_an_empty_plan(bench: Bench) -> None:
    bench.book[PLAN].delete_rows(4, 10)
    plan, findings = bench.read()
    assert ("WB-KOSONG", PLAN, None) in spots(findings)
    assert plan is not None


def test_no_plan_without_what_every_document_needs(bench: Bench) -> None:
    bench.set("Instansi", "B5", None)
    plan, findings = bench.read()
    assert plan is None
    assert spots(findings) == [("WB-WAJIB", "Instansi", "B5")]


def test_no_plan_of_an_unlikely_year(bench: Bench) -> None:
    row = next(c.row for c in bench.book["Instansi"]["A"] if c.value == "Tahun")
    bench.set("Instansi", f"B{row}", 26)
    plan, findings = bench.read()
    assert plan is None
    assert spots(findings) == [("WB-TAHUN", "Instansi", f"B{row}")]


def test_an_entry_of_instansi_that_is_misspelt(bench: Bench) -> None:
    bench.set("Instansi", "A5", "Nama lembga")
    found = {f.code: f for f in bench.findings()}
    assert found["WB-ISIAN-LAIN"].place.cell == "A5"
    assert "“Nama lembaga”" in found["WB-ISIAN-LAIN"].message
    assert "Nama lembaga" in found["WB-ISIAN"].message


def test_merged_cells_hold_for_all_their_rows_and_marks_for_all_their_months(bench: Bench) -> None:
    page = bench.book[PLAN]
    page.merge_cells("C4:C5")
    page.merge_cells("G4:I4")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    first, second = plan.activities
    assert second.komponen == first.komponen
    assert first.bulan == {1, 2, 3, 12}


def test_hidden_rows_are_read_and_blank_rows_skipped(bench: Bench) -> None:
    page = bench.book[PLAN]
    page.insert_rows(5)
    page["B5"].value = "\u00a0 "
    page.row_dimensions[4].hidden = True
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert len(plan.activities) == 2


def test_a_sheet_formatted_to_its_end_is_read_quickly(bench: Bench) -> None:
    bench.book[PLAN]["A1048576"].font = Font(bold=True)
    assert bench.findings() == []


def test_what_stands_beyond_the_limits_is_reported(bench: Bench) -> None:
    bench.set(PLAN, "A9000", "RA-900")
    assert spots(bench.findings()) == [("WB-BATAS", PLAN, "A9000")]


def test_the_font_of_a_whole_cell_is_no_emphasis(bench: Bench) -> None:
    bench.book[PLAN]["D4"].font = Font(italic=True, bold=True)
    plan, _ = bench.read()
    assert plan is not None
    assert plan.activities[0].indikator.spans == (Span("SK Tim"),)


def test_a_list_of_referensi_may_be_extended(bench: Bench) -> None:
    bench.set("Referensi", "A10", "VII LAYANAN BARU")
    bench.set(PLAN, "B4", "vii layanan baru")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert plan.activities[0].area == "VII LAYANAN BARU"


def test_local_days_off_are_read_as_words_and_as_dates(bench: Bench) -> None:
    """An older workbook has no such list and does well without it."""
    bench.set("Referensi", "I4", "18 Agustus 2026: hari jadi")
    bench.set("Referensi", "I5", date(2026, 9, 14), "d mmmm yyyy")
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert plan.local_days_off == ("18 Agustus 2026: hari jadi", "14 September 2026")
    bench.book["Referensi"].delete_cols(9)
    plan, findings = bench.read()
    assert (findings, plan and plan.local_days_off) == ([], ())


def test_a_workbook_from_before_the_columns_of_plenos_is_read_without_a_word(bench: Bench) -> None:
    """Its meetings are ordinary ones; a column that it always had is missed."""
    sheet = bench.book["Rapat"]
    headers = {cell.value: cell.column for row in sheet["A1:AD3"] for cell in row}
    later = ("Jenis", "Keputusan", "Yang hadir", "Nomor berita acara")
    for name in sorted(later, key=lambda name: headers[name], reverse=True):
        sheet.delete_cols(headers[name])
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    assert not any(meeting.plenary for meeting in plan.meetings)
    sheet.delete_cols(headers["Tempat"])
    assert [finding.code for finding in bench.findings()] == ["WB-KOLOM"]


def test_equal_files_are_parsed_once_and_each_finding_names_its_own_file(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A kept state is often, byte for byte, the workbook."""
    bench.set("Keputusan", "D4", "besok")
    bench.book.save(bench.path)
    kept = bench.path.with_name("renaksi.xlsx")
    kept.write_bytes(bench.path.read_bytes())
    opened = []

    def counted(content: bytes) -> WorkbookParts:
        opened.append(content)
        return WorkbookParts(content)

    monkeypatch.setattr("zi_docs.workbook.reading.xlsx.WorkbookParts", counted)
    findings = {path: read_plan(path)[1] for path in (bench.path, kept)}
    assert [{f.place.file for f in of_file} for of_file in findings.values()] == [
        {str(bench.path)},
        {str(kept)},
    ]
    assert len(opened) == 1


def test_struck_words_are_a_warning_at_their_cell_and_stay(bench: Bench) -> None:
    bench.book[PLAN]["D4"].value = CellRichText(
        "SK Tim ", TextBlock(InlineFont(strike=True), "dan notula")
    )
    bench.book[PLAN]["D5"].font = Font(strike=True)
    plan, findings = bench.read()
    assert spots(findings) == [("WB-CORET", PLAN, "D4"), ("WB-CORET", PLAN, "D5")]
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert plan is not None
    assert plan.activities[0].indikator.spans == (Span("SK Tim dan notula"),)


def test_numbers_in_texts_are_printed_as_excel_shows_them(bench: Bench) -> None:
    columns = {cell.value: cell.column_letter for cell in bench.book[PLAN][3]}
    target, code = columns["Target"], columns["Kode LKE"]
    bench.set(PLAN, f"{target}4", 1500000, '"Rp" #,##0')
    bench.set(PLAN, f"{code}4", 1.1, "0.00")
    bench.set(PLAN, f"{target}5", 0.5, "# ?/?")
    plan, (finding,) = bench.read()
    assert plan is not None
    first, second = plan.activities
    assert (first.target, first.lke, second.target) == ("Rp 1.500.000", "1.10", "0,5")
    assert spots([finding]) == [("WB-TAMPIL", PLAN, f"{target}5")]
    assert "“# ?/?”" in finding.message


def test_a_link_in_the_column_of_evidence_gives_its_address(bench: Bench) -> None:
    """In another column the words count, as in an e-mail address that Excel made a link of."""
    page = bench.book["Realisasi"]
    columns = {cell.value: cell.column_letter for cell in page[3]}
    for name in ("Tautan/berkas", "Kendala"):
        cell = page[f"{columns[name]}4"]
        cell.value, cell.hyperlink = "klik di sini", "https://contoh.id/bukti.pdf"
    plan, findings = bench.read()
    assert findings == []
    assert plan is not None
    (row,) = plan.realisations
    assert (row.tautan, row.kendala) == ("https://contoh.id/bukti.pdf", "klik di sini")
