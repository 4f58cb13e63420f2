"""Checks of academic titles: their dots and capitals, and the comma before them.

A title keeps its own case (`S.Pd.I.`, `Ph.D.`), also where a name is printed in capitals. Titles
that the list does not have are not judged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from zi_docs.checks.people_rules import listed_people
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Plan
from zi_docs.text import plain_characters
from zi_docs.wording.lists import enumeration

# Without dots in front of a name these are words or initials as well.
_NEED_A_DOT = frozenset({"r", "h"})
_LETTERS = re.compile(r"[^A-Za-z]")


def check_titles(plan: Plan) -> Iterator[Finding]:
    """Names whose titles are spelt otherwise than titles are."""
    for person in listed_people(plan):
        wrong = list(_misspelt(plain_characters(person.nama)))
        if wrong:
            changes = enumeration([f"“{right}”, bukan “{written}”" for written, right in wrong])
            yield suggestion(
                "PEJ-GELAR",
                f"Gelar pada nama {person.id} lazim ditulis {changes}. Perbaiki kolom Nama, sebab "
                "naskah mencetaknya apa adanya.",
                person.origin.at("nama"),
            )


def _misspelt(name: str) -> Iterator[tuple[str, str]]:
    """Titles as written in a name and as they are spelt."""
    head, *behind = (part.strip() for part in name.split(","))
    words = head.split()
    while words and (right := _front(words[0])):
        if words[0] not in right:
            yield words[0], right[0]
        words = words[1:]
    # A title that follows the name without a comma.
    right = _behind().get(_letters(words[-1]), ()) if len(words) > 1 else ()
    if right and _stands_out(words):
        yield f"{words[-2]} {words[-1]}", f"{words[-2]}, {right[0]}"
    for written in behind:
        right = _behind().get(_letters(written), ())
        several = [_behind().get(_letters(word), ("",))[0] for word in written.split()]
        if right and written not in right:
            yield written, right[0]
        elif not right and len(several) > 1 and all(several):
            yield written, ", ".join(several)


def _stands_out(words: list[str]) -> bool:
    """Whether the last word of a name is more than a name: it has dots, or capitals alone."""
    last = words[-1]
    return "." in last or (last.isupper() and not "".join(words[:-1]).isupper())


def _front(word: str) -> tuple[str, ...]:
    """How a title before a name is spelt; empty for a word that is none."""
    letters = _letters(word)
    if letters in _NEED_A_DOT and not word.endswith("."):
        return ()
    return _before().get(letters, ())


def _letters(title: str) -> str:
    return _LETTERS.sub("", title).casefold()


@cache
def _before() -> Mapping[str, tuple[str, ...]]:
    return _by_letters("depan")


@cache
def _behind() -> Mapping[str, tuple[str, ...]]:
    return _by_letters("belakang")


def _by_letters(key: str) -> dict[str, tuple[str, ...]]:
    """The spellings by their letters alone; `S.I.P.` and `S.IP.` are both in use."""
    spellings: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for title in shipped("academic_titles")[key]:
        spellings[_letters(title)] += (title,)
    return dict(spellings)


CHECKS = (check_titles,)
