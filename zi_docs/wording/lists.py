"""Enumerations in running text; punctuation of itemised lists."""

import textwrap
from collections.abc import Sequence

from zi_docs.text import RichText
from zi_docs.wording.numbers import list_letter

_MOST_LISTED = 5
# Enough to know a row of the plan again.
_SHORT = 60
_STOPS = (";", ".", ",", ":", "!", "?")


def enumeration(items: Sequence[str], before_last: str = "dan") -> str:
    """`a`, `a dan b`, `a, b, dan c`; with another word, `a, b, atau c`."""
    if len(items) < 3:
        return f" {before_last} ".join(items)
    return f"{', '.join(items[:-1])}, {before_last} {items[-1]}"


def letters_before(count: int) -> str:
    """The letters of the first `count` items: `huruf a, huruf b, dan huruf c`.

    Of many only the first and the last: `huruf a sampai dengan huruf k` (NASKAH section 10).
    """
    letters = [f"huruf {list_letter(index)}" for index in range(count)]
    if count > _MOST_LISTED:
        return f"{letters[0]} sampai dengan {letters[-1]}"
    return enumeration(letters)


def end_with_stop(text: RichText, stop: str) -> RichText:
    """The text of a list item with `stop` at its end, unless it ends with punctuation already."""
    return text if text.plain.rstrip().endswith(_STOPS) else text + stop


def first_words(text: RichText, length: int = _SHORT) -> str:
    """The beginning of `one_line` in whole words, at most `length` signs with the mark of a cut."""
    return textwrap.shorten(one_line(text), length, placeholder=" …")


def one_line(text: RichText) -> str:
    """The paragraphs and list items of a cell on one line, separated by semicolons."""
    return "; ".join(block.text.plain.rstrip(";. ") for block in text.blocks)
