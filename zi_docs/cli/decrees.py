"""Verbs that make decrees."""

from __future__ import annotations

from datetime import date, datetime
from typing import NoReturn

import click

from zi_docs.cli.run import Run, common_options
from zi_docs.cli.states import DAY, papers_of, state_at
from zi_docs.model import Decree, DecreeKind, Plan, same_id
from zi_docs.revision.states import states


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@click.option("--per", type=DAY, help="Buat keputusan yang berlaku pada tanggal ini.")
@common_options
def keputusan(run: Run, pengenal: str | None, per: datetime | None) -> None:
    """Buat keputusan rencana aksi: naskah asli, salinan, dan bundel siap tanda tangan.

    Keputusan yang sudah diubah dibuat sebagaimana ditetapkan semula; perubahannya dibuat dengan
    `revisi --naskah`.
    """
    _make(run, DecreeKind.PLAN, "Keputusan rencana aksi", pengenal, per.date() if per else None)


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@common_options
def sk(run: Run, pengenal: str | None) -> None:
    """Buat keputusan tim: tim kerja, agen perubahan, UPG, SPIP, dan tim lainnya."""
    _make(run, DecreeKind.TEAM, "Keputusan tim", pengenal)


def _make(
    run: Run, kind: DecreeKind, called: str, wanted: str | None, day: date | None = None
) -> NoReturn:
    plan = run.sound_plan()
    chosen = _chosen(plan, kind, wanted)
    if not chosen:
        run.absent(f"{called} {wanted or ''}".strip(), "Keputusan")
    known = [
        state_at(run, plan, decree, day) if day else states(plan, decree)[0] for decree in chosen
    ]
    run.make(plan, [papers_of(run, plan, state) for state in known])


def _chosen(plan: Plan, kind: DecreeKind, wanted: str | None) -> list[Decree]:
    """The decrees of a kind: the one of the wanted ID, or all."""
    return [
        decree
        for decree in plan.decrees
        if decree.jenis is kind and (wanted is None or same_id(decree.id, wanted))
    ]
