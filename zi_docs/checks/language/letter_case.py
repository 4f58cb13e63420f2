"""Capitals where a sentence has small letters, and small letters where it begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from zi_docs.checks.language.cell_texts import WORD, Genre, ProseCell, sentence_start
from zi_docs.checks.verb_forms import is_active
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion, warning
from zi_docs.model import Plan

_LEAST_CAPITALS = 3
_OFTEN = 2
_EVER = 1
_VERB = re.compile(r"Me(?:m|n|ng|ny)?[a-z]{4,}")


def capitals_in_sentences(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Conjunctions and prepositions with a capital; other words between words in small letters."""
    small = Counter(match[0] for cell in texts for match in cell.words if match[0].islower())
    for cell in texts:
        if cell.genre is Genre.CITED or cell.plain.isupper():
            continue
        function, others = _misplaced(cell, small)
        for word in dict.fromkeys(function):
            yield warning(
                "BHS-KATA-TUGAS",
                f"Kata “{word}” di tengah kalimat atau judul; tuliskan “{word.lower()}”.",
                cell.place,
            )
        if others:
            listed = ", ".join(f"“{word}”" for word in dict.fromkeys(others))
            yield suggestion(
                "BHS-KAPITAL",
                f"Huruf kapital di tengah kalimat: {listed}; pakailah huruf kecil bila bukan nama.",
                cell.place,
            )


def _misplaced(cell: ProseCell, small: Counter[str]) -> tuple[list[str], list[str]]:
    particles, names, _ = _lists()
    function: list[str] = []
    others: list[str] = []
    own = {match[0] for match in cell.words}
    named = [match.span() for match in _names_pattern().finditer(cell.plain)]
    for at, match in enumerate(cell.words):
        word = match[0]
        # Only words like `Word`: acronyms and `e-PPID` have capitals of their own.
        if not word[0].isupper() or (not word[1:].islower() and len(word) > 1):
            continue
        if any(start <= match.start() < end for start, end in named):
            continue
        if sentence_start(cell.plain, match.start()):
            continue
        lowered = word.lower()
        # `penghargaan SAKIP, Penghargaan SPIP`: what a list names twice, once in small letters.
        listed = cell.plain[: match.start()].endswith(", ")
        if lowered in particles:
            function.append(word)
        elif lowered not in names and (
            (small[lowered] >= _EVER and _among_small(cell, at))
            or (listed and _VERB.fullmatch(word))
            or (listed and lowered in own and _before_name(cell, at))
        ):
            others.append(word)
    return function, others


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    table = shipped("language")["huruf"]
    return frozenset(table["kata_tugas"]), frozenset(table["nama"]), frozenset(table["kata_umum"])


def _before_name(cell: ProseCell, at: int) -> bool:
    return any(match[0][0].isupper() for match in cell.words[at + 1 : at + 2])


def _among_small(cell: ProseCell, at: int) -> bool:
    """Whether the words on both sides are in small letters; a side may end the sentence."""
    before, start = _neighbour(cell, at, -1)
    # `Melakukan Sosialisasi mengenai`: a verb has its capital from the sentence.
    opening = is_active(before.lower()) and sentence_start(cell.plain, start - len(before))
    if not (before[:1].islower() or opening) or _parted(cell, start, cell.words[at].start()):
        return False
    after, start = _neighbour(cell, at, 1)
    if cell.words[at][0].lower() in _lists()[2] or not after or after[0].islower():
        return True
    return _parted(cell, cell.words[at].end(), start)


def _neighbour(cell: ProseCell, at: int, step: int) -> tuple[str, int]:
    """The next word on a side that is no conjunction or preposition, and where its near end is."""
    particles = _lists()[0]
    at += step
    while 0 <= at < len(cell.words) and cell.words[at][0] in particles:
        at += step
    if not 0 <= at < len(cell.words):
        return "", 0
    return cell.words[at][0], cell.words[at].end() if step < 0 else cell.words[at].start()


def _parted(cell: ProseCell, start: int, end: int) -> bool:
    return bool(re.search(r"[.,;:()“”\"\n]", cell.plain[start:end]))


def capital_words(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A whole word in capitals that other cells write in small letters: no acronym."""
    usual = Counter(
        match[0].lower()
        for cell in texts
        for match in cell.words
        if not match[0].isupper() and len(match[0]) >= _LEAST_CAPITALS
    )
    table = shipped("language")["huruf"]
    acronyms = {name.lower() for name in (*table["singkatan"], *table["nama_kapital"])}
    # Follow-ups name people by their IDs.
    ids = [*(each.id for each in plan.officials), *(each.id for each in plan.participants)]
    acronyms.update(part.lower() for key in ids for part in WORD.findall(key))
    for cell in texts:
        if cell.plain.isupper() or cell.genre is Genre.CITED:
            continue
        for word in dict.fromkeys(match[0] for match in cell.words):
            lowered = word.lower()
            if len(word) < _LEAST_CAPITALS or not word.isupper() or lowered in acronyms:
                continue
            if usual[lowered] >= _OFTEN and not _numbered_dictum(cell, word):
                yield warning(
                    "BHS-KAPITAL-PENUH",
                    f"Kata “{word}” bukan singkatan; tuliskan “{word.capitalize()}” atau "
                    f"“{lowered}”.",
                    cell.place,
                )


def _numbered_dictum(cell: ProseCell, word: str) -> bool:
    return bool(re.search(rf"[Dd]iktum\s+{re.escape(word)}\b", cell.plain))


def names_in_part(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """A name of several words, some with a capital and some without: `zona Integritas`."""
    pattern = _names_pattern()
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for match in pattern.finditer(cell.plain):
            words = match[0].split()
            capitals = [word[0].isupper() for word in words]
            proper = match[0].lower() in _proper_names()
            if all(capitals) or (not any(capitals) and not proper):
                continue
            if not any(capitals[1:]) and not proper and sentence_start(cell.plain, match.start()):
                continue
            name = " ".join(word.capitalize() for word in words)
            yield suggestion(
                "BHS-NAMA",
                f"Huruf kapital pada “{match[0]}” tidak seragam; tuliskan “{name}”.",
                cell.place,
            )


@cache
def _proper_names() -> frozenset[str]:
    return frozenset(name.lower() for name in shipped("language")["huruf"]["nama_diri"])


@cache
def _names_pattern() -> re.Pattern[str]:
    names = shipped("language")["huruf"]["nama_utuh"]
    listed = "|".join(name.replace(" ", r"\s+") for name in names)
    return re.compile(rf"(?<![\w-])(?:{listed})(?![\w-])", re.IGNORECASE)


def small_beginnings(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Cells of the plan's rows that begin with a small letter, unlike their column."""
    columns: dict[str, list[ProseCell]] = {}
    for cell in texts:
        if cell.genre is Genre.ROW:
            columns.setdefault(cell.key, []).append(cell)
    for cells in columns.values():
        small = [cell for cell in cells if cell.words and _begins_small(cell.words[0][0])]
        if len(small) * _MOST <= len(cells):
            for cell in small:
                word = cell.words[0][0]
                yield warning(
                    "BHS-AWAL",
                    f"Isi sel ini diawali huruf kecil (“{word}”); tuliskan "
                    f"“{word[0].upper()}{word[1:]}”.",
                    cell.place,
                )


_MOST = 3


def _begins_small(word: str) -> bool:
    # `e-PPID` and its kin keep their small letter.
    return word[0].islower() and not re.match(r"[a-z](?:-|[A-Z])", word)
