"""Verbs about the Word templates."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from zi_docs.build.publish import write_all_new
from zi_docs.catalog import specimens
from zi_docs.cli.run import FOLDER, Run, common_options
from zi_docs.errors import ExitCode, TemplateError
from zi_docs.model import Plan
from zi_docs.product import Product
from zi_docs.settings import DEFAULTS
from zi_docs.word.template_check import check_template


@click.group()
def templat() -> None:
    """Salin templat bawaan, atau periksa templat Word."""


@templat.command()
@click.option("--ke", type=FOLDER, required=True, help="Folder tujuan.")
@common_options
def baru(run: Run, ke: Path) -> None:
    """Salin templat bawaan; templat yang sudah ada tidak ditimpa."""
    run.finish(write_all_new(_built_in(), ke))


@templat.command()
@common_options
def periksa(run: Run) -> None:
    """Periksa setiap templat dengan isi yang sebenarnya dari buku kerja."""
    plan = run.illustrated(run.answered(run.sound_plan()))
    before = len(run.findings)
    for product in _filling(run, plan):
        run.report(check_template(run.templates / product.template, product.inputs().content))
    run.finish(code=ExitCode.TEMPLAT_RUSAK if len(run.findings) > before else ExitCode.BERES)


def _filling(run: Run, plan: Plan) -> Iterator[Product]:
    """The papers of the year, and a specimen of those whose templates it does not fill."""
    papers = [p for p in run.catalog(plan).products() if p.template and not p.on_request]
    yield from papers
    filled = {paper.template for paper in papers}
    for specimen in specimens(run.year(plan)):
        if specimen.template and specimen.template not in filled:
            filled.add(specimen.template)
            yield specimen


def _built_in() -> dict[str, bytes]:
    """The package's templates by name. Raises TemplateError when the package has none."""
    # While Word has a template open, a file `~$...` stands beside it.
    paths = [
        path for path in DEFAULTS.templates.glob("*.docx") if not path.name.startswith(("~", "."))
    ]
    if not paths:
        raise TemplateError(
            f"Templat bawaan tidak ada di {DEFAULTS.templates}.", "Pasanglah kembali program ini."
        )
    return {path.name: path.read_bytes() for path in sorted(paths)}
