"""Verbs that tell how far the plan has come: recap and report."""

from __future__ import annotations

import click

from zi_docs.cli.periods import Chosen, period_options
from zi_docs.cli.run import Run, common_options
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers import laporan_monev as monev_report
from zi_docs.papers import rekap as recap


@click.command()
@period_options
@common_options
def rekap(run: Run, chosen: Chosen) -> None:
    """Buat rekapitulasi capaian satu periode, dengan tabel dan gambar."""
    plan = run.answered(run.sound_plan())
    run.make(plan, [recap.papers(plan, chosen(plan.office.tahun))], whole=not run.faulty)


@click.command()
@click.option("--triwulan", type=click.IntRange(1, 4), help="Triwulan 1 sampai dengan 4.")
@click.option("--tahunan", is_flag=True, help="Laporan akhir tahun.")
@common_options
def laporan(run: Run, triwulan: int | None, tahunan: bool) -> None:
    """Buat laporan monev triwulan atau laporan akhir tahun."""
    if (triwulan is not None) + tahunan != 1:
        raise click.UsageError("Sebutkan satu periode: --triwulan atau --tahunan.")
    plan = run.answered(run.sound_plan())
    year = plan.office.tahun
    period = Period(year, Cycle.QUARTER, triwulan) if triwulan else Period(year, Cycle.YEAR)
    run.make(plan, [monev_report.papers(plan, period)], whole=not run.faulty)
