"""Some 2,500 papers in one run: memory stays flat while they are made, and nothing is left.

By the quick fake office; `ZI_RENDAM=asli` has LibreOffice itself make them all (ten minutes).
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.e2e.conftest import running
from tools.bench.memory import family, memory
from tools.bench.memory import running as processes
from tools.bench.workbooks import with_repeated_rows
from tools.resilience.figures import Tally
from tools.resilience.originals import BOOK, SHIPPED, quick_office
from tools.resilience.trials import ROOT
from zi_docs.errors import ExitCode

_MEETINGS_TIMES = 16
# The charts come last; their library takes some 60 MB, once, and what is published some 20.
_MADE_BY = 0.75
_GROWTH = 1.05
_LAST_KILOBYTES = 110_000
_MEGABYTES = 900


@pytest.mark.skipif(not os.environ.get("ZI_UJI_TAHAN"), reason="2,500 papers: make test-tahan")
def test_a_run_of_many_papers_keeps_its_memory_and_leaves_nothing(tmp_path: Path) -> None:
    book = with_repeated_rows(SHIPPED, tmp_path / BOOK, "rapat", _MEETINGS_TIMES)
    scratch = tmp_path / "sementara"
    scratch.mkdir()
    environment = {**os.environ, "TMPDIR": str(scratch)}
    if os.environ.get("ZI_RENDAM") != "asli":
        environment["ZI_SOFFICE"] = str(quick_office(tmp_path / "kantor-palsu"))
    command = [sys.executable, ROOT / "generate.py", "semua", "--sumber", book]
    with (tmp_path / "pesan").open("w") as messages:
        run = subprocess.Popen(
            [*map(str, command), "--keluaran", str(tmp_path / "output")],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=messages,
        )
        own, whole = samples(run, scratch)
    assert run.returncode == ExitCode.BERES, (tmp_path / "pesan").read_text()
    made = len(list((tmp_path / "output").rglob("*.docx")))
    assert made >= 2500
    second, third = quarters(own)
    assert third <= _GROWTH * second, "the program grows with its papers"
    assert max(own) <= third + _LAST_KILOBYTES, "the program grows with its charts"
    peak = max(whole) * 1024 / 1e6
    assert peak <= _MEGABYTES
    until = time.monotonic() + 10
    while running(str(scratch)) and time.monotonic() < until:
        time.sleep(0.2)
    assert running(str(scratch)) == []
    assert list(scratch.iterdir()) == []
    tally = Tally("rendam", "Naskah yang dibuat dalam satu perintah", made, made, 0)
    tally.megabytes = peak
    tally.keep()


def samples(run: subprocess.Popen[bytes], scratch: Path) -> tuple[list[int], list[int]]:
    """kB of the program, and of all its processes together, twice a second until it ends."""
    own, whole = [], []
    while run.poll() is None:
        own.append(memory(run.pid))
        whole.append(sum(map(memory, family(list(processes(scratch)), run.pid))))
        time.sleep(0.5)
    return own, whole


def quarters(values: Sequence[int]) -> tuple[float, float]:
    """The medians of the second and the third quarter of the samples."""
    quarter = int(len(values) * _MADE_BY) // 3
    return (
        statistics.median(values[quarter : 2 * quarter]),
        statistics.median(values[2 * quarter : 3 * quarter]),
    )
