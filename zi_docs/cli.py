"""The verbs of the program. No logic: each reads, asks `build`, and reports."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

import click

from zi_docs import checks, store
from zi_docs.build import Built, Workshop, build_decree
from zi_docs.convert.fonts import DEFAULT_SUBSTITUTES
from zi_docs.convert.office import Converter, find_office
from zi_docs.documents.catalog import template_contexts
from zi_docs.errors import ExitCode, MissingProgramError, ZiError
from zi_docs.findings import Finding, Place, error, has_errors
from zi_docs.model import Decree, DecreeKind, Plan, same_id
from zi_docs.progress import shown
from zi_docs.render.authoring import AUTHORS
from zi_docs.render.lint import lint
from zi_docs.workbook.author import write_workbook
from zi_docs.workbook.importer import import_plan
from zi_docs.workbook.load import read_plan

_FOLDER = click.Path(path_type=Path, file_okay=False)
_FILE = click.Path(path_type=Path, dir_okay=False)


@dataclass
class Run:
    """One call of the program: its options, and the findings it gathers."""

    source: Path
    output: Path
    as_json: bool
    strict: bool
    findings: list[Finding] = field(default_factory=list)

    def report(self, found: Iterable[Finding]) -> None:
        """Keep findings and, unless JSON is asked for, tell them on stderr."""
        for finding in found:
            self.findings.append(finding)
            if not self.as_json:
                click.echo(str(finding), err=True)

    def finish(self, files: Sequence[Path] = (), code: ExitCode = ExitCode.BERES) -> NoReturn:
        """Print the files made (stdout) and leave with the exit code."""
        if self.as_json:
            result = {
                "files": [str(path) for path in files],
                "findings": [finding.as_dict() for finding in self.findings],
            }
            click.echo(json.dumps(result, ensure_ascii=False, indent=2))
        else:
            for path in files:
                click.echo(path)
        sys.exit(code)


def common_options(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every verb takes, gathered into a `Run`."""

    def with_run(source: Path, output: Path, as_json: bool, strict: bool, **options: Any) -> Any:
        return verb(Run(source, output, as_json, strict), **options)

    with_run.__name__, with_run.__doc__ = verb.__name__, verb.__doc__
    with_run.__click_params__ = getattr(verb, "__click_params__", [])  # type: ignore[attr-defined]
    for option in (
        click.option("--strict", is_flag=True, help="Anggap peringatan sebagai kesalahan."),
        click.option("--json", "as_json", is_flag=True, help="Cetak hasil sebagai JSON."),
        click.option(
            "--output", type=_FOLDER, default=Path("output"), show_default=True,
            help="Folder hasil.",
        ),
        click.option(
            "--source", type=click.Path(path_type=Path), default=Path("source/zi-2026.xlsx"),
            show_default=True, help="Buku kerja sumber.",
        ),
    ):  # fmt: skip
        with_run = option(with_run)
    return with_run


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def cli() -> None:
    """Susun naskah Zona Integritas setahun dari satu buku kerja."""


@cli.command()
@common_options
@click.argument("pengenal", required=False, metavar="[ID]")
def keputusan(run: Run, pengenal: str | None) -> None:
    """Buat keputusan rencana aksi: naskah asli, salinan, dan bundel siap tanda tangan."""
    plan = _read(run)
    chosen = _chosen(run, plan, pengenal)
    with shown(quiet=run.as_json) as progress:
        converter, missing = _converter()
        workshop = Workshop(Path("templates"), converter, progress)
        built = [build_decree(plan, decree, workshop, run.output) for decree in chosen]
    _finish_built(run, built, missing)


@cli.command()
@common_options
def periksa(run: Run) -> None:
    """Periksa buku kerja tanpa membuat dokumen."""
    plan, findings = read_plan(run.source)
    run.report(findings)
    if plan is not None:
        run.report(checks.check(plan))
    if run.as_json:
        listed = [finding.as_dict() for finding in run.findings]
        click.echo(json.dumps(listed, ensure_ascii=False, indent=2))
    elif not run.findings:
        click.echo("Tidak ada temuan.", err=True)
    sys.exit(ExitCode.TEMUAN if has_errors(run.findings, strict=run.strict) else ExitCode.BERES)


@cli.command("buku-kerja")
@common_options
@click.argument("baru", type=_FILE, metavar="BARU.xlsx")
@click.option("--impor", type=_FILE, help="Tabel rencana (CSV atau XLSX) yang diambil isinya.")
@click.option(
    "--petakan",
    multiple=True,
    metavar="KOLOM=KUNCI",
    help="Kolom tabel yang diimpor menjadi kolom buku kerja, misalnya Kegiatan=langkah_aksi.",
)
def buku_kerja(run: Run, baru: Path, impor: Path | None, petakan: tuple[str, ...]) -> None:
    """Buat buku kerja baru yang siap diisi."""
    rows: dict[str, list[dict[str, object]]] = {}
    if impor is not None:
        rows["rencana_aksi"], findings = import_plan(impor, _mapping(petakan))
        run.report(findings)
        if not rows["rencana_aksi"]:
            run.finish(code=ExitCode.TEMUAN)
    store.write_new(baru, write_workbook(rows, date(date.today().year, 1, 1)))
    run.finish([baru], _verdict(run, ExitCode.SEBAGIAN))


@cli.group()
def templat() -> None:
    """Templat Word: buat baru atau periksa."""


@templat.command("baru")
@common_options
@click.option(
    "--ke", type=_FOLDER, default=Path("templates"), show_default=True, help="Folder templat."
)
def templat_baru(run: Run, ke: Path) -> None:
    """Tulis templat bawaan; templat yang sudah ada tidak ditimpa."""
    written = []
    for name, author in AUTHORS.items():
        content = author()
        path = ke / name
        if not (path.is_file() and path.read_bytes() == content):
            store.write_new(path, content)
            written.append(path)
    run.finish(written)


@templat.command("periksa")
@common_options
def templat_periksa(run: Run) -> None:
    """Periksa setiap templat dengan isi yang sebenarnya dari buku kerja."""
    plan = _read(run)
    for template, context in template_contexts(plan):
        run.report(lint(Path("templates") / template, context))
    run.finish(code=_verdict(run, ExitCode.TEMPLAT_RUSAK))


def _read(run: Run) -> Plan:
    plan, findings = read_plan(run.source)
    run.report(findings)
    if plan is not None:
        run.report(checks.check(plan))
    if plan is None or has_errors(run.findings, strict=run.strict):
        run.finish(code=ExitCode.TEMUAN)
    return plan


def _chosen(run: Run, plan: Plan, pengenal: str | None) -> list[Decree]:
    decrees = [decree for decree in plan.decrees if decree.kind is DecreeKind.PLAN]
    if pengenal is not None:
        decrees = [decree for decree in decrees if same_id(decree.id, pengenal)]
    if not decrees:
        wanted = f"Keputusan {pengenal}" if pengenal else "Keputusan berjenis Rencana Aksi"
        run.report(
            [error("KEP-TIADA", f"{wanted} tidak ada; periksa kolom ID dan Jenis.",
                   Place(str(run.source), "Keputusan"))]
        )  # fmt: skip
        run.finish(code=ExitCode.TEMUAN)
    return decrees


def _converter() -> tuple[Converter | None, MissingProgramError | None]:
    try:
        return Converter(find_office(), DEFAULT_SUBSTITUTES), None
    except MissingProgramError as problem:
        return None, problem


def _finish_built(
    run: Run, built: Sequence[Built], missing: MissingProgramError | None
) -> NoReturn:
    for each in built:
        run.report(each.findings)
    files = [path for each in built for path in each.files]
    if missing is not None:
        click.echo(str(missing), err=True)
        run.finish(files, missing.exit_code)
    run.finish(files)


def _verdict(run: Run, bad: ExitCode) -> ExitCode:
    return bad if has_errors(run.findings, strict=run.strict) else ExitCode.BERES


def _mapping(pairs: Sequence[str]) -> dict[str, str]:
    found = {}
    for pair in pairs:
        column, equals, key = pair.partition("=")
        if not equals or not column.strip() or not key.strip():
            raise click.BadParameter(f"tulislah KOLOM=KUNCI, bukan {pair}", param_hint="--petakan")
        found[column.strip()] = key.strip()
    return found


def main() -> None:
    """Run the program; a failure is told in one line and becomes its exit code."""
    try:
        cli(prog_name="generate.py")
    except ZiError as problem:
        click.echo(f"Gagal: {problem}", err=True)
        sys.exit(problem.exit_code)
