"""What a year leaves to the next, row by row."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cases import plans
from zi_docs.next_year.carried_rows import Carried, empty_the_year, take_decreed
from zi_docs.revision.states import State
from zi_docs.workbook.sheets import SHEETS
from zi_docs.workbook.writing.rewrite import WorkbookRows


def rows_with(**rows: list[dict[str, object]]) -> WorkbookRows:
    empty: WorkbookRows = {sheet.key: [] for sheet in SHEETS}
    return empty | {"instansi": [{"tahun": 2026, "wilayah": "Contoh"}]} | rows  # type: ignore[return-value]


def test_a_decree_keeps_all_but_number_date_and_place() -> None:
    decree = {"id": "renaksi", "judul": "Aksi {tahun}", "nomor": "10", "tanggal": date(2026, 1, 22)}
    rows = rows_with(keputusan=[decree | {"tempat": "Jambi"}])
    empty_the_year(rows, 2027)
    assert rows["keputusan"] == [{"id": "renaksi", "judul": "Aksi {tahun}"}]
    assert rows["instansi"] == [{"tahun": 2027, "wilayah": "Contoh"}]


@pytest.mark.parametrize("key", ["rapat", "nomor", "realisasi", "revisi"])
def test_what_happened_in_the_year_stays_there(key: str) -> None:
    rows = rows_with(**{key: [{"catatan": "tahun ini"}]})
    empty_the_year(rows, 2027)
    assert rows[key] == []


@pytest.mark.parametrize(
    "key", ["pejabat", "peraturan", "konsiderans", "narasi", "rencana_aksi", "tim", "peserta",
            "pola_nomor", "referensi"],
)  # fmt: skip
def test_all_else_is_carried(key: str) -> None:
    row = {"id": "X", "nomor": "25", "tahun": 2009, "bulan_3": True, "catatan": "tetap"}
    rows = rows_with(**{key: [row]})
    empty_the_year(rows, 2027)
    assert rows[key] == [row]


def test_the_rows_of_a_decreed_state_take_the_place_of_the_workbooks() -> None:
    """Those of other decrees and the office's notes stay; what is equal is not told."""
    decree = plans.decree()
    now = rows_with(
        rencana_aksi=[{"id": "RA-001", "target": "90%", "catatan": "Milik pokja."}, {"id": "RA-9"}],
        narasi=[
            {"keputusan": "lain", "isi": "satu"},
            {"keputusan": "renaksi", "isi": "baru"},
            {"keputusan": "lain", "isi": "dua"},
        ],
    )
    decreed = rows_with(
        rencana_aksi=[{"id": "RA-001", "target": "100%"}, {"id": "RA-010"}],
        narasi=[{"keputusan": "RENAKSI", "isi": "lama"}, {"keputusan": "lain", "isi": "x"}],
    )
    carried = [Carried(State(decree), decreed)]
    assert take_decreed(now, carried) == [State(decree)]
    assert now["rencana_aksi"] == [
        {"id": "RA-001", "target": "100%", "catatan": "Milik pokja."},
        {"id": "RA-010"},
    ]
    assert [row["isi"] for row in now["narasi"]] == ["satu", "lama", "dua"]
    assert take_decreed(now, carried) == []
