"""Checks of teams: what an evaluator would ask, with the cell to look at."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.teams import seat, whole_team, with_team
from zi_docs.checks.team_rules import teams
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
