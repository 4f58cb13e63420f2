"""Files as others left them: what of a folder could not be looked at, and what has no end."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


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


def linked_folder(folder: Path, name: str) -> Path | None:
    """The link among the folders between `folder` and the file of a name below it, if any.

    Whoever writes through one writes elsewhere. `folder` itself may be one.
    """
    between = [folder / parent for parent in reversed(Path(name).parents)][1:]
    return next((path for path in between if is_link(path)), None)


def is_link(path: Path) -> bool:
    """Whether a path leads to another place: a link, or what Windows calls a junction."""
    # Python knows junctions since 3.12.
    is_junction = getattr(path, "is_junction", lambda: False)
    return path.is_symlink() or bool(is_junction())


def open_regular(path: Path) -> BinaryIO:
    """A file, opened to be read. Raises OSError, also for what is no file.

    A device has no end, and a pipe perhaps nobody at the other one.
    """
    # Whoever opens a pipe would wait for the other end.
    unasked = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    handle = os.open(path, os.O_RDONLY | unasked)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise OSError(0, "bukan berkas biasa", str(path))
    return os.fdopen(handle, "rb")


def read_regular(path: Path, most_bytes: int = 256 * 1024**2) -> bytes:
    """The content of a file. Raises OSError, also for what is no file, and for a larger one."""
    with open_regular(path) as stream:
        size = min(os.fstat(stream.fileno()).st_size, most_bytes)
        # Python sets as much aside as it is asked to read, so that is never the limit at once.
        content = stream.read(size + 1)
        if len(content) > size:
            content += stream.read(most_bytes - size)
    if len(content) > most_bytes:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
    return content
