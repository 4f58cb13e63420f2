"""Text of cells: its normal form, what a person sees of it, names that people mistype."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from zi_docs.text import RichText, Span, plain_characters, without_invisible
from zi_docs.workbook.reading.xlsx import RawCell

# What other programs break lines with: Word inside a paragraph (vertical tab), and Unicode.
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACE = re.compile(r"[^\S\n ]")
# From 0 to 100: a candidate less like the name than this is no suggestion.
MIN_SCORE = 60


def normalized_text(text: str) -> str:
    """Text with plain spaces and newlines, composed letters (NFC), no invisible characters."""
    if text.isascii() and text.isprintable() and "_x" not in text:
        return text
    text = _LINE_BREAK.sub("\n", text.replace("_x000D_", ""))
    return _ODD_SPACE.sub(" ", unicodedata.normalize("NFC", without_invisible(text)))


def tidy_text(text: RichText) -> RichText:
    """The text with every span normalised, without white space at either end."""
    spans = [Span(normalized_text(s.text), s.italic, s.bold) for s in text.spans]
    while spans and not spans[0].text.strip():
        del spans[0]
    while spans and not spans[-1].text.strip():
        del spans[-1]
    if not spans:
        return RichText()
    spans[0] = Span(spans[0].text.lstrip(), spans[0].italic, spans[0].bold)
    spans[-1] = Span(spans[-1].text.rstrip(), spans[-1].italic, spans[-1].bold)
    return RichText(tuple(s for s in spans if s.text))


def visible_text(cell: RawCell) -> str:
    """The text that a person sees in a cell; empty for dates and faults."""
    value = cell.value
    if isinstance(value, RichText):
        return tidy_text(value).plain
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        return _number_text(value, cell.number_format)
    return ""


def _number_text(value: int | float, number_format: str) -> str:
    if "%" in number_format:
        return f"{plain_number(round(value * 100, 6))}%"
    if set(number_format) == {"0"} and value == int(value):
        return str(int(value)).zfill(len(number_format))
    return plain_number(value)


def plain_number(value: int | float) -> str:
    """A number with the Indonesian decimal comma, without digit grouping."""
    if value == int(value):
        return str(int(value))
    return str(value).replace(".", ",")


def fold_name(name: str) -> str:
    """A name to compare with others: without case, spaces, and colons or stars at the end."""
    return "".join(plain_characters(name).split()).casefold().rstrip("*:")


def nearest_name(name: str, candidates: Iterable[str], least: float = MIN_SCORE) -> str | None:
    """The candidate that most resembles `name`; None when none scores `least` of 100."""
    # Few workbooks have a misspelt name.
    from rapidfuzz import fuzz, process, utils

    match = process.extractOne(
        name,
        list(candidates),
        scorer=fuzz.ratio,
        processor=utils.default_process,
        score_cutoff=least,
    )
    return match[0] if match else None


def suggestion(name: str, candidates: Iterable[str]) -> str:
    """A sentence that suggests the nearest candidate, with a leading space; empty without one."""
    candidate = nearest_name(name, candidates)
    return f" Mungkin yang dimaksud “{candidate}”." if candidate else ""
