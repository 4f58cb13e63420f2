"""How long work shows itself: a bar on a terminal, nothing in a pipe."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as RichBar


class Progress(Protocol):
    """Told of each step by whoever works."""

    def start(self, label: str, total: int) -> None:
        """A stretch of `total` steps begins."""

    def advance(self) -> None:
        """One step of the present stretch is done."""


class Silent:
    """Shows nothing: for pipes, for JSON, for tests."""

    def start(self, label: str, total: int) -> None:
        """Begin a stretch unseen."""

    def advance(self) -> None:
        """Take a step unseen."""


class Bar:
    """A bar on the terminal's error stream."""

    def __init__(self, bar: RichBar) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=None, visible=False)

    def start(self, label: str, total: int) -> None:
        """Begin a stretch: the bar starts anew under another label."""
        self._bar.reset(self._task, total=total, description=label, visible=True)

    def advance(self) -> None:
        """Move the bar one step."""
        self._bar.advance(self._task)


@contextmanager
def shown(*, quiet: bool) -> Iterator[Progress]:
    """A bar when stderr is a terminal and nobody asked for quiet; else silence."""
    if quiet or not sys.stderr.isatty():
        yield Silent()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with RichBar(
        *columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True
    ) as bar:
        yield Bar(bar)
