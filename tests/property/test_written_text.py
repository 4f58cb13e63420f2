"""What a cell of a written workbook holds is read again as the text that was meant."""

from __future__ import annotations

import openpyxl
from hypothesis import given
from hypothesis import strategies as st

from tests.property.examples import tried
from zi_docs.text import RichText, Span
from zi_docs.workbook.reading.string_runs import decoded, encoded
from zi_docs.workbook.writing.cell_values import put_value
from zi_docs.workbook.writing.frame import cell_at

# Pieces of escapes, of formulas and of markup, in any order, between any letters.
PIECES = st.sampled_from(
    ["_x000D_", "_x005F_", "_x", "0041", "_", "x", "=", "+1", "@", "<w:t>", "&amp;", "]]>"]
)
TEXTS = st.lists(PIECES | st.text(max_size=4), max_size=8).map("".join)
WORDS = st.lists(PIECES | st.sampled_from("aé "), max_size=8).map("".join)


@tried(200)
@given(WORDS)
def test_what_looks_like_an_escape_stays_what_it_is(text: str) -> None:
    assert decoded(encoded(text)) == text


@tried(200)
@given(TEXTS)
def test_what_is_written_can_stand_in_xml(text: str) -> None:
    written = encoded(text)
    assert encoded(decoded(written)) == written
    assert not any(sign < " " and sign not in "\t\n\r" for sign in written)
    written.encode()


@tried(100)
@given(TEXTS, st.booleans())
def test_no_text_becomes_a_formula(text: str, bold: bool) -> None:
    cell = cell_at(openpyxl.Workbook().worksheets[0], 1, 1)
    put_value(cell, RichText((Span(text, bold=bold),)))
    assert cell.data_type in ("s", "n")
    assert cell.data_type == "s" or cell.value is None
