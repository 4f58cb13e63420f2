"""The text cells of a plan, each with its place and what kind of text it is; phrases in them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Any

from zi_docs.findings import Place
from zi_docs.model import Plan
from zi_docs.text import RichText
from zi_docs.workbook.sheets import SHEETS

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
"""A word, with its hyphens."""


class Genre(Enum):
    """What kind of text a cell holds: each has its own conventions."""

    ROW = "baris rencana"
    DECREE = "naskah keputusan"
    MEETING = "rapat"
    REPORT = "laporan"
    CITED = "judul peraturan"


@dataclass(frozen=True)
class ProseCell:
    """The text of a cell. `key` is the key of its column, `place` its cell."""

    text: RichText
    place: Place
    genre: Genre
    key: str

    @property
    def of_decree_body(self) -> bool:
        """Whether it is a title or passage of a decree."""
        return self.genre is Genre.DECREE and self.key in ("isi", "judul", "judul_lampiran")

    @cached_property
    def plain(self) -> str:
        """The text without emphasis."""
        return self.text.plain

    @cached_property
    def words(self) -> tuple[re.Match[str], ...]:
        """The words of the text, in order."""
        return tuple(WORD.finditer(self.plain))

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The words of the text in small letters, each once; parts of hyphenated ones too."""
        whole = {match[0].lower() for match in self.words}
        return frozenset(whole.union(*(word.split("-") for word in whole if "-" in word)))

    @cached_property
    def small(self) -> str:
        """The text in small letters, as long as the text itself."""
        lowered = self.plain.lower()
        # A few letters of other scripts become longer: positions would shift.
        return lowered if len(lowered) == len(self.plain) else self.plain


_FIELDS: tuple[tuple[str, Genre, tuple[str, ...]], ...] = (
    ("activities", Genre.ROW, ("komponen", "indikator", "langkah_aksi", "bukti")),
    ("decrees", Genre.DECREE, ("judul", "judul_lampiran", "abstrak")),
    ("revisions", Genre.DECREE, ("alasan",)),
    ("seats", Genre.DECREE, ("tugas",)),
    ("regulations", Genre.CITED, ("tentang", "frasa")),
    (
        "meetings",
        Genre.MEETING,
        ("acara", "tempat", "susunan_acara", "pembahasan", "kesimpulan", "tindak_lanjut"),
    ),
    ("realisations", Genre.REPORT, ("uraian", "kendala", "rekomendasi", "tindak_lanjut")),
    ("report_texts", Genre.REPORT, ("isi",)),
)


def plan_texts(plan: Plan) -> tuple[ProseCell, ...]:
    """Every cell of the plan that holds sentences, in the order of its sheets."""
    return tuple(_texts(plan))


def _texts(plan: Plan) -> Iterator[ProseCell]:
    for name, genre, keys in _FIELDS:
        for record in getattr(plan, name):
            yield from _of_record(record, genre, keys)
    for sheet in SHEETS:
        if sheet.record is not None:
            keys = tuple(column.fills for column in sheet.columns if column.prose)
            for record in plan.rows(sheet.record):
                yield from _of_record(record, Genre.REPORT, keys)
    for decree in plan.decrees:
        for record in (*decree.considerations, *decree.narrative):
            yield from _of_record(record, Genre.DECREE, ("isi",))


def _of_record(record: Any, genre: Genre, keys: Iterable[str]) -> Iterator[ProseCell]:
    for key in keys:
        value = getattr(record, key)
        text = RichText.of(value) if isinstance(value, str) else value
        if text:
            yield ProseCell(text, record.origin.at(key), genre, key)


def sentence_start(text: str, position: int) -> bool:
    """Whether a word at this position begins a sentence, a line, a list item or a quotation."""
    before = text[max(0, position - _REACH) : position].rstrip(" ")
    if not before or before[-1] in '\n.!?:;“"•–':
        return True
    return bool(_MARKER.search(before))


_REACH = 12
# The sign of a list item, or its number in brackets: `- `, `(1) `, `a. `, `1) `.
_MARKER = re.compile(r"(?:^|\n)\s*-$|\(?\b(?:\d{1,2}|[a-z])\)$")


def like(pattern: str, word: str) -> str:
    """The word with the capitals of another: `survei` like `Survey` is `Survei`."""
    if pattern.isupper() and len(pattern) > 1:
        return word.upper()
    if " " in pattern and all(each[0].isupper() for each in pattern.split() if each[0].isalpha()):
        small = ("dan", "atau", "atas", "di", "dari")
        return " ".join(w if w in small else w[:1].upper() + w[1:] for w in word.split())
    return word[:1].upper() + word[1:] if pattern[:1].isupper() else word


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
