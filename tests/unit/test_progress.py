"""What is shown of long work: the paper in hand, how many are made, how long the others take."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from dataclasses import dataclass
from io import StringIO

from zi_docs.progress import LineProgress, Tally


@dataclass
class Clock:
    """A clock that the test moves."""

    now: float = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_time_left_follows_the_pace_of_the_papers_made() -> None:
    clock = Clock()
    tally = Tally(clock)
    tally.start("Membaca buku kerja")
    assert (tally.paper, tally.seconds_left) == ("", None)
    clock.now = 5
    tally.start("Menyusun naskah", 4)
    tally.begin("keputusan/renaksi-asli")
    clock.now = 7
    assert tally.seconds_left is None
    tally.end("keputusan/renaksi-asli")
    # One of four took two seconds; what was before it counts for nothing.
    assert (tally.seconds, tally.seconds_left) == (7, 6)
    clock.now = 8.5
    assert tally.seconds_left == 5
    # It takes longer than it should: the two after it may do so as well.
    clock.now = 15
    assert tally.seconds_left == 10
    tally.end("keputusan/renaksi-salinan")
    tally.end("bundel/keputusan-renaksi")
    # Of the last one nobody knows more than that it is not over.
    clock.now = 60
    assert tally.seconds_left == 1
    tally.end("rapat/R-01/undangan")
    assert (tally.done, tally.seconds_left) == (4, 0)
    tally.start("Menyimpan hasil")
    assert (tally.done, tally.total, tally.seconds_left) == (4, 4, 0)


def test_of_several_papers_in_hand_the_first_is_named() -> None:
    tally = Tally(Clock())
    tally.start("Menyusun naskah", 3)
    for paper in ("asli", "salinan", "undangan"):
        tally.begin(paper)
    tally.end("salinan")
    assert tally.paper == "asli"
    tally.end("asli")
    assert tally.paper == "undangan"


def test_a_line_a_step_for_the_program_that_asked() -> None:
    stream, clock = StringIO(), Clock()
    progress = LineProgress(stream, Tally(clock))
    progress.start("Menyusun naskah", 2)
    progress.begin("rapat/R-01/undangan")
    clock.now = 3
    progress.end("rapat/R-01/undangan")
    progress.stop()
    shown = [json.loads(line) for line in stream.getvalue().splitlines()]
    waiting = {"label": "Menyusun naskah", "paper": "", "done": 0, "total": 2}
    for content in (
        {**waiting, "seconds": 0, "seconds_left": None},
        {**waiting, "paper": "rapat/R-01/undangan", "seconds": 0, "seconds_left": None},
        {**waiting, "done": 1, "seconds": 3, "seconds_left": 3},
    ):
        assert {"progress": content} in shown


WORK = """
from zi_docs.progress import progress_display
progress = progress_display(quiet=False)
progress.start("Menyusun naskah", 2)
progress.begin("rapat/R-01/undangan")
progress.end("rapat/R-01/undangan")
progress.begin("rapat/R-02/undangan")
progress.stop()
print("hasil")
"""


def test_a_bar_on_a_terminal_leaves_the_results_alone() -> None:
    """What is printed goes to standard output, also while the bar stands on the terminal."""
    screen, terminal = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-c", WORK],
        stdout=subprocess.PIPE,
        stderr=terminal,
        text=True,
        check=True,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80", "NO_COLOR": "1"},
    )
    os.close(terminal)
    shown = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", os.read(screen, 65536).decode())
    os.close(screen)
    assert done.stdout == "hasil\n"
    last = shown.strip().splitlines()[-1]
    assert last.startswith("rapat/R-02/undangan")
    assert re.search(r" 1/2  0:\d\d  sisa 0:\d\d$", last)
    assert max(map(len, shown.splitlines())) <= 80


def test_nothing_is_shown_in_a_pipe() -> None:
    done = subprocess.run([sys.executable, "-c", WORK], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("hasil\n", "")
