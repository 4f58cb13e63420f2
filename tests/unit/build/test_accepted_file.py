"""The file of accepted findings: what it says, and what happens when it is damaged."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from zi_docs.build.accepted_file import accepted_bytes, accepted_file, read_accepted
from zi_docs.build.unchanged import Sources
from zi_docs.model import Acceptance, Origin

ENTRY = Acceptance(
    "RA-BULAN", "RA-060", "Menunggu provinsi.", "Ketua tim", date(2026, 1, 22), "Tanpa √."
)
TEXT = """\
{
  "version": 1,
  "accepted": [
    {
      "code": "RA-BULAN",
      "about": "RA-060",
      "message": "Tanpa √.",
      "reason": "Menunggu provinsi.",
      "by": "Ketua tim",
      "date": "2026-01-22"
    }
  ]
}
"""


@pytest.fixture
def workbook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("source/zi-2026.xlsx")


def put(workbook: Path, text: str) -> Path:
    path = accepted_file(workbook)
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_it_stands_beside_the_workbook_and_can_be_read_by_people(workbook: Path) -> None:
    assert accepted_file(workbook) == Path("source/zi-2026.diterima.json")
    assert accepted_bytes([ENTRY]).decode() == TEXT


def test_what_was_written_is_read(workbook: Path) -> None:
    assert read_accepted(workbook) == ((), [])
    path = put(workbook, TEXT)
    origin = Origin(path.as_posix(), row=1)
    assert read_accepted(workbook) == ((replace(ENTRY, origin=origin),), [])


@pytest.mark.parametrize(
    "text",
    [
        "",
        TEXT[:90],
        "[]",
        '{"version": 2, "accepted": []}',
        TEXT.replace('"RA-BULAN"', "7"),
        TEXT.replace("RA-BULAN", ""),
        TEXT.replace("Tanpa √.", ""),
        TEXT.replace("2026-01-22", "kemarin"),
        '{"version": 1, "accepted": {"code": "RA-BULAN"}}',
    ],
)
def test_a_damaged_one_accepts_nothing_and_says_so(workbook: Path, text: str) -> None:
    put(workbook, text)
    entries, (told,) = read_accepted(workbook)
    assert entries == ()
    assert str(told) == (
        "source/zi-2026.diterima.json: peringatan: Berkas temuan yang diterima ini rusak atau "
        "tidak dapat dibaca, sehingga temuan yang dicatatnya disebut kembali. Pulihkan dari "
        "cadangannya; bila tidak ada, hapuslah berkas ini lalu terima kembali temuannya. "
        "[TERIMA-BERKAS]"
    )


def test_a_year_is_looked_at_again_once_something_was_accepted(workbook: Path) -> None:
    sources = Sources(workbook, Path("templat"), "LibreOffice")
    before = sources.key(())
    put(workbook, TEXT)
    assert sources.key(()) != before
