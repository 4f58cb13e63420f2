"""Which state of a decree was in force when.

The rule: a snapshot is a copy of the workbook as a decree decreed it - the base decree, or one
of its revisions. The plan in force on a day is the newest snapshot decreed on or before it;
before the first revision that of the base decree, before the base decree none. The workbook
itself is the newest state: what its snapshots do not hold is not decreed yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.model import Decree, Plan, Revision, same_id

FOLDER = "revisi"


@dataclass(frozen=True)
class State:
    """A state of a decree: by its base (`revision` None), or by a revision of it.

    `number` counts the revisions from 1; the base is 0.
    """

    decree: Decree
    revision: Revision | None = None
    number: int = 0

    @property
    def id(self) -> str:
        """The ID of the decree or revision that decreed it."""
        return self.revision.id if self.revision else self.decree.id

    @property
    def day(self) -> date | None:
        """The day on which it was decreed; None for a draft."""
        return self.revision.tanggal if self.revision else self.decree.tanggal

    @property
    def snapshot(self) -> str:
        """The path of its snapshot, beside the workbook."""
        return (self.revision.berkas if self.revision else "") or f"{FOLDER}/{self.id}.xlsx"


def revisions_of(plan: Plan, decree: Decree) -> tuple[Revision, ...]:
    """The revisions of a decree in the order of their dates; drafts come last."""
    own = [one for one in plan.revisions if same_id(one.keputusan, decree.id)]
    return tuple(sorted(own, key=lambda one: one.tanggal or date.max))


def states(plan: Plan, decree: Decree) -> tuple[State, ...]:
    """All states of a decree, the base first."""
    later = enumerate(revisions_of(plan, decree), start=1)
    return (State(decree), *(State(decree, one, number) for number, one in later))


def state_of(plan: Plan, key: str) -> State | None:
    """The state that the decree or revision of an ID decreed, or is to decree."""
    found = (state for decree in plan.decrees for state in states(plan, decree))
    return next((state for state in found if same_id(state.id, key)), None)


def in_force(plan: Plan, decree: Decree, day: date) -> State | None:
    """The state in force on a day; None before the base decree, and for one without a date."""
    decreed = [one for one in states(plan, decree) if one.day is not None and one.day <= day]
    return decreed[-1] if decreed and decree.tanggal and decree.tanggal <= day else None
