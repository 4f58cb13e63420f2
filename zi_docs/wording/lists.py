"""Enumerations in running text, and the punctuation of itemised lists."""

from collections.abc import Sequence

from zi_docs.text import RichText
from zi_docs.wording.numbers import letter

_STOPS = (";", ".", ",", ":", "!", "?")


def enumeration(items: Sequence[str]) -> str:
    """`a`, `a dan b`, `a, b, dan c`."""
    if len(items) < 3:
        return " dan ".join(items)
    return f"{', '.join(items[:-1])}, dan {items[-1]}"


def letters_before(count: int) -> str:
    """The letters of the `count` items before this one: `huruf a, huruf b, dan huruf c`."""
    return enumeration([f"huruf {letter(index)}" for index in range(count)])


def closed(text: RichText, stop: str) -> RichText:
    """End an item of a list with `stop`, unless the office's own words end in a stop already."""
    return text if text.plain.rstrip().endswith(_STOPS) else text + stop


def one_line(text: RichText) -> str:
    """The paragraphs and list items of a cell on one line, parted by semicolons."""
    return "; ".join(block.text.plain.rstrip(";. ") for block in text.blocks())
