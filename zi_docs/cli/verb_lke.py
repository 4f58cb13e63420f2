"""The verb that tells what the plan can score in the LKE, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NoReturn

import click

from zi_docs.build.publish import refuse_existing, write_new
from zi_docs.cli import lke_lines
from zi_docs.cli.answer_sheets import record_notes, row_evidence, write_answer_sheet
from zi_docs.cli.common_options import DAY, FILE, common_options
from zi_docs.cli.outcome import as_called
from zi_docs.cli.run import Run
from zi_docs.cli.verb_class import Verb
from zi_docs.data.lke_components import codes_in
from zi_docs.errors import ExitCode
from zi_docs.lke.earned import earned_so_far
from zi_docs.lke.items import joined_codes, known_codes, lke_items, nearest_code
from zi_docs.lke.offers import OfferedRow, add_offers, offers
from zi_docs.lke.score import score
from zi_docs.model import Plan
from zi_docs.product import Family
from zi_docs.workbook.writing.rewrite import (
    WorkbookRows,
    note_not_copied,
    rewrite_workbook,
)


@click.command(cls=Verb)
@click.option("--usulkan", is_flag=True, help="Usulkan kode LKE setiap baris beserta alasannya.")
@click.option(
    "--tulis",
    type=FILE,
    metavar="BARU.xlsx",
    help="Buku kerja baru: baris yang belum berkode memperoleh kode yang diusulkan.",
)
@click.option(
    "--tambah",
    type=FILE,
    metavar="BARU.xlsx",
    help="Buku kerja baru beserta baris bagi butir yang belum dilayani.",
)
@click.option(
    "--butir",
    multiple=True,
    metavar="KODE",
    help="Bersama --tambah: hanya butir ini, misalnya --butir PPA2B,PRA1A.",
)
@click.option(
    "--lembar",
    type=FILE,
    metavar="BARU.xlsx",
    help="Lembar jawaban LKE dengan jawaban, narasi, bukti, dan tautan yang diusulkan.",
)
@click.option(
    "--dari",
    type=FILE,
    metavar="LAMA.xlsx",
    help="Lembar jawaban yang isian TPI-nya dibawa; bila tidak disebut, yang sefolder.",
)
@click.option(
    "--catat",
    type=FILE,
    metavar="BARU.xlsx",
    help="Buku kerja baru: catatan TPI menjadi baris lembar Tindak Lanjut.",
)
@click.option(
    "--tanggal",
    type=DAY,
    help="Bersama --catat: tanggal catatan diterima; bila tidak disebut, hari ini.",
)
@click.option("--peta", is_flag=True, help="Buat naskah peta nilai LKE beserta gambarnya.")
@click.argument("kode", nargs=-1, metavar="")
@common_options
def lke(
    run: Run,
    *,
    usulkan: bool,
    tulis: Path | None,
    tambah: Path | None,
    butir: tuple[str, ...],
    kode: tuple[str, ...],
    lembar: Path | None,
    dari: Path | None,
    catat: Path | None,
    tanggal: datetime | None,
    peta: bool,
) -> None:
    """Hitung nilai LKE yang dapat dicapai oleh rencana aksi; bukan penilaian.

    Baris dihitung menurut Kode LKE-nya. Yang tidak terbaca dari rencana ditulis sebagai rentang.
    """
    wanted = _wanted(butir, kode, tambah)
    _one_new_file((tulis, tambah, lembar, catat), peta=peta)
    _fitting_options(dari, tanggal, lembar, catat)
    if peta:
        _make_map(run)
    plan = run.read()
    if plan is None:
        run.finish(code=ExitCode.TEMUAN)
    if usulkan or tulis:
        _propose(run, plan, tulis)
    scored = score(plan.activities)
    if tambah is not None:
        _add(run, plan, _chosen(offers(scored), wanted), tambah)
    if catat is not None:
        record_notes(run, plan, catat, dari, tanggal.date() if tanggal else date.today())
    plan = run.answered(plan)
    if lembar is not None:
        write_answer_sheet(run, plan, lembar, dari)
    earned = earned_so_far(plan, row_evidence(run, plan))
    if not run.as_json:
        uncoded = sum(not known_codes(row.lke) for row in plan.activities)
        click.echo(as_called("\n".join(lke_lines.score_lines(scored, earned, uncoded))))
    run.finish(data={"lke": lke_lines.score_dict(scored, earned)})


def _one_new_file(paths: Sequence[Path | None], *, peta: bool) -> None:
    """Refuse two results at once, and a file that is there already."""
    new_files = [path for path in paths if path is not None]
    if len(new_files) + peta > 1:
        raise click.UsageError(
            "Pilih salah satu: --tulis, --tambah, --lembar, --catat, atau --peta."
        )
    for path in new_files:
        refuse_existing(path)


def _fitting_options(
    dari: Path | None, tanggal: datetime | None, lembar: Path | None, catat: Path | None
) -> None:
    if dari and lembar is None and catat is None:
        raise click.UsageError("--dari memerlukan --lembar BARU.xlsx atau --catat BARU.xlsx.")
    if tanggal and catat is None:
        raise click.UsageError("--tanggal memerlukan --catat BARU.xlsx.")


def _wanted(butir: Sequence[str], kode: Sequence[str], new: Path | None) -> tuple[str, ...]:
    """The codes asked for: `--butir A B`, `--butir A,B`, or the option more than once."""
    if kode and not butir:
        raise click.UsageError(f"Argumen “{kode[0]}” tidak dikenal; kode ditulis sesudah --butir.")
    if butir and new is None:
        raise click.UsageError("--butir memerlukan --tambah BARU.xlsx.")
    codes = codes_in(" ".join((*butir, *kode)))
    for code in codes:
        if code not in lke_items():
            near = nearest_code(code)
            meant = f" Mungkin maksud Anda: {near}." if near else ""
            raise click.BadParameter(f"{code} bukan kode butir.{meant}", param_hint="--butir")
    return codes


def _chosen(offered: Sequence[OfferedRow], wanted: Sequence[str]) -> Sequence[OfferedRow]:
    """The rows offered for the codes asked for, all where none is named."""
    chosen = [offer for offer in offered if offer.item.code in wanted or not wanted]
    served = [code for code in wanted if code not in {offer.item.code for offer in chosen}]
    if served:
        raise click.BadParameter(
            f"{joined_codes(served)} sudah dilayani oleh rencana aksi.", param_hint="--butir"
        )
    return chosen


def _propose(run: Run, plan: Plan, new: Path | None) -> None:
    """Print the proposals; write them into a new workbook for rows that have no code."""
    from zi_docs.lke.proposals import propose_all

    proposed = propose_all(plan.activities)
    codes = {each.row.id.casefold(): joined_codes(each.codes) for each in proposed}

    def fill(rows: WorkbookRows) -> None:
        for values in rows["rencana_aksi"]:
            found_codes = codes.get(str(values["id"]).casefold())
            if not str(values.get("lke") or "").strip() and found_codes:
                values["lke"] = found_codes

    if not run.as_json:
        click.echo("\n".join(lke_lines.proposal_lines(proposed)))
        click.echo("Usulan dibaca dari kata-kata baris; periksalah sebelum dipakai.")
    files = []
    if new is not None:
        write_new(new, rewrite_workbook(run.source, fill, former_rows=run.former_rows()))
        run.report(note_not_copied(run.findings, run.source))
        files = [new]
    run.finish(files, data={"proposals": lke_lines.proposal_dicts(proposed)})


def _add(run: Run, plan: Plan, offered: Sequence[OfferedRow], new: Path) -> None:
    """Write a new workbook with rows for items that nobody serves."""
    former = run.former_rows()
    added: list[str] = []

    def add(rows: WorkbookRows) -> None:
        added.extend(add_offers(rows, offered, plan, former))

    write_new(new, rewrite_workbook(run.source, add, former_rows=former))
    run.report(note_not_copied(run.findings, run.source))
    run.say(f"{len(added)} baris ditambahkan; sesuaikanlah sebelum ditetapkan.")
    run.finish([new], data={"added": added})


def _make_map(run: Run) -> NoReturn:
    """Make the paper that shows the score."""
    plan = run.answered(run.plan_for_papers())
    topics = run.catalog(plan).about([Family.LKE])
    if not topics:
        run.absent("Kode LKE", "Rencana Aksi")
    run.make_topics(plan, topics)
