"""What a run measured, as a table to read and as JSON to keep."""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping, Sequence
from typing import Any

from tools.bench.figures import Figure
from tools.bench.offices import office

_HEADERS = ("", "median", "target", "runs", "")


def machine() -> dict[str, object]:
    """The machine in a few words, without its name: cores, load, versions."""
    program = office()
    version = ""
    if program is not None:
        asked = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)
        version = " ".join(asked.stdout.split()[:2])
    return {
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
        "libreoffice": version,
    }


def table(figures: Sequence[Figure]) -> str:
    """A line a figure: name, median, target, runs, note; the columns aligned."""
    lines = [_HEADERS, *(_line(figure) for figure in figures)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(_HEADERS))]
    return "\n".join(_aligned(line, widths) for line in lines)


def _aligned(line: Sequence[str], widths: Sequence[int]) -> str:
    name, median, *others = zip(line, widths, strict=True)
    cells = [name[0].ljust(name[1]), median[0].rjust(median[1])]
    return "  ".join([*cells, *(text.ljust(width) for text, width in others)]).rstrip()


def _line(figure: Figure) -> tuple[str, str, str, str, str]:
    value, target = figure.value, figure.target
    median = "-" if value is None else f"{number(value)} {figure.unit}"
    goal = "" if target is None else str(target)
    if target is not None and value is not None and target.met(value):
        goal += " met"
    runs = "  ".join(number(run) for run in figure.runs) if len(figure.runs) > 1 else ""
    return figure.name, median, goal, runs, figure.note


def number(value: float) -> str:
    """Three digits that matter, and never an exponent."""
    return f"{value:.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def as_json(figures: Sequence[Figure], about: Mapping[str, object]) -> dict[str, Any]:
    """All figures with every run: {machine, figures: [{name, unit, median, runs, ...}]}."""
    return {"machine": about, "figures": [_record(figure) for figure in figures]}


def _record(figure: Figure) -> dict[str, Any]:
    target = figure.target
    goal = {} if target is None else {"at_least" if target.at_least else "at_most": target.limit}
    return {
        "name": figure.name,
        "unit": figure.unit,
        "median": figure.value,
        "runs": list(figure.runs),
        **goal,
        "note": figure.note,
    }
