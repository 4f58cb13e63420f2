"""Months in words."""

import pytest

from zi_docs.importing.month_words import months_from_text


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("3, 6, 9", {3, 6, 9}),
        ("Maret; Juni", {3, 6}),
        ("Januari-Maret", {1, 2, 3}),
        ("Jan s.d. Mar", {1, 2, 3}),
        ("Jan s/d Mar", {1, 2, 3}),
        ("Maret sampai dengan Mei 2026", {3, 4, 5}),
        ("bulan Maret, Juli – September", {3, 7, 8, 9}),
        ("Maret dan Juni", {3, 6}),
        ("31 Maret 2026", {3}),
        ("setiap bulan", set(range(1, 13))),
        ("Sepanjang tahun", set(range(1, 13))),
        ("per triwulan", {3, 6, 9, 12}),
        ("Triwulanan", {3, 6, 9, 12}),
        ("Triwulan I dan III", {3, 9}),
        ("TW IV", {12}),
        ("caturwulan", {4, 8, 12}),
        ("Semester", {6, 12}),
        ("Semester 1", {6}),
        ("tahunan", {12}),
        ("", set()),
    ],
)
def test_months_that_can_be_read(text: str, months: set[int]) -> None:
    assert months_from_text(text) == months


@pytest.mark.parametrize("text", ["13", "2026", "setiap saat", "Semester 3", "Mei-Maret", "Triw"])
def test_what_cannot_be_read_is_not_guessed(text: str) -> None:
    assert months_from_text(text) is None
