"""Where lines of running text may break, and where not (NASKAH section 10).

Words that are one fact stay on one line, and long words may break after a slash. Headings have
rules of their own, in `heading_lines`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lxml import etree

from zi_docs.word.paragraph_styles import ParagraphStyles
from zi_docs.word.wordml import w
from zi_docs.wording.dates import MONTHS

HARD_SPACE, _MAY_BREAK = "\u00a0", "\u200b"
# Neither Word nor LibreOffice breaks at a slash. Short words like `Kabupaten/Kota` need no break
# except in justified text, where the line before them would show gaps.
_LONG, _LONG_JUSTIFIED = 20, 10
_WORD = re.compile(r"\S+/\S+")
_SLASH = re.compile(r"(?<=[^\W\d])/(?=[^\W\d])")
# Addresses and file names are copied from the page: nothing may stand in them that one cannot see.
_ADDRESS = re.compile(r"://|\w\.\w")
_COUNTED = (
    "Nomor|Tahun|Pasal|huruf|angka|butir|Bab|Bagian|Lampiran|Area|Pokja|Kelompok Kerja|Bulan|"
    "Triwulan|Caturwulan|Semester|halaman|pukul"
)
# What is one fact: a date, a number with what it counts, an amount.
_FACTS = re.compile(
    rf"\b\d{{1,2}} (?i:{'|'.join(MONTHS)})(?: \d{{4}})?\b"
    r"|\b(?i:Pasal) \d+[A-Z]?(?: ayat \(\d+[a-z]?\))?(?!\w)"
    r"|\b(?i:ayat) \(\d+[a-z]?\)"
    rf"|\b(?i:{_COUNTED}) (?:\d[\d.]*\b(?: WI(?:B|TA|T)\b)?|[IVXL]+\b|[a-z]\b)"
    r"|\b(?i:Diktum) KE[A-Z]+\b"
    r"|\bRp \d[\d.,]*|\b\d[\d.,]* (?:%|persen\b|WI(?:B|TA|T)\b)"
)
# A column need not be wider than the words that it holds anyway.
_LONGEST_IN_CELL = 18


class LineBreaks:
    """Sets the breaks in the running text of a document's parts; `names` are held together."""

    def __init__(self, styles: ParagraphStyles, names: Sequence[str] = ()) -> None:
        self._styles = styles
        short = [re.escape(name) for name in names if len(name) <= _LONGEST_IN_CELL]
        self._names = re.compile(rf"\b(?:{'|'.join(short)})\b", re.I) if short else None

    def set(self, root: etree._Element) -> None:
        """Hold each fact on one line, and let long words break after a slash.

        Words of a fact that stand in different runs are left as they are. A name stays on one line
        where that opens no gaps; headings in capitals have rules of their own.
        """
        for element in root.iter(w("t")):
            element.text = self._with_breaks(element, element.text or "")

    def _with_breaks(self, element: etree._Element, text: str) -> str:
        slash, fact = "/" in text, " " in text and _FACTS.search(text)
        name = self._names and self._names.search(text)
        paragraph = next(element.iterancestors(w("p")), None)
        if paragraph is None or not (slash or fact or name):
            return text
        if slash:
            justified = self._styles.is_justified(paragraph)
            text = _with_slash_breaks(text, _LONG_JUSTIFIED if justified else _LONG)
        if fact:
            in_cell = next(paragraph.iterancestors(w("tc")), None) is not None
            text = _FACTS.sub(_held_in_cell if in_cell else _held, text)
        return self._with_names(text, paragraph) if name else text

    def _with_names(self, text: str, paragraph: etree._Element) -> str:
        if self._names is None or self._styles.is_justified(paragraph):
            return text
        return self._names.sub(lambda m: m[0] if m[0].isupper() else _held(m), text)


def _held(match: re.Match[str]) -> str:
    return match.group().replace(" ", HARD_SPACE)


def _held_in_cell(match: re.Match[str]) -> str:
    return _held(match) if len(match.group()) <= _LONGEST_IN_CELL else match.group()


def _with_slash_breaks(text: str, long: int) -> str:
    return _WORD.sub(_breaking(long), text)


def _breaking(long: int) -> Callable[[re.Match[str]], str]:
    def with_breaks(match: re.Match[str]) -> str:
        word = match.group()
        if len(word) < long or _ADDRESS.search(word):
            return word
        return _SLASH.sub(f"/{_MAY_BREAK}", word)

    return with_breaks
