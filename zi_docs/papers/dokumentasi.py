"""The sheet of photos of a meeting: two frames a page, empty ones where there is no photo."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from zi_docs.model import Meeting, Plan
from zi_docs.papers.document import Document
from zi_docs.papers.rapat import document
from zi_docs.pictures import PictureFrame
from zi_docs.text import Flow, Paragraph, Picture, RichText
from zi_docs.wording.dates import weekday_date

# Room for a photo in mm; two of them with captions fit below the head of the lowest paper, Letter.
FRAME = PictureFrame(158, 68)
PER_PAGE = 2
_UNCAPTIONED = "." * 60


@dataclass(frozen=True)
class Photo:
    """A picture of a meeting and what it shows; without words a line to write them on."""

    picture: Picture
    caption: str = ""


def documentation(plan: Plan, meeting: Meeting, photos: Sequence[Photo]) -> Document:
    """The photos in pairs, each pair below the sheet's title; one empty page without photos."""
    frames = [
        {"gambar": photo.picture, "keterangan": _caption(number, photo.caption)}
        for number, photo in enumerate(photos, start=1)
    ]
    while len(frames) % PER_PAGE or not frames:
        frames.append({"gambar": "", "keterangan": _caption(len(frames) + 1, "")})
    pairs = [frames[start : start + PER_PAGE] for start in range(0, len(frames), PER_PAGE)]
    pages = [
        {"judul": _title(meeting, breaks=index > 0), "foto": pair}
        for index, pair in enumerate(pairs)
    ]
    return document(plan, meeting, "dokumentasi", {"halaman": pages})


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
