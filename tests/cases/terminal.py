"""What a program prints on a terminal."""

from __future__ import annotations

import os
import subprocess


def printed(process: subprocess.Popen[bytes], terminal: int) -> str:
    """All that a process prints on a terminal until it ends; the descriptor is closed."""
    parts = []
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:
            # So Linux says that nobody has the other side open any more.
            break
        if not part:
            break
        parts.append(part)
    process.wait()
    os.close(terminal)
    return b"".join(parts).decode()
