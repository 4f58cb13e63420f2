"""What was earned so far: only what was carried out counts, in the months in which it was."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import activity, plan
from zi_docs.lke.earned import realised_rows
from zi_docs.lke.score import score
from zi_docs.model import Realisation


def test_only_months_that_were_carried_out_count() -> None:
    survey = replace(activity("RA-001", "VI PELAYANAN", "Survei", 3, 6, 9, 12), lke="PPF4A")
    channel = replace(activity("RA-002", "VI PELAYANAN", "Aduan", 2), lke="PPF3A")
    year = replace(
        plan(),
        activities=(survey, channel),
        realisations=(
            Realisation("RA-001", 3, persen=100),
            Realisation("RA-001", 6, bukti_ada="Ada"),
            Realisation("RA-001", 9, persen=40, bukti_ada="Ada"),
            Realisation("RA-002", 2, bukti_ada="Belum"),
        ),
    )
    rows = list(realised_rows(year))
    assert [(row.id, sorted(row.bulan)) for row in rows] == [("RA-001", [3, 6])]
    # A third of a point for four surveys; two give the half of it.
    assert score(rows).levers.low == score(rows).levers.high == 0.5 * (1.0 / 3)
