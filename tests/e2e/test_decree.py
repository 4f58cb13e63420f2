"""The decree of KPU Kabupaten Batang Hari, from its workbook to the pages that are signed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cases.archival import archival_faults
from tests.cases.golden import same_picture, same_text
from tests.cases.pdf import letters, page_size, page_texts, picture, text_boxes
from tests.cases.pdf_facts import inspect
from tests.cases.tagged import tag_faults
from tests.e2e.conftest import SOURCE, generate, papers
from zi_docs.model import Plan
from zi_docs.papers.lampiran import narrative
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.libreoffice import Converter
from zi_docs.pdf.office_places import find_office
from zi_docs.workbook.reading.load import read_plan

pytestmark = [pytest.mark.libreoffice]

VERSIONS = ("asli", "salinan")
TABLE_PAGES = range(10, 19)
# Right edges of the columns Komponen, Indikator, Langkah Aksi and Bukti, in mm from the paper.
COLUMN_EDGES = (70, 122, 175, 224)


@pytest.fixture(scope="module")
def plan() -> Plan:
    found, _ = read_plan(SOURCE)
    assert found is not None
    return found


def pdf(made: Path, version: str) -> Path:
    return made / "keputusan" / f"renaksi-{version}.pdf"


def running_text(page: str) -> str:
    """A page without its number and its footer."""
    return re.sub(r"^- \d+ -|jdih\.kpu\.go\.id/\S+\s*$", "", page)


def test_the_files_are_there_and_no_others(made: Path) -> None:
    assert papers(made) == [
        "bundel/keputusan-renaksi.pdf",
        "keputusan/renaksi-asli.docx",
        "keputusan/renaksi-asli.pdf",
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_every_page_reads_as_it_did(made: Path, version: str) -> None:
    text = "\f\n".join(page_texts(pdf(made, version)))
    same_text(f"renaksi-{version}.txt", text, "keputusan-renaksi.docx")


@pytest.mark.parametrize("page", [1, 3, 4, 10, 18])
def test_pages_look_as_they_did(made: Path, page: int) -> None:
    name = f"renaksi-salinan-{page}.png"
    same_picture(name, pdf(made, "salinan"), page, "keputusan-renaksi.docx")


def test_the_initials_sheet_looks_as_it_did(made: Path) -> None:
    bundle = made / "bundel" / "keputusan-renaksi.pdf"
    same_picture("renaksi-paraf.png", bundle, 1, "lembar-paraf.docx")


@pytest.mark.parametrize("version", VERSIONS)
def test_every_word_of_the_workbook_is_printed_in_order(
    made: Path, plan: Plan, version: str
) -> None:
    printed = letters("".join(map(running_text, page_texts(pdf(made, version)))))
    decree = plan.decrees[0]
    words = [item.isi.plain for item in decree.considerations if "{" not in item.isi.plain]
    words += [paragraph.text.plain for paragraph in narrative(plan, decree).paragraphs]
    for row in plan.activities:
        for text in (row.indikator, row.langkah_aksi, row.bukti):
            words += [block.text.plain for block in text.blocks]
        words.append(row.target)
    position = 0
    for text in words:
        found = printed.find(letters(text), position)
        assert found >= 0, text
        position = found + len(letters(text))


def test_each_row_has_its_ticks(made: Path, plan: Plan) -> None:
    ticks = sum(text.count("√") for text in page_texts(pdf(made, "asli")))
    assert ticks == sum(len(row.bulan) for row in plan.activities) == 355


@pytest.mark.parametrize("version", VERSIONS)
def test_nothing_runs_over_the_margins(made: Path, version: str) -> None:
    for page in range(1, 19):
        width, height = page_size(pdf(made, version), page)
        for text, left, top, right, bottom in text_boxes(pdf(made, version), page):
            assert left >= 24.5, (page, text)
            assert right <= width - 24.5, (page, text)
            assert top >= 10, (page, text)
            assert bottom <= height - 10, (page, text)


def test_nothing_runs_over_a_table_cell(made: Path, plan: Plan) -> None:
    areas = {area.partition(" ")[2] for area in plan.areas}
    for page in TABLE_PAGES:
        for text, left, top, right, _ in text_boxes(pdf(made, "asli"), page):
            in_cells = top > 45 and text.strip() not in areas and "KPU Kabupaten" not in text
            edge = next((e for e in COLUMN_EDGES if left < e), None)
            if in_cells and edge is not None and page < TABLE_PAGES[-1]:
                assert right <= edge, (page, text)


def test_paper_and_orientation(made: Path) -> None:
    assert page_size(pdf(made, "asli"), 1) == (215, 330)
    assert {page_size(pdf(made, "asli"), page) for page in TABLE_PAGES} == {(330, 215)}


def test_page_numbers_begin_on_the_second_page(made: Path) -> None:
    first, second, *_ = page_texts(pdf(made, "asli"))
    assert "- 1 -" not in first
    assert second.startswith("- 2 -")


def test_the_closing_block_is_whole_and_not_alone(made: Path) -> None:
    body, last = page_texts(pdf(made, "salinan"))[2], page_texts(pdf(made, "salinan"))[-1]
    for page, company in ((body, "KEDUA"), (last, "Menindaklanjuti hasil survey")):
        assert company in page
        for line in ("Salinan sesuai dengan aslinya", "Chaidir", "ttd.", "AHMAD HALIM"):
            assert line in page


def test_component_and_header_open_every_page_of_the_table(made: Path, plan: Plan) -> None:
    components = {letters(row.komponen.plain) for row in plan.activities}
    for text in page_texts(pdf(made, "asli"))[9:]:
        assert "Langkah Aksi" in text
        after = letters(text.partition("Target")[2])
        opening = after[:160]
        assert any(component in opening for component in components), opening


def test_original_and_copy_differ_as_they_should(made: Path) -> None:
    original = "\n".join(page_texts(pdf(made, "asli")))
    copied = "\n".join(page_texts(pdf(made, "salinan")))
    for line in ("SALINAN", "ttd.", "Salinan sesuai", "jdih.kpu.go.id/jambi/batanghari"):
        assert line not in original
        assert line in copied


def test_the_copy_is_archival_tagged_and_named(made: Path) -> None:
    facts = inspect(pdf(made, "salinan").read_bytes())
    assert (facts.pdfa, facts.tagged, facts.lang) == ("2B", True, "id-ID")
    assert all(font.embedded for font in facts.fonts)
    assert facts.author == "Komisi Pemilihan Umum Kabupaten Batang Hari"
    assert facts.title.startswith("Keputusan Komisi Pemilihan Umum Kabupaten Batang Hari tentang")
    assert (facts.keywords or "").replace("\u00a0", " ") == "Nomor 10 Tahun 2026"
    assert [entry.title for entry in facts.outline if entry.depth == 1][:2] == [
        "1. Pendahuluan",
        "2. Dasar Hukum",
    ]


def test_the_bundle_opens_with_the_initials(made: Path) -> None:
    facts = inspect((made / "bundel" / "keputusan-renaksi.pdf").read_bytes())
    assert facts.labels[:4] == ("i", "ii", "1", "2")
    assert [entry.title for entry in facts.outline if entry.depth == 0] == [
        "Lembar Paraf Koordinasi",
        "Keputusan",
    ]
    assert facts.pages == 20
    # The plan lies across the sheet; all of them are of the decree's paper.
    assert {frozenset(size) for size in facts.sizes_mm} == {frozenset((215.2, 330.2))}


def test_the_bundle_keeps_tags_and_pages_of_its_parts(made: Path) -> None:
    """Printed double-sided the decree begins on the third page, behind an empty one."""
    bundle, decree = made / "bundel" / "keputusan-renaksi.pdf", pdf(made, "asli")
    assert tag_faults(bundle) == []
    assert not page_texts(bundle)[1]
    for page in (1, 4, 18):
        assert picture(bundle, page + 2).tobytes() == picture(decree, page).tobytes()


def test_the_copy_is_what_it_claims_to_be(made: Path) -> None:
    copied = pdf(made, "salinan")
    assert archival_faults(copied.read_bytes()) == []
    assert tag_faults(copied) == []


def test_a_second_run_gives_the_same_bytes(made: Path, tmp_path: Path) -> None:
    assert generate("keputusan", "--output", tmp_path).returncode == 0
    for name in papers(made):
        assert (tmp_path / "2026" / name).read_bytes() == (made / name).read_bytes(), name


def test_pages_break_alike_whichever_bookman_is_installed(made: Path, tmp_path: Path) -> None:
    bonum = FontSubstitutes({"Bookman Old Style": ("TeX Gyre Bonum",)})
    docx = (made / "keputusan" / "renaksi-asli.docx").read_bytes()
    texts = {}
    for name, fonts in (("urw", DEFAULT_SUBSTITUTES), ("bonum", bonum)):
        target = tmp_path / f"{name}.pdf"
        with Converter(find_office(), fonts) as office:
            target.write_bytes(office.submit(Job("renaksi", docx)).result())
        texts[name] = [letters(text) for text in page_texts(target)]
        used = {font.name.lower() for font in inspect(target.read_bytes()).fonts}
        assert any(name in font for font in used), used
    assert texts["urw"] == texts["bonum"]
