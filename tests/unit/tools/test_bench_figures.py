"""Medians, targets, ratios and lines, and the table and JSON that show them."""

from __future__ import annotations

import pytest

from tools.bench.figures import Figure, Line, Target, ratios
from tools.bench.report import as_json, table


def test_a_figure_is_the_median_of_its_runs() -> None:
    assert Figure("sk", "s", (9.0, 3.0, 4.0)).value == 4.0
    assert Figure("unoserver", "s", (), "not installed").value is None


def test_a_target_has_a_right_side() -> None:
    at_most, at_least = Target(1.5), Target(13, at_least=True)
    assert (at_most.met(1.5), at_most.met(1.6)) == (True, False)
    assert (at_least.met(13), at_least.met(12.9)) == (True, False)
    assert (str(at_most), str(at_least)) == ("<= 1.5", ">= 13")


def test_the_cold_year_beside_libreoffice_alone() -> None:
    figures = [
        Figure("cold year", "s", (30.0, 27.0, 90.0)),
        Figure("floor F: two LibreOffice processes", "s", (20.0,)),
        Figure("one LibreOffice process a document", "s", (390.0,)),
        Figure("unoserver", "s", (), "not installed"),
    ]
    assert {ratio.name: ratio.value for ratio in ratios(figures)} == {
        "cold year / floor F": 1.5,
        "one process a document / cold year": 13.0,
    }
    assert list(ratios(figures[1:])) == []


def test_a_line_through_points() -> None:
    line = Line.through([(0, 2.0), (100, 5.0), (200, 8.0)])
    assert (line.slope, line.start, line.at(1000)) == pytest.approx((0.03, 2.0, 32.0))
    assert line.fit == pytest.approx(1)
    # Of a spread of 14 the line takes 12.5.
    bent = Line.through([(0, 2.0), (100, 6.0), (200, 7.0)])
    assert bent.slope == pytest.approx(0.025)
    assert bent.fit == pytest.approx(12.5 / 14)
    assert Line.through([(0, 5.0), (1, 5.0)]) == Line(0.0, 5.0, 1.0)


FIGURES = [
    Figure("periksa", "s", (0.9, 0.61, 0.58)),
    Figure("nothing changed", "s", (0.333,), "exit code 1: rusak"),
    Figure("unoserver", "s", (), "not installed"),
    Figure("one process a document / cold year", "x", (12.94,)),
]


def test_the_table() -> None:
    assert table(FIGURES) == (
        "                                    median  target      runs\n"
        "periksa                             0.61 s  <= 0.7 met  0.90  0.61  0.58\n"
        "nothing changed                     0.33 s  <= 0.3                        "
        "exit code 1: rusak\n"
        "unoserver                                -                                "
        "not installed\n"
        "one process a document / cold year  12.9 x  >= 13"
    )


def test_the_json_has_every_run() -> None:
    kept = as_json(FIGURES[:1] + FIGURES[3:], {"cores": 2})
    assert kept["machine"] == {"cores": 2}
    assert kept["figures"] == [
        {
            "name": "periksa",
            "unit": "s",
            "median": 0.61,
            "runs": [0.9, 0.61, 0.58],
            "at_most": 0.7,
            "note": "",
        },
        {
            "name": "one process a document / cold year",
            "unit": "x",
            "median": 12.94,
            "runs": [12.94],
            "at_least": 13,
            "note": "",
        },
    ]
