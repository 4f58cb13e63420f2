"""What is shown of long work: the paper in hand, how many are made, how long the others take."""

from __future__ import annotations

import json
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
    # Longer than it should take: it is not over, and nobody knows better.
    clock.now = 60
    assert tally.seconds_left == 1
    for paper in ("keputusan/renaksi-salinan", "bundel/keputusan-renaksi", "rapat/R-01/undangan"):
        tally.end(paper)
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
