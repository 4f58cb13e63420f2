"""A fresh workbook: what is written reads back, and it is made for people."""

from collections import Counter
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook
from workbook_bench import ROWS, STAMP

from zi_docs.text import RichText
from zi_docs.workbook.reading.load import read_plan, read_tables
from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.schema import SCHEMA_VERSION, VERSION_PROPERTY, Kind, Layout
from zi_docs.workbook.writing.author import write_workbook

# Sheets whose rows name rows of the plan.
NAMING_ROWS = ("realisasi", "tindak_lanjut", "rapat", "nomor", "reviu_layanan")
TABLES = [sheet for sheet in SHEETS if sheet.layout is Layout.TABLE]


@pytest.fixture(scope="module")
def book(workbook_bytes: bytes) -> Workbook:
    return openpyxl.load_workbook(BytesIO(workbook_bytes))


def test_every_sheet_reads_back_as_it_was_written(tmp_path: Path, workbook_bytes: bytes) -> None:
    path = tmp_path / "zi.xlsx"
    path.write_bytes(workbook_bytes)
    tables = read_tables(path)
    assert tables.findings == []
    assert set(tables.rows) == set(ROWS)
    for key, given in ROWS.items():
        defaults = {c.key for c in BY_KEY[key].columns if c.default}
        read = [dict(row.values) for row in tables.rows[key]]
        kept = [
            {k: v for k, v in r.items() if k in g or k not in defaults}
            for r, g in _pairs(read, given)
        ]
        assert kept == given
    assert tables.lists["Area"][0] == "I MANAJEMEN PERUBAHAN"


def _pairs(read: list[dict[str, Any]], given: list[dict[str, Any]]) -> Any:
    return zip(read, given, strict=True)


def test_the_same_rows_give_the_same_bytes(workbook_bytes: bytes) -> None:
    assert write_workbook(ROWS, STAMP) == workbook_bytes


def test_a_workbook_without_rows_asks_for_what_is_required(tmp_path: Path) -> None:
    path = tmp_path / "kosong.xlsx"
    path.write_bytes(write_workbook({}, STAMP))
    plan, findings = read_plan(path)
    assert plan is None
    required = [c for c in BY_KEY["instansi"].columns if c.required]
    assert Counter(f.code for f in findings) == {"WB-WAJIB": len(required)}


def test_text_stays_text(tmp_path: Path) -> None:
    texts = ["=1+1", "+62 811", "-5", "- butir", "@nama", "#REF!", "'kutip"]
    rows = [
        ROWS["rencana_aksi"][0] | {"id": f"T-{n}", "bukti": RichText.of(text), "target": text}
        for n, text in enumerate(texts)
    ]
    path = tmp_path / "zi.xlsx"
    path.write_bytes(
        write_workbook({**ROWS, "rencana_aksi": rows, **{key: [] for key in NAMING_ROWS}}, STAMP)
    )
    plan, findings = read_plan(path)
    assert findings == []
    assert plan is not None
    assert [activity.bukti.plain for activity in plan.activities] == texts
    assert [activity.target for activity in plan.activities] == texts


@pytest.mark.parametrize("sheet", TABLES, ids=lambda sheet: sheet.key)
def test_tables_are_named_frozen_and_explained(book: Workbook, sheet: Any) -> None:
    page = book[sheet.title]
    (table,) = page.tables.values()
    assert table.displayName == f"Tabel_{sheet.title.replace(' ', '_')}"
    rows = len(ROWS.get(sheet.key, ()))
    assert table.ref.endswith(str(3 + rows + sheet.spare))
    assert page.freeze_panes in ("A4", "B4")
    assert page.print_title_rows == "$3:$3"
    for cell, column in zip(page[3], sheet.columns, strict=True):
        assert cell.value == column.header
        assert column.help in cell.comment.text


def test_table_names_differ(book: Workbook) -> None:
    names = [name for page in book.worksheets for name in page.tables]
    assert len(names) == len(set(names)) == len(TABLES) + len(BY_KEY["referensi"].columns)


def test_rows_may_be_inserted_deleted_and_sorted(book: Workbook) -> None:
    """Excel grows no table on a protected sheet, and deletes only rows that are all unlocked."""
    for sheet in SHEETS:
        protection = book[sheet.title].protection
        assert protection.sheet is (sheet.layout in (Layout.PAIRS, Layout.PROSE))
        assert protection.password is None
    assert not book["Instansi"]["B5"].protection.locked
    assert book["Instansi"]["A5"].protection.locked


def test_five_hundred_rows_have_their_rules(book: Workbook) -> None:
    page = book["Rencana Aksi"]
    assert {str(rule.sqref).split(":")[1] for rule in page.data_validations.dataValidation} == {
        f"{letter}503" for letter in "BCGHIJKLMNOPQRTU"
    }
    ids = [
        rule for rule in book["Realisasi"].data_validations.dataValidation if rule.type == "list"
    ]
    assert "'Rencana Aksi'!$A$4:$A$503" in {rule.formula1 for rule in ids}


def test_what_is_missing_in_a_begun_row_is_coloured(book: Workbook) -> None:
    """The column Langkah Aksi, which every row needs, is E."""
    rules = {
        str(cells.sqref): rule.formula
        for cells in book["Rencana Aksi"].conditional_formatting
        for rule in cells.rules
    }
    assert rules["E4:E503"] == ["AND(COUNTA($A4:$V4)>0,LEN(TRIM(E4))=0)"]
    assert "V4:V503" not in rules


def test_dropdowns_offer_choices_lists_and_ids(book: Workbook) -> None:
    def sources(title: str) -> dict[str, str | None]:
        rules = book[title].data_validations.dataValidation
        return {str(rule.sqref).split(":")[0]: rule.formula1 for rule in rules}

    assert sources("Konsiderans")["B4"] == '"Menimbang,Mengingat,Memperhatikan,Diktum"'
    last = book["Referensi"].max_row
    assert sources("Rencana Aksi")["B4"] == f"'Referensi'!$A$4:$A${last}"
    assert sources("Keputusan")["G4"] == "'Pejabat'!$A$4:$A$503"
    assert sources("Rencana Aksi")["G4"] == '"√"'
    assert "I4" not in sources("Keputusan")
    # Posts are offered as persons in charge; a pokja may be typed.
    assert sources("Rencana Aksi")["T4"] == "'Pejabat'!$E$4:$E$503"
    rules = book["Rencana Aksi"].data_validations.dataValidation
    assert [rule.showErrorMessage for rule in rules if str(rule.sqref).startswith("T4")] == [False]


def test_names_in_use_are_offered_and_anything_else_may_be_typed(book: Workbook) -> None:
    """Components of the LKE and of the plan, each once; groups of teams as they are in use."""
    lists = {
        column[2].value: [cell.value for cell in column[3:] if cell.value]
        for column in book["Referensi"].iter_cols()
    }
    assert lists["Komponen"][0] == "Penyusunan Tim Kerja"
    assert lists["Komponen"].count("Tim kerja") == 1
    assert len(set(lists["Komponen"])) == len(lists["Komponen"])
    assert lists["Kelompok tim"] == ["Pokja I"]
    assert lists["Kode LKE"][:2] == ["PPA1A", "PPA1B"]
    assert all("," not in code for code in lists["Kode LKE"])
    for title, cells in (
        ("Rencana Aksi", "C4:C503"),
        ("Rencana Aksi", "U4:U503"),
        ("Tindak Lanjut", "F4:F503"),
        ("Tim", "B4:B503"),
    ):
        (rule,) = (
            rule for rule in book[title].data_validations.dataValidation if str(rule.sqref) == cells
        )
        assert rule.formula1.startswith("'Referensi'!$")
        assert not rule.showErrorMessage


def test_inline_lists_are_short_enough_for_excel() -> None:
    """A longer one, or one with commas in its values, stands in the sheet Referensi."""
    for sheet in SHEETS:
        for column in sheet.columns:
            if column.kind is Kind.CHOICE:
                assert len(",".join(column.choices)) <= 253
                assert not any("," in choice for choice in column.choices)


def test_the_schema_version_is_kept_and_a_newer_one_warned_of(
    tmp_path: Path, workbook_bytes: bytes
) -> None:
    book = openpyxl.load_workbook(BytesIO(workbook_bytes))
    version = book.custom_doc_props[VERSION_PROPERTY]
    assert version.value == SCHEMA_VERSION
    version.value = SCHEMA_VERSION + 1
    path = tmp_path / "zi.xlsx"
    book.save(path)
    _, findings = read_plan(path)
    assert [finding.code for finding in findings] == ["WB-SKEMA"]


def test_the_guidance_tells_of_every_sheet_and_token(book: Workbook) -> None:
    text = "\n".join(str(cell.value) for row in book["Petunjuk"] for cell in row if cell.value)
    for sheet in SHEETS[1:]:
        assert f"{sheet.title} — {sheet.help}" in text
    assert "{instansi-singkat}" in text
    assert "{huruf-sebelumnya}" in text


def test_patterns_of_numbers_come_with_a_fresh_workbook(tmp_path: Path) -> None:
    path = tmp_path / "zi.xlsx"
    path.write_bytes(write_workbook({"instansi": ROWS["instansi"]}, STAMP))
    plan, _ = read_plan(path)
    assert plan is not None
    assert [(p.jenis, p.kode, p.pola) for p in plan.number_patterns][2:4] == [
        ("Surat Dinas", "SD", "{no}/{klasifikasi}-{jenis}/{satker}/{tahun}"),
        ("Undangan", "Und", "{no}/{klasifikasi}-{jenis}/{satker}/{tahun}"),
    ]


def test_rare_columns_stand_last_and_are_folded_until_one_is_filled() -> None:
    rare = [column.header for column in BY_KEY["rapat"].columns if column.rare]
    assert [column.header for column in BY_KEY["rapat"].columns][-len(rare) :] == rare
    assert {"Tembusan", "Nomor berita acara"} < set(rare)
    rows = {"rapat": [{"id": "R-01", "tembusan": "Inspektorat"}]}
    page = openpyxl.load_workbook(BytesIO(write_workbook(rows, STAMP)))["Rapat"]
    folded = {
        str(cell.value): page.column_dimensions[cell.column_letter].hidden
        for cell in page[3]
        if page.column_dimensions[cell.column_letter].outlineLevel
    }
    assert set(folded) == set(rare)
    assert not folded["Tembusan"]
    assert folded["Nomor berita acara"]


def test_every_header_explains_itself_with_an_example_or_its_choices() -> None:
    silent = [
        f"{sheet.title}: {column.header}"
        for sheet in SHEETS
        for column in sheet.columns
        if sheet.layout is Layout.TABLE
        and not (column.example or column.choices or column.list_name or column.default)
        and column.kind is not Kind.MARK
        and column.key != "catatan"
    ]
    assert silent == []


def test_a_click_on_the_name_of_a_sheet_leads_there(book: Workbook) -> None:
    """Sheets of supporting papers stand under a heading of their own, with tabs of one colour."""
    leading = {
        link.location.split("!")[0].strip("'"): cell.value
        for row in book["Petunjuk"]
        for cell in row
        if (link := cell.hyperlink)
    }
    assert set(leading) == {sheet.title for sheet in SHEETS[1:]}
    supporting = {sheet.title for sheet in SHEETS if sheet.supporting}
    assert list(leading)[-len(supporting) :] == [t for t in book.sheetnames if t in supporting]
    assert {book[title].sheet_properties.tabColor.rgb for title in supporting} == {"0070AD47"}
