"""Titles as headings print them."""

import re

_YEAR = re.compile(r"(TAHUN) (\d{4})")


def heading_title(title: str) -> str:
    """A title in capitals; a year never stands alone on the last line."""
    return _YEAR.sub("\\1\u00a0\\2", title.upper())


def running_title(capitals: str) -> str:
    """A title given in capitals, as running text has it: `Penataan Manajemen SDM dan Aparatur`.

    Words of up to three letters that are no particles are taken for abbreviations.
    """
    return " ".join(_running(word) for word in capitals.split())


def _running(word: str) -> str:
    if word.casefold() in _PARTICLES:
        return word.casefold()
    return word if len(word) <= _ABBREVIATION else word.capitalize()


_PARTICLES = ("dan", "atau", "serta", "di", "ke", "dari", "yang", "pada", "bagi", "untuk")
_ABBREVIATION = 3
