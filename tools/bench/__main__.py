"""`python -m tools.bench`: measure, print a table, write JSON and a chart."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.bench.commands import ROOT
from tools.bench.figures import Figure, ratios
from tools.bench.laboratory import Laboratory, measured
from tools.bench.report import as_json, machine, table
from tools.bench.rows import ROWS


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("bench", description=__doc__)
    parser.add_argument("--hanya", nargs="+", choices=ROWS, default=list(ROWS), metavar="NAME",
                        help=f"measure only these rows: {', '.join(ROWS)}")  # fmt: skip
    parser.add_argument("--ulang", type=int, default=3, help="how often each row is measured")
    parser.add_argument("--besar", action="store_true", help="also what takes many minutes")
    parser.add_argument("--ke", type=Path, default=ROOT / "output",
                        help="the folder of bench.json and of the chart")  # fmt: skip
    return parser.parse_args(arguments)


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure the rows that were asked for; whatever they give, the run ends well."""
    asked = options(arguments)
    about = machine()
    figures: list[Figure] = []
    with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as scratch:
        lab = Laboratory(Path(scratch), asked.ulang, asked.besar)
        for name, row in ROWS.items():
            if name in asked.hanya:
                figures += measured(name, row, lab)
                # After every row: a run of many minutes that is interrupted keeps its figures.
                _save(asked.ke, [*figures, *ratios(figures)], about, lab.charts)
    sys.stdout.write(f"{about}\n{table([*figures, *ratios(figures)])}\n")


def _save(
    folder: Path,
    figures: Sequence[Figure],
    about: Mapping[str, object],
    charts: Mapping[str, bytes],
) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps(as_json(figures, about), indent=2, ensure_ascii=False)
    (folder / "bench.json").write_text(f"{content}\n", encoding="utf-8")
    for name, picture in charts.items():
        (folder / name).write_bytes(picture)


if __name__ == "__main__":
    main()
