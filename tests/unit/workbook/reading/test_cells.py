"""One cell against its column."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

from zi_docs.text import RichText, Span
from zi_docs.workbook.reading.cells import CellProblem, typed_value
from zi_docs.workbook.reading.xlsx import RawCell
from zi_docs.workbook.sheets.schema import Column, Kind


def read(kind: Kind, value: Any, number_format: str = "General") -> Any:
    raw = RichText.of(value) if isinstance(value, str) else value
    column = Column("k", "Kolom", kind, "", choices=("Rencana Aksi", "Tim"))
    return typed_value(RawCell("A1", raw, number_format), column, column.choices)


@pytest.mark.parametrize(
    ("kind", "value", "expected"),
    [
        (Kind.TEXT, " a\u00a0b\u200b ", "a b"),
        (Kind.TEXT, "a\r\nb", "a\nb"),
        (Kind.TEXT, 10, "10"),
        (Kind.TEXT, 1.0, "1"),
        (Kind.TEXT, 2.5, "2,5"),
        (Kind.ID, 7, "7"),
        (Kind.INTEGER, "2026", 2026),
        (Kind.INTEGER, 2026.0, 2026),
        (Kind.NUMBER, "25,5", 25.5),
        (Kind.PERCENT, "85%", 85),
        (Kind.PERCENT, "85,5 %", 85.5),
        (Kind.PERCENT, 85, 85),
        (Kind.DATE, datetime(2026, 1, 22, 8), date(2026, 1, 22)),
        (Kind.DATE, "22 Januari 2026", date(2026, 1, 22)),
        (Kind.DATE, "Kamis, 22 Jan. 2026", date(2026, 1, 22)),
        (Kind.DATE, "5 Agt 2026", date(2026, 8, 5)),
        (Kind.DATE, "3 Nopember 2026", date(2026, 11, 3)),
        (Kind.DATE, "22-01-2026", date(2026, 1, 22)),
        (Kind.DATE, "22/1/2026", date(2026, 1, 22)),
        (Kind.DATE, "2026-01-22", date(2026, 1, 22)),
        (Kind.TIME, "09.00", time(9)),
        (Kind.TIME, "pukul 9:30 WIB", time(9, 30)),
        (Kind.TIME, timedelta(hours=9), time(9)),
        (Kind.TIME, time(9, 15), time(9, 15)),
        (Kind.CHOICE, "rencana  AKSI", "Rencana Aksi"),
        (Kind.REFS, "A; B\nC", ("A", "B", "C")),
        (Kind.RICH, " \u00a0", None),
    ],
)
def test_values_are_read_tolerantly(kind: Kind, value: Any, expected: Any) -> None:
    assert read(kind, value) == expected


def test_percent_formats() -> None:
    assert read(Kind.PERCENT, 0.85, "0%") == 85
    assert read(Kind.TEXT, 1.0, "0%") == "100%"
    assert read(Kind.TEXT, 7, "000") == "007"


@pytest.mark.parametrize("mark", ["√", "v", "V", "x", "X", "✓", "✔", "1", 1, 1.0, True, "ya", "ü"])
def test_marks(mark: Any) -> None:
    assert read(Kind.MARK, mark) is True


@pytest.mark.parametrize("blank", ["0", 0, False, "-", "FALSE"])
def test_marks_that_are_none(blank: Any) -> None:
    assert read(Kind.MARK, blank) is False


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (Kind.TEXT, datetime(2026, 1, 2), "WB-TEKS"),
        (Kind.TEXT, True, "WB-TEKS"),
        (Kind.TEXT, 10**17, "WB-TEKS"),
        (Kind.RICH, 3, "WB-TEKS"),
        (Kind.INTEGER, 2.5, "WB-BILANGAN"),
        (Kind.INTEGER, True, "WB-BILANGAN"),
        (Kind.NUMBER, datetime(2026, 1, 2), "WB-BILANGAN"),
        (Kind.PERCENT, "101%", "WB-PERSEN"),
        (Kind.DATE, "22 Januwari 2026", "WB-TANGGAL"),
        (Kind.DATE, "22-01-26", "WB-TANGGAL"),
        (Kind.DATE, 46044, "WB-TANGGAL"),
        (Kind.TIME, 9, "WB-JAM"),
        (Kind.TIME, "24.00", "WB-JAM"),
        (Kind.MARK, "2", "WB-TANDA"),
        (Kind.CHOICE, "Timm", "WB-PILIHAN"),
        (Kind.ID, "a;b", "WB-ID"),
        (Kind.ID, "..", "WB-ID"),
    ],
)
def test_values_are_judged_strictly(kind: Kind, value: Any, code: str) -> None:
    problem = read(kind, value)
    assert isinstance(problem, CellProblem)
    assert problem.code == code
    assert problem.message.endswith(".")


def test_emphasis_is_kept_and_the_ends_are_trimmed() -> None:
    text = RichText((Span("  "), Span(" a ", italic=True), Span("b \n")))
    assert read(Kind.RICH, text) == RichText((Span("a ", italic=True), Span("b")))
