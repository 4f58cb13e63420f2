"""Phrases to look for in cells, each with what is said of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from zi_docs.checks.language.cell_texts import WORD, ProseCell


class PhraseTable:
    """Phrases in small letters, by which their `values` stand; found the longest first.

    Most cells hold none of the phrases' first words, so that these are compared before.
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        self.values = values
        firsts = (WORD.search(phrase) for phrase in values)
        self._firsts = frozenset(first[0] for first in firsts if first)
        ordered = sorted(values, key=len, reverse=True)
        listed = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in ordered)
        self._pattern = re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])")

    def finditer(self, cell: ProseCell) -> Iterator[re.Match[str]]:
        """Where the phrases stand in a cell."""
        if not self._firsts.isdisjoint(cell.vocabulary):
            yield from self._pattern.finditer(cell.small)
