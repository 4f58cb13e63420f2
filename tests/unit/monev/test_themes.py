"""Which rows of a plan ask for a report on a theme, and for which periods."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cases.plans import activity, plan, rich
from tests.cases.second_plan import second_plan
from zi_docs.data import shipped
from zi_docs.data.known_regulations import known_by_id
from zi_docs.lke.items import lke_items
from zi_docs.model import Activity, DecreeKind, KeptState, Plan
from zi_docs.monev.themes import period_of_step, reports_due, steps_of_report, theme_of, themes
from zi_docs.workbook.reading.load import read_plan

# What a reader of the shipped plan finds: ten rows evaluate something, or report on it.
REAL = {
    "RA-006": "sop",
    "RA-009": "teknologi-informasi",
    "RA-011": "keterbukaan-informasi",
    "RA-014": "penempatan-pegawai",
    "RA-017": "penempatan-pegawai",
    "RA-023": "diklat",
    "RA-048": "pengaduan",
    "RA-051": "wbs",
    "RA-056": "benturan-kepentingan",
    "RA-057": "benturan-kepentingan",
}


def key(row: Activity) -> str:
    theme = theme_of(row)
    return theme.key if theme else ""


def model_rows() -> list[Activity]:
    return [
        Activity(
            row["lke"],
            "",
            rich(""),
            rich(row["indikator"]),
            rich(row["langkah"]),
            rich("\n".join(row["bukti"])),
            frozenset(row["bulan"]),
            lke=row["lke"],
        )
        for row in shipped("model_plan")["baris"]
    ]


@pytest.fixture(scope="module")
def real() -> Plan:
    plan, _ = read_plan(Path("source/zi-2026.xlsx"))
    assert plan is not None
    return plan


class TestRows:
    """The code tells, or the evidence; without a code the words of the row."""

    def test_the_real_plan(self, real: Plan) -> None:
        assert {row.id: key(row) for row in real.activities if key(row)} == REAL

    def test_the_real_plan_before_anybody_gave_codes(self, real: Plan) -> None:
        rows = [replace(row, lke="") for row in real.activities]
        assert {row.id: key(row) for row in rows if key(row)} == REAL

    def test_the_model_plan_with_and_without_codes(self) -> None:
        with_codes = {row.id: key(row) for row in model_rows() if key(row)}
        assert len(with_codes) == 9
        without = {row.id: key(replace(row, lke="")) for row in model_rows()}
        assert {code: theme for code, theme in without.items() if theme} == with_codes

    def test_another_plan_by_words_alone(self) -> None:
        """Its codes were given by hand; one more row says that it monitors SOP."""
        wanted = {
            row.id: theme.key
            for row, codes in second_plan()
            for theme in themes()
            if not theme.codes.isdisjoint(codes)
        }
        found = {row.id: key(row) for row, _ in second_plan() if key(row)}
        assert found == {**wanted, "DU-066": "sop"}

    def test_the_evidence_counts_whatever_the_code(self) -> None:
        row = replace(activity("RA-1", "V", "Benturan", 6), lke="PPE5E")
        assert key(row) == ""
        asked = replace(row, bukti=rich("Laporan evaluasi penanganan benturan kepentingan"))
        assert key(asked) == "benturan-kepentingan"

    def test_words_are_whole(self) -> None:
        row = replace(activity("RA-1", "II", "x", 6), langkah_aksi=rich("Evaluasi titik layanan"))
        assert key(row) == ""

    def test_codes_and_regulations_are_known(self) -> None:
        assert {code for theme in themes() for code in theme.codes} <= set(lke_items())
        assert all(known_by_id(each) for theme in themes() for each in theme.basis)


@pytest.mark.parametrize(
    ("months", "folders"),
    [
        ({6, 12}, ["2026-s1", "2026-s2"]),
        ({4, 8, 12}, ["2026-cw1", "2026-cw2", "2026-cw3"]),
        ({3, 6, 9, 12}, ["2026-tw1", "2026-tw2", "2026-tw3", "2026-tw4"]),
        ({12}, ["2026"]),
        ({6}, ["2026-s1"]),
        ({10, 11, 12}, ["2026-tw4"]),
        ({2, 3, 4}, ["2026-tw1", "2026-tw2"]),
        (set(range(1, 13)), ["2026-tw1", "2026-tw2", "2026-tw3", "2026-tw4"]),
        ({5, 10}, ["2026-05", "2026-10"]),
        ({4, 7, 10, 12}, ["2026-04", "2026-07", "2026-10", "2026-12"]),
    ],
)
def test_the_marks_of_a_row_give_its_rhythm(months: set[int], folders: list[str]) -> None:
    row = activity("RA-1", "V", "x", *months)
    periods = [period_of_step(row, month, 2026).folder for month in sorted(months)]
    assert list(dict.fromkeys(periods)) == folders


def evaluation(*months: int) -> Activity:
    return replace(activity("RA-1", "V PENGAWASAN", "Pengaduan", *months), lke="PPE3C")


def due(of: Plan) -> list[str]:
    return [f"{theme.key} {period.folder}" for theme, period in reports_due(of)]


class TestReports:
    """A theme has a report for each period in which one of its rows is due."""

    def test_rows_of_one_theme_share_a_report(self) -> None:
        other = replace(evaluation(3, 6, 9, 12), id="RA-2")
        of = replace(plan(), activities=(evaluation(3, 6, 9, 12), other))
        assert due(of) == [f"pengaduan 2026-tw{n}" for n in (1, 2, 3, 4)]
        (theme, quarter), *_ = reports_due(of)
        assert [step.activity.id for step in steps_of_report(of, theme, quarter)] == [
            "RA-1", "RA-2",
        ]  # fmt: skip

    def test_rows_of_other_rhythms_have_their_own(self) -> None:
        yearly = replace(evaluation(12), id="RA-2")
        of = replace(plan(), activities=(evaluation(3, 6, 9, 12), yearly))
        theme, year = reports_due(of)[-1]
        assert year.folder == "2026"
        assert [step.activity.id for step in steps_of_report(of, theme, year)] == ["RA-2"]

    def test_an_amendment_changes_no_report_of_what_was_before(self) -> None:
        """Until June reported by quarters; since July by semesters, as the plan then says."""
        before = replace(plan(), activities=(evaluation(3, 6, 9, 12),))
        after = replace(plan(), activities=(evaluation(6, 12),))
        (decree,) = plan().decrees
        assert decree.jenis is DecreeKind.PLAN
        kept = (
            KeptState(decree, "renaksi", "10", date(2026, 1, 22), before),
            KeptState(decree, "renaksi-p1", "20", date(2026, 7, 1), after),
        )
        amended = replace(after, kept=kept)
        assert due(amended) == ["pengaduan 2026-tw1", "pengaduan 2026-tw2", "pengaduan 2026-s2"]
