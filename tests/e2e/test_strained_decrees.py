"""Decrees with more of everything than the real one, on the paper that the office chose."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from tests.cases.pdf import page_texts, text_boxes
from tests.cases.strained import TITLE_OF_60_WORDS, crowded, made, with_decree, with_items
from tests.e2e.conftest import SOURCE
from zi_docs.data import heading_phrases
from zi_docs.model import Plan
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.libreoffice import Converter
from zi_docs.pdf.office_places import find_office
from zi_docs.workbook.reading.load import read_plan

pytestmark = [pytest.mark.libreoffice]

Convert = Callable[[Job], bytes]
NO_TEXT = re.compile(r"- \d+ -|SALINAN|jdih\.\S+")
BEGINS_ITEM = re.compile(r"(Menimbang|Mengingat|Menetapkan|KE[A-Z]+) :|[a-z]\. |\d+\. ")
GIVEN = {"nomor": "12", "tanggal": date(2026, 2, 2)}
PROVINCE = "Kepulauan Bangka Belitung"


@pytest.fixture(scope="module")
def convert() -> Iterator[Convert]:
    with Converter(find_office(), DEFAULT_SUBSTITUTES) as office:
        yield lambda job: office.submit(job).result()


@pytest.fixture(scope="module")
def plan() -> Plan:
    """The real plan with a short table and narrative, and everybody named."""
    found, _ = read_plan(SOURCE)
    assert found is not None
    decree = found.decrees[0]
    named = tuple(
        replace(official, nama=official.nama or f"Nama {official.id}", nip="198501012010011001")
        for official in found.officials
    )
    short = replace(found, activities=found.activities[:3], officials=named)
    return with_decree(short, decree.id, narrative=decree.narrative[:6])


def on_paper(plan: Plan, paper: str) -> Plan:
    return replace(plan, office=replace(plan.office, keputusan_kertas=paper))


def lines(path: Path) -> list[list[str]]:
    """The lines of each page without its number, its footer and the mark of a copy."""
    return [
        [line for line in text.split("\n") if line.strip() and not NO_TEXT.fullmatch(line.strip())]
        for text in page_texts(path)
    ]


def body(path: Path) -> list[list[str]]:
    """The pages before the Lampiran."""
    pages = lines(path)
    return pages[: next(n for n, page in enumerate(pages) if page[0].startswith("LAMPIRAN"))]


def of_a_province(plan: Plan) -> Plan:
    """The plan of an office with a long name, its decree with a title of sixty words."""
    title = TITLE_OF_60_WORDS.replace("Kabupaten Batang Hari", f"Provinsi {PROVINCE}")
    office = replace(plan.office, tingkat="Provinsi", wilayah=PROVINCE)
    return with_decree(replace(plan, office=office), "renaksi", judul=title)


@pytest.mark.parametrize(
    ("paper", "strained"),
    [("F4", lambda plan: plan), ("A4", lambda plan: plan), ("Legal", of_a_province)],
    ids=["F4", "A4", "Legal"],
)
def test_long_considerations_break_between_two_lines_alike_in_original_and_copy(
    plan: Plan, convert: Convert, tmp_path: Path, paper: str, strained: Callable[[Plan], Plan]
) -> None:
    """Twelve letters of Menimbang, thirty numbers of Mengingat."""
    decreed = with_items(on_paper(strained(plan), paper), "renaksi", 12, 30)
    files = made(decreed, "renaksi", convert, tmp_path)
    original, copied = body(files["asli"]), body(files["salinan"])
    assert len(original) > 5
    for page, after in pairwise(original):
        # No item has fewer than two lines.
        assert not BEGINS_ITEM.match(page[-1]), page[-1]
        assert BEGINS_ITEM.match(after[0]) or not after[0].endswith((";", ".")), after[0]
    for page, copied_page in zip(original[:-1], copied[:-1], strict=True):
        assert page == copied_page
    assert [page[0] for page in lines(files["asli"])] == [
        page[0] for page in lines(files["salinan"])
    ]
    text = "\n".join(line for page in original for line in page)
    assert re.search(r"^Menimbang : a\. bahwa", text, re.M)
    assert re.search(r"^l\. bahwa berdasarkan", text, re.M)
    assert re.search(r"^Mengingat : 1\. Undang-Undang", text, re.M)
    assert re.search(r"^30\. Undang-Undang", text, re.M)
    annex = next(page for page in lines(files["asli"]) if page[0].startswith("LAMPIRAN"))
    _headings_break_well(decreed, original[0], annex)


def _headings_break_well(plan: Plan, first: list[str], annex: list[str]) -> None:
    """Lines about as long as each other; the office's name broken only before its region."""
    office, region = plan.office.lembaga.upper(), plan.office.region.upper()
    assert first[:2] == [office, region]
    titled = first.index("TENTANG") + 1
    signer = next(n for n, line in enumerate(first) if line.startswith("KETUA"))
    title = first[titled:signer]
    assert " ".join(title) == plan.decrees[0].judul.upper()
    # Terms such as `WILAYAH BEBAS DARI KORUPSI` stay whole, at the cost of a shorter line.
    terms = [term for term in heading_phrases() if term in " ".join(title)]
    assert terms and all(any(term in line for line in title) for term in terms)
    assert min(map(len, title)) > 0.55 * max(map(len, title))
    inside = (*office.split()[1:], *region.split()[2:])
    assert not [line for line in (*title, *annex) if line.split()[0] in inside]
    # In the narrow head of the Lampiran the region may have a line of its own.
    narrow = annex[: annex.index("TENTANG")]
    assert narrow[0] == "LAMPIRAN" and narrow[-1] == "NOMOR 10 TAHUN 2026"
    assert " ".join(narrow[1:-1]) == f"KEPUTUSAN {office} {region}"


def test_numbers_of_two_digits_stand_clear_of_their_text(
    plan: Plan, convert: Convert, tmp_path: Path
) -> None:
    files = made(with_items(plan, "renaksi", 1, 12), "renaksi", convert, tmp_path)
    text = "\n".join(line for page in body(files["asli"]) for line in page)
    # A single item bears no letter.
    assert "Menimbang : bahwa untuk terwujudnya" in text
    boxes = [box for page in (1, 2, 3) for box in text_boxes(files["asli"], page)]
    numbers = [box for box in boxes if re.fullmatch(r"1[0-2]\.", box[0].strip())]
    assert len(numbers) == 3
    for _, left, _, right, _ in numbers:
        assert left == pytest.approx(65, abs=1)
        assert right < 25 + 48.5 - 0.8


def test_a_crowded_group_is_named_on_every_page_of_its_seats(
    plan: Plan, convert: Convert, tmp_path: Path
) -> None:
    """Forty members of the first pokja; the second is a small one."""
    whole = with_decree(plan, "sk-tim-kerja", **GIVEN)
    groups = [seat.kelompok for seat in whole.seats if seat.keputusan == "sk-tim-kerja"]
    first, second, *_ = dict.fromkeys(group for group in groups if group)
    few = tuple(
        replace(seat, pejabat=seat.pejabat or "KETUA") for seat in whole.seats
        if seat.keputusan != "sk-tim-kerja" or seat.kelompok in ("", first, second)
    )  # fmt: skip
    files = made(
        crowded(replace(whole, seats=few), "sk-tim-kerja", 40, only=first),
        "sk-tim-kerja", convert, tmp_path,
    )  # fmt: skip
    tables = [page for page in lines(files["asli"]) if "NO NAMA NIP JABATAN KEDUDUKAN" in page]
    crowd = [page for page in tables if any("Contoh Pegawai" in line for line in page)]
    assert len(crowd) > 2
    for page in crowd[1:]:
        head = page.index("NO NAMA NIP JABATAN KEDUDUKAN")
        assert first in page[head : head + 3], page
    # The small group that follows has a table of its own too: the first one's name ends there.
    (after,) = [page for page in tables if second in page]
    assert first not in after[after.index(second) :]
    assert [p[0] for p in lines(files["asli"])] == [p[0] for p in lines(files["salinan"])]


def test_the_copiers_block_is_level_with_the_signers_and_of_its_size(
    plan: Plan, convert: Convert, tmp_path: Path
) -> None:
    files = made(with_items(plan, "renaksi", 3, 3), "renaksi", convert, tmp_path)
    pages = len(page_texts(files["salinan"]))
    where = body(files["salinan"])
    for page in (len(where), pages):
        boxes = [box for box in text_boxes(files["salinan"], page) if box[0].strip()]
        named = {
            key: next(box for box in boxes if box[0].startswith(key))
            for key in ("Chaidir", "AHMAD HALIM", "KABUPATEN BATANG HARI,", "Salinan sesuai")
        }
        bottom = {key: box[4] for key, box in named.items()}
        last = max(box[4] for box in boxes if box[1] < 60 and box[4] < bottom["Chaidir"] - 10)
        assert bottom["Chaidir"] == pytest.approx(bottom["AHMAD HALIM"], abs=1.2)
        assert last == pytest.approx(bottom["KABUPATEN BATANG HARI,"], abs=1.2)
