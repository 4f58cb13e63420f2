"""Locks an output folder for one run at a time and names the process that has the lock."""

from __future__ import annotations

import getpass
import json
import os
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from zi_docs.build.open_files import open_file_error
from zi_docs.build.state_files import DamagedStateError, read_state
from zi_docs.errors import BusyError, OutputError, system_reason
from zi_docs.folders import is_link

LOCK_FILE = ".kunci"
_LONGEST_WORD = 80
HOLDER_FILE = ".pemegang.json"


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """Lock `folder` against other runs during the block.

    The operating system frees the lock of a process that dies. Raises BusyError naming the
    process that has the lock, OutputError if the folder is a link or cannot be written.
    """
    refuse_link(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK_FILE)
        lock.acquire(blocking=False)
    except Timeout as problem:
        raise BusyError(
            f"Folder {folder} sedang dikerjakan oleh {_describe_holder(folder / HOLDER_FILE)}.",
            "Tunggulah sampai selesai, lalu jalankan perintah ini kembali.",
        ) from problem
    except OSError as problem:
        raise unwritable_folder_error(folder, problem) from problem
    holder_file = folder / HOLDER_FILE
    try:
        with suppress(OSError):
            _write_note(holder_file)
        yield
    finally:
        with suppress(OSError):
            holder_file.unlink(missing_ok=True)
        lock.release()


def refuse_link(folder: Path) -> None:
    """Raise OutputError for a folder that is a link: nothing is written to where it leads."""
    if is_link(folder):
        raise OutputError(
            f"{folder} adalah tautan ke {os.path.realpath(folder)}, jadi tidak ada yang ditulis.",
            "Gantilah tautan itu dengan folder biasa. Bila hasil hendak disimpan di tempat lain, "
            "sebutkan tempat itu dengan `--keluaran`.",
        )


def _write_note(holder_file: Path) -> None:
    """Say who is at work. Raises OSError.

    What stands there is a dead run's, or a link: it is taken away, and not written through.
    """
    holder_file.unlink(missing_ok=True)
    with holder_file.open("x", encoding="utf-8") as stream:
        json.dump(_this_process(), stream, ensure_ascii=False)


def unwritable_folder_error(folder: Path, problem: OSError) -> OutputError:
    """The error for an output folder that cannot be written, or for an open file in it."""
    if (error := open_file_error(problem)) is not None:
        return error
    # Of a renaming the second name is the one that could not be had.
    place = problem.filename2 or problem.filename
    return OutputError(
        f"Hasil tidak dapat disimpan di {folder}: {system_reason(problem)}"
        f"{f' ({place})' if place else ''}. Berkas yang lama tetap ada.",
        "Periksa izin dan sisa ruang folder itu, singkirkan berkas atau folder lain yang ada di "
        "tempat itu, dan tutup dokumen yang sedang dibuka.",
    )


def _this_process() -> dict[str, str | int]:
    try:
        user = getpass.getuser()
    except (KeyError, OSError, ImportError):
        user = "?"
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"pid": os.getpid(), "host": socket.gethostname(), "user": user, "sejak": since}


def _describe_holder(holder_file: Path) -> str:
    holder = _read_holder(holder_file)
    if not holder:
        return "proses lain"
    pid, user, host, since = (
        _shown(holder.get(name, "?")) for name in ("pid", "user", "host", "sejak")
    )
    return f"proses {pid} milik {user} di komputer {host} sejak {since}"


def _shown(value: object) -> str:
    """What a note says, as a line can show it; anybody may have written it."""
    return "".join(sign for sign in str(value)[:_LONGEST_WORD] if sign.isprintable()) or "?"


def _read_holder(holder_file: Path) -> Mapping[str, Any]:
    try:
        return read_state(holder_file)
    except DamagedStateError:
        return {}
