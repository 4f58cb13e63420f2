"""Sentences that say a thing twice, or run on over a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zi_docs.checks.texts.clauses import is_verbal
from zi_docs.checks.texts.worded_cells import (
    WordedCell,
    excerpt,
    folded_words,
    sentences,
    worded_cells,
)
from zi_docs.findings import Finding, suggestion
from zi_docs.model import Plan
from zi_docs.wording.citation_reader import without_cited

_RUN = 5
# The name of the office may stand in a sentence more than once.
_NAME = "instansi"
_DEFINITION = re.compile(r"(\w+(?: \w+){0,5}) (?:adalah|ialah) (.+)", re.S)
_SPLICE = re.compile(r",\s+([A-Z]\w*(?:\s+\w+){0,2})\s+(merupakan|adalah)\b")


def check_repetitions(plan: Plan) -> Iterator[Finding]:
    """The same five words twice in one sentence."""
    names = (plan.office.name, plan.office.short_name)
    for cell in worded_cells(plan):
        for sentence in sentences(cell.text):
            bare = without_cited(sentence)
            for name in names:
                bare = bare.replace(name, _NAME)
            if run := _repeated(bare):
                yield suggestion(
                    "KEP-ULANG",
                    f"Kata-kata “{run}” berulang di dalam satu kalimat; hapuslah salah satunya.",
                    cell.place,
                )


def check_definitions(plan: Plan) -> Iterator[Finding]:
    """A term that the same decree explains twice, in other words."""
    known: dict[tuple[str, str], str] = {}
    for cell in worded_cells(plan):
        match = _DEFINITION.match(cell.text)
        if not match:
            continue
        term = match[1]
        meaning = " ".join(folded_words(match[2]))
        if known.setdefault((cell.decree.id, term.casefold()), meaning) != meaning:
            yield suggestion(
                "KEP-DEFINISI",
                f"“{term}” sudah dijelaskan di bagian lain dengan bunyi lain; pakailah satu "
                "pengertian.",
                cell.place,
            )


def check_comma_splices(plan: Plan) -> Iterator[Finding]:
    """Two sentences with a comma between them."""
    for cell in worded_cells(plan):
        yield from _splices(cell)


def _splices(cell: WordedCell) -> Iterator[Finding]:
    for sentence in sentences(cell.text):
        words = folded_words(sentence)
        if words and is_verbal(words[0]) and (match := _SPLICE.search(sentence)):
            yield suggestion(
                "KEP-KALIMAT",
                f"Kalimat “{excerpt(sentence)}” bersambung dengan kalimat lain pada “, {match[1]} "
                f"{match[2]}”; pisahkan dengan titik.",
                cell.place,
            )


def _repeated(sentence: str) -> str:
    """The first five words that a sentence has twice, without any that follow; else nothing."""
    words = folded_words(sentence)
    seen: dict[tuple[str, ...], int] = {}
    for place in range(len(words) - _RUN + 1):
        run = tuple(words[place : place + _RUN])
        if place - seen.setdefault(run, place) >= _RUN:
            return " ".join(run)
    return ""
