"""What was earned so far: only what was carried out counts, in the months in which it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.plans import activity, plan
from zi_docs.lke.earned import (
    EarnedState,
    RowEvidence,
    claimed_evidence,
    earned_so_far,
    realised_rows,
)
from zi_docs.lke.score import score
from zi_docs.model import Plan, Realisation

AREA = "VI PELAYANAN"


def year() -> Plan:
    """Four rows: a survey done twice, a channel for complaints, a review, an innovation."""
    return replace(
        plan(),
        activities=(
            replace(activity("RA-001", AREA, "Survei", 3, 6, 9, 12), lke="PPF4A"),
            replace(activity("RA-002", AREA, "Aduan", 2), lke="PPF3A"),
            replace(activity("RA-003", AREA, "Publikasi", 2), lke="PPF1D"),
            replace(activity("RA-004", AREA, "Inovasi", 2), lke="PPF2F"),
        ),
        realisations=(
            Realisation("RA-001", 3, persen=100),
            Realisation("RA-001", 6, bukti_ada="Ada"),
            Realisation("RA-001", 9, persen=40, bukti_ada="Ada"),
            Realisation("RA-002", 2, bukti_ada="Belum"),
            Realisation("ra-003", 2, persen=100),
        ),
    )


def test_only_months_that_were_carried_out_count() -> None:
    rows = list(realised_rows(year()))
    assert [(row.id, sorted(row.bulan)) for row in rows] == [("RA-001", [3, 6]), ("RA-003", [2])]
    # A third of a point for four surveys; two give the half of it.
    survey = score(rows[:1]).levers
    assert survey.low == survey.high == 0.5 * (1.0 / 3)


def test_each_item_says_how_far_it_was_earned_and_areas_add_up() -> None:
    there = {"ra-001": RowEvidence(("skm.pdf",)), "ra-002": RowEvidence(links=("https://a.id",))}
    earned = earned_so_far(year(), there)
    assert earned is not None
    codes = ("PPF4A", "PPF1D", "PPF3A", "PPF2F", "PPA1A")
    assert [earned.states[code] for code in codes] == [
        EarnedState.EVIDENCED,
        EarnedState.REALISED,
        EarnedState.UNREPORTED,
        EarnedState.AWAITED,
        EarnedState.UNSERVED,
    ]
    # Half of a third for the survey, a quarter for what was published without evidence.
    service = earned.realised.areas[-1].points
    assert service.low == pytest.approx(0.5 / 3 + 0.25)
    assert earned.evidenced.areas[-1].points.high == pytest.approx(0.5 / 3)
    assert earned.realised.levers.low == service.low


def test_a_plan_of_which_nothing_is_known_yet_earned_nothing_to_tell() -> None:
    empty = replace(year(), realisations=())
    assert earned_so_far(empty, {"ra-001": RowEvidence()}) is None
    shown = earned_so_far(empty, {"ra-001": RowEvidence(("skm.pdf",))})
    assert shown is not None
    assert shown.realised.levers.high == 0
    assert shown.states["PPF4A"] is EarnedState.UNREPORTED


def test_what_reports_claim_can_stand_for_evidence() -> None:
    assert set(claimed_evidence(year())) == {"ra-001"}
