"""The memory of a command and of every process that it started, sampled from `/proc`.

PSS counts a page that several processes share only once, so that sums are true.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

_PROC = Path("/proc")


@dataclass(frozen=True)
class Process:
    """A running process: its parent, and whether it bears the mark of the measured run."""

    pid: int
    parent: int
    marked: bool = False


def family(processes: list[Process], root: int) -> set[int]:
    """The process `root`, what descends from it, and what is marked, with its descendants.

    A process in a session of its own loses its parent when that ends; the mark remains.
    """
    children: dict[int, list[int]] = {}
    for process in processes:
        children.setdefault(process.parent, []).append(process.pid)
    waiting = [process.pid for process in processes if process.marked or process.pid == root]
    members: set[int] = set()
    while waiting:
        pid = waiting.pop()
        if pid not in members:
            members.add(pid)
            waiting += children.get(pid, [])
    return members


def running(mark: Path) -> Iterator[Process]:
    """Every process that can be looked into; marked are those with `mark` in their environment."""
    marked = os.fsencode(mark)
    for name in filter(str.isdecimal, (place.name for place in _PROC.iterdir())):
        # A process may end at any moment, and those of other users are closed.
        with suppress(OSError):
            # The name in brackets may hold anything; after it: state, parent.
            parent = _content(name, "stat").rpartition(b")")[2].split()[1]
            yield Process(int(name), int(parent), marked in _content(name, "environ"))


def _content(process: str, name: str) -> bytes:
    return (_PROC / process / name).read_bytes()


def memory(pid: int) -> int:
    """The PSS of a process in kB; 0 when it has ended."""
    with suppress(OSError):
        for line in _content(str(pid), "smaps_rollup").splitlines():
            if line.startswith(b"Pss:"):
                return int(line.split()[1])
    return 0


@dataclass
class PeakMemory:
    """A context manager that samples the family of a process until it exits.

    `mark` is a folder that the command got as TMPDIR: LibreOffice, which the program starts with
    an environment of its own, still has its own TMPDIR below it.
    """

    root: int
    mark: Path
    interval_seconds: float = 0.2
    peak_kb: int = 0
    _over: threading.Event = field(default_factory=threading.Event)
    _thread: threading.Thread = field(init=False)

    def __enter__(self) -> Self:
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    @property
    def megabytes(self) -> float | None:
        """The highest sum of a sample, in MB; None where the system does not tell."""
        return self.peak_kb * 1024 / 1e6 if self.peak_kb else None

    def _watch(self) -> None:
        while not self._over.wait(self.interval_seconds):
            members = family(list(running(self.mark)), self.root)
            self.peak_kb = max(self.peak_kb, sum(memory(pid) for pid in members))
