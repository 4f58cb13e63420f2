"""What is kept together on a page, and what is shown again at the top of one.

LibreOffice neither repeats a component's name at the top of a page nor keeps a table row with
what follows it. Both are done here: the rows' pages are read from the PDF, and the next rendering
shows the component again, or starts a page where a heading or the closing block would stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from zi_docs.text import Flow, Paragraph, RichText


@dataclass(frozen=True)
class SpareFit:
    """How many spare rows are printed so that a list ends on a page, zero-based."""

    rows: int
    page: int


@dataclass(frozen=True)
class Pagination:
    """Anchors of the rows that open a page, and of those that must be made to open one.

    `unknown`: the pages are made by another program, so that any row may open one.
    `spare` is known where the spare rows of a list were fitted to its pages.
    """

    tops: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()
    unknown: bool = False
    spare: SpareFit | None = None

    def opens(self, anchor: str) -> bool:
        """Tell whether the row of this anchor stands, or may stand, first on its page."""
        return self.unknown or anchor in self.tops or anchor in self.breaks


@dataclass(frozen=True)
class Keep:
    """Two anchors that belong on one page: when they part, the page breaks before `first`."""

    first: str
    second: str


@dataclass(frozen=True)
class SpareRows:
    """Empty rows at the end of a list, to write on: as many as wished, fewer if that saves a page.

    `anchors` are those of the rows now printed, `before` that of the last row before them ("" for
    none), `closing` that of the block below the list.
    """

    wished: int
    anchors: tuple[str, ...]
    before: str
    closing: str

    def fitted(self, pages: Mapping[str, int], now: SpareFit | None) -> SpareFit | None:
        """What is printed the next time; `now` when the list ends where it should.

        Where only a row or two would be left, the list takes another page with all that is wished.
        """
        page = pages.get(self.before, 0)
        all_of_them = SpareFit(self.wished, pages.get(self.closing, page))
        if all_of_them.page <= page or (now and now.rows >= self.wished):
            return now
        on_page = sum(pages.get(anchor) == page for anchor in self.anchors)
        rows = on_page - _CLOSING_ROWS if now is None else now.rows - 1
        return SpareFit(rows, page) if rows >= min(_FEWEST, self.wished) else all_of_them


# The block that closes a list is at most as high as so many spare rows; fewer of them than
# `_FEWEST` are not worth it.
_CLOSING_ROWS, _FEWEST = 4, 3


def observe(
    pagination: Pagination,
    pages: Mapping[str, int],
    rows: Sequence[str],
    keeps: Sequence[Keep],
    spare: SpareRows | None = None,
) -> Pagination:
    """What a PDF with these anchor `pages` adds to what was known when it was made.

    `rows` are the anchors of the table rows in order. Breaks once made stay, so that the rounds
    of making a document come to an end; none is made while spare rows are still being fitted.
    """
    fit = spare.fitted(pages, pagination.spare) if spare else pagination.spare
    if fit != pagination.spare:
        return replace(pagination, spare=fit)
    placed = [(name, pages[name]) for name in rows if name in pages]
    tops = {name for (_, before), (name, page) in pairwise(placed) if page > before}
    parted = {
        keep.first
        for keep in keeps
        if keep.first in pages and keep.second in pages and pages[keep.first] < pages[keep.second]
    }
    breaks = pagination.breaks | parted
    return replace(pagination, tops=frozenset(tops), breaks=breaks, spare=fit)


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


def keeps(lines: Sequence[Line], closing: str = "") -> list[Keep]:
    """What belongs on one page: headings and what follows, the last line and the closing block.

    A page then breaks before the headings over a line, never between them. Without a block below
    the table `closing` is empty.
    """
    if not lines:
        return []
    headings = [Keep(_top(lines, i), after.anchor)
                for i, (line, after) in enumerate(pairwise(lines)) if line.heading]  # fmt: skip
    return [*headings, *([Keep(_top(lines, len(lines) - 1), closing)] if closing else [])]


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
        for block in text.blocks
    ] or [Paragraph("Tabel Isi")]
    return Flow((Paragraph(first.style, first.text, anchor, breaks), *rest))
