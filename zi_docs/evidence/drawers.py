"""The folders of evidence: area / component / row of the plan, as an evaluator looks for them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from zi_docs.build import publish as store
from zi_docs.errors import OutputError
from zi_docs.model import Activity, Plan
from zi_docs.monev.selection import AreaRows, by_component, component
from zi_docs.wording.dates import month_name
from zi_docs.wording.lists import enumeration
from zi_docs.wording.names import running_title

NOTE_FILE = "ISI.txt"
_LONGEST = 44
_UNSAFE = re.compile(r"[^A-Za-z0-9]+")


@dataclass(frozen=True)
class Drawer:
    """The folder of a row of the plan, below the root of the tree."""

    activity: Activity
    path: Path


def drawers(plan: Plan, root: Path) -> list[Drawer]:
    """The folder of each row: the one that bears its ID already, else the one it should have.

    An office may move or rename folders as long as the name begins with the row's ID.
    """
    standing = _standing(root)
    found = []
    for number, area in enumerate(_areas(plan), start=1):
        rows = by_component([row for row in plan.activities if row.area == area])
        names = AreaRows(area, components=tuple(dict.fromkeys(component(row) for row in rows)))
        top = root / f"{number} {_safe(running_title(area.partition(' ')[2]))}"
        for row in rows:
            part = top / f"{number}.{names.number(row)} {_safe(row.komponen.plain)}"
            path = standing.get(row.id.casefold(), part / _row_name(row))
            found.append(Drawer(row, path))
    return found


def _areas(plan: Plan) -> list[str]:
    return list(dict.fromkeys((*plan.areas, *(row.area for row in plan.activities))))


def _standing(root: Path) -> dict[str, Path]:
    folders = sorted(path for path in root.rglob("*") if path.is_dir())
    return {path.name.split(" ")[0].casefold(): path for path in reversed(folders)}


def _row_name(row: Activity) -> str:
    code = f" {_safe(row.lke)}" if row.lke else ""
    return f"{row.id}{code} {_safe(row.indikator.plain)}"


def _safe(text: str) -> str:
    """Plain letters, digits and single spaces, cut between words: safe on every system."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    words = _UNSAFE.sub(" ", plain).split()
    kept = words[:1]
    for word in words[1:]:
        if len(" ".join((*kept, word))) > _LONGEST:
            break
        kept.append(word)
    return " ".join(kept)[:_LONGEST]


def make(found: list[Drawer]) -> list[Path]:
    """Make the folders that are missing, each with a note of what belongs there.

    Returns what was made; nothing that stands is touched. Raises OutputError.
    """
    made = []
    for drawer in found:
        note = drawer.path / NOTE_FILE
        if not drawer.path.exists():
            made.append(drawer.path)
        try:
            drawer.path.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise OutputError(
                f"Folder {drawer.path} tidak dapat dibuat: {problem.strerror or problem}.",
                "Periksa izin foldernya, atau pilih folder lain dengan --ke.",
            ) from problem
        if not note.exists():
            store.write_new(note, _words(drawer.activity).encode())
    return made


def _words(row: Activity) -> str:
    months = enumeration([month_name(month) for month in sorted(row.months)])
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
