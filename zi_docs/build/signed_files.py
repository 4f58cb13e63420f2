"""The files of signed papers: added to `ditandatangani/`, never replaced, changed or removed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from zi_docs.build.digest import file_digest
from zi_docs.errors import OutputError, system_reason
from zi_docs.file_names import file_stem

FOLDER = "ditandatangani"
_READ_ONLY = 0o444
_HASH_DIGITS = 8
# No PDF by its name, so that it is not taken for a signed paper.
_ASIDE = ".rusak-"


def signed_files(folder: Path) -> Iterator[str]:
    """The names below a year's folder of the PDFs that stand among the signed papers."""
    for path in sorted((folder / FOLDER).glob("*.pdf")):
        yield f"{FOLDER}/{path.name}"


def names_for(key: str, sha256: str) -> tuple[str, str]:
    """The name of the signed file of a paper, and the one it gets where another file has that."""
    stem = f"{FOLDER}/{file_stem(key)}"
    return f"{stem}.pdf", f"{stem}-{sha256[:_HASH_DIGITS]}.pdf"


def free_name(folder: Path, key: str, sha256: str) -> str:
    """A name for a signed file that no other file has."""
    plain, distinct = names_for(key, sha256)
    return distinct if (folder / plain).exists() else plain


def set_aside(path: Path) -> Path | None:
    """Give a damaged file another name beside its own; None where there is none.

    Raises OutputError.
    """
    if not path.exists():
        return None
    target = path.with_name(f"{path.name}{_ASIDE}{file_digest(path)[:_HASH_DIGITS]}")
    try:
        # What stands there under this name has the same content.
        path.replace(target)
    except OSError as problem:
        raise OutputError(
            f"{path} tidak dapat diganti namanya ({system_reason(problem)}).",
            "Periksalah hak atas folder itu, lalu ulangi.",
        ) from problem
    return target


def lock_file(path: Path) -> None:
    """Make a signed file read-only."""
    path.chmod(_READ_ONLY)
