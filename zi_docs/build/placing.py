"""Where a new file is laid: over its predecessor, or beside a file that somebody has changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build.digest import file_digest
from zi_docs.build.journal import free_path_beside
from zi_docs.build.manifest import Output
from zi_docs.findings import Finding, Place, warning


@dataclass(frozen=True)
class Placed:
    """A file made: its name, the path below the folder it goes to, and what is to be said of it.

    Without `content` there is nothing to write. `seen` is the hash of what stands at the path.
    """

    name: str
    path: str
    content: bytes | None
    output: Output
    finding: Finding | None = None
    seen: str = ""


def place(name: str, content: bytes, before: Output | None, folder: Path) -> Placed:
    """Find the place of a new file called `name`; `before` is what was made under that name.

    A file that holds other bytes than were made is somebody's own: it is not written over.
    """
    new = hashlib.sha256(content).hexdigest()
    there = file_digest(folder / name)
    if there in ("", new) or (before is not None and there == before.sha256):
        return Placed(name, name, None if there == new else content, Output(new), seen=there)
    if before is not None and before.sha256 == new and not before.place:
        # Changed by somebody, but there is nothing newer to lay beside it.
        return Placed(name, name, None, before)
    path = _aside(name, before, folder)
    finding = _changed(folder / name, path)
    if before is not None and before.sha256 == new and file_digest(folder / path) == new:
        return Placed(name, path, None, before, finding)
    return Placed(name, path, content, Output(new, path), finding, file_digest(folder / path))


def _aside(name: str, before: Output | None, folder: Path) -> str:
    """The path of the last time while it holds what was laid there, else a free one."""
    last = before.place if before is not None else ""
    if before is not None and last and file_digest(folder / last) in ("", before.sha256):
        return last
    return free_path_beside(folder / name).relative_to(folder).as_posix()


def _changed(target: Path, path: str) -> Finding:
    return warning(
        "HASIL-DIUBAH",
        "Berkas ini diubah dengan tangan sesudah dibuat, jadi tidak ditimpa. Versi barunya "
        f"diletakkan di sampingnya dengan nama {Path(path).name}; gabungkanlah isinya, lalu hapus "
        "yang tidak dipakai.",
        Place(str(target)),
    )
