"""Where a run of the bench works: its folders, how often it repeats, the finished year."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from tools.bench.commands import SOURCE, Outcome, generate
from tools.bench.figures import Figure


class Timed(Protocol):
    """What has a time."""

    @property
    def seconds(self) -> float:
        """How long it took."""


Measured = TypeVar("Measured", bound=Timed)


@dataclass
class Laboratory:
    """A temporary folder `scratch`; each row is measured `repeats` times, `large`: also the rest.

    `charts` are the pictures that rows leave, by file name.
    """

    scratch: Path
    repeats: int = 3
    large: bool = False
    charts: dict[str, bytes] = field(default_factory=dict)
    _years: list[Path] = field(default_factory=list)

    def folder(self) -> Path:
        """A new, empty folder."""
        return Path(tempfile.mkdtemp(dir=self.scratch))

    def repeated(
        self, name: str, measure: Callable[[], Measured], times: int | None = None
    ) -> list[Measured]:
        """Measure something `times` times, by default `repeats`, showing each as it comes."""
        outcomes = []
        for _ in range(times or self.repeats):
            outcomes.append(measure())
            sys.stderr.write(f"{name}: {outcomes[-1].seconds:.2f} s\n")
        return outcomes

    def cold(
        self, arguments: Sequence[str], source: Path = SOURCE, *, sampled: bool = False
    ) -> Outcome:
        """Run a verb into an empty folder of results."""
        output = self.folder()
        outcome = generate(arguments, self.scratch, output, source=source, sampled=sampled)
        shutil.rmtree(output)
        return outcome

    def cold_year(self) -> Outcome:
        """Make the whole year into an empty folder, which is kept as `year`."""
        output = self.folder()
        outcome = generate(["semua"], self.scratch, output, sampled=True)
        if self._years:
            shutil.rmtree(output)
        else:
            self._years.append(output)
        return outcome

    @property
    def year(self) -> Path:
        """The finished results of a cold year, with the cache; made when no row measured it."""
        if not self._years:
            sys.stderr.write("making the year that other rows begin with\n")
            self.cold_year()
        return self._years[0]

    def finished_year(self) -> Path:
        """A copy of the finished year, to be run upon."""
        copy = self.folder()
        subprocess.run(["cp", "-a", f"{self.year}/.", str(copy)], check=True)
        return copy

    @property
    def documents(self) -> list[Path]:
        """The DOCX files of the year."""
        return sorted(self.year.rglob("*.docx"))


def timed(name: str, outcomes: Sequence[Outcome], note: str = "") -> Figure:
    """The seconds of commands, with what went wrong with the last of them."""
    seconds = tuple(outcome.seconds for outcome in outcomes)
    return Figure(name, "s", seconds, outcomes[-1].note or note)


def peak(name: str, outcomes: Sequence[Outcome], note: str = "") -> Figure:
    """The peak memory of commands, in MB."""
    peaks = tuple(outcome.peak for outcome in outcomes if outcome.peak is not None)
    return Figure(name, "MB", peaks, note if peaks else "not told by this system")


Row = Callable[[Laboratory], Iterable[Figure]]
"""Measures what belongs together and gives its figures."""


def measured(name: str, row: Row, lab: Laboratory) -> list[Figure]:
    """The figures of a row; what it could not measure is noted and stops no other row."""
    figures: list[Figure] = []
    try:
        figures.extend(row(lab))
    except (OSError, ValueError, subprocess.SubprocessError) as problem:
        figures.append(Figure(name, "", (), f"failed: {problem}"))
    return figures
