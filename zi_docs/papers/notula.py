"""The minutes of a meeting: what was entered, and lines to write on where nothing was yet."""

from __future__ import annotations

from collections.abc import Mapping

from zi_docs.checks.lacks import minutes_lacks, record_lacks
from zi_docs.model import Meeting, Plan, follow_up_parts
from zi_docs.papers.document import Document
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.rapat import course, document, meeting_paper, number_cell, signature
from zi_docs.product import Product, Subject
from zi_docs.text import Block, Flow, Paragraph, RichText
from zi_docs.wording.people_words import posts_by_id, with_posts

# The signatures below the table bear this bookmark in the template.
CLOSING = "penutupNotula"
_FOLLOW_UP = ("apa", "siapa", "batas")
_EMPTY_ROWS = 5
# Lines to write on, by section: most is written about what was discussed.
_ROOM = {"susunan_acara": 4, "pembahasan": 12, "kesimpulan": 5}


KIND, TITLE = "notula", "Notula"


def products(plan: Plan, meeting: Meeting, about: Subject) -> list[Product]:
    """The minutes, or the form to write them on."""
    lacks = (*minutes_lacks(meeting), *record_lacks(plan, meeting, "pimpinan", "notulis"))
    paper = meeting_paper(meeting, about, KIND, TITLE, lacks=lacks)
    return [paper.product(lambda _: lambda pages: minutes(plan, meeting, pages))]


def minutes(plan: Plan, meeting: Meeting, pages: Pagination) -> Document:
    """Notula: a form to write on until the workbook holds what was said.

    The last row of its table stays on the page of the signatures.
    """
    office = plan.office
    rows = follow_up(plan, meeting.tindak_lanjut, pages)
    context: dict[str, object] = {
        "fakta": course(plan, meeting),
        "susunan_acara": listed(meeting.susunan_acara, _ROOM["susunan_acara"]),
        "pembahasan": paragraphs(meeting.pembahasan, _ROOM["pembahasan"]),
        "kesimpulan": listed(meeting.kesimpulan, _ROOM["kesimpulan"]),
        "tindak_lanjut": rows,
        "pimpinan": signature(office, plan.official(meeting.pimpinan)),
        "notulis": signature(office, plan.official(meeting.notulis)),
    }
    last = Keep(_anchor(len(rows)), CLOSING)
    return document(plan, meeting, TITLE, context, keeps=(last,))


def listed(text: RichText, room: int) -> Flow:
    """Each line an item of a numbered list; `room` lines to write on when there is none."""
    return Flow(tuple(Paragraph("Butir Angka", b.text) for b in text.blocks) or to_write(room))


def paragraphs(text: RichText, room: int) -> Flow:
    """Paragraphs and dashed items as they stand in the cell; else `room` lines to write on."""
    return Flow(tuple(_paragraph(block) for block in text.blocks) or to_write(room))


def _paragraph(block: Block) -> Paragraph:
    return Paragraph("Butir Strip" if block.bullet else "Isi", block.text)


def to_write(lines: int) -> tuple[Paragraph, ...]:
    """Ruled lines to write on by hand."""
    return (Paragraph("Garis Tulis"),) * lines


def follow_up(plan: Plan, text: RichText, pages: Pagination) -> list[dict[str, object]]:
    """Rows of the follow-up: each line `what | who | until when`; empty rows when there is none.

    Whoever is named by an ID of the workbook is printed by the post.
    """
    posts = posts_by_id(plan)
    rows = [block.text for block in text.blocks] or [RichText()] * _EMPTY_ROWS
    return [
        {
            "nomor": number_cell(_anchor(number), number, pages),
            **_named(dict(zip(_FOLLOW_UP, follow_up_parts(row), strict=True)), posts),
        }
        for number, row in enumerate(rows, start=1)
    ]


def _named(row: dict[str, RichText], posts: Mapping[str, str]) -> dict[str, RichText]:
    return row | {"siapa": row["siapa"].map_text(lambda words: with_posts(words, posts))}


def _anchor(number: int) -> str:
    return f"tindakLanjut{number}"
