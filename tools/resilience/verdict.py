"""What a run must be like, whatever it was given."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from tools.resilience.trials import Result, Trial
from zi_docs.errors import ExitCode

MOST_SECONDS = 30.0
"""Of the processor; the sound workbook takes less than one."""
MOST_MEGABYTES = 900.0
LONGEST_MESSAGE, LONGEST_LINE = 1500, 6000
"""Letters of a finding: less than a screenful; of a line, which may list cells."""

_CODES = frozenset(int(code) for code in ExitCode)
_TRACES = ("Traceback (most recent call last)", "Fatal Python error", 'File "')
# What would move the cursor, ring a bell, or turn what follows around.
UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
# What a failure leaves of Python where nobody translated it.
_FOREIGN = re.compile(r"\b\w+(?:Error|Exception)\b|<class |object at 0x|\bNone\b")


@dataclass(frozen=True)
class Verdict:
    """The faults of a run; none when it was as it must be."""

    faults: tuple[str, ...]

    def __str__(self) -> str:
        return "; ".join(self.faults) or "sound"


def judge(trial: Trial, result: Result) -> Verdict:
    """Judge one run by its exit code, its words, what it took and what it touched."""
    return Verdict(tuple(_faults(trial, result)))


def _faults(trial: Trial, result: Result) -> Iterator[str]:
    if result.code not in _CODES or result.code == ExitCode.DIHENTIKAN:
        yield f"exit code {result.code}"
    for trace in _TRACES:
        if trace in result.stderr or trace in result.stdout:
            yield f"a traceback: {_last_line(result.stderr)}"
            break
    if result.seconds > MOST_SECONDS:
        yield f"{result.seconds} seconds"
    if result.megabytes > MOST_MEGABYTES:
        yield f"{result.megabytes} megabytes"
    yield from result.strays
    if "--json" in trial.arguments:
        yield from _json_faults(result)
    else:
        yield from _text_faults(result)


def _text_faults(result: Result) -> Iterator[str]:
    # What a verb was asked for may be as long as a cell.
    if (longest := max(map(len, result.stderr.splitlines()), default=0)) > LONGEST_LINE:
        yield f"a line of {longest} letters"
    for text in (result.stdout, result.stderr):
        if sign := UNPRINTABLE.search(text):
            yield f"prints {sign.group()!r}"
    if result.code != ExitCode.BERES and not (result.stdout + result.stderr).strip():
        yield f"exit code {result.code} without a word"
    if foreign := _FOREIGN.search(result.stderr):
        yield f"says {foreign.group()!r}"


def _json_faults(result: Result) -> Iterator[str]:
    try:
        answer = json.loads(result.stdout)
    except ValueError:
        yield "no JSON"
        return
    if answer["exit"] != result.code:
        yield f"says exit {answer['exit']}, leaves with {result.code}"
    errors = 0
    for finding in answer["findings"]:
        errors += finding["severity"] == "kesalahan"
        yield from _finding_faults(finding)
    if result.code != ExitCode.BERES and not answer["findings"]:
        yield f"exit code {result.code} without a finding"
    if result.code == ExitCode.TEMUAN and not errors:
        yield "TEMUAN without an error"


def _finding_faults(finding: Mapping[str, Any]) -> Iterator[str]:
    place = finding["place"]
    if not place.get("file"):
        yield f"{finding['code']} has no place"
    if place.get("cell") and not place.get("sheet"):
        yield f"{finding['code']} has a cell of no sheet"
    if not finding["message"].strip():
        yield f"{finding['code']} says nothing"
    if len(finding["message"]) > LONGEST_MESSAGE:
        yield f"{finding['code']} says {len(finding['message'])} letters"
    for text in (finding["message"], place.get("sheet") or "", place["file"]):
        if sign := UNPRINTABLE.search(text):
            yield f"{finding['code']} holds {sign.group()!r}"
    if foreign := _FOREIGN.search(finding["message"]):
        yield f"{finding['code']} says {foreign.group()!r}"


def _last_line(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()]
    return lines[-1][:200] if lines else ""
