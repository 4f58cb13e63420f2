"""Values as hashes: equal values alone have equal hashes, wherever they stood."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from pathlib import Path

import pytest

from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from tests.cases.products import subject
from zi_docs.build.digest import digest, input_hashes
from zi_docs.catalog import catalog
from zi_docs.findings import Place
from zi_docs.model import Origin, Plan
from zi_docs.product import Family, Given, Inputs, Made, Product, at_once
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.text import BLANK, CONTINUED, OMITTED, Flow, Paragraph, RichText, Span


class Colour(Enum):
    RED = "merah"


@dataclass(frozen=True)
class Row:
    name: str
    note: str = ""
    origin: Origin = Origin()


@dataclass(frozen=True)
class Line:
    name: str
    note: str = ""


DIFFERENT = [
    "", "1", 1, 1.0, True, None, b"1", date(2026, 1, 1), "2026-01-01", Colour.RED, "merah",
    [], [""], ["1"], [["1"]], ["1", ""], ["", "1"], {}, {"1": "1"}, {"1": ["1"]}, frozenset({"1"}),
    RichText(), rich("1"), RichText((Span("1", bold=True),)), RichText((Span("1"), Span(""))),
    Flow((Paragraph("Isi", rich("1")),)), Flow((Paragraph("Isi", rich("1"), breaks=True),)),
    Row("1"), Row("", "1"), Line("1"), CONTINUED, OMITTED,
]  # fmt: skip


def test_different_values_have_different_hashes() -> None:
    """Those too whose texts, put one behind the other, are the same."""
    assert len({digest(value) for value in DIFFERENT}) == len(DIFFERENT)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        (["a", "b"], ("a", "b")),
        ({1, 2, 3}, frozenset({3, 2, 1})),
        (
            Row("a", origin=Origin("zi.xlsx", "Tim", 4)),
            Row("a", origin=Origin("zi.xlsx", "Tim", 9)),
        ),
        ({"sel": Place("a.xlsx", "Tim", "B4")}, {"sel": Place("b.xlsx", "Tim", "C9")}),
    ],
)
def test_order_of_keys_and_whereabouts_are_no_part_of_a_value(one: object, other: object) -> None:
    assert digest(one) == digest(other)


def test_what_cannot_be_hashed_is_refused() -> None:
    """A function or an open file among the inputs would be other in each run."""
    with pytest.raises(TypeError, match="function"):
        digest({"isi": lambda: None})


def test_room_to_write_in_by_hand_is_known_by_its_name() -> None:
    content = {
        "nomor": BLANK,
        "tanggal": f"{BLANK * 2}2026",
        "penanda_tangan": {"nama": "." * 32},
        "judul": "Rencana Aksi ... 2026",
        "butir": Flow((Paragraph("Isi", rich("bahwa satu;")),)),
    }
    paper = Product("a", "uji", "", subject(Family.DECREE), lambda: Inputs(content), at_once(_none))
    assert input_hashes(paper, Path()).blanks == ("nomor", "tanggal", "penanda_tangan")


def _none(given: Given) -> Made:
    return Made({})


def year() -> Plan:
    """Built anew each time: no record of one plan is a record of another."""
    return replace(plan(), meetings=(meeting(undangan=("SEK", "KSB")),))


def test_two_catalogs_of_the_same_plan_have_the_same_hashes() -> None:
    first, second = (
        {p.name: input_hashes(p, DEFAULTS.templates) for p in catalog(Year(year())).products()}
        for _ in range(2)
    )
    assert first == second
    assert len(first) > 100


def test_hashing_a_product_twice_changes_nothing() -> None:
    for product in catalog(Year(year())).products():
        assert input_hashes(product, DEFAULTS.templates) == input_hashes(
            product, DEFAULTS.templates
        )
