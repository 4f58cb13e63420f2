"""Ends what killed runs left: run by its path, and so without a word of the package's own.

It reads one JSON list a line: ["start", MARK] of a program and all that comes of it, ["end", MARK],
["remove", PATH]. When its input ends, because the program that wrote it has ended in whatever way,
it kills what did not end and removes the paths. It begins with what earlier runs left whose own
reaper was killed as well: the folders in the temporary folder that no run holds any more.

What comes of a program is told by its environment, which every child inherits, also one whose
parent is gone; no system but Unix has groups of processes.
"""

from __future__ import annotations

import json
import os
import secrets
import shutil
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

# Imported where they are used: a run that finds nothing changed starts and ends nothing.
if TYPE_CHECKING:
    import psutil
    from filelock import FileLock

# Prefix of the folders of runs in the temporary folder; a process ID follows.
PREFIX = "zi-docs-"
# In the folder of an office: the path of its pipe, which lies elsewhere.
PIPE_NOTE = "pipa"
# In the environment of a program: what tells it and its children from all others.
MARK = "ZI_DOCS_PROSES"
# In the environment of an office: the folder in which it works.
PLACE = "TMPDIR"
# Behind the name of a run's folder: the file beside it that the run locks.
_LOCK = ".kunci"
_DAY_SECONDS = 86_400
_GLANCE_SECONDS = 0.02
_PATIENCE_SECONDS = 10
_SWEEP_SECONDS = 2


def new_run_folder(temporary: Path) -> tuple[Path, FileLock]:
    """A new folder for a run, with the lock that marks it as that until the run is dead.

    It is locked before it is there, so that it is never seen unlocked. Raises OSError.
    """
    from filelock import FileLock, Timeout

    temporary.stat()  # a lock would make a folder that is gone anew
    folder = temporary / f"{PREFIX}{os.getpid()}-{secrets.token_hex(6)}"
    lock = FileLock(lock_of(folder), thread_local=False)
    with suppress(Timeout):
        lock.acquire(blocking=False)
    try:
        folder.mkdir(mode=0o700)
    except OSError:
        lock.release()
        lock_of(folder).unlink(missing_ok=True)
        raise
    return folder, lock


def lock_of(folder: Path) -> Path:
    """The file by whose lock a run holds its folder."""
    return folder.with_name(f"{folder.name}{_LOCK}")


def reap(lines: Iterable[str]) -> None:
    """Read what was started and made until the end, then end and remove what is left."""
    marks: set[str] = set()
    paths: list[str] = []
    for line in lines:
        try:
            word, value = json.loads(line)
        except ValueError:
            continue
        if word == "start":
            marks.add(value)
        elif word == "end":
            marks.discard(value)
        else:
            paths.append(value)
    end_marked(*marks)
    for path in paths:
        clear(Path(path), _PATIENCE_SECONDS)


def sweep(temporary: Path) -> None:
    """End and remove what dead runs left in the temporary folder."""
    for folder in temporary.glob(f"{PREFIX}*-*"):
        with suppress(OSError):
            if folder.name.endswith(_LOCK):
                _clear_unheld(folder.with_name(folder.name.removesuffix(_LOCK)))
            elif _is_ours(folder) and not lock_of(folder).exists() and _is_old(folder):
                clear(folder, _SWEEP_SECONDS)
    # Offices whose folder somebody else has removed already.
    for process, work in _at_work(f"{temporary}{os.sep}{PREFIX}"):
        folder = temporary / work.relative_to(temporary).parts[0]
        if not os.path.lexists(folder):
            _kill([process])


def _clear_unheld(folder: Path) -> None:
    """Remove the folder of a run, and its lock, unless the run is alive."""
    from filelock import FileLock, Timeout

    path = lock_of(folder)
    if not _is_ours(path):
        return
    lock = FileLock(path)
    try:
        lock.acquire(blocking=False)
    except Timeout:
        return
    try:
        if os.path.lexists(folder) and _is_ours(folder):
            clear(folder, _SWEEP_SECONDS)
    finally:
        lock.release()
    if not os.path.lexists(folder):
        path.unlink(missing_ok=True)


def end_marked(*marks: str) -> None:
    """Kill every process that bears one of these marks, until there is none."""
    until = time.monotonic() + _PATIENCE_SECONDS
    while marks and (processes := [p for p, mark in _environments(MARK) if mark in marks]):
        _kill(processes)
        if time.monotonic() >= until:
            return
        time.sleep(_GLANCE_SECONDS)


def clear(path: Path, patience_seconds: float) -> None:
    """Remove a path, and end the processes that work in it: they would write it again."""
    until = time.monotonic() + patience_seconds
    while os.path.lexists(path):
        working = [process for process, _ in _at_work(f"{path}{os.sep}")]
        _kill(working)
        if not working:
            _remove(path)
        if time.monotonic() >= until:
            return
        if os.path.lexists(path):
            time.sleep(_GLANCE_SECONDS)


def _remove(path: Path) -> None:
    """Remove a file, or a folder with the pipes of its offices."""
    for note in path.glob(f"*/{PIPE_NOTE}"):
        with suppress(OSError, ValueError):
            _remove_pipe(Path(note.read_text(encoding="utf-8")))
    with suppress(OSError):
        path.unlink()
    shutil.rmtree(path, ignore_errors=True)


def _is_ours(path: Path) -> bool:
    """Whether this is this user's file or folder, and no link to another. Raises OSError."""
    state = path.lstat()
    whose = getattr(os, "getuid", None)
    return not stat.S_ISLNK(state.st_mode) and (whose is None or state.st_uid == whose())


def _is_old(folder: Path) -> bool:
    """Whether a folder without a lock has been left alone for so long that no run has it."""
    state = folder.lstat()
    return stat.S_ISDIR(state.st_mode) and time.time() - state.st_mtime > _DAY_SECONDS


def _at_work(start: str) -> Iterator[tuple[psutil.Process, Path]]:
    """The processes whose temporary folder begins with this path, and that."""
    for process, place in _environments(PLACE):
        if place.startswith(start):
            yield process, Path(place)


def _environments(name: str) -> Iterator[tuple[psutil.Process, str]]:
    """The processes of this user that were given a variable, and its value."""
    import psutil

    for process in psutil.process_iter():
        with suppress(psutil.Error, OSError):
            value = process.environ().get(name)
            if value is not None and process.pid != os.getpid():
                yield process, value


def _kill(processes: Iterable[psutil.Process]) -> None:
    """Kill processes. They are gone a moment later; who started them is told of it."""
    import psutil

    for process in processes:
        with suppress(psutil.Error, OSError):
            process.kill()


def _remove_pipe(pipe: Path) -> None:
    if stat.S_ISSOCK(pipe.lstat().st_mode):
        pipe.unlink()


if __name__ == "__main__":
    sweep(Path(sys.argv[1]))
    reap(sys.stdin)
