"""The verb that shows how the year stands."""

from __future__ import annotations

from datetime import date, datetime

import click
from rich.console import Console

from zi_docs.cli.common_options import DAY, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.evidence.paper_standings import row_standings, standings_as_dict
from zi_docs.lke.former_answers import earlier_sheets, read_evaluations, unrecorded_notes
from zi_docs.model import Plan, RecordedFollowUp
from zi_docs.status import gather, show


@click.command(cls=Verb)
@click.option(
    "--tanggal",
    type=DAY,
    help="Keadaan pada tanggal ini; bila tidak disebut, hari ini.",
)
@click.option("--semua", is_flag=True, help="Tampilkan semua baris di layar.")
@common_options
def status(run: Run, tanggal: datetime | None, semua: bool) -> None:
    """Tampilkan yang jatuh tempo, tertunggak, belum berbukti, dan naskah yang belum lengkap.

    Tindak lanjut yang belum selesai disebut pula, beserta catatan TPI pada lembar jawaban LKE di
    samping buku kerja yang belum dicatat.
    """
    plan = run.read()
    if plan is None:
        run.finish(code=ExitCode.TEMUAN)
    run.report(run.year(plan).unjudged())
    plan = run.answered(plan)
    day = tanggal.date() if tanggal else date.today()
    products = run.catalog(plan).products()
    state = gather.status(plan, products, day, _notes(run, plan, day))
    console = Console()
    if not run.as_json and console.is_terminal:
        show.on_screen(state, console, whole=semua)
    elif not run.as_json:
        click.echo(show.as_text(state))
    papers = row_standings(plan, products, run.folder(plan))
    run.finish(data={"status": show.as_dict(state), "papers": standings_as_dict(papers)})


def _notes(run: Run, plan: Plan, day: date) -> tuple[RecordedFollowUp, ...]:
    """What evaluators noted in the answer sheets beside the workbook, not yet recorded there."""
    sheets = earlier_sheets(run.source.parent, (run.source,))
    evaluations = read_evaluations(sheets, plan.office.tahun)
    run.report(evaluations.findings)
    return unrecorded_notes(evaluations, plan, day)
