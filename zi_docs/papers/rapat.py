"""What the papers of a meeting share: letterhead, signature block, facts, frame of a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from zi_docs.data.events import event_kind
from zi_docs.model import Meeting, Office, Official, Plan
from zi_docs.papers.document import UNNAMED, Document, Paper, stamp_of
from zi_docs.papers.pages import Pagination
from zi_docs.papers.signature import ROOM
from zi_docs.pictures import PictureFrame, within
from zi_docs.product import Leaf, Subject
from zi_docs.text import Flow, Paragraph, Picture, RichText
from zi_docs.wording.dates import time_text, weekday_date
from zi_docs.wording.names import nip_line, post_lines

_NO_HOUR = "." * 8
# The cell of the logo in the head of letters; how many times as wide as high one above it is.
_LOGO_FRAME, _WIDE = PictureFrame(22, 24), 1.6


def meeting_paper(meeting: Meeting, about: Subject, kind: str, title: str, **frame: Any) -> Paper:
    """The frame of a paper of a meeting; its kind names its file and its template.

    `frame` are further fields of `Paper`.
    """
    name = f"rapat/{meeting.id}/{kind}"
    return Paper(name, kind, title, about, f"{kind}.docx", leaf=Leaf(title), **frame)


def document(
    plan: Plan,
    meeting: Meeting,
    title: str,
    context: dict[str, object],
    *,
    day: date | None = None,
    **form: Any,
) -> Document:
    """A paper of a meeting, dated `day` or the day of the meeting.

    `form` are further fields of `Document`.
    """
    office = plan.office
    return Document(
        context={
            "kop": letterhead(office),
            "acara": meeting.acara,
            "judul_naskah": f"{title} {event_kind(meeting).sebutan}".upper(),
            "kegiatan": event_kind(meeting).sebutan,
            "ajakan": event_kind(meeting).ajakan,
            "pokok": event_kind(meeting).pokok,
            "sebutan_pimpinan": event_kind(meeting).pimpinan,
        }
        | context,
        paper=office.letter_paper,
        title=f"{title} {meeting.acara}",
        subject=meeting.acara,
        author=office.name,
        keywords=f"Nomor {meeting.nomor}" if meeting.nomor else meeting.id,
        stamp=stamp_of(office, day or meeting.tanggal),
        **form,
    )


def facts(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    """Labels and their values as the rows of a template's list of facts."""
    return [{"label": label, "isi": value} for label, value in pairs]


def when_and_where(office: Office, meeting: Meeting) -> list[tuple[str, str]]:
    """Day, time and place; what is not yet known is a blank to write in."""
    return [
        ("Hari/tanggal", weekday_date(meeting.tanggal)),
        ("Waktu", hours(office, meeting)),
        ("Tempat", meeting.tempat or UNNAMED),
    ]


def number_cell(anchor: str, number: int, pages: Pagination) -> Flow:
    """The number of a table row, anchored, so that its page can be read and made to begin here."""
    words = RichText.of(str(number))
    return Flow((Paragraph("Tabel Tengah", words, anchor, anchor in pages.breaks),))


def course(plan: Plan, meeting: Meeting) -> list[dict[str, str]]:
    """The facts that minutes and report open with; the list alone says who came."""
    return facts(
        [
            ("Acara", meeting.acara),
            *when_and_where(plan.office, meeting),
            (event_kind(meeting).pimpinan, person(plan.official(meeting.pimpinan))),
            ("Notulis", person(plan.official(meeting.notulis))),
            ("Peserta", "Sebagaimana tercantum dalam daftar hadir"),
        ]
    )


def hours(office: Office, meeting: Meeting) -> str:
    """`09.00 WIB s.d. selesai` or `09.00 s.d. 11.30 WIB`."""
    zone = office.zona_waktu
    start = time_text(meeting.mulai) if meeting.mulai else _NO_HOUR
    if meeting.selesai is None:
        return f"{start} {zone} s.d. selesai"
    return f"{start} s.d. {time_text(meeting.selesai)} {zone}"


def person(official: Official | None) -> str:
    """Name and post as a list of facts shows them; the post alone, or a blank to write in."""
    if official is None:
        return UNNAMED
    return f"{official.nama} ({official.jabatan})" if official.nama else official.jabatan


def letterhead(office: Office) -> dict[str, object]:
    """The head: logo (empty without one), the name in capitals, address and contact lines."""
    contact = [
        f"{label} {value}"
        for label, value in (
            ("Telepon", office.telepon),
            ("Surel", office.surel),
            ("Laman", office.laman),
        )
        if value
    ]
    return {
        **_logo(office.lambang),
        "lembaga": office.lembaga.upper(),
        "wilayah": office.region.upper(),
        "alamat": office.alamat,
        "kontak": " | ".join(contact),
    }


def _logo(logo: Picture | None) -> dict[str, object]:
    """A logo beside the name; one too wide for that, which would be a strip there, above it."""
    if logo is None:
        return {"logo": "", "logo_atas": ""}
    if (logo.width_mm or 0) > _WIDE * logo.height_mm:
        return {"logo": "", "logo_atas": logo}
    return {"logo": within(logo, _LOGO_FRAME), "logo_atas": ""}


def signature(office: Office, signer: Official | None) -> dict[str, str]:
    """Post over two lines, name and NIP of who signs; blanks to write in where nobody is named."""
    if signer is None:
        return {"jabatan": UNNAMED, "wilayah": "", "nama": UNNAMED, "nip": "", **ROOM}
    post, region = post_lines(office, signer, capitals=False)
    return {
        "jabatan": post,
        "wilayah": region,
        "nama": signer.nama or UNNAMED,
        "nip": nip_line(signer.nip),
        **ROOM,
    }
