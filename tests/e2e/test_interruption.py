"""A run with the real LibreOffice: it tells how far it is, and when it is ended nothing is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT, running
from zi_docs.build.lock import HOLDER_FILE, lock_folder
from zi_docs.errors import ExitCode
from zi_docs.pdf.office_pipe import pipe_of

pytestmark = [pytest.mark.libreoffice]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_an_ended_run_leaves_no_process_profile_pipe_or_temporary_file(
    name: str, tmp_path: Path
) -> None:
    """Ended while it converts; after SIGKILL what is left goes within five seconds."""
    run = subprocess.Popen(
        [sys.executable, "generate.py", "keputusan", "--kemajuan", "--output", tmp_path / "hasil"],
        cwd=ROOT,
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    until = time.monotonic() + 60
    while not list(tmp_path.glob("zi-docs-*/*/*.docx")) and time.monotonic() < until:
        time.sleep(0.02)
    assert running(f"{tmp_path}/zi-docs-")
    pipes = [pipe_of(path.as_uri()) for path in tmp_path.glob("zi-docs-*/*/profile")]
    assert any(pipe.exists() for pipe in pipes)
    run.send_signal(signal.Signals[name])
    _, message = run.communicate(timeout=30)
    if name != "SIGKILL":
        assert run.returncode == ExitCode.DIHENTIKAN
        assert "Dihentikan" in message
    until = time.monotonic() + (5 if name == "SIGKILL" else 0)
    while _left(tmp_path, pipes) and time.monotonic() < until:
        time.sleep(0.1)
    assert _left(tmp_path, pipes) == []
    year = tmp_path / "hasil" / "2026"
    assert [path.name for path in year.rglob("*") if path.name != HOLDER_FILE] == [".kunci"]
    with lock_folder(year):
        "Nobody holds it."


def test_progress_moves_while_one_paper_is_converted(tmp_path: Path) -> None:
    """The decree takes LibreOffice some seconds, in which no paper is begun or ended."""
    command = [sys.executable, "generate.py", "keputusan", "--kemajuan", "--output", tmp_path]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert result.returncode == ExitCode.BERES
    lines = [json.loads(line)["progress"] for line in result.stderr.splitlines() if line[0] == "{"]
    assert list(dict.fromkeys(line["label"] for line in lines)) == [
        "Membaca buku kerja",
        "Memeriksa yang berubah",
        "Menyusun naskah",
        "Menyimpan hasil",
    ]
    waiting = [line for line in lines if line["paper"] == "keputusan/renaksi-asli"]
    assert len({line["seconds"] for line in waiting}) > 1
    assert (lines[-1]["done"], lines[-1]["seconds_left"]) == (lines[-1]["total"], 0)


def _left(folder: Path, pipes: Iterable[Path]) -> list[str]:
    left = [*folder.glob("zi-docs-*"), *(pipe for pipe in pipes if pipe.exists())]
    return [*map(str, left), *running(f"{folder}/zi-docs-")]
