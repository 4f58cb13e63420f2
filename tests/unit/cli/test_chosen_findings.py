"""`periksa` on the real workbook: a part of its findings on demand, and its files."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result

from tests.cases.edited import edited
from zi_docs.cli import cli
from zi_docs.errors import ExitCode, OutputError

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A meeting on a day that no calendar has; RA-005 has no target, RA-060 no month."""
    target = tmp_path_factory.mktemp("buku") / "zi-2026.xlsx"
    return edited(SOURCE, target, cells={("Rapat", "R-01", "Tanggal"): "31 Februari 2026"})


def checked(source: Path, *options: str | Path) -> Result:
    return CliRunner().invoke(cli, ["periksa", "--source", str(source), *map(str, options)])


def test_the_worst_sheet_stands_first_under_its_counts(source: Path) -> None:
    lines = checked(source).output.splitlines()
    heads = [line for line in lines if line.startswith(str(source)) and line[-1] != "]"]
    assert heads[0] == f"{source} › Rapat: 1 kesalahan"
    assert lines[lines.index(heads[0]) + 1].endswith("[WB-TANGGAL]")
    assert any(head.startswith(f"{source} › Rencana Aksi: ") for head in heads)


def test_one_family_or_one_sheet_and_what_it_leaves_out(source: Path) -> None:
    result = checked(source, "--kode", "ra-target")
    assert result.exit_code == ExitCode.TEMUAN
    assert "[RA-TARGET]" in result.output
    assert "WB-TANGGAL" not in result.output
    assert "Tidak ditampilkan: 1 kesalahan, " in result.output
    assert "[RA-TARGET]" in checked(source, "--kode", "RA").output
    codes = [
        finding["code"]
        for finding in json.loads(checked(source, "--lembar", "rapat", "--json").stdout)["findings"]
    ]
    assert "WB-TANGGAL" in codes
    assert "RA-TARGET" not in codes
    assert "Tidak ada temuan yang demikian." in checked(source, "--kode", "JDIH").output


def test_a_copy_is_written_once_and_a_log_anew(source: Path, tmp_path: Path) -> None:
    copy, log = tmp_path / "tanda.xlsx", tmp_path / "temuan.sarif"
    result = checked(source, "--salinan", copy, "--sarif", log)
    assert result.stdout.splitlines() == [str(copy), str(log)]
    # C4 is the day of R-01.
    assert "[WB-TANGGAL]" in openpyxl.load_workbook(copy)["Rapat"]["C4"].comment.text
    first = log.read_bytes()
    assert any(r["ruleId"] == "WB-TANGGAL" for r in json.loads(first)["runs"][0]["results"])
    assert checked(source, "--sarif", log).exit_code == ExitCode.TEMUAN
    assert log.read_bytes() == first
    assert isinstance(checked(source, "--salinan", copy).exception, OutputError)
    log.write_text("milik orang lain", encoding="utf-8")
    assert isinstance(checked(source, "--sarif", log).exception, OutputError)
    assert log.read_text(encoding="utf-8") == "milik orang lain"
