"""Verbs about the Word templates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path

import click

from zi_docs.build.publish import write_all_new
from zi_docs.cli.common_options import FOLDER, common_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import VerbGroup
from zi_docs.errors import ExitCode, TemplateError
from zi_docs.findings import has_errors
from zi_docs.model import Plan
from zi_docs.product import Product
from zi_docs.settings import DEFAULTS
from zi_docs.specimens import specimens
from zi_docs.word.foreign_templates import check_template_with, work_on_template
from zi_docs.word.template_check import Filling
from zi_docs.word.template_names import TemplateDifference, compare_template_files
from zi_docs.word.template_source import FaultyTemplateError


@click.group(cls=VerbGroup)
def templat() -> None:
    """Salin templat bawaan, periksa templat Word, atau bandingkan dengan templat bawaan."""


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
    fillings: dict[str, list[Filling]] = {}
    for product in _filling(run, plan):
        filling = Filling(product.inputs().content, for_srikandi=not product.converts)
        fillings.setdefault(product.template, []).append(filling)
    findings = [
        finding
        for name, filled in fillings.items()
        for finding in check_template_with(run.templates / name, filled, DEFAULTS.templates / name)
    ]
    run.report(findings)
    run.finish(code=ExitCode.TEMPLAT_RUSAK if has_errors(findings) else None)


@templat.command()
@common_options
def banding(run: Run) -> None:
    """Tampilkan apa yang dicetak templat Anda kurang atau lebih daripada templat bawaan."""
    differences = {}
    for master in _built_in_files():
        try:
            mine = run.templates / master.name
            differences[master.name] = work_on_template(compare_template_files, mine, master)
        except FaultyTemplateError as problem:
            run.report(problem.findings)
    if not run.as_json:
        click.echo("\n".join(_as_lines(differences)))
    run.finish(
        code=ExitCode.TEMPLAT_RUSAK if has_errors(run.findings) else ExitCode.BERES,
        data={"templates": {name: asdict(difference) for name, difference in differences.items()}},
    )


def _as_lines(differences: Mapping[str, TemplateDifference]) -> Iterator[str]:
    for name, difference in differences.items():
        yield f"{name}: {'' if difference else 'mencetak yang sama dengan templat bawaan'}".rstrip()
        for heading, names in (
            ("tidak tercetak", difference.missing),
            ("tercetak tambahan", difference.added),
            ("gaya yang tidak ada", difference.styles),
        ):
            if names:
                yield f"  {heading}: {', '.join(names)}"


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
    """The package's templates by name."""
    return {path.name: path.read_bytes() for path in _built_in_files()}


def _built_in_files() -> list[Path]:
    """The package's templates. Raises TemplateError when the package has none."""
    # While Word has a template open, a file `~$...` stands beside it.
    paths = [
        path for path in DEFAULTS.templates.glob("*.docx") if not path.name.startswith(("~", "."))
    ]
    if not paths:
        raise TemplateError(
            f"Templat bawaan tidak ada di {DEFAULTS.templates}.", "Pasanglah kembali program ini."
        )
    return sorted(paths)
