"""What is to be followed up, whoever asked for it, and what became of it; obstacles of a period.

There is one record, `FollowUp`. Monev makes recommendations on a step of the plan, which stand in
Realisasi; all other sources stand in the sheet Tindak Lanjut.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from zi_docs.data.lke_components import codes_in
from zi_docs.findings import Place
from zi_docs.model import (
    CLOSED,
    Activity,
    FollowUpSource,
    Plan,
    Realisation,
    RecordedFollowUp,
    same_id,
)
from zi_docs.monev.achievement import DONE, steps
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.plan_in_force import plan_through
from zi_docs.wording.dates import month_name


class FollowUpState(Enum):
    """What became of what was asked; the value is how documents name it."""

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
class FollowUp:
    """What somebody asked the office to follow up, and how it stands on a day.

    `reference` tells where within its source it was asked. `rows` are the rows of the plan that it
    concerns, as they were in force. `answer` are the words last entered for it, `closed` the day on
    which it was done, where that was entered, `deadline` the one set last, `place` the cell that
    says what is asked.
    """

    source: FollowUpSource
    reference: str
    what: str
    rows: tuple[Activity, ...]
    pic: str
    answer: str
    state: FollowUpState
    closed: date | None
    deadline: date | None
    place: Place

    @property
    def open(self) -> bool:
        """Whether it is still to be done, or to be entered as done."""
        return self.state is not FollowUpState.DONE


@dataclass(frozen=True)
class Recommendation(FollowUp):
    """A follow-up that monev asked for, with the entry that says so."""

    entry: Realisation

    @property
    def activity(self) -> Activity:
        """The row of the plan that it was made for."""
        return self.rows[0]


@dataclass(frozen=True)
class OtherFollowUp(FollowUp):
    """A follow-up of any other source, with its row of the sheet Tindak Lanjut."""

    record: RecordedFollowUp


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
        if advice.open or advice.entry.reported in before.months or advice.entry in waiting
    ]


def others(plan: Plan, period: Period) -> list[OtherFollowUp]:
    """What other sources ask of a period, as it stands at its end, in the order of the sheet.

    It was asked by then, and was not done before the period began.
    """
    begin = period.end.replace(month=period.first, day=1)
    before = {f.record.id for f in others_on(plan, begin - timedelta(days=1)) if not f.open}
    return [other for other in others_on(plan, period.end) if other.record.id not in before]


def others_on(plan: Plan, day: date) -> list[OtherFollowUp]:
    """What other sources had asked by a day, as it stood then."""
    own_year = day.year == plan.office.tahun
    known = plan_through(plan, day.month) if own_year else plan
    return [
        _other(record, concerned(record, known.activities), day)
        for record in plan.follow_ups
        if record.tanggal is None or record.tanggal <= day
    ]


def ledger(plan: Plan, period: Period) -> list[FollowUp]:
    """Everything that somebody had to do in a period, as it stands at its end.

    Asked by then and not done before it, whoever asked for it; by deadline, those without one last.
    """
    begun = date(period.year, period.first, 1)
    asked: list[FollowUp] = [
        *recommendations(plan, range(1, period.last + 1), period.last, period.end),
        *others(plan, period),
    ]
    standing = [each for each in asked if each.open or each.closed is None or each.closed >= begun]
    return sorted(standing, key=lambda each: each.deadline or date.max)


def concerned(record: RecordedFollowUp, activities: Iterable[Activity]) -> tuple[Activity, ...]:
    """The rows that a follow-up concerns: those it names, else those that serve its items."""
    codes = set(codes_in(record.lke))
    return tuple(
        row
        for row in activities
        if any(same_id(row.id, key) for key in record.baris)
        or (not record.baris and not codes.isdisjoint(codes_in(row.lke)))
    )


def _other(record: RecordedFollowUp, rows: tuple[Activity, ...], day: date) -> OtherFollowUp:
    done = _is_closed(record.keadaan, record.selesai, day)
    posts = dict.fromkeys(row.pic for row in rows if row.pic)
    answer = record.tindak_lanjut.strip()
    return OtherFollowUp(
        record.sumber,
        record.acuan,
        record.uraian.strip(),
        rows,
        record.pic or ", ".join(posts),
        answer,
        FollowUpState.DONE if done else _waiting(answer, record.batas, day),
        record.selesai if done else None,
        record.batas,
        record.origin.at("uraian"),
        record,
    )


def _waiting(answer: str, deadline: date | None, day: date) -> FollowUpState:
    """The state of what is still to be done."""
    if deadline is not None and deadline < day:
        return FollowUpState.LATE
    return FollowUpState.PLANNED if answer else FollowUpState.WAITING


def open_before(plan: Plan, period: Period) -> list[Recommendation]:
    """The recommendations of the year that were open when a period began."""
    if period.first == 1:
        return []
    last = Period(period.year, Cycle.MONTH, period.first - 1)
    listed = recommendations(plan, range(1, period.first), last.last, last.end)
    return [advice for advice in listed if advice.open]


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
    done = _is_closed(state, closed, day)
    if done:
        now = FollowUpState.DONE
    elif (remark.activity.id, entry.bulan) in finished:
        now = FollowUpState.REACHED
    else:
        now = _waiting(answer, deadline, day)
    return Recommendation(
        FollowUpSource.MONEV,
        month_name(entry.reported),
        entry.rekomendasi.strip(),
        (remark.activity,),
        entry.pic or remark.activity.pic,
        answer,
        now,
        closed if done else None,
        deadline,
        entry.origin.at("rekomendasi"),
        entry,
    )


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
