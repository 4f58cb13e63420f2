"""The program as its user runs it, on the real workbook, once for all these tests."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import chdir, nullcontext, redirect_stderr, redirect_stdout, suppress
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import psutil
import pytest

from tests.cases.workshops import staying_office
from zi_docs import cli
from zi_docs.pdf import libreoffice

# Every command is a Python of its own, which need not compile the package anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "source" / "zi-2026.xlsx"

RECORDS = ("manifest.json", "register.json", ".kunci")

Generate = Callable[..., subprocess.CompletedProcess[str]]


def generate(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `python generate.py ...` from the project's folder."""
    return subprocess.run(
        [sys.executable, "generate.py", *map(str, arguments)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def generate_here(*arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """The same in this process: for tests of what commands say and leave, not of how one runs.

    LibreOffice, where no other program is asked for, stays ready for the next command.
    """
    printed, complaint = StringIO(), StringIO()
    command = ["generate.py", *map(str, arguments)]
    staying = patch.object(libreoffice, "Converter", lambda program: staying_office())
    with (
        nullcontext() if "ZI_SOFFICE" in environment else staying,
        chdir(ROOT),
        patch.dict(os.environ, environment),
        patch.object(sys, "argv", command),
        redirect_stdout(printed),
        redirect_stderr(complaint),
    ):
        code = cli.run_verb()
    return subprocess.CompletedProcess(command, code, printed.getvalue(), complaint.getvalue())


def without_office(*arguments: object) -> subprocess.CompletedProcess[str]:
    """The same on a machine without LibreOffice."""
    return generate_here(*arguments, ZI_SOFFICE="/tidak/ada/soffice")


def running(words: str) -> list[str]:
    """The command lines with these words of all processes; one that has ended has none."""
    lines = []
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            lines.append(" ".join(process.cmdline()))
    return [line for line in lines if words in line]


def papers(folder: Path) -> list[str]:
    """The names of what was made for people, without the program's own records of it."""
    found = (path.relative_to(folder) for path in folder.rglob("*") if path.is_file())
    return sorted(
        str(path)
        for path in found
        if path.name not in RECORDS and not path.parts[0].startswith(".")
    )


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the year after `generate.py keputusan`."""
    output = tmp_path_factory.mktemp("output")
    result = generate_here("keputusan", "--output", output)
    assert result.returncode == 0, result.stderr
    return output / "2026"
