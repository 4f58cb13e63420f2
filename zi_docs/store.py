"""The output folder: results appear whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from pikepdf import PdfError

from zi_docs.convert.signed import SignedError, refuse_signed
from zi_docs.errors import OutputError


def publish(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Put finished files into `folder` under their relative names; return where they stand.

    All of them are first written aside, on the same file system, and only then renamed into
    place; a file that already holds the same bytes is left as it is. Raises OutputError, also
    when a file that stands there is signed.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".kerja-", dir=folder) as aside:
            fresh = _write_aside(files, folder, Path(aside))
            for waiting, target in fresh:
                target.parent.mkdir(parents=True, exist_ok=True)
                waiting.replace(target)
    except OSError as problem:
        raise OutputError(
            f"Hasil tidak dapat disimpan di {folder}: {problem.strerror or problem}.",
            "Periksa izin dan sisa ruang folder itu, dan tutup dokumen yang sedang dibuka.",
        ) from problem
    return [folder / name for name in files]


def _write_aside(files: Mapping[str, bytes], folder: Path, aside: Path) -> list[tuple[Path, Path]]:
    waiting = []
    for index, (name, content) in enumerate(files.items()):
        target = folder / name
        if _holds(target, content):
            continue
        _keep_signed(target)
        spot = aside / str(index)
        with spot.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        waiting.append((spot, target))
    return waiting


def _keep_signed(target: Path) -> None:
    """Raise OutputError where a file stands that somebody has signed."""
    if target.suffix != ".pdf" or not target.is_file():
        return
    try:
        refuse_signed(target.read_bytes())
    except SignedError as problem:
        raise OutputError(
            f"{target} sudah ditandatangani secara elektronik dan tidak akan ditimpa.",
            "Pindahkanlah berkas yang bertanda tangan itu ke tempat arsipnya, lalu jalankan "
            "perintah ini kembali.",
        ) from problem
    except PdfError:
        # What is no sound PDF bears no signature that could be kept.
        return


def _holds(target: Path, content: bytes) -> bool:
    return (
        target.is_file()
        and target.stat().st_size == len(content)
        and target.read_bytes() == content
    )


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not exist yet: nobody's file is written over. Raises OutputError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as stream:
            stream.write(content)
    except FileExistsError as problem:
        raise OutputError(
            f"{path} sudah ada dan tidak akan ditimpa.",
            "Pilihlah nama lain, atau pindahkan berkas yang lama.",
        ) from problem
    except OSError as problem:
        raise OutputError(
            f"{path} tidak dapat ditulis: {problem.strerror or problem}.",
            "Periksa izin dan sisa ruang foldernya.",
        ) from problem
