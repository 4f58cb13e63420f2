"""Passes over the filled document: merged cells, the office's paper, properties."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.enum.section import WD_ORIENT
from docx.shared import Length, Mm
from lxml import etree
from word_bench import ABOUT, F4, body, rendered, template, values

from zi_docs import ooxml
from zi_docs.product import Properties
from zi_docs.text import CONTINUED, Flow, Paragraph, RichText
from zi_docs.word import page_layout, properties, table_passes
from zi_docs.word.page_layout import PageLayout
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import w

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(text: str) -> Flow:
    """A cell's text."""
    return Flow((Paragraph("Normal", RichText.of(text)),))


def merges(root: etree._Element) -> list[list[str | None]]:
    """`vMerge` of each cell, row by row."""
    rows = root.iter(w("tr"))
    return [[(values(cell, "vMerge") or [None])[0] for cell in row.iter(w("tc"))] for row in rows]


def test_continued_cells_merge_with_the_one_above(tmp_path: Path) -> None:
    def table(document: Any) -> None:
        made = document.add_table(3, 2)
        made.rows[0].cells[0].text = "{%tr for b in baris %}"
        made.rows[1].cells[0].text = "{{p b.a }}"
        made.rows[1].cells[1].text = "{{ b.b }}"
        made.rows[2].cells[0].text = "{%tr endfor %}"

    rows = [said("satu"), CONTINUED, CONTINUED, said("dua"), said("tiga"), CONTINUED]
    context = {"baris": [{"a": a, "b": i} for i, a in enumerate(rows)]}

    docx = rendered(template(tmp_path, also=table), context)

    kinds = ["restart", "continue", "continue", None, "restart", "continue"]
    assert merges(body(docx)) == [[kind, None] for kind in kinds]
    assert b"zi-sambungan" not in ooxml.read_parts(docx)["word/document.xml"]
    texts = [row.cells[0].text for row in Document(BytesIO(docx)).tables[0].rows]
    assert texts == ["satu", "satu", "satu", "dua", "tiga", "tiga"]


def cell(text: str = "", span: int = 1) -> str:
    """A cell over `span` grid columns; without text, one that goes on with the cell above."""
    words = (
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"
        if text
        else '<w:p><w:pPr><w:pStyle w:val="zi-sambungan"/></w:pPr></w:p>'
    )
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/></w:tcPr>{words}</w:tc>'


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        # The grid decides, not the number of the cell in its row.
        (
            [[cell("a", 2), cell("b")], [cell("c"), cell("d"), cell()]],
            [[None, "restart"], [None, None, "continue"]],
        ),
        # A cell of another width cannot go on.
        ([[cell("a", 2)], [cell("b"), cell()]], [[None], [None, None]]),
        ([[cell("a")], [cell("b", 2)], [cell()]], [[None], [None], [None]]),
        # Nothing above.
        ([[cell(), cell("b")]], [[None, None]]),
    ],
)
def test_merging_heeds_the_grid(rows: list[list[str]], expected: list[list[str | None]]) -> None:
    table = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in rows)
    xml = f"<w:document {_W}><w:body><w:tbl>{table}</w:tbl></w:body></w:document>"
    parts = WordPackage({"word/document.xml": xml.encode()})

    table_passes.merge_continued_cells(parts)

    assert merges(etree.fromstring(parts["word/document.xml"])) == expected


def test_a_table_parts_before_a_row_that_starts_a_page(tmp_path: Path) -> None:
    def table(document: Any) -> None:
        made = document.add_table(4, 1)
        made.rows[0].cells[0].text = "Kepala"
        made.rows[0]._tr.get_or_add_trPr().append(etree.Element(w("tblHeader")))
        made.rows[1].cells[0].text = "{%tr for b in baris %}"
        made.rows[2].cells[0].text = "{{p b }}"
        made.rows[3].cells[0].text = "{%tr endfor %}"

    breaking = Flow((Paragraph("Normal", RichText.of("dua"), breaks=True),))

    docx = rendered(template(tmp_path, also=table), {"baris": [said("satu"), breaking]})

    found = Document(BytesIO(docx)).tables
    texts = [[row.cells[0].text for row in one.rows] for one in found]
    assert texts == [["Kepala", "satu"], ["Kepala", "dua"]]
    breaks = [list(one._tbl.iter(w("pageBreakBefore"))) for one in found]
    assert [len(marks) for marks in breaks] == [0, 1]


def test_a_group_named_by_a_header_row_gets_a_table_that_repeats_its_name(tmp_path: Path) -> None:
    def table(document: Any) -> None:
        made = document.add_table(6, 2)
        for row, text in zip(made.rows, ("Nama", "Ketua", "Pokja A", "Ani", "Pokja B", "Budi"),
                             strict=True):  # fmt: skip
            row.cells[0].text = text
            if text.startswith("Pokja"):
                row.cells[0].merge(row.cells[1])
            if text not in ("Ketua", "Ani", "Budi"):
                row._tr.get_or_add_trPr().append(etree.Element(w("tblHeader")))

    found = Document(BytesIO(rendered(template(tmp_path, also=table), {}))).tables

    texts = [[row.cells[0].text.strip() for row in one.rows] for one in found]
    assert texts == [["Nama", "Ketua"], ["Nama", "Pokja A", "Ani"], ["Nama", "Pokja B", "Budi"]]
    repeated = [len(list(one._tbl.iter(w("tblHeader")))) for one in found]
    assert repeated == [1, 2, 2]


def test_a_group_that_starts_a_page_takes_its_table_along(tmp_path: Path) -> None:
    """Its heading is a header row: there is nothing to cut off before it."""

    def table(document: Any) -> None:
        made = document.add_table(2, 1)
        made.rows[0].cells[0].text = "{{p pokja }}"
        made.rows[0]._tr.get_or_add_trPr().append(etree.Element(w("tblHeader")))
        made.rows[1].cells[0].text = "Ani"

    pokja = Flow((Paragraph("Normal", RichText.of("Pokja"), breaks=True),))
    found = Document(BytesIO(rendered(template(tmp_path, also=table), {"pokja": pokja}))).tables

    assert [[row.cells[0].text for row in one.rows] for one in found] == [["Pokja", "Ani"]]
    assert len(list(found[0]._tbl.iter(w("pageBreakBefore")))) == 1


def test_paper_upright_and_across(tmp_path: Path) -> None:
    def across(document: Any) -> None:
        section = document.add_section()
        section.orientation = WD_ORIENT.LANDSCAPE

    docx = rendered(template(tmp_path, "a", also=across), {})

    sections = Document(BytesIO(docx)).sections
    sizes = [(_mm(s.page_width), _mm(s.page_height)) for s in sections]
    assert sizes == [(215, 330), (330, 215)]
    for section in sections:
        sides = (
            section.top_margin, section.right_margin, section.bottom_margin, section.left_margin,
        )  # fmt: skip
        assert tuple(map(_mm, sides)) == (25, 20, 25, 30)


def _mm(length: Length | None) -> int:
    assert length is not None
    return round(length.mm)


def test_header_distance_is_the_templates_unless_told(tmp_path: Path) -> None:
    def far(document: Any) -> None:
        document.sections[0].header_distance = Mm(17)

    parts = WordPackage(ooxml.read_parts(rendered(template(tmp_path, "a", also=far), {})))
    margins = "{*}body/{*}sectPr/{*}pgMar"
    kept = etree.fromstring(parts["word/document.xml"]).find(margins)
    page_layout.apply_layout(parts, PageLayout((210, 297), (20, 20, 20, 20), "Arial", header_mm=10))
    told = etree.fromstring(parts["word/document.xml"]).find(margins)

    assert kept is not None
    assert told is not None
    assert (kept.get(w("header")), told.get(w("header"))) == ("964", "567")


def test_a_section_that_says_nothing_gets_its_paper() -> None:
    xml = f"<w:document {_W}><w:body><w:sectPr><w:type/><w:cols/></w:sectPr></w:body></w:document>"
    styles = f"<w:styles {_W}/>"
    parts = WordPackage({"word/document.xml": xml.encode(), "word/styles.xml": styles.encode()})

    page_layout.apply_layout(parts, F4)

    section = etree.fromstring(parts["word/document.xml"]).find("{*}body/{*}sectPr")
    assert section is not None
    assert [etree.QName(one).localname for one in section] == ["type", "pgSz", "pgMar", "cols"]


def share(table: Any, percent: int) -> None:
    """Make a table `percent` wide."""
    width = table._tbl.tblPr.find(w("tblW"))
    width.set(w("type"), "pct")
    width.set(w("w"), str(percent * 50))
    for cell in table._cells:
        cell._tc.tcPr.find(w("tcW")).set(w("type"), "auto")


def test_tables_take_the_width_of_their_own_section(tmp_path: Path) -> None:
    def three(document: Any) -> None:
        share(document.add_table(1, 2), 100)
        document.add_section().orientation = WD_ORIENT.LANDSCAPE
        share(document.add_table(1, 2), 100)
        document.add_paragraph()
        share(document.add_table(1, 2), 50)
        document.sections[1].header.is_linked_to_previous = False
        share(document.sections[1].header.add_table(1, 1, Mm(50)), 100)

    docx = rendered(template(tmp_path, also=three), {})

    upright, across = round(165 * 1440 / 25.4), round(280 * 1440 / 25.4)
    found = [grid_and_cells(table) for table in body(docx).iter(w("tbl"))]
    assert found == [(upright, upright), (across, across), (across // 2, across // 2)]
    header = etree.fromstring(ooxml.read_parts(docx)["word/header1.xml"])
    assert grid_and_cells(header) == (across, across)


def grid_and_cells(root: etree._Element) -> tuple[int, int]:
    """The sums of grid widths and of cell widths."""
    grid = sum(int(width or 0) for width in values(root, "gridCol", "w"))
    return grid, sum(int(width or 0) for width in values(root, "tcW", "w"))


def test_styles_without_a_font_follow_the_office(tmp_path: Path) -> None:
    styles = ooxml.read_parts(rendered(template(tmp_path, "a"), {}))["word/styles.xml"]

    fonts = etree.fromstring(styles).find("{*}docDefaults/{*}rPrDefault/{*}rPr/{*}rFonts")
    assert fonts is not None
    found = {etree.QName(name).localname: font for name, font in fonts.items()}
    assert found == dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), "Bookman Old Style")


def test_properties(tmp_path: Path) -> None:
    core = Document(BytesIO(rendered(template(tmp_path, "a"), {}))).core_properties

    assert (core.title, core.subject, core.author) == ("Judul", "Perihal", "KPU")
    assert (core.keywords, core.language, core.last_modified_by) == ("Nomor\u00a01", "id-ID", "KPU")
    assert core.created == core.modified
    assert core.created.isoformat().startswith("2026-01-22T00:00:00")


def test_properties_stay_literal_and_sound() -> None:
    parts = {"docProps/core.xml": b""}

    properties.write_properties(parts, Properties("A & <B>\x0b", "", "", "", ABOUT.stamp))

    title = etree.fromstring(parts["docProps/core.xml"]).find("{*}title")
    assert title is not None
    assert title.text == "A & <B>"


def test_a_template_without_properties_gets_them(tmp_path: Path) -> None:
    path = template(tmp_path, "a")
    parts = ooxml.read_parts(path.read_bytes())
    del parts["docProps/core.xml"]
    for name in ("[Content_Types].xml", "_rels/.rels"):
        root = etree.fromstring(parts[name])
        for one in list(root):
            if "core.xml" in "".join(str(text) for text in one.attrib.values()):
                root.remove(one)
        parts[name] = etree.tostring(root)
    path.write_bytes(ooxml.write_parts(parts))

    assert Document(BytesIO(rendered(path, {}))).core_properties.title == "Judul"
