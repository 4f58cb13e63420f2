"""Folders of evidence, and what stands in them against what is claimed."""

from __future__ import annotations

import os
from contextlib import nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from tests.cases.plans import plan
from zi_docs.errors import OutputError
from zi_docs.evidence.evidence_check import Evidence, EvidenceState, examine_evidence
from zi_docs.evidence.evidence_folders import create_folders, evidence_folders
from zi_docs.model import Plan, Realisation
from zi_docs.text import RichText

YEAR = datetime(2026, 3, 1).timestamp()


def put(path: Path, content: bytes = b"%PDF-1.7 isi", moment: float = YEAR) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    os.utime(path, (moment, moment))
    return path


def claimed(*reports: Realisation) -> Plan:
    return replace(plan(), realisations=reports)


def look(plan: Plan, root: Path, row: str = "RA-001") -> Evidence:
    found = examine_evidence(plan, evidence_folders(plan, root), (root,))
    return next(one for one in found if one.activity.id == row)


def codes(one: Evidence) -> list[str]:
    return [finding.code for finding in one.findings]


def drawer(root: Path) -> Path:
    return evidence_folders(plan(), root)[0].path


def test_the_tree_is_named_by_area_component_and_row(tmp_path: Path) -> None:
    create_folders(evidence_folders(plan(), tmp_path))
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("RA-*")) == [
        "1 Manajemen Perubahan/1.1 Tim kerja/RA-001 Indikator RA 001",
        "1 Manajemen Perubahan/1.2 Budaya kerja/RA-002 Indikator RA 002",
        "1 Manajemen Perubahan/1.2 Budaya kerja/RA-003 Indikator RA 003",
        "2 Penataan Tata Laksana/2.1 Keterbukaan/RA-004 Indikator RA 004",
    ]
    words = (drawer(tmp_path) / "ISI.txt").read_text()
    assert "Bukti RA-001" in words
    assert "Bulan pelaksanaan: Januari" in words


def test_what_stands_is_never_touched(tmp_path: Path) -> None:
    create_folders(evidence_folders(plan(), tmp_path))
    mine = put(drawer(tmp_path) / "ISI.txt", b"catatan kami")
    renamed = drawer(tmp_path).with_name("RA-001 nama kami")
    drawer(tmp_path).rename(renamed)
    assert create_folders(evidence_folders(plan(), tmp_path)) == []
    assert (renamed / mine.name).read_bytes() == b"catatan kami"


def test_a_sound_file_is_present_and_an_empty_folder_awaits(tmp_path: Path) -> None:
    create_folders(evidence_folders(plan(), tmp_path))
    assert look(plan(), tmp_path).state is EvidenceState.AWAITED
    put(drawer(tmp_path) / "Januari" / "sk.pdf")
    assert look(plan(), tmp_path).state is EvidenceState.PRESENT


def test_a_claim_without_a_file_is_missing(tmp_path: Path) -> None:
    found = look(claimed(Realisation("RA-001", 1, bukti_ada="Ada")), tmp_path)
    assert codes(found) == ["BUKTI-TIADA"]


def test_a_link_counts_and_a_named_file_is_looked_for(tmp_path: Path) -> None:
    link = Realisation("RA-001", 1, bukti_ada="Ada", tautan="https://contoh.id/sk")
    assert look(claimed(link), tmp_path).state is EvidenceState.LINKED
    named = claimed(replace(link, tautan="sk.pdf"))
    assert codes(look(named, tmp_path)) == ["BUKTI-HILANG"]
    put(tmp_path / "sk.pdf")
    assert look(named, tmp_path).state is EvidenceState.PRESENT


def test_faulty_files_are_told_apart(tmp_path: Path) -> None:
    folder = drawer(tmp_path)
    put(folder / "a-kosong.pdf", b"")
    put(folder / "b-rusak.pdf", b"bukan pdf")
    put(folder / "c-terpotong.docx", b"PK\x03\x04")
    put(folder / "Thumbs.db")
    found = look(plan(), tmp_path)
    assert codes(found) == ["BUKTI-KOSONG", "BUKTI-RUSAK", "BUKTI-RUSAK"]
    assert found.state is EvidenceState.FAULTY
    assert found.findings[0].place.file.endswith("a-kosong.pdf")


LONG = "Terlaksananya peningkatan kualitas pelayanan publik yang akuntabel dan berkelanjutan"


def long_plan(*ids: str, area: str = f"V {LONG.upper()}") -> Plan:
    """Rows whose area, component and indicator all have long names."""
    row = replace(
        plan().activities[0],
        area=area,
        komponen=RichText.of(f"Komponen {LONG}"),
        indikator=RichText.of(f"Indikator {LONG}"),
        lke="A.1.a.ii",
    )
    return replace(plan(), activities=tuple(replace(row, id=key) for key in ids))


def test_no_path_is_longer_than_windows_and_zip_programs_bear(tmp_path: Path) -> None:
    create_folders(
        evidence_folders(long_plan("RA-001", "RA-002", "PENGAWASAN-INTERN-01"), tmp_path)
    )
    paths = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")]
    assert max(len(path) for path in paths) <= 100
    assert [path for path in paths if "RA-002" in path and path.endswith("ISI.txt")] == [
        "3 Terlaksananya Peningkatan/3.1 Komponen Terlaksananya/RA-002 A 1 a ii Indikator/ISI.txt"
    ]


def test_below_a_deep_root_names_are_shorter() -> None:
    """The ID stays, by which the folder is found."""
    root = Path("/" + "k" * 160)
    (folder,) = evidence_folders(long_plan("RA-001"), root)
    assert folder.path.name == "RA-001 A 1 a ii"
    assert len(str(folder.path / "ISI.txt")) <= 240


def test_a_tree_with_the_longer_names_of_before_goes_on(tmp_path: Path) -> None:
    old = (
        tmp_path / "3 Terlaksananya Peningkatan Kualitas Pelayanan"
        / "3.1 Komponen Terlaksananya peningkatan kualitas"
    )  # fmt: skip
    row = old / "RA-001 A 1 a ii Indikator Terlaksananya peningkatan kualitas"
    mine = put(row / "sk.pdf")
    folders = evidence_folders(long_plan("RA-001", "RA-002"), tmp_path)
    assert folders[0].path == row
    # A row that is new stands beside it, not in a second folder of the component.
    assert folders[1].path.parent == old
    create_folders(folders)
    assert mine.read_bytes() == b"%PDF-1.7 isi"
    assert [path.name for path in tmp_path.iterdir()] == [old.parent.name]


def closed(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody may look into a folder; root may, so the system is made to say so."""
    stat, scandir = os.stat, os.scandir

    def barred(path: object) -> None:
        if isinstance(path, str | Path) and (Path(path) == folder or folder in Path(path).parents):
            raise PermissionError(13, "Permission denied", str(path))

    def no_stat(path: object, **options: object) -> os.stat_result:
        if path != folder:
            barred(path)
        return stat(path, **options)  # type: ignore[arg-type, call-overload]

    def no_list(path: object) -> object:
        barred(path)
        return scandir(path)  # type: ignore[call-overload]

    monkeypatch.setattr(os, "stat", no_stat)
    monkeypatch.setattr(os, "scandir", no_list)


@pytest.mark.parametrize("depth", [0, 1, 2])
def test_a_folder_that_cannot_be_looked_into_is_a_finding(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, depth: int
) -> None:
    """The drawer itself, that of its component, that of its area."""
    put(drawer(tmp_path) / "a.pdf")
    own = drawer(tmp_path)
    barred = (own, *own.parents)[depth]
    closed(barred, monkeypatch)
    evidence = look(claimed(), tmp_path)
    assert [(f.code, f.place.file) for f in evidence.findings] == [("BUKTI-IZIN", str(own))]
    with pytest.raises(OutputError, match="Periksa izin") if depth else nullcontext():
        create_folders(evidence_folders(plan(), tmp_path))


def test_a_linked_folder_is_told_and_not_followed(tmp_path: Path) -> None:
    put(tmp_path / "lain" / "a.pdf")
    drawer(tmp_path / "bukti").mkdir(parents=True)
    link = drawer(tmp_path / "bukti") / "awan"
    link.symlink_to(tmp_path / "lain")
    evidence = look(claimed(), tmp_path / "bukti")
    assert evidence.files == ()
    assert [(f.code, f.place.file) for f in evidence.findings] == [("BUKTI-IZIN", str(link))]
