"""What supporting papers share: their frame, their document, their words.

They are what rows of the plan ask for as evidence beside decrees, meetings and monitoring. A module
of them declares its `FAMILY` and its `topics`, and stands in `catalog.SUPPORTING_PAPERS`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from zi_docs.checks.unwritten_texts import record_texts
from zi_docs.model import Office, Official, Plan, Voice
from zi_docs.papers.document import Document, stamp_of
from zi_docs.papers.pages import Keep, Pagination
from zi_docs.papers.rapat import letterhead, number_cell
from zi_docs.product import UNLISTED, Lack
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.workbook.sheets.text_sheets import PaperText, WordingPart, starting_texts

Row = dict[str, str]
CLOSING = "penutupNaskah"
"""The bookmark of the signature below a table whose last row stays with it."""


def anchored(rows: Sequence[Row], pages: Pagination) -> list[dict[str, object]]:
    """The rows, their `nomor` anchored, so that one of them can be made to open a page."""
    return [{**row, "nomor": number_cell(_anchor(row), int(row["nomor"]), pages)} for row in rows]


def last_with(rows: Sequence[Row], closing: str = CLOSING) -> tuple[Keep, ...]:
    """The last row belongs on the page of what closes the paper: no signature opens one alone."""
    return tuple(Keep(_anchor(row), closing) for row in rows[-1:])


def _anchor(row: Row) -> str:
    return f"baris{row['nomor']}"


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


def heads(plan: Plan) -> list[Official]:
    """Those who decree in the name of the office."""
    return [official for official in plan.officials if official.atas_nama is Voice.OFFICE]


def signer_lacks(signers: Sequence[Official | None], office: Office) -> tuple[Lack, ...]:
    """The names of those who sign; papers of theirs tell `status` of them."""
    if not signers:
        signers = (None,)
    return tuple(
        Lack(
            f"nama {signer.jabatan if signer else 'penanda tangan'}",
            (signer or office).origin.at("nama" if signer else "lembaga"),
            draft=True,
            since=UNLISTED,
        )
        for signer in signers
        if signer is None or not signer.nama
    )


def text_lacks(plan: Plan, paper: str) -> tuple[Lack, ...]:
    """What is still to be written in the workbook's own words of a paper."""
    return record_texts(_own_texts(plan, paper))


def _own_texts(plan: Plan, paper: str) -> list[PaperText]:
    return [row for row in plan.rows(PaperText) if row.naskah == paper]


def _shipped(row: Mapping[str, object]) -> PaperText:
    """A text of the program from the row that a new workbook has of it."""
    return PaperText(str(row["naskah"]), WordingPart(row["bagian"]), RichText.of(str(row["isi"])))
