"""The one wrapper of LibreOffice: many DOCX in, as many verified PDF out.

LibreOffice ends with exit code 0 whether it made a PDF or not, so only the files are judged.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from zi_docs.convert.desk import Desk
from zi_docs.convert.fonts import FontSubstitutes
from zi_docs.convert.job import Attempt, Job
from zi_docs.convert.process import Processes
from zi_docs.convert.program import converter_identity, find_office
from zi_docs.convert.tools import office_version

__all__ = ["Converter", "Job", "find_office"]


@dataclass(frozen=True)
class Converter:
    """Converts documents with `program`, its fonts bound by `fonts`.

    A process that made no further PDF for `timeout_seconds` is ended; at most `workers`
    processes run at a time.
    """

    program: Path
    fonts: FontSubstitutes
    timeout_seconds: float = 60
    workers: int = 2

    def identity(self) -> str:
        """A hash that changes with the program and with the fonts that it finds."""
        return converter_identity(self.program, self.fonts)

    def version(self) -> str:
        """What the program calls itself."""
        return office_version(self.program)

    def convert(self, jobs: Sequence[Job]) -> None:
        """Write the PDF of every job, or of none.

        Raises ConversionError naming the document that gave no sound PDF, MissingProgramError if
        a program cannot be started.
        """
        for job in jobs:
            job.check()
        with (
            tempfile.TemporaryDirectory(
                prefix=f"zi-docs-{os.getpid()}-", ignore_cleanup_errors=True
            ) as folder,
            ThreadPoolExecutor(self.workers) as pool,
            # Innermost, so that an interruption ends the programs the pool would wait for.
            Processes() as processes,
        ):
            place = Path(folder)
            fontconfig = self.fonts.write_config(place)
            desk = Desk(self.program, fontconfig, place, self.timeout_seconds, processes)
            sound, lost = _judge(pool.map(desk.run, _batches(jobs, self.workers)))
            # What spoils a batch need not spoil the document: each gets a second chance, alone.
            for (attempt,) in pool.map(desk.run, [[job] for job in lost]):
                if (problem := attempt.problem()) is not None:
                    raise attempt.failure(problem)
                sound.append(attempt)
            for attempt in sound:
                attempt.job.pdf.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(attempt.pdf, attempt.job.pdf)


def _batches(jobs: Sequence[Job], workers: int) -> list[list[Job]]:
    """The jobs by profile, each profile dealt out to its share of the workers."""
    batches: list[list[Job]] = []
    for archival in (False, True):
        group = [job for job in jobs if job.archival is archival]
        if group:
            share = min(len(group), max(1, round(workers * len(group) / len(jobs))))
            batches += [group[start::share] for start in range(share)]
    return batches


def _judge(batches: Iterable[list[Attempt]]) -> tuple[list[Attempt], list[Job]]:
    """The attempts that gave a sound PDF, and the jobs of the others."""
    sound, lost = [], []
    for attempt in (attempt for batch in batches for attempt in batch):
        if attempt.problem() is None:
            sound.append(attempt)
        else:
            lost.append(attempt.job)
    return sound, lost
