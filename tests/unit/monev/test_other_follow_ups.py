"""What evaluators, complaints and surveys ask: carried from its day until it is closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from tests.cases.answers import columns, fill, lines, page_of, write_form
from tests.cases.plans import plan
from zi_docs.forms.follow_up_answers import parted_answers
from zi_docs.forms.form_reader import read_answers
from zi_docs.model import FollowUpSource, Plan, RecordedFollowUp
from zi_docs.monev.followup import FollowUpState, others
from zi_docs.monev.periods import Cycle, Period
from zi_docs.monev.selection import rows_of
from zi_docs.papers.capaian import follow_up_rows
from zi_docs.papers.formulir_monev import area_form, office_form
from zi_docs.papers.pages import Pagination
from zi_docs.papers.rekap import common


def month(number: int) -> Period:
    return Period(2026, Cycle.MONTH, number)


def quarter(number: int) -> Period:
    return Period(2026, Cycle.QUARTER, number)


NOTE = RecordedFollowUp(
    "TL-001",
    FollowUpSource.EVALUATION,
    "Unggah laporan survei.",
    acuan="PPF4A, TPI unit",
    tanggal=date(2026, 4, 20),
    lke="PPF4A",
    batas=date(2026, 7, 31),
)
COMPLAINT = RecordedFollowUp(
    "TL-002", FollowUpSource.COMPLAINT, "Perbaiki papan informasi.", pic="Sekretaris"
)


def year(*follow_ups: RecordedFollowUp) -> Plan:
    """RA-001 serves the item of the note."""
    small = plan()
    first, *others_of_plan = small.activities
    serving = replace(first, lke="PPF4A, PPF4B", pic="Pokja VI")
    return replace(small, activities=(serving, *others_of_plan), follow_ups=follow_ups)


def states(of: Plan, *periods: Period) -> list[list[FollowUpState]]:
    return [[each.state for each in others(of, period)] for period in periods]


def test_it_is_told_from_its_day_and_late_after_its_deadline() -> None:
    waiting, late = FollowUpState.WAITING, FollowUpState.LATE
    assert states(year(NOTE), month(3), month(4), month(7), month(8), quarter(4)) == [
        [],
        [waiting],
        [waiting],
        [late],
        [late],
    ]


def test_words_are_a_plan_and_the_day_of_closing_ends_it() -> None:
    answered = replace(NOTE, tindak_lanjut="Laporan disusun")
    assert states(year(answered), month(5)) == [[FollowUpState.PLANNED]]
    closed = replace(answered, keadaan="Selesai", selesai=date(2026, 6, 3))
    assert states(year(closed), month(5), month(6), quarter(2), month(7)) == [
        [FollowUpState.PLANNED],
        [FollowUpState.DONE],
        [FollowUpState.DONE],
        [],
    ]


def test_it_concerns_the_rows_of_its_item_unless_it_names_others() -> None:
    rows = [[row.id for row in each.rows] for each in others(year(NOTE, COMPLAINT), month(5))]
    assert rows == [["RA-001"], []]
    (named,) = others(year(replace(NOTE, baris=("ra-002",))), month(5))
    assert [row.id for row in named.rows] == ["RA-002"]


def test_recap_and_report_list_it_and_in_january_too() -> None:
    first, second = follow_up_rows(year(NOTE, COMPLAINT), quarter(2))
    assert first == {
        "nomor": 1,
        "baris": "I.1 Langkah satu RA-001; Langkah dua RA-001",
        "bulan": "April",
        "rekomendasi": "Evaluasi LKE (PPF4A, TPI unit): Unggah laporan survei.",
        "tindak_lanjut": "–",
        "keadaan": "Belum ditindaklanjuti",
        "pic": "Pokja VI",
        "batas": "31 Juli 2026",
    }
    assert (second["baris"], second["rekomendasi"]) == ("–", "Pengaduan: Perbaiki papan informasi.")
    context = common(year(COMPLAINT), month(1), Pagination())
    assert context["periode_lalu"]
    assert common(year(), month(1), Pagination())["periode_lalu"] == ""


def test_what_was_asked_in_an_earlier_year_names_it() -> None:
    """The months of recommendations beside it are of the plan's year, and bear none."""
    (carried,) = follow_up_rows(year(replace(NOTE, tanggal=date(2025, 11, 3))), quarter(1))
    assert carried["bulan"] == "November 2025"


def headings(form: Any) -> list[str]:
    return [
        paragraph.text.plain
        for section in form.context["bagian"]
        for heading in section["kepala"]
        for paragraph in heading.paragraphs
    ]


OWN = "Tindak lanjut atas evaluasi, rapat, pengaduan, dan survei"


def test_the_form_of_the_area_asks_for_it_and_that_of_the_office_for_all() -> None:
    of = year(NOTE, COMPLAINT)
    first, second = rows_of(of, month(5))
    assert [each.record.id for each in first.others] == ["TL-001"]
    assert second.others == ()
    form: Any = area_form(of, month(5), first)
    assert headings(form)[-1] == OWN
    (line,) = form.context["bagian"][-1]["baris"]
    assert line["langkah_aksi"].paragraphs[0].text.plain == "Unggah laporan survei."
    assert line["rekomendasi"].paragraphs[0].text.plain == "Keadaan: belum ditindaklanjuti"
    whole: Any = office_form(of, month(5), [first, second], Pagination())
    assert len(whole.context["bagian"][-1]["baris"]) == 2
    cards: Any = area_form(of, quarter(2), rows_of(of, quarter(2))[0])
    assert headings(cards)[-1] == OWN
    assert OWN not in headings(area_form(of, month(3), rows_of(of, month(3))[0]))


def test_a_note_on_an_item_that_nobody_serves_is_asked_of_its_area() -> None:
    """PPF is area VI; the small plan has areas I and II."""
    note = replace(NOTE, lke="PPB1A")
    first, second = rows_of(year(note), month(5))
    assert (len(first.others), len(second.others)) == (0, 1)


def test_a_form_answers_it_and_closes_it(tmp_path: Path) -> None:
    of = year(replace(NOTE, tindak_lanjut="Laporan disusun"))
    may = write_form(of, month(5), 1, tmp_path / "5.xlsx")
    page = page_of(may)
    at, row = columns(page), lines(page)["TL-001", 5]
    told = [page.cell(row, at[name]).value for name in ("Kelompok", "Komponen", "Langkah Aksi")]
    assert told == ["Evaluasi LKE", "Evaluasi LKE (PPF4A, TPI unit)", "Unggah laporan survei."]
    assert page.cell(row, at["Capaian terakhir"]).value == (
        "Tindak lanjut: Laporan disusun\nBatas waktu: 31 Juli 2026"
    )
    fill(may, {("TL-001", 5): {"Tindak lanjut": "Menunggu data", "Batas waktu": date(2026, 9, 1)}})
    june = write_form(of, month(6), 1, tmp_path / "6.xlsx")
    closing = {"Realisasi": "Diunggah", "Keadaan tindak lanjut": "Selesai"}
    fill(june, {("TL-001", 6): {**closing, "Tanggal selesai": date(2026, 6, 20)}})
    answers = read_answers(of, tmp_path)
    assert answers.findings == []
    rows, (record,) = parted_answers(of, answers.realisations)
    assert rows == ()
    assert record.tindak_lanjut == "Laporan disusun\nMenunggu data\nDiunggah"
    assert (record.batas, record.keadaan) == (date(2026, 9, 1), "Selesai")
    closed = replace(of, follow_ups=(record,))
    assert states(closed, month(5), month(6), month(7)) == [
        [FollowUpState.PLANNED],
        [FollowUpState.DONE],
        [],
    ]


def test_what_the_workbook_closed_no_form_opens(tmp_path: Path) -> None:
    path = write_form(year(NOTE), month(5), 1, tmp_path / "5.xlsx")
    fill(path, {("TL-001", 5): {"Keadaan tindak lanjut": "Belum"}})
    closed = year(replace(NOTE, keadaan="Selesai", selesai=date(2026, 6, 3)))
    _, (record,) = parted_answers(closed, read_answers(closed, tmp_path).realisations)
    assert (record.keadaan, record.selesai) == ("Selesai", date(2026, 6, 3))
