"""What papers print of dates, times and numbers is read back as the same."""

from __future__ import annotations

import re
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.property.examples import tried
from zi_docs.wording.dates import date_in_words, long_date, months_text, short_date, time_text
from zi_docs.wording.numbers import (
    dictum_label,
    list_letter,
    number_in_words,
    percent_text,
    points_text,
    roman_numeral,
)
from zi_docs.wording.tick_marks import mark_value
from zi_docs.workbook.reading.moments import (
    DATED_YEARS,
    calendar_day,
    clock_time,
    date_parts,
    month_and_year,
    month_number,
    serial_day,
)

DAYS = st.dates(date(DATED_YEARS[0], 1, 1), date(DATED_YEARS[-1], 12, 31))
BLANKS = st.text(" \t\u00a0\u2009\u200b", max_size=3)
UNITS = ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan"]
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}


@pytest.mark.parametrize("written", [long_date, short_date, date.isoformat])
@tried(60)
@given(day=DAYS, before=BLANKS, after=BLANKS)
def test_a_date_is_read_as_it_was_written(written, day: date, before: str, after: str) -> None:  # type: ignore[no-untyped-def]
    parts = date_parts(before + written(day) + after)
    assert parts is not None
    assert calendar_day(parts) == day


@tried(100)
@given(st.times(), st.sampled_from(["", "pukul ", "Pukul "]), st.sampled_from(["", " WIB"]))
def test_a_time_is_read_as_it_was_written(moment: time, before: str, zone: str) -> None:
    minute = moment.replace(second=0, microsecond=0)
    assert clock_time(f"{before}{time_text(minute)}{zone}") == minute


@tried(100)
@given(st.integers(1, 3999))
def test_a_roman_numeral_has_the_value_of_its_letters(number: int) -> None:
    values = [ROMAN[letter] for letter in roman_numeral(number)]
    pairs = zip(values, [*values[1:], 0], strict=True)
    assert sum(-value if value < after else value for value, after in pairs) == number


@tried(200)
@given(st.integers(0, 9999))
def test_number_words_say_every_digit(number: int) -> None:
    """In `seribu`, `sebelas`, `seratus` stands a one; any other digit has its word."""
    words = number_in_words(number).split()
    total = 0
    group = 0
    for word in words:
        if word in UNITS:
            group = UNITS.index(word)
            total += group
        elif word in ("sepuluh", "sebelas"):
            total += 10 + (word == "sebelas")
        elif word == "belas":
            total += 10
        elif word in ("puluh", "ratus", "ribu"):
            size = {"puluh": 10, "ratus": 100, "ribu": 1000}[word]
            total += group * (size - 1)
        elif word in ("seratus", "seribu"):
            total += {"seratus": 100, "seribu": 1000}[word]
        else:
            raise AssertionError(word)
    assert total == number


@tried(100)
@given(st.integers(0, 5000), st.integers(0, 5000))
def test_no_two_items_have_one_letter(first: int, second: int) -> None:
    assert (list_letter(first) == list_letter(second)) == (first == second)
    assert re.fullmatch("[a-z]+", list_letter(first))


@tried(60)
@given(st.integers(1, 99), st.integers(1, 99))
def test_no_two_dicta_have_one_label(first: int, second: int) -> None:
    assert (dictum_label(first) == dictum_label(second)) == (first == second)


@tried(100)
@given(st.floats(0, 100))
def test_a_percentage_is_shown_to_the_tenth_and_only_a_whole_one_as_whole(value: float) -> None:
    shown = percent_text(value)
    assert re.fullmatch(r"\d{1,3},\d", shown)
    assert abs(float(shown.replace(",", ".")) - value) <= 0.1
    assert (shown == "100,0", shown == "0,0") == (value == 100, value == 0)


@tried(60)
@given(st.floats(-100, 100))
def test_points_bear_their_sign(value: float) -> None:
    sign = "+" if value > 0 else "–" if value < 0 else ""
    assert re.fullmatch(rf"{re.escape(sign)}\d{{1,3}},\d", points_text(value, signed=True))


@tried(60)
@given(st.sets(st.integers(1, 12)))
def test_months_are_named_in_the_order_of_the_year(months: set[int]) -> None:
    names = re.findall("[A-Z][a-z]+", months_text(months))
    numbers = [month_number(name) for name in names]
    assert None not in numbers
    assert set(numbers) <= months
    assert numbers == sorted(numbers, key=lambda number: number or 0)


@tried(60)
@given(DAYS)
def test_a_date_in_words_holds_no_digit(day: date) -> None:
    assert not re.search(r"\d", date_in_words(day))


NUMERALS = st.text(
    st.sampled_from("0123456789٠١٢٣²½./-:, pukulWIBAMjanuari\u2009\u202e"), max_size=24
)


@tried(200)
@given(st.one_of(st.text(max_size=30), NUMERALS))
def test_whatever_is_typed_is_a_moment_or_none(text: str) -> None:
    parts = date_parts(text)
    assert parts is None or calendar_day(parts) is None or calendar_day(parts).year > 0  # type: ignore[union-attr]
    month_number(text)
    month_and_year(text)
    clock_time(text)
    mark_value(text)


@tried(100)
@given(st.floats(allow_nan=True, allow_infinity=True))
def test_whatever_number_a_sheet_holds_is_a_day_or_none(number: float) -> None:
    day = serial_day(number)
    assert day is None or day.year in DATED_YEARS
