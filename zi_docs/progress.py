"""Progress display for long work: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar


class Progress(Protocol):
    """What receives the progress of long work."""

    def start(self, label: str, total: int) -> None:
        """Start a task of `total` steps."""

    def advance(self) -> None:
        """One step of the current task is done."""


class SilentProgress:
    """Shows nothing: for pipes, JSON output and tests."""

    def start(self, label: str, total: int) -> None:
        """Show nothing."""

    def advance(self) -> None:
        """Show nothing."""


class TerminalProgress:
    """A progress bar on the standard error of a terminal."""

    def __init__(self, bar: RichBar) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None, visible=False)

    def start(self, label: str, total: int) -> None:
        """Start a task: the bar restarts with this label."""
        self._bar.reset(self._task, total=total, description=label, visible=True)

    def advance(self) -> None:
        """Move the bar one step."""
        self._bar.advance(self._task)


@contextmanager
def show_progress(*, quiet: bool) -> Iterator[Progress]:
    """A progress bar if stderr is a terminal and not `quiet`; otherwise nothing is shown."""
    if quiet or not sys.stderr.isatty():
        yield SilentProgress()
        return
    from rich import progress as rich
    from rich.console import Console

    columns = (rich.TextColumn("{task.description}"), rich.BarColumn(), rich.MofNCompleteColumn())
    with rich.Progress(
        *columns, rich.TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        yield TerminalProgress(bar)
