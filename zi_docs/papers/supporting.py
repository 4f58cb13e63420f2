"""What supporting papers share: their frame, their document, their words.

They are what rows of the plan ask for as evidence beside decrees, meetings and monitoring. A module
of them declares its `FAMILY` and its `topics`, and stands in `catalog.SUPPORTING_PAPERS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.model import Office, Plan
from zi_docs.papers.document import Document, stamp_of
from zi_docs.papers.rapat import letterhead
from zi_docs.product import Lack
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart, starting_texts


def document(
    office: Office,
    title: str,
    subject: str,
    context: Mapping[str, object],
    day: date | None = None,
    keywords: str = "",
    **form: Any,
) -> Document:
    """A paper under the letterhead, dated `day` or the year's first; `subject` is what it is about.

    `form` are further fields of `Document`.
    """
    return Document(
        context={"kop": letterhead(office), **context},
        paper=office.letter_paper,
        title=title,
        subject=f"{subject} {office.short_name}",
        author=office.name,
        keywords=keywords or f"{subject}; {office.tahun}",
        stamp=stamp_of(office, day),
        **form,
    )


def texts(plan: Plan, paper: str, part: WordingPart) -> list[RichText]:
    """The texts of a part of a paper: the workbook's, or the program's where it has none of it."""
    shipped = (text for text in map(_shipped, starting_texts()) if text.naskah == paper)
    rows = _own_texts(plan, paper) or shipped
    return [row.isi for row in rows if row.bagian is part]


def paragraphs(wording: Iterable[RichText], style: str) -> Flow:
    """Texts as paragraphs of a style of the template."""
    return Flow(tuple(Paragraph(style, block.text) for text in wording for block in text.blocks))


def text_lacks(plan: Plan, paper: str) -> tuple[Lack, ...]:
    """What is still to be written in the workbook's own words of a paper."""
    return record_texts(_own_texts(plan, paper))


def _own_texts(plan: Plan, paper: str) -> list[PaperText]:
    return [row for row in plan.rows(PaperText) if row.naskah == paper]


def _shipped(row: Mapping[str, object]) -> PaperText:
    """A text of the program from the row that a new workbook has of it."""
    return PaperText(str(row["naskah"]), WordingPart(row["bagian"]), RichText.of(str(row["isi"])))
