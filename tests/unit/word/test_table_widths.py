"""Columns: none narrower than its longest word, the rest as the template shares it."""

from __future__ import annotations

from docx.oxml import parse_xml
from lxml import etree

from zi_docs.ooxml import read_parts
from zi_docs.settings import DEFAULTS
from zi_docs.word.list_numbering import list_indents
from zi_docs.word.table_widths import fit_table, share_width
from zi_docs.word.text_widths import TextMeasure
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import STYLES_PART, WORD_NAMESPACE, w

_W = f'xmlns:w="{WORD_NAMESPACE}"'
STYLES = etree.fromstring(
    f'<w:styles {_W}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial"/>'
    '<w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:styleId="Kecil"><w:rPr><w:sz w:val="10"/></w:rPr></w:style>'
    '<w:style w:styleId="Menjorok"><w:basedOn w:val="Kecil"/><w:pPr><w:ind w:left="200"/></w:pPr>'
    "</w:style></w:styles>"
)
# An 18-digit NIP in Arial 10: each digit is 0.556 em wide.
NIP = 18 * 0.556 * 10 * 20


def longest(markup: str) -> int:
    return TextMeasure(STYLES).longest_word(parse_xml(f"<w:p {_W}>{markup}</w:p>"))


def run(text: str, look: str = "") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_the_width_of_a_word_follows_from_font_size_and_style() -> None:
    nip = "198501012010011001"
    assert longest(run(nip)) == round(NIP)
    assert longest(run(nip[:9]) + run(nip[9:])) == round(NIP)
    small = '<w:pPr><w:pStyle w:val="Kecil"/></w:pPr>'
    assert longest(small + run(nip)) == round(NIP / 2)
    indented = '<w:pPr><w:pStyle w:val="Menjorok"/></w:pPr>'
    assert longest(indented + run(nip)) == round(NIP / 2) + 200
    assert longest(run("w", "<w:b/>")) > longest(run("w"))
    assert longest(run("w", "<w:caps/>")) == longest(run("W"))


def test_lines_break_at_spaces_and_after_hyphens() -> None:
    assert longest(run("Kerja/\u200bKelompok")) == longest(run("Kelompok"))
    assert longest(run("Kerja/Kelompok")) > longest(run("Kelompok"))
    assert longest(run("kira-kira")) == longest(run("kira-"))
    assert longest(run("22 Januari")) == longest(run("Januari"))


def test_numbers_and_hard_spaces_hold_together() -> None:
    assert longest(run("10/2026")) > longest(run("10/"))
    assert longest(run("22\u00a0Januari")) > longest(run("Januari"))


def test_what_is_needed_comes_before_what_was_wished() -> None:
    """The first column is fixed; the second needs 400; the others share what is left, 3 : 1."""
    assert share_width(1000, [100, 200, 600, 200], {0}, [0, 400, 0, 0]) == [100, 400, 375, 125]


def test_a_fixed_column_grows_to_its_longest_word() -> None:
    assert share_width(1000, [100, 450, 450], {0}, [200, 0, 0]) == [200, 400, 400]


def test_where_all_does_not_fit_only_the_longest_words_break() -> None:
    assert share_width(1000, [300, 300, 400], set(), [200, 900, 100]) == [200, 700, 100]
    assert sum(share_width(1000, [500, 500], {0, 1}, [900, 900])) == 1000


def test_a_table_in_percent_is_fitted() -> None:
    nip = f"<w:tc><w:tcPr><w:tcW w:w='0' w:type='auto'/></w:tcPr><w:p>{run('1' * 18)}</w:p></w:tc>"
    name = f"<w:tc><w:tcPr><w:tcW w:w='0' w:type='auto'/></w:tcPr><w:p>{run('Nama')}</w:p></w:tc>"
    table = parse_xml(
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="500"/><w:gridCol w:w="500"/></w:tblGrid><w:tr>{nip}{name}</w:tr></w:tbl>'
    )
    fit_table(table, 3000, TextMeasure(STYLES))
    first, second = (int(column.get(w("w"))) for column in table.iter(w("gridCol")))
    assert first + second == 3000
    # The word, the margins of Word at both sides, and a little to spare.
    assert NIP + 216 < first < NIP * 1.03 + 240
    assert [int(cell.get(w("w"))) for cell in table.iter(w("tcW"))] == [first, second]


def test_an_item_of_a_list_needs_the_room_of_its_mark() -> None:
    """`- Mensosialisasikan`: the form's columns left no room for the last letter."""
    parts = WordPackage(read_parts((DEFAULTS.templates / "formulir-monev.docx").read_bytes()))
    styles, indents = parts.root(STYLES_PART), list_indents(parts)
    item = parse_xml(
        f'<w:p {_W}><w:pPr><w:pStyle w:val="TabelButir"/></w:pPr>{run("Mensosialisasikan")}</w:p>'
    )
    plain = TextMeasure(styles).longest_word(item)
    assert indents["TabelButir"] == round(2.2 / 25.4 * 1440)
    assert TextMeasure(styles, indents).longest_word(item) == plain + indents["TabelButir"]


def test_where_it_is_tight_words_get_what_they_need_and_no_more() -> None:
    """Two NIPs fit side by side, though not with the room that other fonts might need."""
    nip = "198501012010011001"
    cell = f'<w:tc><w:tcPr><w:tcW w:w="2500" w:type="pct"/></w:tcPr><w:p>{run(nip)}</w:p></w:tc>'
    table = parse_xml(
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>'
        f'<w:gridCol w:w="100"/><w:gridCol w:w="300"/></w:tblGrid><w:tr>{cell}{cell}</w:tr></w:tbl>'
    )
    both = 2 * (round(NIP) + 2 * 108 + 12)
    fit_table(table, both, TextMeasure(STYLES))
    assert [int(c.get(w("w"))) for c in table.iter(w("gridCol"))] == [both // 2, both // 2]


def test_where_there_is_no_room_dates_break_at_their_spaces() -> None:
    """`15 September 20` / `26` stood in the follow-ups of a year's report."""
    day = "15\u00a0September\u00a02026"
    cell = f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr><w:p>{run(day)}</w:p></w:tc>'
    column = '<w:gridCol w:w="100"/>'
    table = parse_xml(
        f'<w:tbl {_W}><w:tblPr><w:tblW w:w="5000" w:type="pct"/></w:tblPr><w:tblGrid>'
        f"{column * 3}</w:tblGrid><w:tr>{cell * 3}</w:tr></w:tbl>"
    )
    word = longest(run("September")) + 2 * 108 + 12
    held = longest(run(day)) + 2 * 108 + 12
    fit_table(table, 3 * word + 30, TextMeasure(STYLES))
    assert {text.text for text in table.iter(w("t"))} == {"15 September 2026"}
    assert all(int(c.get(w("w"))) >= word for c in table.iter(w("gridCol")))
    table = parse_xml(etree.tostring(table).replace(b"15 September 2026", day.encode()))
    table.find(f"{w('tblPr')}/{w('tblW')}").set(w("type"), "pct")
    fit_table(table, 3 * held + 30, TextMeasure(STYLES))
    assert {text.text for text in table.iter(w("t"))} == {day}
