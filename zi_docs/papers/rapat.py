"""What the papers of a meeting share: letterhead, signature block, facts, frame of a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from zi_docs.model import Meeting, Office, Official, Plan
from zi_docs.papers.document import UNNAMED, Document, Paper, stamp_of
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.signature import ROOM
from zi_docs.pictures import PictureFrame, within
from zi_docs.product import Leaf, Subject
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import time_text, weekday_date
from zi_docs.wording.names import post_lines

_NO_HOUR = "." * 8
# The cell of the logo in the head of letters.
_LOGO_FRAME = PictureFrame(22, 24)


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
    keeps: tuple[Keep, ...] = (),
) -> Document:
    """A paper of a meeting, dated `day` or the day of the meeting."""
    office = plan.office
    return Document(
        context={"kop": letterhead(office), "acara": meeting.acara} | context,
        paper=office.letter_paper,
        title=f"{title} {meeting.acara}",
        subject=meeting.acara,
        author=office.name,
        keywords=f"Nomor {meeting.nomor}" if meeting.nomor else meeting.id,
        stamp=stamp_of(office, day or meeting.tanggal),
        keeps=keeps,
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
            ("Pimpinan", person(plan.official(meeting.pimpinan))),
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
        "logo": within(office.lambang, _LOGO_FRAME) if office.lambang else "",
        "lembaga": office.lembaga.upper(),
        "wilayah": office.region.upper(),
        "alamat": office.alamat,
        "kontak": " | ".join(contact),
    }


def signature(office: Office, signer: Official | None) -> dict[str, str]:
    """Post over two lines, name and NIP of who signs; blanks to write in where nobody is named."""
    if signer is None:
        return {"jabatan": UNNAMED, "wilayah": "", "nama": UNNAMED, "nip": "", **ROOM}
    post, region = post_lines(office, signer, capitals=False)
    return {
        "jabatan": post,
        "wilayah": region,
        "nama": signer.nama or UNNAMED,
        "nip": f"NIP {signer.nip}" if signer.nip else "",
        **ROOM,
    }
