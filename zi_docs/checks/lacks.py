"""What a decree still waits for: while it lacks any of it, its pages bear the mark KONSEP.

Number and date are no gaps: they are given when the decree is signed. These findings are not
among the checks of a plan; they are told when the decree is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from zi_docs.checks.decree_rules import missing_parts
from zi_docs.findings import Finding, warning
from zi_docs.model import Decree, DecreeKind, Official, Plan, TeamSeat
from zi_docs.wording.lists import enumeration


def is_draft(plan: Plan, decree: Decree) -> bool:
    """Tell whether data that a decree cannot do without is missing."""
    return bool(missing_parts(decree)) or any(True for _ in gaps(plan, decree))


def gaps(plan: Plan, decree: Decree) -> Iterator[Finding]:
    """What is missing, each with its cell; parts of the body are told by the checks."""
    seats = plan.team(decree) if decree.kind is DecreeKind.TEAM else ()
    yield from _empty_seats(decree, seats)
    named = [plan.official(seat.pejabat) for seat in seats]
    officials = {o.id: o for o in (plan.official(decree.penanda_tangan), *named) if o is not None}
    for official in officials.values():
        yield from _unnamed(official)
    for member in {o.id: o for o in named if o is not None}.values():
        yield from _without_nip(plan, member)
    if decree.kind is DecreeKind.TEAM and not seats:
        yield warning(
            "TIM-KOSONG",
            f"Keputusan {decree.id} belum mempunyai susunan tim; isilah lembar Tim.",
            decree.origin.at("id"),
        )


def _empty_seats(decree: Decree, seats: Sequence[TeamSeat]) -> Iterator[Finding]:
    empty = [seat for seat in seats if not seat.pejabat]
    for group, rows in groupby(empty, key=lambda seat: seat.kelompok.strip()):
        waiting = list(rows)
        where = f" pada {group}" if group else ""
        yield warning(
            "TIM-NAMA",
            f"Keputusan {decree.id}: {len(waiting)} kedudukan{where} belum ada pejabatnya "
            f"({_counted(waiting)}); isilah kolom Pejabat.",
            waiting[0].origin.at("pejabat"),
        )


def _counted(seats: Sequence[TeamSeat]) -> str:
    """`Koordinator dan 2 Anggota`."""
    counts = Counter(seat.kedudukan for seat in seats)
    return enumeration([f"{n} {name}" if n > 1 else name for name, n in counts.items()])


def _unnamed(official: Official) -> Iterator[Finding]:
    if not official.nama:
        yield warning(
            "KEP-NAMA",
            f"Nama {official.jabatan} ({official.id}) belum ada; isilah kolom Nama.",
            official.origin.at("nama"),
        )


def _without_nip(plan: Plan, official: Official) -> Iterator[Finding]:
    has_one = not plan.office.agency.without_nip(official.kelompok)
    if official.nama and not official.nip and has_one:
        yield warning(
            "TIM-NIP",
            f"NIP {official.nama} belum ada; isilah kolom NIP, atau tanda - bila tidak "
            "mempunyai NIP.",
            official.origin.at("nip"),
        )
