"""LibreOffice at work: a resident that takes document after document, or a process a batch.

An office that has a document open stays, and converts what another command line on its profile
asks for in a tenth of the time that a start takes. It answers in good faith whatever happened, so
only the files count.
"""

from __future__ import annotations

import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

from zi_docs.pdf.jobs import Attempt, Job
from zi_docs.pdf.office_pipe import NoPipeError, forward, pipe_of
from zi_docs.pdf.office_program import OfficeProgram, conversion
from zi_docs.pdf.processes import Processes
from zi_docs.pdf.reaper import PIPE_NOTE

_KEEPER = "keeper.txt"
# The file by which LibreOffice tells others that it has the document open. A call that comes
# before is answered, but the office then ends, since it has nothing open.
_OPEN = f".~lock.{_KEEPER}#"
_GLANCE_SECONDS = 0.02


Limit = Callable[[Job], float]
"""The seconds that a job may take."""


class Resident:
    """A LibreOffice with a document open, in a folder of its own.

    Raises MissingProgramError if the program cannot be started.
    """

    def __init__(
        self, program: OfficeProgram, folder: Path, processes: Processes, limit: Limit
    ) -> None:
        self._program, self._processes, self._limit = program, processes, limit
        self._place = work_folder(folder)
        program.furnish(self._place)
        self._pipe = pipe_of(program.profile(self._place))
        if self._pipe is not None:
            processes.remove(self._pipe)
            (self._place / PIPE_NOTE).write_text(str(self._pipe), encoding="utf-8")
        (self._place / _KEEPER).write_text("zi_docs\n", encoding="utf-8")
        self.documents = 0
        self._process = self._started()

    def _started(self) -> subprocess.Popen[bytes]:
        command = self._program.resident(self._place, str(self._place / _KEEPER))
        try:
            return self._processes.start(
                command, self._program.environment(self._place), self._place
            )
        except OSError as problem:
            raise self._program.missing(problem) from problem

    def ready(self, within_seconds: float) -> bool:
        """Wait until it has its document open; tell whether it has, and so will stay."""
        until = time.monotonic() + within_seconds
        while self.alive and time.monotonic() < until:
            if (self._place / _OPEN).exists():
                return True
            time.sleep(_GLANCE_SECONDS)
        return False

    @property
    def alive(self) -> bool:
        """Whether its process still runs."""
        return self._process.poll() is None

    def convert(self, job: Job) -> Attempt:
        """Have it convert a document; it should be ended when that gave no sound PDF."""
        self.documents += 1
        name = _staged(job, self._place)
        pdf = _result(self._place, name)
        ended = self._asked(job, str(self._place / name))
        content = pdf.read_bytes() if pdf.is_file() else None
        for path in (pdf, self._place / name):
            path.unlink(missing_ok=True)
        return Attempt(job, content, ended)

    def _asked(self, job: Job, document: str) -> bool:
        """Hand over a document; tell whether the answer came in time."""
        arguments = ["--headless", *conversion(self._place, job.archival, [document])]
        try:
            return forward(self._pipe, arguments, self._place, self._limit(job))
        except TimeoutError:
            return False
        except NoPipeError:
            return self._called(job, document)

    def _called(self, job: Job, document: str) -> bool:
        """Let the program itself find its resident: slower, but by documented options alone."""
        command = self._program.conversion(self._place, job.archival, [document])
        surroundings = self._program.environment(self._place)
        try:
            seconds = self._limit(job)
            return self._processes.run(command, surroundings, self._place, seconds, lambda: 0)
        except OSError as problem:
            raise self._program.missing(problem) from problem

    def end(self) -> None:
        """End it; its pipe would stay behind."""
        self._processes.end(self._process)
        with suppress(OSError):
            if self._pipe is not None:
                self._pipe.unlink()


def convert_batch(
    program: OfficeProgram,
    folder: Path,
    processes: Processes,
    limit: Limit,
    jobs: Sequence[Job],
) -> list[Attempt]:
    """Convert documents of one kind in one process that ends with them.

    Raises MissingProgramError if the program cannot be started.
    """
    place = work_folder(folder)
    program.furnish(place)
    names = [_staged(job, place) for job in jobs]
    command = program.conversion(place, jobs[0].archival, dict.fromkeys(names))
    results = place / "out"
    try:
        ended = processes.run(
            command,
            program.environment(place),
            place,
            max(map(limit, jobs)),
            lambda: len(list(results.iterdir())),
        )
    except OSError as problem:
        raise program.missing(problem) from problem
    pdfs = [_result(place, name) for name in names]
    return [
        Attempt(job, pdf.read_bytes() if pdf.is_file() else None, ended)
        for job, pdf in zip(jobs, pdfs, strict=True)
    ]


def work_folder(folder: Path) -> Path:
    """A new folder for one office, below `folder`."""
    place = Path(tempfile.mkdtemp(dir=folder))
    for name in ("home", "out"):
        (place / name).mkdir()
    return place


def _staged(job: Job, place: Path) -> str:
    """Write a document under a name made of its content, so that equal names do not clash."""
    name = f"{job.digest}.docx"
    (place / name).write_bytes(job.docx)
    return name


def _result(place: Path, name: str) -> Path:
    return (place / "out" / name).with_suffix(".pdf")
