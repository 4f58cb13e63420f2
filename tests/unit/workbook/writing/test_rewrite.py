"""A workbook rewritten as a new one keeps what stands in it."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from workbook_bench import Bench

from zi_docs.errors import OutputError
from zi_docs.findings import has_errors
from zi_docs.model import Origin
from zi_docs.workbook.reading.load import read_plan, read_tables
from zi_docs.workbook.sheets.text_sheets import starting_texts
from zi_docs.workbook.writing.rewrite import WorkbookRows, rewrite_workbook

SOURCE = Path(__file__).parents[4] / "source/zi-2026.xlsx"


def unplaced(record: Any) -> Any:
    """A record and all in it without their cells."""
    if isinstance(record, tuple):
        return tuple(unplaced(item) for item in record)
    if not is_dataclass(record) or isinstance(record, type):
        return record
    bare = {f.name: unplaced(getattr(record, f.name)) for f in fields(record) if f.init}
    return replace(record, **{k: Origin() if k == "origin" else v for k, v in bare.items()})


def nothing(rows: WorkbookRows) -> None:
    """Change nothing."""


def test_the_real_workbook_comes_back_as_the_same_plan(tmp_path: Path) -> None:
    path = tmp_path / "salinan.xlsx"
    path.write_bytes(rewrite_workbook(SOURCE, nothing))
    (before, _), (after, findings) = read_plan(SOURCE), read_plan(path)
    assert before is not None
    assert after is not None
    assert not has_errors(findings)
    assert unplaced(replace(after, records=before.records)) == unplaced(before)


def test_a_sheet_that_came_since_begins_with_its_starting_rows(tmp_path: Path) -> None:
    """A workbook may be older than the sheet Teks Naskah."""
    old, path = tmp_path / "lama.xlsx", tmp_path / "salinan.xlsx"
    book = openpyxl.load_workbook(SOURCE)
    del book["Teks Naskah"]
    book.save(old)
    assert "teks_naskah" not in read_tables(old).rows
    path.write_bytes(rewrite_workbook(old, nothing))
    texts = [dict(row.values) for row in read_tables(path).rows["teks_naskah"]]
    assert [str(row["isi"]) for row in texts] == [str(row["isi"]) for row in starting_texts()]


def test_notes_tokens_and_emphasis_stay_as_they_stand(tmp_path: Path) -> None:
    path = tmp_path / "salinan.xlsx"
    path.write_bytes(rewrite_workbook(SOURCE, nothing))
    before, after = read_tables(SOURCE), read_tables(path)
    for key, rows in before.rows.items():
        assert [row.values for row in after.rows[key]] == [row.values for row in rows]
    assert after.lists == before.lists
    held = [row.values for row in after.rows["narasi"]]
    assert any("{tahun}" in str(values.get("isi", "")) for values in held)
    assert any("catatan" in values for values in held)


def test_a_change_is_the_only_difference(workbook: Path, tmp_path: Path) -> None:
    def add(rows: WorkbookRows) -> None:
        rows["rapat"].append({"id": "R-02", "acara": "Baru", "tanggal": date(2026, 3, 3)})

    path = tmp_path / "baru.xlsx"
    path.write_bytes(rewrite_workbook(workbook, add))
    (before, _), (after, _) = read_plan(workbook), read_plan(path)
    assert before is not None
    assert after is not None
    assert [meeting.id for meeting in after.meetings] == ["R-01", "R-02"]
    assert unplaced(replace(after, meetings=())) == unplaced(replace(before, meetings=()))


def test_same_workbook_same_bytes(workbook: Path) -> None:
    assert rewrite_workbook(workbook, nothing) == rewrite_workbook(workbook, nothing)


def test_a_workbook_with_an_error_is_not_copied_by_half(bench: Bench) -> None:
    bench.set("Rapat", "C4", "kapan-kapan")
    bench.read()
    with pytest.raises(OutputError, match="tidak dapat disalin dengan utuh"):
        rewrite_workbook(bench.path, nothing)
