"""Obstacles and recommendations of a period, and what became of those of the period before."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from zi_docs.model import Activity, Plan, Realisation, same_id
from zi_docs.monev.plan_in_force import plan_through


class FollowUp(Enum):
    """What became of a recommendation; the value is how documents name it."""

    DONE = "sudah ditindaklanjuti"
    WAITING = "belum ditindaklanjuti"
    LATE = "belum ditindaklanjuti, melewati batas waktu"


@dataclass(frozen=True)
class Remark:
    """An entry with an obstacle or a recommendation, beside its row of the plan."""

    activity: Activity
    entry: Realisation


@dataclass(frozen=True)
class Recommendation:
    """A recommendation with its follow-up: the words last entered for it, and its state."""

    activity: Activity
    entry: Realisation
    answer: str
    state: FollowUp


def obstacles(plan: Plan, months: Collection[int]) -> list[Remark]:
    """The entries reported in these months that name an obstacle, in the plan's order."""
    return [r for r in _remarks(plan, months) if r.entry.kendala.strip()]


def recommendations(
    plan: Plan, months: Collection[int], through: int, day: date
) -> list[Recommendation]:
    """The recommendations reported in these months, with their follow-up up to month `through`.

    A recommendation is answered by its entry's own follow-up, or by that of a later entry of the
    same row which makes no recommendation itself; the last one counts. One without an answer
    whose deadline is before `day` is late.
    """
    return [
        _recommendation(plan, remark, through, day)
        for remark in _remarks(plan, months)
        if remark.entry.rekomendasi.strip()
    ]


def _remarks(plan: Plan, months: Collection[int]) -> list[Remark]:
    return [
        Remark(activity, entry)
        for activity in plan_through(plan, max(months)).activities
        for entry in _entries(plan, activity)
        if entry.reported in months
    ]


def _entries(plan: Plan, activity: Activity) -> Sequence[Realisation]:
    own = (entry for entry in plan.realisations if same_id(entry.baris, activity.id))
    return sorted(own, key=lambda entry: (entry.reported, entry.bulan))


def _recommendation(plan: Plan, remark: Remark, through: int, day: date) -> Recommendation:
    answer = remark.entry.tindak_lanjut.strip()
    for later in _entries(plan, remark.activity):
        if remark.entry.reported < later.reported <= through and not later.rekomendasi.strip():
            answer = later.tindak_lanjut.strip() or answer
    return Recommendation(remark.activity, remark.entry, answer, _state(remark.entry, answer, day))


def _state(entry: Realisation, answer: str, day: date) -> FollowUp:
    if answer:
        return FollowUp.DONE
    overdue = entry.batas is not None and entry.batas < day
    return FollowUp.LATE if overdue else FollowUp.WAITING
