"""The files in which answers come back: an original before its copies, and what is barred."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from zi_docs.errors import system_reason
from zi_docs.findings import Finding, error
from zi_docs.folders import LinkedFolderError, files_below
from zi_docs.workbook.reading.package import place_of_file

# How Windows, browsers, Google Drive and Finder name a copy: `a (1)`, `a - Copy`, `Salinan dari a`.
_COPY = re.compile(
    r"(?:copy of\s+|salinan(?:\s+dari)?\s+)?(.+?)(?:\s*[-–_]?\s*\(?(?:copy|salin(?:an)?)\)?)?"
    r"(?:\s*\(\d{1,3}\)|\s+\d{1,2})?",
    re.I,
)


def answer_files(folder: Path) -> tuple[list[Path], list[Finding]]:
    """The files below a folder without what programs put there; a finding for each barred folder.

    They come in the order of their paths, but a copy after its original: the first answer stands.
    Which of two is the newer is not guessed from names or times.
    """
    files, problems = files_below(folder)
    files = [path for path in files if not path.name.startswith((".", "~$"))]
    stems = {(path.parent, path.stem.casefold()) for path in files}
    return sorted(files, key=lambda path: _order(path, stems)), [_barred(p) for p in problems]


def _order(path: Path, stems: Collection[tuple[Path, str]]) -> tuple[Path, str, bool, str]:
    stem = path.stem.casefold()
    match = _COPY.fullmatch(stem)
    original = match[1] if match else stem
    copied = original != stem and (path.parent, original) in stems
    return path.parent, original if copied else stem, copied, path.name


def _barred(problem: OSError) -> Finding:
    place = place_of_file(Path(str(problem.filename)))
    if isinstance(problem, LinkedFolderError):
        return error(
            "MON-TAUTAN",
            "Ini tautan ke folder lain, yang tidak diikuti; formulir di dalamnya tidak dibaca. "
            "Salinlah formulirnya ke sini sebagai ganti tautan itu.",
            place,
        )
    return error(
        "MON-IZIN",
        f"Folder ini tidak dapat dibaca ({system_reason(problem)}); formulir di dalamnya tidak "
        "dibaca. Periksa izin foldernya, lalu ulangi.",
        place,
    )
