"""What introduces a list is kept with the list's first item."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from docx import Document
from lxml import etree
from word_bench import body, rendered, template

from zi_docs import ooxml
from zi_docs.settings import DEFAULTS
from zi_docs.word.introductions import keep_introductions
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import BODY_PART, w


def kept(root: etree._Element) -> list[str]:
    """The text of the paragraphs that are kept with the next one."""
    return [
        "".join(text.text or "" for text in paragraph.iter(w("t")))
        for paragraph in root.iter(w("p"))
        if paragraph.find(f"{w('pPr')}/{w('keepNext')}") is not None
    ]


def test_a_paragraph_that_ends_with_a_colon_stays_with_what_follows(tmp_path: Path) -> None:
    path = template(tmp_path, "Tim bertugas:", "merencanakan;", "sebagai berikut: ", "akhir:")

    # The last one is followed by the properties of the section alone.
    assert kept(body(rendered(path, {}))) == ["Tim bertugas:", "sebagai berikut: ", "akhir:"]


def test_a_long_introduction_is_not_moved_as_a_whole(tmp_path: Path) -> None:
    """It would leave a third of the page before it empty."""
    long = "KPU Kabupaten Batang Hari merupakan unit yang berbudaya kerja, " * 6 + "meliputi:"
    assert kept(body(rendered(template(tmp_path, long, "Tim bertugas:", "menilai;"), {}))) == [
        "Tim bertugas:"
    ]


def test_what_is_kept_already_is_kept_once(tmp_path: Path) -> None:
    def heading(document: Any) -> None:
        document.paragraphs[0].paragraph_format.keep_with_next = True

    docx = rendered(template(tmp_path, "Tim bertugas:", "akhir", also=heading), {})
    assert len(list(body(docx).iter(w("keepNext")))) == 1


def test_rows_of_a_table_are_left_alone(tmp_path: Path) -> None:
    def table(document: Any) -> None:
        document.add_table(1, 1).rows[0].cells[0].text = "Catatan:"

    assert kept(body(rendered(template(tmp_path, also=table), {}))) == []


def test_the_head_of_a_deeper_list_stays_with_its_first_item() -> None:
    """In the styles of the decrees, whether a colon ends the head or not."""
    styles = ("Diktum", "ButirDiktum", "ButirDiktum", "Diktum", "AwalMenimbang", "ButirMenimbang",
              "Bab", "Huruf", "Angka", "Angka", "Huruf")  # fmt: skip
    parts = WordPackage(ooxml.read_parts((DEFAULTS.templates / "keputusan-tim.docx").read_bytes()))
    document = Document()
    root = parts.root(BODY_PART)
    inner = root.find(w("body"))
    assert inner is not None
    for child in list(inner)[:-1]:
        inner.remove(child)
    for number, style in enumerate(styles):
        paragraph = document.add_paragraph(f"{number} {style}")._p
        paragraph.get_or_add_pPr().get_or_add_pStyle().val = style
        inner.insert(number, paragraph)

    keep_introductions(parts)

    assert kept(root) == ["0 Diktum", "6 Bab", "7 Huruf"]
