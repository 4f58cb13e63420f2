"""The index of a survey, recounted answer by answer with fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.cases.survey_rows import SURVEYS
from zi_docs.survey.index import SurveyResult, figure_text, result_of, rules_of
from zi_docs.workbook.sheets.survey_sheets import Survey, SurveyElement, SurveyKind

SKM = Survey("SKM-1", SurveyKind.SATISFACTION, "Layanan")
Counts = tuple[int, int, int, int]


def survey_result(*counts: Counts, of: Survey = SKM) -> SurveyResult:
    rows = [SurveyElement(of.id, f"U{n}", *each) for n, each in enumerate(counts, start=1)]
    result = result_of(of, rows)
    assert result is not None
    return result


def recounted(counts: tuple[Counts, ...]) -> Fraction:
    """The index, from a list with every single answer of every element."""
    means = []
    for ones, twos, threes, fours in counts:
        answers = [1] * ones + [2] * twos + [3] * threes + [4] * fours
        means.append(Fraction(sum(answers), len(answers)))
    return sum(mean * Fraction(1, len(means)) for mean in means) * 25


def half_up(value: Fraction, places: int) -> Fraction:
    return Fraction(floor(value * 10**places + Fraction(1, 2)), 10**places)


def test_the_usual_formula_in_numbers() -> None:
    """Ten people: U1 is answered 30/10 = 3, U2 36/10 = 3.6; (3 + 3.6) / 2 x 25 = 82.5."""
    result = survey_result((0, 2, 6, 2), (0, 0, 4, 6))
    assert [element.mean for element in result.elements] == [Decimal(3), Decimal("3.6")]
    assert result.respondents == 10
    assert result.weight == Decimal("0.5")
    assert result.sum_of_means == Decimal("6.6")
    assert result.mean == Decimal("3.3")
    assert result.index == Decimal("82.50")


@st.composite
def counted(draw: st.DrawFn) -> tuple[Counts, ...]:
    """One to twelve elements, each answered by the same people."""
    people = draw(st.integers(1, 2000))
    cuts = st.tuples(*[st.integers(0, people)] * 3).map(sorted)
    return tuple(
        (first, second - first, third - second, people - third)
        for first, second, third in draw(st.lists(cuts, min_size=1, max_size=12))
    )


@given(counted())
def test_any_counts_give_what_single_answers_give(counts: tuple[Counts, ...]) -> None:
    result = survey_result(*counts)
    assert Fraction(result.index) == half_up(recounted(counts), 2)
    assert figure_text(result.mean, 4) == figure_text_of(recounted(counts) / 25, 4)


def figure_text_of(value: Fraction, places: int) -> str:
    whole = half_up(value, places) * 10**places
    digits = f"{int(whole):0{places + 1}d}"
    return f"{digits[:-places]},{digits[-places:]}"


def test_a_half_is_rounded_up_and_so_lifts_the_grade() -> None:
    """5000 people whose answers sum up to 17661: 17661 / 5000 x 25 = 88.305."""
    assert 2339 + 2661 == 5000
    assert recounted(((0, 0, 2339, 2661),)) == Fraction("88.305")
    index = survey_result((0, 0, 2339, 2661)).index
    assert index == Decimal("88.31")
    grade = rules_of(SurveyKind.SATISFACTION).grade(index)
    assert grade is not None
    assert grade.letter == "A"


@pytest.mark.parametrize(
    ("index", "letter", "name", "low", "high"),
    [
        ("100.00", "A", "Sangat baik", "88.31", "100.00"),
        ("88.30", "B", "Baik", "76.61", "88.30"),
        ("76.60", "C", "Kurang baik", "65.00", "76.60"),
        ("65.00", "C", "Kurang baik", "65.00", "76.60"),
        ("64.99", "D", "Tidak baik", "25.00", "64.99"),
        ("25.00", "D", "Tidak baik", "25.00", "64.99"),
    ],
)
def test_grades_of_permenpanrb_14_2017(
    index: str, letter: str, name: str, low: str, high: str
) -> None:
    grade = rules_of(SurveyKind.SATISFACTION).grade(Decimal(index))
    assert grade is not None
    assert (grade.letter, grade.name) == (letter, name)
    assert (grade.low, grade.high) == (Decimal(low), Decimal(high))


def test_no_source_gives_grades_to_perceptions_of_corruption() -> None:
    assert rules_of(SurveyKind.CORRUPTION).grade(Decimal("90.00")) is None


def test_an_element_is_named_by_its_code_or_its_name() -> None:
    rules = rules_of(SurveyKind.SATISFACTION)
    assert len(rules.elements) == 9
    assert rules.element("u3", 1) == ("U3", "Waktu Penyelesaian")
    assert rules.element("waktu penyelesaian ", 1) == ("U3", "Waktu Penyelesaian")
    assert rules.element("Kenyamanan", 10) == ("U10", "Kenyamanan")
    assert rules_of(SurveyKind.CORRUPTION).element("U3", 2) == ("P2", "U3")


def test_the_three_lowest_and_whatever_is_as_low() -> None:
    best, middle, worst = (0, 0, 0, 4), (0, 0, 4, 0), (4, 0, 0, 0)
    lowest = survey_result(middle, best, worst, middle, middle, best).lowest
    assert [element.code for element in lowest] == ["U3", "U1", "U4", "U5"]
    assert survey_result(middle, middle).lowest == ()


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [SurveyElement("SKM-1", "U1")],
        [SurveyElement("SKM-1", "U1", 0, 1, 2)],
        [SurveyElement("SKM-1", "U1", -1, 1, 2, 3)],
        [SurveyElement("SKM-1", "U1", 0, 0, 0, 0)],
        [SurveyElement("SKM-1", "U1", 0, 1, 2, 3), SurveyElement("SKM-1", "U2", 0, 1, 2, 4)],
    ],
)
def test_what_is_not_counted_whole_has_no_index(rows: list[SurveyElement]) -> None:
    assert result_of(SKM, rows) is None


def test_the_filled_year() -> None:
    """What the pictured report and notice print."""
    for key, index in (("SKM-1", "81.71"), ("IPAK-1", "85.12")):
        rows = [row for row in SURVEYS if isinstance(row, SurveyElement) and row.survei == key]
        (survey,) = (row for row in SURVEYS if isinstance(row, Survey) and row.id == key)
        counts = tuple(tuple(c for c in row.answers if c is not None) for row in rows)
        assert half_up(recounted(counts), 2) == Fraction(index)  # type: ignore[arg-type]
        result = result_of(survey, rows)
        assert result is not None
        assert result.index == Decimal(index)
