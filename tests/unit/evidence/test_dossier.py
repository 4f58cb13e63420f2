"""The dossier: archives by area, code and row, with what counts and what came back signed."""

from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest

from tests.cases.plans import plan, rich
from tests.cases.small_pdf import small_pdf
from zi_docs.build import signed_papers
from zi_docs.build.manifest import Record
from zi_docs.build.signed_papers import Entry, Register
from zi_docs.catalog import catalog
from zi_docs.errors import OutputError
from zi_docs.evidence.dossier import (
    INDEX,
    Archive,
    archives,
    oversize_findings,
    write_dossier,
)
from zi_docs.evidence.dossier_index import index_workbook
from zi_docs.evidence.evidence_check import Evidence, EvidenceState, examine_evidence
from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.evidence.paper_standings import RowStanding, row_standings, signed_by_row
from zi_docs.model import Plan
from zi_docs.revision.states import Year

MIB = 1024 * 1024
SIGNED = small_pdf("Keputusan 2026, ditandatangani")
FILES = {
    "RA-001": {
        "SK Tim 2026.pdf": small_pdf("2026"),
        "salinan SK.pdf": small_pdf("2026"),
        "Januari/foto: apel.pdf": small_pdf("foto 2026"),
        "Januari/foto apel.pdf": small_pdf("foto lain 2026"),
        "laporan.docx": b"PK\x05\x06" + bytes(18),
    },
    "RA-004": {"PPID 2026.pdf": small_pdf("PPID")},
}
LAYOUT = """\
area-1.zip
  PPA1A PPA1B/RA-001/Januari/foto apel.pdf
  PPA1A PPA1B/RA-001/Januari/foto apel (2).pdf
  PPA1A PPA1B/RA-001/SK Tim 2026.pdf
  PPA2A/RA-002/naskah bertanda tangan/renaksi.pdf
area-2.zip
  tanpa kode/RA-004/PPID 2026.pdf
"""


def planned() -> Plan:
    """The small plan with codes, whose second row asks for the decree and a screenshot."""
    first, second, *others = plan().activities
    asked = rich("Dokumen rencana aksi, tangkapan layar website")
    rows = (replace(first, lke="PPA1A, PPA1B"), replace(second, lke="PPA2A", bukti=asked), *others)
    return replace(plan(), activities=rows)


def looked_at(year: Path) -> tuple[list[Evidence], list[RowStanding]]:
    root = year / "bukti"
    folders = evidence_folders(planned(), root)
    products = catalog(Year(planned())).products()
    standings = row_standings(planned(), products, year)
    signed = signed_by_row(standings)
    return examine_evidence(planned(), folders, (root,), signed=signed), standings


@pytest.fixture
def year(tmp_path: Path) -> Path:
    """The folder of a year with evidence and a decree that came back signed."""
    folder = tmp_path / "2026"
    drawers = {
        each.activity.id: each.path for each in evidence_folders(planned(), folder / "bukti")
    }
    contents = {drawers[row] / n: c for row, files in FILES.items() for n, c in files.items()}
    contents[folder / "ditandatangani" / "renaksi.pdf"] = SIGNED
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    sha256 = hashlib.sha256(SIGNED).hexdigest()
    records = {"keputusan/renaksi-asli": Record(content={"isi": "x"})}
    entry = Entry("renaksi", "ditandatangani/renaksi.pdf", sha256, "2026-01-22", "10", (), records)
    (folder / signed_papers.NAME).write_bytes(signed_papers.as_bytes(Register((entry,))))
    return folder


def layout(paths: list[Path]) -> str:
    lines = []
    for path in paths:
        if path.suffix == ".zip":
            names = zipfile.ZipFile(path).namelist()
            lines += [path.name, *(f"  {name}" for name in names)]
    return "\n".join(lines) + "\n"


def put_together(year: Path, target: Path, limit: int = MIB) -> tuple[list[Archive], list[Path]]:
    evidence, standings = looked_at(year)
    parts = archives(planned(), evidence, limit)
    index = index_workbook(planned(), evidence, standings, parts)
    return parts, write_dossier(parts, {INDEX: index}, target)


def test_what_counts_lies_by_area_code_and_row_under_safe_names(year: Path, tmp_path: Path) -> None:
    _, paths = put_together(year, tmp_path / "dosir")
    assert layout(paths) == LAYOUT
    archive = zipfile.ZipFile(tmp_path / "dosir" / "area-1.zip")
    assert archive.testzip() is None
    assert archive.read("PPA2A/RA-002/naskah bertanda tangan/renaksi.pdf") == SIGNED


def test_the_same_evidence_gives_the_same_bytes(year: Path, tmp_path: Path) -> None:
    _, first = put_together(year, tmp_path / "satu")
    for path in (year / "bukti").rglob("*.pdf"):
        path.touch()
    _, second = put_together(year, tmp_path / "dua")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def test_an_archive_over_the_limit_is_parted(year: Path, tmp_path: Path) -> None:
    size = len(FILES["RA-001"]["SK Tim 2026.pdf"])
    limit = 2 * size + 500
    parts, paths = put_together(year, tmp_path / "dosir", limit)
    assert [part.name for part in parts] == [
        "area-1-bagian-1.zip",
        "area-1-bagian-2.zip",
        "area-2.zip",
    ]
    assert max(path.stat().st_size for path in paths if path.suffix == ".zip") <= limit
    assert list(oversize_findings(parts, limit)) == []


def test_a_file_over_the_limit_stands_alone_and_is_told(year: Path) -> None:
    evidence, _ = looked_at(year)
    parts = archives(planned(), evidence, 10)
    assert [len(part.files) for part in parts] == [1] * 5
    assert {finding.code for finding in oversize_findings(parts, 10)} == {"BUKTI-UKURAN"}


def test_nothing_is_written_over_and_nothing_half(year: Path, tmp_path: Path) -> None:
    evidence, _ = looked_at(year)
    parts = archives(planned(), evidence, MIB)
    (tmp_path / "ada").mkdir()
    with pytest.raises(OutputError, match="sudah ada"):
        write_dossier(parts, {}, tmp_path / "ada")
    next((year / "bukti").rglob("PPID 2026.pdf")).write_bytes(small_pdf("diganti"))
    with pytest.raises(OutputError, match="berubah ketika dosir disusun"):
        write_dossier(parts, {}, tmp_path / "dosir")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["2026", "ada"]


def test_the_index_names_every_file_and_what_each_row_asks_for(year: Path, tmp_path: Path) -> None:
    put_together(year, tmp_path / "dosir")
    book = openpyxl.load_workbook(BytesIO((tmp_path / "dosir" / INDEX).read_bytes()))
    rows = {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book}
    listed = ["; ".join(str(cell or "") for cell in r[2:9]) for r in rows["Indeks bukti"] if r[2]]
    place = "area-1.zip"
    assert listed[1:] == [
        f"RA-001; foto apel.pdf; PDF; 2026 (isi); dihitung; ; {place}",
        f"RA-001; foto: apel.pdf; PDF; 2026 (isi); dihitung; ; {place}",
        "RA-001; SK Tim 2026.pdf; PDF; 2026 (nama); dihitung; sama isinya dengan salinan SK.pdf; "
        f"{place}",
        "RA-001; laporan.docx; DOCX; tanpa tahun; konsep; berkas pengolah kata atau lembar kerja; ",
        "RA-001; salinan SK.pdf; PDF; 2026 (isi); dihitung; disimpan sebagai SK Tim 2026.pdf; "
        f"{place}",
        f"RA-002; Keputusan, Keputusan renaksi; naskah bertanda tangan; ; dihitung; ; {place}",
        "RA-004; PPID 2026.pdf; PDF; 2026 (nama); dihitung; ; area-2.zip",
    ]
    asked = [r[2:8] for r in rows["Bukti yang diminta"] if r[2] == "RA-002"]
    assert asked == [
        (
            "RA-002",
            "Dokumen rencana aksi",
            "dibuat di sini",
            "keputusan (keputusan)",
            "0 dari 1 naskah sudah dibuat, 1 ditandatangani",
            "ya",
        ),
        (
            "RA-002",
            "tangkapan layar website",
            "foto/tangkapan layar oleh kantor",
            "lembar foto (naskah foto)",
            "0 dari 1 naskah sudah dibuat",
            "ya",
        ),
    ]


def test_a_signed_paper_is_evidence_of_its_row(year: Path) -> None:
    """Nobody has to lay it into the folder of the row, too."""
    evidence, _ = looked_at(year)
    states = {each.activity.id: each.state for each in evidence}
    assert states["RA-002"] is EvidenceState.PRESENT
    assert states["RA-003"] is EvidenceState.AWAITED
