"""The berita acara of a rapat pleno: who was there, what was decided; and how a decree cites it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from zi_docs.checks.lacks import record_lacks
from zi_docs.model import Decree, Guest, Meeting, Office, Plan, same_id
from zi_docs.papers.daftar_hadir import zigzag
from zi_docs.papers.document import UNNAMED, Document, fixed
from zi_docs.papers.notula import listed
from zi_docs.papers.rapat import document, meeting_paper, signature
from zi_docs.papers.undangan import people, place_of_work
from zi_docs.product import Lack, Product, Subject
from zi_docs.text import BLANK
from zi_docs.wording.dates import date_in_words, long_date
from zi_docs.wording.names import heading_title

KIND, TITLE = "berita-acara", "Berita Acara Rapat Pleno"
# Lines to write decisions on while none is entered.
_ROOM = 6
_MEETING = re.compile(r"^rapat (?:pleno (?:(?:terbuka|tertutup|rutin) )?)?(?:tentang )?", re.I)


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The berita acara of a pleno; none of an ordinary meeting."""
    if not meeting.plenary:
        return []
    paper = meeting_paper(meeting, about, KIND, TITLE, lacks=tuple(_lacks(plan, meeting)))
    return [paper.product(lambda _: fixed(plenary_minutes(plan, meeting)))]


def plenary_minutes(plan: Plan, meeting: Meeting) -> Document:
    """The berita acara; what nobody has entered yet is room to write in."""
    office = plan.office
    context: dict[str, object] = {
        "nomor": meeting.nomor_ba or BLANK * 3,
        "judul": heading_title(_matter(meeting)),
        "acara": _matter(meeting),
        "hari": date_in_words(meeting.tanggal),
        "tempat_rapat": meeting.tempat or UNNAMED,
        "kantor": office.name,
        "hadir": attendance(plan, meeting),
        "keputusan": listed(meeting.kesimpulan, _ROOM),
        "tempat": office.kedudukan,
        "tanggal": long_date(meeting.tanggal),
        "pimpinan": signature(office, plan.official(meeting.pimpinan)),
    }
    number = f"Nomor {meeting.nomor_ba}" if meeting.nomor_ba else meeting.id
    return replace(document(plan, meeting, TITLE, context), keywords=number)


def plenary_citations(plan: Plan, decree: Decree) -> list[str]:
    """The berita acara of the plenos that decided a decree, as Memperhatikan names them.

    One without a number cannot be cited yet.
    """
    return [
        _citation(plan.office, meeting)
        for meeting in plan.meetings
        if meeting.plenary and meeting.nomor_ba and same_id(meeting.keputusan, decree.id)
    ]


def _matter(meeting: Meeting) -> str:
    """What a pleno was about: its title without the word for it, which stands before it already."""
    matter = _MEETING.sub("", meeting.acara)
    return f"{matter[:1].upper()}{matter[1:]}"


def _citation(office: Office, meeting: Meeting) -> str:
    return (
        f"{TITLE} {office.name} Nomor {meeting.nomor_ba} tanggal {long_date(meeting.tanggal)} "
        f"tentang {_matter(meeting)}"
    )


def _lacks(plan: Plan, meeting: Meeting) -> Iterator[Lack]:
    """Nobody knows who came or what was decided before the day is over."""
    day, origin = meeting.tanggal, meeting.origin
    if not people(plan, meeting.hadir):
        yield Lack("yang hadir dalam pleno", origin.at("hadir"), draft=True, since=day)
    if not meeting.kesimpulan:
        yield Lack("keputusan pleno", origin.at("kesimpulan"), draft=True, since=day)
    if not meeting.nomor_ba:
        yield Lack("nomor berita acara", origin.at("nomor_ba"), since=day)
    yield from record_lacks(plan, meeting, "pimpinan")


def attendance(plan: Plan, meeting: Meeting) -> list[dict[str, str]]:
    """Those present, the chair first, then as written; blank rows while nobody is entered."""
    present = people(plan, meeting.hadir)
    present.sort(key=lambda guest: not same_id(guest.id, meeting.pimpinan))
    guests: list[Guest | None] = [*present] or [None] * max(plan.office.baris_kosong, 1)
    return [_row(number, guest) for number, guest in enumerate(guests, start=1)]


def _row(number: int, guest: Guest | None) -> dict[str, str]:
    return {
        "nomor": str(number),
        "nama": guest.nama if guest else "",
        "jabatan": place_of_work(guest) if guest else "",
        "tanda_tangan": zigzag(number),
    }
