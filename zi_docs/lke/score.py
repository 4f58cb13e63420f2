"""What a plan, carried out perfectly, can score in the LKE: by item, by area, against thresholds.

Points run from what marks and words prove (`low`) to what they do not exclude (`high`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from zi_docs.data.lke_components import FULFILMENT, REFORM
from zi_docs.lke.answers import AnswerState, PlannedAnswer, planned_answer
from zi_docs.lke.items import Threshold, known_codes, lke_items, lke_results, thresholds
from zi_docs.model import Activity
from zi_docs.wording.lists import enumeration

_EXACT = 1e-9


class Reach(Enum):
    """Whether a threshold is reached; the values are the words that users read."""

    YES = "tercapai"
    MAYBE = "mungkin"
    NO = "tidak tercapai"


@dataclass(frozen=True)
class Points:
    """Points of at most `weight`, from `low` to `high`."""

    low: float
    high: float
    weight: float

    def reach(self, least: float) -> Reach:
        """Whether a number of points is reached: surely, possibly, or not."""
        if self.low >= least - _EXACT:
            return Reach.YES
        return Reach.MAYBE if self.high >= least - _EXACT else Reach.NO


@dataclass(frozen=True)
class AreaScore:
    """What a plan scores in an area; `points` are those of both parts together."""

    area: str
    fulfilment: Points
    reform: Points
    points: Points

    @property
    def numeral(self) -> str:
        """The numeral of the area: `III`."""
        return self.area.split()[0]

    def reach(self, threshold: Threshold) -> Reach:
        """Whether the area reaches the share of its combined weight that a predicate asks for."""
        return self.points.reach(threshold.area * self.points.weight)


@dataclass(frozen=True)
class PlanScore:
    """What a plan scores: the answer to each item, the areas, the levers (pengungkit), the total.

    The results (hasil) come from surveys and reports: of them anything from nothing to all.
    """

    answers: tuple[PlannedAnswer, ...]
    areas: tuple[AreaScore, ...]
    levers: Points
    total: Points

    @property
    def unserved(self) -> tuple[PlannedAnswer, ...]:
        """The items that no row serves."""
        return tuple(each for each in self.answers if each.state is AnswerState.UNSERVED)

    @property
    def capped(self) -> tuple[PlannedAnswer, ...]:
        """The items whose answer the plan itself keeps below the best, what is lost most first."""
        below = [
            each
            for each in self.answers
            if each.state is AnswerState.PROVED and each.high < 1 - _EXACT
        ]
        return tuple(sorted(below, key=lambda each: -each.item.weight * (1 - each.high)))

    def weak_areas(self, threshold: Threshold) -> tuple[AreaScore, ...]:
        """The areas that cannot reach what a predicate asks for."""
        return tuple(area for area in self.areas if area.reach(threshold) is Reach.NO)

    def reach(self, threshold: Threshold) -> Reach:
        """Whether a predicate is within reach by areas and levers, and its total by the best
        results.
        """
        reaches = [area.reach(threshold) for area in self.areas]
        reaches.append(self.levers.reach(threshold.levers))
        if Reach.NO in reaches or self.total.reach(threshold.total) is Reach.NO:
            return Reach.NO
        return Reach.MAYBE if Reach.MAYBE in reaches else Reach.YES


def score(rows: Iterable[Activity]) -> PlanScore:
    """What the rows of a plan score by the items that their Kode LKE names."""
    serving: dict[str, list[Activity]] = {}
    for row in rows:
        for code in known_codes(row.lke):
            serving.setdefault(code, []).append(row)
    answers = [planned_answer(item, serving.get(code, ())) for code, item in lke_items().items()]
    titles = dict.fromkeys(item.area for item in lke_items().values())
    areas = tuple(_area(title, answers) for title in titles)
    levers = points_of(answers)
    results = sum(result.weight for result in lke_results())
    total = Points(levers.low, levers.high + results, levers.weight + results)
    return PlanScore(tuple(answers), areas, levers, total)


def points_of(answers: Iterable[PlannedAnswer]) -> Points:
    """The points of some answers together."""
    listed = list(answers)
    return Points(
        sum(each.item.weight * each.low for each in listed),
        sum(each.item.weight * each.high for each in listed),
        sum(each.item.weight for each in listed),
    )


def _area(title: str, answers: Sequence[PlannedAnswer]) -> AreaScore:
    own = [each for each in answers if each.item.area == title]
    parts = {
        part: points_of(each for each in own if each.item.part == part)
        for part in (FULFILMENT, REFORM)
    }
    return AreaScore(title, parts[FULFILMENT], parts[REFORM], points_of(own))


def summary(scored: PlanScore) -> str:
    """The sentence to read first: what the plan can score, and what that means."""
    wbk, wbbm = thresholds()
    levers = scored.levers
    span = f"{number(levers.low)} sampai dengan {number(levers.high)}"
    verdicts = [_verdict(scored, threshold) for threshold in (wbk, wbbm)]
    if scored.weak_areas(wbk) and scored.weak_areas(wbk) == scored.weak_areas(wbbm):
        verdicts = [f"{wbk.predicate} dan {wbbm.predicate} tidak dapat dicapai{_weak(scored, wbk)}"]
    return (
        "Bila seluruh rencana aksi ini dilaksanakan dengan sempurna, nilai pengungkitnya "
        f"{span} dari {number(levers.weight)} ({wbk.predicate} memerlukan {number(wbk.levers)}, "
        f"{wbbm.predicate} memerlukan {number(wbbm.levers)}): "
        f"{'; '.join(verdicts)}."
    )


def _verdict(scored: PlanScore, threshold: Threshold) -> str:
    reach = scored.reach(threshold)
    if reach is Reach.YES:
        return f"ambang pengungkit {threshold.predicate} tercapai"
    if reach is Reach.MAYBE:
        return f"{threshold.predicate} mungkin tercapai, bergantung pada mutu pelaksanaannya"
    return f"{threshold.predicate} tidak dapat dicapai{_weak(scored, threshold)}"


def _weak(scored: PlanScore, threshold: Threshold) -> str:
    weak = [area.numeral for area in scored.weak_areas(threshold)]
    if not weak:
        return ""
    which = "semua area" if len(weak) == len(scored.areas) else f"area {enumeration(weak)}"
    return f" ({which} di bawah ambangnya)"


def number(value: float) -> str:
    """Points in a sentence: `6,25`, `13,50`, `40`."""
    return points_text(value).removesuffix(",00")


def points_text(value: float) -> str:
    """Points in a table, always with two decimals: `6,25`, `40,00`."""
    return f"{value + _EXACT:.2f}".replace(".", ",")


def span_text(points: Points) -> str:
    """From the lower to the upper bound, always with two decimals: `1,55–2,08`."""
    low, high = points_text(points.low), points_text(points.high)
    return low if low == high else f"{low}–{high}"
