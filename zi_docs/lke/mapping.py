"""Which LKE items a row of a plan serves, by its words: proposals for a person to accept.

The row's own Kode LKE is never read. Its indicator counts most, its action and evidence less; its
area and component draw it to their items without binding it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from zi_docs.lke.items import area_numeral
from zi_docs.lke.profiles import Aspect, Profile, Vector, likeness, profiles, rarity, vector
from zi_docs.lke.stems import terms
from zi_docs.model import Activity
from zi_docs.text import RichText

_WEIGHTS = {"indikator": 1.0, "langkah aksi": 0.35, "bukti": 0.2}
_OTHER_AREA = 0.5
_ASPECT_MET, _ASPECT_MISSED, _AGAINST = 1.25, 0.65, 0.6


@dataclass(frozen=True)
class _Words:
    """The terms of a row, of each text and of its component; `area` is the numeral of its area."""

    texts: Mapping[str, frozenset[str]]
    vectors: Mapping[str, Vector]
    component: Vector
    area: str
    aspect: Aspect


@dataclass(frozen=True)
class Match:
    """How well a row fits an item, and the words that say so, by the column they stand in."""

    code: str
    score: float
    signs: Mapping[str, frozenset[str]]
    other_area: bool


def matches(row: Activity) -> list[Match]:
    """All items by how well a row fits them, the best first; those without any sign left out."""
    read = _words(row)
    spoken = frozenset[str]().union(*read.texts.values())
    near = (profile for profile in profiles() if not spoken.isdisjoint(profile.vector))
    every = (_match(read, profile) for profile in near)
    return sorted((match for match in every if match.score > 0), key=lambda match: -match.score)


def clause_matches(row: Activity, clause: str) -> list[Match]:
    """The same for one clause of the row's indicator, its other texts left aside."""
    bare = replace(row, indikator=RichText.of(clause), langkah_aksi=RichText(), bukti=RichText())
    return matches(bare)


def _words(row: Activity) -> _Words:
    texts = {
        "indikator": terms(row.indikator.plain),
        "langkah aksi": terms(row.langkah_aksi.plain),
        "bukti": terms(row.bukti.plain),
    }
    return _Words(
        {name: frozenset(spoken) for name, spoken in texts.items()},
        {name: vector(spoken) for name, spoken in texts.items()},
        vector(frozenset(terms(row.komponen.plain))),
        area_numeral(row.area),
        _aspect(texts),
    )


def _aspect(texts: Mapping[str, Sequence[str]]) -> Aspect:
    """The stage that the indicator names, else that of the action."""
    for text in ("indikator", "langkah aksi"):
        present = set(texts[text])
        if "tindak-lanjut" in present:
            evaluated = "evaluasi" in present
            return Aspect.FOLLOW_UP_OF_EVALUATION if evaluated else Aspect.FOLLOW_UP
        if "evaluasi" in present:
            return Aspect.EVALUATION
    return Aspect.WORK


def _match(read: _Words, profile: Profile) -> Match:
    score, signs = 0.0, {}
    for name, weight in _WEIGHTS.items():
        if not read.texts[name]:
            continue
        strength, sign = _strongest(profile.signs, read.texts[name])
        score += weight * (likeness(read.vectors[name], profile.vector) + strength)
        if sign:
            signs[name] = sign
    score *= _aspect_factor(read.aspect, profile.aspect)
    for name, factor in (("indikator", _AGAINST), ("langkah aksi", 0.85)):
        if any(phrase <= read.texts[name] for phrase in profile.against):
            score *= factor
            break
    score *= 1 + 0.4 * likeness(read.component, profile.component)
    other_area = bool(read.area) and read.area != profile.item.area_numeral
    return Match(profile.item.code, score * (_OTHER_AREA if other_area else 1), signs, other_area)


def _strongest(
    signs: Iterable[frozenset[str]], present: frozenset[str]
) -> tuple[float, frozenset[str]]:
    """The strongest sign in a text, and its strength: up to 1, by how rare its words are."""
    present_signs = [(_strength(sign), sign) for sign in signs if sign and sign <= present]
    return max(present_signs, key=lambda pair: pair[0], default=(0.0, frozenset()))


@cache
def _strength(sign: frozenset[str]) -> float:
    # Summed in order: the last digit must not depend on how a set is ordered.
    return min(sum(sorted(rarity(term) for term in sign)) / 1.6, 1.0)


def _aspect_factor(row: Aspect, item: Aspect) -> float:
    if row is item:
        return _ASPECT_MET if item is not Aspect.WORK else 1.0
    if {row, item} == {Aspect.FOLLOW_UP, Aspect.FOLLOW_UP_OF_EVALUATION}:
        return 1.0
    return _ASPECT_MISSED
