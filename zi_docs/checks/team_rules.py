"""Checks of teams: what evaluators of a Zona Integritas look for (NASKAH section 4)."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from zi_docs.findings import Finding, warning
from zi_docs.model import Decree, DecreeKind, Plan, TeamSeat

_LEADERS = ("koordinator", "ketua")


def teams(plan: Plan) -> Iterator[Finding]:
    """Mistakes in the teams of all decrees, each with its cell."""
    for decree in plan.decrees:
        if decree.jenis is DecreeKind.TEAM:
            seats = plan.team(decree)
            yield from _twice(plan, decree, seats)
            yield from _without_coordinator(decree, seats)
            if decree in plan.integrity_teams():
                yield from _too_few_groups(plan, decree, seats)
                yield from _missing_units(plan, decree, seats)


def _twice(plan: Plan, decree: Decree, seats: tuple[TeamSeat, ...]) -> Iterator[Finding]:
    first: dict[str, TeamSeat] = {}
    for seat in seats:
        official = plan.official(seat.pejabat)
        if official is None:
            continue
        before = first.setdefault(official.id, seat)
        if before is not seat:
            yield warning(
                "TIM-RANGKAP",
                f"{official.nama or official.jabatan} menduduki {_function(before)} dan "
                f"{_function(seat)} dalam keputusan {decree.id}; pilihlah satu kedudukan.",
                seat.origin.at("pejabat"),
            )


def _function(seat: TeamSeat) -> str:
    return f"{seat.kedudukan} {seat.kelompok}".strip()


def _without_coordinator(decree: Decree, seats: tuple[TeamSeat, ...]) -> Iterator[Finding]:
    for group, rows in groupby(seats, key=lambda seat: seat.kelompok.strip()):
        members = list(rows)
        led = any(seat.kedudukan.casefold().startswith(_LEADERS) for seat in members)
        if group and not led:
            yield warning(
                "TIM-KOORDINATOR",
                f"{group} dalam keputusan {decree.id} belum mempunyai koordinator; "
                "tambahkan barisnya.",
                members[0].origin.at("kedudukan"),
            )


def _too_few_groups(plan: Plan, decree: Decree, seats: tuple[TeamSeat, ...]) -> Iterator[Finding]:
    """Fewer working groups than areas of change; PermenPANRB 90/2021 wants one for each."""
    areas = len(plan.areas)
    groups = {seat.kelompok.strip().casefold() for seat in seats} - {""}
    if seats and len(groups) < areas:
        yield warning(
            "TIM-POKJA",
            f"Keputusan {decree.id} baru mempunyai {len(groups)} dari {areas} kelompok kerja; "
            "lengkapilah satu kelompok kerja untuk setiap area perubahan.",
            decree.origin.at("id"),
        )


def _missing_units(plan: Plan, decree: Decree, seats: tuple[TeamSeat, ...]) -> Iterator[Finding]:
    """Units without a member; while seats wait for names, nobody can tell."""
    if not seats or not all(seat.pejabat for seat in seats):
        return
    members = [plan.official(seat.pejabat) for seat in seats]
    present = {official.unit.casefold() for official in members if official}
    for official in plan.officials:
        if official.unit and official.unit.casefold() not in present:
            present.add(official.unit.casefold())
            yield warning(
                "TIM-UNIT",
                f"{official.unit} belum terwakili dalam keputusan {decree.id}; "
                "tunjuklah anggota dari unit ini.",
                official.origin.at("unit"),
            )
