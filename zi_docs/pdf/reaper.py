"""Ends what a killed run left: run by its path, with the standard library alone.

It reads one JSON list a line: ["start", PID] of a process group, ["end", PID], ["remove", PATH].
When its input ends, because the program that wrote it has ended in whatever way, it kills the
groups that did not end and removes the paths.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path


def reap(lines: Iterable[str]) -> None:
    """Read what was started and made until the end, then end and remove what is left."""
    groups: set[int] = set()
    paths: list[str] = []
    for line in lines:
        word, value = json.loads(line)
        if word == "start":
            groups.add(value)
        elif word == "end":
            groups.discard(value)
        else:
            paths.append(value)
    for group in groups:
        with suppress(OSError):
            os.killpg(group, signal.SIGKILL)
    for path in paths:
        shutil.rmtree(path, ignore_errors=True)
        with suppress(OSError):
            Path(path).unlink()


if __name__ == "__main__":
    reap(sys.stdin)
