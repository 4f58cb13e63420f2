"""The files below a folder, with what could not be looked at: nothing is left out in silence."""

from __future__ import annotations

import os
import stat
from pathlib import Path


def files_below(folder: Path) -> tuple[list[Path], list[OSError]]:
    """The files at any depth, in the order of their paths; empty where there is no folder.

    Each error bears the path of a folder that cannot be listed or entered in its `filename`.
    """
    files: list[Path] = []
    problems: dict[str, OSError] = {}

    def unreadable(problem: OSError) -> None:
        if not isinstance(problem, FileNotFoundError):
            problems.setdefault(str(problem.filename), problem)

    for parent, _, names in os.walk(folder, onerror=unreadable):
        for name in names:
            path = Path(parent, name)
            try:
                regular = stat.S_ISREG(path.stat().st_mode)
            except FileNotFoundError:
                continue
            except OSError as problem:
                # It was listed: what bars the way is its folder.
                problem.filename = parent
                unreadable(problem)
                continue
            files += [path] if regular else []
    return sorted(files), list(problems.values())
