"""Products that stand for what a year may still give, so that every template can be filled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import TypeVar

from zi_docs.catalog import SUPPORTING_PAPERS, catalog, score_topic
from zi_docs.model import (
    PLENARY,
    Activity,
    Decree,
    DecreeKind,
    Meeting,
    Official,
    Plan,
    RecordedFollowUp,
    Revision,
)
from zi_docs.product import Family, Product
from zi_docs.revision.states import Year

_PLAN_RECORDS = (Activity, RecordedFollowUp)
Row = TypeVar("Row")


def specimens(year: Year) -> list[Product]:
    """Products that stand for what a year may still give, each decree numbered, dated, amended.

    There is a decree of each kind and a meeting among them. With the year's own they fill every
    template of the program.
    """
    decrees = _specimen_decrees(year.plan)
    amended = [decree for decree in decrees if decree.jenis is DecreeKind.PLAN]
    rows = [row for papers in SUPPORTING_PAPERS for row in papers.SPECIMENS]
    whole = replace(
        year.plan,
        activities=(*year.plan.activities, *_of_type(rows, Activity)),
        decrees=decrees,
        revisions=tuple(Revision(f"{decree.id}-contoh", decree.id) for decree in amended),
        meetings=_specimen_meetings(year.plan),
        records=(*year.plan.records, *(r for r in rows if not isinstance(r, _PLAN_RECORDS))),
        follow_ups=(*year.plan.follow_ups, *_of_type(rows, RecordedFollowUp)),
        officials=year.plan.officials or (Official("contoh", "Ketua"),),
    )
    # Every row as a new one: what a matrix of changes may have to show.
    empty = replace(whole, activities=())
    decreed = {decree.id.casefold(): empty for decree in amended}
    listed = catalog(Year(whole, decreed, former=whole))
    without_codes = not listed.about((Family.LKE,))
    return listed.products() + (score_topic(whole).compose() if without_codes else [])


def _of_type(rows: Iterable[object], kind: type[Row]) -> list[Row]:
    return [row for row in rows if isinstance(row, kind)]


def _specimen_decrees(plan: Plan) -> tuple[Decree, ...]:
    """The decrees, numbered and dated, and one of each kind that the plan lacks."""
    first = plan.decrees[:1]
    lacking = [kind for kind in DecreeKind if kind not in {d.jenis for d in plan.decrees}]
    added = [replace(d, id=f"contoh-{k.name.lower()}", jenis=k) for d in first for k in lacking]
    copier = next((official.id for official in plan.officials), "")
    return tuple(
        replace(
            decree,
            nomor=decree.nomor or "1",
            tanggal=decree.tanggal or date(plan.office.tahun, 1, 2),
            penyalin=decree.penyalin or copier,
        )
        for decree in (*plan.decrees, *added)
    )


def _specimen_meetings(plan: Plan) -> tuple[Meeting, ...]:
    """The meetings, the first of them a pleno that reviews standards of service."""
    example = Meeting("contoh", "Rapat", date(plan.office.tahun, 1, 2))
    first, *others = plan.meetings or (example, replace(example, id="contoh-2"))
    return (replace(first, jenis=PLENARY, acara="Reviu Standar Pelayanan"), *others)
