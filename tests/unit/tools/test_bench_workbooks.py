"""The workbooks that the bench measures with: sound copies, in which only that is different."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tools.bench.workbooks import with_cell, with_repeated_rows, with_row
from zi_docs.checks import check
from zi_docs.findings import has_errors
from zi_docs.model import Plan
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"


def sound_plan(path: Path) -> Plan:
    """The plan of a workbook in which nothing forbids papers."""
    plan, findings = read_plan(path)
    assert plan is not None
    assert not has_errors([*findings, *check(plan)])
    return plan


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    """A copy of the real workbook; a plan names its file, so that changes are saved in place."""
    return Path(shutil.copy(SOURCE, tmp_path))


def test_one_cell_changed(workbook: Path) -> None:
    before = sound_plan(workbook)
    after = sound_plan(with_cell(workbook, workbook, ("rapat", "R-02", "acara"), "Acara lain"))
    changed = [now for was, now in zip(before.meetings, after.meetings, strict=True) if was != now]
    assert [(meeting.id, str(meeting.acara)) for meeting in changed] == [("R-02", "Acara lain")]
    assert after == replace(before, meetings=after.meetings)


def test_a_cell_that_is_not_there(tmp_path: Path) -> None:
    copy = tmp_path / "new" / "zi.xlsx"
    with pytest.raises(ValueError, match="Rapat has no row R-999"):
        with_cell(SOURCE, copy, ("rapat", "R-999", "acara"), "Acara lain")
    assert not copy.exists()


def test_one_realisation_entered(workbook: Path) -> None:
    before = sound_plan(workbook)
    values: dict[str, str | int] = {"baris": "RA-001", "bulan": 1, "persen": 100}
    after = sound_plan(with_row(workbook, workbook, "realisasi", values))
    assert before.realisations == ()
    assert [(r.baris, r.bulan, r.persen) for r in after.realisations] == [("RA-001", 1, 100)]
    assert after == replace(before, realisations=after.realisations)


def test_a_plan_grown_threefold(workbook: Path) -> None:
    before = sound_plan(workbook)
    grown = with_repeated_rows(SOURCE, workbook.with_name("new") / "zi.xlsx", "rencana_aksi", 3)
    after = sound_plan(grown)
    assert [row.id for row in after.activities][:4] == ["RA-001", "RA-001-2", "RA-001-3", "RA-002"]
    assert [row.langkah_aksi for row in after.activities] == [
        row.langkah_aksi for row in before.activities for _ in range(3)
    ]
    assert [row.bulan for row in after.activities][::3] == [row.bulan for row in before.activities]
