"""Verbs that make decrees."""

from __future__ import annotations

from typing import NoReturn

import click

from zi_docs.cli.run import Run, common_options
from zi_docs.documents import decree as decrees
from zi_docs.model import Decree, DecreeKind, Plan, same_id


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@common_options
def keputusan(run: Run, pengenal: str | None) -> None:
    """Buat keputusan rencana aksi: naskah asli, salinan, dan bundel siap tanda tangan."""
    _make(run, DecreeKind.PLAN, "Keputusan rencana aksi", pengenal)


@click.command()
@click.argument("pengenal", required=False, metavar="[ID]")
@common_options
def sk(run: Run, pengenal: str | None) -> None:
    """Buat keputusan tim: tim kerja, agen perubahan, UPG, SPIP, dan tim lainnya."""
    _make(run, DecreeKind.TEAM, "Keputusan tim", pengenal)


def _make(run: Run, kind: DecreeKind, called: str, wanted: str | None) -> NoReturn:
    plan = run.sound_plan()
    chosen = _chosen(plan, kind, wanted)
    if not chosen:
        run.absent(f"{called} {wanted or ''}".strip(), "Keputusan")
    run.make(plan, [decrees.papers(plan, decree) for decree in chosen])


def _chosen(plan: Plan, kind: DecreeKind, wanted: str | None) -> list[Decree]:
    """The decrees of a kind: the one of the wanted ID, or all."""
    return [
        decree
        for decree in plan.decrees
        if decree.kind is kind and (wanted is None or same_id(decree.id, wanted))
    ]
