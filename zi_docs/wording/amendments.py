"""The names of decrees that change a decree, and of the decree as it was changed.

The forms are those of Law 12/2011, annex II: `Perubahan Kedua atas ...` in the title; after one
change `sebagaimana telah diubah dengan`, after more `sebagaimana telah beberapa kali diubah,
terakhir dengan`.
"""

from __future__ import annotations

from zi_docs.wording.numbers import in_words

_CHANGED = "sebagaimana telah diubah dengan"
_CHANGED_OFTEN = "sebagaimana telah beberapa kali diubah, terakhir dengan"


def amendment_title(number: int, decree: str) -> str:
    """The title of the change of this number (from 1) of a decree cited in full."""
    ordinal = f" {ordinal_word(number)}" if number > 1 else ""
    return f"Perubahan{ordinal} atas {decree}"


def ordinal_word(number: int) -> str:
    """`Kedua`, `Kedua Belas`: the ordinal from 2 on, with capitals as a title has them."""
    return f"ke{in_words(number)}".title()


def as_changed(decree: str, times: int, last: str) -> str:
    """A decree cited with the last of the changes that were made of it; `times` is their count."""
    if not times:
        return decree
    return f"{decree} {_CHANGED if times == 1 else _CHANGED_OFTEN} {last}"
