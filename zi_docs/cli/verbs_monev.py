"""Verbs that make the papers of monitoring: forms, recaps, reports."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any, NoReturn

import click

from zi_docs.cli.run import Run, common_options
from zi_docs.monev.periods import Cycle, Period
from zi_docs.product import Family

_Chosen = Callable[[int], Period]
"""The period asked for, once the year of the plan is known."""

_PERIODS = {
    "bulan": (Cycle.MONTH, "Bulan 1 sampai dengan 12."),
    "triwulan": (Cycle.QUARTER, "Triwulan 1 sampai dengan 4."),
    "semester": (Cycle.SEMESTER, "Semester 1 atau 2."),
}


def _period_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of a period, exactly one of them; it gets `chosen`."""

    @functools.wraps(verb)
    def with_period(*given: Any, tahunan: bool, **options: Any) -> None:
        numbers = {name: options.pop(name) for name in _PERIODS}
        named = {name: number for name, number in numbers.items() if number is not None}
        if len(named) + tahunan != 1:
            raise click.UsageError("Sebutkan satu periode: --bulan, --triwulan, --semester, "
                                   "atau --tahunan.")  # fmt: skip
        cycle, number = Cycle.YEAR, 1
        for name, chosen in named.items():
            cycle, number = _PERIODS[name][0], chosen
        verb(*given, chosen=lambda year: Period(year, cycle, number), **options)

    wrapped: Callable[..., None] = with_period
    wrapped = click.option("--tahunan", is_flag=True, help="Setahun penuh.")(wrapped)
    for name, (cycle, words) in reversed(_PERIODS.items()):
        allowed = click.IntRange(1, 12 // cycle.value)
        wrapped = click.option(f"--{name}", type=allowed, help=words)(wrapped)
    return wrapped


@click.command()
@_period_options
@common_options
def monev(run: Run, chosen: _Chosen) -> None:
    """Buat formulir monev satu periode: tiap area dan seluruh kantor."""
    _make(run, Family.FORM, chosen)


@click.command()
@_period_options
@common_options
def rekap(run: Run, chosen: _Chosen) -> None:
    """Buat rekapitulasi capaian satu periode, dengan tabel dan gambar."""
    _make(run, Family.RECAP, chosen)


@click.command()
@click.option("--triwulan", type=click.IntRange(1, 4), help="Triwulan 1 sampai dengan 4.")
@click.option("--tahunan", is_flag=True, help="Laporan akhir tahun.")
@common_options
def laporan(run: Run, triwulan: int | None, tahunan: bool) -> None:
    """Buat laporan monev triwulan atau laporan akhir tahun."""
    if (triwulan is not None) + tahunan != 1:
        raise click.UsageError("Sebutkan satu periode: --triwulan atau --tahunan.")
    cycle = Cycle.QUARTER if triwulan else Cycle.YEAR
    _make(run, Family.REPORT, lambda year: Period(year, cycle, triwulan or 1))


def _make(run: Run, family: Family, chosen: _Chosen) -> NoReturn:
    """Make the papers of a family for the period asked for, also those on request."""
    plan = run.answered(run.plan_for_papers())
    topics = run.catalog(plan).about([family], chosen(plan.office.tahun).folder)
    run.make_topics(plan, topics, whole=not run.faulty)
