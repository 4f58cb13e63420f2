"""`python -m tools.fuzz TARGET`: fuzz one target for some seconds; faults stay as files."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

_SLOW_SECONDS, _MOST_MEGABYTES, _LONGEST = 20, 2048, 262_144


def options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser("fuzz", description=__doc__)
    parser.add_argument("target", help="buku-kerja, formulir, pdf or templat")
    parser.add_argument("--detik", type=int, default=3600, help="how long")
    parser.add_argument("--ke", type=Path, default=Path("output/fuzz"),
                        help="the folder of the corpus and of the faults")  # fmt: skip
    return parser.parse_args(arguments)


def main() -> None:
    """Fuzz; atheris leaves with 77 on a fault, whose input it has written."""
    asked = options()
    atheris: Any = importlib.import_module("atheris")
    # What is ours guides the search, and what reads signatures: to instrument all libraries takes
    # minutes.
    with atheris.instrument_imports(include=["zi_docs", "pyhanko"]):
        targets = importlib.import_module("tools.fuzz.targets")
        target = targets.TARGETS[asked.target]()
    corpus, faults = asked.ke / asked.target / "corpus", asked.ke / asked.target / "faults"
    for folder in (corpus, faults):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / f"seed-{number:03d}").write_bytes(seed)
    settings = {
        "max_total_time": asked.detik,
        "timeout": _SLOW_SECONDS,
        "rss_limit_mb": _MOST_MEGABYTES,
        "max_len": _LONGEST,
        "artifact_prefix": f"{faults}/",
        "print_final_stats": 1,
        # Sound parts, long as they are, stay what is mutated: scraps of XML get nowhere.
        "keep_seed": 1,
        "len_control": 0,
        "reduce_inputs": 0,
    }
    atheris.Setup(
        [sys.argv[0], str(corpus), *(f"-{name}={value}" for name, value in settings.items())],
        target.read,
    )
    atheris.Fuzz()


if __name__ == "__main__":
    main()
