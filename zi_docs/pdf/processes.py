"""External programs of one conversion: watched, and killed together with their children."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import CancelledError
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Self


class Processes:
    """A context manager that kills the programs it started, and their children, on exit."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._running: set[subprocess.Popen[bytes]] = set()
        self._closed = False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._closed = True
            for process in self._running:
                _kill_group(process)

    def run(
        self,
        command: Sequence[str],
        environment: Mapping[str, str],
        folder: Path,
        timeout_seconds: float,
        count_results: Callable[[], int],
    ) -> bool:
        """Run a program in `folder` until it ends; tell whether it ended by itself.

        It is killed when `count_results` has not grown for `timeout_seconds`. Raises OSError if
        it cannot be started, CancelledError if the context manager has exited.
        """
        process = self._start(command, environment, folder)
        try:
            return _wait(process, timeout_seconds, count_results)
        finally:
            self._end(process)

    def _start(
        self, command: Sequence[str], environment: Mapping[str, str], folder: Path
    ) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise CancelledError
            # A session of its own makes it a group leader, so that the group can be killed.
            process = subprocess.Popen(
                command,
                cwd=folder,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
            self._running.add(process)
            return process

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            self._running.discard(process)
            # Also after a normal exit: soffice is a script, and its soffice.bin may survive it.
            _kill_group(process)
        process.wait()


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
