"""One piece of work at a time, done by a verb in a process of its own, told while it goes on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from zi_docs.confined import in_background
from zi_docs.errors import BusyError, ExitCode
from zi_docs.web.news import News
from zi_docs.web.verb_process import MAKING_LIMITS, VerbOutcome, VerbProcess, VerbProgress
from zi_docs.web.year_view import Unreadable, YearReader, YearView

_MOST_KEPT = 20
_FINE_BELOW_SECONDS = 90


class JobState(Enum):
    """How a piece of work stands; the values are the words that users read."""

    RUNNING = "berjalan"
    DONE = "selesai"
    PARTLY = "selesai sebagian"
    FAILED = "gagal"
    CANCELLED = "dibatalkan"


@dataclass
class PageJob:
    """A piece of work: what it is called, how far it is, and what came of it."""

    number: int
    title: str
    paper_titles: Mapping[str, str] = field(default_factory=dict)
    state: JobState = JobState.RUNNING
    progress: VerbProgress = field(default_factory=VerbProgress)
    lines: list[str] = field(default_factory=list)
    outcome: VerbOutcome | None = None

    @property
    def running(self) -> bool:
        """Whether it still goes on."""
        return self.state is JobState.RUNNING

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that stand there now."""
        return self.outcome.files if self.outcome else ()

    @property
    def done(self) -> int:
        """How many papers are made."""
        return self.progress.done

    @property
    def total(self) -> int:
        """How many papers are to be made; 0 while nobody knows."""
        return self.progress.total

    @property
    def detail(self) -> str:
        """Step, paper, count, time since and time left, in a line."""
        progress = self.progress
        count = f"{progress.done} dari {progress.total}" if progress.total else ""
        left = _duration(progress.seconds_left)
        since = _duration(progress.seconds)
        parts = (
            progress.label,
            self.paper_titles.get(progress.paper, progress.paper),
            count,
            f"sudah {since}" if since else "",
            f"sisa {left}" if left else "",
        )
        return " · ".join(part for part in parts if part)

    def as_dict(self) -> dict[str, Any]:
        """The job for a page's script."""
        return {
            "number": self.number,
            "title": self.title,
            "state": self.state.value,
            "running": self.running,
            "detail": self.detail,
            "done": self.done,
            "total": self.total,
        }


class Runner:
    """Starts verbs for the page, and keeps what came of the last ones. Usable from many threads."""

    def __init__(self, reader: YearReader, news: News) -> None:
        self.reader = reader
        self.news = news
        self._lock = Lock()
        self._jobs: list[PageJob] = []
        self._process: VerbProcess | None = None
        self._thread: Thread | None = None

    def current(self) -> PageJob | None:
        """The last job; None before the first."""
        with self._lock:
            return self._jobs[-1] if self._jobs else None

    def job(self, number: int) -> PageJob | None:
        """A job by its number; None for one that is not kept."""
        with self._lock:
            return next((job for job in self._jobs if job.number == number), None)

    def start(self, title: str, arguments: Sequence[str], view: YearView | Unreadable) -> PageJob:
        """Begin a verb with its arguments, and come back at once.

        While it goes on, papers are called as in the `view` of the year. Raises BusyError while
        another one goes on.
        """
        with self._lock:
            last = self._jobs[-1] if self._jobs else None
            if last is not None and last.running:
                raise BusyError(
                    f"“{last.title}” masih berjalan.", "Tunggulah sampai selesai, atau batalkan."
                )
            job = PageJob((last.number if last else 0) + 1, title, titles_of(view))
            self._jobs = [*self._jobs[-_MOST_KEPT:], job]
            process = VerbProcess(self.reader.place, [*arguments, "--kemajuan"], MAKING_LIMITS)
            self._process = process
            self._thread = in_background(self._go, job, process)
        return job

    def cancel(self) -> None:
        """End the job that goes on, and wait for its end; nothing happens when none does."""
        with self._lock:
            process, thread = self._process, self._thread
        if process is not None:
            process.cancel()
        if thread is not None:
            thread.join()

    def _go(self, job: PageJob, process: VerbProcess) -> None:
        def progressed(progress: VerbProgress) -> None:
            job.progress = progress
            self.news.tell("kerja", job.as_dict())

        self.news.tell("kerja", job.as_dict())
        outcome = process.run(progressed, job.lines.append)
        with self._lock:
            job.outcome = outcome
            job.state = _state(outcome)
            self._process = None
        self.news.tell("kerja", job.as_dict())


def _duration(seconds: float | None) -> str:
    """`12 detik`, `3 menit`; empty for none, and where nobody knows."""
    if not seconds:
        return ""
    if seconds < _FINE_BELOW_SECONDS:
        return f"{max(round(seconds), 1)} detik"
    return f"{round(seconds / 60)} menit"


def titles_of(view: YearView | Unreadable) -> dict[str, str]:
    """What people call the papers of a year, by their names."""
    papers = view.papers if isinstance(view, YearView) else {}
    return {
        name: f"{paper.product.title}, {paper.product.about.name}" for name, paper in papers.items()
    }


def _state(outcome: VerbOutcome) -> JobState:
    if outcome.cancelled or outcome.exit == ExitCode.DIHENTIKAN:
        return JobState.CANCELLED
    if outcome.exit == ExitCode.BERES:
        return JobState.DONE
    return JobState.PARTLY if outcome.files else JobState.FAILED
