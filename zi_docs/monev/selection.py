"""Which rows of the plan a period's forms hold (NASKAH section 5)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from zi_docs.model import Activity, Plan, Realisation
from zi_docs.monev.periods import Period

DONE = 100.0


@dataclass(frozen=True)
class Due:
    """A row of the plan with those of its marked months that a form asks about, ascending."""

    activity: Activity
    months: tuple[int, ...]


@dataclass(frozen=True)
class AreaRows:
    """The rows of an area: those due in the period, and those overdue from before (tunggakan).

    A row marked in the period and overdue from before stands in both. Within each, the rows of
    a component stand together, components in the order in which the plan first names them.
    """

    area: str
    due: tuple[Due, ...] = ()
    overdue: tuple[Due, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the period asks nothing of this area."""
        return not (self.due or self.overdue)


def rows_of(plan: Plan, period: Period) -> tuple[AreaRows, ...]:
    """What the period asks of each area of the plan, areas without rows included."""
    reports = Reports(plan.realisations)
    return tuple(_area(plan, area, period, reports) for area in areas_of(plan))


def areas_of(plan: Plan) -> tuple[str, ...]:
    """The areas in the office's order, then any that only a row of the plan names."""
    return tuple(dict.fromkeys((*plan.areas, *(row.area for row in plan.activities))))


def _area(plan: Plan, area: str, period: Period, reports: Reports) -> AreaRows:
    rows = by_component([row for row in plan.activities if row.area == area])
    due = (Due(row, _marked(row, period.months)) for row in rows)
    overdue = (Due(row, _open_before(row, period, reports)) for row in rows)
    return AreaRows(area, tuple(d for d in due if d.months), tuple(d for d in overdue if d.months))


def by_component(rows: Sequence[Activity]) -> list[Activity]:
    """The rows with those of a component together, otherwise in their order."""
    groups: dict[str, list[Activity]] = {}
    for row in rows:
        groups.setdefault(row.komponen.plain.casefold().strip(), []).append(row)
    return list(chain.from_iterable(groups.values()))


def _marked(row: Activity, months: Iterable[int]) -> tuple[int, ...]:
    return tuple(month for month in months if month in row.months)


def _open_before(row: Activity, period: Period, reports: Reports) -> tuple[int, ...]:
    # As things stood when the period began, so that a form stays the same once it is answered.
    until = period.first - 1
    return tuple(
        month
        for month in _marked(row, range(1, period.first))
        if not reports.done(row.id, month, until)
    )


class Reports:
    """What was reported, looked up by row and month as it stood at the end of a month."""

    def __init__(self, realisations: Iterable[Realisation]) -> None:
        self._held: dict[tuple[str, int], list[Realisation]] = {}
        for one in sorted(realisations, key=lambda r: r.reported):
            self._held.setdefault((one.baris.strip().casefold(), one.bulan), []).append(one)

    def latest(self, row: str, month: int, until: int = 12) -> Realisation | None:
        """The last report on a row's month that was made by the end of the month `until`."""
        held = self._held.get((row.strip().casefold(), month), ())
        known = [one for one in held if one.reported <= until]
        return known[-1] if known else None

    def done(self, row: str, month: int, until: int = 12) -> bool:
        """Whether the row's month was reported as wholly done by the end of the month `until`."""
        report = self.latest(row, month, until)
        return report is not None and report.persen is not None and report.persen >= DONE
