"""Texts of a plan as sequences of bare words: no affixes, no synonyms, no filler words.

The stemming is light: it only has to give all forms of a word the same stem, which need not be a
word (`menyusun`, `penyusunan`, `disusun`: `usun`). Words as data: `data/lke_words.toml`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from zi_docs.data import shipped

_WORD = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_TOKEN = re.compile(r"\{[^{}]*\}")
# A nasal prefix hides the first letter of a root (menyusun: susun), so that letter counts nowhere.
_PREFIXES = (
    "memper", "diper", "meng", "peng", "meny", "peny", "mem", "pem", "men", "pen",
    "ber", "ter", "per", "me", "pe", "di", "ke",
)  # fmt: skip
_HIDDEN = re.compile(r"[kptsrnm](?=[aeiou])")
# kendali, kembang: what looks like a prefix belongs to the root.
_ROOT_ONLY = re.compile(r"[mn][bdjpt]")
_LEAST = 3


@cache
def words() -> Mapping[str, Any]:
    """The file of words."""
    return shipped("lke_words")


@lru_cache(maxsize=4096)
def stem(word: str) -> str:
    """The stem of a word in small letters."""
    if word in _unstemmed() or not word.isalpha():
        return word
    bare = word
    for ending in ("nya", "kan", "an", "i"):
        if bare.endswith(ending) and len(bare) - len(ending) > _LEAST:
            bare = bare[: -len(ending)]
            if ending != "nya":
                break
    # kesesuaian: kesesuai, kesesua.
    if bare != word and bare.endswith("i") and len(bare) > _LEAST + 1:
        bare = bare[:-1]
    for _ in range(2):
        bare = bare[len(_prefix(bare)) :]
    return _HIDDEN.sub("", bare, count=1) if _HIDDEN.match(bare) else bare


def _prefix(word: str) -> str:
    """The prefix that a word begins with, if what follows can be a root."""
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) >= _LEAST and not _ROOT_ONLY.match(rest):
            return prefix
    return ""


@cache
def _unstemmed() -> frozenset[str]:
    return frozenset(words()["utuh"])


@cache
def _fillers() -> frozenset[str]:
    return frozenset(words()["abaikan"].split())


@cache
def _synonyms() -> Mapping[tuple[str, ...], str]:
    """The stems of each phrase that has a group, and the group's name."""
    return {
        tuple(stem(word) for word in _raw_words(phrase)): group
        for group, phrases in words()["sinonim"].items()
        for phrase in (group, *phrases)
    }


@cache
def _longest_phrase() -> int:
    return max(map(len, _synonyms()))


def _raw_words(text: str) -> list[str]:
    """The words of a text; of hyphenated ones their parts, unless a group is called so."""
    groups = words()["sinonim"]
    # A token such as {instansi} names the office, which every row could.
    parts = [
        [word] if word in groups else word.split("-")
        for word in _WORD.findall(_TOKEN.sub(" ", text.casefold()))
    ]
    return [word for part in parts for word in part]


def terms(text: str) -> tuple[str, ...]:
    """The terms of a text in order: names of groups of synonyms, and stems of other words."""
    return tuple(term for term, _ in spoken_terms(text))


def spoken_terms(text: str) -> tuple[tuple[str, str], ...]:
    """The terms of a text in order, each with the words of the text that it stands for."""
    raw = _raw_words(text)
    stems = [stem(word) for word in raw]
    result: list[tuple[str, str]] = []
    at = 0
    while at < len(stems):
        length, group = _group_at(stems, at)
        if group is not None:
            result.append((group, " ".join(raw[at : at + length])))
        elif raw[at] not in _fillers():
            result.append((stems[at], raw[at]))
        at += length
    return tuple(result)


def _group_at(stems: Sequence[str], at: int) -> tuple[int, str | None]:
    """How many stems from `at` on stand for one term, and their group; None for a plain word."""
    for length in range(min(_longest_phrase(), len(stems) - at), 0, -1):
        group = _synonyms().get(tuple(stems[at : at + length]))
        if group is not None:
            return length, group
    return 1, None
