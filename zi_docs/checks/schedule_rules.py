"""Checks of the year's schedule: days off, clashes, dates of papers, what the plan asks for.

A workbook without meetings has no schedule yet, and nothing is said of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import time
from itertools import combinations, groupby

from zi_docs.findings import Finding, Place, error, suggestion, warning
from zi_docs.model import Meeting, Plan, TeamSeat, follow_up_parts, same_id
from zi_docs.numbering.numbered_papers import INVITATION
from zi_docs.schedule.days import OffDays, local_day, plan_off_days
from zi_docs.schedule.needs import reviews
from zi_docs.schedule.propose import open_needs
from zi_docs.wording.dates import long_date, month_name, weekday_date
from zi_docs.wording.lists import enumeration
from zi_docs.wording.numbers import roman_numeral
from zi_docs.workbook.reading.moments import calendar_day, date_parts

_SATURDAY = 5
_QUARTERS = (1, 2, 3, 4)
_LISTED = 3
_ZONE = re.compile(r"\b(?:ZI|WBK|WBBM|zona integritas)\b", re.I)
# Several meetings can take place there at one time.
_ONLINE = re.compile(r"\b(?:daring|zoom|virtual|online|meet|tautan)\b|https?:", re.I)
_LEADING = ("pengarah", "ketua", "penanggung jawab")


def check_days_off(plan: Plan) -> Iterator[Finding]:
    """Meetings on public holidays, joint leave days and local days off."""
    if not plan.meetings and not plan.local_days_off:
        return
    off = plan_off_days(plan)
    for meeting in plan.meetings:
        # Another check tells of weekends.
        if meeting.tanggal.weekday() < _SATURDAY:
            yield from _day_off(off, meeting)
    for text in plan.local_days_off:
        if local_day(text) is None:
            yield warning(
                "JADWAL-LIBUR",
                f"Hari libur daerah “{text}” tidak diawali tanggal yang ada di kalender. Tuliskan "
                "misalnya 18 Agustus 2026: hari jadi kabupaten.",
                Place(plan.office.origin.file, "Referensi"),
            )


def _day_off(off: OffDays, meeting: Meeting) -> Iterator[Finding]:
    day, place = meeting.tanggal, meeting.origin.at("tanggal")
    name = off.public.get(day) or off.local.get(day) or off.joint_leave.get(day)
    if name is None:
        return
    message = (
        f"Rapat {meeting.id} jatuh pada {weekday_date(day)}, hari libur ({name}); pindahkan ke "
        "hari kerja, kecuali memang dikehendaki."
    )
    certain = day not in off.joint_leave and not off.is_estimated(day)
    weigh = warning if certain else suggestion
    yield weigh("RAPAT-LIBUR", message, place)


def check_clashes(plan: Plan) -> Iterator[Finding]:
    """Two meetings at one time that need the same room or the same people."""
    timed = [meeting for meeting in plan.meetings if meeting.mulai is not None]
    timed.sort(key=lambda meeting: meeting.tanggal)
    for _, same_day in groupby(timed, key=lambda meeting: meeting.tanggal):
        for first, second in combinations(same_day, 2):
            if _overlap(first, second):
                yield from _clash(plan, first, second)


def _overlap(first: Meeting, second: Meeting) -> bool:
    """Whether two meetings of one day share any time; without an end, the same start."""
    start, other = first.mulai or time(), second.mulai or time()
    return start == other or (
        other < (first.selesai or start) if start < other else start < (second.selesai or other)
    )


def _clash(plan: Plan, first: Meeting, second: Meeting) -> Iterator[Finding]:
    room = " ".join(first.tempat.split())
    same_room = room.casefold() == " ".join(second.tempat.split()).casefold()
    if room and same_room and not _ONLINE.search(room):
        yield warning(
            "RAPAT-BENTROK",
            f"Rapat {second.id} memakai {room} pada waktu yang sama dengan rapat {first.id}; ubah "
            "tempat atau jam salah satunya.",
            second.origin.at("tempat"),
        )
    called = _people(plan, second)
    both = [name for key, name in _people(plan, first).items() if key in called]
    if both:
        named = both if len(both) <= _LISTED else [*both[:_LISTED], f"{len(both) - _LISTED} lagi"]
        yield warning(
            "RAPAT-BENTROK",
            f"Rapat {second.id} dan rapat {first.id} berlangsung pada waktu yang sama, padahal "
            f"keduanya memerlukan {enumeration(named)}; ubah jam salah satunya.",
            second.origin.at("mulai"),
        )


def _people(plan: Plan, meeting: Meeting) -> dict[str, str]:
    """Who has to be at a meeting: names, or posts without one, by ID."""
    invited = [
        person for name in meeting.undangan for person in plan.group(name) or [plan.guest(name)]
    ]
    people = (plan.guest(meeting.pimpinan), plan.guest(meeting.notulis), *invited)
    return {
        person.id.casefold(): person.nama or f"{person.jabatan} ({person.id})"
        for person in people
        if person is not None
    }


def check_meeting_papers(plan: Plan) -> Iterator[Finding]:
    """Papers of a meeting that are dated before it, and a decree before the pleno it rests on."""
    for meeting in plan.meetings:
        yield from _deadlines(meeting)
        yield from _pleno(plan, meeting)
    for given in plan.numbers:
        own = next((m for m in plan.meetings if same_id(m.id, given.dokumen)), None)
        if own is None or given.tanggal is None or same_id(given.jenis, INVITATION):
            continue
        if given.tanggal < own.tanggal:
            yield warning(
                "RAPAT-NASKAH",
                f"{given.jenis} nomor {given.nomor} tentang rapat {own.id} bertanggal "
                f"{long_date(given.tanggal)}, sebelum rapatnya ({long_date(own.tanggal)}). "
                "Perbaiki salah satu tanggalnya.",
                given.origin.at("tanggal"),
            )


def _deadlines(meeting: Meeting) -> Iterator[Finding]:
    for block in meeting.tindak_lanjut.blocks:
        words = follow_up_parts(block.text)[-1].plain
        parts = date_parts(words)
        day = calendar_day(parts) if parts else None
        if day is not None and day < meeting.tanggal:
            yield warning(
                "RAPAT-BATAS",
                f"Batas waktu “{words.strip()}” pada tindak lanjut rapat {meeting.id} mendahului "
                f"rapatnya ({long_date(meeting.tanggal)}); perbaiki tanggalnya.",
                meeting.origin.at("tindak_lanjut"),
            )


def _pleno(plan: Plan, meeting: Meeting) -> Iterator[Finding]:
    """A pleno after the day of the decree that it decided; the decree cites its berita acara."""
    decree = plan.decree(meeting.keputusan) if meeting.plenary else None
    if decree is None or decree.tanggal is None or meeting.tanggal <= decree.tanggal:
        return
    # A numbered berita acara is cited by the decree, which would be false.
    weigh = error if meeting.nomor_ba else warning
    yield weigh(
        "RAPAT-PLENO",
        f"Rapat pleno {meeting.id} diadakan {long_date(meeting.tanggal)}, sesudah keputusan "
        f"{decree.id} ditetapkan ({long_date(decree.tanggal)}), padahal pleno itulah dasarnya. "
        "Perbaiki salah satu tanggalnya.",
        meeting.origin.at("tanggal"),
    )


def check_monitoring_meetings(plan: Plan) -> Iterator[Finding]:
    """A meeting on the Zona Integritas each quarter, with the leaders (NASKAH sections 8 and 9).

    A quarter is evaluated in its last month or the month after it.
    """
    if not plan.meetings:
        return
    year, leaders = plan.office.tahun, _leaders(plan)
    evaluating = [m for m in plan.meetings if _evaluates(m)]
    for quarter in _QUARTERS:
        months = ((year, 3 * quarter), (year + quarter // 4, 3 * quarter % 12 + 1))
        own = [m for m in evaluating if (m.tanggal.year, m.tanggal.month) in months]
        if not own:
            first, second = (month_name(month) for _, month in months)
            yield suggestion(
                "RAPAT-MONEV",
                f"Triwulan {roman_numeral(quarter)} belum mempunyai rapat evaluasi Zona Integritas "
                f"pada {first} atau {second}; tambahkan pada lembar Rapat, sebab monitoring dan "
                "evaluasi dinilai dari berkalanya dan dari hadirnya pimpinan.",
                Place(plan.office.origin.file, plan.meetings[0].origin.sheet),
            )
        elif leaders and not any(leaders & _people(plan, m).keys() for m in own):
            yield suggestion(
                "RAPAT-MONEV-PIMPINAN",
                f"Rapat evaluasi Zona Integritas {own[0].id} tidak mengundang Pengarah atau Ketua "
                "tim; undanglah pimpinan, sebab kehadirannya menentukan nilai monitoring dan "
                "evaluasi.",
                own[0].origin.at("undangan"),
            )


def _evaluates(meeting: Meeting) -> bool:
    """Whether a meeting looks back on how the Zona Integritas is built, by its title."""
    return bool(_ZONE.search(meeting.acara)) and reviews(meeting.acara)


def _leaders(plan: Plan) -> frozenset[str]:
    """The IDs of who leads the team of the Zona Integritas, else of who signs the decrees."""
    seats: Sequence[TeamSeat] = [s for d in plan.integrity_teams() for s in plan.team(d)]
    leading = {
        seat.pejabat.casefold()
        for seat in seats
        if seat.pejabat and not seat.kelompok and seat.kedudukan.casefold().startswith(_LEADING)
    }
    return frozenset(leading or {d.penanda_tangan.casefold() for d in plan.decrees})


def check_needed_meetings(plan: Plan) -> Iterator[Finding]:
    """Rows that ask for meetings which the schedule does not have."""
    if not plan.meetings:
        return
    ordered = open_needs(plan)
    for _, same_row in groupby(ordered, key=lambda need: need.activity.id):
        needs = list(same_row)
        row, months = needs[0].activity, [month_name(need.month) for need in needs]
        yield suggestion(
            "RAPAT-PERLU",
            f"Baris {row.id} menyebut “{needs[0].word}”, tetapi lembar Rapat belum mempunyai rapat "
            f"untuknya pada {enumeration(months)}. Tambahkan, sebut baris ini pada rapat yang ada, "
            "atau jalankan `jadwal`.",
            row.origin.at("langkah_aksi"),
        )


CHECKS = (
    check_days_off,
    check_clashes,
    check_meeting_papers,
    check_monitoring_meetings,
    check_needed_meetings,
)
