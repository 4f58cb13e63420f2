"""Verbs that make the papers of monitoring: forms, recaps, reports."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import click

from zi_docs.cli.common_options import FILE, common_options
from zi_docs.cli.period_options import QUARTER, Chosen, period_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.findings import Severity
from zi_docs.forms.form_reader import with_answers
from zi_docs.model import Plan
from zi_docs.monev.comparison import compare_years
from zi_docs.monev.periods import Cycle, Period
from zi_docs.product import Family
from zi_docs.revision.states import read_plan_and_year


@click.command(cls=Verb)
@period_options
@common_options
def monev(run: Run, chosen: Chosen) -> None:
    """Buat formulir monev satu periode: tiap area dan seluruh kantor."""
    _make(run, Family.FORM, chosen)


@click.command(cls=Verb)
@click.option(
    "--banding",
    type=FILE,
    metavar="LAMA.xlsx",
    help="Bandingkan dengan capaian buku kerja tahun lain; tanpa periode: setahun penuh.",
)
@period_options
@common_options
def rekap(run: Run, chosen: Chosen, banding: Path | None) -> None:
    """Buat rekapitulasi capaian satu periode, atau perbandingannya dengan tahun lain."""
    if banding is not None:
        _compare(run, chosen, banding)
    _make(run, Family.RECAP, chosen)


@click.command(cls=Verb)
@QUARTER
@click.option("--tahunan", is_flag=True, help="Laporan akhir tahun.")
@common_options
def laporan(run: Run, triwulan: int | None, tahunan: bool) -> None:
    """Buat laporan monev triwulan atau laporan akhir tahun."""
    if (triwulan is not None) + tahunan != 1:
        raise click.UsageError("Sebutkan satu periode: --triwulan atau --tahunan.")
    cycle = Cycle.QUARTER if triwulan else Cycle.YEAR
    _make(run, Family.REPORT, lambda year: Period(year, cycle, triwulan or 1))


def _compare(run: Run, chosen: Chosen, path: Path) -> NoReturn:
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


def _make(run: Run, family: Family, chosen: Chosen) -> NoReturn:
    """Make the papers of a family for the period asked for, also those on request."""
    plan = run.answered(run.plan_for_papers())
    topics = run.catalog(plan).about([family], chosen(plan.office.tahun).folder)
    run.make_topics(plan, topics)
