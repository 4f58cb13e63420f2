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
        (Kind.DATE, "Jum'at 23 Januari 2026", date(2026, 1, 23)),
        (Kind.DATE, "1 Oct 2026", date(2026, 10, 1)),
        (Kind.DATE, "22-Jan-26", date(2026, 1, 22)),
        (Kind.DATE, "22 Januari ’26", date(2026, 1, 22)),
        (Kind.DATE, "5-May-99", date(1999, 5, 5)),
        (Kind.DATE, "January 22, 2026", date(2026, 1, 22)),
        (Kind.DATE, "2026-01-22 00:00:00", date(2026, 1, 22)),
        (Kind.DATE, "2026-01-22T00:00:00.000Z", date(2026, 1, 22)),
        (Kind.DATE, "2026/01/22", date(2026, 1, 22)),
        (Kind.DATE, "22/01/2026 08:00", date(2026, 1, 22)),
        (Kind.DATE, "２２－０１－２０２６", date(2026, 1, 22)),
        (Kind.DATE, "22\u201101\u20132026", date(2026, 1, 22)),
        (Kind.DATE, "tanggal 22  Januari\n2026.", date(2026, 1, 22)),
        (Kind.DATE, 46044, date(2026, 1, 22)),
        (Kind.DATE, 46044.4, date(2026, 1, 22)),
        (Kind.DATE, "46044", date(2026, 1, 22)),
        (Kind.TIME, "9,30", time(9, 30)),
        (Kind.TIME, "09 : 30", time(9, 30)),
        (Kind.TIME, "pukul 9", time(9)),
        (Kind.TIME, "Pkl. 09.30 Wib", time(9, 30)),
        (Kind.TIME, "jam 9", time(9)),
        (Kind.TIME, "9 WIB", time(9)),
        (Kind.TIME, "2:30 PM", time(14, 30)),
        (Kind.TIME, "12.00 am", time(0)),
        (Kind.TIME, 0.375, time(9)),
        (Kind.TIME, 0.39583333333, time(9, 30)),
        (Kind.TEXT, "'198503172010011002", "198503172010011002"),
        (Kind.TEXT, "’rapat’", "’rapat’"),
        (Kind.TEXT, "Rapat\x0bpleno\u2028baru\x07\u202e", "Rapat\npleno\nbaru"),
        (Kind.INTEGER, "２０２６", 2026),
        (Kind.PERCENT, "85 persen", 85),
        (Kind.PERCENT, "85％", 85),
        (
            Kind.REFS,
            "Dr. Ahmad, S.H., M.Si; KETUA, P-01",
            ("Dr. Ahmad, S.H., M.Si", "KETUA", "P-01"),
        ),
        (Kind.REFS, "\u2066KETUA\u2069;\u200eANGGOTA", ("KETUA", "ANGGOTA")),
        (Kind.REFS, "1. KETUA\n2. P-01", ("KETUA", "P-01")),
        (Kind.REFS, "- KETUA\n• P-01", ("KETUA", "P-01")),
        (Kind.CHOICE, "Tim.", "Tim"),
        (Kind.CHOICE, "rencana  AKSI", "Rencana Aksi"),
        (Kind.REFS, "A; B\nC", ("A", "B", "C")),
        (Kind.RICH, " \u00a0", None),
    ],
)
def test_values_are_read_tolerantly(kind: Kind, value: Any, expected: Any) -> None:
    assert read(kind, value) == expected


@pytest.mark.parametrize(("text", "month"), [("3", 3), ("Maret", 3), ("9" * 5000, None)])
def test_a_month_may_be_a_number_or_a_name(text: str, month: int | None) -> None:
    column = Column("bulan", "Bulan", Kind.INTEGER, "")
    value = typed_value(RawCell("A1", RichText.of(text)), column, ())
    assert (None if isinstance(value, CellProblem) else value) == month


def test_percent_formats() -> None:
    assert read(Kind.PERCENT, 0.85, "0%") == 85
    assert read(Kind.TEXT, 1.0, "0%") == "100%"
    assert read(Kind.TEXT, 7, "000") == "007"


_TICKS = ["√", "√√", "✓", "✔", "✔\ufe0f", "☑\ufe0f", "●", "■", "✅", "ü", "\uf0fe"]


@pytest.mark.parametrize("mark", [*_TICKS, "v", "V", "x", "X", "1", 1, 1.0, True, "ya"])
def test_marks(mark: Any) -> None:
    assert read(Kind.MARK, mark) is True


@pytest.mark.parametrize("blank", ["0", 0, False, "-", "—", "FALSE", "☐"])
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
        # More digits than Excel keeps.
        (Kind.INTEGER, 5000 * "9", "WB-BILANGAN"),
        (Kind.INTEGER, 400 * "9" + ",5", "WB-BILANGAN"),
        (Kind.INTEGER, 1e300, "WB-BILANGAN"),
        (Kind.PERCENT, 5000 * "9" + "%", "WB-BILANGAN"),
        (Kind.NUMBER, datetime(2026, 1, 2), "WB-BILANGAN"),
        (Kind.PERCENT, "101%", "WB-PERSEN"),
        (Kind.DATE, "22 Januwari 2026", "WB-TANGGAL"),
        (Kind.DATE, "22-01-26", "WB-TANGGAL"),
        (Kind.DATE, "22/01/0026", "WB-TANGGAL"),
        (Kind.DATE, datetime(1926, 1, 22), "WB-TANGGAL"),
        (Kind.DATE, datetime(1905, 7, 18), "WB-TANGGAL"),  # 2026 in a cell of dates
        (Kind.DATE, 2026, "WB-TANGGAL"),
        (Kind.DATE, "22-23 Januari 2026", "WB-TANGGAL"),
        (Kind.DATE, "Januari 2026", "WB-TANGGAL"),
        (Kind.DATE, 22012026, "WB-TANGGAL"),
        (Kind.DATE, True, "WB-TANGGAL"),
        (Kind.DATE, "29 Feb 2026", "WB-TANGGAL"),
        (Kind.TIME, 9, "WB-JAM"),
        (Kind.TIME, 9.3, "WB-JAM"),
        (Kind.TIME, "9", "WB-JAM"),
        (Kind.TIME, "24.00", "WB-JAM"),
        (Kind.TIME, "09.00 - 12.00", "WB-JAM"),
        (Kind.TIME, datetime(1900, 1, 9), "WB-JAM"),  # 9 in a cell of times
        (Kind.TIME, datetime(2026, 1, 6, 9, 36), "WB-JAM"),  # 46028.4
        (Kind.TIME, timedelta(hours=25), "WB-JAM"),
        (Kind.MARK, "✗", "WB-TANDA"),
        (Kind.MARK, "❌", "WB-TANDA"),
        (Kind.MARK, "11", "WB-TANDA"),
        (Kind.MARK, "2", "WB-TANDA"),
        (Kind.CHOICE, "Timm", "WB-PILIHAN"),
        (Kind.ID, "a;b", "WB-ID"),
        (Kind.ID, "..", "WB-ID"),
        *((Kind.ID, name, "WB-ID") for name in ("a" * 61, "CON", "nul.x", "Lpt¹", "abc.", "-rf")),
    ],
)
def test_values_are_judged_strictly(kind: Kind, value: Any, code: str) -> None:
    problem = read(kind, value)
    assert isinstance(problem, CellProblem)
    assert problem.code == code
    assert problem.message.endswith(".")


def test_what_is_meant_by_the_columns_of_meetings_and_months() -> None:
    """`selesai` is what an empty end means; a month may be named."""
    end = Column("selesai", "Selesai", Kind.TIME, "")
    assert typed_value(RawCell("A1", RichText.of("s.d. selesai")), end, ()) is None
    month = Column("bulan", "Bulan", Kind.INTEGER, "")
    assert typed_value(RawCell("A1", RichText.of("Maret")), month, ()) == 3


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(1900, 1, 9), "9"),
        (datetime(1900, 1, 9, 7, 12), "9,3"),
        (datetime(2026, 1, 6, 9, 36), "6 Januari 2026"),
    ],
)
def test_what_is_no_time_is_said_as_it_was_typed(value: datetime, shown: str) -> None:
    problem = read(Kind.TIME, value)
    assert isinstance(problem, CellProblem)
    assert problem.message.startswith(f"“{shown}” bukan jam.")


def test_a_name_or_number_stands_in_one_line() -> None:
    cell = RawCell("A1", RichText.of("Ahmad  Halim,\nS.H."))
    assert typed_value(cell, Column("nama", "Nama", Kind.TEXT, ""), ()) == "Ahmad Halim, S.H."
    assert typed_value(cell, Column("tembusan", "Tembusan", Kind.TEXT, ""), ()) == (
        "Ahmad  Halim,\nS.H."
    )


def test_the_tabulators_of_a_pasted_follow_up_are_bars() -> None:
    column = Column("tindak_lanjut", "Tindak lanjut", Kind.RICH, "")
    text = RichText.of("-\tMenyusun\tKETUA \t 30 April 2026")
    assert typed_value(RawCell("A1", text), column, ()) == RichText.of(
        "- Menyusun | KETUA | 30 April 2026"
    )


def test_emphasis_is_kept_and_the_ends_are_trimmed() -> None:
    text = RichText((Span("  "), Span(" a ", italic=True), Span("b \n")))
    assert read(Kind.RICH, text) == RichText((Span("a ", italic=True), Span("b")))
