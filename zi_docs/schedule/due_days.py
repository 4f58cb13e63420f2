"""The days by which an office's duties are to be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from zi_docs.data.duties import duties_of
from zi_docs.model import Duty, Office


@dataclass(frozen=True)
class DueDay:
    """A duty and a day by which it is to be done."""

    day: date
    duty: Duty

    @property
    def paper(self) -> str:
        """The name of the paper to hand in on that day; empty where none is made here."""
        return self.duty.paper(self.day)


def due_days(office: Office) -> tuple[DueDay, ...]:
    """All days of the office's year, in order."""
    days = [DueDay(day, duty) for duty in duties_of(office) for day in duty.due_days(office.tahun)]
    return tuple(sorted(days, key=lambda due: (due.day, due.duty.id)))


def due_between(office: Office, first: date, last: date) -> tuple[DueDay, ...]:
    """Those from `first` to `last`, both included."""
    return tuple(due for due in due_days(office) if first <= due.day <= last)
