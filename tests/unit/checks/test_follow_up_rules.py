"""What the sheet Tindak Lanjut may leave unclear."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.cases.plans import plan
from zi_docs.checks.follow_up_rules import check_follow_ups
from zi_docs.model import FollowUpSource, RecordedFollowUp

CLEAR = RecordedFollowUp(
    "TL-001",
    FollowUpSource.SURVEY,
    "Perbaiki papan informasi.",
    tanggal=date(2026, 4, 20),
    pic="Sekretaris",
    batas=date(2026, 5, 31),
)


@pytest.mark.parametrize(
    ("changed", "codes"),
    [
        ({}, []),
        ({"keadaan": "Selesai", "selesai": date(2026, 5, 2)}, []),
        ({"tanggal": None}, ["TL-TANGGAL"]),
        ({"batas": date(2026, 4, 1)}, ["TL-URUTAN"]),
        ({"keadaan": "Selesai", "selesai": date(2026, 4, 2)}, ["TL-URUTAN"]),
        ({"keadaan": "Selesai"}, ["MON-SELESAI"]),
        ({"keadaan": "Belum", "selesai": date(2026, 5, 2)}, ["MON-SELESAI"]),
        ({"batas": date(2028, 4, 1)}, ["TAHUN-BATAS"]),
        ({"pic": ""}, ["TL-PIC"]),
        ({"lke": "HBA, PPF4A"}, []),
        ({"lke": "PPF9Z"}, ["LKE-KODE"]),
    ],
)
def test_what_is_unclear_is_told(changed: dict[str, Any], codes: list[str]) -> None:
    asked = replace(plan(), follow_ups=(replace(CLEAR, **changed),))
    assert [finding.code for finding in check_follow_ups(asked)] == codes


def test_the_person_in_charge_of_its_row_is_enough() -> None:
    small = plan()
    rows = (replace(small.activities[0], pic="Pokja"), *small.activities[1:])
    named = replace(CLEAR, pic="", baris=(rows[0].id,))
    asked = replace(small, activities=rows, follow_ups=(named,))
    assert list(check_follow_ups(asked)) == []
