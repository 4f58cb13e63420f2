"""Standard output and error that are full or closed: no traceback, and the work is done."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest

from tests.e2e.conftest import ROOT
from zi_docs.errors import ExitCode


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """`generate.py ...` as a line of a shell, with its exit code."""
    line = f"set -o pipefail; {sys.executable} generate.py {command}"
    return subprocess.run(
        ["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("verb", ["nomor --json", "--help"])
def test_a_full_output_is_told(verb: str) -> None:
    result = shell(f"{verb} >/dev/full")
    assert result.returncode == ExitCode.KELUARAN_GAGAL
    last = result.stderr.splitlines()[-1]
    assert last.startswith(
        "Gagal: Keluaran perintah ini tidak dapat ditulis: ruang penyimpanan penuh"
    )
    assert "Traceback" not in result.stderr
    assert "Exception ignored" not in result.stderr


def test_what_went_wrong_before_is_graver(tmp_path: object) -> None:
    result = shell(f"nomor --source {tmp_path}/tiada.xlsx --json >/dev/full")
    assert result.returncode == ExitCode.TEMUAN


@pytest.mark.parametrize("streams", ["2>/dev/full", ">&- 2>&-", "| true"])
def test_a_stream_that_nobody_reads_changes_nothing(streams: str) -> None:
    result = shell(f"nomor {streams}")
    assert result.returncode == ExitCode.BERES
    assert "Traceback" not in result.stderr


def test_a_reader_gets_all_that_is_written() -> None:
    result = shell("nomor --json | cat")
    assert json.loads(result.stdout)["exit"] == ExitCode.BERES


def test_a_name_that_is_no_text_is_written_as_its_code() -> None:
    """`masukkan` tells what it was given; a name on disk may hold any bytes."""
    told = shell("masukkan $'tidak-ada\\xff.xlsx' --json")
    assert told.returncode in (1, 7), told.stderr
    assert "tidak-ada" in json.loads(told.stdout)["findings"][0]["place"]["file"]
