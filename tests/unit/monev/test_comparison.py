"""Two years side by side: rows are matched by their IDs, wherever they stand."""

from __future__ import annotations

from dataclasses import replace

from tests.cases.plans import activity, office, plan
from zi_docs.model import Activity, Plan, Realisation
from zi_docs.monev.comparison import Comparison, TwoYears, compare_years
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers.banding_capaian import comparison, difference_text
from zi_docs.papers.document import START

FIRST, SECOND = "I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA"
MONTHS = range(1, 13)


def year(number: int, *rows: Activity, **percents: float) -> Plan:
    """A plan with these rows; `RA_001=50` reports half for the row's first month."""
    by_id = {row.id: row for row in rows}
    done = tuple(
        Realisation(key.replace("_", "-"), min(by_id[key.replace("_", "-")].bulan), persen=percent)
        for key, percent in percents.items()
    )
    return replace(plan(), office=replace(office(), tahun=number), activities=rows,
                   realisations=done)  # fmt: skip


OLD = year(
    2026,
    activity("RA-001", FIRST, "Tim kerja", 1),
    activity("RA-002", FIRST, "Budaya kerja", 1, 2),
    activity("RA-003", SECOND, "Arsip", 3),
    RA_001=50,
    RA_002=100,
    RA_003=100,
)
NEW = year(
    2027,
    activity("ra-001", FIRST, "Tim kerja", 1),
    activity("RA-002", SECOND, "Keterbukaan", 1, 2),
    activity("RA-004", SECOND, "Keterbukaan", 6),
    RA_002=100,
    RA_004=30,
    **{"ra_001": 100},
)


def figures(both: TwoYears) -> tuple[object, ...]:
    before, now = both.before, both.now
    return (before.planned, before.done, before.percent, now.planned, now.done, now.percent)


def components(compared: Comparison) -> dict[str, tuple[object, ...]]:
    return {
        part.component.code + " " + part.component.name: figures(part.figures)
        for each in compared.areas
        for part in each.components
    }


def test_a_row_is_counted_where_the_later_year_has_it() -> None:
    """RA-002 moved to another area; RA-003 ended, and stays in the component that it had."""
    compared = compare_years(OLD, NEW, MONTHS)
    assert components(compared) == {
        "I.1 Tim kerja": (1, 0, 50, 1, 1, 100),
        "II.1 Keterbukaan": (2, 1, 50, 3, 1, 130 / 3),
        "II.2 Arsip": (1, 1, 100, 0, 0, None),
    }
    assert [row.id for row in compared.added] == ["RA-004"]
    assert [row.id for row in compared.ended] == ["RA-003"]


def test_the_sums_are_those_of_either_years_own_recap() -> None:
    compared = compare_years(OLD, NEW, MONTHS)
    assert figures(compared.figures) == (4, 2, 62.5, 4, 2, 57.5)
    assert compared.figures.difference == -5.0
    first, second = compared.areas
    assert (first.figures.difference, second.figures.difference) == (50.0, -23.4)


def test_the_difference_is_that_of_the_percentages_as_they_are_written() -> None:
    """66,7 less 33,3: not the 33,3 that the exact thirds would give."""
    thirds = [
        year(number, activity("RA-001", FIRST, "Tim kerja", 1, 2, 3), RA_001=percent)
        for number, percent in ((2026, 100), (2027, 100))
    ]
    more = replace(
        thirds[1], realisations=(*thirds[1].realisations, Realisation("RA-001", 2, persen=100))
    )
    assert compare_years(thirds[0], more, MONTHS).figures.difference == 33.4


def test_only_the_months_of_the_period_count() -> None:
    compared = compare_years(OLD, NEW, Period(2027, Cycle.QUARTER, 2).months)
    assert figures(compared.figures) == (0, 0, None, 1, 0, 30)
    assert compared.figures.difference is None


def test_the_paper_says_what_the_comparison_found() -> None:
    context = comparison(OLD, NEW, Period(2027, Cycle.YEAR), START).context
    assert context["judul"] == "PERBANDINGAN CAPAIAN RENCANA AKSI TAHUN 2026 DAN TAHUN 2027"
    assert context["ringkasan"] == (
        "Capaian Tahun 2026 sebesar 62,5% (2 dari 4 langkah terencana selesai), sedangkan capaian "
        "Tahun 2027 sebesar 57,5% (2 dari 4 langkah terencana selesai), sehingga capaian turun 5,0 "
        "poin persentase."
    )
    (added,) = context["baris_baru"]  # type: ignore[misc]
    assert (added["komponen"], added["rencana"], added["persen"]) == ("II.1", 1, "30,0")  # type: ignore[has-type]
    (ended,) = context["baris_lama"]  # type: ignore[misc]
    assert (ended["komponen"], ended["persen"]) == ("II.1", "100,0")  # type: ignore[has-type]


def test_differences_have_their_sign() -> None:
    assert [difference_text(points) for points in (12.5, -3.0, 0.0, None)] == [
        "+12,5",
        "–3,0",
        "0,0",
        "–",
    ]
