"""Standard output and error that may be full or closed: the work goes on, and the loss is known."""

from __future__ import annotations

import errno
import io
import os
import select
import sys
from typing import Any, TextIO

from zi_docs.errors import OutputError, system_reason

_ON_WINDOWS = os.name == "nt"
# Windows calls it an invalid argument when the reader of a pipe has gone.
_CLOSED = (errno.EPIPE, errno.EINVAL) if _ON_WINDOWS else (errno.EPIPE,)


class GuardedFile(io.RawIOBase):
    """Writes to a file descriptor; what cannot be written is lost, and `problem` says why.

    Without it, a full disk behind `> daftar.txt` would end the run in the middle, and once more
    when Python writes out what it has kept.
    """

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self.problem: OSError | None = None

    def writable(self) -> bool:
        """Always, as far as its user knows."""
        return True

    def fileno(self) -> int:
        """The descriptor."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether it is a terminal."""
        return os.isatty(self._descriptor)

    def write(self, content: Any, /) -> int:
        """Write, or lose, all or the beginning of it; how much."""
        while self.problem is None:
            try:
                return os.write(self._descriptor, content)
            except BlockingIOError:
                select.select([], [self._descriptor], [])
            except OSError as problem:
                self.problem = problem
        return len(content)


def guarded(stream: TextIO | None) -> tuple[TextIO | None, GuardedFile | None]:
    """The stream with its file guarded; itself when it has none.

    On Windows a terminal takes characters, no bytes; in a file they would be those of an old code
    page, which lacks some of ours. What an encoding lacks, such as bytes in the name of a file that
    are no text, is written as its code, which JSON reads again.
    """
    if stream is None:
        return None, None
    if _ON_WINDOWS and stream.isatty():
        return stream, None
    try:
        file = GuardedFile(stream.fileno())
    except (OSError, ValueError):
        return stream, None
    buffer = io.BufferedWriter(file)
    encoding = "utf-8" if _ON_WINDOWS else stream.encoding
    return io.TextIOWrapper(buffer, encoding, "backslashreplace", line_buffering=True), file


def guard_streams() -> GuardedFile | None:
    """Guard both streams of this process; the file of standard output, if it has one."""
    sys.stdout, output = guarded(sys.stdout)
    sys.stderr, _ = guarded(sys.stderr)
    return output


def lost(output: GuardedFile | None) -> OutputError | None:
    """The error of an output that could not be written; None for one that its reader has closed."""
    if output is None:
        return None
    sys.stdout.flush()
    problem = output.problem
    if problem is None or problem.errno in _CLOSED:
        return None
    return OutputError(
        f"Keluaran perintah ini tidak dapat ditulis: {system_reason(problem)}. Naskah yang "
        "dibuat tetap ada.",
        "Sediakan ruang, atau arahkan keluarannya ke tempat lain, lalu jalankan kembali.",
    )
