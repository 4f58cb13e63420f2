"""What was earned so far: the rows of a plan as far as they were carried out, and are evidenced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import Enum

from zi_docs.lke.answers import AnswerState
from zi_docs.lke.items import known_codes
from zi_docs.lke.score import PlanScore, score
from zi_docs.model import Activity, Plan, Realisation, folded_id, same_id

_WHOLE = 100
_PRESENT = "ada"


class EarnedState(Enum):
    """How far an item was earned; the values are the words that users read."""

    EVIDENCED = "terlaksana, berbukti"
    REALISED = "terlaksana, belum berbukti"
    UNREPORTED = "berbukti, belum dilaporkan"
    AWAITED = "belum terlaksana"
    UNSERVED = "belum dilayani"


@dataclass(frozen=True)
class RowEvidence:
    """What is there as evidence of a row: names of files, and links."""

    files: tuple[str, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True)
class Earned:
    """What was earned so far: `realised` by what was reported as carried out, `evidenced` by those
    of these rows that have evidence. `states` are by the code of the item, in the order of the LKE.
    """

    realised: PlanScore
    evidenced: PlanScore
    states: Mapping[str, EarnedState]


def earned_so_far(plan: Plan, evidence: Mapping[str, RowEvidence]) -> Earned | None:
    """What the plan has earned; None where nothing was reported and there is no evidence either.

    `evidence` is what is there, by the row's folded ID.
    """
    evidenced = {key for key, there in evidence.items() if there.files or there.links}
    if not (plan.realisations or evidenced):
        return None
    done = list(realised_rows(plan))
    proved = [row for row in done if folded_id(row.id) in evidenced]
    shown = [row for row in plan.activities if folded_id(row.id) in evidenced]
    realised = score(done)
    states = _states(realised, _served(plan.activities), _served(proved), _served(shown))
    return Earned(realised, score(proved), states)


def claimed_evidence(plan: Plan) -> dict[str, RowEvidence]:
    """The evidence that reports say is there, by the row's folded ID; nobody has looked."""
    return {
        folded_id(entry.baris): RowEvidence((entry.bukti_ada,))
        for entry in plan.realisations
        if entry.bukti_ada.casefold() == _PRESENT
    }


def _served(rows: Iterable[Activity]) -> set[str]:
    return {code for row in rows for code in known_codes(row.lke)}


def _states(
    realised: PlanScore, planned: set[str], proved: set[str], shown: set[str]
) -> dict[str, EarnedState]:
    """The state of each item, from the codes of the rows planned, proved, and with evidence."""
    states = {}
    for answer in realised.answers:
        code = answer.item.code
        if answer.state is not AnswerState.UNSERVED:
            states[code] = EarnedState.EVIDENCED if code in proved else EarnedState.REALISED
        elif code in shown:
            states[code] = EarnedState.UNREPORTED
        else:
            states[code] = EarnedState.AWAITED if code in planned else EarnedState.UNSERVED
    return states


def realised_rows(plan: Plan) -> Iterator[Activity]:
    """The rows that were carried out, marked only in the months in which they were.

    A month counts when all of it was done; where no percentage was reported, when its evidence is
    there.
    """
    for row in plan.activities:
        months = frozenset(
            entry.bulan
            for entry in plan.realisations
            if same_id(entry.baris, row.id) and _is_done(entry)
        )
        if months:
            yield replace(row, bulan=months & row.bulan or months)


def _is_done(entry: Realisation) -> bool:
    if entry.persen is not None:
        return entry.persen >= _WHOLE
    return entry.bukti_ada.casefold() == _PRESENT
