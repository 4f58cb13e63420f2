"""The year at a glance: areas by months, and what a week asks for."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

from tests.cases.plans import plan
from tests.cases.products import products
from zi_docs.model import Meeting, Plan, Realisation
from zi_docs.status.gather import status
from zi_docs.status.month_grid import GridRow, Mood, month_grid
from zi_docs.status.this_week import this_week


def reported() -> Plan:
    """RA-001 is marked for January and done; RA-002, for January to March, RA-003 for December."""
    return replace(
        plan(),
        realisations=(
            Realisation("RA-001", 1, persen=100, bukti_ada="Ada"),
            Realisation("RA-002", 2, persen=100),
        ),
    )


def moods(row: GridRow) -> list[str]:
    return [cell.mood.value for cell in row.cells]


def test_each_cell_says_how_its_steps_stand_on_a_day() -> None:
    first, second = month_grid(reported(), date(2026, 3, 15))
    assert first.area.name != second.area.name
    assert moods(first)[:4] == ["tertunggak", "selesai", "berjalan", "kosong"]
    january = first.cells[0]
    assert (january.figures.planned, january.figures.done) == (2, 1)
    assert january.rows == ("RA-001", "RA-002")
    assert first.figures.planned == 5
    assert first.figures.percent == 40


def test_before_and_after_the_year() -> None:
    before = {mood for row in month_grid(reported(), date(2025, 12, 31)) for mood in moods(row)}
    assert before == {"kosong", "direncanakan"}
    after = month_grid(reported(), date(2027, 1, 1))
    assert Mood.RUNNING not in {cell.mood for row in after for cell in row.cells}


def test_an_area_without_rows_is_there_and_empty() -> None:
    empty = replace(plan(), areas=("I AREA TANPA BARIS", *plan().areas))
    row = month_grid(empty, date(2026, 3, 15))[0]
    assert row.area.name == "AREA TANPA BARIS"
    assert set(moods(row)) == {"kosong"}
    assert row.figures.percent is None


def test_the_week_from_monday_to_sunday() -> None:
    meetings = (
        Meeting("R-01", "Rapat Awal", date(2026, 3, 30), mulai=time(9, 30)),
        Meeting("R-02", "Rapat Pekan Depan", date(2026, 4, 6)),
    )
    held = replace(reported(), meetings=meetings)
    state = status(held, products(held), date(2026, 4, 1))
    week = this_week(held, state)
    assert (week.first, week.last) == (date(2026, 3, 30), date(2026, 4, 5))
    assert [(item.day.day, item.what) for item in week.items if item.meeting] == [
        (30, "Rapat R-01: Rapat Awal, pukul 09.30")
    ]


def test_steps_are_due_by_the_end_of_their_month() -> None:
    state = status(reported(), products(reported()), date(2026, 3, 30))
    due = [item for item in this_week(reported(), state).items if item.month]
    assert [(item.day, item.what) for item in due] == [
        (date(2026, 3, 31), "1 baris rencana aksi bulan Maret belum selesai")
    ]
    earlier = status(reported(), products(reported()), date(2026, 3, 15))
    assert not [item for item in this_week(reported(), earlier).items if item.month]
