"""Many renames as one: written down before the first, so that whoever comes next can finish them.

Everything stands ready in a folder beside its goal, with the files that are to be replaced. Until
the journal is there, nothing has happened; from then on the new set is the valid one. A run that
was killed in between is completed by the next; one that meets an obstacle goes back.
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

WORK = ".kerja"
_JOURNAL = "jurnal.json"


@dataclass(frozen=True)
class Move:
    """A file that stands ready: its number in the work folder, its path in the goal, its hash."""

    number: int
    target: str
    sha256: str

    def fresh(self, work: Path) -> Path:
        """Where the new file waits."""
        return work / f"baru-{self.number}"

    def old(self, work: Path) -> Path:
        """Where the file that it replaces is kept until all is done."""
        return work / f"lama-{self.number}"


def replace_all(files: Mapping[str, bytes], folder: Path) -> None:
    """Put files in place of those in `folder`, in their order, all or none. Raises OSError."""
    work = folder / WORK
    try:
        moves = _prepare(files, folder, work)
        _write(work / _JOURNAL, json.dumps([[m.target, m.sha256] for m in moves]).encode())
        sync_folder(work)
    except BaseException:
        shutil.rmtree(work, ignore_errors=True)
        raise
    try:
        _carry_out(moves, folder, work)
    except BaseException:
        # An interruption too: who stopped the run is told that nothing was changed.
        _undo(moves, folder, work)
        _close(work)
        raise
    _close(work)


def recover(folder: Path) -> bool:
    """Complete what a dead run had begun to publish; tell whether there was anything.

    What it had not finished preparing is thrown away. Raises OSError when the files can neither
    be put in place nor put back.
    """
    work = folder / WORK
    if not work.is_dir():
        return False
    moves = _journal(work)
    if moves:
        try:
            _carry_out([move for move in moves if move.fresh(work).exists()], folder, work)
        except OSError:
            _undo(moves, folder, work)
    _close(work)
    return bool(moves)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder survive a power cut, where the system lets us ask for it."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def beside(target: Path, word: str = "baru") -> Path:
    """A free path beside one that is not to be touched: `nama.baru.docx`, `nama.baru-2.docx`."""
    number = 1
    while True:
        mark = word if number == 1 else f"{word}-{number}"
        path = target.with_name(f"{target.stem}.{mark}{target.suffix}")
        if not path.exists():
            return path
        number += 1


def _prepare(files: Mapping[str, bytes], folder: Path, work: Path) -> list[Move]:
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    moves = [
        Move(number, name, hashlib.sha256(content).hexdigest())
        for number, (name, content) in enumerate(files.items())
    ]
    for move, content in zip(moves, files.values(), strict=True):
        _write(move.fresh(work), content)
        target = folder / move.target
        if target.exists():
            _second_name(target, move.old(work))
    sync_folder(work)
    return moves


def _second_name(target: Path, kept: Path) -> None:
    try:
        kept.hardlink_to(target)
    except OSError:
        shutil.copy2(target, kept)


def _write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all: its name appears when its content is on the disk."""
    part = path.with_name(f"{path.name}.sebagian")
    with part.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    part.replace(path)


def _journal(work: Path) -> list[Move]:
    try:
        written = json.loads((work / _JOURNAL).read_bytes())
    except (OSError, ValueError):
        return []
    return [Move(number, target, sha256) for number, (target, sha256) in enumerate(written)]


def _carry_out(moves: Sequence[Move], folder: Path, work: Path) -> None:
    touched = set()
    for move in moves:
        target = folder / move.target
        target.parent.mkdir(parents=True, exist_ok=True)
        if _changed_meanwhile(target, move.old(work)):
            target = beside(target)
        move.fresh(work).replace(target)
        touched.add(target.parent)
    for place in touched:
        sync_folder(place)
    sync_folder(folder)


def _changed_meanwhile(target: Path, old: Path) -> bool:
    """Whether somebody wrote another file there since this one was set aside."""
    if not target.exists():
        return False
    if not old.exists():
        return True
    return not target.samefile(old) and _hash(target) != _hash(old)


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _undo(moves: Sequence[Move], folder: Path, work: Path) -> None:
    for move in reversed(moves):
        if move.fresh(work).exists():
            continue
        target, old = folder / move.target, move.old(work)
        if target.exists() and _hash(target) != move.sha256:
            # Somebody else's by now; ours lies beside it.
            continue
        if old.exists():
            old.replace(target)
        else:
            target.unlink(missing_ok=True)


def _close(work: Path) -> None:
    """The journal goes first: what is left of the folder after that means nothing."""
    with suppress(OSError):
        (work / _JOURNAL).unlink(missing_ok=True)
        sync_folder(work)
    shutil.rmtree(work, ignore_errors=True)
