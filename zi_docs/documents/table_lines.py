"""The lines of a table that runs over pages: what is shown again, and what must not part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zi_docs.documents.pagination import Keep, Pagination
from zi_docs.text import Flow, Paragraph, RichText


@dataclass(frozen=True)
class Line:
    """A line of a table: its anchor, and the group whose name it shares with its neighbours.

    A `heading` stands over the lines that follow it and belongs to no group.
    """

    anchor: str
    group: str = ""
    heading: bool = False


def shown(lines: Sequence[Line], pages: Pagination) -> Iterator[bool]:
    """For each line, whether it names its group: where the group begins, and atop a page."""
    before = Line("")
    for line in lines:
        yield line.group != before.group or pages.opens(line.anchor)
        before = line


def keeps(lines: Sequence[Line], closing: str) -> list[Keep]:
    """What belongs on one page: headings and what follows, the last line and the closing block.

    A page then breaks before the headings over a line, never between them.
    """
    if not lines:
        return []
    found = [Keep(_top(lines, i), after.anchor)
             for i, (line, after) in enumerate(pairwise(lines)) if line.heading]  # fmt: skip
    return [*found, Keep(_top(lines, len(lines) - 1), closing)]


def _top(lines: Sequence[Line], index: int) -> str:
    while index and lines[index - 1].heading:
        index -= 1
    return lines[index].anchor


def anchor_name(text: str) -> str:
    """Letters and digits only: LibreOffice writes any other sign of a bookmark as its code."""
    return re.sub(r"[\W_]", "", text)


def cell(text: RichText, anchor: str | None = None, *, breaks: bool = False) -> Flow:
    """The paragraphs and list items of a table cell.

    `anchor` names the first of them; `breaks` starts the row on a new page.
    """
    first, *rest = [
        Paragraph("Tabel Butir" if block.bullet else "Tabel Isi", block.text)
        for block in text.blocks()
    ] or [Paragraph("Tabel Isi")]
    return Flow((Paragraph(first.style, first.text, anchor, breaks), *rest))
