"""Rows to take over for items that nobody serves, in a workbook of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from zi_docs import checks
from zi_docs.data.lke_components import codes_in
from zi_docs.findings import Severity, row_of_place
from zi_docs.lke.items import lke_items, thresholds
from zi_docs.lke.offers import add_offers, offers
from zi_docs.lke.score import Reach, score
from zi_docs.model import Plan
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.rewrite import WorkbookRows, rewrite_workbook

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"


@pytest.fixture(scope="module")
def before() -> Plan:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def after(before: Plan, tmp_path_factory: pytest.TempPathFactory) -> Plan:
    def take_all(rows: WorkbookRows) -> None:
        add_offers(rows, offers(score(before.activities)), before, {"RA-069"})

    path = tmp_path_factory.mktemp("lke") / "baru.xlsx"
    path.write_bytes(rewrite_workbook(SOURCE, take_all))
    plan, _ = read_plan(path)
    assert plan is not None
    return plan


def test_each_unserved_item_has_a_row_and_the_best_gain_stands_first(before: Plan) -> None:
    scored = score(before.activities)
    offered = offers(scored)
    assert {offer.item.code for offer in offered} == {each.item.code for each in scored.unserved}
    assert [offer.high for offer in offered] == sorted((o.high for o in offered), reverse=True)
    assert offered[0].item.code == "PRE2A"  # three points for one row
    assert offered[0].high == 3.0


def test_after_taking_over_all_rows_no_item_is_unserved(after: Plan) -> None:
    scored = score(after.activities)
    assert scored.unserved == ()
    _, wbbm = thresholds()
    assert wbbm.area == 0.75
    for area in scored.areas:
        assert area.points.high >= 0.75 * area.points.weight, area.area
        assert area.points.low <= area.points.high
    assert scored.reach(wbbm) is Reach.MAYBE


def test_own_rows_stay_and_new_ones_get_ids_that_nobody_had(before: Plan, after: Plan) -> None:
    old = {row.id for row in before.activities}
    assert [row.id for row in after.activities if row.id in old] == [
        row.id for row in before.activities
    ]
    added = [row for row in after.activities if row.id not in old]
    assert len(added) == len(offers(score(before.activities)))
    assert "RA-069" not in {row.id for row in added}
    assert {row.id for row in added} >= {"RA-070", "RA-071"}


def test_a_new_row_stands_behind_its_component_under_the_plans_own_name(after: Plan) -> None:
    rows = list(after.activities)
    place = next(i for i, row in enumerate(rows) if codes_in(row.lke) == ("PPB2A",))
    assert rows[place].komponen.plain == "E-Office Pemanfaatan aplikasi presensi"
    assert rows[place - 1].komponen == rows[place].komponen
    reform = next(row for row in rows if row.lke == "PRE2A")
    assert reform.area == lke_items()["PRE2A"].area
    assert reform.komponen.plain == "Penanganan Pengaduan Masyarakat"


def test_new_rows_bring_no_fault_but_the_names_and_months_of_the_rows_beside_them(
    before: Plan, after: Plan
) -> None:
    """They take the office's own names of components, and nobody knows when it evaluates."""
    old = {row.id for row in before.activities}
    new = {row.origin.row for row in after.activities if row.id not in old}
    found_there = {
        (finding.code, finding.place.cell[:1])
        for finding in checks.check(after)
        if finding.place.sheet == "Rencana Aksi" and finding.place.cell
        if finding.severity in (Severity.ERROR, Severity.WARNING)
        if row_of_place(finding.place) in new
    }
    assert found_there == {("RA-GABUNG", "C"), ("RA-URUTAN", "J")}


def test_a_plan_without_rows_of_an_area_gets_them_in_order(before: Plan) -> None:
    rows: WorkbookRows = {
        "rencana_aksi": [
            {"id": "A1", "area": "I MANAJEMEN PERUBAHAN", "komponen": "Tim"},
            {"id": "A2", "area": "VI PENINGKATAN KUALITAS PELAYANAN PUBLIK", "komponen": "Lain"},
        ]
    }
    wanted = [o for o in offers(score([])) if o.item.code in ("PRC3A", "PRF2A")]
    assert add_offers(rows, wanted, before, ()) == ["A3", "A4"]
    assert [(values["id"], values.get("lke")) for values in rows["rencana_aksi"]] == [
        ("A1", None),
        ("A3", "PRC3A"),
        ("A2", None),
        ("A4", "PRF2A"),
    ]
