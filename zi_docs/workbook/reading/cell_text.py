"""Text of cells: its normal form, what a person sees of it, names as they are compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from zi_docs.text import RichText, plain_characters, without_invisible
from zi_docs.workbook.reading.number_formats import general_number, shown_number
from zi_docs.workbook.reading.xlsx import RawCell

# What other programs break lines with: Word inside a paragraph (vertical tab), and Unicode.
_LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_ODD_SPACE = re.compile(r"[^\S\n ]")


@lru_cache(maxsize=4096)
def normalized_text(text: str) -> str:
    """Text with plain spaces and newlines, composed letters (NFC), no invisible characters."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_BREAK.sub("\n", text)
    return _ODD_SPACE.sub(" ", unicodedata.normalize("NFC", without_invisible(text)))


def tidy_text(text: RichText) -> RichText:
    """The text with every span normalised, without white space at either end."""
    if len(text.spans) == 1:
        # Nearly every cell, and nearly every one of these is tidy.
        (span,) = text.spans
        words = normalized_text(span.text).strip()
        if words == span.text:
            return text if words else RichText()
        return RichText((span.with_text(words),)) if words else RichText()
    spans = [span.with_text(normalized_text(span.text)) for span in text.spans]
    while spans and not spans[0].text.strip():
        del spans[0]
    while spans and not spans[-1].text.strip():
        del spans[-1]
    if not spans:
        return RichText()
    spans[0] = spans[0].with_text(spans[0].text.lstrip())
    spans[-1] = spans[-1].with_text(spans[-1].text.rstrip())
    return RichText(tuple(s for s in spans if s.text))


def visible_text(cell: RawCell) -> str:
    """The text that a person sees in a cell; empty for dates and faults."""
    value = cell.value
    if isinstance(value, RichText):
        return tidy_text(value).plain
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int | float):
        shown = shown_number(value, cell.number_format)
        return plain_number(value) if shown is None else shown
    return ""


def plain_number(value: int | float) -> str:
    """A number with the Indonesian decimal comma, without digit grouping."""
    return general_number(value)


def fold_name(name: str) -> str:
    """A name to compare with others: without case, spaces, and colons or stars at the end."""
    return "".join(plain_characters(name).split()).casefold().rstrip("*:")
