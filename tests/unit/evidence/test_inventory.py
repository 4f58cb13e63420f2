"""The inventory: every file of every row, as evaluators would judge it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from tests.cases.plans import plan, rich
from tests.cases.small_pdf import small_pdf
from zi_docs.confined import Limits
from zi_docs.evidence import pdf_facts
from zi_docs.evidence.addresses import address_fault, is_address
from zi_docs.evidence.evidence_check import Evidence, examine_evidence, stray_findings
from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.evidence.file_reader import FileReader
from zi_docs.findings import Finding
from zi_docs.model import Plan, Realisation


def photo() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (40, 30), "navy").save(stream, "JPEG")
    return stream.getvalue()


OFFICE_FILE = b"PK\x05\x06" + bytes(18)
# Row, name, content, how it is judged, its year, and what is told of it.
INVENTORY: tuple[tuple[str, str, bytes, str, str, str], ...] = (
    ("RA-001", "SK Tim.pdf", small_pdf("NOMOR 12 TAHUN 2026"), "dihitung", "2026 (isi)", "GANDA"),
    ("RA-001", "SK 2024.pdf", small_pdf("Mei 2024"), "dihitung", "2024 (nama)", "TAHUN"),
    (
        "RA-001",
        "SK 2026.pdf",
        small_pdf("Mei 2023", "Nomor 8 Tahun 2019"),
        "dihitung",
        "2026 (nama), 2023 (isi)",
        "TAHUN",
    ),
    ("RA-001", "2025/laporan.pdf", small_pdf("LKjIP"), "dihitung", "2025 (nama)", ""),
    (
        "RA-001",
        "pindai.pdf",
        small_pdf(),
        "dihitung",
        "tanpa tahun, pindaian tanpa teks",
        "TANPA-TAHUN",
    ),
    ("RA-002", "IMG_20260312_09.jpg", photo(), "dihitung", "2026 (nama)", ""),
    ("RA-002", "spanduk: lobi?.jpg", photo() + b" ", "dihitung", "tanpa tahun", "TANPA-TAHUN NAMA"),
    ("RA-002", "notula_konsep.pdf", small_pdf("2026 "), "konsep", "2026 (isi)", "KONSEP"),
    ("RA-002", "rencana.pdf", small_pdf("KONSEP", "2026"), "konsep", "2026 (isi)", "KONSEP"),
    ("RA-002", "Laporan 2026.docx", OFFICE_FILE, "konsep", "2026 (nama)", "KONSEP"),
    ("RA-003", "apel 2026.mp4", b"film", "tidak dihitung", "2026 (nama)", "JENIS"),
    ("RA-003", "laman.url", b"[InternetShortcut]\r\nURL=https://kpu.go.id/sk", "tautan", "", ""),
    ("RA-003", "alamat.txt", b"file:///C:/bukti/sk.pdf", "tidak dihitung", "", "TAUTAN"),
    ("RA-003", "catatan.txt", b"belum ada", "tidak dihitung", "", "JENIS"),
    ("RA-003", "kosong.pdf", b"", "tidak dihitung", "", "KOSONG"),
    ("RA-003", "bersandi.pdf", b"%PDF-1.7 isi", "dihitung", "", "BACA"),
    ("RA-004", "SK Tim.pdf", small_pdf("NOMOR 12 TAHUN 2026"), "dihitung", "2026 (isi)", "GANDA"),
)


def asking() -> Plan:
    """The small plan, whose first row asks for a report of the year before."""
    first, *others = plan().activities
    return replace(plan(), activities=(replace(first, bukti=rich("LKjIP Tahun 2025")), *others))


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("bukti")
    drawers = {folder.activity.id: folder.path for folder in evidence_folders(asking(), root)}
    for row, name, content, *_ in INVENTORY:
        path = drawers[row] / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    (root / "nyasar.pdf").write_bytes(small_pdf("2026"))
    return root


@pytest.fixture(scope="module")
def evidence(root: Path) -> list[Evidence]:
    return examine_evidence(asking(), evidence_folders(asking(), root), (root,))


def codes(findings: tuple[Finding, ...], path: Path) -> list[str]:
    own = (finding for finding in findings if finding.place.file == path.as_posix())
    return sorted(finding.code.removeprefix("BUKTI-") for finding in own)


def test_every_file_is_judged_by_kind_year_and_name(evidence: list[Evidence], root: Path) -> None:
    files = {
        (each.activity.id, file.path.relative_to(each.folder.path).as_posix()): (file, each)
        for each in evidence
        for file in each.files
    }
    assert len(files) == len(INVENTORY)
    for row, name, _, standing, year, codes_told in INVENTORY:
        file, each = files[row, name]
        seen = (file.standing.value, file.year if year else "", codes(each.findings, file.path))
        assert (name, *seen) == (name, standing, year, sorted(codes_told.split()))
    assert [each.state.value for each in evidence] == ["ada", "ada", "ada", "ada"]


def test_a_reason_tells_why_a_file_does_not_count(evidence: list[Evidence]) -> None:
    reasons = {file.path.name: file.remark for each in evidence for file in each.files}
    assert reasons["notula_konsep.pdf"] == "namanya menyebut konsep"
    assert reasons["rencana.pdf"] == "isinya bertanda konsep"
    assert reasons["Laporan 2026.docx"] == "berkas pengolah kata atau lembar kerja"
    assert reasons["apel 2026.mp4"] == "bukan PDF (.mp4)"
    assert reasons["SK Tim.pdf"] == "sama isinya dengan SK Tim.pdf"
    assert reasons["SK 2024.pdf"] == "tahun lain"


def test_a_name_that_windows_refuses_gets_a_safe_one(evidence: list[Evidence]) -> None:
    names = {file.path.name: file.safe_name for each in evidence for file in each.files}
    assert {name: safe for name, safe in names.items() if name != safe} == {
        "spanduk: lobi?.jpg": "spanduk lobi.jpg"
    }


def test_a_file_beside_the_rows_is_told(evidence: list[Evidence], root: Path) -> None:
    strays = list(stray_findings(root, evidence))
    assert [(f.code, Path(f.place.file).name) for f in strays] == [("BUKTI-LUAR", "nyasar.pdf")]


def test_a_row_with_drafts_alone_has_a_draft(tmp_path: Path) -> None:
    folder = evidence_folders(plan(), tmp_path)[0]
    folder.path.mkdir(parents=True)
    (folder.path / "laporan.docx").write_bytes(OFFICE_FILE)
    (each,) = examine_evidence(plan(), [folder], ())
    assert (each.state.value, each.counted) == ("baru konsep", ())


def test_what_cannot_be_read_in_time_costs_the_others_nothing(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = sorted(root.rglob("SK*.pdf"))
    monkeypatch.setattr(pdf_facts, "_LIMITS", Limits(seconds=0.0))
    facts = pdf_facts.pdf_facts(paths)
    assert facts == dict.fromkeys(paths, pdf_facts.UNREADABLE)


def test_a_kept_reader_reads_only_what_changed(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "sk.pdf"
    path.write_bytes(small_pdf("2026"))
    reader = FileReader()
    reader.read([path])
    before = reader.sha256(path)
    monkeypatch.setattr(pdf_facts, "_LIMITS", Limits(seconds=0.0))
    reader.read([path])
    assert reader.pdf(path) == pdf_facts.PdfFacts((2026,), has_text=True)
    path.write_bytes(small_pdf("2025"))
    reader.read([path])
    assert reader.pdf(path) == pdf_facts.UNREADABLE
    assert reader.sha256(path) != before
    path.unlink()
    reader.read([path])
    assert (reader.sha256(path), reader.pdf(path)) == ("", None)


@pytest.mark.parametrize(
    ("address", "fault"),
    [
        ("https://jdih.kpu.go.id/contoh/sk.pdf", ""),
        ("http://s.id/abc", ""),
        ("www.kpu.go.id", "tidak diawali https://"),
        ("drive.google.com/file/d/1", "tidak diawali https://"),
        ("htp://kpu.go.id", "tidak diawali https://"),
        ("https://", "tidak menyebut alamat situs"),
        ("https://[kpu", "bentuknya keliru"),
        ("https://kpu.go.id/SK tim.pdf", "memuat spasi"),
        ("https://192.168.1.4/sk.pdf", "hanya ada di komputer atau jaringan sendiri"),
        ("http://localhost:8080/", "hanya ada di komputer atau jaringan sendiri"),
        ("D:\\bukti\\sk.pdf", "hanya ada di komputer atau jaringan sendiri"),
        ("\\\\server\\bukti", "hanya ada di komputer atau jaringan sendiri"),
    ],
)
def test_an_address_is_judged_by_its_form_alone(address: str, fault: str) -> None:
    assert is_address(address)
    assert address_fault(address) == fault


@pytest.mark.parametrize("name", ["sk.pdf", "Januari/foto 2026.jpg", "laporan tim"])
def test_a_file_name_is_no_address(name: str) -> None:
    assert not is_address(name)


def test_a_broken_address_of_a_report_is_told_at_its_cell(tmp_path: Path) -> None:
    report = Realisation("RA-001", 1, bukti_ada="Ada", tautan="www.kpu.go.id/sk")
    reported = replace(plan(), realisations=(report,))
    each = examine_evidence(reported, evidence_folders(reported, tmp_path), ())[0]
    assert [finding.code for finding in each.findings] == ["BUKTI-TAUTAN"]
    assert each.state.value == "bermasalah"


@pytest.mark.parametrize("name", ["/etc/hostname", "../rahasia.pdf"])
def test_a_report_names_no_file_outside_the_folders(tmp_path: Path, name: str) -> None:
    root = tmp_path / "bukti"
    root.mkdir()
    (tmp_path / "rahasia.pdf").write_bytes(small_pdf("2026"))
    report = Realisation("RA-001", 1, bukti_ada="Ada", tautan=name)
    reported = replace(plan(), realisations=(report,))
    each = examine_evidence(reported, evidence_folders(reported, root), (root,))[0]
    assert ([finding.code for finding in each.findings], each.files) == (["BUKTI-HILANG"], ())
