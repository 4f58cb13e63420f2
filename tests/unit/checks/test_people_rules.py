"""NIPs that can be none are asked about; nobody here exists."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.plans import plan
from zi_docs.checks.people_rules import check_service_numbers
from zi_docs.findings import Finding, Severity
from zi_docs.model import Official, Origin, Participant

ORIGIN = Origin("zi.xlsx", "Pejabat", 4, {"nip": "C4"})


def asked(nip: str) -> list[Finding]:
    person = Official("SEKRETARIS", "Sekretaris", nip=nip, origin=ORIGIN)
    return list(check_service_numbers(replace(plan(), officials=(person,))))


@pytest.mark.parametrize(
    "nip",
    [
        "198503172010011002",
        "19850317 201001 1 002",
        "NIP. 19850317 201001 1 002",
        "199003152022212015",  # PPPK: 21 for the month
        "-",
        "",
    ],
)
def test_a_nip_that_can_be_one(nip: str) -> None:
    assert asked(nip) == []


@pytest.mark.parametrize(
    ("nip", "reason"),
    [
        ("1,98503E+17", "disingkat oleh Excel"),
        ("1.98503E+17", "disingkat oleh Excel"),
        ("1985031720100110", "terdiri atas 16 angka, bukan 18"),
        ("198503172010011000", "berakhir dengan 000; Excel hanya menyimpan 15 angka pertama"),
        ("19850317201001100O", "memuat selain angka"),
        ("198513172010011002", "tidak diawali tanggal lahir yang ada di kalender"),
        ("198502302010011002", "tidak diawali tanggal lahir yang ada di kalender"),
        ("198503172010131002", "tidak memuat tahun dan bulan pengangkatan yang wajar"),
        ("198503171990011002", "tidak memuat tahun dan bulan pengangkatan yang wajar"),
        ("198503172027011002", "tidak memuat tahun dan bulan pengangkatan yang wajar"),
        ("195503171985011002", "adalah milik orang kelahiran 1955, yang sudah melewati usia"),
        ("198503172010013002", "tidak memuat 1 atau 2 (jenis kelamin)"),
    ],
)
def test_a_nip_that_can_be_none_is_asked_about(nip: str, reason: str) -> None:
    (finding,) = asked(nip)
    assert (finding.code, finding.severity, finding.place.cell) == (
        "WB-NIP",
        Severity.WARNING,
        "C4",
    )
    assert finding.message.startswith(f"NIP SEKRETARIS “{nip}” {reason}")


def test_a_guest_may_have_the_number_of_another_service() -> None:
    """The police and the army have an NRP, shorter than a NIP."""
    guests = (Participant("P-01", nip="NRP 78050123"), Participant("P-02", nip="1985031720100110"))
    findings = check_service_numbers(replace(plan(), officials=(), participants=guests))
    assert ["P-02" in f.message for f in findings] == [True]
