"""What papers still wait for, asked here by their KONSEP mark, by `status` and by every run.

A paper is a draft where its text is still to be written: a part or a reason that is missing, a
person who is not named, a placeholder in a cell. Number, date and signature make no draft: they
are given when it is signed; nor do the blank rows of a list or the answers of a form, which are
written by hand. What is said here is no check of the plan; it is reported when the paper is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from zi_docs.checks.decree_rules import missing_parts
from zi_docs.checks.service_rules import service_lacks
from zi_docs.checks.unwritten_texts import decree_texts, meeting_texts, record_texts
from zi_docs.findings import warning
from zi_docs.model import (
    Decree,
    DecreeKind,
    Guest,
    Meeting,
    Official,
    Plan,
    TeamSeat,
)
from zi_docs.product import UNLISTED, Lack
from zi_docs.wording.lists import enumeration
from zi_docs.wording.reasons import is_empty_formula
from zi_docs.workbook.sheets.pledge_sheets import DeclaredInterest, InterestState

MINUTES = ("pembahasan", "kesimpulan", "tindak_lanjut")
"""What is entered of a meeting once it was held."""


def decree_lacks(plan: Plan, decree: Decree) -> tuple[Lack, ...]:
    """What a decree lacks, each with its cell: words, people, then number and date."""
    texts = (*_parts(decree), *_reason(plan, decree), *decree_texts(plan, decree))
    annex = service_lacks(plan) if decree.jenis is DecreeKind.SERVICE else ()
    return (*texts, *annex, *_people(plan, decree), *_facts(decree))


def is_draft(plan: Plan, decree: Decree) -> bool:
    """Tell whether a decree lacks what it cannot be signed without."""
    return any(lack.draft for lack in decree_lacks(plan, decree))


def minutes_entered(meeting: Meeting) -> bool:
    """Tell whether anything of what came of a meeting stands in the workbook."""
    return any(getattr(meeting, key) for key in MINUTES)


def number_lacks(meeting: Meeting) -> tuple[Lack, ...]:
    """The number that an invitation lacks."""
    place = meeting.origin.at("nomor")
    return () if meeting.nomor else (Lack("nomor undangan", place),)


def letter_lacks(plan: Plan, meeting: Meeting, guests: Sequence[Guest]) -> tuple[Lack, ...]:
    """What the invitation lacks that these guests get: words, who signs it, its number."""
    signer = meeting.penanda_tangan or meeting.pimpinan
    key = "penanda_tangan" if meeting.penanda_tangan else "pimpinan"
    texts = meeting_texts(plan, meeting, ("lampiran", "tembusan"), guests)
    return (*texts, *_signing(plan, meeting, key, signer), *number_lacks(meeting))


def list_lacks(plan: Plan, meeting: Meeting, guests: Sequence[Guest]) -> tuple[Lack, ...]:
    """What the attendance sheet lacks: words, and the chair who signs it."""
    texts = meeting_texts(plan, meeting, people=guests)
    return (*texts, *_signing(plan, meeting, "pimpinan", meeting.pimpinan))


def record_lacks(plan: Plan, meeting: Meeting, *keys: str) -> tuple[Lack, ...]:
    """What a paper lacks that says what was done, beside its minutes: words, who signs it.

    Nobody need be named while it is a form to write on.
    """
    texts = tuple(meeting_texts(plan, meeting, ("susunan_acara", *MINUTES)))
    if not minutes_entered(meeting):
        return texts
    signers = (_signing(plan, meeting, key, getattr(meeting, key)) for key in keys)
    return (*texts, *(lack for lacks in signers for lack in lacks))


def _signing(plan: Plan, meeting: Meeting, key: str, signer: str) -> Iterator[Lack]:
    """Who is to sign a paper of a meeting and is not named."""
    official = plan.official(signer)
    if official is not None:
        yield from _unnamed(official)
        return
    name = key.replace("_", " ")
    finding = warning(
        "RAPAT-PENANDA",
        f"Naskah {meeting.id} belum mempunyai {name}; isilah dengan ID pejabat. Sebelum itu "
        "naskahnya bertanda KONSEP.",
        meeting.origin.at(key),
    )
    yield Lack(name, finding.place, draft=True, finding=finding)


def minutes_lacks(meeting: Meeting, *, draft: bool = False) -> tuple[Lack, ...]:
    """The minutes that a meeting lacks once it was held."""
    if minutes_entered(meeting):
        return ()
    place = meeting.origin.at("pembahasan")
    return (Lack("notula", place, draft=draft, since=meeting.tanggal),)


def pledge_lacks(official: Official) -> tuple[Lack, ...]:
    """What a paper lacks that an official is to sign; the recap of all tells `status` of it."""
    unwritten = record_texts((official,))
    return (*(replace(lack, since=UNLISTED) for lack in _unnamed(official)), *unwritten)


def statement_lacks(official: Official, interests: Sequence[DeclaredInterest]) -> tuple[Lack, ...]:
    """What the statement of an official lacks: the declaration itself, or what it is about."""
    missing = []
    if not interests:
        what = f"pernyataan benturan kepentingan {official.jabatan}"
        missing.append(Lack(what, official.origin.at("id"), draft=True, since=UNLISTED))
    for each in interests:
        if each.keadaan is InterestState.CONFLICT and not each.kepentingan:
            what = f"hubungan atau kepentingan {official.jabatan}"
            missing.append(Lack(what, each.origin.at("kepentingan"), draft=True))
    return (*pledge_lacks(official), *missing, *record_texts(interests))


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
