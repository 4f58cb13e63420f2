"""What the papers of a meeting share: letterhead, signature block, facts, frame of a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from zi_docs.model import Meeting, Office, Official, Plan
from zi_docs.papers.document import Document, stamp_of
from zi_docs.papers.keputusan import UNNAMED
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.signature import ROOM
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import time_text, weekday_date
from zi_docs.wording.names import post_lines

_NO_HOUR = "." * 8
TITLES = {
    "undangan": "Undangan",
    "daftar-hadir": "Daftar Hadir",
    "notula": "Notula",
    "dokumentasi": "Dokumentasi",
    "laporan": "Laporan Singkat",
}


def document(
    plan: Plan,
    meeting: Meeting,
    kind: str,
    context: dict[str, object],
    *,
    day: date | None = None,
    name: str = "",
    keeps: tuple[Keep, ...] = (),
    mark: str = "",
) -> Document:
    """A paper of a meeting: `kind` is a key of TITLES, `name` its file when not the kind."""
    office = plan.office
    return Document(
        name=f"rapat/{meeting.id}/{name or kind}",
        template=f"{kind}.docx",
        context={"kop": letterhead(office), "acara": meeting.acara} | context,
        paper=office.letter_paper,
        title=f"{TITLES[kind]} {meeting.acara}",
        subject=meeting.acara,
        author=office.name,
        keywords=f"Nomor {meeting.nomor}" if meeting.nomor else meeting.id,
        stamp=stamp_of(office, day or meeting.tanggal),
        keeps=keeps,
        mark=mark,
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
    """The facts that minutes and report open with; who came is told by the list alone."""
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
        "logo": office.lambang or "",
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
