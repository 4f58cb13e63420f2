"""The evidence that a form names: numbered, and listed once below its table.

An address of a hundred signs makes a narrow cell many lines high. The cell says its number, which
leads to the address; the list says the address in full.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from zi_docs.model import Realisation
from zi_docs.papers.pages import Line, Pagination, cell
from zi_docs.text import Flow, Paragraph, RichText, web_address
from zi_docs.wording.dates import months_text

_PREFIX = "buktidukung"
# What people write after an address that is no part of it.
_AFTER = ".,;)"
_ADDRESS = re.compile(r"https?://\S+")


@dataclass
class _Item:
    """An evidence: its number, its words, the components and months for which it was entered."""

    number: int
    text: str
    months: dict[str, list[int]] = field(default_factory=dict)


@dataclass
class EvidenceList:
    """The evidence of a form in the order of its first mention."""

    _items: dict[str, _Item] = field(default_factory=dict)

    def numbers(self, component: str, report: Realisation) -> RichText:
        """The numbers of a report's evidence, `[1], [2]`, each leading to its address."""
        numbers = RichText()
        for text in _pieces(report.tautan):
            item = self._items.setdefault(text, _Item(len(self._items) + 1, text))
            item.months.setdefault(component, []).append(report.bulan)
            link = RichText.linked(f"[{item.number}]", text)
            numbers = numbers + ("; " if numbers else "") + link
        return numbers

    @property
    def lines(self) -> list[Line]:
        """The lines of the list with its title above them; none where there is no evidence."""
        rows = [Line(f"{_PREFIX}{item.number}") for item in self._items.values()]
        return [Line(_PREFIX, heading=True), *rows] if rows else []

    def title(self, pages: Pagination) -> Flow:
        """The title of the list."""
        words = RichText.of("Daftar Bukti Dukung")
        return Flow((Paragraph("Judul Daftar", words, _PREFIX, _PREFIX in pages.breaks),))

    def rows(self, pages: Pagination) -> list[dict[str, object]]:
        """The list as the template prints it."""
        return [
            {
                "nomor": f"[{item.number}]",
                "komponen": "; ".join(
                    f"{component} {months_text(months)}"
                    for component, months in item.months.items()
                ),
                "isi": cell(
                    RichText.linked(item.text, item.text),
                    line.anchor,
                    breaks=line.anchor in pages.breaks,
                ),
            }
            for item, line in zip(self._items.values(), self.lines[1:], strict=True)
        ]


def _pieces(text: str) -> Iterator[str]:
    """The addresses and the names of files in a cell, one a line; addresses also within a line."""
    for line in text.splitlines():
        rest = line
        for match in _ADDRESS.finditer(line):
            address = match[0].rstrip(_AFTER)
            if web_address(address):
                rest = rest.replace(address, "\n")
                yield address
        yield from (piece for part in rest.split("\n") if (piece := part.strip(" \t.,;")))
