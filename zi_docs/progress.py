"""Progress of long work: which paper is being made, how many are, how long it still takes.

A bar on a terminal; JSON lines for the program that asked for them; nothing in a pipe. Both move
by themselves, also while one large paper is converted.
"""

from __future__ import annotations

import json
import math
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress as RichBar

# At least a line every second, also where a busy machine wakes a thread late.
_TICK_SECONDS = 0.5


class Progress(Protocol):
    """What receives the progress of long work."""

    def start(self, label: str, total: int | None = None) -> None:
        """A stage of the work starts, with `total` papers; None: there are as many as before."""

    def begin(self, paper: str) -> None:
        """A paper is taken in hand; several may be at a time."""

    def end(self, paper: str) -> None:
        """A paper is made, or cannot be."""

    def stop(self) -> None:
        """The work is over: nothing is shown any more."""


class SilentProgress:
    """Shows nothing: for pipes, JSON output and tests."""

    def start(self, label: str, total: int | None = None) -> None:
        """Show nothing."""

    def begin(self, paper: str) -> None:
        """Show nothing."""

    def end(self, paper: str) -> None:
        """Show nothing."""

    def stop(self) -> None:
        """Show nothing."""


class Tally:
    """What can be said of the work at any moment."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._began = self._since = self._last = clock()
        self._in_hand: dict[str, None] = {}
        self.label, self.done, self.total = "", 0, 0

    def start(self, label: str, total: int | None = None) -> None:
        """Count anew when there is something to count."""
        self.label = label
        self._in_hand.clear()
        if total is not None:
            self.done, self.total = 0, total
            self._since = self._last = self._clock()

    def begin(self, paper: str) -> None:
        """Take a paper in hand."""
        self._in_hand[paper] = None

    def end(self, paper: str) -> None:
        """Count a paper."""
        self._in_hand.pop(paper, None)
        self.done += 1
        self._last = self._clock()

    @property
    def paper(self) -> str:
        """The paper that is longest in hand: what the work waits for; empty between papers."""
        return next(iter(self._in_hand), "")

    @property
    def seconds(self) -> int:
        """How long the work has lasted."""
        return int(self._clock() - self._began)

    @property
    def seconds_left(self) -> int | None:
        """How long the other papers take at the pace so far; None before the first is made."""
        if self.done >= self.total:
            return 0 if self.total else None
        if self.done == 0:
            return None
        now, left = self._clock(), self.total - self.done
        as_so_far = (self._last - self._since) / self.done * left - (now - self._last)
        # One that takes longer makes the pace slower: as if it were made this moment.
        as_this_one = (now - self._since) / (self.done + 1) * (left - 1)
        return max(1, math.ceil(max(as_so_far, as_this_one)))

    def as_dict(self) -> dict[str, str | int | None]:
        """The content of a JSON line."""
        return {
            "label": self.label,
            "paper": self.paper,
            "done": self.done,
            "total": self.total,
            "seconds": self.seconds,
            "seconds_left": self.seconds_left,
        }


class LineProgress:
    """A JSON line at every step, and between steps as long as one takes."""

    def __init__(self, stream: TextIO, tally: Tally | None = None) -> None:
        self._stream = stream
        self._tally = tally or Tally()
        self._lock = Lock()
        self._last = ""
        self._over = Event()
        self._ticker = Thread(target=self._tick, daemon=True)

    def start(self, label: str, total: int | None = None) -> None:
        """Write the first line of a stage; from the first stage on lines come by themselves."""
        with self._lock:
            self._tally.start(label, total)
            self._write()
        if self._ticker.ident is None:
            # Where the system gives no more threads nothing moves by itself.
            with suppress(RuntimeError):
                self._ticker.start()

    def begin(self, paper: str) -> None:
        """Write a line that names the paper."""
        with self._lock:
            self._tally.begin(paper)
            self._write()

    def end(self, paper: str) -> None:
        """Write a line that counts the paper."""
        with self._lock:
            self._tally.end(paper)
            self._write()

    def stop(self) -> None:
        """Write no more."""
        self._over.set()
        if self._ticker.is_alive():
            self._ticker.join(_TICK_SECONDS)

    def _tick(self) -> None:
        while not self._over.wait(_TICK_SECONDS):
            with self._lock:
                self._last = ""
                self._write()

    def _write(self) -> None:
        """Write what there is to say; at a step only what the last line does not say."""
        line = json.dumps({"progress": self._tally.as_dict()}, ensure_ascii=False)
        if line != self._last:
            self._last = line
            self._stream.write(f"{line}\n")
            self._stream.flush()


class TerminalProgress:
    """A bar on the standard error of a terminal."""

    def __init__(self) -> None:
        self._tally = Tally()
        self._bar: RichBar | None = None

    def start(self, label: str, total: int | None = None) -> None:
        """Show the stage; the bar appears with the first one."""
        self._tally.start(label, total)
        if self._bar is None:
            self._bar = _bar(self._tally)
            self._bar.start()
        self._show()

    def begin(self, paper: str) -> None:
        """Name the paper."""
        self._tally.begin(paper)
        self._show()

    def end(self, paper: str) -> None:
        """Move the bar one paper on."""
        self._tally.end(paper)
        self._show()

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def _show(self) -> None:
        if self._bar is not None:
            task = self._bar.task_ids[0]
            tally = self._tally
            self._bar.update(
                task,
                description=tally.paper or tally.label,
                completed=tally.done,
                total=tally.total or None,
            )


def _bar(tally: Tally) -> RichBar:
    """A bar that writes the figures of a tally beside itself, anew several times a second."""
    from rich import progress as rich
    from rich.console import Console
    from rich.table import Column
    from rich.text import Text

    class Beside(rich.ProgressColumn):
        def render(self, task: rich.Task) -> Text:
            return Text(_figures(tally))

    wide = Column(no_wrap=True, overflow="ellipsis", ratio=1)
    name = rich.TextColumn("{task.description}", markup=False, table_column=wide)
    # What the verb prints is not the bar's business: results stay on standard output.
    bar = rich.Progress(
        name,
        rich.BarColumn(bar_width=16),
        Beside(table_column=Column(no_wrap=True)),
        console=Console(stderr=True),
        transient=True,
        expand=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    bar.add_task(tally.label, total=None)
    return bar


def _figures(tally: Tally) -> str:
    """`3/40  0:05  sisa 0:12`: what is known of it."""
    parts = [f"{tally.done}/{tally.total}"] if tally.total else []
    parts.append(_minutes(tally.seconds))
    left = tally.seconds_left
    return "  ".join([*parts, *([] if left is None else [f"sisa {_minutes(left)}"])])


def _minutes(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02}"


def progress_display(*, quiet: bool, as_lines: bool = False) -> Progress:
    """JSON lines if asked for; a bar if stderr is a terminal and not `quiet`; else nothing."""
    # Python has no stream where the shell closed it.
    stream: TextIO | None = sys.stderr
    if stream is not None and as_lines:
        return LineProgress(stream)
    if stream is None or quiet or not stream.isatty():
        return SilentProgress()
    return TerminalProgress()
