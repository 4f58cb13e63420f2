"""A verb of the program as a process of its own: its progress, its lines, its JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from zi_docs.confined import MIB, Child, Ended, Ending, Limits
from zi_docs.errors import ExitCode
from zi_docs.web.workplace import Workplace

# A year of an office with much to make takes some minutes; LibreOffice takes half a gigabyte.
MAKING_LIMITS = Limits(seconds=4 * 3600, memory=8 * 1024 * MIB)
INTAKE_LIMITS = Limits(seconds=120, memory=1536 * MIB)

_PROGRESS = '{"progress":'
_MOST_LINES = 2000


@dataclass(frozen=True)
class VerbProgress:
    """How far a verb is: the step, the paper being made, counts, seconds left (None: unknown)."""

    label: str = ""
    paper: str = ""
    done: int = 0
    total: int = 0
    seconds_left: float | None = None


@dataclass(frozen=True)
class Outcome:
    """What a verb came to: exit code, files, findings and all else of its JSON, stderr lines."""

    exit: int
    ending: Ending
    files: tuple[Path, ...] = ()
    findings: Sequence[Mapping[str, Any]] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        """Whether all that was asked for was done."""
        return self.ending is Ending.ITSELF and self.exit == ExitCode.BERES

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.ending is Ending.CANCELLED or self.exit == ExitCode.DIHENTIKAN

    @property
    def meaning(self) -> str:
        """What came of it, in a sentence."""
        if self.cancelled:
            return ExitCode.DIHENTIKAN.meaning
        if self.ending is not Ending.ITSELF:
            return f"Berkas ini ditolak: pemeriksaannya {self.ending.value}."
        known = {code.value for code in ExitCode}
        return ExitCode(self.exit).meaning if self.exit in known else f"Kode keluar {self.exit}."


class VerbProcess:
    """A verb to be run with its arguments on a workplace, within limits."""

    def __init__(self, place: Workplace, arguments: Sequence[str], limits: Limits) -> None:
        verb, *others = arguments
        own = (verb, *place.options, "--json", *others)
        self._child = Child((sys.executable, "-m", "zi_docs", *own), limits)

    def cancel(self) -> None:
        """Call it off; it ends what it began, and nothing half done stays."""
        self._child.cancel()

    def run(
        self,
        progressed: Callable[[VerbProgress], None] = lambda progress: None,
        said: Callable[[str], None] = lambda line: None,
    ) -> Outcome:
        """Run it to its end. Progress and the other lines of its stderr are handed on."""
        lines: list[str] = []

        def heard(line: str) -> None:
            if line.startswith(_PROGRESS):
                progressed(_progress(line))
            elif line.strip() and len(lines) < _MOST_LINES:
                lines.append(line)
                said(line)

        return _outcome(self._child.run(heard), lines)


def _progress(line: str) -> VerbProgress:
    """The progress that a line of JSON tells; none for one that was cut."""
    try:
        values = json.loads(line)["progress"]
        return VerbProgress(**{name.name: values.get(name.name) for name in fields(VerbProgress)})
    except (ValueError, KeyError, TypeError):
        return VerbProgress()


def _outcome(ended: Ended, lines: Sequence[str]) -> Outcome:
    try:
        content = json.loads(ended.stdout)
    except ValueError:
        content = {}
    if not isinstance(content, dict):
        content = {}
    return Outcome(
        ended.code,
        ended.ending,
        tuple(Path(name) for name in content.pop("files", ())),
        content.pop("findings", ()),
        content,
        tuple(lines),
    )
