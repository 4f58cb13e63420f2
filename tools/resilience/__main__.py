"""`python -m tools.resilience`: prints the figures of the last `make test-tahan` into the guide."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from tools.bench.report import machine
from tools.resilience.figures import FOLDER, kept
from tools.resilience.trials import ROOT
from zi_docs.wording.dates import long_date

GUIDE = ROOT / "docs" / "ketahanan.md"
FIGURES = ROOT / "docs" / "ketahanan.json"
_BEGIN, _END = "<!-- angka -->", "<!-- akhir angka -->"
_HEAD = "| yang diuji | dicoba | bertahan | hilang | detik prosesor | terlama | memori terbesar |"
_RULE = "|---|--:|--:|--:|--:|--:|--:|"


def joined(tallies: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The tallies by their titles, those of one title as one."""
    lines: dict[str, dict[str, Any]] = {}
    for tally in tallies:
        line = lines.setdefault(str(tally["title"]), dict.fromkeys(_SUMS + _MOSTS, 0))
        for name in _SUMS:
            line[name] += tally[name]
        for name in _MOSTS:
            line[name] = max(line[name], tally[name])
    return [{"title": title, **line} for title, line in lines.items()]


_SUMS = ("tried", "survived", "lost", "seconds")
_MOSTS = ("longest", "megabytes")


def table(lines: Sequence[Mapping[str, Any]]) -> str:
    """The lines as a table of Markdown, with their sum."""
    total = {name: sum(line[name] for line in lines) for name in _SUMS}
    rows = [_row(line) for line in lines]
    rows.append(_row({"title": "**Seluruhnya**", **total, "longest": 0, "megabytes": 0}))
    return "\n".join([_HEAD, _RULE, *rows])


def _row(line: Mapping[str, Any]) -> str:
    counts = [_number(line[name], 0) for name in ("tried", "survived", "lost")]
    measured = [("seconds", 0, ""), ("longest", 1, ""), ("megabytes", 0, " MB")]
    shown = [
        f"{_number(line[name], places)}{unit}" if line[name] else "–"
        for name, places, unit in measured
    ]
    return f"| {' | '.join([str(line['title']), *counts, *shown])} |"


def _number(value: float, places: int) -> str:
    """A number as it is written in Indonesian."""
    return f"{value:,.{places}f}".translate(str.maketrans(",.", ".,"))


def with_figures(text: str, figures: str) -> str:
    """The guide with other figures between its marks."""
    pattern = re.compile(f"{re.escape(_BEGIN)}.*?{re.escape(_END)}", re.S)
    return pattern.sub(lambda _: f"{_BEGIN}\n{figures}\n{_END}", text)


def where(about: Mapping[str, Any]) -> str:
    """On what machine the figures were had, in a line."""
    programs = [f"Python {about['python']}", about["libreoffice"]]
    shown = ", ".join(program for program in programs if program)
    return f"Pengujian terakhir: {long_date(date.today())}, {about['cores']} inti, {shown}."


def main() -> None:
    """Read what the tests left, keep it as JSON, print it into the guide."""
    tallies = kept()
    if not tallies:
        sys.exit(f"Belum ada angka di {FOLDER}; jalankan `make test-tahan`.")
    about = machine()
    record = {"machine": about, "tallies": tallies}
    FIGURES.write_text(json.dumps(record, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    figures = f"{where(about)}\n\n{table(joined(tallies))}"
    text = with_figures(GUIDE.read_text(encoding="utf-8"), figures)
    GUIDE.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
