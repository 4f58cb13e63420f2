"""The options of `buku-kerja` that bring in a plan from another table, and what they do."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from zi_docs.build.publish import write_new
from zi_docs.cli.common_options import FILE
from zi_docs.cli.run import Run
from zi_docs.data import DataFileError
from zi_docs.errors import ExitCode
from zi_docs.findings import Place, error
from zi_docs.importing.import_options import ImportOptions, load_options, options_text
from zi_docs.importing.importer import ImportedPlan, ImportedRow, import_plan
from zi_docs.importing.time_words import PeriodMonths
from zi_docs.pdf.spreadsheets import as_xlsx


@dataclass(frozen=True)
class ImportWishes:
    """What the user asked of the import: the table, how to read it, where to keep the mapping.

    `laid_over` gives the options that were named, over those of the file `mapping`.
    """

    table: Path | None
    mapping: Path | None
    laid_over: Callable[[ImportOptions], ImportOptions]
    trial: bool
    keep: Path | None


def import_options(verb: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of the import; it gets them as its argument `wishes`."""

    @functools.wraps(verb)
    def with_wishes(
        *arguments: Any,
        impor: Path | None,
        petakan: tuple[str, ...],
        pemetaan: Path | None,
        simpan_pemetaan: Path | None,
        triwulan: str | None,
        lembar: tuple[str, ...],
        pecah: bool,
        coba: bool,
        **options: Any,
    ) -> None:
        columns = _mapping(petakan)

        def laid_over(kept: ImportOptions) -> ImportOptions:
            return replace(
                kept,
                mapping={**kept.mapping, **columns},
                quarter=PeriodMonths(triwulan) if triwulan else kept.quarter,
                split=pecah or kept.split,
                sheets=lembar,
            )

        wishes = ImportWishes(impor, pemetaan, laid_over, coba, simpan_pemetaan)
        if impor is None and (coba or simpan_pemetaan or pemetaan or petakan or lembar or pecah):
            raise click.UsageError("Pilihan impor memerlukan --impor TABEL.")
        verb(*arguments, wishes=wishes, **options)

    wrapped: Callable[..., None] = with_wishes
    for option in _OPTIONS:
        wrapped = option(wrapped)
    return wrapped


def imported_rows(run: Run, table: Path, wishes: ImportWishes) -> Sequence[ImportedRow]:
    """The rows of the plan in a table, reported with the closing table of the import.

    Leaves with TEMUAN when no row can be taken, and, when the import is only tried, with what
    would have come of it; then nothing is written.
    """
    options = wishes.laid_over(_kept(run, wishes.mapping))
    plan = import_plan(table, options, convert=as_xlsx)
    run.report(plan.findings)
    _show(run, plan, trial=wishes.trial)
    if not plan.rows:
        run.finish(code=ExitCode.TEMUAN)
    if wishes.trial:
        run.finish()
    if wishes.keep is not None:
        write_new(wishes.keep, options_text(plan.mapping, options).encode())
    return plan.rows


def _show(run: Run, plan: ImportedPlan, *, trial: bool) -> None:
    run.data["impor"] = plan.report.as_dict()
    if run.as_json or not plan.report.columns:
        return
    # Files made are told on stdout; a trial makes none, so its table is what was asked for.
    tell = click.echo if trial else run.say
    tell("\n".join(plan.report.lines()))


def _kept(run: Run, path: Path | None) -> ImportOptions:
    if path is None:
        return ImportOptions()
    try:
        return load_options(path)
    except DataFileError as problem:
        message = f"Berkas pemetaan ini {problem}. Sebutkan berkas yang benar dengan --pemetaan."
        run.report([error("IMP-PEMETAAN", message, Place(str(path)))])
        run.finish(code=ExitCode.TEMUAN)


def _mapping(pairs: Sequence[str]) -> dict[str, str]:
    keys = {}
    for pair in pairs:
        column, equals, key = pair.rpartition("=")
        if not equals or not column.strip() or not key.strip():
            raise click.BadParameter(f"tulislah KOLOM=KUNCI, bukan {pair}", param_hint="--petakan")
        keys[column.strip()] = key.strip()
    return keys


_OPTIONS = (
    click.option("--coba", is_flag=True, help="Tunjukkan hasil impor tanpa menulis apa pun."),
    click.option(
        "--pecah",
        is_flag=True,
        help="Langkah aksi yang bernomor dalam satu sel menjadi beberapa baris.",
    ),
    click.option("--lembar", multiple=True, metavar="NAMA", help="Hanya lembar ini yang diimpor."),
    click.option(
        "--triwulan",
        type=click.Choice([style.value for style in PeriodMonths]),
        help="Bulan yang ditandai untuk triwulan dan semester; bila tidak disebut, akhir.",
    ),
    click.option(
        "--simpan-pemetaan",
        type=FILE,
        metavar="BERKAS.toml",
        help="Simpan pemetaan kolom impor ini untuk dipakai lagi.",
    ),
    click.option(
        "--pemetaan",
        type=FILE,
        metavar="BERKAS.toml",
        help="Pakai pemetaan kolom yang pernah disimpan.",
    ),
    click.option(
        "--petakan",
        multiple=True,
        metavar="KOLOM=KUNCI",
        help="Kolom tabel yang diimpor menjadi kolom buku kerja, misalnya Kegiatan=langkah_aksi.",
    ),
    click.option(
        "--impor", type=FILE, help="Tabel rencana (XLSX, CSV, ODS, XLS) yang diambil isinya."
    ),
)
