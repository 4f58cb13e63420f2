"""The offices of one run: a thread for each, and the queue of the documents that they convert.

An office that hangs, dies or gives no sound PDF is replaced and its document tried once more; all
others are still made. Where offices do not stay, documents go to one process a batch.
"""

from __future__ import annotations

import itertools
import math
import os
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, PriorityQueue
from threading import Lock, Thread

from zi_docs.errors import ConversionError
from zi_docs.pdf.jobs import Attempt, Job
from zi_docs.pdf.office_program import OfficeProgram
from zi_docs.pdf.processes import Processes
from zi_docs.pdf.residents import Resident, convert_batch

# A start takes one to two seconds; on a slow and busy machine several times that.
_START_SECONDS = 20
# Memory stays flat over 300 documents; this bounds what another version might lose.
_DOCUMENTS_A_LIFE = 500
# LibreOffice silently loses what stands beyond some 243 files of a command line.
_FILES_A_COMMAND = 200
# The text that waits for each further office: to convert it takes about as long as its start.
_LENGTH_AN_OFFICE = 200_000


@dataclass(order=True)
class _Task:
    """A job that waits: the longest before others, then the first; no job: there are no more."""

    rank: tuple[float, int]
    job: Job | None = field(default=None, compare=False)
    pdf: Future[bytes] = field(default_factory=Future, compare=False)

    @property
    def length(self) -> int:
        return self.job.length if self.job else 0

    def alike(self, other: _Task) -> bool:
        """Whether one process can convert both."""
        return bool(self.job and other.job and self.job.archival is other.job.archival)

    def settle(self, attempt: Attempt) -> None:
        problem = attempt.problem()
        if problem is None and attempt.pdf is not None:
            self.pdf.set_result(attempt.pdf)
        else:
            self.pdf.set_exception(attempt.job.failure(problem or ""))


class Offices:
    """Up to `limit` offices; `called` gives the program, with its files in a folder."""

    def __init__(
        self, called: Callable[[Path], OfficeProgram], timeout_seconds: float, limit: int
    ) -> None:
        self.processes = Processes()
        self.folder = Path(tempfile.mkdtemp(prefix=f"zi-docs-{os.getpid()}-"))
        self.processes.remove(self.folder)
        self.timeout_seconds = timeout_seconds
        self.stay = True
        self._called, self._limit = called, limit
        self._program: OfficeProgram | None = None
        self._servers: list[_Server] = []
        self._queue: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = itertools.count()
        self._lock = Lock()
        self._backlog = 0
        self._closed = False

    def have(self, count: int) -> None:
        """Start offices until there are `count`, or as many as there may be."""
        while len(self._servers) < min(count, self._limit):
            self._servers.append(_Server(self))
            self._servers[-1].thread.start()

    def submit(self, job: Job) -> Future[bytes]:
        """Put a job into the queue; its future is settled by one of the offices."""
        try:
            task = _Task((-job.length, next(self._numbers)), job)
        except ConversionError as problem:
            pdf: Future[bytes] = Future()
            pdf.set_exception(problem)
            return pdf
        self._count(task.length)
        self._queue.put(task)
        self.have(1 + self._backlog // _LENGTH_AN_OFFICE)
        return task.pdf

    def close(self) -> None:
        """End the offices, whatever they do; what still waits is cancelled."""
        self._closed = True
        self.processes.close()
        for _ in self._servers:
            self._queue.put(_Task((-math.inf, 0)))
        for server in self._servers:
            server.thread.join()
        with suppress(Empty):
            while True:
                self._queue.get_nowait().pdf.cancel()
        self.processes.clear()

    def program(self) -> OfficeProgram:
        """The program. Raises MissingProgramError when its fonts cannot be listed."""
        with self._lock:
            if self._program is None:
                self._program = self._called(self.folder)
            return self._program

    def take(self) -> list[_Task]:
        """What one office converts next, in a batch where offices do not stay; in the end none."""
        task = self._queue.get()
        if self._closed or task.job is None:
            task.pdf.cancel()
            return []
        tasks = [task] if self.stay else [task, *self._share(task)]
        self._count(-sum(task.length for task in tasks))
        return tasks

    def _share(self, first: _Task) -> list[_Task]:
        """An office's share of the documents that wait, of those that go with the first."""
        most = min(math.ceil(self._queue.qsize() / self._limit), _FILES_A_COMMAND - 1)
        taken: list[_Task] = []
        others: list[_Task] = []
        with suppress(Empty):
            while len(taken) < most:
                task = self._queue.get_nowait()
                (taken if task.alike(first) else others).append(task)
        for task in others:
            self._queue.put(task)
        return taken

    def _count(self, length: int) -> None:
        with self._lock:
            self._backlog += length


class _Server:
    """One office, from its start to the end of the run, and the thread that serves it."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._resident: Resident | None = None
        self.thread = Thread(target=self._serve, daemon=True)

    def _serve(self) -> None:
        # Started before there is a document; what goes wrong is told with the first one.
        with suppress(Exception):
            self._ready()
        while tasks := self._offices.take():
            try:
                attempts = self._attempts([task.job for task in tasks if task.job])
                for task, attempt in zip(tasks, attempts, strict=True):
                    task.settle(attempt)
            except BaseException as problem:
                for task in tasks:
                    if not task.pdf.done():
                        task.pdf.set_exception(problem)
        self._end()

    def _attempts(self, jobs: Sequence[Job]) -> list[Attempt]:
        if self._offices.stay and len(jobs) == 1:
            attempt = self._by_resident(jobs[0])
            if attempt is not None:
                return [attempt]
        return self._by_batch(jobs)

    def _by_resident(self, job: Job) -> Attempt | None:
        """The better of two attempts; None where offices do not stay."""
        attempt = None
        for _ in range(2):
            resident = self._ready()
            if resident is None:
                return None
            attempt = resident.convert(job)
            sound = attempt.problem() is None
            if not sound or resident.documents >= _DOCUMENTS_A_LIFE:
                self._end()
            if sound:
                return attempt
        return attempt

    def _ready(self) -> Resident | None:
        """The office of this thread, ready to convert; None where offices do not stay."""
        if self._resident is not None and not self._resident.alive:
            # A call would now start an office of its own.
            self._end()
        if self._resident is None and self._offices.stay:
            self._resident = self._started() or self._started()
            self._offices.stay = self._resident is not None
        return self._resident

    def _started(self) -> Resident | None:
        offices = self._offices
        resident = Resident(
            offices.program(), offices.folder, offices.processes, offices.timeout_seconds
        )
        if resident.ready(min(_START_SECONDS, offices.timeout_seconds)):
            return resident
        resident.end()
        return None

    def _by_batch(self, jobs: Sequence[Job]) -> list[Attempt]:
        """One attempt together; what spoils a batch need not spoil a document alone."""
        return [
            attempt if attempt.problem() is None else self._batch([attempt.job])[0]
            for attempt in self._batch(jobs)
        ]

    def _batch(self, jobs: Sequence[Job]) -> list[Attempt]:
        offices = self._offices
        return convert_batch(
            offices.program(), offices.folder, offices.processes, offices.timeout_seconds, jobs
        )

    def _end(self) -> None:
        if self._resident is not None:
            self._resident.end()
            self._resident = None
