"""Ends what killed runs left: run by its path, with the standard library alone.

It reads one JSON list a line: ["start", PID] of a process group, ["end", PID], ["remove", PATH].
When its input ends, because the program that wrote it has ended in whatever way, it kills the
groups that did not end and removes the paths. It begins with what earlier runs left whose own
reaper was killed as well: the folders in the temporary folder that no run holds any more.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

# Prefix of the folders of runs in the temporary folder; a process ID follows.
PREFIX = "zi-docs-"
# In the folder of an office: the path of its pipe, which lies elsewhere.
PIPE_NOTE = "pipa"
_LOCK = ".dipakai"
_DAY_SECONDS = 86_400
_GLANCE_SECONDS = 0.05
_PATIENCE_SECONDS = 10
_SWEEP_SECONDS = 2


def hold(folder: Path) -> int | None:
    """Mark a folder as that of this run, until the descriptor is closed or the run is dead.

    None where files cannot be locked. Raises OSError where none can be written.
    """
    part = folder / f"{_LOCK}.baru"
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT, 0o600)
    if not _locks(descriptor):
        os.close(descriptor)
        return None
    # Under its name it is never seen unlocked.
    part.rename(folder / _LOCK)
    return descriptor


def _locks(descriptor: int) -> bool:
    """Whether the file could be locked: nobody else has it."""
    try:
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (OSError, ImportError):
        return False
    return True


def reap(lines: Iterable[str]) -> None:
    """Read what was started and made until the end, then end and remove what is left."""
    groups: set[int] = set()
    paths: list[str] = []
    for line in lines:
        try:
            word, value = json.loads(line)
        except ValueError:
            continue
        if word == "start":
            groups.add(value)
        elif word == "end":
            groups.discard(value)
        else:
            paths.append(value)
    for group in groups:
        with suppress(OSError):
            os.killpg(group, signal.SIGKILL)
    for path in paths:
        clear(Path(path), _PATIENCE_SECONDS)


def sweep(temporary: Path) -> None:
    """End and remove what dead runs left in the temporary folder."""
    for folder in temporary.glob(f"{PREFIX}*-*"):
        with suppress(OSError):
            if _is_left(folder):
                clear(folder, _SWEEP_SECONDS)
    # Offices whose folder somebody else has removed already.
    for pid, work in list(_at_work(f"{temporary}/{PREFIX}")):
        folder = temporary / work.relative_to(temporary).parts[0]
        if not os.path.lexists(folder):
            _kill(pid)


def clear(path: Path, patience_seconds: float) -> None:
    """Remove a path, and end the processes that work in it: they would write it again."""
    until = time.monotonic() + patience_seconds
    while os.path.lexists(path):
        working = [pid for pid, _ in _at_work(f"{path}/")]
        for pid in working:
            _kill(pid)
        if not working:
            _remove(path)
        if time.monotonic() >= until:
            return
        if os.path.lexists(path):
            time.sleep(_GLANCE_SECONDS)


def _remove(path: Path) -> None:
    """Remove a file, or a folder with the pipes of its offices; its lock goes last.

    What is left without it would be taken for a folder that a run has only just made.
    """
    for note in path.glob(f"*/{PIPE_NOTE}"):
        with suppress(OSError, ValueError):
            _remove_pipe(Path(note.read_text(encoding="utf-8")))
    with suppress(OSError):
        path.unlink()
    with suppress(OSError):
        for child in path.iterdir():
            if child.name != _LOCK:
                shutil.rmtree(child, ignore_errors=True)
                child.unlink(missing_ok=True)
        if all(child.name == _LOCK for child in path.iterdir()):
            shutil.rmtree(path, ignore_errors=True)


def _is_left(folder: Path) -> bool:
    """Whether this user's folder belongs to no run that is alive. Raises OSError."""
    state = folder.lstat()
    if not stat.S_ISDIR(state.st_mode) or state.st_uid != os.getuid():
        return False
    lock = folder / _LOCK
    if not lock.exists():
        return time.time() - state.st_mtime > _DAY_SECONDS
    with lock.open("rb") as stream:
        return _locks(stream.fileno())


def _at_work(start: str) -> Iterator[tuple[int, Path]]:
    """The processes whose temporary folder begins with this path, and that (Linux only)."""
    mark = b"TMPDIR=" + os.fsencode(start)
    for path in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            for variable in path.read_bytes().split(b"\0"):
                if variable.startswith(mark):
                    yield int(path.parent.name), Path(os.fsdecode(variable[len(b"TMPDIR=") :]))


def _kill(pid: int) -> None:
    with suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def _remove_pipe(pipe: Path) -> None:
    if stat.S_ISSOCK(pipe.lstat().st_mode):
        pipe.unlink()


if __name__ == "__main__":
    sweep(Path(sys.argv[1]))
    reap(sys.stdin)
