"""The options that name a period: --bulan, --triwulan, --semester, --tahunan."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import click

from zi_docs.monev.periods import Cycle, Period

Chosen = Callable[[int], Period]
"""The period asked for, once the year of the plan is known."""

_OPTIONS = {
    "bulan": (Cycle.MONTH, "Bulan 1 sampai dengan 12."),
    "triwulan": (Cycle.QUARTER, "Triwulan 1 sampai dengan 4."),
    "semester": (Cycle.SEMESTER, "Semester 1 atau 2."),
}


def period_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of a period, exactly one of them; it gets `chosen`."""

    @functools.wraps(verb)
    def with_period(*given: Any, tahunan: bool, **options: Any) -> None:
        numbers = {name: options.pop(name) for name in _OPTIONS}
        named = {name: number for name, number in numbers.items() if number is not None}
        if len(named) + tahunan != 1:
            raise click.UsageError("Sebutkan satu periode: --bulan, --triwulan, --semester, "
                                   "atau --tahunan.")  # fmt: skip
        cycle, number = Cycle.YEAR, 1
        for name, chosen in named.items():
            cycle, number = _OPTIONS[name][0], chosen
        verb(*given, chosen=lambda year: Period(year, cycle, number), **options)

    wrapped: Callable[..., None] = with_period
    wrapped = click.option("--tahunan", is_flag=True, help="Setahun penuh.")(wrapped)
    for name, (cycle, words) in reversed(_OPTIONS.items()):
        allowed = click.IntRange(1, 12 // cycle.value)
        wrapped = click.option(f"--{name}", type=allowed, help=words)(wrapped)
    return wrapped
