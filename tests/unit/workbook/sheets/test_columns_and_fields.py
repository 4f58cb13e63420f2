"""Every column fills a field of its record, and every field has its column: no name in between."""

from __future__ import annotations

from dataclasses import MISSING, dataclass, fields, replace
from enum import Enum
from typing import Any

import pytest

from zi_docs.model import (
    Acceptance,
    Activity,
    Consideration,
    Decree,
    GivenNumber,
    Meeting,
    NumberPattern,
    Office,
    Official,
    Participant,
    Passage,
    Realisation,
    RecordedFollowUp,
    Regulation,
    ReportText,
    Revision,
    TeamSeat,
)
from zi_docs.text import RichText
from zi_docs.workbook.reading.cells import typed_value
from zi_docs.workbook.reading.xlsx import RawCell
from zi_docs.workbook.sheets import BY_KEY, SHEETS
from zi_docs.workbook.sheets.meeting_sheets import PESERTA
from zi_docs.workbook.sheets.plan_sheets import RENCANA_AKSI
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

RECORDS: dict[str, type[Any]] = {
    "instansi": Office,
    "tata_letak": Office,
    "pejabat": Official,
    "peraturan": Regulation,
    "keputusan": Decree,
    "konsiderans": Consideration,
    "narasi": Passage,
    "rencana_aksi": Activity,
    "tim": TeamSeat,
    "rapat": Meeting,
    "peserta": Participant,
    "pola_nomor": NumberPattern,
    "nomor": GivenNumber,
    "realisasi": Realisation,
    "tindak_lanjut": RecordedFollowUp,
    "revisi": Revision,
    "laporan": ReportText,
    "diterima": Acceptance,
    **{sheet.key: sheet.record for sheet in SHEETS if sheet.record is not None},
}

# Fields that no column of the record's own sheet fills.
FROM_ELSEWHERE: dict[type[Any], set[str]] = {
    # The picture in the file that `logo` names, the words that `kata_instansi` names.
    Office: {"lambang", "agency"},
    # The sheets Konsiderans and Narasi; the title of the decree that an amendment changes.
    Decree: {"considerations", "narrative", "judul_lampiran"},
    # The files in the folder of the meeting.
    Meeting: {"photos"},
    # A line of a meeting's minutes.
    RecordedFollowUp: {"rapat"},
    # The file beside the workbook.
    Acceptance: {"temuan"},
}


# The name of the agency whose words the program knows stands in its data.
DEFAULT_FROM_DATA = {"kata_instansi"}


def strays(sheet: Sheet, record: type[Any]) -> tuple[set[str], set[str]]:
    """The columns that fill no field of the record, and the fields that no column fills."""
    filled = {column.fills: column.key for column in sheet.columns if column.in_record}
    named = {field.name for field in fields(record)} - {"origin"}
    columns = {key for name, key in filled.items() if name not in named}
    return columns, named - filled.keys() - FROM_ELSEWHERE.get(record, set())


def test_every_sheet_of_records_is_compared_with_its_record() -> None:
    rows = [sheet.key for sheet in SHEETS if sheet.layout in (Layout.TABLE, Layout.PAIRS)]
    assert sorted(rows) == sorted(RECORDS)


@pytest.mark.parametrize("key", RECORDS)
def test_each_column_fills_a_field_and_each_field_has_a_column(key: str) -> None:
    columns, unfilled = strays(BY_KEY[key], RECORDS[key])
    assert columns == set(), f"columns of {key} without a field"
    sheets = [sheet for sheet in SHEETS if RECORDS.get(sheet.key) is RECORDS[key]]
    also = {column.fills for sheet in sheets for column in sheet.columns}
    assert unfilled - also == set(), f"fields of {RECORDS[key].__name__} without a column"


def test_a_column_added_without_a_field_is_a_stray() -> None:
    colour = Column("warna", "Warna", Kind.TEXT, "Warna kursi.")
    assert strays(replace(PESERTA, columns=(*PESERTA.columns, colour)), Participant) == (
        {"warna"},
        set(),
    )


def test_a_field_added_without_a_column_is_a_stray() -> None:
    @dataclass(frozen=True)
    class Seated(Participant):
        kursi: int = 0

    assert strays(PESERTA, Seated) == (set(), {"kursi"})


@pytest.mark.parametrize(
    ("key", "kept_out"),
    [("konsiderans", ["keputusan", "catatan"]), ("narasi", ["keputusan", "catatan"]),
     ("tim", ["catatan"]), ("pejabat", ["catatan"]), ("instansi", [])],
)  # fmt: skip
def test_notes_and_the_decree_of_an_item_are_not_kept(key: str, kept_out: list[str]) -> None:
    assert [column.key for column in BY_KEY[key].columns if not column.in_record] == kept_out


def test_the_twelve_months_fill_one_field_under_one_label() -> None:
    months = RENCANA_AKSI.filling("bulan")
    assert [column.key for column in months] == [f"bulan_{month}" for month in range(1, 13)]
    assert {column.label for column in months} == {"Pelaksanaan"}


def with_defaults() -> list[tuple[type[Any], Column]]:
    return [
        (RECORDS[key], column)
        for key in RECORDS
        for column in BY_KEY[key].columns
        if column.in_record and column.default and column.key not in DEFAULT_FROM_DATA
    ]


@pytest.mark.parametrize(("record", "column"), with_defaults())
def test_an_empty_cell_is_read_as_the_default_of_its_field(
    record: type[Any], column: Column
) -> None:
    """`10` in the sheet's help is the 10 of the record, and no text."""
    (default,) = (field.default for field in fields(record) if field.name == column.fills)
    assert default is not MISSING
    read = typed_value(RawCell("", RichText.of(column.default)), column, column.choices)
    assert read == (default.value if isinstance(default, Enum) else default)


@pytest.mark.parametrize("key", RECORDS)
def test_a_default_that_says_something_is_shown_in_the_sheet(key: str) -> None:
    """Whoever fills in the workbook reads there what an empty cell means."""
    silent = ("", None, (), frozenset(), RichText(), MISSING)
    meaning = {
        field.name
        for field in fields(RECORDS[key])
        if field.default not in silent and field.name != "origin"
    }
    sheets = [sheet for sheet in SHEETS if RECORDS.get(sheet.key) is RECORDS[key]]
    shown = {c.fills for sheet in sheets for c in sheet.columns if c.in_record and c.default}
    # A mark that is not there says so.
    marks = {c.fills for sheet in sheets for c in sheet.columns if c.kind is Kind.MARK}
    assert shown - DEFAULT_FROM_DATA == meaning - marks
