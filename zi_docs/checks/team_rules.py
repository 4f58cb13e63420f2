"""Checks of teams: what evaluators of a Zona Integritas look for (NASKAH section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Decree, DecreeKind, Plan, TeamSeat
from zi_docs.text import plain_characters, whole_number
from zi_docs.wording.lists import enumeration

_LEADERS = ("koordinator", "ketua")
# Who may lead a team, and whom that of the Zona Integritas has by custom (NASKAH section 4).
_HEADS = ("ketua", "koordinator", "pengarah", "penanggung jawab", "kepala", "pembina")
_CUSTOMARY = ("Pengarah", "Penanggung Jawab", "Ketua", "Sekretaris")
_NUMERAL = re.compile(
    r"\s*(?:pokja\b|kelompok kerja\b|area\b)?\s*(?:([IVX]+|\d+)\b[.:]?)?\s*", re.I
)
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")


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


def check_team_leaders(plan: Plan) -> Iterator[Finding]:
    """Teams that nobody leads; of the Zona Integritas, functions that it lacks by custom."""
    for decree in plan.decrees:
        seats = plan.team(decree) if decree.jenis is DecreeKind.TEAM else ()
        if not seats:
            continue
        posts = [seat.kedudukan.strip().casefold() for seat in seats if not seat.kelompok.strip()]
        if not any(post.startswith(_HEADS) for post in posts):
            yield warning(
                "TIM-PIMPINAN",
                f"Tim dalam keputusan {decree.id} belum mempunyai pimpinan, misalnya Ketua atau "
                "Koordinator; tambahkan barisnya pada lembar Tim.",
                decree.origin.at("id"),
            )
        elif decree in plan.integrity_teams():
            lacking = [
                name
                for name in _CUSTOMARY
                if not any(post.startswith(name.casefold()) for post in posts)
            ]
            if lacking:
                yield suggestion(
                    "TIM-KEDUDUKAN",
                    f"Tim dalam keputusan {decree.id} belum mempunyai {enumeration(lacking)}; "
                    "lengkapilah pada lembar Tim, kecuali kantor memakai susunan lain.",
                    decree.origin.at("id"),
                )
            yield from _without_head(plan, decree, seats)


def _without_head(plan: Plan, decree: Decree, seats: tuple[TeamSeat, ...]) -> Iterator[Finding]:
    """Who leads the office and signs is no member; evaluators ask for the leaders' part."""
    signer = plan.official(decree.penanda_tangan)
    members = {plan.official(seat.pejabat) for seat in seats}
    if signer is not None and signer not in members:
        yield suggestion(
            "TIM-TANPA-PIMPINAN",
            f"{signer.jabatan} ({signer.id}), yang menetapkan keputusan {decree.id}, tidak duduk "
            "dalam timnya; tambahkan, misalnya sebagai Pengarah, sebab keterlibatan pimpinan "
            "dinilai.",
            decree.origin.at("penanda_tangan"),
        )


def check_team_areas(plan: Plan) -> Iterator[Finding]:
    """Areas without a working group, told by numeral or name where the groups have such."""
    for decree in plan.integrity_teams():
        groups = dict.fromkeys(s.kelompok.strip() for s in plan.team(decree) if s.kelompok.strip())
        served = {group: _area_of(group, plan.areas) for group in groups}
        known = set(served.values()) - {None}
        # Fewer groups than areas are told of already.
        if len(groups) < len(plan.areas) or not known or None in served.values():
            continue
        for area in plan.areas:
            if area not in known:
                yield warning(
                    "TIM-AREA",
                    f"Area {area} belum mempunyai kelompok kerja dalam keputusan {decree.id}; "
                    "perbaiki nama kelompok, atau tambahkan kelompoknya.",
                    decree.origin.at("id"),
                )


def _area_of(group: str, areas: tuple[str, ...]) -> str | None:
    """The area that a group is named after, else that of its numeral; None when neither tells."""
    name = _bare(group)
    named = next((area for area in areas if name and _bare(area) == name), None)
    match = _NUMERAL.match(plain_characters(group))
    if named is not None or match is None or match[1] is None:
        return named
    number = whole_number(match[1]) or 0
    numeral = _ROMAN[number - 1] if 0 < number <= 10 else match[1].upper()
    return next((area for area in areas if area.split()[0] == numeral), None)


def _bare(name: str) -> str:
    """A name of an area or group for comparing, without `Pokja` and numeral."""
    text = plain_characters(name)
    match = _NUMERAL.match(text)
    return " ".join(text[match.end() if match else 0 :].casefold().split())


def check_coordinators(plan: Plan) -> Iterator[Finding]:
    """One person who coordinates every working group."""
    for decree in plan.decrees:
        leading: dict[str, list[TeamSeat]] = {}
        groups = set()
        for seat in plan.team(decree) if decree.jenis is DecreeKind.TEAM else ():
            if seat.kelompok.strip():
                groups.add(seat.kelompok.strip())
                if seat.pejabat and seat.kedudukan.casefold().startswith(_LEADERS):
                    leading.setdefault(seat.pejabat.casefold(), []).append(seat)
        for seats in leading.values():
            if len(groups) > 1 and {seat.kelompok.strip() for seat in seats} == groups:
                official = plan.official(seats[0].pejabat)
                name = (official and official.nama) or seats[0].pejabat
                yield warning(
                    "TIM-SATU",
                    f"{name} mengoordinasikan semua ({len(groups)}) kelompok kerja dalam keputusan "
                    f"{decree.id}; tunjuklah koordinator lain, satu orang untuk satu kelompok.",
                    seats[0].origin.at("pejabat"),
                )


CHECKS = (teams, check_team_leaders, check_team_areas, check_coordinators)
