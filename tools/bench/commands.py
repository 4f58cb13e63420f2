"""One command, started as a person would start it: its time, its exit code, its memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

from tools.bench.memory import PeakMemory

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "source" / "zi-2026.xlsx"


@dataclass(frozen=True)
class Outcome:
    """What came of a command; `peak` is in MB, None when nobody looked."""

    seconds: float
    code: int
    printed: str = ""
    complaint: str = ""
    peak: float | None = None

    @property
    def note(self) -> str:
        """Empty for a command that ended well, else its exit code and last complaint."""
        return f"exit code {self.code}: {self.complaint}" if self.code else ""


def _surroundings() -> dict[str, str]:
    """The environment, in which Python keeps what it compiled, as it does for people."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(command: Sequence[str | Path], scratch: Path, *, sampled: bool = False) -> Outcome:
    """Run a command in the project's folder until it ends; `sampled`: look at its memory.

    Its temporary files go into a folder below `scratch`, which is removed afterwards.
    """
    place = Path(tempfile.mkdtemp(dir=scratch))
    temporary = place / "tmp"
    temporary.mkdir()
    # Into files: a full pipe would make the command wait for us.
    with (place / "stdout").open("wb") as printed, (place / "stderr").open("wb") as complaint:
        start = time.perf_counter()
        with subprocess.Popen(
            [str(part) for part in command],
            cwd=ROOT,
            env=_surroundings() | {"TMPDIR": str(temporary)},
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=complaint,
        ) as process:
            watched = PeakMemory(process.pid, temporary) if sampled else None
            with watched or nullcontext():
                code = process.wait()
                seconds = time.perf_counter() - start
    complaints = (place / "stderr").read_text(errors="replace").strip().splitlines()
    outcome = Outcome(
        seconds,
        code,
        (place / "stdout").read_text(errors="replace"),
        complaints[-1] if complaints else "",
        watched.megabytes if watched else None,
    )
    shutil.rmtree(place, ignore_errors=True)
    return outcome


def generate(
    arguments: Sequence[str],
    scratch: Path,
    output: Path | None = None,
    *,
    source: Path = SOURCE,
    sampled: bool = False,
) -> Outcome:
    """Run the program's verb with its arguments on a workbook, into a folder of results."""
    place = () if output is None else ("--keluaran", output)
    command = (sys.executable, ROOT / "generate.py", *arguments, "--sumber", source, *place)
    return run((*command, "--json"), scratch, sampled=sampled)


def stamps(folder: Path) -> dict[Path, tuple[int, int]]:
    """What changes in every file below `folder` when it is written again.

    Left out are the manifest, the lock and the cache: no output of the workbook.
    """
    visible = (
        path
        for path in folder.rglob("*")
        if not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and path.name != "manifest.json"
    )
    states = ((path, path.stat()) for path in visible if path.is_file())
    return {path: (state.st_ino, state.st_mtime_ns) for path, state in states}
