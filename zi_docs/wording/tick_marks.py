"""The signs by which people mark a cell as done or planned, or as not."""

from __future__ import annotations

# Selectors of emoji and text form, which do not change what a sign means.
_SELECTORS = dict.fromkeys(map(ord, "\ufe0e\ufe0f"), None)

# A tick of Wingdings is stored as the letter at its place (ü, þ), or in the private use area when
# pasted from Word; of Wingdings 2 as P, of Webdings as a, of Symbol as Ö.
TICKS = frozenset(
    {
        *("√", "✓", "✔", "☑", "✅", "🗹", "●", "•", "■", "◼", "▪", "★", "*", "+"),
        *("v", "x", "✗", "✘", "☒", "1", "true", "ya", "y", "benar", "ada", "ok"),
        *("ü", "þ", "ö", "\uf0fc", "\uf0fe", "\uf0d6", "\uf050"),
    }
)
# Words and numbers that answer a question as often as they mark a month.
TICK_WORDS = frozenset({"1", "true", "ya", "y", "benar", "ada", "ok", "rutin", "a", "o", "p"})
# Signs that are ticks only in a table of another program, by its font or its habit.
FOREIGN_TICKS = TICKS | {"p", "a", "o", "○", "◯", "◉", "⬤", "□", "▲", "►", "→", "rutin"}
NOT_TICKED = frozenset({"0", "0%", "-", "–", "—", "false", "tidak", "salah", "n/a", "nihil"})


def bare_sign(text: str) -> str:
    """A sign to look up here: without case, spaces and the selectors of its form."""
    return text.translate(_SELECTORS).strip().casefold()
