"""Replaces many files at once: a journal is written first, so that the next run can finish.

The new files and copies of the files to be replaced are prepared in a work folder inside the
output folder. Before the journal exists, nothing has changed; once it exists, the new set is the
valid one. If a run is killed while renaming, the next run completes it; if renaming fails, the
run restores the old files.

The journal holds the hash of every file to be replaced. One that has another content by then is
somebody's own: it stays, and the new file is laid beside it. A journal that names files outside
the folder, or whose files are not what it says, is discarded.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import stat
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build.digest import file_digest
from zi_docs.build.open_files import rename
from zi_docs.build.signed_files import FOLDER as SIGNED_FOLDER
from zi_docs.build.state_files import (
    DamagedStateError,
    as_list,
    as_object,
    as_path_inside,
    as_text,
    read_state,
)
from zi_docs.folders import linked_folder

WORK_FOLDER = ".kerja"
_JOURNAL = "jurnal.json"
# The first version held no hash of the files to be replaced, and so is not obeyed.
_VERSION = 2


@dataclass(frozen=True)
class FileMove:
    """A prepared file: its number in the work folder, its path in the output folder, its hash.

    `old` is the hash of the file that it replaces; empty where there was none.
    """

    number: int
    target: str
    sha256: str
    old: str

    def new_file(self, work: Path) -> Path:
        """The path of the new file in the work folder."""
        return work / f"baru-{self.number}"

    def old_file(self, work: Path) -> Path:
        """The path of the copy of the replaced file, which exists until all moves are done."""
        return work / f"lama-{self.number}"

    def as_dict(self) -> dict[str, str]:
        """The move as JSON; its number is its place in the journal."""
        return {"target": self.target, "old": self.old, "new": self.sha256}


@dataclass(frozen=True)
class Resumed:
    """What came of an interrupted replacement: completed, discarded, or neither (there was none).

    `beside` are the files that were changed meanwhile, each with its other version beside it.
    """

    completed: bool = False
    discarded: bool = False
    beside: tuple[tuple[Path, Path], ...] = ()


def replace_files(
    files: Mapping[str, bytes], folder: Path, seen: Mapping[str, str] | None = None
) -> list[tuple[Path, Path]]:
    """Write `files` into `folder`, in their order, all or none.

    `seen` are the hashes of the files to be replaced, as far as they were judged before; a file
    that has another by now is not replaced. Returns these, each with the new one beside it.
    Raises OSError.
    """
    work = folder / WORK_FOLDER
    try:
        moves = _prepare(files, folder, work, seen or {})
        journal = json.dumps({"version": _VERSION, "files": [move.as_dict() for move in moves]})
        _write_whole(work / _JOURNAL, journal.encode())
        sync_folder(work)
    except BaseException:
        _remove(work)
        raise
    try:
        beside = _carry_out(moves, folder, work)
    except BaseException:
        # Interruptions as well: the message to the user is that nothing was changed.
        _undo(moves, folder, work)
        _remove_work_folder(work)
        raise
    beside += _late_edits(moves, folder, work)
    _remove_work_folder(work)
    return beside


def finish_interrupted(folder: Path) -> Resumed:
    """Complete the replacement that a dead run had started; tell what came of it.

    A preparation without a journal is discarded. Raises OSError if the files can neither be put
    in place nor restored.
    """
    work = folder / WORK_FOLDER
    if not os.path.lexists(work):
        return Resumed()
    if work.is_symlink() or not work.is_dir():
        _remove(work)
        return Resumed(discarded=True)
    resumed = Resumed()
    if os.path.lexists(work / _JOURNAL):
        try:
            resumed = _resume(_read_journal(folder, work), folder, work)
        except DamagedStateError:
            resumed = Resumed(discarded=True)
    _remove_work_folder(work)
    return resumed


def _resume(moves: Sequence[FileMove], folder: Path, work: Path) -> Resumed:
    left = [move for move in moves if move.new_file(work).exists()]
    try:
        if any(file_digest(move.new_file(work)) != move.sha256 for move in left):
            raise DamagedStateError("a new file is not what the journal says")
        beside = _carry_out(left, folder, work)
    except (OSError, DamagedStateError):
        _undo(moves, folder, work)
        return Resumed(discarded=True)
    return Resumed(True, beside=(*beside, *_late_edits(moves, folder, work)))


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
        # A link that leads nowhere is somebody's as well.
        if not os.path.lexists(path):
            return path
        number += 1


def _prepare(
    files: Mapping[str, bytes], folder: Path, work: Path, seen: Mapping[str, str]
) -> list[FileMove]:
    _remove(work)
    work.mkdir()
    moves = []
    for number, (name, content) in enumerate(files.items()):
        target = folder / name
        old = seen[name] if name in seen else file_digest(target)
        move = FileMove(number, name, hashlib.sha256(content).hexdigest(), old)
        moves.append(move)
        _write_whole(move.new_file(work), content)
        if target.is_file():
            _link_or_copy(target, move.old_file(work))
    sync_folder(work)
    return moves


def _link_or_copy(source: Path, copy: Path) -> None:
    if not source.stat().st_mode & stat.S_IWRITE:
        # Windows removes no name of a file that is only to be read, and nobody is writing to it.
        shutil.copyfile(source, copy)
        return
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


def _read_journal(folder: Path, work: Path) -> list[FileMove]:
    """The moves of a journal. Raises DamagedStateError for one that must not be obeyed."""
    content = read_state(work / _JOURNAL)
    if content.get("version") != _VERSION:
        raise DamagedStateError("a journal of another program")
    entries = as_list(content.get("files"), as_object)
    moves = [
        FileMove(
            number,
            as_path_inside(entry.get("target")),
            as_text(entry.get("new")),
            as_text(entry.get("old")),
        )
        for number, entry in enumerate(entries)
    ]
    for move in moves:
        _refuse_outside(folder, move.target)
    return moves


def _refuse_outside(folder: Path, target: str) -> None:
    """Raise DamagedStateError for a target that a link leads out of the folder."""
    if linked_folder(folder, target) is not None or target.startswith(f"{WORK_FOLDER}/"):
        raise DamagedStateError("a path outside the folder")


def _carry_out(moves: Sequence[FileMove], folder: Path, work: Path) -> list[tuple[Path, Path]]:
    """Move the new files into place; the files that were changed meanwhile, with the new ones."""
    changed_folders = set()
    beside = []
    for move in moves:
        target = folder / move.target
        target.parent.mkdir(parents=True, exist_ok=True)
        if _changed_meanwhile(target, move):
            beside.append((target, free_path_beside(target)))
            target = beside[-1][1]
        rename(move.new_file(work), target)
        changed_folders.add(target.parent)
    for changed in changed_folders:
        sync_folder(changed)
    sync_folder(folder)
    return beside


def _changed_meanwhile(target: Path, move: FileMove) -> bool:
    """Tell whether the target is another file than the one to be replaced."""
    if not target.exists():
        return False
    known = {move.sha256}
    if not move.target.startswith(f"{SIGNED_FOLDER}/"):
        # What was signed is never replaced, whatever a journal says.
        known.add(move.old)
    return file_digest(target) not in known


def _late_edits(moves: Sequence[FileMove], folder: Path, work: Path) -> list[tuple[Path, Path]]:
    """Lay the old files beside the new that were written to, in place, while they were replaced."""
    beside = []
    for move in moves:
        target, old = folder / move.target, move.old_file(work)
        replaced = file_digest(target) == move.sha256
        if replaced and old.is_file() and file_digest(old) not in (move.old, move.sha256):
            path = free_path_beside(target, "suntingan")
            old.replace(path)
            beside.append((target, path))
    return beside


def _undo(moves: Sequence[FileMove], folder: Path, work: Path) -> None:
    for move in reversed(moves):
        if move.new_file(work).exists():
            continue
        target, old = folder / move.target, move.old_file(work)
        if target.exists() and file_digest(target) != move.sha256:
            # Changed by somebody else; the new file of this run is beside it.
            continue
        if old.exists():
            old.replace(target)
        elif not move.old:
            target.unlink(missing_ok=True)


def _remove_work_folder(work: Path) -> None:
    """Remove the journal first: without it, the rest of the folder has no effect."""
    with suppress(OSError):
        (work / _JOURNAL).unlink(missing_ok=True)
        sync_folder(work)
    _remove(work)


def _remove(work: Path) -> None:
    """Remove the work folder, or what stands in its place: a link, not what it leads to."""
    if work.is_dir() and not work.is_symlink():
        shutil.rmtree(work, ignore_errors=True)
        return
    # To look into a pipe would be to wait for its other end.
    with suppress(OSError):
        work.unlink()
