"""Checks of teams: what an evaluator would ask, with the cell to look at."""

from __future__ import annotations

from tests.cases.teams import seat, whole_team, with_team
from zi_docs.checks.team_rules import teams
from zi_docs.model import Plan

ZONE = "Tim Kerja Pembangunan Zona Integritas"
GROUPS = ("Pokja I", "Pokja II", "Pokja III", "Pokja IV", "Pokja V", "Pokja VI")


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


def test_the_work_team_has_six_groups() -> None:
    five = [seat("Koordinator", kelompok=group) for group in GROUPS[:5]]
    assert found(with_team(*five, judul=ZONE)) == [("TIM-POKJA", "A4")]
    six = [seat("Koordinator", kelompok=group) for group in GROUPS]
    assert found(with_team(*six, judul=ZONE)) == []
    # Other teams have as many groups as they like.
    assert found(with_team(*five)) == []


def test_every_unit_is_represented_once_all_are_named() -> None:
    seats = [seat("Koordinator", "KSB", "Pokja I")]
    assert ("TIM-UNIT", "G8") in found(with_team(*seats, judul=ZONE))
    waiting = [*seats, seat("Anggota", kelompok="Pokja I")]
    assert ("TIM-UNIT", "G8") not in found(with_team(*waiting, judul=ZONE))
