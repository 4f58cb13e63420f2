"""The output folder: results appear whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import BinaryIO

from pikepdf import PikepdfError

from zi_docs.build.journal import WORK_FOLDER, finish_interrupted, replace_files
from zi_docs.build.lock import refuse_link, unwritable_folder_error
from zi_docs.build.open_files import rename
from zi_docs.build.shelf import Contents
from zi_docs.build.signed_files import FOLDER as SIGNED
from zi_docs.build.soundness import is_sound
from zi_docs.errors import OutputError, system_reason
from zi_docs.findings import Finding, Place, warning
from zi_docs.folders import linked_folder, read_regular
from zi_docs.pdf.normal_form import SignedPdfError, refuse_signed_pdf


def publish(
    files: Mapping[str, bytes], folder: Path, seen: Mapping[str, str] | None = None
) -> list[Path]:
    """Put finished files into `folder` under their relative names; return where they stand.

    All of them are first written aside, on the same file system, and verified; only then are they
    renamed into place, in their order. A file that already holds the same bytes is left as it is;
    one that has another hash than in `seen` was changed meanwhile, and the new file is laid beside
    it. Raises OutputError, also when a file that stands there is signed, or a folder on the way to
    it is a link.
    """
    for name in files:
        if (link := linked_folder(folder, name)) is not None:
            refuse_link(link)
    stale = (name for name, content in files.items() if not _holds(folder / name, content))
    # Read again one by one where they are needed: all at once may be more than the memory.
    fresh = Contents({name: partial(files.__getitem__, name) for name in stale})
    for name, content in fresh.items():
        # What came back signed was judged when it was taken in, and more leniently.
        if not name.startswith(f"{SIGNED}/"):
            _verify(name, content)
        _keep_signed(folder / name)
    aside: dict[Path, Path] = {}
    if fresh:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            aside = dict(replace_files(fresh, folder, seen))
        except OSError as problem:
            raise unwritable_folder_error(folder, problem) from problem
    return [aside.get(folder / name, folder / name) for name in files]


def restore(folder: Path) -> list[Finding]:
    """Complete or throw away what a run that was killed left behind; what is to be said of it.

    Raises OutputError.
    """
    try:
        resumed = finish_interrupted(folder)
    except OSError as problem:
        raise unwritable_folder_error(folder, problem) from problem
    findings = [
        warning(
            "HASIL-DIUBAH",
            "Berkas ini diubah dengan tangan ketika perintah sebelumnya terputus, jadi kedua "
            f"isinya disimpan; yang lain bernama {other.name}. Gabungkanlah isinya, lalu hapus "
            "yang tidak dipakai.",
            Place(str(path)),
        )
        for path, other in resumed.beside
    ]
    if resumed.discarded:
        message = (
            "Sisa perintah yang terputus di folder ini rusak atau asing, jadi dibuang tanpa "
            "dijalankan; naskah yang belum jadi dibuat kembali oleh perintah ini."
        )
        findings.append(warning("HASIL-JURNAL", message, Place(str(folder / WORK_FOLDER))))
    return findings


def _verify(name: str, content: bytes) -> None:
    """Raise OutputError for a PDF that does not open or a package that is damaged."""
    if not is_sound(name, content):
        raise OutputError(
            f"{name} yang baru dibuat ternyata rusak sehingga tidak diterbitkan.",
            "Jalankan perintah ini kembali; bila terulang, hapuslah folder .tembolok.",
        )


def _keep_signed(target: Path) -> None:
    """Raise OutputError where a file stands that somebody has signed."""
    if target.suffix != ".pdf" or not target.is_file():
        return
    try:
        refuse_signed_pdf(target.read_bytes())
    except SignedPdfError as problem:
        raise OutputError(
            f"{target} sudah ditandatangani secara elektronik dan tidak akan ditimpa.",
            "Pindahkanlah berkas yang bertanda tangan itu ke tempat arsipnya, lalu jalankan "
            "perintah ini kembali.",
        ) from problem
    except PikepdfError:
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
            _write_or_remove(path, stream, content)
    except FileExistsError as problem:
        raise existing_file_error(path) from problem
    except OSError as problem:
        raise OutputError(
            f"{path} tidak dapat ditulis: {system_reason(problem)}.",
            "Periksa izin dan sisa ruang foldernya.",
        ) from problem


def write_new_whole(path: Path, content: bytes) -> None:
    """The same, and a run that is killed leaves the whole file or none. Raises OutputError."""
    refuse_existing(path)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    write_new(draft, content)
    try:
        _give_name(draft, path)
    except FileExistsError as problem:
        raise existing_file_error(path) from problem
    except OSError as problem:
        raise unwritable_folder_error(path.parent, problem) from problem
    finally:
        draft.unlink(missing_ok=True)


def _give_name(draft: Path, path: Path) -> None:
    """Give a file its name, which nobody may have meanwhile. Raises OSError."""
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        raise
    except OSError:
        # Not every disk knows links.
        refuse_existing(path)
        draft.rename(path)


_MOST_BYTES = 4 * 1024 * 1024


def own_file(path: Path) -> bytes:
    """What stands at a path, to go on from; nothing where there is no file. Raises OutputError."""
    try:
        return read_regular(path, _MOST_BYTES) or b" "
    except FileNotFoundError:
        return b""
    except OSError as problem:
        raise existing_file_error(path) from problem


def replace_own(path: Path, content: bytes) -> None:
    """Replace a file that the program wrote before, whole or not at all. Raises OutputError."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    draft.unlink(missing_ok=True)
    write_new(draft, content)
    try:
        rename(draft, path)
    except OSError as problem:
        draft.unlink(missing_ok=True)
        raise unwritable_folder_error(path.parent, problem) from problem


def refuse_existing(path: Path) -> None:
    """Raise the OutputError of `write_new` where a file stands, before any work is done for it."""
    if path.exists():
        raise existing_file_error(path)


def existing_file_error(path: Path) -> OutputError:
    """The error for a file that stands where a new one is to be written."""
    return OutputError(
        f"{path} sudah ada dan tidak akan ditimpa.",
        "Pilihlah nama lain, atau pindahkan berkas yang lama.",
    )


def _write_or_remove(path: Path, stream: BinaryIO, content: bytes) -> None:
    """Write a whole file; what a full disk or an interruption cuts short does not stay."""
    try:
        stream.write(content)
        stream.flush()
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def write_all_new(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Write files by name into `folder`; return the paths written, identical files left out.

    When one of them stands there with other content nothing is written. Raises OutputError.
    """
    fresh = {folder / name: content for name, content in files.items()}
    fresh = {path: content for path, content in fresh.items() if not _holds(path, content)}
    # Those that exist come first: they are refused before anything is written.
    for path in sorted(fresh, key=lambda path: not path.exists()):
        write_new(path, fresh[path])
    return list(fresh)
