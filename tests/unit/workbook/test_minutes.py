"""What minutes ask to be followed up is carried like any other follow-up, each once."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from tests.cases.answers import fill, write_form
from tests.cases.meetings import meeting
from tests.cases.plans import plan, rich
from zi_docs.forms.form_reader import with_answers
from zi_docs.model import CLOSED, FollowUpSource, Plan, RecordedFollowUp
from zi_docs.monev.followup import FollowUpState, ledger, others_on
from zi_docs.monev.periods import Cycle, Period
from zi_docs.next_year.carried_follow_ups import carried_others, open_others
from zi_docs.workbook.reading.minutes import minuted_follow_ups

HELD = meeting(
    id="R-01",
    acara="Rapat evaluasi",
    tanggal=date(2026, 2, 3),
    baris=("RA-001",),
    tindak_lanjut=rich(
        "Menyusun laporan | SEK | 20 Februari 2026\nMengunggah bukti | KSB | segera"
    ),
)


def held(*recorded: RecordedFollowUp) -> Plan:
    """The small plan whose meeting asks for two things, and what was recorded of them since."""
    of = replace(plan(), meetings=(HELD,), follow_ups=recorded)
    return replace(of, follow_ups=(*recorded, *minuted_follow_ups(of)))


def test_each_line_is_a_follow_up_of_its_meeting() -> None:
    assert [(f.id, f.uraian, f.pic, f.batas, f.name) for f in held().follow_ups] == [
        (
            "R-01.1",
            "Menyusun laporan",
            "Sekretaris",
            date(2026, 2, 20),
            "Rapat evaluasi, 3 Februari 2026",
        ),
        (
            "R-01.2",
            "Mengunggah bukti",
            "Kepala Subbagian Hukum",
            None,
            "Rapat evaluasi, 3 Februari 2026",
        ),
    ]
    assert {f.sumber for f in held().follow_ups} == {FollowUpSource.MEETING}


def test_it_is_asked_from_the_day_of_the_meeting_and_late_after_its_deadline() -> None:
    assert others_on(held(), date(2026, 2, 2)) == []
    before, after = others_on(held(), date(2026, 2, 20))[0], others_on(held(), date(2026, 3, 1))[0]
    assert (before.state, after.state) == (FollowUpState.WAITING, FollowUpState.LATE)
    assert [row.id for row in after.rows] == ["RA-001"]


def test_a_row_with_its_id_answers_it_in_its_stead() -> None:
    done = RecordedFollowUp(
        "r-01.1",
        FollowUpSource.MEETING,
        "Menyusun laporan",
        tanggal=date(2026, 2, 3),
        keadaan=CLOSED,
        selesai=date(2026, 2, 18),
    )
    answered = held(done)
    assert [f.id for f in answered.follow_ups] == ["r-01.1", "R-01.2"]
    assert [f.open for f in others_on(answered, date(2026, 3, 1))] == [False, True]


def test_the_form_of_a_month_asks_about_it_and_takes_its_answer(tmp_path: Path) -> None:
    """A person closes it on the form; the other line of the minutes stays open."""
    form = write_form(held(), Period(2026, Cycle.MONTH, 2), 1, tmp_path / "realisasi/area-1.xlsx")
    answer = {"Tindak lanjut": "Sudah disusun", "Keadaan tindak lanjut": "Selesai"}
    fill(form, {("R-01.1", 2): answer | {"Tanggal selesai": "18 Februari 2026"}})
    answered, merged = with_answers(held(), tmp_path / "zi-2026.xlsx")
    assert merged.findings == ()
    assert [(f.what, f.open, f.closed) for f in others_on(answered, date(2026, 3, 1))] == [
        ("Menyusun laporan", False, date(2026, 2, 18)),
        ("Mengunggah bukti", True, None),
    ]


def test_what_is_open_at_the_end_goes_to_the_next_year_under_an_id_of_its_own() -> None:
    of = held()
    rows = carried_others({"tindak_lanjut": []}, open_others(of), of, 2027)
    assert [(row["id"], row["sumber"], row["acuan"]) for row in rows] == [
        ("2026-R-01.1", "Rapat", "Rapat evaluasi, 3 Februari 2026"),
        ("2026-R-01.2", "Rapat", "Rapat evaluasi, 3 Februari 2026"),
    ]


def test_the_ledger_of_a_quarter_goes_by_deadline_and_leaves_out_what_was_done_before() -> None:
    done = RecordedFollowUp(
        "TL-1", FollowUpSource.SURVEY, "Perbaiki loket", tanggal=date(2026, 1, 5),
        keadaan=CLOSED, selesai=date(2026, 3, 2),
    )  # fmt: skip
    late = RecordedFollowUp(
        "TL-2", FollowUpSource.COMPLAINT, "Jawab aduan", tanggal=date(2026, 1, 5),
        batas=date(2026, 1, 20),
    )  # fmt: skip
    of = held(done, late)
    first, second = (ledger(of, Period(2026, Cycle.QUARTER, number)) for number in (1, 2))
    assert [each.what for each in first] == [
        "Jawab aduan",
        "Menyusun laporan",
        "Perbaiki loket",
        "Mengunggah bukti",
    ]
    assert [each.what for each in second] == ["Jawab aduan", "Menyusun laporan", "Mengunggah bukti"]
