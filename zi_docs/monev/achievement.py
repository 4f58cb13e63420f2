"""Plan against realisation: the one definition of achievement, used by every recap and status.

A planned step is a row of the plan in a month that is marked for it, in the plan in force in that
month: a row marked for January and June is two steps. Its entries are the realisations of that row
and month; each was reported in that month or, for a step that was overdue, in a later one.

- The achievement of a step is the percent of its last entry that gives one, reported up to the
  month looked at (`through`); 0 when there is none.
- The achievement of a component, an area or the office is the mean over its planned steps; steps
  without an entry count 0. It is never a mean of means.
- A step is done at 100 percent; on time when that was reported in the step's own month, late when
  it was reported later, overdue when its month is over and it is not done.
- The arrears (tunggakan) of a period are the overdue steps planned for it; the arrears since
  January those of every month up to its end. A figure says which of the two it is.
- A step is evidenced when the last of its entries that answers for evidence says *Ada*.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cached_property
from math import fsum

from zi_docs.model import (
    Activity,
    Area,
    Component,
    Plan,
    Realisation,
    areas_of,
    place_of,
)
from zi_docs.monev.plan_in_force import rows_by_month

DONE = 100.0
EVIDENCE_PRESENT = "Ada"

DEFINITION = (
    "Langkah terencana ialah satu baris rencana aksi pada satu bulan pelaksanaannya. Capaian satu "
    "langkah ialah persentase realisasi terakhir yang diisikan untuk langkah itu sampai dengan "
    "akhir periode; langkah tanpa realisasi bernilai 0. Langkah selesai pada capaian 100%: tepat "
    "waktu bila selesai selambat-lambatnya pada bulan rencananya, terlambat bila sesudahnya, dan "
    "menjadi tunggakan bila bulan rencananya telah lewat tetapi langkah belum selesai. Tunggakan "
    "periode ini ialah tunggakan dari langkah yang direncanakan pada periode ini; tunggakan sejak "
    "Januari mencakup langkah seluruh bulan sampai dengan akhir periode."
)
FORMULA = "Capaian (%) = jumlah capaian seluruh langkah terencana ÷ banyaknya langkah terencana"


class StepState(Enum):
    """How a step stands; the value is how documents name it."""

    ON_TIME = "tepat waktu"
    LATE = "terlambat"
    OVERDUE = "tunggakan"
    OPEN = "belum jatuh tempo"


@dataclass(frozen=True)
class Step:
    """A planned step with its entries, as it stands at the end of month `through`.

    `closed` is the last month that is over; a step of a later month cannot be overdue.
    """

    activity: Activity
    month: int
    entries: tuple[Realisation, ...] = ()
    closed: int = 12

    @property
    def percent(self) -> float:
        """Achievement, 0 to 100: the percent of the last entry that gives one."""
        return self._percents[-1][1] if self._percents else 0.0

    @property
    def started(self) -> bool:
        """Whether anything was entered for it."""
        return bool(self.entries)

    @property
    def evidenced(self) -> bool:
        """Whether the last entry that answers for evidence says that it is there."""
        answers = [entry.bukti_ada for entry in self.entries if entry.bukti_ada]
        return answers[-1:] == [EVIDENCE_PRESENT]

    @property
    def state(self) -> StepState:
        """On time, late, overdue, or open."""
        if self.percent >= DONE:
            return StepState.ON_TIME if self._reached <= self.month else StepState.LATE
        return StepState.OVERDUE if self.month <= self.closed else StepState.OPEN

    @property
    def _reached(self) -> int:
        """The month in which 100 percent was reported and not taken back since."""
        reached = 0
        for month, percent in self._percents:
            reached = (reached or month) if percent >= DONE else 0
        return reached

    @cached_property
    def _percents(self) -> list[tuple[int, float]]:
        return [(e.reported, float(e.persen)) for e in self.entries if e.persen is not None]


@dataclass(frozen=True)
class Figures:
    """What a set of steps comes to; `percent` is None when nothing was planned."""

    planned: int
    percent: float | None
    on_time: int
    late: int
    overdue: int
    open: int
    evidenced: int

    @property
    def done(self) -> int:
        """Steps at 100 percent."""
        return self.on_time + self.late


@dataclass(frozen=True)
class ComponentAchievement:
    """A component with the figures of its steps."""

    component: Component
    figures: Figures


@dataclass(frozen=True)
class AreaAchievement:
    """An area with the figures of its steps, and those of its components that have any."""

    area: Area
    components: tuple[ComponentAchievement, ...]
    figures: Figures


def steps(
    plan: Plan, months: Collection[int], through: int, closed: int | None = None
) -> list[Step]:
    """The steps planned for `months` (1 to 12), in the plan's order.

    They hold the entries reported up to month `through`; nothing decreed later is known either.
    Each has the row as it was in force in the step's month. `closed` (default: `through`) is the
    last month that is over.
    """
    entries = _entries_by_step(plan, through)
    over = through if closed is None else closed
    return [
        Step(activity, month, tuple(entries.get((_key(activity.id), month), ())), over)
        for activity, month in rows_by_month(plan, months, through)
    ]


def arrears_since_january(plan: Plan, through: int, closed: int | None = None) -> list[Step]:
    """The overdue steps of January to month `through`, as they stand at its end (see `steps`)."""
    so_far = steps(plan, range(1, through + 1), through, closed)
    return [step for step in so_far if step.state is StepState.OVERDUE]


def figures(planned: Sequence[Step]) -> Figures:
    """Count and average steps."""
    states = [step.state for step in planned]
    # `fsum` rounds once, so that the mean does not depend on the order of the steps.
    total = fsum(step.percent for step in planned)
    return Figures(
        planned=len(planned),
        percent=total / len(planned) if planned else None,
        on_time=states.count(StepState.ON_TIME),
        late=states.count(StepState.LATE),
        overdue=states.count(StepState.OVERDUE),
        open=states.count(StepState.OPEN),
        evidenced=sum(step.evidenced for step in planned),
    )


def achievements(areas: Sequence[Area], planned: Sequence[Step]) -> list[AreaAchievement]:
    """The figures of each area and component; an area without steps is there too.

    A step counts where its row stood in the step's month: so the figures of a year are the sums
    of those of its months.
    """
    by_place: dict[tuple[str, str], list[Step]] = defaultdict(list)
    for step in planned:
        by_place[place_of(step.activity)].append(step)
    return [_achievement(area, by_place) for area in areas]


def areas_counted(plan: Plan, planned: Iterable[Step]) -> tuple[Area, ...]:
    """The areas of a plan, with the former components and areas in which steps are counted."""
    rows = list(plan.activities)
    places = {place_of(row) for row in rows}
    for step in planned:
        if place_of(step.activity) not in places:
            places.add(place_of(step.activity))
            rows.append(step.activity)
    return areas_of(replace(plan, activities=tuple(rows)))


def by_row(planned: Iterable[Step]) -> dict[str, list[Step]]:
    """The steps of each row of the plan, by the row's ID."""
    steps_by_row: dict[str, list[Step]] = defaultdict(list)
    for step in planned:
        steps_by_row[step.activity.id].append(step)
    return dict(steps_by_row)


def _achievement(area: Area, by_place: Mapping[tuple[str, str], Sequence[Step]]) -> AreaAchievement:
    parts = [
        (component, list(by_place.get(place_of(component.rows[0]), ())))
        for component in area.components
    ]
    return AreaAchievement(
        area,
        tuple(ComponentAchievement(component, figures(part)) for component, part in parts if part),
        figures([step for _, part in parts for step in part]),
    )


def _entries_by_step(plan: Plan, through: int) -> Mapping[tuple[str, int], list[Realisation]]:
    """The entries reported up to month `through` by row and month, in the order of reporting."""
    entries: dict[tuple[str, int], list[Realisation]] = defaultdict(list)
    for entry in sorted(plan.realisations, key=lambda r: r.reported):
        if entry.reported <= through:
            entries[_key(entry.baris), entry.bulan].append(entry)
    return entries


def _key(row: str) -> str:
    return row.strip().casefold()
