"""Checks of meetings: a mistake in, a finding with its cell out."""

from __future__ import annotations

from datetime import date, time

import pytest

from tests.cases.meetings import meeting, year
from zi_docs.checks.meeting_rules import (
    check_meeting_chairs,
    check_meeting_days,
    check_meeting_follow_ups,
    check_meeting_invitees,
    check_meeting_times,
)
from zi_docs.findings import Finding
from zi_docs.text import RichText


def found(**changes: object) -> list[Finding]:
    plan = year(meeting(**changes))
    checks = (check_meeting_times, check_meeting_days, check_meeting_chairs, check_meeting_invitees)
    return [finding for check in checks for finding in check(plan)]


def test_a_sound_meeting_has_no_findings() -> None:
    assert found() == []


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        (
            {"selesai": time(8, 30)},
            "zi.xlsx › Rapat!E4: kesalahan: Rapat R-01 selesai pukul 08.30, tidak sesudah mulainya "
            "pukul 09.00; perbaiki salah satunya. [RAPAT-JAM]",
        ),
        (
            {"tanggal_surat": date(2026, 4, 1)},
            "zi.xlsx › Rapat!L4: kesalahan: Undangan rapat R-01 bertanggal 1 April 2026, sesudah "
            "rapatnya (31 Maret 2026); perbaiki salah satunya. [RAPAT-SURAT]",
        ),
        (
            {"tanggal": date(2026, 3, 28)},
            "zi.xlsx › Rapat!C4: keterangan: Rapat R-01 jatuh pada Sabtu, 28 Maret 2026; pindahkan "
            "bila tidak disengaja. [RAPAT-AKHIR-PEKAN]",
        ),
        (
            {"pimpinan": ""},
            "zi.xlsx › Rapat!G4: peringatan: Rapat R-01 belum mempunyai pimpinan; isilah dengan ID "
            "pejabat. [RAPAT-PIMPINAN]",
        ),
        (
            {"undangan": ()},
            "zi.xlsx › Rapat!I4: peringatan: Rapat R-01 belum menyebut yang diundang; isilah ID "
            "atau kelompoknya. [RAPAT-UNDANGAN]",
        ),
        (
            {"undangan": ("KETUA", "Eksternal")},
            "zi.xlsx › Rapat!I4: kesalahan: Kelompok “Eksternal” yang diundang ke rapat R-01 tidak "
            "beranggota; isilah kolom Kelompok pada lembar Pejabat atau Peserta. [RAPAT-KELOMPOK]",
        ),
    ],
)
def test_a_mistake_is_told_with_its_cell(changes: dict[str, object], told: str) -> None:
    (finding,) = found(**changes)
    assert str(finding) == told


@pytest.mark.parametrize(
    "line",
    [
        "Menyusun SK; Sekretaris; 30 April 2026",
        "Menyusun SK - Sekretaris - 30 April 2026",
        "Menyusun SK – Sekretaris – 30 April 2026",
        "Menyusun SK / Sekretaris / 30 April 2026",
        "Menyusun SK | Sekretaris; 30 April 2026",
    ],
)
def test_a_follow_up_with_other_separators_is_found(line: str) -> None:
    """Person and deadline would stand in the column of what is done."""
    plan = year(meeting(tindak_lanjut=RichText.of(f"Mencetak | KETUA | 1 April 2026\n{line}")))
    (finding,) = check_meeting_follow_ups(plan)
    assert finding.code == "RAPAT-TINDAK-LANJUT"
    assert f"“{line}” tidak dipisahkan dengan tanda |" in finding.message


@pytest.mark.parametrize(
    "line",
    [
        "Menyusun SK",
        "Menyusun SK - tahap kedua | SEKRETARIS",
        "Menyusun SK | SEKRETARIS; KETUA | 30 April 2026",
        "Menyusun SK ｜ SEKRETARIS ¦ 30 April 2026",
    ],
)
def test_a_follow_up_that_is_clear_is_not(line: str) -> None:
    plan = year(meeting(tindak_lanjut=RichText.of(line)))
    assert list(check_meeting_follow_ups(plan)) == []
