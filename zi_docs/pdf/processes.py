"""External programs of one run: watched, and killed together with their children.

They and what they leave behind are gone when the run ends, in whatever way it ends: what a killed
run can no longer do itself, a small process beside it does (see `reaper`).
"""

from __future__ import annotations

import json
import os
import shutil
import signal
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


class Processes:
    """Starts programs; `close` kills those that run, with their children, and removes paths."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._paths: list[Path] = []
        self._closed = False
        # A session of its own: what interrupts the run does not reach it.
        self._reaper = subprocess.Popen(
            [sys.executable, "-I", "-S", reaper.__file__, tempfile.gettempdir()],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
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
            # A session of its own makes it a group leader, so that the group can be killed.
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=answer,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._running.add(process)
            self._tell("start", process.pid)
            return process

    def end(self, process: subprocess.Popen[bytes]) -> None:
        """Kill what is left of a program: also after a normal exit a child may survive it."""
        with self._lock:
            self._running.discard(process)
            _kill_group(process)
            self._tell("end", process.pid)
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
                _kill_group(process)

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


def _kill_group(process: subprocess.Popen[bytes]) -> None:
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
