"""Checks of teams: what an evaluator would ask, with the cell to look at."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from tests.cases.teams import seat, whole_team, with_team
from zi_docs.checks.team_rules import (
    check_coordinators,
    check_team_areas,
    check_team_leaders,
    teams,
)
from zi_docs.findings import Finding
from zi_docs.model import DecreeKind, Plan

ZONE = "Tim Kerja Pembangunan Zona Integritas"
GROUPS = ("Pokja I", "Pokja II", "Pokja III", "Pokja IV", "Pokja V", "Pokja VI")
AREAS = ("I SATU", "II DUA", "III TIGA", "IV EMPAT", "V LIMA", "VI ENAM")


def found(year: Plan) -> list[tuple[str, str | None]]:
    return [(finding.code, finding.place.cell) for finding in teams(year)]


def test_a_whole_team_has_no_findings() -> None:
    assert found(with_team(*whole_team())) == []


def test_a_person_in_two_functions() -> None:
    year = with_team(*whole_team(), seat("Koordinator", "KSB", "Pokja II"))
    (finding,) = teams(year)
    assert str(finding) == (
        "zi.xlsx › Tim!D7: peringatan: Nama Kasubbag menduduki Koordinator Pokja I dan "
        "Koordinator Pokja II dalam keputusan sk-tim; pilihlah satu kedudukan. [TIM-RANGKAP]"
    )


def test_a_group_without_coordinator() -> None:
    assert found(with_team(seat("Anggota", "STAF", "Pokja I"))) == [("TIM-KOORDINATOR", "A4")]


def test_the_work_team_has_a_group_for_every_area() -> None:
    six = [seat("Koordinator", kelompok=group) for group in GROUPS]
    year = replace(with_team(*six[:5], judul=ZONE), areas=AREAS)
    (finding,) = teams(year)
    assert str(finding) == (
        "zi.xlsx › Keputusan!A4: peringatan: Keputusan sk-tim baru mempunyai 5 dari 6 kelompok "
        "kerja; lengkapilah satu kelompok kerja untuk setiap area perubahan. [TIM-POKJA]"
    )
    assert found(replace(with_team(*six, judul=ZONE), areas=AREAS)) == []
    # An office that has one area more has one group more.
    more = replace(with_team(*six, judul=ZONE), areas=(*AREAS, "VII TUJUH"))
    assert found(more) == [("TIM-POKJA", "A4")]
    # Other teams have as many groups as they like.
    assert found(replace(with_team(*six[:5]), areas=AREAS)) == []


@pytest.mark.parametrize(
    ("title", "builds"),
    [
        ("Pembentukan Tim Kerja Pembangunan Zona Integritas Tahun 2026", True),
        ("PEMBENTUKAN TIM KERJA ZONA INTEGRITAS", True),
        ("Pembentukan Tim Agen Perubahan Pembangunan Zona Integritas", False),
        ("Pembentukan Tim Kerja Pengelolaan Arsip", False),
    ],
)
def test_the_title_tells_which_team_builds_the_integrity_zone(title: str, builds: bool) -> None:
    year = with_team(*whole_team(), judul=title)
    assert year.integrity_teams() == (year.decrees if builds else ())


def test_a_decree_that_is_no_team_builds_nothing() -> None:
    assert with_team(judul=ZONE, jenis=DecreeKind.PLAN).integrity_teams() == ()


def test_every_unit_is_represented_once_all_are_named() -> None:
    seats = [seat("Koordinator", "KSB", "Pokja I")]
    assert ("TIM-UNIT", "G8") in found(with_team(*seats, judul=ZONE))
    waiting = [*seats, seat("Anggota", kelompok="Pokja I")]
    assert ("TIM-UNIT", "G8") not in found(with_team(*waiting, judul=ZONE))


def of(findings: Iterable[Finding]) -> list[str]:
    return [f"{finding.code} {finding.severity.value}: {finding.message}" for finding in findings]


def test_somebody_leads_every_team() -> None:
    (message,) = of(check_team_leaders(with_team(seat("Anggota", "STAF"))))
    assert message == (
        "TIM-PIMPINAN peringatan: Tim dalam keputusan sk-tim belum mempunyai pimpinan, misalnya "
        "Ketua atau Koordinator; tambahkan barisnya pada lembar Tim."
    )
    assert of(check_team_leaders(with_team(*whole_team()))) == []
    assert of(check_team_leaders(with_team())) == []


def test_the_work_team_has_its_functions_and_the_leader_of_the_office() -> None:
    team = [seat("Pengarah", "KSB"), seat("Penanggung Jawab", "SEK"), seat("Ketua Tim", "STAF")]
    assert of(check_team_leaders(with_team(*team, judul=ZONE))) == [
        "TIM-KEDUDUKAN saran: Tim dalam keputusan sk-tim belum mempunyai Sekretaris; lengkapilah "
        "pada lembar Tim, kecuali kantor memakai susunan lain.",
        "TIM-TANPA-PIMPINAN saran: Ketua (KETUA), yang menetapkan keputusan sk-tim, tidak duduk "
        "dalam timnya; tambahkan, misalnya sebagai Pengarah, sebab keterlibatan pimpinan dinilai.",
    ]
    whole = [seat("Pengarah", "KETUA"), *team[1:], seat("Sekretaris", "KSB")]
    assert of(check_team_leaders(with_team(*whole, judul=ZONE))) == []


@pytest.mark.parametrize(
    ("groups", "lacking"),
    [
        (("Pokja I", "Pokja II"), []),
        (("Pokja Satu Contoh", "Pokja 2"), []),
        (("Pokja I", "Pokja I Tambahan"), ["II DUA"]),
        # Nothing tells which areas these are.
        (("Pokja Mawar", "Pokja Melati"), []),
    ],
)
def test_every_area_has_a_group_of_its_name_or_numeral(
    groups: tuple[str, ...], lacking: list[str]
) -> None:
    seats = [seat("Koordinator", kelompok=group) for group in groups]
    year = replace(with_team(*seats, judul=ZONE), areas=("I SATU CONTOH", "II DUA"))
    assert [f.message.partition(" belum")[0] for f in check_team_areas(year)] == [
        f"Area {area}" for area in lacking
    ]


def test_nobody_coordinates_all() -> None:
    seats = [seat("Koordinator", "KSB", group) for group in GROUPS]
    (message,) = of(check_coordinators(with_team(*seats)))
    assert message.startswith("TIM-SATU peringatan: Nama Kasubbag mengoordinasikan semua (6) kelo")
    assert of(check_coordinators(with_team(*seats[:5], seat("Ketua", "STAF", GROUPS[5])))) == []
