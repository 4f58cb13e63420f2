"""What a plan can score: answers from marks and words, and areas added by hand."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from zi_docs.lke.answers import AnswerState, is_periodic, planned_answer
from zi_docs.lke.items import lke_items, thresholds
from zi_docs.lke.score import Reach, number, score, summary
from zi_docs.model import Activity
from zi_docs.text import RichText
from zi_docs.workbook.reading.load import read_plan

SOURCE = Path(__file__).parents[3] / "source" / "zi-2026.xlsx"


def row(codes: str, *months: int, indikator: str = "Indikator", target: str = "100%") -> Activity:
    texts = [RichText.of(text) for text in ("Komponen", indikator, "Langkah", "Bukti")]
    return Activity("RA-1", "I MANAJEMEN PERUBAHAN", *texts, frozenset(months), target, lke=codes)


def answer(code: str, *months: int, **texts: str) -> tuple[str, float, float]:
    planned = planned_answer(lke_items()[code], [row(code, *months, **texts)])
    return planned.state.value, planned.low, planned.high


@pytest.mark.parametrize(
    ("code", "months", "share"),
    [
        # Individual performance: monthly, quarterly, by semester, yearly.
        ("PPC4C", range(1, 13), 1.0),
        ("PPC4C", (3, 6, 9, 12), 0.75),
        ("PPC4C", (4, 8, 12), 0.5),
        ("PPC4C", (12,), 0.25),
        # Surveys: four times a year, three, two, once.
        ("PPF4A", (3, 6, 9, 12), 1.0),
        ("PPF4A", (4, 8, 12), 0.75),
        ("PPF4A", (6, 12), 0.5),
        ("PPF4A", (6,), 0.25),
        # Periodic or not.
        ("PPE3C", (4, 8, 12), 1.0),
        ("PPE3C", (5, 10), 1.0),
        ("PPE3C", (10, 11, 12), 0.5),
        ("PPE3C", (1,), 0.5),
    ],
)
def test_marks_prove_how_often(code: str, months: Iterable[int], share: float) -> None:
    assert answer(code, *months) == ("terbukti", share, share)


def test_a_frequency_word_against_the_marks_earns_nothing() -> None:
    assert answer("PPE4B", 10, 11, 12, indikator="Evaluasi setiap triwulan")[1:] == (0.5, 0.5)


def test_monitoring_needs_the_leaders_named_and_regular_months() -> None:
    led = "Rapat evaluasi yang dipimpin Ketua"
    assert answer("PPA3B", 3, 6, 9, 12, indikator=led) == ("terbukti", 1.0, 1.0)
    assert answer("PPA3B", 12, indikator=led) == ("terbukti", 0.67, 0.67)
    assert answer("PPA3B", 3, 6, 9, 12) == ("rentang", 0.33, 1.0)
    assert answer("PPA3B", 12) == ("rentang", 0.33, 0.67)
    # Sekretariat is not Sekretaris.
    assert answer("PPA3B", 12, indikator="Rapat Sekretariat")[0] == "rentang"


def test_a_word_for_all_proves_the_whole_and_a_bare_percentage_does_not() -> None:
    assert answer("PPC3D", 1) == ("rentang", 0.33, 1.0)
    assert answer("PPC3D", 1, indikator="Semua pegawai dilatih") == ("terbukti", 1.0, 1.0)
    assert answer("PPC3D", 1, target="100% pegawai") == ("terbukti", 1.0, 1.0)


def test_what_no_plan_can_tell_stays_a_range() -> None:
    assert answer("PPF2F", 7) == ("rentang", 0.25, 1.0)
    assert answer("PPD2G", 7) == ("rentang", 0.0, 1.0)
    assert answer("PRE2A", 7) == ("rentang", 0.0, 1.0)
    assert answer("PPF4A") == ("rentang", 0.25, 1.0)  # no month is marked


def test_months_of_all_rows_of_an_item_count_together() -> None:
    item = lke_items()["PPF4A"]
    planned = planned_answer(item, [row("PPF4A", 3, 9), row("PPF4A", 6, 12)])
    assert (planned.low, planned.high) == (1.0, 1.0)
    assert planned.option == item.options[0]


def test_regular_months_have_no_long_gap_over_the_year() -> None:
    assert is_periodic([1, 7])
    assert is_periodic([6, 12])
    assert not is_periodic([1, 2, 4])
    assert not is_periodic([6])
    assert not is_periodic([])


def test_an_area_added_by_hand() -> None:
    plan = score(
        [
            row("PPA1A", 1),  # team: 0.5 / 2 = 0.25, proved
            row("PPA3B", 3, 6, 9, 12),  # monitoring: 1 / 3, a third of it to all of it
            row("PPA4B, PPA4A", 2),  # culture: 1.5 / 4 each; a model is proved, agents half to all
            row("PRA2A", 1),  # commitment: 1.0, a quarter of it to all
            row("BUKAN", 1),  # no item
        ]
    )
    area = plan.areas[0]
    assert area.fulfilment.low == pytest.approx(0.25 + 0.33 / 3 + 0.375 + 0.1875)  # 0.9225
    assert area.fulfilment.high == pytest.approx(0.25 + 1 / 3 + 0.375 + 0.375)  # 1.3333
    assert (area.reform.low, area.reform.high) == (0.25, 1.0)
    assert area.points.low == pytest.approx(1.1725)
    assert area.points.high == pytest.approx(2.33333333)
    assert area.points.weight == pytest.approx(8)
    # 60 percent of 8 are 4.8, 75 percent are 6.
    assert [area.reach(threshold) for threshold in thresholds()] == [Reach.NO, Reach.NO]
    assert plan.levers.high == area.points.high
    assert plan.total.high == pytest.approx(42.33333333)
    assert len(plan.unserved) == 110 - 5


def test_what_marks_keep_below_the_best_stands_by_what_is_lost() -> None:
    scored = score([row("PPF4A", 6, 12), row("PPE1A", 1), row("PPE3C", 4, 8, 12), row("PPF2F", 7)])
    # A campaign held once loses half of 0.75 points, two surveys half of a third.
    assert [answer.item.code for answer in scored.capped] == ["PPE1A", "PPF4A"]


def test_a_threshold_is_reached_surely_possibly_or_not() -> None:
    everything = score([row(", ".join(lke_items()), *range(1, 13))])
    wbk, _ = thresholds()
    assert everything.unserved == ()
    assert everything.levers.high == pytest.approx(60)
    assert everything.reach(wbk) is Reach.MAYBE
    nothing = score([])
    assert nothing.reach(wbk) is Reach.NO
    assert nothing.levers.weight == pytest.approx(60)


def test_the_sentence_to_read_first() -> None:
    plan, _ = read_plan(SOURCE)
    assert plan is not None
    scored = score(plan.activities)
    assert summary(scored) == (
        "Bila seluruh rencana aksi ini dilaksanakan dengan sempurna, nilai pengungkitnya 13,56 "
        "sampai dengan 23,60 dari 60 (WBK memerlukan 40, WBBM memerlukan 48): WBK dan WBBM tidak "
        "dapat dicapai (semua area di bawah ambangnya)."
    )
    reform = [each for each in scored.unserved if each.item.code.startswith("PR")]
    assert len(reform) == 23
    assert all(each.state is AnswerState.UNSERVED for each in reform)


def test_points_are_written_in_indonesian() -> None:
    assert [number(value) for value in (40, 6.25, 13.5, 0.125)] == ["40", "6,25", "13,50", "0,13"]
