"""What the bench measures with: commands, their memory, the shares of LibreOffice."""

from __future__ import annotations

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from tools.bench.__main__ import options
from tools.bench.commands import run, stamps
from tools.bench.figures import Figure
from tools.bench.growth import chart
from tools.bench.laboratory import Laboratory, measured
from tools.bench.memory import Process, family
from tools.bench.offices import batches, sample


def test_the_family_of_a_process() -> None:
    processes = [
        Process(1, 0),
        Process(10, 1),  # the command
        Process(11, 10),
        Process(12, 11),
        Process(20, 1, marked=True),  # an office whose parent ended
        Process(21, 20),
        Process(30, 1),  # somebody else's
    ]
    assert family(processes, 10) == {10, 11, 12, 20, 21}


_BIG = "import time; block = b'x' * 90_000_000; time.sleep(1)"
# A process in a session of its own, which nothing but its TMPDIR ties to the command: the shell
# that started it has ended.
_APART = f"""
import os, subprocess, sys, time
os.environ["BIG"] = {_BIG!r}
os.environ["PYTHON"] = sys.executable
subprocess.run(["sh", "-c", 'setsid env -i TMPDIR="$TMPDIR" "$PYTHON" -c "$BIG" &'])
time.sleep(1)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="/proc is Linux")
def test_memory_of_a_process_apart_is_counted(tmp_path: Path) -> None:
    outcome = run((sys.executable, "-c", _APART), tmp_path, sampled=True)
    assert outcome.code == 0, outcome.complaint
    assert outcome.peak is not None
    assert 90 < outcome.peak < 200
    assert list(tmp_path.iterdir()) == []


def test_a_command_that_fails_is_noted(tmp_path: Path) -> None:
    code = "import sys; print('{}'); print('Gagal', file=sys.stderr); sys.exit(3)"
    outcome = run((sys.executable, "-c", code), tmp_path)
    assert (outcome.printed, outcome.note) == ("{}\n", "exit code 3: Gagal")
    assert outcome.peak is None


def test_outputs_written_again(tmp_path: Path) -> None:
    for name in ("same.pdf", "again.pdf", "manifest.json", ".tembolok/kept"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("old")
    before = stamps(tmp_path)
    for name in ("again.pdf", "new.pdf", "manifest.json", ".tembolok/kept"):
        other = tmp_path / "other"
        other.write_text("old")
        other.rename(tmp_path / name)
    written = dict(stamps(tmp_path).items() - before.items())
    assert {path.name for path in written} == {"again.pdf", "new.pdf"}


@pytest.fixture
def documents(tmp_path: Path) -> list[Path]:
    """450 documents, each a byte larger than the one before."""
    paths = [tmp_path / f"{number:03}.docx" for number in range(450)]
    for size, path in enumerate(paths):
        path.write_bytes(b"x" * size)
    return paths


def test_no_command_line_is_too_long(documents: list[Path]) -> None:
    shares = batches(documents, 2)
    assert [[len(batch) for batch in share] for share in shares] == [[200, 25], [200, 25]]
    dealt = sorted(path for share in shares for batch in share for path in batch)
    assert dealt == documents


def test_a_sample_of_all_sizes(documents: list[Path]) -> None:
    assert [path.stem for path in sample(documents, 3)] == ["075", "225", "375"]


def test_a_row_that_cannot_be_measured_keeps_the_others(tmp_path: Path) -> None:
    def row(lab: Laboratory) -> Iterator[Figure]:
        yield Figure("first", "s", (1.0,))
        raise TimeoutError("unoserver does not answer")

    assert measured("floor", row, Laboratory(tmp_path)) == [
        Figure("first", "s", (1.0,)),
        Figure("floor", "", (), "failed: unoserver does not answer"),
    ]


def test_the_chart_shows_its_points() -> None:
    seconds, megabytes = [(68, 10.0), (680, 50.0)], [(68, 300.0), (680, 400.0)]
    content = chart(seconds, megabytes)
    with Image.open(io.BytesIO(content)) as picture:
        assert (picture.format, picture.size) == ("PNG", (1080, 480))
    assert chart(seconds, megabytes) == content
    assert chart(seconds, megabytes[:1]) != content
    assert chart([], []) != content


def test_only_some_rows_are_asked_for() -> None:
    asked = options(["--hanya", "periksa", "reading", "--ulang", "1"])
    assert (asked.hanya, asked.ulang, asked.besar) == (["periksa", "reading"], 1, False)
    with pytest.raises(SystemExit):
        options(["--hanya", "tiada"])
