"""The folders of evidence: area / component / row of the plan, as an evaluator looks for them."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build.publish import write_new
from zi_docs.errors import OutputError, system_reason
from zi_docs.file_names import LONGEST_PATH, plain_name
from zi_docs.model import Activity, Plan, areas_of
from zi_docs.wording.dates import month_name
from zi_docs.wording.lists import enumeration
from zi_docs.wording.names import running_title

NOTE_FILE = "ISI.txt"
# The longest path below the root, the note included, less under a root that is deep itself; the
# files that people put there have names of their own.
_LONGEST_BELOW_ROOT = 100
_LONGEST_NAME = 28
# What names were cut to before: folders that bear such names are used as they are.
_FORMER_LONGEST_NAME = 44


@dataclass(frozen=True)
class EvidenceFolder:
    """The folder of a row of the plan, below the root of the tree."""

    activity: Activity
    path: Path


def evidence_folders(plan: Plan, root: Path) -> list[EvidenceFolder]:
    """The folder of each row: the existing folder with its ID, else the path for a new one.

    An office may move or rename folders as long as the name begins with the row's ID.
    """
    existing = _folders_by_id(root)
    longest = min(_LONGEST_BELOW_ROOT, LONGEST_PATH - len(f"{root.absolute()}/"))
    folders = []
    for area in areas_of(plan):
        top = _numbered(root, str(area.number), running_title(area.name))
        for component in area.components:
            part = _numbered(top, f"{area.number}.{component.number}", component.name)
            room = longest - len(f"{part.relative_to(root)}//{NOTE_FILE}")
            for row in component.rows:
                path = existing.get(row.id.casefold(), part / _row_folder_name(row, room))
                folders.append(EvidenceFolder(row, path))
    return folders


def _numbered(parent: Path, number: str, name: str) -> Path:
    """The folder of an area or component; the one with a longer name where it exists."""
    former = parent / f"{number} {plain_name(name, _FORMER_LONGEST_NAME)}"
    own = parent / f"{number} {plain_name(name, _LONGEST_NAME)}"
    try:
        return former if former.is_dir() else own
    except PermissionError:
        return own


def _folders_by_id(root: Path) -> dict[str, Path]:
    # What cannot be listed is told where its files are looked for.
    folders = sorted(Path(parent, name) for parent, names, _ in os.walk(root) for name in names)
    return {path.name.split(" ")[0].casefold(): path for path in reversed(folders)}


def _row_folder_name(row: Activity, room: int) -> str:
    """The ID, by which the folder is found, and as much of code and indicator as there is room."""
    said = f"{row.lke} {row.indikator.plain}"
    return f"{row.id} {plain_name(said, room - len(row.id) - 1)}".rstrip()


def create_folders(folders: list[EvidenceFolder]) -> list[Path]:
    """Create the missing folders, each with a note of what belongs there.

    Returns the paths of the new folders; existing files are never changed. Raises OutputError.
    """
    created = []
    for folder in folders:
        note = folder.path / NOTE_FILE
        try:
            there = folder.path.exists()
            folder.path.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise OutputError(
                f"Folder {folder.path} tidak dapat dibuat: {system_reason(problem)}.",
                "Periksa izin foldernya, atau pilih folder lain dengan --ke.",
            ) from problem
        created += [] if there else [folder.path]
        if not _is_noted(note):
            write_new(note, _note_text(folder.activity).encode())
    return created


def _is_noted(note: Path) -> bool:
    """Whether the note is there; in a folder that may not be entered it is not missed."""
    try:
        return note.exists()
    except PermissionError:
        return True


def _note_text(row: Activity) -> str:
    months = enumeration([month_name(month) for month in sorted(row.bulan)])
    return "\r\n".join(
        (
            f"{row.id}  {row.indikator.plain}",
            "",
            "Langkah aksi:",
            *row.langkah_aksi.plain.splitlines(),
            "",
            "Bukti yang diletakkan di folder ini:",
            *row.bukti.plain.splitlines(),
            "",
            f"Target: {row.target or '-'}",
            f"Bulan pelaksanaan: {months or '-'}",
            "",
        )
    )
