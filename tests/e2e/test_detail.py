"""How much a verb says: `-q` only errors, `-v` everything; and colours only where wanted."""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases.edited import edited
from tests.cases.terminal import printed
from tests.e2e.conftest import ROOT, SOURCE, without_office
from tests.e2e.conftest import generate_here as generate

_COLOUR = re.compile(r"\x1b\[(?:\d+;)*(?:3\d|9\d)(?:;\d+)*m")


@pytest.fixture(scope="module")
def faulty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workbook in which two rows have one ID; it has many warnings, too."""
    path = tmp_path_factory.mktemp("kantor") / SOURCE.name
    return edited(SOURCE, path, cells={("Rencana Aksi", "RA-007", "ID"): "RA-006"})


def test_quiet_tells_errors_alone(faulty: Path) -> None:
    told = generate("periksa", "-q", "--sumber", faulty).stderr.splitlines()
    assert len(told) == 1
    assert "kesalahan" in told[0] and "RA-006" in told[0]
    assert generate("periksa", "--senyap").stderr == ""


def test_quiet_still_prints_the_result() -> None:
    result = generate("lke", "-q")
    assert result.stderr == ""
    assert result.stdout == generate("lke").stdout


def test_verbose_tells_each_finding_on_a_line_of_its_own() -> None:
    """What `periksa` joins in one line, and other verbs leave out, is told singly."""
    told = generate("status", "-v").stderr.splitlines()
    assert told[:-1] == [line for line in told if line.endswith("]")]
    assert len(told) > 400
    assert told[-1].startswith("157 peringatan, 333 saran")


def test_verbose_tells_why_each_paper_was_made(tmp_path: Path) -> None:
    told = without_office("keputusan", "-v", "--keluaran", tmp_path).stderr.splitlines()
    reasons = [line for line in told if line.startswith("dibuat  ")]
    assert [reason.split()[1] for reason in reasons] == [
        "keputusan/renaksi-paraf:",
        "keputusan/renaksi-asli:",
        "keputusan/renaksi-salinan:",
    ]
    again = without_office("keputusan", "-q", "--keluaran", tmp_path).stderr
    assert "dibuat" not in again
    assert again.startswith("ZI_SOFFICE menunjuk")


def on_terminal(*arguments: object, **environment: str) -> str:
    """What the program prints and shows on a terminal."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "generate.py", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, "TERM": "xterm-256color", **environment},
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    return printed(process, ours)


@pytest.mark.libreoffice
def test_colours_stay_away_where_they_are_not_wanted(tmp_path: Path) -> None:
    """While papers are made a bar is shown, in colours unless NO_COLOR forbids them."""
    verb = ("undangan", "R-01", "--keluaran")
    assert _COLOUR.search(on_terminal(*verb, tmp_path / "berwarna", NO_COLOR=""))
    plain = on_terminal(*verb, tmp_path / "polos", NO_COLOR="1")
    assert "undangan" in plain
    assert not _COLOUR.search(plain)
