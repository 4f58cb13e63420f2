"""The files in the folders of evidence compared with what plan and realisations claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path, PurePath
from types import MappingProxyType

from zi_docs.errors import system_reason
from zi_docs.evidence.addresses import address_finding, is_address, is_sound_address
from zi_docs.evidence.evidence_folders import NOTE_FILE, EvidenceFolder
from zi_docs.evidence.file_reader import FileReader
from zi_docs.evidence.judged_files import EvidenceFile, FileStanding, judged_file
from zi_docs.evidence.paper_standings import SignedPaper
from zi_docs.evidence.pdf_facts import years_in
from zi_docs.findings import Finding, Place, suggestion, warning
from zi_docs.folders import files_below
from zi_docs.model import Activity, Plan, Realisation, same_id

CLAIMED = "Ada"
_IGNORED = {NOTE_FILE.casefold(), "thumbs.db", "desktop.ini", ".ds_store"}


class EvidenceState(Enum):
    """The state of a row's evidence; the value is what people read."""

    PRESENT = "ada"
    LINKED = "tautan"
    DRAFTED = "baru konsep"
    FAULTY = "bermasalah"
    MISSING = "dinyatakan ada, tidak ditemukan"
    AWAITED = "belum ada"


@dataclass(frozen=True)
class Evidence:
    """The evidence of a row: its files as they were judged, the links that reports give, papers of
    this program that came back signed, and findings."""

    folder: EvidenceFolder
    claimed: bool
    files: tuple[EvidenceFile, ...]
    links: tuple[str, ...]
    findings: tuple[Finding, ...]
    papers: tuple[SignedPaper, ...] = ()

    @property
    def activity(self) -> Activity:
        """The row of the plan."""
        return self.folder.activity

    @property
    def counted(self) -> tuple[EvidenceFile, ...]:
        """The files that evaluators take as evidence."""
        return tuple(file for file in self.files if file.counts)

    @property
    def proofs(self) -> tuple[Path, ...]:
        """The files that count, then the signed papers."""
        return (*(file.path for file in self.counted), *(paper.path for paper in self.papers))

    @property
    def state(self) -> EvidenceState:
        """Present when a file or a signed paper counts; a link does, but nobody opens it here."""
        standings = {file.standing for file in self.files}
        if self.papers or FileStanding.COUNTS in standings:
            return EvidenceState.PRESENT
        if self.links or FileStanding.LINK in standings:
            return EvidenceState.LINKED
        if FileStanding.DRAFT in standings:
            return EvidenceState.DRAFTED
        if self.findings:
            return EvidenceState.FAULTY
        return EvidenceState.MISSING if self.claimed else EvidenceState.AWAITED


@dataclass(frozen=True)
class _Listed:
    """What is there for a row before any file was opened."""

    folder: EvidenceFolder
    reports: tuple[Realisation, ...]
    paths: tuple[Path, ...]
    findings: tuple[Finding, ...]


def examine_evidence(
    plan: Plan,
    evidence_folders: Sequence[EvidenceFolder],
    other_folders: Sequence[Path],
    reader: FileReader | None = None,
    signed: Mapping[str, tuple[SignedPaper, ...]] = MappingProxyType({}),
) -> list[Evidence]:
    """Judge every file of every folder. Files named in reports may be in `other_folders` too.

    A `reader` that is kept reads a file again only when it changed. `signed` are the signed papers
    that are evidence, by the row's ID.
    """
    rows = [_listed(plan, folder, other_folders) for folder in evidence_folders]
    reader = reader or FileReader()
    reader.read([path for row in rows for path in row.paths])
    places = _places_of_contents(rows, reader)
    return [
        _evidence_of(plan, row, reader, places, signed.get(row.folder.activity.id, ()))
        for row in rows
    ]


def evidence_findings(evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """All findings, row by row."""
    for row_evidence in evidence:
        yield from row_evidence.findings


def stray_findings(root: Path, evidence: Sequence[Evidence]) -> Iterator[Finding]:
    """A warning for each file below the root of the tree that lies in the folder of no row."""
    own = {file.path for each in evidence for file in each.files}
    folders = [each.folder.path for each in evidence]
    for path in _files(root)[0]:
        if path not in own and not any(folder in path.parents for folder in folders):
            message = (
                "Berkas ini tidak berada di folder satu baris pun, jadi tidak terhitung; "
                "pindahkanlah ke folder barisnya."
            )
            yield warning("BUKTI-LUAR", message, Place(path.as_posix()))


def _listed(plan: Plan, folder: EvidenceFolder, other_folders: Sequence[Path]) -> _Listed:
    key = folder.activity.id
    reports = tuple(report for report in plan.realisations if same_id(report.baris, key))
    named_files, findings = _named_files(reports, folder, other_folders)
    own_files, barred = _files(folder.path)
    paths = tuple(dict.fromkeys((*own_files, *named_files)))
    return _Listed(folder, reports, paths, (*findings, *barred))


def _places_of_contents(rows: Sequence[_Listed], reader: FileReader) -> Mapping[str, list[Path]]:
    """Where each content lies, by its SHA-256."""
    places: dict[str, list[Path]] = {}
    for path in dict.fromkeys(path for row in rows for path in row.paths):
        if sha256 := reader.sha256(path):
            places.setdefault(sha256, []).append(path)
    return places


def _evidence_of(
    plan: Plan,
    row: _Listed,
    reader: FileReader,
    places: Mapping[str, list[Path]],
    papers: tuple[SignedPaper, ...],
) -> Evidence:
    # A row may ask for what is about another year: `LKjIP Tahun 2025`.
    wanted = dict.fromkeys((plan.office.tahun, *years_in(row.folder.activity.bukti.plain)))
    files = []
    for path in row.paths:
        sha256 = reader.sha256(path)
        file = judged_file(path, _named(path, row.folder), tuple(wanted), sha256, reader.pdf(path))
        twins = tuple(other for other in places.get(sha256, ()) if other != path)
        files.append(replace(file, twins=twins))
    findings = [*row.findings, *(finding for file in files for finding in file.findings)]
    findings += [_twin(file, row) for file in files if file.twins and file.standing.is_evidence]
    links = tuple(report.tautan for report in row.reports if is_sound_address(report.tautan))
    claims = [report for report in row.reports if report.bukti_ada == CLAIMED]
    if claims and not (links or files or papers or findings):
        findings.append(_empty_claim(row.folder, claims[-1]))
    return Evidence(row.folder, bool(claims), tuple(files), links, tuple(findings), papers)


def _named(path: Path, folder: EvidenceFolder) -> PurePath:
    """What names a file: its path below its row's folder, whose own name tells of the row."""
    return path.relative_to(folder.path) if folder.path in path.parents else PurePath(path.name)


def _twin(file: EvidenceFile, row: _Listed) -> Finding:
    place = Place(file.path.as_posix())
    within = [twin for twin in file.twins if row.folder.path in twin.parents]
    if within:
        message = (
            f"Isi berkas ini sama dengan {within[0].name} pada baris yang sama; hapuslah salah "
            "satunya."
        )
        return warning("BUKTI-GANDA", message, place)
    message = (
        f"Isi berkas ini sama dengan {file.twins[0].parent.name}/{file.twins[0].name}; pastikan "
        "berkas itu memang bukti kedua baris."
    )
    return suggestion("BUKTI-GANDA", message, place)


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
        if not report.tautan or is_sound_address(report.tautan):
            continue
        if is_address(report.tautan):
            findings.append(address_finding(report.tautan, report.origin.at("tautan")))
            continue
        parents = (folder.path, *other_folders)
        path = next((path for each in parents if (path := _below(each, report.tautan))), None)
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


def _below(folder: Path, name: str) -> Path | None:
    """The file of a name in a folder; none that stands elsewhere, whatever the name says."""
    path = folder / name
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
        return path if inside and path.is_file() else None
    except (OSError, ValueError):
        # The text of a cell may be longer than any valid file name.
        return None


def _empty_claim(folder: EvidenceFolder, claim: Realisation) -> Finding:
    return warning(
        "BUKTI-TIADA",
        f"Bukti dukung {claim.baris} dinyatakan ada, tetapi {folder.path} tidak berisi berkas. "
        "Letakkan berkasnya di sana, atau isikan tautannya.",
        claim.origin.at("bukti_ada"),
    )
