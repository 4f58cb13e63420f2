"""The verb that makes next year's workbook of this year's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import click

from zi_docs import checks
from zi_docs.build.publish import refuse_existing, write_new
from zi_docs.cli.common_options import FILE, common_options
from zi_docs.cli.period_options import YearOption
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.findings import Finding, Place, Severity, note
from zi_docs.model import Plan
from zi_docs.next_year.carried_follow_ups import (
    carried_others,
    carry_recommendations,
    open_others,
    open_recommendations,
)
from zi_docs.next_year.carried_rows import (
    decreed_states,
    empty_the_year,
    plan_in_force,
    take_decreed,
)
from zi_docs.next_year.literal_years import literal_years
from zi_docs.next_year.row_notes import add_row_notes, is_one_off
from zi_docs.revision.states import State
from zi_docs.settings import workbook_name, year_in_name
from zi_docs.workbook.reading.load import read_plan, read_tables
from zi_docs.workbook.writing.rewrite import WorkbookRows, note_not_copied, rewrite_workbook


@click.command("tahun-baru", cls=Verb)
@click.argument("baru", type=FILE, metavar="BARU.xlsx")
@click.option(
    "--tahun",
    type=YearOption(),
    help="Tahun buku kerja baru; bila tidak disebut, tahun berikutnya.",
)
@common_options
def tahun_baru(run: Run, baru: Path, tahun: int | None) -> None:
    """Buat buku kerja tahun berikutnya dari buku kerja sumber.

    Kantor, pejabat, tim, peraturan, naskah, dan rencana aksi dibawa beserta ID barisnya. Nomor,
    tanggal, rapat, realisasi, dan revisi dikosongkan. Tindak lanjut yang belum selesai dibawa, dan
    capaian setiap baris ditulis pada kolom Catatan.
    """
    refuse_existing(baru)
    plan = run.sound_plan()
    old = plan.office.tahun
    year = _new_year(old, tahun, baru)
    decreed = run.year(plan)
    former = run.former_rows()
    states = decreed_states(decreed, run.source, former)
    in_force = plan_in_force(decreed, states)
    answered = run.answered(plan)
    if run.faulty:
        run.finish()
    carried = replace(answered, activities=(in_force or plan).activities)
    waiting, others = open_recommendations(carried), open_others(carried)
    differed: list[State] = []

    def change(rows: WorkbookRows) -> None:
        differed.extend(take_decreed(rows, states))
        follow_ups = carried_others(rows, others, carried, year)
        empty_the_year(rows, year)
        rows["tindak_lanjut"] = follow_ups
        add_row_notes(rows, carried, year)
        carry_recommendations(rows, waiting, old, year)

    write_new(baru, rewrite_workbook(run.source, change, former_rows=former))
    run.report(note_not_copied(run.findings, run.source))
    run.report(_not_decreed(state) for state in differed)
    run.report(_to_look_at(baru, old))
    confirmed = [row.id for row in carried.activities if is_one_off(row)]
    follow_ups = [*waiting, *(other.record.id for other in others)]
    run.finish([baru], data={"year": year, "confirm": confirmed, "follow_ups": follow_ups})


def _new_year(old: int, asked: int | None, new: Path) -> int:
    """The year of the new workbook, which its name must not contradict."""
    year = asked or old + 1
    if year <= old:
        raise click.BadParameter(
            f"harus sesudah {old}, tahun buku kerja sumber", param_hint="--tahun"
        )
    named = year_in_name(new)
    if named not in (None, year):
        raise click.UsageError(
            f"{new.name} bernama tahun {named}, padahal tahunnya {year}; namailah "
            f"{workbook_name(year)}, atau sebutkan --tahun {named}."
        )
    return year


def _not_decreed(state: State) -> Finding:
    return note(
        "TAHUN-KEADAAN",
        f"Buku kerja ini berbeda dengan yang ditetapkan oleh {state.id}; yang dibawa ke tahun baru "
        "ialah keadaan yang ditetapkan itu. Ubahlah buku kerja baru bila perubahannya tetap perlu.",
        state.decree.origin.at("id"),
    )


def _to_look_at(path: Path, old: int) -> Iterator[Finding]:
    """What the office has to look at in the new workbook, each with its cell there."""
    plan, findings = read_plan(path)
    yield from _errors(findings)
    if plan is None:
        return
    yield from _errors(checks.check(plan))
    yield from literal_years(read_tables(path), old)
    for row in plan.activities:
        if is_one_off(row):
            yield note(
                "TAHUN-SEKALI",
                f"Baris {row.id} dijadwalkan paling banyak satu kali setahun; pastikan apakah "
                f"masih diperlukan pada {plan.office.tahun}.",
                row.origin.at("id"),
            )
    yield from _carried(plan)
    if year_in_name(path) is None:
        yield note(
            "TAHUN-NAMA",
            f"Buku kerja ini tidak dipilih dengan sendirinya; namailah "
            f"{workbook_name(plan.office.tahun)} di folder source, atau sebutkan dengan --sumber.",
            Place(str(path)),
        )


def _carried(plan: Plan) -> Iterator[Finding]:
    for entry in plan.realisations:
        yield note(
            "TAHUN-TINDAK",
            f"Rekomendasi untuk {entry.baris} belum ditindaklanjuti dan dibawa ke sini; "
            f"{'periksalah' if entry.batas else 'tetapkan'} batas waktunya.",
            entry.origin.at("rekomendasi"),
        )
    for record in plan.follow_ups:
        yield note(
            "TAHUN-TINDAK",
            f"Tindak lanjut {record.id} belum selesai dan dibawa ke sini; "
            f"{'periksalah' if record.batas else 'tetapkan'} batas waktunya.",
            record.origin.at("batas"),
        )


def _errors(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if finding.severity is Severity.ERROR]
