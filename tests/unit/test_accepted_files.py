"""Word and Excel files that other programs open without a word: none is damaged or out of order.

What screen readers, Word's navigation and converters go by is there too: heads of tables,
headings, words for pictures.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from lxml import etree
from openxml_audit import OpenXmlValidator

from tests.cases.word_files import SOURCE, files_of_every_kind, staffed_plan
from tests.cases.workshops import real_office
from zi_docs.forms.form_file import form_workbook
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.ooxml import read_parts
from zi_docs.pdf.jobs import Job
from zi_docs.settings import DEFAULTS
from zi_docs.word.wordml import (
    BODY_PART,
    STYLES_PART,
    paragraph_style,
    text_parts,
    w,
    w_attribute,
    w_child,
    w_children,
)
from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.writing.author import write_table, write_workbook
from zi_docs.workbook.writing.rewrite import realisation_rows, rewrite_workbook
from zi_docs.workbook.writing.starters import starting_rows

IGNORED = {
    ("Sem_MissingRelationshipType", "relationships/fontTable"): (
        "Word builds its table of fonts itself; ECMA-376 (part 1, 11.3.5) lets a document have none"
    ),
    ("Sem_MissingRelationshipType", "relationships/theme"): (
        "no style here refers to a theme; ECMA-376 (part 1, 14.2.7) lets a document have none"
    ),
    ("Excel_InlineStrCells", "inline-string cell"): (
        "a way to store text that Excel reads as any other (ECMA-376 part 1, 18.3.1.53); it only "
        "says that Excel will store the text elsewhere when it saves"
    ),
}
"""What the audit says and we do not mend: its code, words of its message, the reason."""


@cache
def validator() -> OpenXmlValidator:
    return OpenXmlValidator()


def faults(files: Mapping[str, bytes], ending: str, folder: Path) -> set[str]:
    """What the audit says of files, warnings too; each fault with the files that have it."""
    names = defaultdict(list)
    for name, content in files.items():
        path = folder / f"berkas.{ending}"
        path.write_bytes(content)
        for error in validator().validate(path).errors:
            words = error.description
            if not any(error.id == code and part in words for code, part in IGNORED):
                names[f"{error.part_uri}{error.path}: {error.id} {words}"].append(name)
    return {f"{fault} ({', '.join(papers)})" for fault, papers in names.items()}


def test_every_word_file(tmp_path: Path) -> None:
    """Filled and blank, final and draft (KONSEP), signed in each way."""
    files = files_of_every_kind()
    assert len(files) > 20
    assert any(name.endswith("srikandi") for name in files)
    assert any(b"KONSEP" in read_parts(file).get("word/header.xml", b"") for file in files.values())
    assert faults(files, "docx", tmp_path) == set()


@cache
def workbooks() -> dict[str, bytes]:
    """A new workbook, one rewritten, a table to copy from, forms with and without answers."""
    plan, stamp = staffed_plan(), date(2026, 1, 1)
    period = Period(plan.office.tahun, Cycle.QUARTER, 2)
    return {
        "buku-kerja": write_workbook(starting_rows(), stamp),
        "tahun-baru": rewrite_workbook(SOURCE, lambda rows: None),
        "realisasi": write_table(REALISASI, realisation_rows(plan.realisations), stamp),
    } | {
        f"formulir area {area.area.number}": form_workbook(plan.office, period, area)
        for area in rows_of(plan, period)[:2]
    }


def test_every_workbook(tmp_path: Path) -> None:
    assert faults(workbooks(), "xlsx", tmp_path) == set()


@pytest.mark.parametrize("name", ["buku-kerja", "realisasi", "formulir area 1"])
def test_a_workbook_is_at_home_in_excel(name: str) -> None:
    """It says what it is; heads stay in sight and on paper; digits that are text bear no mark."""
    content = workbooks()[name]
    book = openpyxl.load_workbook(BytesIO(content))
    about = book.properties
    assert all((about.title, about.creator, about.language == "id-ID"))
    for page in book.worksheets:
        if page.title != "Petunjuk":
            assert page.freeze_panes and page.print_title_rows, page.title
        # Excel lets no table grow on a protected sheet.
        assert page.protection.sheet is (not page.tables), page.title
        # Excel repairs a file with a longer list.
        lists = [rule.formula1 for rule in page.data_validations.dataValidation]
        assert all(len(formula or "") <= 257 for formula in lists), page.title
    parts = read_parts(content)
    sheets = [part for part in parts if part.startswith("xl/worksheets/sheet")]
    assert all(b'numberStoredAsText="1"' in parts[part] for part in sheets)


_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def bodies() -> Iterator[tuple[str, etree._Element]]:
    """The bodies of all files, each with the file's name."""
    for name, file in files_of_every_kind().items():
        yield name, etree.fromstring(read_parts(file)[BODY_PART])


def words_of(paragraph: etree._Element) -> str:
    """The text of a paragraph, with its tabs and line breaks."""
    marks = {w("tab"): "\t", w("br"): "\n"}
    runs = (child for run in paragraph.iter(w("r")) for child in run)
    return "".join(marks.get(child.tag) or child.text or "" for child in runs)


def test_every_ruled_table_has_a_head() -> None:
    """It is repeated on each page and marked for screen readers; frames have none."""
    headless, tables = [], 0
    for name, body in bodies():
        for table in body.iter(w("tbl")):
            if table.find(f"{w('tblPr')}/{w('tblBorders')}") is None:
                continue
            tables += 1
            head = w_children(table, "tr")[0].find(f"{w('trPr')}/{w('tblHeader')}")
            look = w_attribute(w_child(table, "tblPr", "tblLook"), "firstRow")
            frames = name.endswith(("dokumentasi", "piagam")) or name.startswith("bukti-foto/")
            if (head is None or look != "1") and not frames:
                headless.append(name)
    assert tables > 20
    assert headless == []


def test_headings_are_those_of_word() -> None:
    """A style with a level is based on Word's own heading of that level, which has no look."""
    for name, file in files_of_every_kind().items():
        styles = {s.get(w("styleId")): s for s in etree.fromstring(read_parts(file)[STYLES_PART])}
        for key, style in styles.items():
            level = w_attribute(style.find(f"{w('pPr')}/{w('outlineLvl')}"))
            if level is not None and not key.startswith("Heading"):
                parent = styles[w_attribute(w_child(style, "basedOn"))]
                title = w_attribute(w_child(parent, "name"))
                assert (name, key, title) == (name, key, f"heading {int(level) + 1}")


def test_a_title_is_one_heading() -> None:
    """The lines of a title are one paragraph, or all but one of them have no level."""
    for name, file in files_of_every_kind().items():
        parts = read_parts(file)
        titles = {
            style.get(w("styleId"))
            for style in etree.fromstring(parts[STYLES_PART])
            if w_attribute(style.find(f"{w('pPr')}/{w('outlineLvl')}")) == "0"
        }
        paragraphs = etree.fromstring(parts[BODY_PART]).iter(w("p"))
        levels = [paragraph_style(paragraph) in titles for paragraph in paragraphs]
        assert not any(a and b for a, b in pairwise(levels)), name
        # A letter has none; a decree has its own and that of its Lampiran.
        assert levels.count(True) <= (2 if name.startswith("keputusan") else 1), name


def test_numbers_are_counted_not_typed() -> None:
    """`A.` and `Gambar 1` are numbers of Word's, which follow when somebody moves a chapter."""
    typed = [
        f"{name}: {text}"
        for name, body in bodies()
        for paragraph in body.iter(w("p"))
        if re.match(r"\s*(\w{1,4}[.)]\t|[A-Z][.)] |Gambar \d)", text := words_of(paragraph))
        and paragraph.find(w("fldSimple")) is None
    ]
    assert typed == []


def test_a_blank_is_one_wide_space() -> None:
    """Nobody has to delete ten spaces to type a number in their place."""
    blanks, rows = 0, []
    for name, body in bodies():
        for paragraph in body.iter(w("p")):
            text = words_of(paragraph)
            rows += [f"{name}: {text}"] * bool(re.search("[ \u00a0]{5,}", text))
            runs = paragraph.iter(w("r"))
            wide = [run for run in runs if w_child(run, "rPr", "spacing") is not None]
            blanks += len(wide)
            assert all("".join(run.itertext()) == "\u00a0" for run in wide), name
    assert blanks > 10
    assert rows == []


def test_no_empty_paragraph_makes_distance() -> None:
    """What is empty is ruled, parts two tables, or ends a section or a cell."""
    empty = [
        (name, paragraph_style(paragraph))
        for name, body in bodies()
        for paragraph in body.iter(w("p"))
        if not words_of(paragraph) and paragraph.find(f".//{w('drawing')}") is None
        if paragraph_style(paragraph) not in _RULED and not parts_or_ends(paragraph)
    ]
    assert empty == []


_RULED = ("GarisKop", "GarisNota", "GarisTulis")


def parts_or_ends(paragraph: etree._Element) -> bool:
    """Whether Word needs a paragraph there: between tables, at the end of a section, in a cell."""
    beside = (paragraph.getprevious(), paragraph.getnext())
    return (
        all(other is not None and other.tag in (w("tbl"), w("sectPr")) for other in beside)
        or w_child(paragraph, "pPr", "sectPr") is not None
        or paragraph.getparent().tag in (w("tc"), w("txbxContent"))
    )


def test_every_picture_has_words() -> None:
    """Charts, photos and the mark of a draft say in words what they show."""
    seen = set()
    for name, file in files_of_every_kind().items():
        for part, content in read_parts(file).items():
            if part.startswith("word/") and part.endswith(".xml"):
                for drawing in etree.fromstring(content).iter(f"{_WP}docPr"):
                    assert drawing.get("descr"), (name, part)
                    seen.add(drawing.get("descr").split(maxsplit=1)[0])
    assert {"Diagram", "Tanda"} <= seen


@pytest.mark.parametrize(
    "template", sorted(DEFAULTS.templates.glob("*.docx")), ids=lambda p: p.stem
)
def test_word_does_not_proof_tags(template: Path) -> None:
    """Word cuts a run at a word that it does not know, and a tag in two runs is none."""
    parts = read_parts(template.read_bytes())
    proofed = [
        words_of(run)
        for name in text_parts(parts)
        for run in etree.fromstring(parts[name]).iter(w("r"))
        if re.search(r"\{[{%]", "".join(run.itertext()))
        and run.find(f"{w('rPr')}/{w('noProof')}") is None
    ]
    assert proofed == []


@pytest.mark.libreoffice
def test_heads_and_headings_reach_the_pdf() -> None:
    """The plan's table has two head rows; the form's title of three lines is one heading.

    The form has a table of thirteen columns, and three for the list of evidence.
    """
    files = files_of_every_kind()
    papers = (files["keputusan/srikandi-srikandi"], files["monev/2026-06/area-1"])
    pdfs = [real_office().submit(Job("naskah", docx)) for docx in papers]
    decree, form = (Counter(structure(pdf.result())) for pdf in pdfs)
    assert decree["TH"] == 19
    assert (form["TH"], form["H1"]) == (13 + 3, 1)


def structure(pdf: bytes) -> Iterator[str]:
    """The kinds of all elements of a PDF's structure tree."""
    with pikepdf.open(BytesIO(pdf)) as document:
        elements = [document.Root.StructTreeRoot]
        while elements:
            element = elements.pop()
            if isinstance(element, pikepdf.Array):
                elements += list(element)
            elif isinstance(element, pikepdf.Dictionary):
                if "/S" in element:
                    yield str(element.S).lstrip("/")
                elements += [element.K] if "/K" in element else []
