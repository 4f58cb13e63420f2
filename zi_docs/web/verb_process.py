"""A verb of the program as a process of its own: its progress, its lines, its JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, fields
from pathlib import Path
from threading import Lock
from typing import Any

from zi_docs.confined import Child, Ending, Limits, Outcome, verb_command
from zi_docs.errors import ExitCode
from zi_docs.findings import Severity
from zi_docs.web.workplace import Workplace

# A year of an office with much to make takes some minutes; LibreOffice takes half a gigabyte.
_GIB = 1024 * 1024 * 1024
MAKING_LIMITS = Limits(seconds=4 * 3600, memory_bytes=8 * _GIB)
INTAKE_LIMITS = Limits(seconds=120, memory_bytes=1.5 * _GIB)

_REFUSALS = {
    Ending.TIME: "terlalu lama",
    Ending.MEMORY: "memerlukan terlalu banyak memori",
    Ending.OUTPUT: "mencetak terlalu banyak",
}
_PROGRESS = '{"progress":'
_MOST_LINES = 2000


@dataclass(frozen=True)
class VerbProgress:
    """How far a verb is: the step, the paper being made, counts, seconds since and to go.

    `seconds_left` is None while nobody knows.
    """

    label: str = ""
    paper: str = ""
    done: int = 0
    total: int = 0
    seconds: float = 0
    seconds_left: float | None = None


@dataclass(frozen=True)
class VerbOutcome:
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
        return self.ending is Ending.BY_ITSELF and self.exit == ExitCode.BERES

    @property
    def errors(self) -> list[Mapping[str, Any]]:
        """The findings that stand in the way."""
        return [each for each in self.findings if each["severity"] == Severity.ERROR.value]

    @property
    def other_findings(self) -> list[Mapping[str, Any]]:
        """The findings that do not."""
        return [each for each in self.findings if each["severity"] != Severity.ERROR.value]

    @property
    def cancelled(self) -> bool:
        """Whether it was called off."""
        return self.ending is Ending.CANCELLED or self.exit == ExitCode.DIHENTIKAN

    @property
    def refusal(self) -> str:
        """Why it was ended before its end; empty where it was not."""
        reason = _REFUSALS.get(self.ending)
        return f"Ditolak: pemeriksaannya {reason}." if reason else ""

    @property
    def meaning(self) -> str:
        """What came of it, in a sentence."""
        if self.cancelled:
            return ExitCode.DIHENTIKAN.meaning
        if self.refusal:
            return self.refusal
        known = {code.value for code in ExitCode}
        return ExitCode(self.exit).meaning if self.exit in known else f"Kode keluar {self.exit}."


class VerbProcess:
    """A verb to be run with its arguments on a workplace, within limits."""

    def __init__(self, place: Workplace, arguments: Sequence[str], limits: Limits) -> None:
        verb, *others = arguments
        self._command = verb_command(verb, *place.options, "--json", *others)
        self._limits = limits
        self._lock = Lock()
        self._child: Child | None = None
        self._cancelled = False

    def cancel(self) -> None:
        """Call it off, begun or not; it ends what it began, and nothing half done stays."""
        with self._lock:
            self._cancelled = True
            if self._child is not None:
                self._child.cancel()

    def run(
        self,
        progressed: Callable[[VerbProgress], None] = lambda progress: None,
        said: Callable[[str], None] = lambda line: None,
    ) -> VerbOutcome:
        """Run it to its end. Progress and the other lines of its stderr are handed on."""
        lines: list[str] = []

        def heard(line: str) -> None:
            if line.startswith(_PROGRESS):
                progressed(_progress(line))
            elif line.strip() and len(lines) < _MOST_LINES:
                lines.append(line)
                said(line)

        with self._lock:
            if self._cancelled:
                return VerbOutcome(ExitCode.DIHENTIKAN, Ending.CANCELLED)
            try:
                self._child = Child(self._command, self._limits, on_line=heard)
            except (OSError, ValueError):
                # More words than a system hands to a program, or one that it cannot hand on.
                return VerbOutcome(ExitCode.SALAH_PERINTAH, Ending.BY_ITSELF)
        return _outcome(self._child.result(), lines)


def _progress(line: str) -> VerbProgress:
    """The progress that a line of JSON tells; none for one that was cut."""
    try:
        values = json.loads(line)["progress"]
        return VerbProgress(**{name.name: values.get(name.name) for name in fields(VerbProgress)})
    except (ValueError, KeyError, TypeError):
        return VerbProgress()


def _outcome(outcome: Outcome, lines: Sequence[str]) -> VerbOutcome:
    try:
        content = json.loads(outcome.stdout)
    except ValueError:
        content = {}
    if not isinstance(content, dict):
        content = {}
    return VerbOutcome(
        outcome.code,
        outcome.ending,
        tuple(Path(name) for name in content.pop("files", ())),
        content.pop("findings", ()),
        content,
        tuple(lines),
    )
