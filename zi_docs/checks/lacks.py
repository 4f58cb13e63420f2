"""What papers still wait for, asked here by their KONSEP mark, by `status` and by every run.

A decree without its parts or the people it names is a draft. Number and date make no draft: they
are given when it is signed. What is said here is no check of the plan; it is reported when the
paper is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from zi_docs.checks.decree_rules import missing_parts
from zi_docs.findings import warning
from zi_docs.model import Decree, DecreeKind, Meeting, Official, Plan, TeamSeat
from zi_docs.product import Lack
from zi_docs.wording.lists import enumeration
from zi_docs.wording.reasons import is_empty_formula


def decree_lacks(plan: Plan, decree: Decree) -> tuple[Lack, ...]:
    """What a decree lacks, each with its cell: parts, reason, people, then number and date."""
    people = _people(plan, decree)
    return (*_parts(decree), *_reason(plan, decree), *people, *_facts(decree))


def is_draft(plan: Plan, decree: Decree) -> bool:
    """Tell whether a decree lacks what it cannot be signed without."""
    return any(lack.draft for lack in decree_lacks(plan, decree))


def minutes_entered(meeting: Meeting) -> bool:
    """Tell whether anything of what came of a meeting stands in the workbook."""
    return bool(meeting.pembahasan or meeting.kesimpulan or meeting.tindak_lanjut)


def number_lacks(meeting: Meeting) -> tuple[Lack, ...]:
    """The number that an invitation lacks."""
    place = meeting.origin.at("nomor")
    return () if meeting.nomor else (Lack("nomor undangan", place),)


def minutes_lacks(meeting: Meeting, *, draft: bool = False) -> tuple[Lack, ...]:
    """The minutes that a meeting lacks once it was held."""
    if minutes_entered(meeting):
        return ()
    place = meeting.origin.at("pembahasan")
    return (Lack("notula", place, draft=draft, since=meeting.tanggal),)


def _facts(decree: Decree) -> Iterator[Lack]:
    for name, value in (("nomor", decree.nomor), ("tanggal", decree.tanggal)):
        if not value:
            yield Lack(name, decree.origin.at(name))


def _parts(decree: Decree) -> Iterator[Lack]:
    """Parts of the body; the check of decrees tells of them."""
    for part in missing_parts(decree):
        yield Lack(f"butir {part.value}", decree.origin.at("id"), draft=True)


def _reason(plan: Plan, decree: Decree) -> Iterator[Lack]:
    """The reason of an amendment; one that says nothing is none."""
    revision = plan.revision(decree.id)
    if revision is not None and is_empty_formula(revision.alasan.plain):
        finding = warning(
            "REV-ALASAN",
            f"Perubahan {revision.id} belum mempunyai alasan yang nyata; isilah kolom Alasan "
            "dengan apa yang ternyata keliru atau apa yang berubah.",
            revision.origin.at("alasan"),
        )
        yield Lack("alasan perubahan", finding.place, draft=True, finding=finding)


def _people(plan: Plan, decree: Decree) -> Iterator[Lack]:
    seats = plan.team(decree) if decree.jenis is DecreeKind.TEAM else ()
    yield from _empty_seats(decree, seats)
    named = [plan.official(seat.pejabat) for seat in seats]
    officials = {o.id: o for o in (plan.official(decree.penanda_tangan), *named) if o is not None}
    for official in officials.values():
        yield from _unnamed(official)
    for member in {o.id: o for o in named if o is not None}.values():
        yield from _without_nip(plan, member)
    if decree.jenis is DecreeKind.TEAM and not seats:
        finding = warning(
            "TIM-KOSONG",
            f"Keputusan {decree.id} belum mempunyai susunan tim; isilah lembar Tim.",
            decree.origin.at("id"),
        )
        yield Lack("susunan tim", finding.place, draft=True, finding=finding)


def _empty_seats(decree: Decree, seats: Sequence[TeamSeat]) -> Iterator[Lack]:
    empty = [seat for seat in seats if not seat.pejabat]
    for group, rows in groupby(empty, key=lambda seat: seat.kelompok.strip()):
        waiting = list(rows)
        where = f" pada {group}" if group else ""
        finding = warning(
            "TIM-NAMA",
            f"Keputusan {decree.id}: {len(waiting)} kedudukan{where} belum ada pejabatnya "
            f"({_counted(waiting)}); isilah kolom Pejabat.",
            waiting[0].origin.at("pejabat"),
        )
        what = f"pejabat untuk {len(waiting)} kedudukan{where}"
        yield Lack(what, finding.place, draft=True, finding=finding)


def _counted(seats: Sequence[TeamSeat]) -> str:
    """`Koordinator dan 2 Anggota`."""
    counts = Counter(seat.kedudukan for seat in seats)
    return enumeration([f"{n} {name}" if n > 1 else name for name, n in counts.items()])


def _unnamed(official: Official) -> Iterator[Lack]:
    if not official.nama:
        finding = warning(
            "KEP-NAMA",
            f"Nama {official.jabatan} ({official.id}) belum ada; isilah kolom Nama.",
            official.origin.at("nama"),
        )
        yield Lack(f"nama {official.jabatan}", finding.place, draft=True, finding=finding)


def _without_nip(plan: Plan, official: Official) -> Iterator[Lack]:
    has_nip = not plan.office.agency.without_nip(official.kelompok)
    if official.nama and not official.nip and has_nip:
        finding = warning(
            "TIM-NIP",
            f"NIP {official.nama} belum ada; isilah kolom NIP, atau tanda - bila tidak "
            "mempunyai NIP.",
            official.origin.at("nip"),
        )
        yield Lack(f"NIP {official.nama}", finding.place, draft=True, finding=finding)
