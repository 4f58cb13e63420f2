"""A year with an amendment in July and one in October: every period is judged by its own plan.

- 10 July takes A3 out, reschedules A2 from June (done then) to May, moves A4 to another area and
  rewords A5.
- 5 October brings A3 back, and N1, marked from April on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cases.answers import fill, write_form
from tests.cases.plans import activity, plan, rich
from tests.cases.teams import seat, with_team
from tests.cases.workshops import contents, make
from zi_docs.catalog import catalog, products_of
from zi_docs.findings import Place, error
from zi_docs.forms.form_reader import read_answers, with_answers
from zi_docs.model import Activity, Meeting, Plan, Realisation, Revision
from zi_docs.monev.achievement import achievements, areas_counted, steps
from zi_docs.monev.periods import Cycle, Period, periods_of
from zi_docs.monev.plan_in_force import plan_on, plan_through
from zi_docs.monev.selection import rows_of
from zi_docs.papers.capaian import arrears, office_summary
from zi_docs.papers.laporan_rapat import meeting_report
from zi_docs.product import Family, Product
from zi_docs.revision.states import Year, with_kept_states
from zi_docs.status.gather import status

JULY, OCTOBER = date(2026, 7, 10), date(2026, 10, 5)
FIRST, SECOND = "I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA"
EVERY = frozenset(range(1, 13))

# What is in force from January, from July and from October: area and months of each row.
State = dict[str, tuple[str, frozenset[int]]]
BASE: State = {
    "A1": (FIRST, EVERY),
    "A2": (FIRST, frozenset({6, 12})),
    "A3": (SECOND, EVERY),
    "A4": (SECOND, frozenset({4, 8, 12})),
    "A5": (FIRST, frozenset({3, 9})),
}
AFTER_JULY: State = {
    "A1": (FIRST, EVERY),
    "A2": (FIRST, frozenset({5, 12})),
    "A4": (FIRST, frozenset({4, 8, 12})),
    "A5": (FIRST, frozenset({3, 9})),
}
AFTER_OCTOBER: State = {
    **AFTER_JULY,
    "A3": (SECOND, EVERY),
    "N1": (SECOND, frozenset({4, 5, 10})),
}
# Row and month, month of report, percent.
REPORTED = [
    *(("A1", month, month, 100.0) for month in range(1, 7)),
    *(("A3", month, month, 90.0) for month in range(1, 7)),
    ("A2", 6, 6, 100.0),
    ("A4", 4, 4, 40.0),
    ("A4", 4, 8, 100.0),
    ("A5", 3, 5, 100.0),
    ("N1", 10, 10, 70.0),
]


def rows(state: State) -> tuple[Activity, ...]:
    words = {FIRST: "Budaya kerja", SECOND: "Keterbukaan"}
    made = [activity(key, area, words[area], *months) for key, (area, months) in state.items()]
    if state is BASE:
        return tuple(made)
    reworded = rich("Langkah yang ditulis ulang")
    return tuple(replace(r, langkah_aksi=reworded) if r.id == "A5" else r for r in made)


def decreed(state: State, *revisions: Revision) -> Plan:
    return replace(plan(), activities=rows(state), revisions=revisions)


P1 = Revision("p1", "renaksi", "24", JULY)
P2 = Revision("p2", "renaksi", "31", OCTOBER)
STAGES: tuple[tuple[State, tuple[Revision, ...]], ...] = (
    (BASE, ()),
    (AFTER_JULY, (P1,)),
    (AFTER_OCTOBER, (P1, P2)),
)


def office(amendments: int) -> Year:
    """The year after so many amendments, every state kept, all reports in."""
    state, revisions = STAGES[amendments]
    kept = {
        key: decreed(former, *given)
        for key, (former, given) in zip(("renaksi", "p1", "p2"), STAGES, strict=True)
    }
    known = {key: kept[key] for key in ("renaksi", "p1", "p2")[: amendments + 1]}
    told = tuple(
        Realisation(row, month, bulan_lapor=when, persen=percent)
        for row, month, when, percent in REPORTED
    )
    meeting = Meeting("R-77", "Rapat", date(2026, 6, 17), baris=("A3", "A5"))
    workbook = replace(decreed(state, *revisions), realisations=told, meetings=(meeting,))
    return with_kept_states(Year(workbook, known))


def counted(period: Period, amendments: int) -> dict[str, tuple[int, int, int, float]]:
    """By area: planned, done, overdue, sum of percents; month by month, from the dicts above."""
    sums: dict[str, list[float]] = {}
    for month in period.months:
        in_force = BASE if month < 7 else AFTER_JULY if month < 10 else AFTER_OCTOBER
        state = min((BASE, AFTER_JULY, AFTER_OCTOBER).index(in_force), amendments)
        for key, (area, months) in STAGES[state][0].items():
            if month not in months:
                continue
            told = [p for row, of, when, p in REPORTED if (row, of) == (key, month)
                    and when <= period.last]  # fmt: skip
            percent = told[-1] if told else 0.0
            figures = sums.setdefault(area, [0, 0, 0, 0])
            figures[0] += 1
            figures[1] += percent >= 100
            figures[2] += percent < 100
            figures[3] += percent
    return {area: (int(n), int(d), int(o), p) for area, (n, d, o, p) in sums.items()}


@pytest.mark.parametrize("amendments", [0, 1, 2])
@pytest.mark.parametrize("period", list(periods_of(2026)), ids=lambda period: period.folder)
def test_every_recap_counts_the_plan_of_each_month(period: Period, amendments: int) -> None:
    year = office(amendments).plan
    planned = steps(year, period.months, period.last)
    areas = achievements(areas_counted(plan_through(year, period.last), planned), planned)
    figures = {
        area.area.title: (
            area.figures.planned,
            area.figures.done,
            area.figures.overdue,
            pytest.approx((area.figures.percent or 0) * area.figures.planned),
        )
        for area in areas
        if area.figures.planned
    }
    assert figures == counted(period, amendments)
    assert sum(p.figures.planned for a in areas for p in a.components) == len(planned)


def test_the_recap_of_april_to_june_stays_as_it_was_signed() -> None:
    """Counted by hand: A1 and A3 three times each, A2 in June, A4 in April."""
    quarter = Period(2026, Cycle.QUARTER, 2)
    for amendments in (0, 1, 2):
        planned = steps(office(amendments).plan, quarter.months, quarter.last)
        marks = [(step.activity.id, step.month) for step in planned]
        assert sorted(marks) == [
            ("A1", 4), ("A1", 5), ("A1", 6), ("A2", 6),
            ("A3", 4), ("A3", 5), ("A3", 6), ("A4", 4),
        ]  # fmt: skip


PAST = (
    "monev/2026-06/2026-06 Area 2 KPU Contoh.xlsx",
    "monev/2026-06/area-2.docx",
    "monev/2026-06/rekap.docx",
    "monev/2026-tw2/laporan.docx",
    "monev/2026-tw2/rekap-capaian.docx",
    "rapat/R-77/laporan.docx",
)


def papers(year: Year, folder: Path) -> Mapping[str, bytes]:
    """The papers of June, of the quarter that ends with it, and of a meeting of June."""

    def past(product: Product) -> bool:
        return not product.needs and bool({*PAST} & {*product.targets, f"{product.name}.docx"})

    topics = [t for t in catalog(year).topics if t.about.id in ("2026-06", "2026-tw2", "R-77")]
    make(products_of(topics, past), None, folder)
    return contents(folder)


def test_papers_of_past_periods_made_again_are_the_same(tmp_path: Path) -> None:
    june = papers(office(0), tmp_path / "juni" / "2026")
    november = papers(office(2), tmp_path / "november" / "2026")
    assert tuple(june) == tuple(november) == PAST
    assert [name for name in june if november[name] != june[name]] == []


def test_forms_filled_before_the_revision_are_read_without_a_finding(tmp_path: Path) -> None:
    before = replace(office(0).plan, realisations=())
    for month in range(1, 7):
        period = Period(2026, Cycle.MONTH, month)
        for area in (1, 2):
            write_form(before, period, area, tmp_path / f"{month}-{area}.xlsx")
        fill(tmp_path / f"{month}-2.xlsx", {("A3", month): {"Realisasi (%)": 90}})
    fill(tmp_path / "6-1.xlsx", {("A2", 6): {"Realisasi (%)": 100}})
    fill(tmp_path / "3-1.xlsx", {("A5", 3): {"Realisasi (%)": 55}})
    for amendments in (1, 2):
        answers = read_answers(office(amendments).plan, tmp_path)
        assert answers.findings == []
        told = [(a.baris, a.bulan, a.persen) for a in answers.realisations]
        assert sorted(told) == sorted(
            [*(("A3", month, 90) for month in range(1, 7)), ("A2", 6, 100), ("A5", 3, 55)]
        )


def test_a_form_printed_before_a_revision_may_ask_for_what_went(tmp_path: Path) -> None:
    """The form of August was made in January; A3 went in July."""
    before = replace(office(0).plan, realisations=())
    path = write_form(before, Period(2026, Cycle.MONTH, 8), 2, tmp_path / "8.xlsx")
    empty = read_answers(office(1).plan, tmp_path)
    assert [f for f in empty.findings if "A3" in f.message] == []
    fill(path, {("A3", 8): {"Realisasi (%)": 90}})
    findings = [f for f in read_answers(office(1).plan, tmp_path).findings if "A3" in f.message]
    assert [(f.code, f.message.partition(";")[0]) for f in findings] == [
        ("MON-BARIS", "Baris A3 tidak termasuk rencana aksi yang berlaku pada Agustus 2026")
    ]


def test_what_is_asked_follows_the_plan_in_force() -> None:
    def asked(period: Period, amendments: int = 2) -> tuple[list[tuple[str, int]], ...]:
        areas = rows_of(office(amendments).plan, period)
        due = [(d.activity.id, m) for area in areas for d in area.due for m in d.months]
        overdue = [(d.activity.id, m) for area in areas for d in area.overdue for m in d.months]
        return due, overdue

    # A3 is gone in August: neither due nor overdue any more. A2 was done in June.
    due, overdue = asked(Period(2026, Cycle.MONTH, 8))
    assert due == [("A1", 8), ("A4", 8)]
    assert overdue == [("A1", 7), ("A4", 4)]
    # Back in October, with what was left undone before.
    due, overdue = asked(Period(2026, Cycle.MONTH, 10))
    assert due == [("A1", 10), ("A3", 10), ("N1", 10)]
    assert [month for row, month in overdue if row == "A3"] == [1, 2, 3, 4, 5, 6]
    assert ("N1", 4) not in overdue
    # In the year a moved row stands once, where it is now.
    areas = rows_of(office(2).plan, Period(2026, Cycle.YEAR))
    listed = [(area.area.name, d.activity.id) for area in areas for d in area.due]
    assert sorted(row for _, row in listed) == ["A1", "A2", "A3", "A4", "A5", "N1"]
    assert ("MANAJEMEN PERUBAHAN", "A4") in listed


@pytest.mark.parametrize(
    ("after", "asked"),
    [
        (EVERY, True),
        # Put off to a later month, or taken back: nothing is overdue.
        (frozenset({9, 12}), False),
        (frozenset({12}), False),
        # Moved to a month that is over as well: still undone.
        (frozenset({5, 12}), True),
    ],
)
def test_what_was_left_undone_in_june_follows_its_row(after: frozenset[int], asked: bool) -> None:
    """A2, marked for June and December, was not done in June; its months change in July."""
    year = office(1)
    rescheduled = {**year.decreed, "p1": decreed({**AFTER_JULY, "A2": (FIRST, after)})}
    undone = replace(year.plan, realisations=())
    changed = with_kept_states(replace(year, plan=undone, decreed=rescheduled))
    overdue = rows_of(changed.plan, Period(2026, Cycle.MONTH, 8))[0].overdue
    months = [due.months for due in overdue if due.activity.id == "A2"]
    assert any(6 in row for row in months) is asked


def test_the_year_lists_what_is_overdue_once_for_each_row() -> None:
    year = plan_through(office(2).plan, 12)
    rows_listed = [row["id"] for row in arrears(year, Period(2026, Cycle.YEAR))]
    assert sorted(map(str, rows_listed)) == ["A1", "A2", "A3", "A4", "A5", "N1"]


def test_the_recap_of_the_year_names_the_rows_that_came_and_went() -> None:
    year = plan_through(office(2).plan, 12)
    sentence = office_summary(year, Period(2026, Cycle.YEAR)).partition(" Perubahan")[2]
    assert sentence == (
        " rencana aksi pada periode ini: Keputusan Nomor 24 Tahun 2026 tanggal 10 Juli 2026 "
        "menghapus 1 baris (II.1 Langkah satu A3; Langkah dua A3); Keputusan Nomor 31 Tahun 2026 "
        "tanggal 5 Oktober 2026 menambahkan 2 baris (II.1 Langkah satu A3; Langkah dua A3; "
        "II.1 Langkah satu N1; Langkah dua N1)."
    )
    quarter = Period(2026, Cycle.QUARTER, 2)
    assert "Perubahan" not in office_summary(plan_through(year, 6), quarter)


def test_what_went_is_marked_where_it_is_still_listed() -> None:
    third = Period(2026, Cycle.QUARTER, 3)
    listed = arrears(plan_through(office(1).plan, 9), third)
    marked = [row["id"] for row in listed if "(sudah dihapus" in str(row["langkah"])]
    assert marked == ["A3"]


def test_a_status_in_the_second_half_calls_nothing_of_the_first_overdue_that_was_done() -> None:
    state = status(office(1).plan, (), date(2026, 9, 15))
    overdue = {work.activity.id: work.months for work in state.overdue}
    assert "A2" not in overdue and "A5" not in overdue
    assert [work.activity.id for work in state.due] == ["A1", "A5"]


def test_a_report_of_a_meeting_shows_its_rows_as_they_were() -> None:
    year = office(1).plan
    (meeting,) = year.meetings
    shown = meeting_report(year, meeting).context["langkah"]
    words = [p.text.plain for p in shown.paragraphs]  # type: ignore[attr-defined]
    assert words[0].startswith("Area II komponen 1: Langkah satu A3")
    assert any(line.endswith("Langkah satu A5; Langkah dua A5") for line in words)


def test_two_amendments_in_one_month_and_one_after_the_period() -> None:
    """The later of July counts in July; the one of October not before."""
    late = Revision("p3", "renaksi", "30", date(2026, 7, 31))
    year = office(2)
    book = replace(year.plan, revisions=(P1, late, P2))
    short = {"A1": BASE["A1"]}
    year = with_kept_states(
        replace(year, plan=book, decreed={**year.decreed, "p3": decreed(short)})
    )
    july = {step.activity.id for step in steps(year.plan, (7,), 7)}
    september = {step.activity.id for step in steps(year.plan, (9,), 9)}
    assert (july, september) == ({"A1"}, {"A1"})
    assert [r.id for r in plan_on(year.plan, date(2026, 7, 30)).activities] == list(AFTER_JULY)


def test_a_draft_is_not_in_force_and_an_undated_decree_leaves_the_workbook() -> None:
    draft = replace(
        office(1).plan, activities=rows(AFTER_OCTOBER), revisions=(P1, Revision("p2", "renaksi"))
    )
    year = with_kept_states(replace(office(1), plan=draft))
    assert {s.activity.id for s in steps(year.plan, (10,), 10)} == {"A1"}
    undated = replace(draft, decrees=tuple(replace(d, tanggal=None) for d in draft.decrees))
    year = with_kept_states(replace(office(1), plan=undated))
    assert {s.activity.id for s in steps(year.plan, (10,), 10)} == {"A1", "A3", "N1"}


def test_forms_and_sheet_together(tmp_path: Path) -> None:
    """The form repeats what the sheet says of a row that went: nothing to complain of."""
    before = replace(office(0).plan, realisations=())
    path = tmp_path / "realisasi" / "6.xlsx"
    write_form(before, Period(2026, Cycle.MONTH, 6), 2, path)
    fill(path, {("A3", 6): {"Realisasi (%)": 90}})
    _, merged = with_answers(office(1).plan, tmp_path / "zi-2026.xlsx")
    assert merged.findings == ()


def test_a_state_that_cannot_be_read_leaves_its_periods_unmade() -> None:
    """The one of July is damaged: June is judged by the base, August by nobody."""
    damaged = error("WB-RUSAK", "Berkas ini rusak.", Place("revisi/p1.xlsx"))
    whole = office(2)
    known = {key: state for key, state in whole.decreed.items() if key != "p1"}
    year = with_kept_states(replace(whole, decreed=known, unreadable={"p1": (damaged,)}))
    problems = {t.about.id: t.problems for t in catalog(year).about([Family.FORM])}
    assert problems["2026-06"] == ()
    assert problems["2026-07"] == problems["2026-08"] == problems["2026"] == (damaged,)


def test_a_form_is_signed_by_who_led_the_team_in_its_period() -> None:
    """The team's decree of January; KSB takes the place of SEK on 10 July."""
    before = with_team(seat("Ketua", "SEK"), judul="Tim Kerja Zona Integritas")
    change = Revision("tim-p1", "sk-tim", "25", JULY)
    workbook = replace(
        before,
        seats=(seat("Ketua", "KSB"),),
        revisions=(change,),
    )
    year = with_kept_states(Year(workbook, {"sk-tim": before}))
    leaders = [plan_through(year.plan, month).seats[0].pejabat for month in (1, 6, 7, 12)]
    assert leaders == ["SEK", "SEK", "KSB", "KSB"]


def test_what_is_given_later_reaches_past_periods_and_nothing_else_does() -> None:
    """PIC is printed in no decree; a target is."""
    year = office(1)
    named = tuple(replace(r, pic="Pokja I", target="50%") for r in year.plan.activities)
    edited = with_kept_states(replace(year, plan=replace(year.plan, activities=named)))
    row = plan_through(edited.plan, 6).activities[0]
    assert (row.pic, row.target) == ("Pokja I", "100%")
