"""A recommendation from its month to its closing: planned is not done, and open is carried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.cases.answers import columns, fill, keep, lines, page_of, write_form
from tests.cases.plans import plan
from zi_docs.forms.form_reader import read_answers
from zi_docs.model import Plan, Realisation
from zi_docs.monev.followup import FollowUpState, carried, recommendations
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers.capaian import follow_up_rows, recommendation_rows
from zi_docs.papers.formulir_monev import area_form


def month(number: int) -> Period:
    return Period(2026, Cycle.MONTH, number)


def quarter(number: int) -> Period:
    return Period(2026, Cycle.QUARTER, number)


ASKED = Realisation(
    "RA-002", 1, persen=100, rekomendasi="Susun SOP", tindak_lanjut="SOP akan disusun"
)
CLOSED_IN_AUGUST = Realisation(
    "RA-002", 1, bulan_lapor=8, keadaan="Selesai", selesai=date(2026, 8, 12)
)


def year(*entries: Realisation) -> Plan:
    """RA-002 is marked for January to March; all of its steps are done in time."""
    done = (Realisation("RA-002", m, persen=100) for m in (2, 3))
    return replace(plan(), realisations=(*entries, *done))


def told(of: Plan, period: Period) -> list[str]:
    return [str(row["keadaan"]) for row in follow_up_rows(of, period)]


def test_what_was_only_planned_is_carried_until_it_is_closed() -> None:
    plan_only = year(ASKED, CLOSED_IN_AUGUST)
    assert told(plan_only, quarter(2)) == ["Belum selesai ditindaklanjuti"]
    # Reported in January, still told in the third quarter, which closes it; then no more.
    assert told(plan_only, quarter(3)) == ["Sudah ditindaklanjuti, 12 Agustus 2026"]
    assert told(plan_only, quarter(4)) == []


def test_a_closing_that_is_still_to_come_is_a_plan() -> None:
    promised = year(replace(ASKED, keadaan="Selesai", selesai=date(2026, 5, 20)))
    states = [
        advice.state
        for day in (date(2026, 3, 31), date(2026, 5, 31))
        for advice in recommendations(promised, (1,), 3, day)
    ]
    assert states == [FollowUpState.PLANNED, FollowUpState.DONE]


def test_no_words_ever_make_it_done() -> None:
    for words in ("Sudah", "Selesai", "Sudah ditindaklanjuti"):
        (advice,) = carried(year(replace(ASKED, tindak_lanjut=words)), month(2))
        assert advice.state is FollowUpState.PLANNED
    (advice,) = carried(year(replace(ASKED, keadaan="Belum", batas=date(2026, 2, 1))), month(2))
    assert advice.state is FollowUpState.LATE


def test_one_that_is_opened_again_is_open() -> None:
    again = replace(CLOSED_IN_AUGUST, bulan_lapor=9, keadaan="Belum", selesai=None)
    reopened = year(ASKED, CLOSED_IN_AUGUST, again)
    assert told(reopened, month(9)) == ["Belum selesai ditindaklanjuti"]


def test_two_recommendations_of_a_row_are_closed_apart() -> None:
    second = Realisation("RA-002", 2, rekomendasi="Sosialisasikan")
    closing = Realisation("RA-002", 2, bulan_lapor=4, keadaan="Selesai")
    both = replace(plan(), realisations=(ASKED, second, closing))
    assert told(both, quarter(2)) == ["Belum selesai ditindaklanjuti", "Sudah ditindaklanjuti"]


def test_the_forms_ask_for_it_until_it_is_closed() -> None:
    def asked(period: Period) -> dict[str, tuple[int, ...]]:
        areas = rows_of(year(ASKED, CLOSED_IN_AUGUST), period)
        return {due.activity.id: due.months for area in areas for due in area.followed}

    # In January it is said for the first time.
    assert asked(month(1)) == {}
    assert asked(month(2)) == asked(month(8)) == asked(quarter(3)) == {"RA-002": (1,)}
    assert asked(month(9)) == {}
    form = area_form(year(ASKED), month(5), rows_of(year(ASKED), month(5))[0])
    headings = [
        paragraph.text.plain
        for section in form.context["bagian"]  # type: ignore[attr-defined]
        for heading in section["kepala"]
        for paragraph in heading.paragraphs
    ]
    assert headings == ["Tunggakan dari bulan sebelumnya", "Tindak lanjut yang belum selesai"]


def test_a_form_closes_it(tmp_path: Path) -> None:
    path = write_form(year(ASKED), month(5), 1, tmp_path / "5.xlsx")
    page = page_of(path)
    at, row = columns(page), lines(page)["RA-002", 1]
    assert page.cell(row, at["Kelompok"]).value == "Tindak lanjut"
    assert page.cell(row, at["Capaian terakhir"]).value == (
        "100,0% (Januari)\nRekomendasi: Susun SOP\nTindak lanjut: SOP akan disusun"
    )
    closing = {"Keadaan tindak lanjut": "Selesai", "Tanggal selesai": date(2026, 5, 20)}
    fill(path, {("RA-002", 1): closing})
    answers = read_answers(year(), tmp_path)
    assert answers.findings == []
    closed = year(ASKED, *answers.realisations)
    assert told(closed, month(5)) == ["Sudah ditindaklanjuti, 20 Mei 2026"]


def test_a_form_from_before_the_columns_is_read_without_a_word(tmp_path: Path) -> None:
    path = write_form(year(), month(2), 1, tmp_path / "2.xlsx")
    page = page_of(path)
    first = columns(page)["Keadaan tindak lanjut"]
    page.data_validations.dataValidation = []
    page.delete_cols(first, 2)
    keep(page, path)
    fill(path, {("RA-002", 2): {"Tindak lanjut": "Akan disusun"}})
    answers = read_answers(year(), tmp_path)
    assert answers.findings == []
    assert [entry.tindak_lanjut for entry in answers.realisations] == ["Akan disusun"]


def test_a_form_shows_the_recommendation_when_a_later_report_has_only_a_plan() -> None:
    """The last report of January's step plans; what it answers stands above it."""
    planned = Realisation("RA-002", 1, bulan_lapor=2, tindak_lanjut="SOP dibahas")
    asked = year(replace(ASKED, tindak_lanjut=""), planned)
    sections: Any = area_form(asked, month(5), rows_of(asked, month(5))[0]).context["bagian"]
    (line,) = sections[-1]["baris"]
    assert [paragraph.text.plain for paragraph in line["rekomendasi"].paragraphs] == [
        "Januari: Susun SOP",
        "Tindak lanjut: SOP dibahas",
    ]


def test_an_overdue_line_shows_what_is_to_be_followed_up(tmp_path: Path) -> None:
    """RA-001 is half done: it is asked as overdue, with its recommendation."""
    half = Realisation("RA-001", 1, persen=50, rekomendasi="Sediakan genset")
    path = write_form(year(half), month(2), 1, tmp_path / "februari.xlsx")
    page = page_of(path)
    cell = page.cell(lines(page)["RA-001", 1], columns(page)["Capaian terakhir"])
    assert cell.value == "50,0% (Januari)\nRekomendasi: Sediakan genset"


def test_a_deadline_that_was_put_off_is_the_one_that_counts() -> None:
    asked = replace(ASKED, batas=date(2026, 2, 15))
    put_off = Realisation("RA-002", 1, bulan_lapor=2, batas=date(2026, 12, 1))
    (late,) = follow_up_rows(year(asked), quarter(2))
    assert (late["keadaan"], late["batas"]) == (
        "Belum ditindaklanjuti, melewati batas waktu",
        "15 Februari 2026",
    )
    (waiting,) = follow_up_rows(year(asked, put_off), quarter(2))
    assert (waiting["keadaan"], waiting["batas"]) == (
        "Belum selesai ditindaklanjuti",
        "1 Desember 2026",
    )


def test_a_step_that_was_finished_with_evidence_since_has_a_state_of_its_own() -> None:
    """60 % in January, 100 % with evidence in February; the deadline is over."""
    asked = Realisation("RA-002", 1, persen=60, rekomendasi="Susun SOP", batas=date(2026, 2, 1))
    finished = Realisation("RA-002", 1, bulan_lapor=2, persen=100, bukti_ada="Ada")
    reached = "Langkah selesai dengan bukti, tindak lanjut belum dinyatakan selesai"
    (row,) = recommendation_rows(year(asked, finished), quarter(1))
    assert row["keadaan"] == reached
    # Nobody said that it is closed: it is followed up until somebody does.
    assert told(year(asked, finished), quarter(2)) == [reached]
    assert told(year(asked, replace(finished, bukti_ada="Belum")), quarter(2)) == [
        "Belum ditindaklanjuti, melewati batas waktu"
    ]
    closing = Realisation("RA-002", 1, bulan_lapor=5, keadaan="Selesai", selesai=date(2026, 5, 4))
    assert told(year(asked, finished, closing), quarter(2)) == ["Sudah ditindaklanjuti, 4 Mei 2026"]
