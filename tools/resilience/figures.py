"""What was tried and what came of it, kept for `docs/ketahanan.md`."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from tools.resilience.trials import ROOT

FOLDER = ROOT / "output" / "ketahanan"
"""A file for each part of `make test-tahan`, as its tests left it."""


@dataclass
class Tally:
    """Of one part: how many were tried, how many the program bore, how many files were lost.

    `seconds` is what the processor worked in all, `longest` and `megabytes` the most of one.
    """

    key: str
    title: str
    tried: int = 0
    survived: int = 0
    lost: int = 0
    seconds: float = 0.0
    longest: float = 0.0
    megabytes: float = 0.0
    codes: dict[str, int] = field(default_factory=dict)

    def count(self, code: int, seconds: float = 0.0, megabytes: float = 0.0) -> None:
        """Count a trial that was as it must be."""
        self.tried += 1
        self.survived += 1
        self.seconds += seconds
        self.longest = max(self.longest, seconds)
        self.megabytes = max(self.megabytes, megabytes)
        self.codes[str(code)] = self.codes.get(str(code), 0) + 1

    def fail(self, faults: Iterable[str]) -> None:
        """Count a trial that was not; what it changed of others is lost."""
        self.tried += 1
        self.lost += any(fault.startswith("changed ") for fault in faults)

    def keep(self, folder: Path = FOLDER) -> None:
        """Write the tally where the report finds it."""
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(self), ensure_ascii=False, indent=1)
        (folder / f"{self.key}.json").write_text(text + "\n", encoding="utf-8")


def kept(folder: Path = FOLDER) -> list[Mapping[str, object]]:
    """The tallies of the last run, by their keys."""
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))]
