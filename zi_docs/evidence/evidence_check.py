"""The files in the folders of evidence compared with what plan and realisations claim."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from pathlib import Path

from zi_docs.errors import system_reason
from zi_docs.evidence.evidence_folders import NOTE_FILE, EvidenceFolder
from zi_docs.findings import Finding, Place, warning
from zi_docs.folders import files_below
from zi_docs.model import Activity, Plan, Realisation, same_id

CLAIMED = "Ada"
_IGNORED = {NOTE_FILE.casefold(), "thumbs.db", "desktop.ini", ".ds_store"}
_LINKS = ("http://", "https://")
_FIRST_BYTES = {
    ".pdf": (b"%PDF-",),
    ".jpg": (b"\xff\xd8",),
    ".jpeg": (b"\xff\xd8",),
    ".png": (b"\x89PNG",),
}
_ZIPPED = (".docx", ".xlsx", ".pptx", ".zip")


class EvidenceState(Enum):
    """The state of a row's evidence; the value is what people read."""

    PRESENT = "ada"
    LINKED = "tautan"
    FAULTY = "bermasalah"
    MISSING = "dinyatakan ada, tidak ditemukan"
    AWAITED = "belum ada"


@dataclass(frozen=True)
class Evidence:
    """The evidence of a row: its valid files, its links, and findings on the other files."""

    folder: EvidenceFolder
    claimed: bool
    files: tuple[Path, ...]
    links: tuple[str, ...]
    findings: tuple[Finding, ...]

    @property
    def activity(self) -> Activity:
        """The row of the plan."""
        return self.folder.activity

    @property
    def state(self) -> EvidenceState:
        """Present when there is a valid file; a link counts, but its content is not checked."""
        if self.files:
            return EvidenceState.PRESENT
        if self.findings:
            return EvidenceState.FAULTY
        if self.links:
            return EvidenceState.LINKED
        return EvidenceState.MISSING if self.claimed else EvidenceState.AWAITED


def examine_evidence(
    plan: Plan, evidence_folders: Sequence[EvidenceFolder], other_folders: Sequence[Path]
) -> list[Evidence]:
    """Check every folder. Files named in reports may also be in any of `other_folders`."""
    return [_evidence_of(plan, folder, other_folders) for folder in evidence_folders]


def evidence_findings(evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """All findings, row by row."""
    for row_evidence in evidence:
        yield from row_evidence.findings


def _evidence_of(plan: Plan, folder: EvidenceFolder, other_folders: Sequence[Path]) -> Evidence:
    reports = [report for report in plan.realisations if same_id(report.baris, folder.activity.id)]
    claims = [report for report in reports if report.bukti_ada == CLAIMED]
    links = tuple(report.tautan for report in reports if _is_link(report.tautan))
    named_files, findings = _named_files(reports, folder, other_folders)
    valid_files: list[Path] = []
    own_files, barred = _files(folder.path)
    findings += barred
    for path in dict.fromkeys((*own_files, *named_files)):
        finding = file_finding(path, plan.office.tahun)
        if finding is None:
            valid_files.append(path)
        else:
            findings.append(finding)
    if claims and not (valid_files or links or findings):
        findings.append(_empty_claim(folder, claims[-1]))
    return Evidence(folder, bool(claims), tuple(valid_files), links, tuple(findings))


def _is_link(text: str) -> bool:
    return text.casefold().startswith(_LINKS)


def _files(folder: Path) -> tuple[list[Path], list[Finding]]:
    """The files of evidence in a folder, and a finding for each folder that was not looked into."""
    files, problems = files_below(folder)
    shown = [
        path
        for path in files
        if path.name.casefold() not in _IGNORED and not path.name.startswith((".", "~$"))
    ]
    return shown, [_barred(problem) for problem in problems]


def _barred(problem: OSError) -> Finding:
    return warning(
        "BUKTI-IZIN",
        f"Folder ini tidak dapat dibaca ({system_reason(problem)}); bukti di dalamnya tidak "
        "terhitung. Periksa izin foldernya, atau salinlah isinya ke sini bila folder itu tautan.",
        Place(str(problem.filename)),
    )


def _named_files(
    reports: Sequence[Realisation], folder: EvidenceFolder, other_folders: Sequence[Path]
) -> tuple[list[Path], list[Finding]]:
    """The files that reports name, and a finding for each that does not exist."""
    files: list[Path] = []
    findings: list[Finding] = []
    for report in reports:
        if not report.tautan or _is_link(report.tautan):
            continue
        paths = [parent / report.tautan for parent in (folder.path, *other_folders)]
        path = next((path for path in paths if _is_file(path)), None)
        if path is not None:
            files.append(path)
        else:
            findings.append(_missing_file(folder, report))
    return files, findings


def _missing_file(folder: EvidenceFolder, report: Realisation) -> Finding:
    return warning(
        "BUKTI-HILANG",
        f"Berkas bukti “{report.tautan}” untuk {report.baris} tidak ditemukan di "
        f"{folder.path}. Letakkan berkasnya di sana, atau betulkan namanya.",
        report.origin.at("tautan"),
    )


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        # The text of a cell may be longer than any valid file name.
        return False


def _empty_claim(folder: EvidenceFolder, claim: Realisation) -> Finding:
    return warning(
        "BUKTI-TIADA",
        f"Bukti dukung {claim.baris} dinyatakan ada, tetapi {folder.path} tidak berisi berkas. "
        "Letakkan berkasnya di sana, atau isikan tautannya.",
        claim.origin.at("bukti_ada"),
    )


def file_finding(path: Path, year: int) -> Finding | None:
    """Why a file is no evidence of a year; None for one that is."""
    place = Place(path.as_posix())
    try:
        status = path.stat()
        if not status.st_size:
            return warning("BUKTI-KOSONG", "Berkas ini kosong; gantilah dengan isinya.", place)
        if not _is_readable(path):
            message = "Berkas ini tidak dapat dibaca atau rusak; simpanlah ulang."
            return warning("BUKTI-RUSAK", message, place)
    except OSError as problem:
        reason = system_reason(problem)
        message = f"Berkas ini tidak dapat dibuka ({reason}); periksa izinnya."
        return warning("BUKTI-RUSAK", message, place)
    day = datetime.fromtimestamp(status.st_mtime).date()
    if day < date(year, 1, 1):
        message = (
            f"Berkas ini terakhir diubah pada {day.year}, sebelum tahun {year}. Pastikan "
            "buktinya dari tahun ini."
        )
        return warning("BUKTI-LAMA", message, place)
    return None


def _is_readable(path: Path) -> bool:
    """Whether the content matches the file's suffix; other suffixes need only be opened."""
    suffix = path.suffix.casefold()
    if suffix in _ZIPPED:
        return zipfile.is_zipfile(path)
    with path.open("rb") as stream:
        return stream.read(8).startswith(_FIRST_BYTES.get(suffix, (b"",)))
