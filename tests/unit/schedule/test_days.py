"""Working days of an Indonesian office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.plans import plan as small_plan
from zi_docs.findings import Place
from zi_docs.schedule.days import (
    library_days,
    local_day,
    off_days,
    plan_off_days,
    spread_evenly,
    working_days,
)

# Joint decree of three ministers for 2026: holidays and joint leave around Nyepi and Idulfitri.
MARCH_2026_OFF = {18, 19, 20, 23, 24}


def test_march_2026_around_nyepi_and_idulfitri() -> None:
    days = {day.day for day in working_days(off_days(2026), 3, date(2026, 1, 1))}
    weekdays = {day for day in range(1, 32) if date(2026, 3, day).weekday() < 5}
    assert days == weekdays - MARCH_2026_OFF


def test_no_working_day_of_2026_is_a_holiday_or_joint_leave() -> None:
    off = off_days(2026)
    for day in (
        date(2026, 1, 1),
        date(2026, 2, 16),
        date(2026, 5, 14),
        date(2026, 5, 15),
        date(2026, 8, 17),
        date(2026, 12, 24),
        date(2026, 12, 25),
    ):
        assert not off.is_working_day(day)
        assert day not in working_days(off, day.month, date(2026, 1, 1))


def test_a_year_without_joint_leave_in_the_library_is_told() -> None:
    codes = {finding.code for finding in off_days(2040).findings(Place("zi.xlsx"))}
    assert "JADWAL-CUTI" in codes
    assert list(off_days(2026).findings(Place("zi.xlsx"))) == []


def test_estimated_holidays_are_told() -> None:
    (told,) = off_days(2027).findings(Place("zi.xlsx"))
    assert told.code == "JADWAL-PERKIRAAN"
    assert "10 Maret 2027, 11 Maret 2027, dan 17 Mei 2027 masih perkiraan" in told.message


def test_days_are_spread_evenly_and_never_twice() -> None:
    days = [date(2026, 6, day) for day in range(1, 11)]
    assert [day.day for day in spread_evenly(days, 1)] == [6]
    assert [day.day for day in spread_evenly(days, 2)] == [3, 8]
    assert spread_evenly(days, 10) == days
    assert spread_evenly([], 0) == []


@pytest.mark.parametrize("year", [2025, 2026])
def test_the_days_that_ship_are_those_of_the_library(year: int) -> None:
    off = off_days(year)
    assert off.public == library_days(year, "public")
    assert off.joint_leave == library_days(year, "government")


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("18 Agustus 2026: hari jadi kabupaten", (date(2026, 8, 18), "hari jadi kabupaten")),
        ("18-08-2026 – hari jadi", (date(2026, 8, 18), "hari jadi")),
        ("18 Agustus 2026 (hari jadi)", (date(2026, 8, 18), "hari jadi")),
        ("2026-08-18", (date(2026, 8, 18), "hari libur daerah")),
        ("hari jadi kabupaten", None),
    ],
)
def test_a_local_day_off_as_offices_write_it(text: str, named: tuple[date, str] | None) -> None:
    assert local_day(text) == named


def test_meetings_are_not_proposed_on_local_days_off() -> None:
    plan = replace(small_plan(), local_days_off=("10 Maret 2026: hari jadi",))
    assert not plan_off_days(plan).is_working_day(date(2026, 3, 10))
    assert plan_off_days(small_plan()).is_working_day(date(2026, 3, 10))
