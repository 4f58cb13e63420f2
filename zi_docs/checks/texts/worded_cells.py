"""The cells that hold a decree's own words, and how checks take them apart and quote them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from zi_docs.findings import Place
from zi_docs.model import Consideration, Decree, DecreeKind, Level, Part, Passage, Plan

_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"(])")
_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d+")
_EXCERPT = 48
LISTED = (Level.LETTER, Level.NUMBER)


@dataclass(frozen=True)
class WordedCell:
    """The words of an item of a decree's body, or of a passage of its narrative.

    `part` says which; `number` is its place among the items of its part, from 0.
    """

    decree: Decree
    part: Part | Level
    text: str
    place: Place
    number: int
    last: bool
    regulation: str = ""

    @property
    def narrated(self) -> bool:
        """Whether it stands in the narrative of the Lampiran."""
        return isinstance(self.part, Level)


def worded_cells(plan: Plan) -> Iterator[WordedCell]:
    """The items and passages of every decree that stand in cells and have words of their own."""
    for decree in plan.decrees:
        yield from (cell for cell in decree_cells(decree) if cell.text)


def decree_cells(decree: Decree) -> Iterator[WordedCell]:
    """The items and passages of a decree that stand in cells; a cited regulation has no text.

    What the program itself writes stands in no cell, and is nothing to mend.
    """
    for part in Part:
        items = decree.items(part)
        for number, item in enumerate(items):
            if item.origin.file:
                yield _cell(decree, part, item, number, number == len(items) - 1)
    for number, passage in enumerate(passages := narrative_of(decree)):
        if passage.origin.file:
            last = number == len(passages) - 1
            yield _cell(decree, passage.tingkat, passage, number, last)


def narrative_of(decree: Decree) -> tuple[Passage, ...]:
    """The narrative that a decree prints: only that on a plan has any."""
    return decree.narrative if decree.jenis is DecreeKind.PLAN else ()


def _cell(
    decree: Decree, part: Part | Level, row: Consideration | Passage, number: int, last: bool
) -> WordedCell:
    text = row.isi.plain.strip()
    place = row.origin.at("isi" if text else "peraturan")
    return WordedCell(decree, part, text, place, number, last, row.peraturan)


def regulation_place(row: Consideration | Passage) -> Place:
    """The cell that names the regulation of an item."""
    return row.origin.at("peraturan")


def sentences(text: str) -> list[str]:
    """The sentences of a text, each line of a cell by itself, bullets left out."""
    lines = (line.strip().removeprefix("- ") for line in text.splitlines())
    return [part for line in lines if line for part in _SENTENCE_END.split(line)]


def words_of(text: str) -> list[str]:
    """The words of a text as they are written."""
    return _WORD.findall(text)


def folded_words(text: str) -> list[str]:
    """The words of a text in small letters."""
    return [word.casefold() for word in words_of(text)]


def excerpt(text: str) -> str:
    """The first words of a text, to know it again."""
    return textwrap.shorten(text, _EXCERPT, placeholder=" …")
