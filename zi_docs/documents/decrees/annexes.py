"""What the Lampiran of each kind of decree holds; the rest of a decree is the same for all."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from zi_docs.documents.decrees.narrative import narrative, table_title
from zi_docs.documents.decrees.plan_table import keeps, plan_table, row_anchors
from zi_docs.documents.decrees.team_table import (
    has_tasks,
    seat_anchors,
    tasks,
    team_keeps,
    team_table,
    team_title,
)
from zi_docs.documents.pagination import Keep, Pagination
from zi_docs.model import Decree, DecreeKind, Plan
from zi_docs.wording.titles import heading_title


@dataclass(frozen=True)
class Annex:
    """A Lampiran: the template made for it, its part of the context, its anchors."""

    template: str
    fill: Callable[[Pagination], Mapping[str, object]]
    rows: tuple[str, ...]
    keeps: tuple[Keep, ...]


def annex_of(plan: Plan, decree: Decree) -> Annex:
    """The Lampiran of a decree by its kind."""
    return _ANNEXES[decree.kind](plan, decree)


def _plan_annex(plan: Plan, decree: Decree) -> Annex:
    return Annex(
        "keputusan-renaksi.docx",
        lambda pages: {
            "judul_lampiran": heading_title(decree.judul_lampiran or decree.judul),
            "narasi": narrative(plan, decree),
            "judul_tabel": table_title(decree),
            "rencana_aksi": plan_table(plan.activities, pages),
        },
        tuple(row_anchors(plan.activities)),
        tuple(keeps(plan.activities)),
    )


def _team_annex(plan: Plan, decree: Decree) -> Annex:
    seats = plan.team(decree)
    return Annex(
        "keputusan-tim.docx",
        lambda pages: {
            "judul_lampiran": team_title(decree, seats),
            "susunan": team_table(plan, seats, pages),
            "ada_tugas": has_tasks(seats),
            "tugas": tasks(seats, pages),
        },
        tuple(seat_anchors(seats)),
        tuple(team_keeps(seats)),
    )


_ANNEXES: Mapping[DecreeKind, Callable[[Plan, Decree], Annex]] = {
    DecreeKind.PLAN: _plan_annex,
    DecreeKind.TEAM: _team_annex,
}
