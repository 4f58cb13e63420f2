"""The dossier of evidence: what counts, by LKE code and row, in an archive for each area.

Its archives hold `PPA1A/RA-001/...`, under names that every system takes; one that would be larger
than the limit is parted. The same evidence gives the same bytes.
"""

from __future__ import annotations

import hashlib
import os
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree

from zi_docs.build.lock import unwritable_folder_error
from zi_docs.build.publish import existing_file_error
from zi_docs.errors import OutputError
from zi_docs.evidence.evidence_check import Evidence
from zi_docs.evidence.judged_files import LONGEST_NAME
from zi_docs.file_names import numbered, safe_name
from zi_docs.findings import Finding, Place, warning
from zi_docs.lke.items import known_codes
from zi_docs.model import Activity, Plan, areas_of
from zi_docs.ooxml import ZIP_EPOCH

INDEX = "indeks-bukti.xlsx"
WITHOUT_CODE = "tanpa kode"
SIGNED_FOLDER = "naskah bertanda tangan"
_MIB = 1024 * 1024
# What the directory of an archive takes for each file beside its name, which stands there twice.
_ENTRY_BYTES, _END_BYTES = 76, 22
_MODE = 0o644 << 16


@dataclass(frozen=True)
class DossierFile:
    """A file of the dossier: its source, its path in the archive, its SHA-256, its size."""

    row: Activity
    source: Path
    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Archive:
    """An archive of an area, or a part of one: its file name, and what is in it."""

    name: str
    files: tuple[DossierFile, ...]


def archives(plan: Plan, evidence: Sequence[Evidence], limit: int) -> list[Archive]:
    """The archives of all areas that have evidence; none is larger than `limit` bytes.

    A file that is larger by itself has an archive of its own, see `oversize_findings`.
    """
    by_row = {each.activity.id: each for each in evidence}
    of_areas: list[Archive] = []
    for area in areas_of(plan):
        files = [
            file for row in area.rows if row.id in by_row for file in _files_of(by_row[row.id])
        ]
        parts = list(_parted(files, limit))
        for number, part in enumerate(parts, start=1):
            suffix = f"-bagian-{number}" if len(parts) > 1 else ""
            of_areas.append(Archive(f"area-{area.number}{suffix}.zip", tuple(part)))
    return of_areas


def oversize_findings(parts: Iterable[Archive], limit: int) -> Iterator[Finding]:
    """A warning for each file that makes its archive larger than the limit."""
    for part in parts:
        for file in part.files:
            if _size_in_archive(file) + _END_BYTES > limit:
                message = (
                    f"Berkas ini lebih besar dari batas satu arsip ({limit // _MIB} MB), jadi "
                    f"{part.name} melebihi batas itu; perkecillah berkasnya."
                )
                yield warning("BUKTI-UKURAN", message, Place(file.source.as_posix()))


def row_folder(row: Activity) -> str:
    """Where the evidence of a row lies in its archive: `PPA1A PPA1B/RA-001`."""
    codes = " ".join(known_codes(row.lke)) or WITHOUT_CODE
    return f"{codes}/{safe_name(row.id, LONGEST_NAME)}"


def _files_of(evidence: Evidence) -> list[DossierFile]:
    """What counts for a row, each content once: files of its folder, then signed papers."""
    row = evidence.activity
    sources = [
        *((file.path, _inner_name(file.path, evidence), file.sha256) for file in evidence.counted),
        *((p.path, f"{SIGNED_FOLDER}/{p.path.name}", p.sha256) for p in evidence.papers),
    ]
    files: dict[str, DossierFile] = {}
    taken: set[str] = set()
    for source, name, sha256 in sources:
        if sha256 not in files and source.is_file():
            path = _free(f"{row_folder(row)}/{name}", taken)
            files[sha256] = DossierFile(row, source, path, sha256, source.stat().st_size)
    return list(files.values())


def _inner_name(path: Path, evidence: Evidence) -> str:
    """The path of a file below its row's folder, each part of it under a safe name."""
    folder = evidence.folder.path
    inner = path.relative_to(folder) if folder in path.parents else Path(path.name)
    return "/".join(safe_name(part, LONGEST_NAME) for part in inner.parts)


def _free(path: str, taken: set[str]) -> str:
    """The path, with a number where another one is called so, whatever its capitals."""
    folder, _, name = path.rpartition("/")
    free, number = path, 2
    while free.casefold() in taken:
        free, number = f"{folder}/{numbered(name, number)}", number + 1
    taken.add(free.casefold())
    return free


def _parted(files: Iterable[DossierFile], limit: int) -> Iterator[list[DossierFile]]:
    part: list[DossierFile] = []
    room = limit - _END_BYTES
    for file in files:
        size = _size_in_archive(file)
        if part and size > room:
            yield part
            part, room = [], limit - _END_BYTES
        part.append(file)
        room -= size
    if part:
        yield part


def _size_in_archive(file: DossierFile) -> int:
    return file.size + _ENTRY_BYTES + 2 * len(file.name.encode())


def write_dossier(
    parts: Sequence[Archive], others: Mapping[str, bytes], folder: Path
) -> list[Path]:
    """Write archives and other files into a new folder, whole or not at all.

    Raises OutputError where something stands there, where nothing can be written, and where a file
    changed since it was judged.
    """
    if folder.exists():
        raise existing_file_error(folder)
    draft = folder.with_name(f".{folder.name}.{os.getpid()}")
    try:
        draft.mkdir(parents=True)
        for part in parts:
            _write_archive(part, draft / part.name)
        for name, content in others.items():
            (draft / name).write_bytes(content)
        draft.rename(folder)
    except OSError as problem:
        raise unwritable_folder_error(folder, problem) from problem
    finally:
        rmtree(draft, ignore_errors=True)
    return [folder / name for name in (*(part.name for part in parts), *others)]


def _write_archive(part: Archive, path: Path) -> None:
    # Papers and pictures are packed already.
    with zipfile.ZipFile(path, "x", zipfile.ZIP_STORED) as archive:
        for file in part.files:
            content = file.source.read_bytes()
            if hashlib.sha256(content).hexdigest() != file.sha256:
                raise OutputError(
                    f"{file.source} berubah ketika dosir disusun, jadi dosirnya tidak dibuat.",
                    "Jalankan perintah ini kembali setelah berkasnya selesai disimpan.",
                )
            entry = zipfile.ZipInfo(file.name, ZIP_EPOCH)
            entry.external_attr = _MODE
            archive.writestr(entry, content)
