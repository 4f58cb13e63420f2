"""What the checks of rows and language say of whole plans: the real one, and one put right."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases.corrected_rows import corrected
from zi_docs.checks import language, rows
from zi_docs.findings import Finding, Severity
from zi_docs.model import Plan
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path("source/zi-2026.xlsx")
SHEET = "Rencana Aksi"


@pytest.fixture(scope="module")
def real() -> Plan:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    return plan


def findings(plan: Plan) -> list[Finding]:
    return [finding for check in (*rows.CHECKS, *language.CHECKS) for finding in check(plan)]


@pytest.fixture(scope="module")
def reported(real: Plan) -> list[Finding]:
    return findings(real)


def test_nothing_that_an_office_words_is_an_error(reported: list[Finding]) -> None:
    assert {finding.severity for finding in reported} == {
        Severity.WARNING,
        Severity.SUGGESTION,
    }


@pytest.mark.parametrize(
    ("row", "column", "code"),
    [
        # Those of `kasus/periksa.md` that stand in rows.
        (51, "bukti", "RA-FREKUENSI"),
        (26, "bukti", "RA-FREKUENSI"),
        (52, "bulan_10", "RA-URUTAN"),
        (15, "indikator", "RA-KEMBAR"),
        (16, "indikator", "RA-KEMBAR"),
        (43, "bukti", "RA-SALIN"),
        (56, "bukti", "RA-BUKTI-KEGIATAN"),
        (42, "bukti", "RA-GABUNG"),
        (17, "indikator", "BHS-GANDA"),
        (47, "indikator", "BHS-EJA"),
        (66, "komponen", "RA-KOMPONEN-BARIS"),
        (68, "komponen", "RA-KOMPONEN-BARIS"),
        # Others, a few of each kind.
        (1, "langkah_aksi", "BHS-TANDA"),
        (1, "langkah_aksi", "RA-SERASI"),
        (1, "target", "RA-TARGET-SERAGAM"),
        (2, "bukti", "RA-BUKTI-KEGIATAN"),
        (3, "indikator", "RA-FREKUENSI-GANDA"),
        (4, "bukti", "RA-GABUNG"),
        (5, "bulan_5", "RA-TERLAMBAT"),
        (6, "indikator", "RA-DUA-SOAL"),
        (7, "komponen", "RA-GABUNG"),
        (12, "langkah_aksi", "RA-LANGKAH"),
        (14, "bukti", "RA-FREKUENSI"),
        (20, "target", "RA-UKURAN"),
        (24, "langkah_aksi", "RA-TAHUN"),
        (30, "bulan_10", "RA-TERLAMBAT"),
        (38, "langkah_aksi", "RA-SERASI"),
        (38, "bukti", "RA-BUKTI-KONSEP"),
        (40, "bukti", "RA-BUKTI-LAIN"),
        (40, "komponen", "RA-TERPOTONG"),
        (42, "bukti", "BHS-KAPITAL-PENUH"),
        (45, "bukti", "BHS-ISTILAH"),
        (46, "bukti", "BHS-ISIAN"),
        (49, "bulan_1", "RA-URUTAN"),
        (57, "bukti", "RA-BUKTI-TUKAR"),
        (60, "indikator", "BHS-MIRING"),
        (64, "langkah_aksi", "RA-SEBAGIAN"),
        (65, "bukti", "RA-BUKTI-BENDA"),
    ],
)
def test_mistakes_of_the_real_plan(
    real: Plan, reported: list[Finding], row: int, column: str, code: str
) -> None:
    place = real.activities[row - 1].origin.at(column)
    assert code in {finding.code for finding in reported if finding.place == place}


def test_what_the_transcription_lost_is_not_blamed_on_the_office(
    real: Plan, reported: list[Finding]
) -> None:
    """The third mark of RA-002 may be April or May: its months draw no finding."""
    months = [real.activities[1].origin.at(f"bulan_{number}") for number in range(1, 13)]
    assert not [finding for finding in reported if finding.place in months]


def test_a_plan_put_right_draws_no_warning(real: Plan) -> None:
    right = [finding for finding in findings(corrected(real)) if finding.place.sheet == SHEET]
    assert [str(finding) for finding in right if finding.severity is Severity.WARNING] == []
    assert len(right) <= 3
