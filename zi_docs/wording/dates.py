"""Dates as official papers write them."""

from collections.abc import Iterable, Sequence
from datetime import date, time

from babel.dates import format_date, get_month_names

from zi_docs.wording.numbers import number_in_words

_LOCALE = "id"
_MONTH_NAMES: dict[int, str] = dict(get_month_names("wide", locale=_LOCALE))
MONTHS: tuple[str, ...] = tuple(_MONTH_NAMES.values())
"""The names of the twelve months in order."""


def long_date(day: date) -> str:
    """`22 Januari 2026`."""
    return format_date(day, "d MMMM y", locale=_LOCALE)


def short_date(day: date) -> str:
    """`22-01-2026`: for narrow columns."""
    return day.strftime("%d-%m-%Y")


def weekday_date(day: date) -> str:
    """`Kamis, 22 Januari 2026`."""
    return format_date(day, "EEEE, d MMMM y", locale=_LOCALE)


def days_text(first: date, last: date) -> str:
    """`Senin s.d. Selasa, 9 s.d. 10 Maret 2026`; one day as `weekday_date` writes it."""
    if first == last:
        return weekday_date(first)
    if (first.year, first.month) != (last.year, last.month):
        return f"{weekday_date(first)} s.d. {weekday_date(last)}"
    names = [format_date(day, "EEEE", locale=_LOCALE) for day in (first, last)]
    return f"{names[0]} s.d. {names[1]}, {first.day} s.d. {long_date(last)}"


def month_name(month: int) -> str:
    """The name of a month, 1 to 12."""
    return _MONTH_NAMES[month]


def months_text(months: Iterable[int]) -> str:
    """`Maret`, `Januari, Maret`, `Januari s.d. Mei`: months in a row become a span."""
    runs: list[list[int]] = []
    for month in sorted(set(months)):
        if runs and month == runs[-1][-1] + 1:
            runs[-1].append(month)
        else:
            runs.append([month])
    return ", ".join(_span(run) for run in runs)


def _span(run: Sequence[int]) -> str:
    first, last = month_name(run[0]), month_name(run[-1])
    if len(run) == 1:
        return first
    return f"{first}, {last}" if len(run) == 2 else f"{first} s.d. {last}"


def date_in_words(day: date) -> str:
    """A date as minutes have it: `Kamis, tanggal dua puluh dua bulan Januari tahun …`.

    The wording of a berita acara (NASKAH section 3).
    """
    weekday = format_date(day, "EEEE", locale=_LOCALE)
    return (
        f"{weekday}, tanggal {number_in_words(day.day)} bulan {month_name(day.month)} "
        f"tahun {number_in_words(day.year)}"
    )


def time_text(value: time) -> str:
    """A time of day with a full stop, as in Indonesian: `09.30`."""
    return value.strftime("%H.%M")
