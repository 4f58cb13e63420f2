"""Verbs about the Word templates."""

from __future__ import annotations

from pathlib import Path

import click

from tools.template_authors import AUTHORS
from zi_docs.build import publish as store
from zi_docs.catalog import template_contexts
from zi_docs.cli.run import FOLDER, Run, common_options
from zi_docs.errors import ExitCode
from zi_docs.settings import DEFAULTS
from zi_docs.word.template_check import check_template


@click.group()
def templat() -> None:
    """Tulis atau periksa templat Word."""


@templat.command()
@click.option(
    "--ke", type=FOLDER, default=DEFAULTS.templates, show_default=True, help="Folder templat."
)
@common_options
def baru(run: Run, ke: Path) -> None:
    """Tulis templat bawaan; templat yang sudah ada tidak ditimpa."""
    written = []
    for name, author in AUTHORS.items():
        content, path = author(), ke / name
        if not (path.is_file() and path.read_bytes() == content):
            store.write_new(path, content)
            written.append(path)
    run.finish(written)


@templat.command()
@common_options
def periksa(run: Run) -> None:
    """Periksa setiap templat dengan isi yang sebenarnya dari buku kerja."""
    plan = run.sound_plan()
    known = len(run.findings)
    for template, context in template_contexts(plan):
        run.report(
            finding
            for finding in check_template(DEFAULTS.templates / template, context)
            if finding not in run.findings
        )
    run.finish(code=ExitCode.TEMPLAT_RUSAK if len(run.findings) > known else ExitCode.BERES)
