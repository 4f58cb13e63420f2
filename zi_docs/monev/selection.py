"""Which rows of the plan a period's forms hold (NASKAH section 5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from zi_docs.data.lke_components import codes_in, component_of_code
from zi_docs.model import Activity, Area, Plan, areas_of
from zi_docs.monev.achievement import Step, arrears_since_january, by_row, steps
from zi_docs.monev.followup import OtherFollowUp, Recommendation, open_before, others
from zi_docs.monev.periods import Period
from zi_docs.monev.plan_in_force import plan_in, plan_through, still_asked


@dataclass(frozen=True)
class Due:
    """A row of the plan with those of its steps that a form asks about, by month.

    `number` is that of its component; `advice` the recommendations made for these steps that were
    open when the period began.
    """

    activity: Activity
    number: int
    steps: tuple[Step, ...]
    advice: tuple[Recommendation, ...] = ()

    @property
    def months(self) -> tuple[int, ...]:
        """The marked months asked about, ascending."""
        return tuple(step.month for step in self.steps)


@dataclass(frozen=True)
class AreaRows:
    """The rows of an area: those due in the period, and those overdue from before (tunggakan).

    `followed` are rows whose recommendations were open when the period began, in the months in
    which neither of the others asks about them. A row marked in the period and overdue from before
    stands in both. `further` are rows that nobody was asked about and that were reported on in the
    period all the same, as when a link of finished work was corrected. Within each, the rows of a
    component stand together, components in the order of their numbers. `others` are the follow-ups
    of other sources that concern the area.
    """

    area: Area
    due: tuple[Due, ...] = ()
    overdue: tuple[Due, ...] = ()
    followed: tuple[Due, ...] = ()
    further: tuple[Due, ...] = ()
    others: tuple[OtherFollowUp, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether the period asks nothing of this area."""
        return not (self.due or self.overdue or self.followed or self.others)


def rows_of(plan: Plan, period: Period) -> tuple[AreaRows, ...]:
    """What the period asks of each of the office's areas, those without rows included.

    The steps hold what was entered until the period's end. Which rows are overdue is judged by
    what was known when it began, so that a form stays the same once it is answered. A row is asked
    about once, as the plan in force has it; one that went is asked for what it had in the period,
    and no more for what is overdue.
    """
    now = {row.id: row for row in plan_in(plan, period.last).activities}
    reported = steps(plan, range(1, period.last + 1), period.last)
    late = {
        (step.activity.id, step.month)
        for step in arrears_since_january(plan, period.first - 1)
        if still_asked(step.activity, now.get(step.activity.id), step.month)
    }
    due = by_row(step for step in reported if step.month in period.months)
    overdue = by_row(step for step in reported if (step.activity.id, step.month) in late)
    waiting: dict[tuple[str, int], list[Recommendation]] = {}
    for advice in open_before(plan, period):
        waiting.setdefault((advice.activity.id, advice.entry.bulan), []).append(advice)
    followed = by_row(
        step
        for step in reported
        if (step.activity.id, step.month) in set(waiting) - late and step.month not in period.months
    )
    known = {
        (s.activity.id, s.month) for rows in (due, overdue, followed) for s in chain(*rows.values())
    }
    further = by_row(
        step
        for step in reported
        if (step.activity.id, step.month) not in known
        and any(entry.reported in period.months for entry in step.entries)
    )
    follow_ups = others(plan, period)

    def asked(area: Area, steps_by_row: Mapping[str, Sequence[Step]]) -> tuple[Due, ...]:
        return tuple(_asked(area, steps_by_row, waiting))

    return tuple(
        AreaRows(
            area,
            asked(area, due),
            asked(area, overdue),
            asked(area, followed),
            asked(area, further),
            tuple(other for other in follow_ups if _concerns(other, area)),
        )
        for area in areas_of(plan_through(plan, period.last))
    )


def _concerns(other: OtherFollowUp, area: Area) -> bool:
    """Whether a follow-up concerns rows of an area, or its items where no row serves them."""
    if other.rows:
        ids = {row.id for row in area.rows}
        return any(row.id in ids for row in other.rows)
    components = map(component_of_code, codes_in(other.record.lke))
    return any(each and each.area.split()[0] == area.numeral for each in components)


def _asked(
    area: Area,
    steps_by_row: Mapping[str, Sequence[Step]],
    waiting: Mapping[tuple[str, int], Sequence[Recommendation]],
) -> Iterator[Due]:
    """The rows of an area that have steps among these, with their steps and open advice."""
    for component in area.components:
        for row in component.rows:
            if row.id in steps_by_row:
                asked = tuple(steps_by_row[row.id])
                advice = [each for step in asked for each in waiting.get((row.id, step.month), ())]
                yield Due(row, component.number, asked, tuple(advice))
