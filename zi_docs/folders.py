"""The files below a folder, with what could not be looked at: nothing is left out in silence."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path


class LinkedFolderError(OSError):
    """A folder that is a link to another is not followed: it may lead anywhere, or round."""

    def __init__(self, path: str) -> None:
        super().__init__(errno.ELOOP, "tautan ke folder lain tidak diikuti", path)


def files_below(folder: Path) -> tuple[list[Path], list[OSError]]:
    """The files at any depth, in the order of their paths; empty where there is no folder.

    Each error bears the path of a folder in its `filename`: one that cannot be listed or entered,
    or, as LinkedFolderError, a link.
    """
    files: list[Path] = []
    problems: dict[str, OSError] = {}

    def unreadable(problem: OSError) -> None:
        if not isinstance(problem, FileNotFoundError):
            problems.setdefault(str(problem.filename), problem)

    for parent, folders, names in os.walk(folder, onerror=unreadable):
        for name in folders:
            inner = Path(parent, name)
            if inner.is_symlink():
                unreadable(LinkedFolderError(str(inner)))
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
