"""Titles as headings print them."""

import re

# A preposition at the end of a line, or a year alone on the last one, reads badly.
_BOUND = re.compile(r"\b(DI|TAHUN(?= \d{4})) ")


def heading_title(title: str) -> str:
    """A title in capitals; no line ends in DI, and no year stands alone on the last one."""
    return _BOUND.sub("\\1\u00a0", title.upper())


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
