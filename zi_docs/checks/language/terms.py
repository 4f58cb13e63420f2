"""Terms and acronyms that one workbook writes in several ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import cache

from zi_docs.checks.language.cell_texts import Genre, PhraseTable, ProseCell
from zi_docs.data import shipped
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Plan

# `Wilayah Bebas Korupsi (WBK) dan …`: what stands in brackets is passed over.
_ASIDE = re.compile(r"\s*\([A-Z]{2,}\)")
_ACRONYM = re.compile(r"(?<![\w-])[A-Za-z]*[A-Z][a-z]?[A-Z][A-Za-z]*(?![\w-])")


def mixed_terms(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Each cell with a term that other cells write otherwise, and acronyms in other capitals."""
    written = [cell for cell in texts if cell.genre is not Genre.CITED]
    yield from _mixed_names(written)
    yield from _mixed_acronyms(written)


def _mixed_names(texts: Sequence[ProseCell]) -> Iterator[Finding]:
    table = _variants()
    uses: dict[str, list[tuple[ProseCell, str, str]]] = defaultdict(list)
    for cell in texts:
        for match in {match[0]: match for match in table.finditer(cell)}.values():
            variant = " ".join(match[0].split())
            written = cell.plain[match.start() : match.end()]
            uses[table.values[variant]].append((cell, variant, written))
    for term, cells in uses.items():
        if len({variant for _, variant, _ in cells}) == 1:
            continue
        for cell, variant, written in cells:
            if variant != term.lower():
                yield suggestion(
                    "BHS-ISTILAH",
                    f"Istilah “{written}” berganti-ganti dengan bentuk lain dalam buku kerja ini; "
                    f"pakailah satu, misalnya “{term}”.",
                    cell.place,
                )


@cache
def _variants() -> PhraseTable:
    """By each way to write a term, the term that is advised."""
    groups = shipped("language")["istilah"]
    return PhraseTable(
        {
            variant.lower(): group["anjuran"]
            for group in groups
            for variant in (group["anjuran"], *group["lain"])
        }
    )


def _mixed_acronyms(texts: Sequence[ProseCell]) -> Iterator[Finding]:
    """`LKJip` where other cells write `LKjIP`; `Sk` where they write `SK`."""
    known = {name.lower(): name for name in shipped("language")["huruf"]["singkatan"]}
    for cell in texts:
        for match in cell.words:
            word = match[0]
            right = known.get(word.lower())
            if right is None or word == right or (word.islower() and len(word) < _LEAST_LETTERS):
                continue
            if word.isupper() and cell.plain.isupper():
                continue
            yield suggestion(
                "BHS-SINGKATAN",
                f"Singkatan “{word}” lazim ditulis “{right}”; samakan hurufnya.",
                cell.place,
            )
    counts = Counter(match[0] for cell in texts for match in _ACRONYM.finditer(cell.plain))
    ways: dict[str, list[str]] = defaultdict(list)
    for word in counts:
        if word.lower() not in known:
            ways[word.lower()].append(word)
    rarer = {
        word: max(words, key=lambda each: (counts[each], each))
        for words in ways.values()
        if len(words) > 1
        for word in words
    }
    for cell in texts:
        for word in dict.fromkeys(match[0] for match in _ACRONYM.finditer(cell.plain)):
            usual = rarer.get(word, word)
            if usual != word:
                yield suggestion(
                    "BHS-SINGKATAN",
                    f"Singkatan “{word}” lazim ditulis “{usual}”; samakan hurufnya.",
                    cell.place,
                )


_LEAST_LETTERS = 3


def official_terms(texts: Sequence[ProseCell], plan: Plan) -> Iterator[Finding]:
    """Official terms with a word missing or another in its place."""
    for cell in texts:
        if cell.genre is Genre.CITED:
            continue
        for written, term in _slips(_ASIDE.sub("", cell.plain)):
            yield suggestion(
                "BHS-ISTILAH",
                f"“{written}” bukan istilah resminya; tuliskan “{term}”.",
                cell.place,
            )


def _slips(text: str) -> Iterator[tuple[str, str]]:
    """What a text writes instead of an official term, with the term; each place once."""
    taken: list[range] = []
    official = {term.casefold() for term in shipped("official_terms")["istilah"]}
    for term, pattern in _slip_patterns():
        for match in pattern.finditer(text):
            # One official term may differ from another by a word.
            if " ".join(match[0].split()).casefold() in official:
                continue
            if not any(match.start() in spot for spot in taken):
                taken.append(range(match.start(), match.end()))
                yield " ".join(match[0].split()), term


@cache
def _slip_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (term, _slip_pattern(term.split())) for term in shipped("official_terms")["istilah"]
    )


def _slip_pattern(words: Sequence[str]) -> re.Pattern[str]:
    """Matches the term with one inner word missing, or another in the place of one."""
    ways = []
    for place in range(1, len(words) - 1):
        before, after = words[:place], words[place + 1 :]
        ways.append(spaced_words([*before, *after]))
        ways.append(
            rf"{spaced_words(before)}\s+(?!{re.escape(words[place])}\b)\w+\s+{spaced_words(after)}"
        )
    return re.compile(rf"\b(?:{'|'.join(ways)})\b", re.I)


def spaced_words(words: Sequence[str]) -> str:
    """A pattern of words with any space between them."""
    return r"\s+".join(map(re.escape, words))
