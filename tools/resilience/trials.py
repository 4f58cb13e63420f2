"""A verb of the program meets a folder with something odd in it, in a process of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
FAKES = ROOT / "tests" / "fakes"
OUTPUT = "hasil"
SIGNED = "ditandatangani"
_TEMPORARY, _HOME = "sementara", "rumah"


@dataclass(frozen=True)
class Trial:
    """A command in a folder, which holds what it reads and gets what it writes.

    `laid_in` are the folders below that a verb may write beside the output: `masukkan` lays files
    beside the workbook.
    """

    folder: Path
    arguments: tuple[str, ...]
    laid_in: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """What came of a trial: exit code (negative: the signal that ended it), what was said, how
    long the processor worked, the peak of memory, what was written elsewhere or changed.
    """

    code: int
    stdout: str
    stderr: str
    seconds: float
    megabytes: float
    strays: tuple[str, ...]


Runner = Callable[[Trial], Result]


@contextmanager
def trial_server(office: Path) -> Iterator[Runner]:
    """Runs trials in forks of one Python that has the program loaded; `office` makes the PDFs."""
    with subprocess.Popen(
        [sys.executable, "-m", "tools.resilience.trial_server"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "default"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield lambda trial: _forked(process, trial, office)
        process.communicate()


def _forked(process: subprocess.Popen[str], trial: Trial, office: Path) -> Result:
    notes = _notes_folder(trial)
    before = _files(trial)
    request = {
        "folder": str(trial.folder),
        "arguments": list(trial.arguments),
        "environment": environment(trial, office),
        "streams": [str(notes / "stdout"), str(notes / "stderr")],
        "strays": str(notes / "strays"),
        "writable": [
            *(str(trial.folder / name) for name in _writable(trial)),
            str(_fonts_folder(trial)),
        ],
    }
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("a server without streams")
    process.stdin.write(json.dumps(request) + "\n")
    process.stdin.flush()
    answer = json.loads(process.stdout.readline())
    stdout, stderr = ((notes / name).read_text(errors="replace") for name in ("stdout", "stderr"))
    strays = (notes / "strays").read_text().splitlines() if (notes / "strays").exists() else []
    return Result(
        answer["code"],
        stdout,
        stderr,
        answer["seconds"],
        answer["megabytes"],
        (*strays, *_changes(before, _files(trial)), *_left(trial)),
    )


def run_program(trial: Trial, office: Path, **more: str) -> Result:
    """The same by the real command line, in a Python of its own."""
    _notes_folder(trial)
    before = _files(trial)
    done = subprocess.run(
        [sys.executable, str(ROOT / "generate.py"), *trial.arguments],
        cwd=trial.folder,
        env={**os.environ, **environment(trial, office), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=120,
    )
    strays = (*_changes(before, _files(trial)), *_left(trial))
    said = (done.stdout.decode(errors="replace"), done.stderr.decode(errors="replace"))
    return Result(done.returncode, *said, 0.0, 0.0, strays)


def environment(trial: Trial, office: Path) -> dict[str, str]:
    """A home and a temporary folder of the trial's own, which it must leave as they were."""
    for name in (_TEMPORARY, _HOME):
        (trial.folder / name).mkdir(exist_ok=True)
    return {
        "TMPDIR": str(trial.folder / _TEMPORARY),
        "HOME": str(trial.folder / _HOME),
        "ZI_SOFFICE": str(office),
        "PYTHONDONTWRITEBYTECODE": "1",
        # The list of fonts that matplotlib keeps, of all trials together.
        "MPLCONFIGDIR": str(_fonts_folder(trial)),
    }


def _fonts_folder(trial: Trial) -> Path:
    return trial.folder.with_name("huruf")


def _notes_folder(trial: Trial) -> Path:
    """Where a trial's words are kept, beside its folder."""
    notes = trial.folder.with_name(f"{trial.folder.name}.catatan")
    shutil.rmtree(notes, ignore_errors=True)
    notes.mkdir(parents=True)
    environment(trial, Path())
    return notes


def _writable(trial: Trial) -> Sequence[str]:
    return (OUTPUT, _TEMPORARY, *trial.laid_in)


def _files(trial: Trial) -> dict[str, bytes]:
    """Everything in the folder of the trial, and beside it, that it must leave as it is."""
    allowed = tuple(trial.folder / name for name in _writable(trial))
    return {
        str(path.relative_to(trial.folder)): path.read_bytes() if path.is_file() else b""
        for path in sorted(trial.folder.rglob("*"))
        if SIGNED in path.parts or not any(path.is_relative_to(folder) for folder in allowed)
    }


def _changes(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> list[str]:
    names = sorted(before.keys() | after.keys())
    changed = [name for name in names if before.get(name) != after.get(name)]
    # What was signed may be joined by another file, which is what `tandatangan` is for.
    return [f"changed {name}" for name in changed if name in before or SIGNED not in name]


def _left(trial: Trial) -> list[str]:
    """What stands in the temporary folder when the verb has ended."""
    return [f"left {path.name}" for path in sorted((trial.folder / _TEMPORARY).iterdir())]
