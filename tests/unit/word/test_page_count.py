"""`Halaman 2 dari 5` on what has several pages, nothing on what has one."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import quoteattr

import pytest

from tests.cases.meetings import meeting, year
from tests.cases.products import named, products
from tests.cases.workshops import FakeOffice, make
from tools.template_authors.template_markup import page_of_pages, paragraph, run
from zi_docs import ooxml
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.product import Family
from zi_docs.word.page_count import drop_page_count
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import WORD_NAMESPACE, w

FOOTER = "word/footer.xml"


def footer(*paragraphs: str) -> WordPackage:
    space = f"xmlns:w={quoteattr(WORD_NAMESPACE)}"
    body = f"<w:document {space}><w:body/></w:document>"
    parts = {"word/document.xml": body, FOOTER: f"<w:ftr {space}>{''.join(paragraphs)}</w:ftr>"}
    return WordPackage({name: part.encode() for name, part in parts.items()})


def said(parts: WordPackage) -> list[str]:
    """What each paragraph of the footer says."""
    return ["".join(p.itertext()) for p in parts.root(FOOTER).iter(w("p"))]


# As Word itself saves the field once somebody has edited the template.
SAVED_BY_WORD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> NUMPAGES </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>5</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def test_the_count_alone_is_left_out_and_its_paragraph_stays() -> None:
    parts = footer(
        paragraph("Kaki", page_of_pages()),
        paragraph("Kaki", run("Hal. 1/"), SAVED_BY_WORD),
        paragraph("Kaki", run("jdih.contoh.go.id")),
        paragraph("Kaki", run("Formulir area I, "), page_of_pages()),
    )
    drop_page_count(parts)
    assert said(parts) == ["", "", "jdih.contoh.go.id", "Formulir area I, Halaman 1 dari 1"]


@pytest.mark.parametrize(
    ("paper", "pages", "counted", "conversions"),
    [
        ("notula", 2, True, 1),
        ("notula", 1, False, 2),
        # A letter without an annex is taken for one page long until it is seen to be longer.
        ("undangan", 1, False, 1),
        ("undangan", 2, True, 2),
    ],
)
def test_a_paper_says_how_many_pages_it_has_where_it_has_several(
    tmp_path: Path, paper: str, pages: int, counted: bool, conversions: int
) -> None:
    office = FakeOffice(pages=pages)
    product = named(products(year(meeting()), Family.MEETING), f"/{paper}")
    built = make([product], office, tmp_path / "tahun")
    (docx,) = (path.read_bytes() for path in built.files if path.suffix == ".docx")
    fields = ooxml.read_parts(docx)[FOOTER]
    assert (b" PAGE " in fields, b" NUMPAGES " in fields) == (counted, counted)
    assert len(office.given) == conversions
    refuse_dangerous_docx(docx, paper)
