"""What stands in the folders of evidence against what plan and realisation claim."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from zi_docs.evidence.drawers import NOTE_FILE, Drawer
from zi_docs.findings import Finding, Place, warning
from zi_docs.model import Activity, Plan, Realisation, same_id

CLAIMED = "Ada"
_IGNORED = {NOTE_FILE.casefold(), "thumbs.db", "desktop.ini", ".ds_store"}
_LINKS = ("http://", "https://")
_HEADS = {
    ".pdf": (b"%PDF-",),
    ".jpg": (b"\xff\xd8",),
    ".jpeg": (b"\xff\xd8",),
    ".png": (b"\x89PNG",),
}
_ZIPPED = (".docx", ".xlsx", ".pptx", ".zip")


class State(Enum):
    """How the evidence of a row stands; the value is what people read."""

    PRESENT = "ada"
    LINKED = "tautan"
    FAULTY = "bermasalah"
    MISSING = "dinyatakan ada, tidak ditemukan"
    AWAITED = "belum ada"


@dataclass(frozen=True)
class Evidence:
    """The evidence of a row: its sound files, its links, what is wrong with the others."""

    drawer: Drawer
    claimed: bool
    files: tuple[Path, ...]
    links: tuple[str, ...]
    faults: tuple[Finding, ...]

    @property
    def activity(self) -> Activity:
        """The row of the plan."""
        return self.drawer.activity

    @property
    def state(self) -> State:
        """Present when a sound file is there; a link counts but cannot be looked into."""
        if self.files:
            return State.PRESENT
        if self.faults:
            return State.FAULTY
        if self.links:
            return State.LINKED
        return State.MISSING if self.claimed else State.AWAITED


def examine(plan: Plan, drawers: Sequence[Drawer], folders: Sequence[Path]) -> list[Evidence]:
    """Look into every folder. A file that a report names may stand in any of `folders` too."""
    return [_examined(plan, drawer, folders) for drawer in drawers]


def findings(found: Sequence[Evidence]) -> Iterator[Finding]:
    """All that is wrong, row by row."""
    for evidence in found:
        yield from evidence.faults


def _examined(plan: Plan, drawer: Drawer, folders: Sequence[Path]) -> Evidence:
    reports = [r for r in plan.realisations if same_id(r.baris, drawer.activity.id)]
    claims = [r for r in reports if r.bukti_ada == CLAIMED]
    links = tuple(r.tautan for r in reports if r.tautan.casefold().startswith(_LINKS))
    named, lost = _named_files(reports, drawer, folders)
    sound: list[Path] = []
    faults = list(lost)
    for path in dict.fromkeys((*_files(drawer.path), *named)):
        fault = _fault(path, plan.office.tahun)
        if fault is None:
            sound.append(path)
        else:
            faults.append(fault)
    if claims and not (sound or links or faults):
        faults.append(_empty_claim(drawer, claims[-1]))
    return Evidence(drawer, bool(claims), tuple(sound), links, tuple(faults))


def _files(folder: Path) -> list[Path]:
    return sorted(
        path
        for path in folder.rglob("*")
        if path.is_file()
        and path.name.casefold() not in _IGNORED
        and not path.name.startswith((".", "~$"))
    )


def _named_files(
    reports: Sequence[Realisation], drawer: Drawer, folders: Sequence[Path]
) -> tuple[list[Path], list[Finding]]:
    """The files that reports name, and a finding for each that stands nowhere."""
    found: list[Path] = []
    lost: list[Finding] = []
    for report in reports:
        if not report.tautan or report.tautan.casefold().startswith(_LINKS):
            continue
        spots = [folder / report.tautan for folder in (drawer.path, *folders)]
        spot = next((path for path in spots if _is_file(path)), None)
        if spot is not None:
            found.append(spot)
        else:
            lost.append(
                warning(
                    "BUKTI-HILANG",
                    f"Berkas bukti “{report.tautan}” untuk {report.baris} tidak ditemukan di "
                    f"{drawer.path}. Letakkan berkasnya di sana, atau betulkan namanya.",
                    report.origin.at("tautan"),
                )
            )
    return found, lost


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # The words of a cell may be longer than any file name.
        return False


def _empty_claim(drawer: Drawer, claim: Realisation) -> Finding:
    return warning(
        "BUKTI-TIADA",
        f"Bukti dukung {claim.baris} dinyatakan ada, tetapi {drawer.path} tidak berisi berkas. "
        "Letakkan berkasnya di sana, atau isikan tautannya.",
        claim.origin.at("bukti_ada"),
    )


def _fault(path: Path, year: int) -> Finding | None:
    place = Place(path.as_posix())
    try:
        facts = path.stat()
        if not facts.st_size:
            return warning("BUKTI-KOSONG", "Berkas ini kosong; gantilah dengan isinya.", place)
        if not _readable(path):
            message = "Berkas ini tidak dapat dibaca atau rusak; simpanlah ulang."
            return warning("BUKTI-RUSAK", message, place)
    except OSError as problem:
        reason = problem.strerror or str(problem)
        message = f"Berkas ini tidak dapat dibuka ({reason}); periksa izinnya."
        return warning("BUKTI-RUSAK", message, place)
    day = datetime.fromtimestamp(facts.st_mtime).date()
    if day < date(year, 1, 1):
        message = (
            f"Berkas ini terakhir diubah pada {day.year}, sebelum tahun {year}. Pastikan "
            "buktinya dari tahun ini."
        )
        return warning("BUKTI-LAMA", message, place)
    return None


def _readable(path: Path) -> bool:
    """Whether a file of a known kind is what its name says; other kinds need only be opened."""
    kind = path.suffix.casefold()
    if kind in _ZIPPED:
        return zipfile.is_zipfile(path)
    with path.open("rb") as stream:
        return stream.read(8).startswith(_HEADS.get(kind, (b"",)))
