"""Where a new file is laid: over its predecessor, or beside a file that somebody has changed."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build.digest import file_digest
from zi_docs.build.journal import free_path_beside
from zi_docs.build.manifest import Output
from zi_docs.build.soundness import Condition, condition
from zi_docs.findings import Finding, Place, note, warning


@dataclass(frozen=True)
class Placed:
    """A file made: its name, the path below the folder it goes to, and what is to be said of it.

    `writes`: it does not stand there yet. `seen` is the hash of what stands at the path.
    """

    name: str
    path: str
    writes: bool
    output: Output
    finding: Finding | None = None
    seen: str = ""


def place(name: str, content: bytes, before: Output | None, folder: Path) -> Placed:
    """Find the place of a new file called `name`; `before` is what was made under that name.

    A file that holds other bytes than were made may be somebody's own: it is not written over,
    unless it is the beginning of the new one.
    """
    new = hashlib.sha256(content).hexdigest()
    target = folder / name
    there = file_digest(target)
    if there in ("", new) or (before is not None and there == before.sha256):
        return Placed(name, name, there != new, Output(new), seen=there)
    if _is_cut(target, content):
        return Placed(name, name, True, Output(new), _cut(target), there)
    edited = condition(target, "") is Condition.EDITED
    if before is not None and before.sha256 == new and not before.place and edited:
        # Changed by somebody, but there is nothing newer to lay beside it.
        return Placed(name, name, False, before)
    path = _aside(name, before, folder)
    finding = differs(target, path)
    seen = file_digest(folder / path)
    return Placed(name, path, seen != new, Output(new, path), finding, seen)


def _is_cut(target: Path, content: bytes) -> bool:
    """Whether a file holds the beginning of the new content and nothing else."""
    try:
        start = target.read_bytes() if target.is_file() else None
    except OSError:
        return False
    return start is not None and content.startswith(start)


def _aside(name: str, before: Output | None, folder: Path) -> str:
    """The path of the last time while it holds what was laid there, else a free one."""
    last = before.place if before is not None else ""
    if before is not None and last and file_digest(folder / last) in ("", before.sha256):
        return last
    return free_path_beside(folder / name).relative_to(folder).as_posix()


def differs(target: Path, path: str) -> Finding:
    """What is to be said of a file that stands where another belongs, which lies at `path`."""
    name = Path(path).name
    if condition(target, "") is Condition.EDITED:
        return warning(
            "HASIL-DIUBAH",
            "Berkas ini diubah dengan tangan sesudah dibuat, jadi tidak ditimpa. Versi barunya "
            f"diletakkan di sampingnya dengan nama {name}; gabungkanlah isinya, lalu hapus yang "
            "tidak dipakai.",
            Place(str(target)),
        )
    return warning(
        "HASIL-ASING",
        "Yang ada di sini rusak atau bukan yang terakhir dibuat program dengan nama itu. Isinya "
        f"tidak ditimpa; naskah yang benar diletakkan di sampingnya dengan nama {name}. Hapuslah "
        "yang tidak dipakai.",
        Place(str(target)),
    )


def left_over(path: Path) -> Finding:
    """What is to be said of a file that no product gives any more."""
    message = "Buku kerja tidak lagi menghasilkan berkas ini; hapuslah bila tidak diperlukan."
    return warning("HASIL-USANG", message, Place(str(path)))


def edited_by_hand(target: Path) -> Finding:
    """What is to be said of a file that somebody has changed and that needs no new version."""
    return note(
        "HASIL-SUNTINGAN",
        "Berkas ini bukan lagi yang dibuat program: diubah dengan tangan atau ditandatangani. "
        "Isinya dibiarkan; hapuslah bila ingin dibuat kembali.",
        Place(str(target)),
    )


def sealed_and_damaged(target: Path) -> Finding:
    """What is to be said of a file that is not made again because its paper was signed."""
    return warning(
        "HASIL-RUSAK",
        "Berkas ini rusak, tetapi naskahnya sudah ditandatangani sehingga tidak dibuat kembali; "
        "pakailah berkas bertanda tangannya.",
        Place(str(target)),
    )


def _cut(target: Path) -> Finding:
    message = "Berkas ini kosong atau terpotong, jadi sudah dibuat kembali; tidak ada yang perlu "
    return warning("HASIL-RUSAK", message + "dilakukan.", Place(str(target)))
