"""The verb that checks the workbook."""

from __future__ import annotations

import click

from zi_docs.cli.run import Run, common_options
from zi_docs.errors import ExitCode


@click.command()
@common_options
def periksa(run: Run) -> None:
    """Periksa buku kerja tanpa membuat dokumen."""
    run.every_finding = True
    run.read()
    if not run.findings and not run.as_json:
        click.echo("Tidak ada temuan.", err=True)
    run.finish(code=ExitCode.TEMUAN if run.faulty else ExitCode.BERES)
