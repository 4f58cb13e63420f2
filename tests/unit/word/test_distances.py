"""Distances are spacing, and the paragraph that ends a text takes no room."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from zi_docs.word.distances import space_paragraphs
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import BODY_PART, STYLES_PART, part_bytes, w_attribute, w_child

_STYLES = (
    '<w:style w:type="paragraph" w:styleId="Jarak"><w:name w:val="Jarak"/>'
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="exact"/></w:pPr></w:style>'
)
_TABLE = "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"
_EMPTY = '<w:p><w:pPr><w:pStyle w:val="Jarak"/></w:pPr></w:p>'
_WORDS = "<w:p><w:r><w:t>Demikian</w:t></w:r></w:p>"


def spaced(body: str) -> list[tuple[str, str]]:
    """The elements of a body before its section, each with the height of its lines, if it has."""
    text = f"<w:document {nsdecls('w')}><w:body>{body}<w:sectPr/></w:body></w:document>"
    styles = f"<w:styles {nsdecls('w')}>{_STYLES}</w:styles>"
    parts = WordPackage({BODY_PART: part_bytes(parse_xml(text)),
                         STYLES_PART: part_bytes(parse_xml(styles))})  # fmt: skip
    space_paragraphs(parts)
    elements = list(parts.root(BODY_PART)[0])[:-1]
    lines = [w_attribute(w_child(element, "pPr", "spacing"), "line") for element in elements]
    return [(e.tag.rpartition("}")[2], line or "") for e, line in zip(elements, lines, strict=True)]


@pytest.mark.parametrize("end", ["", _EMPTY], ids=["no paragraph", "a distance"])
def test_below_a_table_that_ends_the_text_stands_a_paragraph_without_height(end: str) -> None:
    """The matrix of changes that filled its last page was followed by an empty one."""
    assert spaced(_TABLE + end) == [("tbl", ""), ("p", "2")]


def test_between_tables_the_distance_stays_and_words_end_a_text_themselves() -> None:
    assert spaced(_TABLE + _EMPTY + _TABLE + _WORDS) == [
        ("tbl", ""), ("p", ""), ("tbl", ""), ("p", "")
    ]  # fmt: skip
