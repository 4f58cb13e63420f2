"""The cells that hold a decree's own words, and how checks take them apart and quote them."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

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


def titles_and_cells(plan: Plan) -> Iterator[WordedCell]:
    """What `worded_cells` gives, and before it the title of each decree."""
    for decree in plan.decrees:
        if decree.origin.file and decree.judul:
            place = decree.origin.at("judul")
            yield WordedCell(decree, Level.TABLE_TITLE, decree.judul.strip(), place, 0, True)
    yield from worded_cells(plan)


class _TheDecree:
    """A decree by its identity: to hash all its texts would take longer than to read them."""

    def __init__(self, decree: Decree) -> None:
        self.decree = decree

    def __hash__(self) -> int:
        return id(self.decree)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _TheDecree) and other.decree is self.decree


def decree_cells(decree: Decree) -> tuple[WordedCell, ...]:
    """The items and passages of a decree that stand in cells; a cited regulation has no text.

    What the program itself writes stands in no cell, and is nothing to mend.
    """
    return _kept_cells(_TheDecree(decree))


# Many checks ask for them one after the other.
@lru_cache(maxsize=32)
def _kept_cells(the: _TheDecree) -> tuple[WordedCell, ...]:
    return tuple(_cells_of(the.decree))


def _cells_of(decree: Decree) -> Iterator[WordedCell]:
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
