"""The verb that checks the workbook."""

from __future__ import annotations

import click

from zi_docs.cli.common_options import common_options
from zi_docs.cli.run import Run
from zi_docs.errors import ExitCode


@click.command()
@click.option("--semua", is_flag=True, help="Sebutkan pula temuan yang sudah diterima.")
@common_options
def periksa(run: Run, semua: bool) -> None:
    """Periksa buku kerja tanpa membuat dokumen.

    Temuan yang dicatat pada lembar Diterima hanya disebut jumlahnya.
    """
    run.every_finding = True
    plan = run.read()
    if plan is not None:
        from zi_docs.checks.accepted import entry_findings

        run.report(entry_findings(plan, run.findings, run.accepted.values()))
    code = ExitCode.TEMUAN if run.faulty else ExitCode.BERES
    if run.as_json:
        accepted = [f.as_dict() | {"reason": e.alasan} for f, e in run.accepted.items()]
        run.finish(code=code, data={"accepted": accepted} if accepted else {})
    run.tell()
    if not run.findings:
        click.echo("Tidak ada temuan.", err=True)
    for finding, entry in run.accepted.items() if semua else ():
        click.echo(f"{finding} Diterima: {entry.alasan}", err=True)
    if run.accepted and not semua:
        count = len(run.accepted)
        click.echo(f"{count} temuan diterima; lihat `periksa --semua`.", err=True)
    run.finish(code=code)
