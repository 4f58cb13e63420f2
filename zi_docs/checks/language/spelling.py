"""Words that are spelt otherwise in formal Indonesian, and words that cannot be Indonesian."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from zi_docs.checks.language.cell_texts import Genre, PhraseTable, ProseCell, like
from zi_docs.data import FOLDER, shipped
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan

# A prefix that lost its vowel: no Indonesian word begins so. What can follow is left out, such as
# `dr`, `dw`, `kl`, `pr`; and abbreviations are shorter.
_LOST_VOWELS = (
    (re.compile(r"d[bcdfgjklmnpqstvx][a-z]{4,}"), "i"),
    (re.compile(r"k[bcdfgjmpqtvxz][a-z]{4,}"), "e"),
    (re.compile(r"m[bcdfghjklmnpqrstvwxyz][a-z]{4,}"), "e"),
    (re.compile(r"p(?:[bcdfgjkmpqtvxz]|ny)[a-z]{4,}"), "e"),
    (re.compile(r"t[bcdfgjkmnpqtvxz][a-z]{4,}"), "e"),
)
_APART = re.compile(r"\bdi[ ]([a-z]{2,}kan|SK kan|[A-Z]{2,6}[- ]kan)\b")
_PLURAL_SIGN = re.compile(r"\b([a-z]{4,})2\b")
_SIX_OR_MORE = 6
_LONG_WORD = 9
# To look for what is near takes as many words as a word has letters, each as long.
_LONGEST_WORD = 60
_COMMON = 3
_OFTEN = 6


def misspellings(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Words of the list, gaps in fixed combinations, `di` apart from its verb."""
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for written, right in dict.fromkeys(_faults(cell)):
            yield warning(
                "BHS-EJA",
                f"Ejaan “{written}” tidak baku; tuliskan “{right}”.",
                cell.place,
            )


def _faults(cell: ProseCell) -> Iterator[tuple[str, str]]:
    listed: Mapping[str, str] = shipped("spelling")["kata"]
    for match in cell.words:
        word = match[0]
        if right := _right(word.lower()):
            yield word, like(word, right)
        elif "-" in word:
            for part in word.split("-"):
                if part.lower() in listed:
                    yield part, like(part, listed[part.lower()])
    for match in _combinations().finditer(cell):
        written = cell.plain[match.start() : match.end()]
        yield written, like(written, _combinations().values[" ".join(match[0].split())])
    for match in _APART.finditer(cell.plain):
        yield match[0], _joined(match[1])
    for match in _PLURAL_SIGN.finditer(cell.plain):
        yield match[0], f"{match[1]}-{match[1]}"


def _joined(verb: str) -> str:
    acronym = verb.removesuffix("kan").strip(" -")
    return (
        f"di-{acronym}-kan” atau “ditetapkan dengan Keputusan"
        if acronym == "SK"
        else (f"di-{acronym}-kan" if acronym.isupper() else f"di{verb}")
    )


@lru_cache(maxsize=8192)
def _right(word: str) -> str:
    """How a word is spelt, where that is otherwise."""
    listed: Mapping[str, str] = shipped("spelling")["kata"]
    return listed.get(word, "") or _with_vowel(word)


def _with_vowel(word: str) -> str:
    """The word with the vowel that its prefix lost; nothing for any other word."""
    if len(word) < _SIX_OR_MORE or word[0] not in "dkmpt" or word[1] in "aiueo":
        return ""
    for pattern, vowel in _LOST_VOWELS:
        if pattern.fullmatch(word):
            return word[0] + vowel + word[1:]
    return ""


@cache
def _combinations() -> PhraseTable:
    return PhraseTable(shipped("spelling")["gabungan"])


def unlikely_words(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A rare long word that differs by one letter more or less from a common one."""
    counts = Counter(
        match[0].lower()
        for cell in texts
        for match in cell.words
        if _LONG_WORD <= len(match[0]) <= _LONGEST_WORD
    )
    # What the office always misspells is no model for the others.
    often = {word for word, count in counts.items() if count >= _OFTEN and "-" not in word}
    known = _shipped_words() | often
    listed = shipped("spelling")["kata"]
    rare = {w for w, count in counts.items() if count < _COMMON and w not in known | listed.keys()}
    shorter = {
        word[:at] + word[at + 1 :]: word for word in sorted(known) for at in range(2, len(word) - 1)
    }
    meant = {word: near for word in sorted(rare) if (near := _nearest(word, known, shorter))}
    if not meant:
        return
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for word in dict.fromkeys(match[0] for match in cell.words):
            if likely := meant.get(word.lower()):
                yield suggestion(
                    "BHS-KETIK",
                    f"Periksa “{word}”: mungkin salah ketik dari “{like(word, likely)}”.",
                    cell.place,
                )


def _nearest(word: str, known: frozenset[str], shorter: Mapping[str, str]) -> str:
    """A known word from which a letter inside was lost, doubled or swapped.

    `shorter` gives the known word for each way to leave out one of its letters.
    """
    if word in shorter:
        return shorter[word]
    inner = range(2, len(word) - 1)
    one_less = [word[:at] + word[at + 1 :] for at in inner]
    swapped = [word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in inner[:-1]]
    return next((each for each in (*one_less, *swapped) if each in known and each != word), "")


@cache
def _shipped_words() -> frozenset[str]:
    """The long words of the texts that come with the program: they are proofread."""
    # Read as plain text: to parse these tables takes longer than all the rest.
    texts = [(FOLDER / f"{name}.toml").read_text(encoding="utf-8") for name in _PROOFREAD]
    return frozenset(re.findall(r"[^\W\d_]{8,}", " ".join(texts).lower()))


_PROOFREAD = (
    "model_plan",
    "plan_decree",
    "team_decrees",
    "sheet_decrees",
    "lke_components",
    "areas",
)
