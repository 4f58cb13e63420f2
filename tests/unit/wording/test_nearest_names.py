"""What was perhaps meant by a mistyped name."""

import pytest

from zi_docs.wording.nearest_names import did_you_mean, nearest_name, nearest_names, suggestion

VERBS = ("semua", "keputusan", "sk", "rapat", "rekap", "realisasi", "revisi", "periksa")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("keputsan", ["keputusan"]),
        ("Kepuutsan", ["keputusan"]),
        ("reap", ["rekap"]),
        ("realisai", ["realisasi"]),
        ("cetak", []),
    ],
)
def test_names_are_suggested_that_are_written_alike(typed: str, meant: list[str]) -> None:
    assert nearest_names(typed, VERBS) == meant


def test_of_several_that_are_equally_near_none_is_left_out() -> None:
    assert nearest_names("R-0", ["R-01", "R-02", "KPT-1"]) == ["R-01", "R-02"]


def test_how_it_is_said() -> None:
    assert suggestion("Tangal", ["Tanggal", "Nomor"]) == " Mungkin yang dimaksud “Tanggal”."
    assert did_you_mean("R-0", ["R-01", "R-02"]) == " Mungkin maksud Anda: R-01, R-02."
    assert did_you_mean("xyz", ["R-01"]) == suggestion("xyz", ["R-01"]) == ""


def test_a_caller_may_ask_for_more_likeness() -> None:
    assert nearest_name("Tangal", ["Tanggal"], 99) is None
