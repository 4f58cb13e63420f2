"""The marks that people put into a cell for yes or no: one list, for workbook and import.

A cross in a box or a red cross is in neither: some mean yes by it, some no.
"""

from __future__ import annotations

# Ticks, and what stands for a filled field of a schedule. Symbols of Wingdings and Symbol are
# stored as letters (ü, þ), or in the private use area when pasted from Word.
_TICKS = "√✓✔☑✅🗸🗹●•∙⬤⚫■▪◼◾⬛*üþ\uf0fc\uf0fe\uf0d6\uf06e\uf06c\uf0a7\uf0b7"
_EMPTY_BOXES = "☐□▢◻◽⬜\uf0a8\uf06f"
_YES = {*_TICKS, "v", "x", "y", "1", "true", "ya", "yes", "benar", "ok"}
_NO = {*_EMPTY_BOXES, "0", "-", "–", "—", "‑", "−", "false", "tidak", "salah", "no"}


def mark_value(text: str) -> bool | None:
    """What a mark says, its text being free of invisible characters; None if it is no mark.

    A mark that is repeated (√√) says the same.
    """
    mark = text.strip().casefold()
    if len({*mark}) == 1 and not mark.isalnum():
        mark = mark[0]
    if mark in _YES:
        return True
    return False if mark in _NO else None
