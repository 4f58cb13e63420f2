"""Replaces many files at once: a journal is written first, so that the next run can finish.

The new files and copies of the files to be replaced are prepared in a work folder inside the
output folder. Before the journal exists, nothing has changed; once it exists, the new set is the
valid one. If a run is killed while renaming, the next run completes it; if renaming fails, the
run restores the old files.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

WORK_FOLDER = ".kerja"
_JOURNAL = "jurnal.json"


@dataclass(frozen=True)
class FileMove:
    """A prepared file: its number in the work folder, its path in the output folder, its hash."""

    number: int
    target: str
    sha256: str

    def new_file(self, work: Path) -> Path:
        """The path of the new file in the work folder."""
        return work / f"baru-{self.number}"

    def old_file(self, work: Path) -> Path:
        """The path of the copy of the replaced file, which exists until all moves are done."""
        return work / f"lama-{self.number}"


def replace_files(files: Mapping[str, bytes], folder: Path) -> None:
    """Write `files` into `folder`, in their order, all or none. Raises OSError."""
    work = folder / WORK_FOLDER
    try:
        moves = _prepare(files, folder, work)
        journal = json.dumps([[move.target, move.sha256] for move in moves])
        _write_whole(work / _JOURNAL, journal.encode())
        sync_folder(work)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    try:
        _carry_out(moves, folder, work)
    except BaseException:
        # Interruptions as well: the message to the user is that nothing was changed.
        _undo(moves, folder, work)
        _remove_work_folder(work)
        raise
    _remove_work_folder(work)


def finish_interrupted(folder: Path) -> bool:
    """Complete the replacement that a dead run had started; tell whether there was one.

    A preparation without a journal is discarded. Raises OSError if the files can neither be put
    in place nor restored.
    """
    work = folder / WORK_FOLDER
    if not work.is_dir():
        return False
    moves = _read_journal(work)
    if moves:
        try:
            _carry_out([move for move in moves if move.new_file(work).exists()], folder, work)
        except OSError:
            _undo(moves, folder, work)
    _remove_work_folder(work)
    return bool(moves)


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder to disk, so that they survive a power cut (POSIX only)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def free_path_beside(target: Path, word: str = "baru") -> Path:
    """A free path beside one that must not change: `nama.baru.docx`, `nama.baru-2.docx`."""
    number = 1
    while True:
        infix = word if number == 1 else f"{word}-{number}"
        path = target.with_name(f"{target.stem}.{infix}{target.suffix}")
        if not path.exists():
            return path
        number += 1


def _prepare(files: Mapping[str, bytes], folder: Path, work: Path) -> list[FileMove]:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    moves = [
        FileMove(number, name, hashlib.sha256(content).hexdigest())
        for number, (name, content) in enumerate(files.items())
    ]
    for move, content in zip(moves, files.values(), strict=True):
        _write_whole(move.new_file(work), content)
        target = folder / move.target
        if target.exists():
            _link_or_copy(target, move.old_file(work))
    sync_folder(work)
    return moves


def _link_or_copy(source: Path, copy: Path) -> None:
    try:
        copy.hardlink_to(source)
    except OSError:
        shutil.copy2(source, copy)


def _write_whole(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: its name appears once its content is on disk."""
    part = path.with_name(f"{path.name}.sebagian")
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


def _read_journal(work: Path) -> list[FileMove]:
    try:
        entries = json.loads((work / _JOURNAL).read_bytes())
    except (OSError, ValueError):
        return []
    return [FileMove(number, target, sha256) for number, (target, sha256) in enumerate(entries)]


def _carry_out(moves: Sequence[FileMove], folder: Path, work: Path) -> None:
    changed_folders = set()
    for move in moves:
        target = folder / move.target
        target.parent.mkdir(parents=True, exist_ok=True)
        if _changed_meanwhile(target, move.old_file(work)):
            target = free_path_beside(target)
        move.new_file(work).replace(target)
        changed_folders.add(target.parent)
    for changed in changed_folders:
        sync_folder(changed)
    sync_folder(folder)


def _changed_meanwhile(target: Path, old: Path) -> bool:
    """Tell whether the target was replaced or edited since its copy `old` was made."""
    if not target.exists():
        return False
    if not old.exists():
        return True
    return not target.samefile(old) and _hash(target) != _hash(old)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _undo(moves: Sequence[FileMove], folder: Path, work: Path) -> None:
    for move in reversed(moves):
        if move.new_file(work).exists():
            continue
        target, old = folder / move.target, move.old_file(work)
        if target.exists() and _hash(target) != move.sha256:
            # Changed by somebody else; the new file of this run is beside it.
            continue
        if old.exists():
            old.replace(target)
        else:
            target.unlink(missing_ok=True)


def _remove_work_folder(work: Path) -> None:
    """Remove the journal first: without it, the rest of the folder has no effect."""
    with suppress(OSError):
        (work / _JOURNAL).unlink(missing_ok=True)
        sync_folder(work)
    shutil.rmtree(work, ignore_errors=True)
