"""The marks that people put into a cell for yes or no: one list, for workbook, forms and import.

A cross in a box or a red cross says neither in the workbook: some mean yes by it, some no. In a
table of another program a cell that holds one is marked, whatever the sign.
"""

from __future__ import annotations

# Ticks, and what stands for a filled field of a schedule. Symbols of Wingdings and Symbol are
# stored as letters (ü, þ), or in the private use area when pasted from Word.
_TICKS = "√✓✔☑✅🗸🗹●•∙⬤⚫■▪◼◾⬛*üþ\uf0fc\uf0fe\uf0d6\uf06e\uf06c\uf0a7\uf0b7"
_EMPTY_BOXES = "☐□▢◻◽⬜\uf0a8\uf06f"
_YES = {*_TICKS, "v", "x", "y", "1", "true", "ya", "yes", "benar", "ok"}
_NO = {*_EMPTY_BOXES, "0", "-", "–", "—", "‑", "−", "false", "tidak", "salah", "no"}
# Selectors of emoji and text form, which do not change what a sign means.
_SELECTORS = dict.fromkeys(map(ord, "\ufe0e\ufe0f"), None)

# Words and numbers that answer a question as often as they mark a month.
TICK_WORDS = frozenset({"1", "true", "ya", "y", "benar", "ada", "ok", "rutin", "a", "o", "p"})
# A tick of Wingdings 2 is stored as P, of Webdings as a, of Symbol as Ö.
FOREIGN_TICKS = frozenset({*_YES, *_EMPTY_BOXES, *TICK_WORDS, *"✗✘☒★+ö○◯◉▲►→\uf050"})
NOT_TICKED = frozenset({*_NO, "0%", "n/a", "nihil"}) - {*_EMPTY_BOXES}


def mark_value(text: str) -> bool | None:
    """What a mark says, its text being free of invisible characters; None if it is no mark.

    A mark that is repeated (√√) says the same.
    """
    mark = bare_sign(text)
    if len({*mark}) == 1 and not mark.isalnum():
        mark = mark[0]
    if mark in _YES:
        return True
    return False if mark in _NO else None


def bare_sign(text: str) -> str:
    """A sign to look up here: without case, spaces and the selectors of its form."""
    return text.translate(_SELECTORS).strip().casefold()
