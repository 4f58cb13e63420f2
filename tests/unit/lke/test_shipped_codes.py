"""The shipped workbook: its reviewed codes, and what is proposed for its rows."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

from zi_docs.data.lke_components import codes_in
from zi_docs.lke.items import area_numeral, lke_items
from zi_docs.lke.proposals import propose_all
from zi_docs.model import Activity
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
# Rows mapped by hand by somebody else, with what may stand there as well.
SAMPLE = {
    "RA-001": ("PPA1A PPA1B", ""), "RA-004": ("PPA4A", "PPA4C"), "RA-007": ("PPB2B", ""),
    "RA-010": ("PPB3A", ""), "RA-013": ("PPC1B", "PPC2A"), "RA-016": ("PPC2B", "PPC2A"),
    "RA-019": ("PPC3A", "PPC3B"), "RA-022": ("PPC3E", "PPC3D"), "RA-025": ("PPC4B", ""),
    "RA-028": ("PPC5A", ""), "RA-031": ("PPD1B", "PPD1A"), "RA-034": ("PPD2B", ""),
    "RA-037": ("PPD2F", ""), "RA-040": ("PPE1A", ""), "RA-043": ("PPE2B", ""),
    "RA-046": ("PPE3A", "PPF3A"), "RA-049": ("PPE3D", ""), "RA-052": ("PPE4C", ""),
    "RA-055": ("PPE5C", ""), "RA-058": ("PPF1A", ""),
}  # fmt: skip


@cache
def shipped_rows() -> tuple[Activity, ...]:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    return plan.activities


def test_every_row_of_the_shipped_plan_names_items_of_its_area() -> None:
    for row in shipped_rows():
        codes = codes_in(row.lke)
        assert codes, row.id
        for code in codes:
            assert lke_items()[code].area_numeral == area_numeral(row.area), row.id


def test_the_codes_of_the_sample_are_shipped() -> None:
    shipped = {row.id: " ".join(codes_in(row.lke)) for row in shipped_rows()}
    assert {key: shipped[key] for key in SAMPLE} == {
        key: codes for key, (codes, _) in SAMPLE.items()
    }


def test_proposals_agree_with_the_reviewed_codes_without_reading_them() -> None:
    rows = shipped_rows()
    proposed = propose_all(replace(row, lke="") for row in rows)
    wrong = {
        row.id: proposal.codes
        for row, proposal in zip(rows, proposed, strict=True)
        if proposal.codes != codes_in(row.lke)
    }
    assert len(rows) == 68
    assert len(wrong) <= 2, wrong
    by_row = {proposal.row.id: set(proposal.codes) for proposal in proposed}
    for key, (codes, also) in SAMPLE.items():
        assert set(codes.split()) <= by_row[key] <= {*codes.split(), *also.split()}, key
