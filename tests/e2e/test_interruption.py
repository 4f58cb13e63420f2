"""A run with the real LibreOffice that is ended: nothing of it is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.e2e.conftest import ROOT, running
from zi_docs.errors import ExitCode
from zi_docs.pdf.office_pipe import pipe_of

pytestmark = [pytest.mark.libreoffice]


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"])
def test_an_ended_run_leaves_no_process_profile_pipe_or_temporary_file(
    name: str, tmp_path: Path
) -> None:
    """Ended while it converts; after SIGKILL what is left goes within five seconds."""
    run = subprocess.Popen(
        [sys.executable, "generate.py", "keputusan", "--output", tmp_path / "hasil"],
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
    assert list((tmp_path / "hasil").rglob("*.pdf")) == []


def _left(folder: Path, pipes: Iterable[Path]) -> list[str]:
    left = [*folder.glob("zi-docs-*"), *(pipe for pipe in pipes if pipe.exists())]
    return [*map(str, left), *running(f"{folder}/zi-docs-")]
