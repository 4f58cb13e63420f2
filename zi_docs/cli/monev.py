"""Verbs of monitoring: the forms out."""

from __future__ import annotations

import click

from zi_docs.cli.periods import Chosen, period_options
from zi_docs.cli.run import Run, common_options
from zi_docs.documents import monev_form


@click.command()
@period_options
@common_options
def monev(run: Run, chosen: Chosen) -> None:
    """Buat formulir monev satu periode: tiap area dan seluruh kantor."""
    plan = run.sound_plan()
    period = chosen(plan.office.tahun)
    run.make(plan, [monev_form.papers(plan, period)])
