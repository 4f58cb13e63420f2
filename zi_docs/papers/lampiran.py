"""The Lampiran of a decree by its kind: narrative and plan table, seats, or rows of a sheet."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from zi_docs.checks.service_rules import services_of
from zi_docs.model import Decree, DecreeKind, Level, Passage, Plan
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.sk_tim import has_tasks, seat_anchors, tasks, team_keeps, team_table, team_title
from zi_docs.papers.tabel_layanan import service_anchors, service_keeps, service_tables
from zi_docs.papers.tabel_renaksi import keeps, plan_table, printed_rows, row_anchors
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.citations import cite_regulation
from zi_docs.wording.lists import end_with_stop
from zi_docs.wording.names import heading_title


@dataclass(frozen=True)
class Annex:
    """A Lampiran: the template made for it, its part of the context, its anchors.

    One that is not `entered` waits for an office to say what it decrees: made on request only.
    """

    template: str
    fill: Callable[[Pagination], Mapping[str, object]]
    rows: tuple[str, ...]
    keeps: tuple[Keep, ...]
    entered: bool = True


def annex_of(plan: Plan, decree: Decree) -> Annex:
    """The Lampiran of a decree by its kind."""
    return _ANNEXES[decree.jenis](plan, decree)


def _plan_annex(plan: Plan, decree: Decree) -> Annex:
    return Annex(
        "keputusan-renaksi.docx",
        lambda pages: {
            "judul_lampiran": heading_title(decree.judul_lampiran or decree.judul),
            "narasi": narrative(plan, decree),
            "judul_tabel": table_title(decree),
            "rencana_aksi": plan_table(plan, pages),
        },
        tuple(row_anchors(printed_rows(plan))),
        tuple(keeps(plan)),
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


def _service_annex(plan: Plan, decree: Decree) -> Annex:
    return Annex(
        "keputusan-layanan.docx",
        lambda pages: {
            "judul_lampiran": heading_title(decree.judul_lampiran or decree.judul),
            "daftar_layanan": service_tables(plan, pages),
        },
        tuple(service_anchors(plan)),
        tuple(service_keeps(plan)),
        entered=bool(services_of(plan)),
    )


_ANNEXES: Mapping[DecreeKind, Callable[[Plan, Decree], Annex]] = {
    DecreeKind.PLAN: _plan_annex,
    DecreeKind.TEAM: _team_annex,
    DecreeKind.SERVICE: _service_annex,
}


def narrative(plan: Plan, decree: Decree) -> Flow:
    """The passages as paragraphs; Word numbers them by their styles."""
    passages = [p for p in decree.narrative if p.tingkat is not Level.TABLE_TITLE]
    return Flow(
        tuple(
            Paragraph(passage.tingkat.value, _words(plan, passage, after, decree.tanggal))
            for passage, after in zip_longest(passages, passages[1:])
        )
    )


def _words(plan: Plan, passage: Passage, after: Passage | None, day: date | None) -> RichText:
    regulation = plan.regulation(passage.peraturan)
    if regulation is None or passage.isi:
        return passage.isi
    goes_on = after is not None and after.tingkat is passage.tingkat
    return end_with_stop(
        RichText.of(cite_regulation(regulation, plan, day)), ";" if goes_on else "."
    )


def table_title(decree: Decree) -> str:
    """The title above the plan table; empty when the narrative gives none."""
    return "\n".join(p.isi.plain for p in decree.narrative if p.tingkat is Level.TABLE_TITLE)
