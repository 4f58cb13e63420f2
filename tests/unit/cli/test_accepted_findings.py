"""`periksa` on the real workbook, once the office has accepted one of its warnings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cases.revisions import changed
from zi_docs.cli import cli

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"
REASON = "Menunggu jadwal provinsi."


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    accepted = {"kode": "RA-BULAN", "untuk": "RA-060", "alasan": REASON}
    target = tmp_path_factory.mktemp("buku") / "zi-2026.xlsx"
    return changed(SOURCE, target, lambda rows: rows["diterima"].append({**accepted}))


def checked(source: Path, *options: str) -> str:
    return CliRunner().invoke(cli, ["periksa", "--source", str(source), *options]).output


def test_what_is_accepted_is_only_counted(source: Path) -> None:
    assert "[RA-BULAN]" in checked(SOURCE)
    output = checked(source)
    assert "[RA-BULAN]" not in output
    assert "[RA-TARGET]" in output
    assert "1 temuan diterima; lihat `periksa --semua`." in output


def test_it_is_shown_with_its_reason_when_asked_for(source: Path) -> None:
    (line,) = [line for line in checked(source, "--semua").splitlines() if "RA-BULAN" in line]
    assert line.endswith(f"[RA-BULAN] Diterima: {REASON}")
    (accepted,) = json.loads(checked(source, "--json"))["accepted"]
    assert (accepted["code"], accepted["reason"]) == ("RA-BULAN", REASON)
