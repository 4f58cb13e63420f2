"""The mark of a draft: in every header, also where a page had none."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from zi_docs import ooxml
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.word.watermark import add_watermark
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import BODY_PART, w, w_attribute

TEMPLATES = Path(__file__).parents[3] / "templates"


def marked(template: str) -> WordPackage:
    parts = WordPackage(ooxml.read_parts((TEMPLATES / template).read_bytes()))
    add_watermark(parts, "KONSEP & <draf>")
    return parts


def kinds(section: etree._Element) -> list[str | None]:
    return sorted(str(w_attribute(one, "type")) for one in section.findall(w("headerReference")))


def test_a_first_page_of_its_own_bears_the_mark() -> None:
    parts = marked("keputusan-tim.docx")
    first, *others = etree.fromstring(parts[BODY_PART]).iter(w("sectPr"))
    assert kinds(first) == ["default", "first"]
    assert [kinds(section) for section in others] == [["default"]]
    # The page number stays on the pages that have it, and only there.
    assert b" PAGE " in parts["word/header.xml"]
    assert b" PAGE " not in parts["word/header-first.xml"]


@pytest.mark.parametrize(
    "template", ["keputusan-tim.docx", "keputusan-renaksi.docx", "lembar-paraf.docx"]
)
def test_every_header_bears_the_mark_once_and_the_file_stays_sound(template: str) -> None:
    parts = marked(template)
    headers = [name for name in parts if name.startswith("word/header")]
    shown = [name for name in headers if b"KONSEP &amp; &lt;draf&gt;" in parts[name]]
    assert shown == headers
    for name in headers:
        assert len(etree.fromstring(parts[name]).findall(w("p"))) == 1
        assert f'"/{name}"'.encode() in parts["[Content_Types].xml"]
    refuse_dangerous_docx(ooxml.write_parts(parts), template)
