"""The pipe on which a running LibreOffice takes the command line of another one.

`soffice` itself forwards its arguments in this way to an office that runs on the same profile;
doing it here saves the start of a program for every document. Observed on LibreOffice 7.4
(desktop/source/app/officeipcthread.cxx, sal/osl/unx/pipe.cxx).
"""

from __future__ import annotations

import hashlib
import os
import socket
from collections.abc import Sequence
from pathlib import Path

_FOLDER = Path("/tmp")  # noqa: S108  # where LibreOffice puts it
_GREETING = b"InternalIPC::SendArguments\0"
_REQUEST = "InternalIPC::Arguments1"
_DONE = b"InternalIPC::ProcessingDone\0"


class NoPipeError(Exception):
    """The office has no pipe here, or one that speaks in another way."""


def pipe_of(profile: str) -> Path | None:
    """Where an office on the profile with this URL listens, if it does; None but on Unix.

    It stays behind when the office is killed, whatever TMPDIR says.
    """
    if not (hasattr(os, "getuid") and hasattr(socket, "AF_UNIX")):
        return None
    digest = hashlib.md5(profile.encode("utf-16-le"), usedforsecurity=False).digest()
    # LibreOffice prints each byte without a leading zero.
    name = "".join(f"{byte:x}" for byte in digest)
    return _FOLDER / f"OSL_PIPE_{os.getuid()}_SingleOfficeIPC_{name}"


def forward(
    pipe: Path | None, arguments: Sequence[str], folder: Path, timeout_seconds: float
) -> bool:
    """Have an office carry out a command line as if given in `folder`.

    Tells whether it says that it is done. Raises NoPipeError when it cannot be asked,
    TimeoutError when it does not answer in time.
    """
    if pipe is None:
        raise NoPipeError
    with socket.socket(socket.AF_UNIX) as connection:
        connection.settimeout(timeout_seconds)
        try:
            connection.connect(str(pipe))
        except OSError as problem:
            raise NoPipeError from problem
        try:
            if _answer(connection) != _GREETING:
                raise NoPipeError
            words = [folder.as_uri(), *arguments]
            connection.sendall((_REQUEST + ",".join(map(_escaped, words))).encode() + b"\0")
            return _answer(connection) == _DONE
        except TimeoutError:
            raise
        except OSError:
            return False


def _answer(connection: socket.socket) -> bytes:
    """What is said up to the next zero byte; less when the office died."""
    answer = b""
    while not answer.endswith(b"\0"):
        part = connection.recv(4096)
        if not part:
            return answer
        answer += part
    return answer


def _escaped(word: str) -> str:
    return word.replace("\\", "\\\\").replace(",", "\\,").replace("\0", "\\0")
