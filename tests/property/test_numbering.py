"""Numbers of papers: what a pattern composes it reads again, and none is given twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import example, given
from hypothesis import strategies as st

from tests.cases.plans import plan
from tests.property.examples import tried
from zi_docs.model import GivenNumber, NumberPattern
from zi_docs.numbering.numbered_papers import NumberedPaper, numbered_papers
from zi_docs.numbering.patterns import full_number, number_year, running_number
from zi_docs.numbering.register import next_number, number_gaps, number_uses

FIELDS = ["klasifikasi", "jenis", "satker", "tahun", "bulan", "bulan-romawi"]
PARTING = st.sampled_from(["/", "-", ".", " ", "(", "[", "+", "/Und-", "\\"])
NUMBERS = st.integers(1, 99_999)


@st.composite
def patterns(draw: st.DrawFn) -> NumberPattern:
    """A pattern with its running number first, as offices write them, then any other fields."""
    fields = draw(st.lists(st.sampled_from(FIELDS), max_size=4))
    text = "{no}" + "".join(f"{draw(PARTING)}{{{name}}}" for name in fields)
    return NumberPattern("Undangan", text, kode="Und", digit=draw(st.integers(0, 4)))


def paper() -> NumberedPaper:
    (decree,) = numbered_papers(plan())
    return replace(decree, klasifikasi="PW.02")


@tried(150)
@given(patterns(), NUMBERS)
def test_a_full_number_gives_back_its_running_number(pattern: NumberPattern, number: int) -> None:
    office = replace(plan().office, kode_satker="1504")
    full = full_number(pattern, number, paper(), office)
    assert running_number(pattern, full.text, paper(), office) == number
    number_year(full.text, "1504")


@tried(150)
@given(st.text(max_size=40), st.text(st.sampled_from("{no}/tahun-(["), max_size=20))
@example("5/5", "{no}/{no}")
@example("5", "tanpa nomor urut")
def test_any_pattern_and_any_number_are_read_or_not(text: str, pattern: str) -> None:
    office = plan().office
    any_pattern = NumberPattern("Undangan", pattern)
    read = running_number(any_pattern, text, paper(), office)
    assert read is None or read >= 0
    full_number(any_pattern, 5, paper(), office)
    number_year(text)


@tried(100)
@given(st.lists(NUMBERS, max_size=12))
def test_the_next_number_is_free_and_gaps_hold_only_free_ones(given_numbers: list[int]) -> None:
    entries = tuple(
        GivenNumber("Keputusan", number, date(2026, 1, 22), f"perihal {at}", "")
        for at, number in enumerate(given_numbers)
    )
    year = replace(plan(), numbers=entries, decrees=())
    uses = number_uses(year)
    used = {use.nomor for use in uses}
    assert used == set(given_numbers)
    assert next_number(uses) not in used
    free = {number for first, last in number_gaps(uses) for number in range(first, last + 1)}
    assert not free & used
    assert free | used == set(range(min(used, default=0), max(used, default=-1) + 1))
