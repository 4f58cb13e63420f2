"""The verb that writes a new workbook."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from zi_docs.build.publish import write_new
from zi_docs.cli.common_options import FILE, common_options
from zi_docs.cli.import_verb import ImportWishes, import_options, imported_rows
from zi_docs.cli.office_options import office_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.data.office_kinds import NewOffice
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.starters import starting_rows


@click.command("buku-kerja", cls=Verb)
@click.argument("baru", type=FILE, metavar="BARU.xlsx")
@office_options
@import_options
@common_options
def buku_kerja(run: Run, baru: Path, wishes: ImportWishes, office: NewOffice) -> None:
    """Buat buku kerja baru dengan naskah awal keputusan dan rencana aksi contoh."""
    rows = starting_rows(office)
    if wishes.table is not None:
        rows["rencana_aksi"] = imported_rows(run, wishes.table, wishes)
    write_new(baru, write_workbook(rows, date(office.tahun or date.today().year, 1, 1)))
    run.finish([baru])
