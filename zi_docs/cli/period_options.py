"""Months, quarters, semesters and years as options of the command line."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import click
from click.shell_completion import CompletionItem

from zi_docs.monev.periods import Cycle, Period
from zi_docs.text import whole_number
from zi_docs.wording.dates import MONTHS
from zi_docs.wording.nearest_names import did_you_mean
from zi_docs.wording.numbers import roman_numeral
from zi_docs.workbook.reading.moments import month_and_year

Chosen = Callable[[int], Period]
"""The period asked for, once the year of the plan is known."""

_CYCLE_WORD = re.compile(r"(?:triwulan|tw|semester|smt|s)\W*", re.I)


class MonthOption(click.ParamType[tuple[int, int | None]]):
    """A month, and the year where one is named: read as in a cell."""

    name = "bulan"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> tuple[int, int | None]:
        """Read a month; `3`, `Maret`, `mar`, `2026-03`, `Maret 2026` alike."""
        month = month_and_year(str(value))
        if month is None:
            meant = did_you_mean(value, MONTHS) or " Tuliskan misalnya 3, Maret, atau 2026-03."
            self.fail(f"“{value}” bukan bulan.{meant}", param, ctx)
        return month

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem[str]]:
        """The months that begin with what is typed."""
        start = incomplete.casefold()
        return [CompletionItem(name) for name in MONTHS if name.casefold().startswith(start)]


class PeriodOption(click.ParamType[int]):
    """The number of a quarter or semester."""

    def __init__(self, name: str, cycle: Cycle) -> None:
        self.name = name
        self._spellings = {
            spelling: number
            for number in range(1, 12 // cycle.value + 1)
            for spelling in (str(number), roman_numeral(number))
        }

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a number; `2`, `II`, `TW2`, `triwulan II` alike."""
        text = _CYCLE_WORD.sub("", str(value).strip(), count=1)
        if text.upper() not in self._spellings:
            last = max(self._spellings.values())
            self.fail(f"“{value}” bukan {self.name}. Tuliskan 1 sampai dengan {last}.", param, ctx)
        return self._spellings[text.upper()]


class YearOption(click.ParamType[int]):
    """A year."""

    name = "tahun"

    def __init__(self, first: int = 1945, last: int = 2200) -> None:
        self._years = range(first, last + 1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Read a year of four digits."""
        year = whole_number(str(value).strip())
        if year is None or year not in self._years:
            first, last = self._years[0], self._years[-1]
            self.fail(f"“{value}” bukan tahun. Tuliskan {first} sampai dengan {last}.", param, ctx)
        return year


QUARTER = click.option(
    "--triwulan",
    type=PeriodOption("triwulan", Cycle.QUARTER),
    help="Triwulan: 1 sampai dengan 4, atau I sampai dengan IV.",
)
_PERIODS = (
    click.option("--bulan", type=MonthOption(), help="Bulan: 3, Maret, atau 2026-03."),
    QUARTER,
    click.option(
        "--semester",
        type=PeriodOption("semester", Cycle.SEMESTER),
        help="Semester: 1 atau 2, I atau II.",
    ),
    click.option("--tahunan", is_flag=True, help="Setahun penuh."),
)


def period_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of a period, exactly one of them; it gets `chosen`."""

    @functools.wraps(verb)
    def with_period(
        *given: Any,
        bulan: tuple[int, int | None] | None,
        triwulan: int | None,
        semester: int | None,
        tahunan: bool,
        **options: Any,
    ) -> None:
        numbers = {Cycle.QUARTER: triwulan, Cycle.SEMESTER: semester}
        named = {cycle: number for cycle, number in numbers.items() if number is not None}
        # Years are compared as a whole unless a period is named.
        compared = bulan is None and not named and options.get("banding") is not None
        if (bulan is not None) + len(named) + (tahunan or compared) != 1:
            raise click.UsageError(
                "Sebutkan satu periode: --bulan, --triwulan, --semester, atau --tahunan."
            )
        cycle, number = next(iter(named.items()), (Cycle.YEAR, 1))
        chosen = (
            functools.partial(_month, *bulan)
            if bulan is not None
            else lambda year: Period(year, cycle, number)
        )
        verb(*given, chosen=chosen, **options)

    wrapped: Callable[..., None] = with_period
    for option in reversed(_PERIODS):
        wrapped = option(wrapped)
    return wrapped


def _month(month: int, named: int | None, year: int) -> Period:
    """The month of a plan's year, which must be the one that was named."""
    if named not in (None, year):
        raise click.BadParameter(
            f"{MONTHS[month - 1]} {named} bukan bulan tahun {year}, tahun buku kerja ini.",
            param_hint="--bulan",
        )
    return Period(year, Cycle.MONTH, month)
