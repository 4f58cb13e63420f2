"""Verbs that make the papers of monitoring: forms, recaps, reports."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

import click

from zi_docs.cli.common_options import FILE, common_options
from zi_docs.cli.run import Run
from zi_docs.errors import ExitCode
from zi_docs.findings import Severity
from zi_docs.forms.form_reader import with_answers
from zi_docs.model import Plan
from zi_docs.monev.comparison import compare_years
from zi_docs.monev.periods import Cycle, Period
from zi_docs.product import Family
from zi_docs.revision.states import read_plan_and_year

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
        # Years are compared as a whole unless a period is named.
        tahunan = tahunan or (not named and options.get("banding") is not None)
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
@click.option(
    "--banding",
    type=FILE,
    metavar="LAMA.xlsx",
    help="Bandingkan dengan capaian buku kerja tahun lain; tanpa periode: setahun penuh.",
)
@_period_options
@common_options
def rekap(run: Run, chosen: _Chosen, banding: Path | None) -> None:
    """Buat rekapitulasi capaian satu periode, atau perbandingannya dengan tahun lain."""
    if banding is not None:
        _compare(run, chosen, banding)
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


def _compare(run: Run, chosen: _Chosen, path: Path) -> NoReturn:
    """Show the comparison with an earlier year, and make its paper."""
    plan = run.answered(run.plan_for_papers())
    # LibreOffice has started by now; what composes papers is loaded meanwhile.
    from zi_docs.catalog import catalog
    from zi_docs.cli.comparison_table import comparison_dict, comparison_lines
    from zi_docs.papers.banding_capaian import KIND

    former = _former(run, path)
    if former.office.tahun >= plan.office.tahun:
        raise click.UsageError(
            f"{path} bertahun {former.office.tahun}; sebutkan buku kerja sebelum tahun "
            f"{plan.office.tahun}."
        )
    period = chosen(plan.office.tahun)
    compared = compare_years(former, plan, period.months)
    run.data["comparison"] = comparison_dict(compared)
    if not run.as_json:
        for line in comparison_lines(compared, former.office.tahun, plan.office.tahun):
            click.echo(line)
    year = replace(run.year(plan), former=former)
    topics = catalog(year).about([Family.RECAP], period.folder)
    run.make_topics(plan, topics, lambda p: p.kind == KIND)


def _former(run: Run, path: Path) -> Plan:
    """The plan of another year with its realisations; what forbids reading it ends the run."""
    year, findings = read_plan_and_year(path)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    run.report(errors)
    if year is None or errors:
        run.finish(code=ExitCode.TEMUAN)
    answered, merged = with_answers(year.plan, path)
    run.report(merged.findings)
    return answered


def _make(run: Run, family: Family, chosen: _Chosen) -> NoReturn:
    """Make the papers of a family for the period asked for, also those on request."""
    plan = run.answered(run.plan_for_papers())
    topics = run.catalog(plan).about([family], chosen(plan.office.tahun).folder)
    run.make_topics(plan, topics)
