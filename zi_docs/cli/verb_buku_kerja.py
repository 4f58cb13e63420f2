"""The verb that writes a new workbook."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from zi_docs.build.publish import write_new
from zi_docs.cli.run import FILE, Run, common_options
from zi_docs.errors import ExitCode
from zi_docs.importing.importer import import_plan
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.starters import starting_rows


@click.command("buku-kerja")
@click.argument("baru", type=FILE, metavar="BARU.xlsx")
@click.option("--impor", type=FILE, help="Tabel rencana (CSV atau XLSX) yang diambil isinya.")
@click.option(
    "--petakan",
    multiple=True,
    metavar="KOLOM=KUNCI",
    help="Kolom tabel yang diimpor menjadi kolom buku kerja, misalnya Kegiatan=langkah_aksi.",
)
@common_options
def buku_kerja(run: Run, baru: Path, impor: Path | None, petakan: tuple[str, ...]) -> None:
    """Buat buku kerja baru yang siap diisi, dengan naskah awal keputusan tim."""
    rows = starting_rows()
    if impor is not None:
        rows["rencana_aksi"], findings = import_plan(impor, _mapping(petakan))
        run.report(findings)
        if not rows["rencana_aksi"]:
            run.finish(code=ExitCode.TEMUAN)
    write_new(baru, write_workbook(rows, date(date.today().year, 1, 1)))
    run.finish([baru], ExitCode.SEBAGIAN if run.faulty else ExitCode.BERES)


def _mapping(pairs: Sequence[str]) -> dict[str, str]:
    keys = {}
    for pair in pairs:
        column, equals, key = pair.partition("=")
        if not equals or not column.strip() or not key.strip():
            raise click.BadParameter(f"tulislah KOLOM=KUNCI, bukan {pair}", param_hint="--petakan")
        keys[column.strip()] = key.strip()
    return keys
