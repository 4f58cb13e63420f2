"""Checks of the schedule: a year of meetings in, what does not fit out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from tests.cases.meetings import meeting, year
from tests.cases.plans import activity, rich, with_decree
from tests.cases.plans import plan as small_plan
from zi_docs.checks.schedule_rules import (
    check_clashes,
    check_days_off,
    check_meeting_papers,
    check_monitoring_meetings,
    check_needed_meetings,
)
from zi_docs.findings import Finding
from zi_docs.model import DecreeKind, GivenNumber, Origin, TeamSeat

MARCH = date(2026, 3, 31)


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 5, 14), "peringatan: Rapat R-01 jatuh pada Kamis, 14 Mei 2026, hari libur "
         "(Kenaikan Yesus Kristus)"),
        (date(2026, 12, 24), "saran: Rapat R-01 jatuh pada Kamis, 24 Desember 2026, hari libur "
         "(Cuti Bersama Hari Raya Natal)"),
        (date(2026, 9, 14), "peringatan: Rapat R-01 jatuh pada Senin, 14 September 2026, hari "
         "libur (hari jadi)"),
    ],
)  # fmt: skip
def test_a_meeting_on_a_day_off(day: date, told: str) -> None:
    plan = replace(year(meeting(tanggal=day)), local_days_off=("14 September 2026: hari jadi",))
    (finding,) = check_days_off(plan)
    assert f"zi.xlsx › Rapat!C4: {told}" in str(finding)


def test_working_days_and_weekends_are_no_days_off() -> None:
    saturday = meeting(tanggal=date(2026, 3, 21))
    assert list(check_days_off(year(meeting(), saturday))) == []


def test_a_local_day_off_that_names_no_day_is_asked_about() -> None:
    plan = replace(year(), local_days_off=("Hari jadi kabupaten", "31 Juni 2026"))
    messages = [finding.message for finding in check_days_off(plan)]
    assert [message[:45] for message in messages] == [
        "Hari libur daerah “Hari jadi kabupaten” tidak",
        "Hari libur daerah “31 Juni 2026” tidak diawal",
    ]


def clashes(**changes: object) -> list[str]:
    """A meeting of SEK and the Komisioner at 09.00, and another of the same day."""
    other = meeting(id="R-02", origin=Origin("zi.xlsx", "Rapat", 5), **changes)
    plan = year(meeting(selesai=time(11)), other)
    return [finding.message for finding in check_clashes(plan)]


def test_two_meetings_in_one_room_or_of_the_same_people() -> None:
    alone: dict[str, object] = {"undangan": ("KSB",), "pimpinan": "KSB", "notulis": ""}
    assert clashes(mulai=time(10), **alone) == [
        "Rapat R-02 memakai Ruang Rapat pada waktu yang sama dengan rapat R-01; ubah tempat atau "
        "jam salah satunya."
    ]
    assert clashes(
        mulai=time(10), tempat="Aula", undangan=("SEK",), pimpinan="KSB", notulis=""
    ) == [
        "Rapat R-02 dan rapat R-01 berlangsung pada waktu yang sama, padahal keduanya memerlukan "
        "Sekretaris (SEK); ubah jam salah satunya."
    ]
    assert clashes(mulai=time(11)) == []
    assert clashes(mulai=None) == []
    assert clashes(mulai=time(9), tanggal=date(2026, 3, 30)) == []
    assert clashes(mulai=time(9), tempat="Zoom", **alone) == []


def of_papers(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.code, finding.severity.value) for finding in findings]


def test_papers_of_a_meeting_dated_before_it() -> None:
    before = meeting(tindak_lanjut=rich("Menyusun | SEK | 30 Maret 2026\nMencetak | SEK | segera"))
    report = GivenNumber("Notula", 3, date(2026, 3, 30), dokumen="R-01")
    letter = GivenNumber("Undangan", 3, date(2026, 3, 26), dokumen="R-01")
    findings = list(check_meeting_papers(replace(year(before), numbers=(report, letter))))
    assert of_papers(findings) == [
        ("RAPAT-BATAS", "peringatan"),
        ("RAPAT-NASKAH", "peringatan"),
    ]
    assert "Batas waktu “30 Maret 2026” pada tindak lanjut rapat R-01" in findings[0].message


@pytest.mark.parametrize(
    ("day", "number", "severities"),
    [
        (date(2026, 1, 22), "5/BA", []),
        (date(2026, 1, 23), "5/BA", ["kesalahan"]),
        (date(2026, 1, 23), "", ["peringatan"]),
    ],
)
def test_a_pleno_comes_before_the_decree_that_it_decided(
    day: date, number: str, severities: list[str]
) -> None:
    """The decree is dated 22 January, and cites a numbered berita acara as what it rests on."""
    pleno = meeting(tanggal=day, jenis="Pleno", keputusan="renaksi", nomor_ba=number)
    findings = check_meeting_papers(replace(small_plan(), meetings=(pleno,)))
    assert [finding.severity.value for finding in findings] == severities


def monitoring(*days: date, **changes: object) -> list[tuple[str, str]]:
    title = "Rapat Evaluasi Pembangunan Zona Integritas"
    meetings = (meeting(id=f"R-{day:%m}", acara=title, tanggal=day, **changes) for day in days)
    return [(f.code, f.message[:20]) for f in check_monitoring_meetings(year(*meetings))]


def test_each_quarter_is_evaluated_in_its_last_month_or_the_next() -> None:
    year_round = (date(2026, 4, 9), date(2026, 6, 30), date(2026, 10, 1), date(2027, 1, 8))
    assert monitoring(*year_round) == []
    assert monitoring(*year_round[:1], *year_round[2:]) == [("RAPAT-MONEV", "Triwulan II belum me")]
    # Other meetings evaluate something else.
    other = meeting(acara="Rapat Evaluasi Arsip")
    assert len(list(check_monitoring_meetings(year(other)))) == 4
    assert list(check_monitoring_meetings(year())) == []


def test_the_leaders_are_invited_to_evaluate() -> None:
    decree = with_decree(
        small_plan(), id="tim", jenis=DecreeKind.TEAM, judul="Tim Kerja Zona Integritas"
    ).decrees
    seats = (TeamSeat("tim", "Pengarah", pejabat="KETUA"),)
    title = "Monev Zona Integritas"
    days = [date(2026, month, 9) for month in (3, 6, 9, 12)]
    without = [meeting(acara=title, tanggal=day, pimpinan="SEK", undangan=("SEK",)) for day in days]
    with_leader = [replace(without[0], undangan=("SEK", "Komisioner")), *without[1:]]
    for meetings, count in ((without, 4), (with_leader, 3)):
        plan = replace(year(*meetings), decrees=decree, seats=seats)
        findings = list(check_monitoring_meetings(plan))
        assert [finding.code for finding in findings] == ["RAPAT-MONEV-PIMPINAN"] * count


def test_rows_that_ask_for_a_meeting_which_is_missing() -> None:
    row = replace(
        activity("RA-001", "I MANAJEMEN PERUBAHAN", "Tim", 1, 2, 3),
        langkah_aksi=rich("Rapat pembentukan tim"),
        origin=Origin("zi.xlsx", "Rencana Aksi", 4, {"langkah_aksi": "E4"}),
    )
    plan = replace(year(meeting(baris=("RA-001",))), activities=(row,), meeting_words=("rapat",))
    (finding,) = check_needed_meetings(plan)
    assert str(finding).startswith(
        "zi.xlsx › Rencana Aksi!E4: saran: Baris RA-001 menyebut “rapat”, tetapi lembar Rapat "
        "belum mempunyai rapat untuknya pada Januari dan Februari."
    )
    assert list(check_needed_meetings(replace(plan, meetings=()))) == []
