"""The real workbook, the same corrected, and the models: what the checks of texts say of each."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from tests.cases.corrected_rows import corrected
from tests.cases.corrected_texts import corrected_texts
from zi_docs.checks import check
from zi_docs.data.office_kinds import NewOffice, office_kind
from zi_docs.findings import Finding, Severity
from zi_docs.model import Plan
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.writing.author import write_workbook
from zi_docs.workbook.writing.starters import starting_rows

REAL = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"

OFFICE = {
    "lembaga": "Komisi Pemilihan Umum",
    "singkatan": "KPU",
    "wilayah": "Contoh",
    "kedudukan": "Contoh",
    "tahun": 2027,
}


def findings_of(plan: Plan) -> list[Finding]:
    return check(plan)


@pytest.fixture(scope="module")
def real() -> Plan:
    plan, _ = read_plan(REAL)
    assert plan is not None
    return plan


@pytest.fixture(scope="module")
def findings(real: Plan) -> list[Finding]:
    return findings_of(real)


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("Konsiderans!C4", "KEP-KLAUSA"),  # `bahwa berdasarkan Peraturan ... ;`
        ("Konsiderans!C4", "PER-PENGUBAH"),  # only the amendment is cited
        ("Konsiderans!C6", "KEP-JUDUL"),  # `Bebas Dari Korupsi`
        ("Konsiderans!C6", "KEP-TANDA"),
        ("Konsiderans!D12", "PER-PERIODE"),  # Grand Design 2010-2025
        ("Konsiderans!D15", "KEP-URUTAN"),
        ("Konsiderans!C16", "KEP-JUDUL"),
        ("Konsiderans!C16", "KEP-ULANG"),
        ("Peraturan!E10", "PER-PERIODE"),
        ("Peraturan!M14", "PER-FRASA"),  # `;` before `sebagaimana`
        ("Peraturan!E15", "PER-JUDUL"),  # the amendment's title differs from its first
        ("Peraturan!E16", "PER-DATA"),
        ("Peraturan!L16", "PER-PENGUBAH"),  # law 30 of 2002 is no amendment
        ("Peraturan!H17", "PER-LEMBARAN"),
        ("Peraturan!B17", "PER-JENIS"),
        ("Peraturan!E18", "PER-PERIODE"),
        ("Peraturan!E18", "PER-JUDUL"),  # `2020 2024`
        ("Peraturan!B19", "PER-JENIS"),
        ("Narasi!C5", "BHS-ISTILAH"),  # `Wilayah Bebas Korupsi`
        ("Narasi!C6", "PER-DICABUT"),  # regulation 52 of 2014
        ("Narasi!C6", "PER-PERIODE"),
        ("Narasi!C6", "KEP-SEJAJAR"),
        ("Narasi!C7", "KEP-LINGKUP"),  # one area of six
        ("Narasi!C7", "BHS-TANDA"),  # `meliputi :`
        ("Narasi!D15", "KEP-DASAR"),
        ("Narasi!C21", "KEP-KALIMAT"),
        ("Narasi!C26", "BHS-ISTILAH"),  # `Pengendalian Internal`
        ("Narasi!C27", "PER-NOMOR"),
        ("Narasi!C28", "BHS-ISTILAH"),
        ("Narasi!C30", "KEP-KALIMAT"),
        ("Narasi!C34", "PER-DATA"),
        ("Narasi!C34", "KEP-TANDA"),
        ("Narasi!C39", "KEP-KALIMAT"),
        ("Narasi!C41", "KEP-DEFINISI"),
        ("Narasi!C43", "KEP-ISTILAH"),
        ("Narasi!C47", "KEP-ISTILAH"),  # `Dokumen Rencana Kerja`
        ("Narasi!C48", "KEP-LINGKUP"),
        ("Narasi!C49", "KEP-SEJAJAR"),
        ("Narasi!C52", "KEP-ISTILAH"),
    ],
)
def test_a_mistake_of_the_real_decree_is_reported(
    findings: list[Finding], cell: str, code: str
) -> None:
    assert (cell, code) in {(f"{f.place.sheet}!{f.place.cell}", f.code) for f in findings}


def test_the_office_is_not_kept_from_its_decree(findings: list[Finding]) -> None:
    assert not [f for f in findings if f.severity is Severity.ERROR]


def test_what_the_transcription_mended_is_not_blamed(findings: list[Finding]) -> None:
    """The letter c that the decree skipped, and the citation that the PDF cut off."""
    mended = {("Peraturan", "4"), ("Konsiderans", "17")}
    assert not [f for f in findings if (f.place.sheet, str(f.place.cell)[1:]) in mended]


def test_the_corrected_workbook_gives_no_warning(real: Plan) -> None:
    """What is left to suggest: three meetings to plan, and a word that is English on purpose."""
    found_there = findings_of(corrected(corrected_texts(real)))
    assert [str(f) for f in found_there if f.severity in (Severity.ERROR, Severity.WARNING)] == []
    codes = Counter(f.code for f in found_there if f.severity is Severity.SUGGESTION)
    assert codes == {"RAPAT-PERLU": 3, "BHS-ASING": 2}


@pytest.mark.parametrize(
    ("kind", "level"),
    [("kpu-kabupaten", "Kabupaten"), ("kpu-kota", "Kota"), ("kpu-provinsi", "Provinsi")],
)
def test_the_models_give_no_finding(kind: str, level: str, tmp_path: Path) -> None:
    rows = starting_rows(NewOffice(office_kind(kind)))
    office = rows["instansi"][0] | OFFICE | {"tingkat": level}
    path = tmp_path / "baru.xlsx"
    path.write_bytes(write_workbook({**rows, "instansi": [office]}, date(2027, 1, 1)))
    plan, _ = read_plan(path)
    assert plan is not None
    assert len(plan.decrees) == 9
    assert [str(finding) for finding in findings_of(plan)] == []
