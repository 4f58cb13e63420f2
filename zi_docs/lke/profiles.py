"""What the words of each LKE item are: a vector of terms, and the phrases that point to it."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Any

from zi_docs.data import shipped
from zi_docs.lke.items import LkeItem, lke_items
from zi_docs.lke.stems import terms, words

Vector = Mapping[str, float]


class Aspect(Enum):
    """The stage of work that an item or a row is about."""

    WORK = ""
    EVALUATION = "evaluasi"
    FOLLOW_UP = "lanjutan"
    FOLLOW_UP_OF_EVALUATION = "lanjutan-evaluasi"


@dataclass(frozen=True)
class Profile:
    """The words of an item.

    `vector` has length 1. A phrase of `signs` points to the item, one of `against` to another.
    `component` is the vector of its component's name.
    """

    item: LkeItem
    vector: Vector
    signs: tuple[frozenset[str], ...]
    against: tuple[frozenset[str], ...]
    aspect: Aspect
    component: Vector


@cache
def profiles() -> tuple[Profile, ...]:
    """A profile for each item, in the order of the LKE."""
    return tuple(
        _profile(item, words()["butir"].get(code, {})) for code, item in lke_items().items()
    )


@cache
def rarity(term: str) -> float:
    """How much a term tells: 1 for one of a single item, near 0 for one of all, 0.6 unknown."""
    known = sum(term in texts for texts in _texts().values())
    whole = math.log(1 + len(_texts()))
    return math.log((1 + len(_texts())) / known) / whole if known else 0.6


def vector(counted: Iterable[str]) -> Vector:
    """The terms weighed by their rarity, with length 1."""
    # In order: the last digit of a sum must not depend on how a set is ordered.
    counts = Counter(sorted(counted))
    weighed = {term: (1 + math.log(count)) * rarity(term) for term, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weighed.values()))
    return {term: weight / length for term, weight in weighed.items()} if length else {}


def likeness(vector_a: Vector, vector_b: Vector) -> float:
    """How alike two vectors are, from 0 to 1."""
    return sum(weight * vector_b[term] for term, weight in vector_a.items() if term in vector_b)


@cache
def _texts() -> Mapping[str, tuple[str, ...]]:
    """The terms of each item: its label, its phrases, its row of the model plan."""
    rows: Sequence[Mapping[str, Any]] = shipped("model_plan")["baris"]
    model = {row["lke"]: row for row in rows}
    return {
        code: (
            *terms(item.label) * 2,
            *(term for phrase in _phrases(code, "inti") for term in terms(phrase)),
            *_model_terms(model.get(code)),
        )
        for code, item in lke_items().items()
    }


def _model_terms(row: Mapping[str, Any] | None) -> tuple[str, ...]:
    if row is None:
        return ()
    return tuple(
        term for text in (row["indikator"], row["langkah"], *row["bukti"]) for term in terms(text)
    )


def _phrases(code: str, key: str) -> Sequence[str]:
    phrases: Sequence[str] = words()["butir"].get(code, {}).get(key, ())
    return phrases


def _profile(item: LkeItem, own: Mapping[str, Any]) -> Profile:
    return Profile(
        item,
        vector(_texts()[item.code]),
        _sets(own.get("inti", ())),
        _sets(own.get("bukan", ())),
        Aspect(own.get("aspek", "")),
        vector(frozenset(terms(item.component))),
    )


def _sets(phrases: Iterable[str]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(terms(phrase)) for phrase in phrases)
