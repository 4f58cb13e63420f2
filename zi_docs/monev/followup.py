"""Obstacles and recommendations of a period, and what became of those of the period before."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from zi_docs.model import CLOSED, Activity, Plan, Realisation, same_id
from zi_docs.monev.achievement import DONE, steps
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.plan_in_force import plan_through


class FollowUp(Enum):
    """What became of a recommendation; the value is how documents name it."""

    DONE = "sudah ditindaklanjuti"
    PLANNED = "belum selesai ditindaklanjuti"
    WAITING = "belum ditindaklanjuti"
    LATE = "belum ditindaklanjuti, melewati batas waktu"
    REACHED = "langkah selesai dengan bukti, tindak lanjut belum dinyatakan selesai"


@dataclass(frozen=True)
class Remark:
    """An entry with an obstacle or a recommendation, beside its row of the plan."""

    activity: Activity
    entry: Realisation


@dataclass(frozen=True)
class Recommendation:
    """A recommendation with its follow-up: the words last entered for it, and its state.

    `closed` is the day on which it was done, where that was entered. `deadline` is the
    one set last.
    """

    activity: Activity
    entry: Realisation
    answer: str
    state: FollowUp
    closed: date | None = None
    deadline: date | None = None


def obstacles(plan: Plan, months: Collection[int]) -> list[Remark]:
    """The entries reported in these months that name an obstacle, in the plan's order."""
    return [r for r in _remarks(plan, months) if r.entry.kendala.strip()]


def recommendations(
    plan: Plan, months: Collection[int], through: int, day: date
) -> list[Recommendation]:
    """The recommendations reported in these months, with their follow-up up to month `through`.

    A recommendation is answered by its entry's own follow-up, or by that of a later entry of the
    same row which makes no recommendation itself and is not about another month's; the last one
    counts. It is done only when it is entered as closed, on a day that is not after `day`: words
    alone may be a plan. One that is not done and whose deadline is before `day` is late, unless the
    step itself was finished with evidence since: then only the closing is still to be entered.
    """
    finished = {
        (step.activity.id, step.month)
        for step in steps(plan, range(1, through + 1), through)
        if step.percent >= DONE and step.evidenced
    }
    return [
        _recommendation(plan, remark, through, day, finished)
        for remark in _remarks(plan, months)
        if remark.entry.rekomendasi.strip()
    ]


def carried(plan: Plan, period: Period) -> list[Recommendation]:
    """The recommendations that a period has to follow up, as they stand at its end.

    They are those of the period before, and older ones that were still open at the end of it or
    are again.
    """
    before = period.previous
    if before is None:
        return []
    waiting = [r.entry for r in open_before(plan, period)]
    return [
        advice
        for advice in recommendations(plan, range(1, period.first), period.last, period.end)
        if advice.state is not FollowUp.DONE
        or advice.entry.reported in before.months
        or advice.entry in waiting
    ]


def open_before(plan: Plan, period: Period) -> list[Recommendation]:
    """The recommendations of the year that were open when a period began."""
    if period.first == 1:
        return []
    last = Period(period.year, Cycle.MONTH, period.first - 1)
    listed = recommendations(plan, range(1, period.first), last.last, last.end)
    return [advice for advice in listed if advice.state is not FollowUp.DONE]


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


def _recommendation(
    plan: Plan, remark: Remark, through: int, day: date, finished: Collection[tuple[str, int]]
) -> Recommendation:
    entry = remark.entry
    answer, state, closed = entry.tindak_lanjut.strip(), entry.keadaan, entry.selesai
    deadline = entry.batas
    for later in _answers_to(plan, remark, through):
        answer = later.tindak_lanjut.strip() or answer
        deadline = later.batas or deadline
        if later.keadaan or later.selesai:
            state, closed = later.keadaan, later.selesai
    advice = Recommendation(remark.activity, entry, answer, FollowUp.DONE, closed, deadline)
    if _is_closed(state, closed, day):
        return advice
    if (remark.activity.id, entry.bulan) in finished:
        return replace(advice, state=FollowUp.REACHED, closed=None)
    late = deadline is not None and deadline < day
    waiting = FollowUp.PLANNED if answer else FollowUp.WAITING
    return replace(advice, state=FollowUp.LATE if late else waiting, closed=None)


def _answers_to(plan: Plan, remark: Remark, through: int) -> Iterator[Realisation]:
    """The later entries of a row that say what became of a recommendation."""
    entries = _entries(plan, remark.activity)
    for later in entries:
        if not remark.entry.reported < later.reported <= through or later.rekomendasi.strip():
            continue
        others = [e for e in entries if e.reported < later.reported and e.bulan == later.bulan]
        if later.bulan == remark.entry.bulan or not any(e.rekomendasi.strip() for e in others):
            yield later


def _is_closed(state: str, closed: date | None, day: date) -> bool:
    """Whether a follow-up was done by a day; what is dated later was only planned then."""
    done = state == CLOSED or (not state and closed is not None)
    return done and (closed is None or closed <= day)
