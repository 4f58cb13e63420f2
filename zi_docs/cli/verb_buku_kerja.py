"""The verb that writes a new workbook: of starting texts, or of a workbook that an office has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import click

from zi_docs.build.publish import refuse_existing, write_new
from zi_docs.cli.common_options import FILE, common_options
from zi_docs.cli.import_verb import ImportWishes, import_options, imported_rows
from zi_docs.cli.office_options import office_options
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.data.office_kinds import NewOffice
from zi_docs.errors import ExitCode
from zi_docs.findings import Finding, error
from zi_docs.model import Plan
from zi_docs.workbook.writing.added_decrees import add_decrees
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.rewrite import WorkbookRows, note_not_copied, rewrite_workbook
from zi_docs.workbook.writing.starters import starting_rows
from zi_docs.workbook.writing.starting_decrees import CostClause, other_decree_ids

_OF_A_NEW_OFFICE = ("tahun", "instansi", "jenis", "kedudukan", "impor")


@click.command("buku-kerja", cls=Verb)
@click.argument("baru", type=FILE, metavar="BARU.xlsx")
@office_options
@import_options
@click.option(
    "--dari", type=FILE, metavar="LAMA.xlsx", help="Salin buku kerja ini ke bentuk yang sekarang."
)
@click.option(
    "--keputusan",
    "decrees",
    multiple=True,
    type=click.Choice(other_decree_ids()),
    metavar="ID",
    help="Tambahkan naskah awal keputusan tim ini; perlu --dari, boleh diulang.",
)
@click.option(
    "--biaya",
    type=click.Choice([clause.value for clause in CostClause]),
    default=CostClause.BUDGET.value,
    show_default=True,
    help="Diktum biaya naskah awal: dibebankan pada DIPA, tanpa biaya, atau tidak dicantumkan.",
)
@common_options
def buku_kerja(
    run: Run,
    baru: Path,
    wishes: ImportWishes,
    office: NewOffice,
    dari: Path | None,
    decrees: tuple[str, ...],
    biaya: str,
) -> None:
    """Buat buku kerja baru dengan naskah awal keputusan dan rencana aksi contoh.

    Dengan --dari, isi buku kerja yang sudah ada disalin ke bentuk yang sekarang, dan --keputusan
    menambahkan naskah awal keputusan yang belum ada di sana.
    """
    cost = CostClause(biaya)
    if dari is not None:
        _refuse_office_options()
        run.source = dari
        _renew(run, baru, decrees, cost)
    if decrees:
        raise click.UsageError("--keputusan memerlukan --dari LAMA.xlsx.")
    rows = starting_rows(office, cost)
    if wishes.table is not None:
        rows["rencana_aksi"] = imported_rows(run, wishes.table, wishes)
    write_new(baru, write_workbook(rows, date(office.tahun or date.today().year, 1, 1)))
    run.finish([baru])


def _refuse_office_options() -> None:
    """An old workbook says itself which office and year it is for."""
    context = click.get_current_context()
    for name in _OF_A_NEW_OFFICE:
        if context.params.get(name):
            raise click.UsageError(f"--{name} tidak dapat dipakai bersama --dari.")


def _renew(run: Run, new: Path, decrees: Sequence[str], cost: CostClause) -> None:
    """Write the source's content, with these starting decrees, as a new workbook; then leave."""
    refuse_existing(new)
    plan = run.read()
    if plan is not None:
        run.report(taken := list(_taken(plan, decrees)))
        if taken:
            run.finish(code=ExitCode.TEMUAN)

    def add(rows: WorkbookRows) -> None:
        add_decrees(rows, decrees, cost)

    write_new(new, rewrite_workbook(run.source, add, former_rows=run.former_rows()))
    run.report(note_not_copied(run.findings, run.source))
    run.finish([new])


def _taken(plan: Plan, decrees: Sequence[str]) -> Iterator[Finding]:
    for key in decrees:
        if (decree := plan.decree(key)) is not None:
            yield error(
                "KEP-ADA",
                f"Keputusan {key} sudah ada di buku kerja ini; hapuslah --keputusan {key}, atau "
                "ganti dahulu ID keputusan yang lama.",
                decree.origin.at("id"),
            )
