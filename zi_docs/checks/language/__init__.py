"""Checks of the language of every text cell: one pass over the texts, one module a family."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from zi_docs.checks.language.cell_texts import ProseCell, plan_texts
from zi_docs.checks.language.foreign_words import foreign_words, needless_italics
from zi_docs.checks.language.leftovers import left_gaps, other_offices, other_years
from zi_docs.checks.language.letter_case import (
    capital_words,
    capitals_in_sentences,
    names_in_part,
    small_beginnings,
)
from zi_docs.checks.language.punctuation import marks, unclosed, uneven_ends
from zi_docs.checks.language.spelling import misspellings, unlikely_words
from zi_docs.checks.language.terms import mixed_terms, official_terms
from zi_docs.checks.language.word_order import (
    commas,
    doubled_words,
    idle_words,
    outdated_names,
    repeated_names,
    unlike_forms,
    unpaired_words,
)
from zi_docs.findings import Finding
from zi_docs.model import Plan

Rule = Callable[[Sequence[ProseCell], Plan], Iterable[Finding]]

RULES: tuple[Rule, ...] = (
    misspellings,
    unlikely_words,
    doubled_words,
    idle_words,
    outdated_names,
    repeated_names,
    unlike_forms,
    unpaired_words,
    commas,
    mixed_terms,
    official_terms,
    foreign_words,
    needless_italics,
    capitals_in_sentences,
    capital_words,
    names_in_part,
    small_beginnings,
    marks,
    unclosed,
    uneven_ends,
    other_offices,
    other_years,
    left_gaps,
)


def check_language(plan: Plan) -> Iterator[Finding]:
    """Read every text cell of the plan as an editor does."""
    texts = plan_texts(plan)
    for rule in RULES:
        yield from rule(texts, plan)


CHECKS = (check_language,)
