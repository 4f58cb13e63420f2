"""One run at a time for one output folder, and the name of who is at work there."""

from __future__ import annotations

import getpass
import json
import os
import shutil
import socket
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from zi_docs.errors import BusyError, OutputError

LOCK = ".kunci"
HOLDER = ".pemegang.json"
# Folders of unfinished conversions in the system's folder for such; the process number follows.
SCRATCH = "zi-docs-"


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Keep other runs out of `folder` while the block works; clean up after a dead one.

    The system frees the lock of a process that dies. Raises BusyError naming who holds it, and
    OutputError when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        lock.acquire(blocking=False)
    except Timeout as problem:
        raise BusyError(
            f"Folder {folder} sedang dikerjakan oleh {_holder(folder / HOLDER)}.",
            "Tunggulah sampai selesai, lalu jalankan perintah ini kembali.",
        ) from problem
    except OSError as problem:
        raise unwritable(folder, problem) from problem
    note = folder / HOLDER
    try:
        _clean_after_the_dead(note)
        with suppress(OSError):
            note.write_text(json.dumps(_oneself(), ensure_ascii=False), encoding="utf-8")
        yield
    finally:
        with suppress(OSError):
            note.unlink(missing_ok=True)
        lock.release()


def unwritable(folder: Path, problem: OSError) -> OutputError:
    """The error of an output folder that does not take what is to be written."""
    return OutputError(
        f"Hasil tidak dapat disimpan di {folder}: {problem.strerror or problem}"
        f"{f' ({problem.filename})' if problem.filename else ''}. Berkas yang lama tetap ada.",
        "Periksa izin dan sisa ruang folder itu, dan tutup dokumen yang sedang dibuka.",
    )


def _oneself() -> dict[str, str | int]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError):
        user = "?"
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"pid": os.getpid(), "host": socket.gethostname(), "user": user, "sejak": since}


def _holder(note: Path) -> str:
    told = _read(note)
    if not told:
        return "proses lain"
    return (
        f"proses {told.get('pid', '?')} milik {told.get('user', '?')} di komputer "
        f"{told.get('host', '?')} sejak {told.get('sejak', '?')}"
    )


def _read(note: Path) -> dict[str, str | int]:
    try:
        told = json.loads(note.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _clean_after_the_dead(note: Path) -> None:
    """Take away the unfinished conversions of a run that left its note behind."""
    told = _read(note)
    pid = told.get("pid")
    if not isinstance(pid, int) or told.get("host") != socket.gethostname() or _lives(pid):
        return
    for rest in Path(tempfile.gettempdir()).glob(f"{SCRATCH}{pid}-*"):
        shutil.rmtree(rest, ignore_errors=True)


def _lives(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True
