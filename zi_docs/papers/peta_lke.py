"""Peta nilai LKE: what the plan can score by area, with a picture, and what nobody serves yet."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator

from zi_docs.charts.drawings import Diagram, ScoreBar, Shape
from zi_docs.data.lke_components import FULFILMENT, REFORM
from zi_docs.lke.answers import ASSUMPTIONS
from zi_docs.lke.earned import Earned, EarnedState, claimed_evidence, earned_so_far
from zi_docs.lke.items import PARTS, thresholds, version
from zi_docs.lke.score import (
    AreaScore,
    PlanScore,
    Points,
    number,
    points_of,
    points_text,
    score,
    span_text,
    summary,
)
from zi_docs.model import Plan
from zi_docs.papers.document import Document, Paper, fixed, stamp_of
from zi_docs.papers.rapat import letterhead
from zi_docs.product import Product, Subject
from zi_docs.text import Drawing
from zi_docs.wording.numbers import percent_text

KIND = "peta-lke"
_TITLE = "Peta Nilai Lembar Kerja Evaluasi"
_WIDTH_MM = 240.0
_LABEL = 30
_MEANING = (
    "Terlaksana berarti realisasinya dilaporkan 100% atau, bila persentasenya tidak diisi, bukti "
    "dukungnya dinyatakan ada. Berbukti berarti bukti dukungnya dinyatakan ada pula; berkasnya "
    "tidak diperiksa di sini. Banyaknya butir dihitung dari butir yang dilayani oleh rencana aksi."
)
Row = dict[str, str]


def products(plan: Plan, about: Subject) -> list[Product]:
    """The map of a year, made when it is asked for."""
    title = f"{_TITLE} Tahun {plan.office.tahun}"
    paper = Paper("lke/peta-lke", KIND, title, about, "peta-lke.docx", on_request=True)
    return [paper.product(lambda _: fixed(score_map(plan)))]


def score_map(plan: Plan) -> Document:
    """The map as a document, by what the plan says and what was reported."""
    office = plan.office
    scored = score(plan.activities)
    earned = earned_so_far(plan, claimed_evidence(plan))
    title = f"{_TITLE} Tahun {office.tahun}"
    return Document(
        context={
            "kop": letterhead(office),
            "judul": title.upper(),
            "ringkasan": summary(scored),
            "peringatan": (
                "Peta ini dibaca dari rencana aksi dan bukan penilaian. Bobot dan ambangnya "
                f"menurut {version()}."
            ),
            "terlaksana": _earned_sentence(earned),
            "gambar": [_picture(scored)],
            "area": [_area_row(area) for area in scored.areas],
            "jumlah": _total_row(scored),
            "ambang": [limit.predicate for limit in thresholds()],
            "arti_diperoleh": _MEANING,
            "diperoleh": list(_earned_rows(scored, earned)) if earned else [],
            "belum": list(_unserved(scored)),
            "anggapan": [f"{text[0].upper()}{text[1:]}." for text in ASSUMPTIONS],
        },
        paper=office.letter_paper,
        title=title,
        subject=f"Nilai LKE yang dapat dicapai {office.short_name}",
        author=office.name,
        keywords=f"LKE; {office.tahun}",
        stamp=stamp_of(office, None),
    )


def _earned_sentence(earned: Earned | None) -> str:
    if earned is None:
        return "Belum ada realisasi yang dilaporkan."
    return (
        "Menurut realisasi yang sudah dilaporkan, pengungkit bernilai "
        f"{span_text(earned.realised.levers)}."
    )


def _earned_rows(scored: PlanScore, earned: Earned) -> Iterator[Row]:
    """What was earned so far by area, with how many of the items that rows serve."""
    areas = zip(scored.areas, earned.realised.areas, earned.evidenced.areas, strict=True)
    for planned, realised, evidenced in areas:
        states = [
            earned.states[answer.item.code]
            for answer in scored.answers
            if answer.item.area == planned.area
        ]
        served = len(states) - states.count(EarnedState.UNSERVED)
        proved = states.count(EarnedState.EVIDENCED)
        done = proved + states.count(EarnedState.REALISED)
        yield {
            "nomor": planned.numeral,
            "nama": planned.area.partition(" ")[2],
            **_cells(planned.points),
            "terlaksana": span_text(realised.points),
            "berbukti": span_text(evidenced.points),
            "butir_terlaksana": f"{done} dari {served}",
            "butir_berbukti": f"{proved} dari {served}",
        }


def _picture(scored: PlanScore) -> dict[str, str | Drawing]:
    bars = tuple(
        ScoreBar(
            "\n".join(textwrap.wrap(area.area, _LABEL)),
            _percent(area.points.low, area.points),
            _percent(area.points.high, area.points),
            f"{span_text(area.points)} dari {number(area.points.weight)}",
        )
        for area in scored.areas
    )
    limits = tuple((limit.predicate, 100 * limit.area) for limit in thresholds())
    each = "; ".join(
        f"{area.area} {percent_text(_percent(area.points.low, area.points))}% sampai dengan "
        f"{percent_text(_percent(area.points.high, area.points))}%"
        for area in scored.areas
    )
    words = f"Diagram batang nilai per area dalam persen dari bobot gabungannya: {each}."
    caption = "Nilai yang dapat dicapai per area terhadap ambang WBK dan WBBM"
    return {
        "gambar": Diagram(Shape.SCORE, (bars, limits), _WIDTH_MM, words),
        "judul": caption,
        "keterangan": f"Gambar 1. {caption}",
    }


def _percent(value: float, points: Points) -> float:
    return 100 * value / points.weight


def _area_row(area: AreaScore) -> Row:
    reached = {
        f"ambang_{place}": " ".join(
            (points_text(limit.area * area.points.weight), area.reach(limit).value)
        )
        for place, limit in enumerate(thresholds(), start=1)
    }
    return {
        "nomor": area.numeral,
        "nama": area.area.partition(" ")[2],
        "pemenuhan": span_text(area.fulfilment),
        "reform": span_text(area.reform),
        **_cells(area.points),
        **reached,
    }


def _total_row(scored: PlanScore) -> Row:
    parts = {
        key: points_of(answer for answer in scored.answers if answer.item.part == part)
        for key, part in (("pemenuhan", FULFILMENT), ("reform", REFORM))
    }
    reached = {
        f"ambang_{place}": f"{points_text(limit.levers)} {scored.levers.reach(limit.levers).value}"
        for place, limit in enumerate(thresholds(), start=1)
    }
    spans = {key: span_text(points) for key, points in parts.items()}
    return {"nama": "Jumlah", **spans, **_cells(scored.levers), **reached}


def _cells(points: Points) -> Row:
    return {"nilai": span_text(points), "bobot": number(points.weight)}


def _unserved(scored: PlanScore) -> Iterable[Row]:
    for place, answer in enumerate(scored.unserved, start=1):
        yield {
            "nomor": str(place),
            "kode": answer.item.code,
            "butir": answer.item.label,
            "bagian": PARTS[answer.item.part],
            "komponen": answer.item.component,
            "bobot": points_text(answer.item.weight),
        }
