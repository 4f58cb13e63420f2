"""Files that another program has open: Windows lets nobody replace them meanwhile."""

from __future__ import annotations

import os
import time
from pathlib import Path

from zi_docs.errors import OutputError

_PROGRAMS = {".docx": "Word", ".xlsx": "Excel", ".pdf": "pembaca PDF"}
# Access denied, sharing violation, lock violation.
_REFUSALS = (5, 32, 33)
# Word writes `~$kumen.docx` beside an open document: of a long name two letters go.
_OWNER_MARK, _LETTERS_GONE = "~$", range(3)
# How long a virus scanner may look into a file that was just written.
_PAUSES_SECONDS = (0.05, 0.2, 0.5)


def rename(source: Path, target: Path) -> None:
    """Give a file another name, over the file that has it. Raises OSError.

    What Windows refuses because somebody looks into a file it may grant a moment later.
    """
    for pause in _PAUSES_SECONDS:
        try:
            source.replace(target)
        except PermissionError as problem:
            if not _is_refusal(problem):
                raise
            time.sleep(pause)
        else:
            return
    source.replace(target)


def _is_refusal(problem: OSError) -> bool:
    return getattr(problem, "winerror", None) in _REFUSALS


def open_file_error(problem: OSError) -> OutputError | None:
    """The error for a file that could not be replaced because a program has it open.

    None where something else was in the way.
    """
    # Of a renaming the second name is the one that could not be had.
    name = problem.filename2 or problem.filename
    path = Path(os.fsdecode(name)) if isinstance(name, str | bytes) else None
    if path is None or not isinstance(problem, PermissionError) or not path.is_file():
        return None
    # One that is only to be read is refused too.
    refused = _is_refusal(problem) and os.access(path, os.W_OK)
    if not (refused or _is_marked(path)):
        return None
    program = _PROGRAMS.get(path.suffix.lower(), "program lain")
    return OutputError(
        f"{path.name} sedang dibuka di {program}, jadi tidak dapat diganti ({path}). Semua berkas "
        "yang lama tetap ada.",
        f"Tutuplah {path.name}, lalu jalankan perintah ini kembali.",
    )


def _is_marked(path: Path) -> bool:
    """Whether the file stands beside it by which Word, Excel or LibreOffice marks an open one."""
    names = [f"{_OWNER_MARK}{path.name[gone:]}" for gone in _LETTERS_GONE]
    return any(path.with_name(name).exists() for name in (*names, f".~lock.{path.name}#"))
