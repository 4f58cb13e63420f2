"""When something is done, in the words of other offices."""

from __future__ import annotations

import pytest

from zi_docs.importing.month_words import When, read_when
from zi_docs.importing.time_words import PeriodMonths

EVERY = set(range(1, 13))
QUARTERS = {3, 6, 9, 12}


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3, 6, 9", {3, 6, 9}),
        ("1-3", {1, 2, 3}),
        ("Maret; Juni", {3, 6}),
        ("Maret & September", {3, 9}),
        ("Maret\nJuni\nSeptember", {3, 6, 9}),
        ("Jan/Feb/Mar", {1, 2, 3}),
        ("Januari sd Maret", {1, 2, 3}),
        ("Jan s/d Mar", {1, 2, 3}),
        ("Januari s/d Desember 2025", EVERY),
        ("Maret sampai dengan Mei 2025", {3, 4, 5}),
        ("Jan s.d. Mar, Jul s.d. Sep", {1, 2, 3, 7, 8, 9}),
        ("bulan Maret, Juli – September", {3, 7, 8, 9}),
        ("s.d. Maret", {1, 2, 3}),
        ("Nop", {11}),
        ("Agust", {8}),
        ("Febuari", {2}),
        ("2025-03", {3}),
        ("03/2025", {3}),
        ("Mar-25", {3}),
        ("Jan-25 s.d. Mar-25", {1, 2, 3}),
        ("15 Maret 2025", {3}),
        ("1/3/2025", {3}),
        ("2 s.d. 5 Juni 2025", {6}),
        ("5, 12 dan 19 Maret", {3}),
        ("15 Maret s.d. 20 April 2025", {3, 4}),
        ("Paling lambat 31 Maret", {3}),
        ("Awal Januari", {1}),
        ("Minggu II Maret", {3}),
        ("Minggu ke-1 s.d. ke-4 Maret", {3}),
        ("Maret 2025 minggu ke-2", {3}),
        ("Januari (minggu I-IV)", {1}),
        ("B03, B06, B09, B12", QUARTERS),
        ("Triwulan I", {3}),
        ("TW.I, TW III", {3, 9}),
        ("Triwulan I s.d. IV", QUARTERS),
        ("TW 1 - TW 4", QUARTERS),
        ("Triwulan I, II, III dan IV", QUARTERS),
        ("TW I Tahun 2025", {3}),
        ("Tri wulan III", {9}),
        ("Q1", {3}),
        ("Kuartal II", {6}),
        ("TW II/Juni", {6}),
        ("TW II/Mei", {5}),
        ("Semester I dan II", {6, 12}),
        ("Setiap Triwulan", QUARTERS),
        ("Triwulanan", QUARTERS),
        ("setiap akhir triwulan", QUARTERS),
        ("Tiap semester", {6, 12}),
        ("caturwulan", {4, 8, 12}),
        ("Setiap 3 bulan", QUARTERS),
        ("3 bulan sekali", QUARTERS),
        ("2 kali setahun", {6, 12}),
        ("4 x setahun", QUARTERS),
        ("1 kali setahun", {12}),
        ("Tahun 2025", {12}),
        ("Sepanjang tahun 2025", EVERY),
        ("1 bulan sekali", EVERY),
        ("Setiap minggu", EVERY),
        ("Harian", EVERY),
        ("Setiap tanggal 10", EVERY),
        ("akhir tahun", {12}),
        ("-", set()),
        ("", set()),
    ],
)
def test_months_that_can_be_read(text: str, months: set[int]) -> None:
    assert read_when(text, 2025) == When(frozenset(months))


@pytest.mark.parametrize(
    "text",
    [
        "13",
        "2026",
        "Semester 3",
        "kapan saja",
        "Smarch",
        "Januari-",
        "TW V",
        "minggu ke 2",
        "9" * 5000,
    ],
)
def test_what_cannot_be_read_is_not_guessed(text: str) -> None:
    assert read_when(text, 2025) is None


@pytest.mark.parametrize("text", ["Insidentil", "Sesuai kebutuhan", "Apabila ada pengaduan"])
def test_what_has_no_month_says_so(text: str) -> None:
    assert read_when(text, 2025) == When(unfixed=True)


def test_a_month_of_another_year_is_none_of_the_plan() -> None:
    assert read_when("Desember 2024", 2025) == When(other_years=frozenset({2024}))
    over = read_when("Januari 2025 - Februari 2026", 2025)
    assert over == When(frozenset(EVERY), frozenset({2026}))
    assert read_when("Nov - Feb", 2025) == When(frozenset({11, 12}), passes_year=True)


@pytest.mark.parametrize(
    ("style", "months"),
    [(PeriodMonths.FIRST, {4}), (PeriodMonths.LAST, {6}), (PeriodMonths.ALL, {4, 5, 6})],
)
def test_a_quarter_stands_for_the_months_that_the_office_chose(
    style: PeriodMonths, months: set[int]
) -> None:
    assert read_when("TW II", 2025, style) == When(frozenset(months))
