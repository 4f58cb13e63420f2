"""Days on the command line are read as days in cells are."""

from datetime import datetime

import click
import pytest

from zi_docs.cli.day_option import DayOption


@pytest.mark.parametrize(
    "typed", ["2026-01-22", "22-01-2026", "22/1/2026", "22 Januari 2026", "22-Jan-26"]
)
def test_a_day_is_read_as_in_a_cell(typed: str) -> None:
    assert DayOption().convert(typed, None, None) == datetime(2026, 1, 22)


@pytest.mark.parametrize("typed", ["besok", "22-01-26", "22/01/0026", "31 Feb 2026", ""])
def test_what_is_no_day_is_refused_with_an_example(typed: str) -> None:
    with pytest.raises(click.BadParameter, match=f"“{typed}” bukan tanggal. Tuliskan misalnya"):
        DayOption().convert(typed, None, None)
