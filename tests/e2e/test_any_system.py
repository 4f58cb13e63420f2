"""The program as its user runs it, by what every system has: also on Windows and macOS.

On Linux `test_decree` and `test_as_on_windows` make the same decree again; the two runs here are
left to `make test-lama`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest

from tests.cases.workshops import contents
from tests.e2e.conftest import ROOT, generate, papers

pytestmark = [pytest.mark.libreoffice]


@pytest.mark.skipif(
    sys.platform == "linux" and "ZI_UJI_LAMA" not in os.environ, reason="long: make test-lama"
)
def test_a_decree_is_made_and_made_again_to_the_same_bytes(tmp_path: Path) -> None:
    for name in ("satu", "dua"):
        run = generate("keputusan", "--output", tmp_path / name)
        assert run.returncode == 0, run.stderr
    assert papers(tmp_path / "satu" / "2026") == [
        "bundel/keputusan-renaksi.pdf",
        "keputusan/renaksi-asli.docx",
        "keputusan/renaksi-asli.pdf",
        "keputusan/renaksi-salinan.docx",
        "keputusan/renaksi-salinan.pdf",
    ]
    assert contents(tmp_path / "satu" / "2026") == contents(tmp_path / "dua" / "2026")


def test_a_killed_run_leaves_neither_process_nor_file(tmp_path: Path) -> None:
    place = tmp_path / "sementara"
    place.mkdir()
    surroundings = os.environ | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place))
    command = [sys.executable, "generate.py", "keputusan", "--output", str(tmp_path / "hasil")]
    run = subprocess.Popen(
        command, cwd=ROOT, env=surroundings, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    wait_until(lambda: any(place.glob("zi-docs-*/*/*.docx")), 60)
    assert offices_in(place)
    run.kill()
    run.wait()
    wait_until(lambda: not offices_in(place) and not any(place.iterdir()), 20)
    assert offices_in(place) == []
    assert list(place.iterdir()) == []
    assert list((tmp_path / "hasil").rglob("*.pdf")) == []


def wait_until(done: Callable[[], bool], seconds: float) -> None:
    until = time.monotonic() + seconds
    while not done() and time.monotonic() < until:
        time.sleep(0.05)


def offices_in(place: Path) -> list[str]:
    """The processes that were told to work below a folder."""
    names = []
    for process in psutil.process_iter():
        try:
            if process.environ().get("TMPDIR", "").startswith(f"{place}{os.sep}"):
                names.append(process.name())
        except psutil.Error:
            continue
    return names
