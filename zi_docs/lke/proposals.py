"""Proposed LKE codes for rows of a plan, each with its confidence and its reason."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from zi_docs.lke.indicator_clauses import clauses
from zi_docs.lke.items import lke_items
from zi_docs.lke.mapping import Match, clause_matches, matches
from zi_docs.lke.stems import spoken_terms
from zi_docs.model import Activity

_LEAST = 0.25
_LEAST_OF_CLAUSE = 0.6
# What a row might serve as well, for a person to look at.
_OTHERS, _OTHER_SHARE = 2, 0.4
_EVIDENCE_PARTS = re.compile(r"\n|;|,|\bdan\b", re.I)


class Confidence(Enum):
    """How sure a proposal is; the values are the words that users read."""

    HIGH = "tinggi"
    MIDDLE = "sedang"
    LOW = "rendah"


@dataclass(frozen=True)
class Proposal:
    """An item that a row likely serves.

    `share` says how sure it is from 0 to 1, `reason` (Indonesian) by which words.
    """

    code: str
    share: float
    reason: str

    @property
    def confidence(self) -> Confidence:
        """The share in words."""
        if self.share >= 0.65:
            return Confidence.HIGH
        return Confidence.MIDDLE if self.share >= 0.45 else Confidence.LOW


@dataclass(frozen=True)
class Proposed:
    """What is proposed for a row: the items it serves, and others that come near."""

    row: Activity
    proposals: tuple[Proposal, ...]
    others: tuple[str, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes proposed, in the order of the LKE."""
        chosen = {proposal.code for proposal in self.proposals}
        return tuple(code for code in lke_items() if code in chosen)


def propose(row: Activity) -> Proposed:
    """The items that a row serves, most often one: by its own words alone.

    Nothing is proposed where no item fits. The row's Kode LKE is not read.
    """
    ranked = [match for match in matches(row) if match.score >= _LEAST]
    if not ranked:
        return Proposed(row, ())
    merged = [match for match in _of_clauses(row, ranked[0].code) if match.code != ranked[0].code]
    codes = {ranked[0].code, *(match.code for match in merged)}
    rest = [match for match in ranked if match.code not in codes]
    near = [match for match in rest if match.score >= _OTHER_SHARE * ranked[0].score]
    return Proposed(
        row,
        tuple(_proposal(row, match, rest) for match in (ranked[0], *merged)),
        tuple(match.code for match in near[:_OTHERS]),
    )


def propose_all(rows: Iterable[Activity]) -> tuple[Proposed, ...]:
    """The same for the rows of a plan, which tell more together.

    A piece of evidence that plainly belongs to another item of the component is proposed as well,
    unless another row serves that item.
    """
    alone = [propose(row) for row in rows]
    served = {code for proposed in alone for code in proposed.codes}
    return tuple(_with_evidence(proposed, served) for proposed in alone)


def _of_clauses(row: Activity, whole: str) -> list[Match]:
    """The best match of each clause, if the indicator says several things; else nothing.

    `whole` is the item of the whole row: where no clause says it, they were parted wrongly.
    """
    parts = clauses(row.indikator.plain)
    if len(parts) == 1:
        return []
    best = {match.code: match for part in parts for match in clause_matches(row, part)[:1]}
    sound = [
        match
        for match in best.values()
        if match.signs and match.score >= _LEAST_OF_CLAUSE and not match.other_area
    ]
    return sound if whole in {match.code for match in sound} else []


def _with_evidence(proposed: Proposed, served: Collection[str]) -> Proposed:
    component = {code[:4] for code in proposed.codes}
    more = [
        _proposal(proposed.row, match, (), "bukti")
        for part in _EVIDENCE_PARTS.split(proposed.row.bukti.plain)
        for match in clause_matches(proposed.row, part)[:1]
        if match.code not in served
        and match.code[:4] in component
        # One word that fits is too little: many papers mention a thing.
        and any(len(sign) > 1 for sign in match.signs.values())
    ]
    proposals = {proposal.code: proposal for proposal in (*proposed.proposals, *more)}
    others = tuple(code for code in proposed.others if code not in proposals)
    return Proposed(proposed.row, tuple(proposals.values()), others)


def _proposal(row: Activity, match: Match, rest: Sequence[Match], column: str = "") -> Proposal:
    runner_up = rest[0].score / match.score if rest else 0.0
    share = match.score / (match.score + 0.5) * (1 - 0.4 * min(runner_up, 1.0))
    signs = dict.fromkeys([column], _all_signs(match)) if column else match.signs
    return Proposal(match.code, round(share, 2), "; ".join(_reasons(row, match, signs)))


def _reasons(row: Activity, match: Match, signs: Mapping[str, frozenset[str]]) -> Iterator[str]:
    texts = {
        "indikator": row.indikator.plain,
        "langkah aksi": row.langkah_aksi.plain,
        "bukti": row.bukti.plain,
    }
    for column, sign in signs.items():
        spoken = dict.fromkeys(raw for term, raw in spoken_terms(texts[column]) if term in sign)
        if spoken:
            yield f"{column}: {', '.join(f'“{raw}”' for raw in spoken)}"
    if not signs:
        yield f"kata-katanya paling dekat dengan “{lke_items()[match.code].label}”"
    if match.other_area:
        yield f"butir ini ada di area {lke_items()[match.code].area_numeral}"


def _all_signs(match: Match) -> frozenset[str]:
    return frozenset[str]().union(*match.signs.values())
