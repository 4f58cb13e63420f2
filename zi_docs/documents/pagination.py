"""What the pages of a made PDF tell the document that is made again.

LibreOffice neither repeats a component's name at the top of a page nor keeps a table row with
what follows it. Both are done here: the rows' pages are read from the PDF, and the next rendering
shows the component again, or starts a page where a heading or the closing block would stand alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True)
class Pagination:
    """Anchors of the rows that open a page, and of those that must be made to open one."""

    tops: frozenset[str] = frozenset()
    breaks: frozenset[str] = frozenset()

    def opens(self, anchor: str) -> bool:
        """Tell whether the row of this anchor stands first on its page."""
        return anchor in self.tops or anchor in self.breaks


@dataclass(frozen=True)
class Keep:
    """Two anchors that belong on one page: when they part, the page breaks before `first`."""

    first: str
    second: str


def observe(
    known: Pagination, pages: Mapping[str, int], rows: Sequence[str], keeps: Sequence[Keep]
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
    return Pagination(frozenset(tops), known.breaks | parted)
