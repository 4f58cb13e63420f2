"""What a period asks: the rows marked in it, then what is overdue from before."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import plan
from zi_docs.model import Plan, Realisation
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of

MARCH = Period(2026, Cycle.MONTH, 3)


def asked(plan: Plan, period: Period) -> dict[str, tuple[dict[str, tuple[int, ...]], ...]]:
    """By area: the months due by row, and the months overdue by row."""
    return {
        area.area.numeral: (
            {due.activity.id: due.months for due in area.due},
            {due.activity.id: due.months for due in area.overdue},
        )
        for area in rows_of(plan, period)
    }


def reported(*reports: Realisation) -> Plan:
    return replace(plan(), realisations=reports)


def test_due_rows_come_first_then_the_overdue_ones() -> None:
    """RA-001 is marked in January; RA-002 in January, February and March."""
    assert asked(plan(), MARCH) == {
        "I": ({"RA-002": (3,)}, {"RA-001": (1,), "RA-002": (1, 2)}),
        "II": ({}, {}),
    }


def test_what_was_done_is_not_overdue() -> None:
    done = reported(
        Realisation("RA-001", 1, persen=100),
        Realisation("ra-002 ", 1, persen=100),
        Realisation("RA-002", 2, persen=80),
    )
    assert asked(done, MARCH)["I"] == ({"RA-002": (3,)}, {"RA-002": (2,)})


def test_a_form_keeps_the_overdue_row_that_it_was_answered_for() -> None:
    """Reported done in March: still on the form of March, gone from that of April."""
    caught_up = reported(
        Realisation("RA-001", 1, persen=60),
        Realisation("RA-001", 1, persen=100, bulan_lapor=3),
    )
    assert asked(caught_up, MARCH)["I"][1]["RA-001"] == (1,)
    april = Period(2026, Cycle.MONTH, 4)
    assert "RA-001" not in asked(caught_up, april)["I"][1]


def test_a_quarter_asks_for_all_its_months_and_the_year_has_nothing_overdue() -> None:
    assert asked(plan(), Period(2026, Cycle.QUARTER, 1))["I"] == (
        {"RA-001": (1,), "RA-002": (1, 2, 3)},
        {},
    )
    assert asked(plan(), Period(2026, Cycle.YEAR))["II"] == ({"RA-004": (6, 12)}, {})
