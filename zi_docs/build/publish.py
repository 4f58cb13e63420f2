"""The output folder: results appear whole or not at all."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from pikepdf import PdfError

from zi_docs.build.journal import finish_interrupted, replace_files
from zi_docs.build.lock import unwritable_folder_error
from zi_docs.build.signed_files import FOLDER as SIGNED
from zi_docs.errors import OutputError
from zi_docs.pdf.normal_form import SignedPdfError, refuse_signed_pdf
from zi_docs.pdf.readers import opened_pdf


def publish(files: Mapping[str, bytes], folder: Path) -> list[Path]:
    """Put finished files into `folder` under their relative names; return where they stand.

    All of them are first written aside, on the same file system, and verified; only then are they
    renamed into place, in their order. A file that already holds the same bytes is left as it is.
    Raises OutputError, also when a file that stands there is signed.
    """
    fresh = {name: content for name, content in files.items() if not _holds(folder / name, content)}
    for name, content in fresh.items():
        # What came back signed was judged when it was taken in, and more leniently.
        if not name.startswith(f"{SIGNED}/"):
            _verify(name, content)
        _keep_signed(folder / name)
    if fresh:
        try:
            folder.mkdir(parents=True, exist_ok=True)
            replace_files(fresh, folder)
        except OSError as problem:
            raise unwritable_folder_error(folder, problem) from problem
    return [folder / name for name in files]


def restore(folder: Path) -> bool:
    """Complete or throw away what a run that was killed left behind; tell whether it completed.

    Raises OutputError.
    """
    try:
        return finish_interrupted(folder)
    except OSError as problem:
        raise unwritable_folder_error(folder, problem) from problem


def _verify(name: str, content: bytes) -> None:
    """Raise OutputError for a PDF that does not open or a package that is damaged."""
    try:
        if name.endswith(".pdf"):
            with opened_pdf(content) as document:
                sound = len(document) > 0
        elif name.endswith((".docx", ".xlsx")):
            with zipfile.ZipFile(BytesIO(content)) as package:
                sound = package.testzip() is None
        else:
            sound = True
    except (ValueError, zipfile.BadZipFile):
        sound = False
    if not sound:
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
