"""Work done in a process of its own, within limits: what others sent is looked at only there.

A file may be made so that whoever opens it takes all memory or never ends. In a process apart that
ends the process, and the reason can be told.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from threading import Event, Thread
from time import monotonic
from typing import IO

import psutil

MIB = 1024 * 1024
# How often limits are looked at, and how long a process that is asked to end may tidy up.
_LOOK_SECONDS = 0.1
_TIDY_SECONDS = 10.0
_CHUNK = 64 * 1024


@dataclass(frozen=True)
class Limits:
    """How much a process with its children may take; `memory` and `output` are bytes.

    `output` counts what is printed on both streams.
    """

    seconds: float
    memory: int
    output: int = 64 * MIB


class Ending(Enum):
    """Why a process ended; the values say it to the user."""

    ITSELF = "selesai sendiri"
    TIME = "terlalu lama"
    MEMORY = "memerlukan terlalu banyak memori"
    OUTPUT = "mencetak terlalu banyak"
    CANCELLED = "dibatalkan"


@dataclass(frozen=True)
class Ended:
    """What a process came to: its exit code, what it printed on stdout, why it ended."""

    code: int
    stdout: bytes
    ending: Ending


class Child:
    """A process within limits. `cancel` may be called from any thread, before `run` too."""

    def __init__(self, arguments: Sequence[str], limits: Limits) -> None:
        self.arguments = arguments
        self.limits = limits
        self._cancelled = Event()

    def cancel(self) -> None:
        """End it: at first it may tidy up, then it is killed with its children."""
        self._cancelled.set()

    def run(self, on_line: Callable[[str], None] = lambda line: None) -> Ended:
        """Run it to its end; each line that it prints on stderr is handed on as it comes.

        Raises OSError when it cannot be started.
        """
        with subprocess.Popen(
            self.arguments,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            # Ctrl-C at a terminal is for the parent, which then asks its children.
            start_new_session=os.name == "posix",
        ) as process:
            heard = _Heard(self.limits.output)
            readers = heard.listen(process, on_line)
            ending = self._watch(process, heard)
            for reader in readers:
                reader.join()
        return Ended(process.returncode, b"".join(heard.pieces), ending)

    def _watch(self, process: subprocess.Popen[bytes], heard: _Heard) -> Ending:
        """Wait for the end of a process, or end it for what it took."""
        latest = monotonic() + self.limits.seconds
        while True:
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LOOK_SECONDS)
                return Ending.ITSELF
            if self._cancelled.is_set():
                return _end(process, Ending.CANCELLED, _TIDY_SECONDS)
            if monotonic() > latest:
                return _end(process, Ending.TIME, _TIDY_SECONDS)
            if heard.too_much:
                return _end(process, Ending.OUTPUT, 0)
            if _memory(process.pid) > self.limits.memory:
                return _end(process, Ending.MEMORY, 0)


class _Heard:
    """What a process printed: stdout in pieces, stderr line by line, up to a limit."""

    def __init__(self, most: int) -> None:
        self.pieces: list[bytes] = []
        self.left = most

    @property
    def too_much(self) -> bool:
        """Whether it printed more than it may."""
        return self.left < 0

    def listen(
        self, process: subprocess.Popen[bytes], on_line: Callable[[str], None]
    ) -> list[Thread]:
        """Threads that read both streams to their end: a full pipe would stop the process."""
        assert process.stdout and process.stderr  # noqa: S101 - both are pipes
        readers = [
            Thread(target=self._keep, args=(process.stdout,), daemon=True),
            Thread(target=self._hand_on, args=(process.stderr, on_line), daemon=True),
        ]
        for reader in readers:
            reader.start()
        return readers

    def _keep(self, stream: IO[bytes]) -> None:
        while piece := stream.read(_CHUNK):
            self.left -= len(piece)
            if not self.too_much:
                self.pieces.append(piece)

    def _hand_on(self, stream: IO[bytes], on_line: Callable[[str], None]) -> None:
        # A line without an end would be read into memory whole.
        while line := stream.readline(_CHUNK):
            self.left -= len(line)
            if not self.too_much:
                on_line(line.decode("utf-8", "replace").rstrip("\r\n"))


def _environment() -> dict[str, str]:
    """That of this process; the child prints UTF-8 whatever the system's code page."""
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8"}


def _end(process: subprocess.Popen[bytes], ending: Ending, tidy_seconds: float) -> Ending:
    """End a process with its children; given time, it is first asked to end by itself."""
    family = _family(process.pid)
    if tidy_seconds and sys.platform != "win32":
        process.terminate()
        with suppress(subprocess.TimeoutExpired):
            process.wait(tidy_seconds)
    for member in (*family, *_family(process.pid)):
        with suppress(psutil.Error):
            member.kill()
    process.wait()
    return ending


def _family(pid: int) -> list[psutil.Process]:
    """A process and its children at any depth; none for one that is gone."""
    try:
        process = psutil.Process(pid)
        return [process, *process.children(recursive=True)]
    except psutil.Error:
        return []


def _memory(pid: int) -> int:
    """The bytes of memory that a process and its children have."""
    total = 0
    for member in _family(pid):
        with suppress(psutil.Error):
            total += member.memory_info().rss
    return total
