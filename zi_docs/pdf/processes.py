"""External programs of one run: watched, and killed together with their children.

They and what they leave behind are gone when the run ends, in whatever way it ends: what a killed
run can no longer do itself, a small process beside it does (see `reaper`). Every program bears a
mark in its environment, by which its children are known on every system.
"""

from __future__ import annotations

import json
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import IO

from zi_docs.pdf import reaper

# What interrupts the run does not reach what it starts: by a session of its own on Unix, on Windows
# by a group without a window.
_APART = sum(getattr(subprocess, f"CREATE_{n}", 0) for n in ("NEW_PROCESS_GROUP", "NO_WINDOW"))


class Processes:
    """Starts programs; `close` kills those that run, with their children, and removes paths."""

    def __init__(self, temporary: Path | None = None) -> None:
        """`temporary` is where the folders of runs stand, else that of the system."""
        self._lock = Lock()
        self._running: dict[subprocess.Popen[bytes], str] = {}
        self._paths: list[Path] = []
        self._closed = False
        self._reaper = subprocess.Popen(
            # Beside the reaper stand modules of the package, which are not to be imported.
            [sys.executable, "-P", reaper.__file__, str(temporary or tempfile.gettempdir())],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
            creationflags=_APART,
        )

    def remove(self, path: Path) -> None:
        """Have a file or folder removed in the end."""
        with self._lock:
            self._paths.append(path)
            self._tell("remove", str(path))

    def start(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        answer: IO[bytes] | int = subprocess.DEVNULL,
    ) -> subprocess.Popen[bytes]:
        """Start a program in `folder`; `end` must be called for it. What it says goes to `answer`.

        Raises OSError if it cannot be started, CancelledError after `close`.
        """
        with self._lock:
            if self._closed:
                raise CancelledError
            mark = secrets.token_hex(8)
            # Told before: a run that is killed in between leaves nothing that nobody knows of.
            self._tell("start", mark)
            process = subprocess.Popen(
                command,
                cwd=folder,
                env={**environment, reaper.MARK: mark},
                stdin=subprocess.DEVNULL,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                creationflags=_APART,
            )
            self._running[process] = mark
            return process

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """Kill what is left of a program: also after a normal exit a child may survive it."""
        with self._lock:
            mark = self._running.pop(process, "")
            _kill(process)
            reaper.end_marked(mark)
            self._tell("end", mark)
        process.wait()

    def run(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        timeout_seconds: float,
        count_results: Callable[[], int],
    ) -> bool:
        """Run a program in `folder` until it ends; tell whether it ended by itself.

        It is killed when `count_results` has not grown for `timeout_seconds`. Raises as `start`.
        """
        process = self.start(command, environment, folder)
        try:
            return _wait(process, timeout_seconds, count_results)
        finally:
            self.end(process)

    def ask(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path, seconds: float
    ) -> str:
        """What a program says in the time that it is given; empty when it does not end in it.

        Raises as `start`.
        """
        with tempfile.TemporaryFile(dir=folder) as answer:
            process = self.start(command, environment, folder, answer)
            try:
                ended = _wait(process, seconds, lambda: 0)
            finally:
                self.end(process)
            answer.seek(0)
            return answer.read().decode(errors="replace").strip() if ended else ""

    def close(self) -> None:
        """Kill what runs and let nothing start any more."""
        with self._lock:
            self._closed = True
            for process in self._running:
                _kill(process)
            reaper.end_marked(*self._running.values())

    def clear(self) -> None:
        """Remove the paths, when nothing writes there any more, and end the reaper."""
        for path in self._paths:
            shutil.rmtree(path, ignore_errors=True)
            with suppress(OSError):
                path.unlink()
        with suppress(OSError):
            self._reaper.communicate()

    def _tell(self, word: str, value: object) -> None:
        # A reaper that was killed is no reason to stop.
        with suppress(OSError, ValueError):
            if self._reaper.stdin is not None:
                self._reaper.stdin.write(json.dumps([word, value]).encode() + b"\n")
                self._reaper.stdin.flush()


def _wait(
    process: subprocess.Popen[bytes], timeout_seconds: float, count_results: Callable[[], int]
) -> bool:
    count = count_results()
    while True:
        try:
            process.wait(timeout_seconds)
        except subprocess.TimeoutExpired:
            before, count = count, count_results()
            if count <= before:
                return False
        else:
            return True


def _kill(process: subprocess.Popen[bytes]) -> None:
    """Kill a program that runs and its children, as far as their parents are alive."""
    import psutil

    if process.poll() is not None:
        # Its number may be another's by now.
        return
    with suppress(psutil.Error, OSError):
        children = psutil.Process(process.pid).children(recursive=True)
        process.kill()
        for child in children:
            child.kill()
