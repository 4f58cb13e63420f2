"""The figures of a recap, against a count by other means: a plain loop over the entries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cases.plans import plan
from tests.cases.realisations import with_half_year
from zi_docs.model import Plan, Realisation, areas_of
from zi_docs.monev.achievement import (
    Figures,
    StepState,
    achievements,
    figures,
    steps,
)
from zi_docs.monev.followup import FollowUpState, obstacles, recommendations
from zi_docs.monev.periods import Cycle, Period
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
PERIODS = [
    *(Period(2026, Cycle.MONTH, month) for month in range(1, 13)),
    *(Period(2026, Cycle.QUARTER, quarter) for quarter in range(1, 5)),
    Period(2026, Cycle.SEMESTER, 1),
    Period(2026, Cycle.SEMESTER, 2),
    Period(2026, Cycle.YEAR),
]


@pytest.fixture(scope="module")
def half_year() -> Plan:
    year, findings = read_plan(SOURCE)
    assert year is not None, findings
    return with_half_year(year)


def counted(year: Plan, area: str, months: range, through: int) -> Figures:
    """The same figures, counted step by step from the raw entries."""
    planned = on_time = late = overdue = evidenced = 0
    total = 0.0
    for row in year.activities:
        for month in months:
            if row.area != area or month not in row.bulan:
                continue
            planned += 1
            percent, when, evidence = 0.0, 99, ""
            for told_in in range(1, through + 1):
                for entry in year.realisations:
                    said = entry.bulan_lapor or entry.bulan
                    if entry.baris == row.id and entry.bulan == month and said == told_in:
                        if entry.persen is not None:
                            percent, when = entry.persen, told_in
                        evidence = entry.bukti_ada or evidence
            total += percent
            evidenced += evidence == "Ada"
            if percent < 100:
                overdue += 1
            elif when == month:
                on_time += 1
            else:
                late += 1
    mean = total / planned if planned else None
    return Figures(planned, mean, on_time, late, overdue, 0, evidenced)


@pytest.mark.parametrize("period", PERIODS, ids=lambda period: period.folder)
def test_the_figures_of_every_period_and_area(half_year: Plan, period: Period) -> None:
    found = steps(half_year, period.months, period.last)
    areas = achievements(areas_of(half_year), found)
    for achieved in areas:
        title = achieved.area.title
        assert achieved.figures == counted(half_year, title, period.months, period.last)
    whole = figures(found)
    for name in ("planned", "on_time", "late", "overdue", "evidenced", "done"):
        assert getattr(whole, name) == sum(getattr(area.figures, name) for area in areas)
    assert sum(part.figures.planned for area in areas for part in area.components) == len(found)


def entered(*found: Realisation) -> Plan:
    """Row RA-002 is marked for January, February and March."""
    return replace(plan(), realisations=found)


def test_a_step_goes_by_its_last_entry_up_to_the_period_s_end() -> None:
    year = entered(
        Realisation("ra-002 ", 1, persen=40),
        Realisation("RA-002", 1, bulan_lapor=3, persen=100, bukti_ada="Ada"),
    )
    (january,) = steps(year, (1,), 2)[1:]
    assert (january.percent, january.state, january.evidenced) == (40, StepState.OVERDUE, False)
    (january,) = steps(year, (1,), 3)[1:]
    assert (january.percent, january.state, january.evidenced) == (100, StepState.LATE, True)


def test_what_was_done_in_time_and_told_again_later_stays_in_time() -> None:
    year = entered(
        Realisation("RA-002", 1, persen=100, bukti_ada="Belum"),
        Realisation("RA-002", 1, bulan_lapor=2, persen=100, bukti_ada="Ada"),
        Realisation("RA-002", 1, bulan_lapor=3, uraian=plan().activities[0].bukti),
    )
    (january,) = steps(year, (1,), 3)[1:]
    assert january.state is StepState.ON_TIME
    assert january.evidenced


def test_what_was_done_and_taken_back_is_late_when_done_again() -> None:
    year = entered(
        Realisation("RA-002", 1, persen=100),
        Realisation("RA-002", 1, bulan_lapor=2, persen=80),
        Realisation("RA-002", 1, bulan_lapor=3, persen=100),
    )
    assert [steps(year, (1,), through)[1].state for through in (1, 2, 3)] == [
        StepState.ON_TIME,
        StepState.OVERDUE,
        StepState.LATE,
    ]


def test_the_mean_is_over_steps_and_never_over_means() -> None:
    # Component Tim kerja has one step in January, Budaya kerja another; only one is done.
    year = entered(Realisation("RA-001", 1, persen=100), Realisation("RA-002", 2, persen=50))
    found = steps(year, range(1, 4), 3)
    assert figures(found).percent == pytest.approx(150 / 4)
    first, _ = achievements(areas_of(year), found)
    assert [(part.component.name, part.figures.percent) for part in first.components] == [
        ("Tim kerja", 100),
        ("Budaya kerja", pytest.approx(50 / 3)),
    ]


def test_an_area_without_a_planned_step_has_no_percent() -> None:
    second = achievements(areas_of(plan()), steps(plan(), (1,), 1))[1]
    assert second.components == ()
    assert second.figures == Figures(0, None, 0, 0, 0, 0, 0)


def test_a_month_that_is_not_over_is_open_and_not_overdue() -> None:
    assert [step.state for step in steps(plan(), (2, 3), through=3, closed=2)] == [
        StepState.OVERDUE,
        StepState.OPEN,
    ]


def test_recommendations_are_followed_up_in_their_entry_or_a_later_one() -> None:
    asked = Realisation("RA-002", 1, persen=50, rekomendasi="Lengkapi", batas=date(2026, 2, 10))
    answer = Realisation(
        "RA-002", 1, bulan_lapor=3, persen=100, tindak_lanjut="Dilengkapi", keadaan="Selesai"
    )
    year = entered(asked, answer, Realisation("RA-001", 1, kendala="Sakit"))

    def state(through: int, day: date) -> tuple[str, FollowUpState]:
        (one,) = recommendations(year, (1,), through, day)
        return one.answer, one.state

    assert state(2, date(2026, 2, 10)) == ("", FollowUpState.WAITING)
    assert state(2, date(2026, 2, 11)) == ("", FollowUpState.LATE)
    assert state(3, date(2026, 3, 31)) == ("Dilengkapi", FollowUpState.DONE)
    assert [(r.activity.id, r.entry.kendala) for r in obstacles(year, (1,))] == [
        ("RA-001", "Sakit")
    ]


def test_a_later_entry_that_recommends_again_answers_only_itself() -> None:
    year = entered(
        Realisation("RA-002", 1, rekomendasi="Pertama"),
        Realisation("RA-002", 2, rekomendasi="Kedua", keadaan="Selesai"),
    )
    states = [r.state for r in recommendations(year, (1, 2), 3, date(2026, 3, 31))]
    assert states == [FollowUpState.WAITING, FollowUpState.DONE]
