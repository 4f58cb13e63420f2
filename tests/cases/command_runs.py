"""The command line at work in a folder of an office, and what it leaves there."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from tests.cases.workshops import contents
from tools.resilience.figures import Tally
from tools.resilience.originals import BOOK
from tools.resilience.trials import ROOT
from zi_docs.errors import ExitCode

WHOLE = bool(os.environ.get("ZI_UJI_TAHAN"))
OUTPUT_FOLDER = "output"
VERB = ("undangan", "R-01")
COMMAND = [sys.executable, str(ROOT / "generate.py"), *VERB]


def an_office(folder: Path, book: Path) -> Path:
    """A folder with this workbook and nothing else."""
    (folder / BOOK).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(book, folder / BOOK)
    return folder


def a_copy(made: Path, folder: Path) -> Path:
    """A copy of an office's folder with all that was made there."""
    shutil.copytree(made, folder, symlinks=True)
    return folder


def surroundings(office: Path, **changes: str | None) -> dict[str, str]:
    """The environment with some variables changed, or taken away where they are None."""
    changed = {**os.environ, "ZI_SOFFICE": str(office), **changes}
    return {name: value for name, value in changed.items() if value is not None}


def ran(
    folder: Path,
    office: Path,
    *more: str,
    before: Sequence[str] = (),
    **changes: str | None,
) -> subprocess.CompletedProcess[str]:
    """Run the verb in a folder; `before` are the words of a program that starts it."""
    return subprocess.run(
        [*before, *COMMAND, *more],
        cwd=folder,
        env=surroundings(office, **changes),
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=300,
    )


def papers(folder: Path) -> dict[str, bytes]:
    """What was made in an office's folder, by name."""
    return contents(folder / OUTPUT_FOLDER / "2026")


def says_why(result: subprocess.CompletedProcess[str]) -> None:
    """Its exit code is one of the documented, and it says why it is not 0."""
    assert "Traceback" not in result.stderr
    assert result.returncode in list(ExitCode)
    assert result.returncode == ExitCode.BERES or result.stderr.strip()


def keep(key: str, title: str, codes: Sequence[int]) -> None:
    """Keep the figures of a whole run."""
    if WHOLE:
        tally = Tally(key, title)
        for code in codes:
            tally.count(code)
        tally.keep()
