"""The offices of one run: a thread for each, and the queue of the documents that they convert.

An office that hangs, dies or gives no sound PDF is replaced and its document tried once more; all
others are still made. Where offices do not stay, documents go to one process a batch.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from queue import Empty, PriorityQueue
from threading import Lock
from typing import TYPE_CHECKING

from zi_docs.confined import in_background
from zi_docs.errors import ConversionError, full_temporary_folder
from zi_docs.pdf.jobs import Attempt, Job
from zi_docs.pdf.office_program import OfficeProgram
from zi_docs.pdf.processes import Processes
from zi_docs.pdf.reaper import lock_of, new_run_folder
from zi_docs.pdf.residents import Resident, convert_batch, work_folder

if TYPE_CHECKING:
    from filelock import FileLock

# A start takes one to two seconds; on a slow and busy machine several times that.
_START_SECONDS = 20
# To say its version it starts no document.
_ANSWER_SECONDS = 20
# A slow machine converts ten times as much.
_LENGTH_A_SECOND = 10_000
# Two documents, each tried twice.
_HUNG_AT_MOST = 4
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
    """Up to `limit` offices; `called` gives the program, with its files in a folder.

    `stay`: as far as is known, an office stays, and another call finds it.
    """

    def __init__(
        self,
        called: Callable[[Path], OfficeProgram],
        timeout_seconds: float,
        limit: int,
        temporary: Path,
        *,
        stay: bool = True,
    ) -> None:
        self.folder, self._hold = _run_folder(temporary)
        try:
            self.processes = Processes(temporary)
        except OSError:
            # There is nobody who would remove it.
            self._hold.release()
            lock_of(self.folder).unlink(missing_ok=True)
            self.folder.rmdir()
            raise
        self.processes.remove(self.folder)
        self.processes.remove(lock_of(self.folder))
        self.timeout_seconds = timeout_seconds
        self.stay = stay
        # Attempts that came to no end, as long as none has given anything.
        self._hung, self._works = 0, False
        self._called, self._limit = called, limit
        self._program: OfficeProgram | None = None
        self._servers: list[_Server] = []
        self._queue: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = itertools.count()
        self._lock = Lock()
        self._backlog = 0
        self._closed = False

    def have(self, count: int) -> None:
        """Start offices until there are `count`, or as many as there may be.

        Raises OSError where the system does not let even one be served.
        """
        while len(self._servers) < min(count, self._limit):
            try:
                self._servers.append(_Server(self))
            except OSError:
                if not self._servers:
                    raise
                return

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
        self._hold.release()
        self.processes.clear()

    def version(self) -> str:
        """What the program calls itself; empty when it does not say."""
        try:
            place = work_folder(self.folder)
            program = self.program()
            command, surroundings = program.version(place), program.environment(place)
            return self.processes.ask(command, surroundings, place, _ANSWER_SECONDS)
        except OSError:
            return ""

    def limit(self, job: Job) -> float:
        """The seconds that a job may take: more for a long text."""
        return self.timeout_seconds + job.length / _LENGTH_A_SECOND

    def judge(self, attempt: Attempt) -> None:
        """Take note of whether the program works at all."""
        if not attempt.ended:
            self._hung += 1
        elif attempt.pdf is not None:
            self._works = True

    def give_up(self) -> None:
        """Try once more, by a batch: a program that never gets ready may work, or only hang."""
        self._hung = _HUNG_AT_MOST - 1

    @property
    def hangs(self) -> bool:
        """Whether there is no sense in a further attempt."""
        return not self._works and self._hung >= _HUNG_AT_MOST

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


def _run_folder(temporary: Path) -> tuple[Path, FileLock]:
    """A new folder for one run, and what marks it as that. Raises OutputError."""
    try:
        return new_run_folder(temporary)
    except OSError as problem:
        raise full_temporary_folder(problem) from problem


class _Server:
    """One office, from its start to the end of the run, and the thread that serves it."""

    def __init__(self, offices: Offices) -> None:
        self._offices = offices
        self._resident: Resident | None = None
        self.thread = in_background(self._serve)

    def _serve(self) -> None:
        # Started before there is a document; what goes wrong is told with the first one.
        with suppress(Exception):
            self._ready()
        while tasks := self._offices.take():
            try:
                attempts = self._attempts([task.job for task in tasks if task.job])
                for task, attempt in zip(tasks, attempts, strict=True):
                    task.settle(attempt)
            except OSError as problem:
                self._fail(tasks, full_temporary_folder(problem))
            except BaseException as problem:
                self._fail(tasks, problem)
        self._end()

    def _fail(self, tasks: Sequence[_Task], problem: BaseException) -> None:
        for task in tasks:
            if not task.pdf.done():
                task.pdf.set_exception(problem)

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
            if self._offices.hangs:
                return attempt or Attempt(job, None, ended=False)
            if resident is None:
                return None
            attempt = resident.convert(job)
            self._offices.judge(attempt)
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
        offices = self._offices
        if self._resident is None and offices.stay and not offices.hangs:
            self._resident = self._started(_START_SECONDS) or self._started(2 * _START_SECONDS)
            offices.stay = self._resident is not None or offices.hangs
        return self._resident

    def _started(self, within_seconds: float) -> Resident | None:
        """An office that is ready; one that is neither ready nor at its end by then hangs."""
        offices = self._offices
        resident = Resident(offices.program(), offices.folder, offices.processes, offices.limit)
        if resident.ready(min(within_seconds, offices.timeout_seconds)):
            return resident
        if resident.alive and within_seconds > _START_SECONDS:
            offices.give_up()
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
        if offices.hangs:
            return [Attempt(job, None, ended=False) for job in jobs]
        attempts = convert_batch(
            offices.program(), offices.folder, offices.processes, offices.limit, jobs
        )
        # Of a batch that hangs the first without a PDF is the one that it hangs at.
        given = [attempt for attempt in attempts if attempt.pdf is not None]
        for attempt in given or attempts[:1]:
            offices.judge(attempt)
        return attempts

    def _end(self) -> None:
        if self._resident is not None:
            self._resident.end()
            self._resident = None
