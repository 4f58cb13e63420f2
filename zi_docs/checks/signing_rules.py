"""Checks for electronic signatures: a usable tag, and no text like a SRIKANDI variable."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields

from zi_docs.findings import Finding, Place, error, warning
from zi_docs.model import Decree, Meeting, Plan, Signing
from zi_docs.text import RichText

_VARIABLE = "${"


def check_signing(plan: Plan) -> Iterator[Finding]:
    """Findings on what would break the signature that a decree or a letter asks for."""
    papers: tuple[Decree | Meeting, ...] = (*plan.decrees, *plan.meetings)
    for paper in papers:
        if paper.tanda_tangan is Signing.SRIKANDI:
            yield from _check_variables(plan, paper)
    if any(paper.tanda_tangan is Signing.TAG for paper in papers):
        yield from _check_tag(plan)


def _check_tag(plan: Plan) -> Iterator[Finding]:
    tag = plan.office.tag_bsre
    if len(tag) != 1 or tag.isalnum() or tag.isspace():
        yield error(
            "TTD-TANDA",
            f"Tag tanda tangan BSrE “{tag}” tidak dapat dipakai; isilah satu tanda baca yang "
            "tidak muncul di dalam naskah, misalnya # atau ^.",
            plan.office.origin.at("tag_bsre"),
        )


def _check_variables(plan: Plan, paper: Decree | Meeting) -> Iterator[Finding]:
    """SRIKANDI would mistake such text in a cell for one of its own variables."""
    for record in (paper, *_printed_records(plan, paper)):
        for place in _places_with_variable(record):
            yield warning(
                "TTD-PEUBAH",
                f"Isi sel ini memuat {_VARIABLE}…}} yang tercetak apa adanya dan dapat disangka "
                f"peubah SRIKANDI di dalam naskah {paper.id}; ubahlah tulisannya.",
                place,
            )


def _printed_records(plan: Plan, paper: Decree | Meeting) -> tuple[object, ...]:
    """The other records whose cells are printed in a paper."""
    if isinstance(paper, Decree):
        seats = [seat for seat in plan.seats if plan.decree(seat.keputusan) is paper]
        return (*paper.considerations, *paper.narrative, *plan.activities, *seats, plan.office)
    return (*plan.officials, *plan.participants, plan.office)


def _places_with_variable(record: object) -> Iterator[Place]:
    for field in fields(record):  # type: ignore[arg-type]
        value = getattr(record, field.name)
        if isinstance(value, str | RichText) and _VARIABLE in str(value):
            yield record.origin.at(field.name)  # type: ignore[attr-defined]


CHECKS = (check_signing,)
