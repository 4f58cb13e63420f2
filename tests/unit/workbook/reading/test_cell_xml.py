"""Cells as their XML has them: each kind of value, and what programs write that is odd."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from zi_docs.findings import Finding, Place, Severity
from zi_docs.settings import DEFAULTS, Settings
from zi_docs.text import RaisedSpan, RichText, Span
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.cell_text import visible_text
from zi_docs.workbook.reading.workbook_parts import BrokenPartError
from zi_docs.workbook.reading.xlsx import CellFault, RawSheet, read_sheets

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
STRICT = {
    MAIN: "http://purl.oclc.org/ooxml/spreadsheetml/main",
    RELATIONS: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts>'
    '<numFmt numFmtId="164" formatCode="&quot;Rp&quot;\\ #,##0"/>'
    '</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId="0"/>'
    '<xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="46"/><xf numFmtId="164"/>'
    '<xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>'
)  # fmt: skip
DATE, CLOCK, LAPSE, RUPIAH, STRUCK = 1, 2, 3, 4, 5


def parts_of(rows: str, after: str = "", **more: str) -> dict[str, str]:
    """The parts of a workbook with one sheet, `S`; `more` replaces parts by their short name."""
    parts = {
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>'
        '<sheet name="S" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
        f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheetData>'
        f"{rows}</sheetData>{after}</worksheet>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}">{more.get("strings", "")}</sst>',
    }
    if "links" in more:
        parts["xl/worksheets/_rels/sheet1.xml.rels"] = more["links"]
    return parts


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


def read(
    parts: Mapping[str, str | bytes], settings: Settings = DEFAULTS
) -> tuple[RawSheet, list[Finding]]:
    (sheet,), findings = read_sheets(packed(parts), Place("b.xlsx"), settings)
    return sheet, findings


def cell(xml: str, **more: str) -> object:
    """The value of A1, written as `xml`; None where there is no cell."""
    sheet, findings = read(parts_of(f'<row r="1">{xml}</row>', **more))
    assert findings == []
    raw = sheet.cells.get((1, 1))
    return raw and raw.value


def plain(text: str) -> RichText:
    return RichText.of(text)


@pytest.mark.parametrize(
    ("xml", "value"),
    [
        ('<c r="A1"><v>5</v></c>', 5),
        ('<c r="A1" t="n"><v>0.5</v></c>', 0.5),
        ('<c r="A1"><v>1.5E2</v></c>', 150.0),
        ('<c r="A1"/>', None),
        ('<c r="A1" t="n"></c>', None),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="s"><v>0</v></c>', plain("bersama")),
        ('<c r="A1" t="inlineStr"><is><t>sendiri</t></is></c>', plain("sendiri")),
        ('<c r="A1" t="str"><f>A2</f><v>hasil</v></c>', plain("hasil")),
        ('<c r="A1" t="str"><f>A2</f><v></v></c>', None),
        ('<c r="A1" t="d"><v>2026-01-22</v></c>', datetime(2026, 1, 22)),
        ('<c r="A1" t="d"><v>2026-01-22T09:30:00Z</v></c>', datetime(2026, 1, 22, 9, 30)),
        (f'<c r="A1" s="{DATE}"><v>46044</v></c>', datetime(2026, 1, 22)),
        (f'<c r="A1" s="{CLOCK}"><v>0.395833333333333</v></c>', time(9, 30)),
        (f'<c r="A1" s="{LAPSE}"><v>1.5</v></c>', timedelta(hours=36)),
        (f'<c r="A1" s="{DATE}"><v>1</v></c>', datetime(1900, 1, 1)),
        ('<c r="A1" s="999"><v>5</v></c>', 5),
        ('<c r="A1" s="x"><v>5</v></c>', 5),
        ("<c><v>5</v></c>", 5),
    ],
)
def test_values(xml: str, value: object) -> None:
    assert cell(xml, strings="<si><t>bersama</t></si>") == value


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        ('<c r="A1" t="s"><v>7</v></c>', "WB-SEL"),
        ('<c r="A1" t="s"><v>-1</v></c>', "WB-SEL"),
        (f'<c r="A1" t="s"><v>{5000 * "9"}</v></c>', "WB-SEL"),
        (f'<c r="A1"><v>{5000 * "9"}</v></c>', "WB-GALAT"),
        ('<c r="A1" t="q"><v>5</v></c>', "WB-SEL"),
        ('<c r="A1" t="n"><v>lima</v></c>', "WB-SEL"),
        ('<c r="A1"><v>1_000</v></c>', "WB-SEL"),
        ('<c r="A1" t="b"><v>7</v></c>', "WB-SEL"),
        ('<c r="A1" t="d"><v>besok</v></c>', "WB-SEL"),
        ('<c r="A1" t="e"><v>#REF!</v></c>', "WB-GALAT"),
        ('<c r="A1"><v>1E999</v></c>', "WB-GALAT"),
        (f'<c r="A1" s="{DATE}"><v>99999999</v></c>', "WB-GALAT"),
        ('<c r="A1"><f>1+1</f></c>', "WB-RUMUS"),
    ],
)
def test_a_cell_that_cannot_be_read_is_a_fault_and_its_neighbour_is_read(
    xml: str, code: str
) -> None:
    sheet, _ = read(parts_of(f'<row r="1">{xml}<c r="B1"><v>5</v></c></row>'))
    fault = sheet.cells[1, 1].value
    assert isinstance(fault, CellFault)
    assert fault.code == code
    assert sheet.cells[1, 2].value == 5


@pytest.mark.parametrize("reference", ["ZZZZ1", "A0", "A1048577", "??", ""])
def test_a_cell_without_a_place_is_told_and_the_others_are_read(reference: str) -> None:
    rows = f'<row r="1"><c r="{reference}"><v>4</v></c><c r="B1"><v>5</v></c></row>'
    sheet, (finding,) = read(parts_of(rows))
    assert (finding.code, finding.severity, finding.place.sheet) == ("WB-SEL", Severity.ERROR, "S")
    assert f"“{reference}”" in finding.message
    assert {place: raw.value for place, raw in sheet.cells.items()} == {(1, 2): 5}


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ("satu_x000D_\ndua", "satu\ndua"),
        ("satu_x000d_dua", "satu\ndua"),
        ("satu_x000B_dua", "satu\ndua"),
        ("satu_x0009_dua", "satu dua"),
        ("satu_x00A0_dua", "satu dua"),
        ("satu_x0007_dua", "satudua"),
        ("_x005F_x000D_", "_x000D_"),
        ("nama_x_berkas", "nama_x_berkas"),
        ("_xD83D__xDE00_", "\U0001f600"),
        ("a_xD83D_b", "ab"),
    ],
)
def test_escapes_are_decoded_as_excel_does(stored: str, shown: str) -> None:
    sheet, _ = read(parts_of(f'<row r="1"><c r="A1" t="str"><v>{stored}</v></c></row>'))
    assert visible_text(sheet.cells[1, 1]) == shown


def test_runs_keep_their_emphasis_and_phonetic_hints_are_no_text() -> None:
    assert cell(
        '<c r="A1" t="inlineStr"><is><t>luas </t><r><rPr><b/></rPr><t>10 m</t></r>'
        '<r><rPr><vertAlign val="superscript"/></rPr><t>2</t></r>'
        '<r><rPr><u/><i val="0"/></rPr><t> garis</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>'
    ) == RichText(
        (
            Span("luas "),
            Span("10 m", bold=True),
            RaisedSpan("2"),
            Span(" garis", underline=True),
        )
    )


@pytest.mark.parametrize("end", ["</t></r><r><t>\n", "\n</t></r><r><t>"])
def test_a_lines_end_belongs_to_what_follows_it_whichever_program_wrote_it(end: str) -> None:
    """LibreOffice gives it the emphasis of the word before; the same text has one form."""
    runs = f"<r><rPr><i/></rPr><t>asing{end}biasa</t></r>"
    assert cell(f'<c r="A1" t="inlineStr"><is>{runs}</is></c>') == RichText(
        (Span("asing", italic=True), Span("\nbiasa"))
    )


@pytest.mark.parametrize(
    ("xml", "struck"),
    [
        ('<c r="A1" t="inlineStr"><is><r><rPr><strike/></rPr><t>lama</t></r></is></c>', True),
        ('<c r="A1" t="inlineStr"><is><r><rPr><strike val="0"/></rPr><t>a</t></r></is></c>', False),
        (f'<c r="A1" s="{STRUCK}" t="str"><v>lama</v></c>', True),
        (f'<c r="A1" s="{STRUCK}"><v>5</v></c>', True),
        ('<c r="A1" t="str"><v>baru</v></c>', False),
    ],
)
def test_struck_words_are_told_apart(xml: str, struck: bool) -> None:
    sheet, _ = read(parts_of(f'<row r="1">{xml}</row>'))
    assert sheet.cells[1, 1].struck is struck


def test_a_number_has_its_format() -> None:
    sheet, _ = read(parts_of(f'<row r="1"><c r="A1" s="{RUPIAH}"><v>1500000</v></c></row>'))
    assert visible_text(sheet.cells[1, 1]) == "Rp 1.500.000"


def test_links_have_their_address() -> None:
    """One of Ctrl+K, one of a formula, one that leads nowhere, one whose relation is missing."""
    rows = (
        '<row r="1"><c r="A1" t="str"><v>foto</v></c><c r="B1" t="str"><f>HYPERLINK("https://b.id",'
        '"bukti")</f><v>bukti</v></c><c r="C1" t="str"><v>x</v></c></row>'
    )
    after = '<hyperlinks><hyperlink ref="A1" r:id="rId7"/><hyperlink ref="C1" r:id="rId8"/>'
    links = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="rId7" Type="{RELATIONS}/hyperlink" '
        'Target="https://a.id/?x=1&amp;y=2" TargetMode="External"/></Relationships>'
    )
    sheet, findings = read(parts_of(rows, f"{after}</hyperlinks>", links=links))
    assert findings == []
    assert [raw.link for raw in sheet.rows()[1].values()] == [
        "https://a.id/?x=1&y=2",
        "https://b.id",
        "",
    ]


def test_dates_that_count_from_1904() -> None:
    parts = parts_of(f'<row r="1"><c r="A1" s="{DATE}"><v>44582</v></c></row>')
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "<sheets>", '<workbookPr date1904="1"/><sheets>'
    )
    assert read(parts)[0].cells[1, 1].value == datetime(2026, 1, 22)


def test_strict_open_xml_is_read_too(tmp_path: Path) -> None:
    parts = parts_of('<row r="1"><c r="A1" t="d"><v>2026-01-22</v></c></row>')
    for transitional, strict in STRICT.items():
        parts = {name: text.replace(transitional, strict) for name, text in parts.items()}
    path = tmp_path / "strict.xlsx"
    path.write_bytes(packed(parts))
    book = read_book(path, DEFAULTS)
    assert (book.findings, len(book.sheets or ())) == ([], 1)
    assert book.sheets and book.sheets[0].cells[1, 1].value == datetime(2026, 1, 22)


@pytest.mark.parametrize(
    "odd",
    [
        lambda xml: xml.replace("<row ", '<row x14ac:dyDescent="0.25" '),
        lambda xml: xml.replace("isi", "i\x0bsi"),
        lambda xml: xml.replace("isi", "i&#x1f;si"),
        lambda xml: xml.replace("</sheetData>", "</sheetData><drawing r:id='rId99'/>"),
        lambda xml: xml.replace("<sheetData>", "<cols><col width='10,5'/></cols><sheetData>"),
        lambda xml: xml.encode("utf-16"),
    ],
)
def test_xml_that_is_not_quite_sound_is_read(odd: object) -> None:
    parts: dict[str, str | bytes] = dict(
        parts_of('<row r="1"><c r="A1" t="str"><v>isi</v></c></row>')
    )
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = odd(parts[sheet])  # type: ignore[operator]
    raw, findings = read(parts)
    assert findings == []
    assert visible_text(raw.cells[1, 1]) == "isi"


def test_a_broken_book_says_nothing_of_the_next_one() -> None:
    """The parser keeps a log of its own of all that it read before."""
    rows = '<row r="1"><c r="A1" t="str"><v>isi</v></c></row>'
    broken = parts_of(rows) | {"xl/workbook.xml": '<workbook name="\x01'}
    with pytest.raises(BrokenPartError):
        read(broken)
    odd = parts_of(rows.replace("<row ", '<row x14ac:dyDescent="0.25" '))
    assert read(odd)[1] == []


def test_a_sheet_that_is_cut_is_named_and_the_others_are_read() -> None:
    parts = parts_of('<row r="1"><c r="A1"><v>5</v></c></row>')
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "</sheets>", '<sheet name="T" r:id="rId2"/></sheets>'
    )
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId2" Type="{RELATIONS}/worksheet" Target="/xl/worksheets/s2.xml"/>'
        "</Relationships>",
    )
    parts["xl/worksheets/s2.xml"] = parts["xl/worksheets/sheet1.xml"][:-40]
    sheets, (finding,) = read_sheets(packed(parts), Place("b.xlsx"), DEFAULTS)
    assert [(sheet.title, len(sheet.cells)) for sheet in sheets] == [("S", 1), ("T", 0)]
    assert (finding.code, finding.place.sheet) == ("WB-RUSAK", "T")
    assert "xl/worksheets/s2.xml" in finding.message


def test_what_is_broken_behind_the_cells_is_a_note() -> None:
    sheet, (finding,) = read(
        parts_of('<row r="1"><c r="A1"><v>5</v></c></row>', "<conditionalFormatting><odd>")
    )
    assert sheet.cells[1, 1].value == 5
    assert (finding.code, finding.severity) == ("WB-BAGIAN", Severity.NOTE)


def test_entities_are_not_expanded() -> None:
    parts = parts_of('<row r="1"><c r="A1" t="str"><v>&a;</v></c></row>')
    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = f'<!DOCTYPE x [<!ENTITY a "mekar">]>{parts[sheet]}'
    raw, (finding,) = read(parts)
    assert (dict(raw.cells), finding.code) == ({}, "WB-RUSAK")


NARROW = Settings(max_rows=50, max_columns=10)


@pytest.mark.parametrize(
    ("rows", "values", "beyond"),
    [
        ("".join(f'<row r="{r}" s="1" customFormat="1"/>' for r in range(2, 9000)), 1, None),
        ("".join(f'<row r="{r}"><c r="A{r}" s="1"/></row>' for r in range(2, 9000)), 1, None),
        ("".join(f'<row r="{r}"><c r="A{r}"><v>1</v></c></row>' for r in range(2, 9000)), 50, 8949),
        ("<row><c/><c><v>1</v></c></row>" * 60, 50, 11),
        ('<row r="2"><c r="A2"><v>1</v></c><c r="K2"><v>1</v></c></row>', 2, 1),
    ],
)
def test_a_sheet_that_is_formatted_or_filled_far_down(
    rows: str, values: int, beyond: int | None
) -> None:
    sheet, findings = read(parts_of(f'<row r="1"><c r="A1"><v>1</v></c></row>{rows}'), NARROW)
    assert len(sheet.cells) == values
    assert [f.code for f in findings] == ([] if beyond is None else ["WB-BATAS"])
    assert beyond is None or f"; {beyond} sel di luar batas" in findings[0].message


@pytest.mark.parametrize(
    ("row", "first"),
    [
        ('<row r="{n}"><c r="B{n}"><v>1</v></c></row>', "B51"),
        ("<row><c/><c><v>1</v></c></row>", "B51"),
        ('<row spans="1:2"><c r="C{n}" t="inlineStr"><is><t>a</t></is></c></row>', "C51"),
        ('<x:row r="{n}"><x:c r="B{n}"><x:v>1</x:v></x:c></x:row>', "B51"),
    ],
)
def test_rows_beyond_the_limit_are_not_even_parsed(row: str, first: str) -> None:
    """A hundred thousand of them took half a minute. A parser would stop at their fault."""
    rows = "".join(row.format(n=n) for n in range(1, 61)).replace("<c/>", '<c s="0"/>')
    faulty = rows + row.format(n=61).replace("</row>", "</raw>").replace("</x:row>", "</raw>")
    parts = parts_of(faulty)
    if "<x:" in row:
        sheet = "xl/worksheets/sheet1.xml"
        space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        parts[sheet] = parts[sheet].replace("<sheetData>", f'<sheetData xmlns:x="{space}">')
    sheet, (finding,) = read(parts, NARROW)
    assert (len(sheet.cells), finding.code, finding.place.cell) == (50, "WB-BATAS", first)
    assert "; 11 sel di luar batas" in finding.message


@pytest.mark.parametrize("area", ["A1:A1048576", "A1:XFD1048576"])
def test_a_merged_column_or_sheet_fills_the_rows_that_say_something(area: str) -> None:
    rows = "".join(f'<row r="{r}"><c r="B{r}"><v>{r}</v></c></row>' for r in (2, 4))
    merge = f'<mergeCells><mergeCell ref="{area}"/></mergeCells>'
    sheet, (finding,) = read(
        parts_of(f'<row r="1"><c r="A1"><v>7</v></c></row>{rows}', merge), NARROW
    )
    assert (finding.code, finding.severity) == ("WB-GABUNG", Severity.WARNING)
    assert area in finding.message
    assert {row for row, column in sheet.cells if column == 1} == {1, 2, 4}
    assert sheet.cells[4, 1].value == 7
