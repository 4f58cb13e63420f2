"""The sheet of photos of a meeting; as many frames as photos, two to paste on without any.

One or two photos fill a page; of more, six stand on a page, or four where most are upright.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zi_docs.checks.lacks import record_lacks
from zi_docs.model import Meeting, PaperSettings, Photo, Plan
from zi_docs.papers.document import Document, fixed
from zi_docs.papers.rapat import document, meeting_paper
from zi_docs.pictures import PictureFrame, within
from zi_docs.product import Product, Subject
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.word.page_layout import paper_size_mm
from zi_docs.wording.dates import weekday_date

_BLANK_FRAMES = 2
_UNCAPTIONED = "." * 60
# In mm: what letterhead and title take, what a row of photos needs beside them, and the gap
# between two photos of a row.
_HEAD, _CAPTION, _GAP = 62.0, 14.0, 5.0

KIND, TITLE = "dokumentasi", "Dokumentasi"


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The sheet of photos."""
    paper = meeting_paper(meeting, about, KIND, TITLE, lacks=record_lacks(plan, meeting))
    return [paper.product(lambda _: fixed(documentation(plan, meeting)))]


def documentation(plan: Plan, meeting: Meeting) -> Document:
    """The photos below the sheet's title."""
    paper = plan.office.letter_paper
    context, one_page = photo_sheet(_title(meeting), meeting.photos, paper, meeting.acara)
    return document(plan, meeting, TITLE, context, one_page=one_page)


def photo_sheet(
    title: Flow, photos: Sequence[Photo], paper: PaperSettings, what: str, more_head: float = 0.0
) -> tuple[dict[str, object], bool]:
    """What fills a sheet of photos below its title, and whether that is one page.

    They stand in rows, the last one may have its row to itself; without any there are frames to
    paste on. `what` a photo without caption shows is for screen readers; `more_head` is the height,
    in mm, that the title takes beyond that of a meeting.
    """
    columns, rows = _grid(photos)
    frame = _frame(paper, columns, rows, more_head)
    frames = [_shown(number, photo, frame, what) for number, photo in enumerate(photos, 1)] or [
        {"gambar": "", "keterangan": _UNCAPTIONED} for _ in range(_BLANK_FRAMES)
    ]
    pages = [{"judul": title, "foto": frames, "baris": _in_rows(frames, columns)}]
    return {"halaman": pages}, len(frames) <= columns * rows


def _grid(photos: Sequence[Photo]) -> tuple[int, int]:
    """How many photos stand in a row, and how many rows on a page."""
    upright = sum(_upright(photo) for photo in photos)
    if len(photos) <= _BLANK_FRAMES:
        side_by_side = len(photos) == upright > 1
        return (2, 1) if side_by_side else (1, max(len(photos), 1))
    return 2, 2 if 2 * upright >= len(photos) else 3


def _upright(photo: Photo) -> bool:
    picture = photo.picture
    return picture.width_mm is not None and picture.height_mm > picture.width_mm


def _frame(paper: PaperSettings, columns: int, rows: int, more_head: float) -> PictureFrame:
    """The space for each photo where so many share the first page of a paper."""
    width, height = paper_size_mm(paper.paper)
    top, right, bottom, left = paper.margins
    return PictureFrame(
        (width - left - right - _GAP * (columns + 1)) / columns,
        (height - top - bottom - _HEAD - more_head) / rows - _CAPTION,
    )


def _shown(number: int, photo: Photo, frame: PictureFrame, what: str) -> dict[str, object]:
    picture = within(photo.picture, frame)
    said = photo.caption or what
    return {
        "gambar": replace(picture, description=f"Foto {number}: {said}"),
        "keterangan": f"Foto {number}. {photo.caption}" if photo.caption else f"Foto {number}",
    }


def _in_rows(frames: Sequence[dict[str, object]], columns: int) -> list[dict[str, object]]:
    """The frames row by row; `kanan` is empty where a frame has its row to itself."""
    return [
        {"kiri": row[0], "kanan": row[1] if len(row) > 1 else "", "kosong": not row[0]["gambar"]}
        for row in (frames[start : start + columns] for start in range(0, len(frames), columns))
    ]


def _title(meeting: Meeting) -> Flow:
    where = f", {meeting.tempat}" if meeting.tempat else ""
    return Flow(
        (
            Paragraph("Judul Naskah", RichText.of("DOKUMENTASI")),
            Paragraph("Tengah", RichText.of(meeting.acara)),
            Paragraph("Tengah", RichText.of(f"{weekday_date(meeting.tanggal)}{where}")),
        )
    )
