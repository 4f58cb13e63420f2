"""Months and periods on the command line are read as in the workbook."""

from __future__ import annotations

import click
import pytest

from zi_docs.cli.period_options import MonthOption, PeriodOption, YearOption, period_options
from zi_docs.monev.periods import Cycle, Period

QUARTER = PeriodOption("triwulan", Cycle.QUARTER)


@pytest.mark.parametrize(
    ("typed", "month"),
    [
        ("3", (3, None)),
        ("03", (3, None)),
        ("Maret", (3, None)),
        ("mar", (3, None)),
        ("Nopember", (11, None)),
        ("2026-03", (3, 2026)),
        ("3/2026", (3, 2026)),
        ("Maret 2026", (3, 2026)),
    ],
)
def test_a_month_is_read_as_in_a_cell(typed: str, month: tuple[int, int | None]) -> None:
    assert MonthOption().convert(typed, None, None) == month


@pytest.mark.parametrize("typed", ["0", "13", "2026-13", "Maret 1926", "triwulan", ""])
def test_what_is_no_month_is_refused(typed: str) -> None:
    with pytest.raises(click.BadParameter, match=f"“{typed}” bukan bulan"):
        MonthOption().convert(typed, None, None)


@pytest.mark.parametrize("typed", ["2", "II", "ii", "TW2", "tw-ii", "Triwulan II"])
def test_a_quarter_is_read_in_every_usual_way(typed: str) -> None:
    assert QUARTER.convert(typed, None, None) == 2


@pytest.mark.parametrize("typed", ["0", "5", "V", "dua", ""])
def test_what_is_no_quarter_is_refused(typed: str) -> None:
    with pytest.raises(click.BadParameter, match="Tuliskan 1 sampai dengan 4"):
        QUARTER.convert(typed, None, None)


def test_a_year_has_four_digits() -> None:
    assert YearOption().convert("2026", None, None) == 2026
    with pytest.raises(click.BadParameter, match="Tuliskan 1945 sampai dengan 2200"):
        YearOption().convert("26", None, None)


@click.command()
@click.option("--banding")
@period_options
def verb(chosen: object, banding: str | None) -> None:
    """A verb that takes a period."""
    assert callable(chosen)
    click.get_current_context().obj.append(chosen(2026))


def period(*arguments: str) -> Period:
    """The period that a verb gets, of a workbook of 2026."""
    periods: list[Period] = []
    verb.main(arguments, standalone_mode=False, obj=periods)
    return periods[0]


def test_the_period_that_a_verb_gets() -> None:
    assert period("--bulan", "Maret") == period("--bulan", "2026-03")
    assert period("--bulan", "3") == Period(2026, Cycle.MONTH, 3)
    assert period("--triwulan", "IV") == Period(2026, Cycle.QUARTER, 4)
    assert period("--semester", "2") == Period(2026, Cycle.SEMESTER, 2)
    assert period("--tahunan") == period("--banding", "x") == Period(2026, Cycle.YEAR)


@pytest.mark.parametrize(
    "arguments", [(), ("--bulan", "3", "--tahunan"), ("--bulan", "3", "--semester", "1")]
)
def test_one_period_must_be_named(arguments: tuple[str, ...]) -> None:
    with pytest.raises(click.UsageError, match="Sebutkan satu periode"):
        period(*arguments)


def test_a_month_of_another_year_is_none_of_the_workbook() -> None:
    with pytest.raises(click.BadParameter, match="Maret 2025 bukan bulan tahun 2026"):
        period("--bulan", "2025-03")
