"""Periods by their names, months and folders."""

from datetime import date

import pytest

from zi_docs.monev.periods import Cycle, Period


@pytest.mark.parametrize(
    ("cycle", "number", "name", "folder", "months"),
    [
        (Cycle.MONTH, 3, "Maret 2026", "2026-03", [3]),
        (Cycle.QUARTER, 1, "Triwulan I 2026", "2026-tw1", [1, 2, 3]),
        (Cycle.THIRD, 2, "Caturwulan II 2026", "2026-cw2", [5, 6, 7, 8]),
        (Cycle.SEMESTER, 2, "Semester II 2026", "2026-s2", [7, 8, 9, 10, 11, 12]),
        (Cycle.YEAR, 1, "Tahun 2026", "2026", list(range(1, 13))),
    ],
)
def test_a_period_is_named(
    cycle: Cycle, number: int, name: str, folder: str, months: list[int]
) -> None:
    period = Period(2026, cycle, number)
    assert (period.name, period.folder, list(period.months)) == (name, folder, months)
    assert Period.parse(folder) == period


def test_other_folders_are_no_periods() -> None:
    for text in ("", "2026-13", "2026-3", "2026-tw5", "maret", "2026-00"):
        assert Period.parse(text) is None


def test_there_is_no_thirteenth_month() -> None:
    with pytest.raises(ValueError, match="MONTH 13"):
        Period(2026, Cycle.MONTH, 13)


def test_end_and_the_period_before() -> None:
    assert Period(2024, Cycle.MONTH, 2).end == date(2024, 2, 29)
    assert Period(2026, Cycle.QUARTER, 2).previous == Period(2026, Cycle.QUARTER, 1)
    assert Period(2026, Cycle.MONTH, 1).previous is None


def test_headings_say_that_a_number_is_a_year() -> None:
    """NASKAH section 10."""
    periods = (
        Period(2026, Cycle.MONTH, 3),
        Period(2026, Cycle.QUARTER, 1),
        Period(2026, Cycle.SEMESTER, 2),
        Period(2026, Cycle.YEAR),
    )
    assert [period.long_name for period in periods] == [
        "Maret 2026",
        "Triwulan I Tahun 2026",
        "Semester II Tahun 2026",
        "Tahun 2026",
    ]
