"""The sheet of photos of a meeting: two frames a page, empty ones where there is no photo."""

from __future__ import annotations

from zi_docs.checks.lacks import record_lacks
from zi_docs.model import Meeting, Plan
from zi_docs.papers.document import Document, fixed
from zi_docs.papers.rapat import document, meeting_paper
from zi_docs.product import Product, Subject
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.wording.dates import weekday_date

PER_PAGE = 2
_UNCAPTIONED = "." * 60


KIND, TITLE = "dokumentasi", "Dokumentasi"


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The sheet of photos."""
    paper = meeting_paper(meeting, about, KIND, TITLE, lacks=record_lacks(plan, meeting))
    return [paper.product(lambda _: fixed(documentation(plan, meeting)))]


def documentation(plan: Plan, meeting: Meeting) -> Document:
    """The photos in pairs, each pair below the sheet's title; one empty page without photos."""
    frames = [
        {"gambar": photo.picture, "keterangan": _caption(number, photo.caption)}
        for number, photo in enumerate(meeting.photos, start=1)
    ]
    while len(frames) % PER_PAGE or not frames:
        frames.append({"gambar": "", "keterangan": _caption(len(frames) + 1, "")})
    pairs = [frames[start : start + PER_PAGE] for start in range(0, len(frames), PER_PAGE)]
    pages = [
        {"judul": _title(meeting, breaks=index > 0), "foto": pair}
        for index, pair in enumerate(pairs)
    ]
    return document(plan, meeting, TITLE, {"halaman": pages})


def _caption(number: int, words: str) -> str:
    return f"Foto {number}. {words or _UNCAPTIONED}"


def _title(meeting: Meeting, *, breaks: bool) -> Flow:
    where = f", {meeting.tempat}" if meeting.tempat else ""
    return Flow(
        (
            Paragraph("Judul Naskah", RichText.of("DOKUMENTASI"), breaks=breaks),
            Paragraph("Tengah", RichText.of(meeting.acara)),
            Paragraph("Tengah", RichText.of(f"{weekday_date(meeting.tanggal)}{where}")),
        )
    )
