"""The score of a plan, proposals and offers: as lines to read, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from zi_docs.cli.aligned import aligned
from zi_docs.data.lke_components import codes_in
from zi_docs.lke.answers import ASSUMPTIONS, AnswerState, PlannedAnswer
from zi_docs.lke.earned import Earned, EarnedState
from zi_docs.lke.items import joined_codes, lke_items, lke_results, thresholds, version
from zi_docs.lke.offers import OfferedRow, offers
from zi_docs.lke.proposals import Proposed
from zi_docs.lke.score import PlanScore, Points, number, points_text, span_text, summary
from zi_docs.model import Activity

NO_JUDGEMENT = "Perhitungan ini dibaca dari rencana aksi dan bukan penilaian"
_NEXT = 5


def score_lines(scored: PlanScore, earned: Earned | None, uncoded: int) -> Iterator[str]:
    """The sentence to read first, areas, total, assumptions, next steps, every item."""
    yield summary(scored)
    yield f"{NO_JUDGEMENT}; bobot dan ambangnya menurut {version()}."
    if uncoded:
        yield (
            f"{uncoded} baris belum berkode LKE yang dikenal, sehingga tidak dihitung; lihat "
            "`python generate.py lke --usulkan`."
        )
    yield ""
    yield _areas(scored)
    yield ""
    yield from _totals(scored)
    yield ""
    if earned is not None:
        yield from _earned(scored, earned)
        yield ""
    yield "Dibaca dengan anggapan:"
    yield from (f"- {text}" for text in ASSUMPTIONS)
    yield ""
    yield from _next_steps(offers(scored))
    yield from _capped(scored.capped)
    yield _counts(scored)
    yield _items(scored.answers, earned)


def _areas(scored: PlanScore) -> str:
    limits = thresholds()
    header = ["Area", "Pemenuhan", "Reform", "Jumlah", "Bobot"]
    header += [f"{limit.predicate} ({limit.area:.0%})" for limit in limits]
    rows = []
    for area in scored.areas:
        reached = [
            f"{points_text(limit.area * area.points.weight)} {area.reach(limit).value}"
            for limit in limits
        ]
        spans = [span_text(points) for points in (area.fulfilment, area.reform, area.points)]
        rows.append([area.numeral, *spans, number(area.points.weight), *reached])
    return aligned(header, rows, "")


def _totals(scored: PlanScore) -> Iterator[str]:
    results = sum(result.weight for result in lke_results())
    yield f"Pengungkit {span_text(scored.levers)} dari {number(scored.levers.weight)}; " + _reached(
        scored.levers, [(limit.predicate, limit.levers) for limit in thresholds()]
    )
    yield (
        f"Hasil tidak terbaca dari rencana dan dihitung 0 sampai dengan {number(results)}; "
        "ambangnya:"
    )
    for result in lke_results():
        least = [
            f"{limit.predicate} {number(limit.results[result.code])}" for limit in thresholds()
        ]
        yield f"- {result.label}: bobot {number(result.weight)}; {', '.join(least)}"
    yield (
        f"Nilai seluruhnya {span_text(scored.total)} dari {number(scored.total.weight)}; "
        + _reached(scored.total, [(limit.predicate, limit.total) for limit in thresholds()])
    )


def _reached(points: Points, limits: Sequence[tuple[str, float]]) -> str:
    said = [f"{name} {number(least)} {points.reach(least).value}" for name, least in limits]
    return f"{', '.join(said)}."


def _earned(scored: PlanScore, earned: Earned) -> Iterator[str]:
    """What was earned so far, by area, and how many items stand how."""
    yield (
        "Yang sudah diperoleh menurut realisasi yang dilaporkan: pengungkit "
        f"{span_text(earned.realised.levers)}; di antaranya yang bukti dukungnya ada: "
        f"{span_text(earned.evidenced.levers)}."
    )
    rows = [
        [
            planned.numeral,
            *(span_text(area.points) for area in (planned, realised, evidenced)),
            number(planned.points.weight),
        ]
        for planned, realised, evidenced in zip(
            scored.areas, earned.realised.areas, earned.evidenced.areas, strict=True
        )
    ]
    yield aligned(("Area", "Dapat dicapai", "Terlaksana", "Berbukti", "Bobot"), rows, "")
    states = list(earned.states.values())
    counts = [f"{states.count(state)} {state.value}" for state in EarnedState]
    yield f"{len(states)} butir: {'; '.join(counts)}."


def _next_steps(offered: Sequence[OfferedRow]) -> Iterator[str]:
    if not offered:
        return
    yield (
        f"{len(offered)} butir belum dilayani. Tambahan yang paling besar bagi setiap baris "
        "(semuanya: `python generate.py lke --tambah BARU.xlsx`):"
    )
    rows = [
        [offer.item.code, f"+{span_text(_gain(offer))}", offer.item.label, offer.row["indikator"]]
        for offer in offered[:_NEXT]
    ]
    yield aligned(("Kode", "Nilai", "Butir", "Baris yang disediakan"), rows, "")
    yield ""


def _capped(answers: Sequence[PlannedAnswer]) -> Iterator[str]:
    """What rows that are there could earn as well, with other marks."""
    if not answers:
        return
    yield "Tanpa baris baru, dengan menambah tanda bulan pada baris yang ada:"
    rows = [
        [
            answer.item.code,
            f"+{points_text(answer.item.weight * (1 - answer.high))}",
            joined_codes([row.id for row in answer.rows]),
            answer.item.label,
            f"{answer.reason}; nilai penuh: {answer.item.options[0].words.lower()}",
        ]
        for answer in answers
    ]
    yield aligned(("Kode", "Nilai", "Baris", "Butir", "Alasan"), rows, "")
    yield ""


def _counts(scored: PlanScore) -> str:
    counts = [
        f"{sum(answer.state is state for answer in scored.answers)} {state.value}"
        for state in AnswerState
    ]
    return f"{len(scored.answers)} butir: {', '.join(counts)}."


def _items(answers: Sequence[PlannedAnswer], earned: Earned | None) -> str:
    header = ["Kode", "Keadaan", "Nilai", "Bobot", "Baris", "Butir", "Alasan"]
    rows = [
        [
            answer.item.code,
            answer.state.value,
            span_text(_points(answer)),
            points_text(answer.item.weight),
            joined_codes([row.id for row in answer.rows]) or "-",
            answer.item.label,
            answer.reason,
        ]
        for answer in answers
    ]
    if earned is not None:
        header[4:4] = ["Diperoleh", "Realisasi"]
        for row, answer in zip(rows, earned.realised.answers, strict=True):
            row[4:4] = [span_text(_points(answer)), earned.states[answer.item.code].value]
    return aligned(header, rows, "")


def _points(answer: PlannedAnswer) -> Points:
    weight = answer.item.weight
    return Points(weight * answer.low, weight * answer.high, weight)


def _gain(offer: OfferedRow) -> Points:
    return Points(offer.low, offer.high, offer.item.weight)


def score_dict(scored: PlanScore, earned: Earned | None) -> dict[str, Any]:
    """The score for JSON."""
    return {
        "summary": summary(scored),
        "judgement": False,
        "version": version(),
        "assumptions": list(ASSUMPTIONS),
        "areas": [
            {
                "area": area.area,
                "fulfilment": _points_dict(area.fulfilment),
                "reform": _points_dict(area.reform),
                **_points_dict(area.points),
                "thresholds": {
                    limit.predicate: {
                        "least": round(limit.area * area.points.weight, 4),
                        "reach": area.reach(limit).name.lower(),
                    }
                    for limit in thresholds()
                },
            }
            for area in scored.areas
        ],
        "levers": _points_dict(scored.levers),
        "total": _points_dict(scored.total),
        "earned": None if earned is None else _earned_dict(earned),
        "predicates": {
            limit.predicate: {
                "total": limit.total,
                "levers": limit.levers,
                "area": limit.area,
                "results": dict(limit.results),
                "reach": scored.reach(limit).name.lower(),
            }
            for limit in thresholds()
        },
        "items": [_answer_dict(answer) for answer in scored.answers],
        "capped": [
            {"code": answer.item.code, "gain": round(answer.item.weight * (1 - answer.high), 4)}
            for answer in scored.capped
        ],
        "offers": [
            {
                "code": offer.item.code,
                "indicator": offer.row["indikator"],
                "action": offer.row["langkah"],
                "evidence": list(offer.row["bukti"]),
                "months": list(offer.months),
                "low": round(offer.low, 4),
                "high": round(offer.high, 4),
            }
            for offer in offers(scored)
        ],
    }


def _earned_dict(earned: Earned) -> dict[str, Any]:
    both = (earned.realised, earned.evidenced)
    return {
        **_points_dict(earned.realised.levers),
        "evidenced": _points_dict(earned.evidenced.levers),
        "areas": [
            {
                "area": realised.area,
                **_points_dict(realised.points),
                "evidenced": _points_dict(evidenced.points),
            }
            for realised, evidenced in zip(*(each.areas for each in both), strict=True)
        ],
        "items": [
            {
                "code": realised.item.code,
                "state": earned.states[realised.item.code].name.lower(),
                "answer": realised.option.words if realised.option else None,
                "reason": realised.reason,
                **_points_dict(_points(realised)),
                "evidenced": _points_dict(_points(evidenced)),
            }
            for realised, evidenced in zip(*(each.answers for each in both), strict=True)
        ],
    }


def _points_dict(points: Points) -> dict[str, float]:
    return {
        "low": round(points.low, 4),
        "high": round(points.high, 4),
        "weight": round(points.weight, 4),
    }


def _answer_dict(answer: PlannedAnswer) -> dict[str, Any]:
    return {
        "code": answer.item.code,
        "label": answer.item.label,
        "part": answer.item.part,
        "area": answer.item.area_numeral,
        "component": answer.item.component,
        "state": answer.state.name.lower(),
        "rows": [row.id for row in answer.rows],
        "answer": answer.option.words if answer.option else None,
        "reason": answer.reason,
        **_points_dict(_points(answer)),
    }


def proposal_lines(proposed: Sequence[Proposed]) -> Iterator[str]:
    """Each row with its proposals, their confidence and reasons, and what stands in it."""
    for each in proposed:
        for proposal in each.proposals:
            label = lke_items()[proposal.code].label
            yield (
                f"{each.row.id}  {proposal.code}  {proposal.confidence.value} "
                f"{number(proposal.share)}  {label}\n        {proposal.reason}"
            )
        if not each.proposals:
            yield f"{each.row.id}  tidak ada butir yang cocok; pilihlah sendiri."
        if each.others:
            yield f"        mungkin juga {joined_codes(each.others)}"
        if (current := _current(each.row)) and current != each.codes:
            yield f"        terisi {joined_codes(current)}"


def _current(row: Activity) -> tuple[str, ...]:
    return codes_in(row.lke)


def proposal_dicts(proposed: Sequence[Proposed]) -> list[dict[str, Any]]:
    """The proposals for JSON."""
    return [
        {
            "id": each.row.id,
            "codes": list(each.codes),
            "current": list(_current(each.row)),
            "others": list(each.others),
            "proposals": [
                {
                    "code": proposal.code,
                    "label": lke_items()[proposal.code].label,
                    "confidence": proposal.confidence.value,
                    "share": proposal.share,
                    "reason": proposal.reason,
                }
                for proposal in each.proposals
            ],
        }
        for each in proposed
    ]
