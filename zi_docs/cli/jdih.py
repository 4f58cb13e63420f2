"""The verb that readies a decree for JDIH."""

from __future__ import annotations

import click

from zi_docs.cli.run import Run, common_options
from zi_docs.errors import ExitCode
from zi_docs.papers import jdih as papers_of


@click.command()
@click.argument("pengenal", metavar="ID")
@common_options
def jdih(run: Run, pengenal: str) -> None:
    """Siapkan keputusan untuk JDIH: salinan, abstrak, dan metadata (JSON dan CSV)."""
    plan = run.sound_plan()
    decree = plan.decree(pengenal)
    if decree is None:
        run.absent(f"Keputusan {pengenal}", "Keputusan")
    run.report(papers_of.problems(plan, decree))
    if run.faulty:
        run.finish(code=ExitCode.TEMUAN)
    run.make(plan, [papers_of.papers(plan, decree)])
