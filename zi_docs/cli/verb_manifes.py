"""The verb of the manifest: what a year's folder holds, and whether it still does."""

from __future__ import annotations

from pathlib import Path

import click

from zi_docs.build.inspection import inspect, never_made
from zi_docs.build.manifest import damage
from zi_docs.build.manifest import read as read_manifest
from zi_docs.cli.common_options import common_options
from zi_docs.cli.period_options import YearOption
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding, Place, error


@click.command(cls=Verb)
@click.option("--periksa", is_flag=True, help="Bandingkan isi folder dengan manifesnya.")
@click.option(
    "--tahun", type=YearOption(), help="Tahun yang diperiksa; bila tidak disebut, semuanya."
)
@common_options
def manifes(run: Run, periksa: bool, tahun: int | None) -> None:
    """Tampilkan hasil yang tercatat pada manifes, atau periksa keutuhannya."""
    folders = _folders(run.output, tahun)
    if not folders:
        message = "Belum ada hasil di folder ini; jalankan `python generate.py semua`."
        run.report([error("MAN-TIADA", message, Place(str(run.output)))])
    files = []
    expected = _expected(run) if periksa else {}
    for folder in folders:
        if periksa:
            run.report(_inspected(folder))
            run.report(never_made(folder, expected.get(folder.name, [])))
        else:
            content = read_manifest(folder)
            run.report(damage(folder, content))
            files += [folder / (output.place or name) for name, output in content.outputs.items()]
    if periksa and folders and not run.findings:
        run.say("Semua berkas utuh.")
    run.finish(files, ExitCode.TEMUAN if run.faulty else ExitCode.BERES)


def _expected(run: Run) -> dict[str, list[str]]:
    """The products that the workbook asks for, by the name of their year's folder."""
    from zi_docs.catalog import catalog
    from zi_docs.revision.states import read_plan_and_year

    year, _ = read_plan_and_year(run.source)
    if year is None:
        return {}
    products = catalog(year).products()
    return {run.folder(year.plan).name: [p.name for p in products if not p.on_request]}


def _inspected(folder: Path) -> list[Finding]:
    from zi_docs.build.lock import lock_folder
    from zi_docs.build.publish import restore

    with lock_folder(folder):
        # What a killed run had begun is completed first: half of it is no finding.
        restored = restore(folder)
        return [*restored, *inspect(folder)]


def _folders(output: Path, year: int | None) -> list[Path]:
    folders = [output / str(year)] if year else sorted(output.glob("[0-9][0-9][0-9][0-9]"))
    return [folder for folder in folders if folder.is_dir()]
