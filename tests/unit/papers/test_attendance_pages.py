"""The attendance sheet on paper: full cells that stay low, no page for a row or two."""

from __future__ import annotations

from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import pytest
from docx import Document

from tests.cases.meetings import meeting, year
from tests.cases.pdf import page_texts, text_boxes
from tests.cases.products import named, products
from tests.cases.staffed import NAMES, POSITIONS, RANKS
from tests.cases.workshops import make, real_office
from zi_docs.model import Participant, Plan
from zi_docs.papers.daftar_hadir import CLOSING, attendance
from zi_docs.papers.pages import Keep, Pagination, SpareFit, SpareRows, observe
from zi_docs.product import Family
from zi_docs.settings import DEFAULTS

OFFICE = "Komisi Pemilihan Umum Kabupaten Penukal Abab Lematang Ilir"


def crowd(count: int, blank: int = 10, paper: str = "A4") -> Plan:
    """A meeting `R-01` with so many invited, all with long names and posts and 18-digit NIPs."""
    people = tuple(
        Participant(
            f"T-{number}",
            name,
            f"19850101201001{1 + number % 2}{number:03d}",
            RANKS[number % len(RANKS)],
            post,
            OFFICE,
        )
        for number, (name, (post, _)) in enumerate(
            islice(zip(cycle(NAMES), cycle(POSITIONS), strict=False), count), start=1
        )
    )
    base = year(meeting(undangan=tuple(person.id for person in people)))
    office = replace(base.office, baris_kosong=blank, surat_kertas=paper)
    return replace(base, participants=people, office=office)


def rows_of(plan: Plan, spare: SpareFit | None = None) -> list[str]:
    made = attendance(plan, plan.meetings[0], Pagination(spare=spare))
    return [str(row["nama"]) for row in made.context["baris"]]  # type: ignore[attr-defined]


def test_fewer_blank_rows_are_printed_once_it_is_known_that_they_need_a_page() -> None:
    assert len(rows_of(crowd(7))) == 17
    assert rows_of(crowd(7), SpareFit(3, 0))[-4:] == [NAMES[1], "", "", ""]


@pytest.mark.parametrize(
    ("pages", "wished", "now", "then"),
    [
        # Seven invited; 8 of 10 blank rows stand on their page, the signature does not.
        ({"tamu": 0, **dict.fromkeys("abcdefgh", 0), "i": 1, "j": 1, "akhir": 1}, 10, None,
         SpareFit(4, 0)),
        # Everything stands on one page: as wished.
        ({"tamu": 0, **dict.fromkeys("abcdefghij", 0), "akhir": 0}, 10, None, None),
        # The guests nearly fill their page: another page with all that is wished.
        ({"tamu": 0, **dict.fromkeys("abc", 0), **dict.fromkeys("defghij", 1), "akhir": 1}, 10,
         None, SpareFit(10, 1)),
        # Fewer were tried and did not help: one less, or all of them.
        ({"tamu": 0, **dict.fromkeys("abcd", 0), "akhir": 1}, 10, SpareFit(4, 0), SpareFit(3, 0)),
        ({"tamu": 0, **dict.fromkeys("abc", 0), "akhir": 1}, 10, SpareFit(3, 0), SpareFit(10, 1)),
        # That all are printed is the last word.
        ({"tamu": 0, **dict.fromkeys("abcdefghij", 1), "akhir": 2}, 10, SpareFit(10, 1),
         SpareFit(10, 1)),
        # Nobody is invited by name: the first page is that of the heading.
        ({"a": 0, "b": 1, "akhir": 1}, 2, None, SpareFit(2, 1)),
    ],
)  # fmt: skip
def test_spare_rows_fit_the_page_on_which_the_guests_end(
    pages: dict[str, int], wished: int, now: SpareFit | None, then: SpareFit | None
) -> None:
    anchors = tuple(name for name in pages if len(name) == 1)
    spare = SpareRows(wished, anchors, "tamu", "akhir")
    assert spare.fitted(pages, now) == then


def test_no_page_is_broken_while_blank_rows_are_still_being_counted() -> None:
    pages = {"tamu": 0, **dict.fromkeys("abcdefgh", 0), "i": 1, "j": 1, "akhir": 1}
    spare = SpareRows(10, tuple("abcdefghij"), "tamu", "akhir")
    keeps = (Keep("h", "akhir"),)
    first = observe(Pagination(), pages, (), keeps, spare)
    assert (first.spare, first.breaks) == (SpareFit(4, 0), frozenset())


def test_three_rows_at_least_stay_with_the_signature() -> None:
    for invited, blank, first in ((7, 10, "hadir15"), (7, 0, "hadir5"), (2, 0, "hadir1")):
        plan = crowd(invited, blank)
        made = attendance(plan, plan.meetings[0], Pagination())
        assert made.keeps == (Keep(first, CLOSING),)


def test_nip_and_rank_have_columns_of_their_own() -> None:
    """The six columns of NASKAH section 3."""
    tables = Document(str(DEFAULTS.templates / "daftar-hadir.docx")).tables
    (head,) = (t.rows[0] for t in tables if t.rows[0].cells[0].text == "No")
    assert [cell.text.replace("\n", "") for cell in head.cells] == [
        "No", "Nama", "NIP", "Pangkat/Golongan", "Jabatan/Unit", "Tanda Tangan",
    ]  # fmt: skip


@pytest.mark.libreoffice
@pytest.mark.parametrize(
    ("invited", "paper", "sheets"), [(0, "A4", 1), (7, "A4", 2), (7, "F4", 1), (154, "A4", 14)]
)
def test_the_pages_of_a_crowd(tmp_path: Path, invited: int, paper: str, sheets: int) -> None:
    """With 8-line cells, 154 people needed 27 pages; the last page held a single row."""
    product = named(products(crowd(invited, paper=paper), Family.MEETING), "/daftar-hadir")
    built = make([product], real_office(), tmp_path / "tahun")
    (pdf,) = (path for path in built.files if path.suffix == ".pdf")
    pages = page_texts(pdf)
    assert 1 <= len(pages) <= sheets
    # A NIP is on one line; every page has the head, several have their numbers.
    for number, person in enumerate(crowd(invited).participants, start=1):
        assert any(person.nip in line for text in pages for line in text.splitlines()), number
    assert all("Tanda Tangan" in text for text in pages)
    assert [f"Halaman {n} dari {len(pages)}" in text for n, text in enumerate(pages, start=1)] == [
        len(pages) > 1
    ] * len(pages)
    # Whoever signs on the last page does not sign alone.
    lowest = [box for box in text_boxes(pdf, len(pages)) if box[0].strip().rstrip(".").isdigit()]
    assert len({box[0].strip().rstrip(".") for box in lowest}) >= 3
