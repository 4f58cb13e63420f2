"""Values that are read, and asked about."""

from typing import Any

import pytest
from workbook_bench import RawBench

from zi_docs.findings import Severity
from zi_docs.workbook.reading.cell_text import visible_text


@pytest.mark.parametrize(
    ("typed", "number_format", "asked"),
    [
        (0.8, "General", "0,8 pada kolom Realisasi (%) dibaca 0,8%. Bila yang dimaksud 80%, "),
        ("0,85", "General", "0,85 pada kolom Realisasi (%) dibaca 0,85%. Bila yang dimaksud 85%, "),
        ("0.5", "General", "0,5 pada kolom Realisasi (%) dibaca 0,5%. Bila yang dimaksud 50%, "),
    ],
)
def test_a_share_without_a_percent_sign_is_asked_about(
    raw_bench: RawBench, typed: Any, number_format: str, asked: str
) -> None:
    raw_bench.set("Realisasi", "C4", typed, number_format)
    (finding,) = raw_bench.findings()
    assert (finding.code, finding.severity) == ("WB-PECAHAN", Severity.WARNING)
    assert finding.place.cell == "C4"
    assert finding.message.startswith(asked)


@pytest.mark.parametrize(
    ("typed", "number_format"),
    [(0.8, "0%"), ("0,8%", "General"), (0, "General"), (1, "General"), (80, "General")],
)
def test_what_is_clear_is_not_asked_about(
    raw_bench: RawBench, typed: Any, number_format: str
) -> None:
    raw_bench.set("Realisasi", "C4", typed, number_format)
    assert raw_bench.findings() == []


def test_a_one_beside_shares_is_asked_about(raw_bench: RawBench) -> None:
    """Half of the people who type 0,5 type 1 when all is done."""
    for cell, value in {"A5": "RA-002", "B5": 1, "C5": 1}.items():
        raw_bench.set("Realisasi", cell, value, "General")
    raw_bench.set("Realisasi", "C4", 0.5, "General")
    assert [(f.code, f.place.cell) for f in raw_bench.findings()] == [
        ("WB-PECAHAN", "C4"),
        ("WB-PECAHAN", "C5"),
    ]


def test_a_telephone_number_without_its_zero_is_asked_about(raw_bench: RawBench) -> None:
    cells = raw_bench.sheets["Instansi"].cells
    row = next(at[0] for at, cell in cells.items() if visible_text(cell) == "Telepon")
    raw_bench.set("Instansi", f"B{row}", 74321234, "General")
    (finding,) = raw_bench.findings()
    assert (finding.code, finding.place.cell) == ("WB-TELEPON", f"B{row}")
    assert "Telepon 74321234 disimpan Excel sebagai bilangan" in finding.message
