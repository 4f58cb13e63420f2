"""The terms whose words belong together in a heading, as `phrases.toml` lists them."""

from __future__ import annotations

from functools import cache

from zi_docs.data import shipped


@cache
def heading_phrases() -> tuple[str, ...]:
    """The phrases in capitals, as headings print them."""
    return tuple(phrase.upper() for phrase in shipped("phrases")["frasa"])
