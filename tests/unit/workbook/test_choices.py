"""Choices that are neither made nor valid: the record gets its field's default."""

from __future__ import annotations

import pytest
from workbook_bench import Bench

from zi_docs.model import AmendmentForm, Signing, Voice


def cell_of(bench: Bench, sheet: str, header: str) -> str:
    """The cell of a column in the first row of data; headers stand in row 3."""
    (cell,) = [cell for cell in bench.book[sheet][3] if cell.value == header]
    return f"{cell.column_letter}4"


@pytest.mark.parametrize(
    ("sheet", "header"),
    [
        ("Pejabat", "Keputusan atas nama"),
        ("Keputusan", "Tanda tangan"),
        ("Rapat", "Tanda tangan"),
        ("Revisi", "Bentuk"),
    ],
)
@pytest.mark.parametrize(("value", "codes"), [(None, []), ("Ngawur", ["WB-PILIHAN"])])
def test_the_default_stands_in_for_a_choice(
    bench: Bench, sheet: str, header: str, value: str | None, codes: list[str]
) -> None:
    bench.set(sheet, cell_of(bench, sheet, header), value)
    plan, findings = bench.read()
    assert [finding.code for finding in findings] == codes
    assert plan is not None
    read = {
        "Pejabat": plan.officials[0].atas_nama,
        "Keputusan": plan.decrees[0].tanda_tangan,
        "Rapat": plan.meetings[0].tanda_tangan,
        "Revisi": plan.revisions[0].bentuk,
    }
    defaults = {
        "Pejabat": Voice.POST,
        "Keputusan": Signing.WET,
        "Rapat": Signing.WET,
        "Revisi": AmendmentForm.WHOLE,
    }
    assert read[sheet] is defaults[sheet]
