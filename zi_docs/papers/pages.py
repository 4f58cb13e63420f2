"""What is kept together on a page, and what is shown again at the top of one.

LibreOffice neither repeats a component's name at the top of a page nor keeps a table row with
what follows it. Both are done here: the rows' pages are read from the PDF, and the next rendering
shows the component again, or starts a page where a heading or the closing block would stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zi_docs.text import Flow, Paragraph, RichText


@dataclass(frozen=True)
class Pagination:
    """Anchors of the rows that open a page, and of those that must be made to open one.

    `unknown`: the pages are made by another program, so that any row may open one.
    """

    tops: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    unknown: bool = False

    def opens(self, anchor: str) -> bool:
        """Tell whether the row of this anchor stands, or may stand, first on its page."""
        return self.unknown or anchor in self.tops or anchor in self.breaks


@dataclass(frozen=True)
class Keep:
    """Two anchors that belong on one page: when they part, the page breaks before `first`."""

    first: str
    second: str


def observe(
    pagination: Pagination, pages: Mapping[str, int], rows: Sequence[str], keeps: Sequence[Keep]
) -> Pagination:
    """What a PDF with these anchor `pages` adds to what was known when it was made.

    `rows` are the anchors of the table rows in order. Breaks once made stay, so that the rounds
    of making a document come to an end.
    """
    placed = [(name, pages[name]) for name in rows if name in pages]
    tops = {name for (_, before), (name, page) in pairwise(placed) if page > before}
    parted = {
        keep.first
        for keep in keeps
        if keep.first in pages and keep.second in pages and pages[keep.first] < pages[keep.second]
    }
    return Pagination(frozenset(tops), pagination.breaks | parted)


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
    headings = [Keep(_top(lines, i), after.anchor)
                for i, (line, after) in enumerate(pairwise(lines)) if line.heading]  # fmt: skip
    return [*headings, Keep(_top(lines, len(lines) - 1), closing)]


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
