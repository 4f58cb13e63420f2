"""Titles as headings print them."""

import re

_YEAR = re.compile(r"(TAHUN) (\d{4})")


def heading_title(title: str) -> str:
    """A title in capitals; a year never stands alone on the last line."""
    return _YEAR.sub("\\1\u00a0\\2", title.upper())
