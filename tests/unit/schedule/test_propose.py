"""Meetings proposed from a plan: which rows ask, who shares, on which day, under which name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from pathlib import Path

import pytest

from tests.cases.plans import office, plan, rich
from zi_docs.model import Activity, Meeting, Plan
from zi_docs.schedule.days import off_days
from zi_docs.schedule.needs import meeting_needs
from zi_docs.schedule.propose import (
    MeetingGrouping,
    ProposedSchedule,
    proposal_rows,
    propose_meetings,
)
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.sheets.list_sheets import MEETING_WORDS, NOT_MEETINGS

SOURCE = Path(__file__).parents[3] / "source/zi-2026.xlsx"
NEW_YEAR = date(2026, 1, 1)
AREA_I, AREA_II = "I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA"


def row(key: str, step: str, evidence: str, *months: int, area: str = AREA_I) -> Activity:
    return Activity(
        key,
        area,
        rich(f"Komponen {key}"),
        rich("Indikator"),
        rich(step),
        rich(evidence),
        frozenset(months),
    )


def year(*rows: Activity) -> Plan:
    return replace(plan(), activities=rows, meeting_words=MEETING_WORDS, not_meetings=NOT_MEETINGS)


def told(schedule: ProposedSchedule) -> list[str]:
    """One line a proposal: day, title, rows."""
    return [
        f"{p.meeting.tanggal:%d/%m} {p.meeting.acara} [{' '.join(p.meeting.baris)}]"
        for p in schedule.proposals
    ]


def test_a_year_as_an_office_plans_it() -> None:
    schedule = propose_meetings(
        year(
            row("A", "Rapat evaluasi pembangunan ZI per triwulan dan semester", "Undangan", 4, 7),
            row("B", "Memantau kinerja", "Laporan rapat evaluasi capaian kinerja", 4, 5),
            row("C", "Melaksanakan sosialisasi SOP", "Foto", 5),
            row("D", "Kode etik sudah disosialisasikan", "Rekapitulasi", 5, area=AREA_II),
            row("E", "Rapat pembahasan kebutuhan diklat pegawai", "Notula", 5),
            row("F", "Memasang poster", "Foto", 5),
        ),
        NEW_YEAR,
    )
    assert told(schedule) == [
        "16/04 Rapat Evaluasi Pembangunan Zona Integritas Triwulan I Tahun 2026 [A B]",
        "06/05 Sosialisasi Komponen C dan Komponen D Bulan Mei 2026 [C D]",
        "18/05 Rapat Pembahasan Kebutuhan Diklat Pegawai Bulan Mei 2026 [E]",
        "25/05 Rapat Evaluasi Capaian Kinerja Bulan Mei 2026 [B]",
        "16/07 Rapat Evaluasi Pembangunan Zona Integritas Triwulan II dan Semester I "
        "Tahun 2026 [A]",
    ]
    assert [p.meeting.id for p in schedule.proposals] == ["R-01", "R-02", "R-03", "R-04", "R-05"]
    assert schedule.proposals[1].reason == (
        "Baris bulan yang sama bertujuan sosialisasi: C (“sosialisasi”), D (“sosialisasi”)."
    )


def test_rows_of_one_purpose_meet_by_area_when_asked() -> None:
    rows = (
        row("A", "Rapat evaluasi kinerja", "", 3),
        row("B", "Rapat evaluasi aplikasi", "", 3, area=AREA_II),
    )
    assert len(propose_meetings(year(*rows), NEW_YEAR).proposals) == 1
    apart = propose_meetings(year(*rows), NEW_YEAR, MeetingGrouping.AREA)
    assert [p.meeting.baris for p in apart.proposals] == [("A",), ("B",)]
    assert "pada area II PENATAAN TATA LAKSANA: B (“rapat”)." in apart.proposals[1].reason


def test_many_subjects_are_not_all_put_into_the_title() -> None:
    rows = [row(key, "Sosialisasi", "Foto", 2) for key in "ABCD"]
    (proposal,) = propose_meetings(year(*rows), NEW_YEAR).proposals
    assert proposal.meeting.acara == "Sosialisasi Pembangunan Zona Integritas Bulan Februari 2026"
    assert proposal.meeting.baris == ("A", "B", "C", "D")


def test_the_last_quarter_may_be_evaluated_in_january() -> None:
    zi = row("A", "Rapat evaluasi Zona Integritas setiap triwulan", "", 1)
    (proposal,) = propose_meetings(year(zi), NEW_YEAR).proposals
    assert proposal.meeting.acara.endswith("Triwulan IV Tahun 2025")


def test_words_count_as_words_and_phrases_excuse() -> None:
    schedule = propose_meetings(
        year(
            row("A", "Menyusun dokumen secara rapatan", "Kerapatan arsip", 2),
            row("B", "Mengikuti  rapat koordinasi di provinsi", "Undangan", 2),
            row("C", "Pimpinan mengisi/ mencatat kehadiran", "Daftar Hadir", 2),
        ),
        NEW_YEAR,
    )
    assert schedule.proposals == ()
    assert [finding.message.split(" (")[0] for finding in schedule.findings] == [
        "Baris B menyebut “rapat”, tetapi juga “mengikuti rapat”",
        "Baris C menyebut “daftar hadir”, tetapi juga “mencatat kehadiran”",
    ]


def test_nothing_before_the_first_day_and_nothing_twice() -> None:
    held = Meeting("R-01", "Evaluasi April", date(2026, 4, 16), baris=("a",))
    asked = year(row("A", "Rapat evaluasi kinerja", "", 3, 4, 5))
    schedule = propose_meetings(replace(asked, meetings=(held,)), date(2026, 4, 1))
    assert told(schedule) == ["18/05 Rapat Evaluasi Kinerja Bulan Mei 2026 [A]"]
    assert schedule.proposals[0].meeting.id == "R-02"
    assert [(f.code, f.message) for f in schedule.findings] == [
        (
            "JADWAL-LAMPAU",
            "Rapat bulan Maret untuk baris A tidak diusulkan karena jadwal dimulai 1 April 2026. "
            "Bila rapat itu sudah berlangsung, catatlah pada lembar Rapat.",
        )
    ]


def test_a_taken_day_is_left_alone() -> None:
    asked = year(row("A", "Rapat evaluasi kinerja", "", 5))
    (free,) = propose_meetings(asked, NEW_YEAR).proposals
    held = Meeting("X", "Rapat lain", free.meeting.tanggal)
    (other,) = propose_meetings(replace(asked, meetings=(held,)), NEW_YEAR).proposals
    assert other.meeting.tanggal != free.meeting.tanggal


def test_a_month_without_a_day_left_is_a_warning() -> None:
    schedule = propose_meetings(year(row("A", "Rapat evaluasi", "", 2)), date(2026, 2, 28))
    assert schedule.proposals == ()
    assert [f.code for f in schedule.findings] == ["JADWAL-PENUH"]


def test_times_and_people_only_where_the_office_gave_them() -> None:
    asked = year(row("A", "Rapat evaluasi kinerja", "", 5))
    (bare,) = proposal_rows(propose_meetings(asked, NEW_YEAR).proposals)
    assert set(bare) == {"id", "acara", "tanggal", "baris", "sifat", "catatan"}
    settled = replace(
        office(),
        rapat_mulai=time(9),
        rapat_tempat="Ruang rapat",
        rapat_klasifikasi="PW.02",
        rapat_pimpinan="KETUA",
        rapat_undangan=("Komisioner", "Sekretariat"),
    )
    (given,) = proposal_rows(propose_meetings(replace(asked, office=settled), NEW_YEAR).proposals)
    assert (given["mulai"], given["tempat"], given["pimpinan"]) == (
        time(9),
        "Ruang rapat",
        "KETUA",
    )
    assert (given["undangan"], given["klasifikasi"]) == (("Komisioner", "Sekretariat"), "PW.02")


@pytest.mark.parametrize("by", MeetingGrouping)
def test_the_real_plan_gets_each_of_its_meetings_once_on_a_day_of_its_own(
    by: MeetingGrouping,
) -> None:
    real, _ = read_plan(SOURCE)
    assert real is not None
    real = replace(real, meetings=())
    meetings = [proposal.meeting for proposal in propose_meetings(real, NEW_YEAR, by).proposals]
    served = [(row, meeting.tanggal.month) for meeting in meetings for row in meeting.baris]
    assert sorted(served) == sorted((need.activity.id, need.month) for need in meeting_needs(real))
    days = [meeting.tanggal for meeting in meetings]
    assert days == sorted(set(days))
    assert all(off_days(2026).is_working_day(day) for day in days)
    quarterly = [m.acara.partition("Integritas ")[2] for m in meetings if "RA-003" in m.baris]
    assert quarterly == [
        "Triwulan I Tahun 2026",
        "Triwulan II dan Semester I Tahun 2026",
        "Triwulan III Tahun 2026",
        "Triwulan IV dan Semester II Tahun 2026",
    ]
