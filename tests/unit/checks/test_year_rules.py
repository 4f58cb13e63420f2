"""Checks of the year: which kind of paper may be dated when, to the day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cases.plans import decree, office, plan, rich
from zi_docs.checks.year_rules import check_year
from zi_docs.findings import Severity
from zi_docs.model import (
    Decree,
    DecreeKind,
    GivenNumber,
    Level,
    Meeting,
    Origin,
    Passage,
    Plan,
    Realisation,
    Revision,
)

NEW_YEARS_EVE, NEW_YEARS_DAY = date(2026, 12, 31), date(2027, 1, 1)
DECEMBER_FIRST, NOVEMBER_LAST = date(2026, 12, 1), date(2026, 11, 30)
MARCH_LAST, APRIL_FIRST = date(2028, 3, 31), date(2028, 4, 1)
LAST_DAY, NEXT_YEAR = date(2027, 12, 31), date(2028, 1, 1)


def at(sheet: str, **cells: str) -> Origin:
    return Origin("zi.xlsx", sheet, 4, cells)


def year(**parts: object) -> Plan:
    """The year 2027 with nothing dated in it, but for what is given."""
    empty = replace(plan(), office=replace(office(), tahun=2027), decrees=(), numbers=())
    return replace(empty, **parts)  # type: ignore[arg-type]


def told(whole: Plan) -> list[str]:
    """The cells of the findings, all of them errors."""
    findings = list(check_year(whole))
    assert {finding.severity for finding in findings} <= {Severity.ERROR}
    return [f"{finding.place.sheet}!{finding.place.cell}" for finding in findings]


def of_plan(day: date | None, number: str = "10", **more: object) -> Decree:
    origin = at("Keputusan", tanggal="D4", nomor="C4", judul="F4")
    changes = {"judul": "Rencana Aksi Tahun 2027", "narrative": (), "origin": origin} | more
    return replace(decree(), nomor=number, tanggal=day, **changes)  # type: ignore[arg-type]


def of_team(day: date | None) -> Decree:
    return of_plan(day, id="sk-tim", jenis=DecreeKind.TEAM, judul="Tim Kerja")


def amendment(of: str, day: date) -> Revision:
    return Revision(f"{of}-p1", of, "24", day, origin=at("Revisi", tanggal="D4", nomor="C4"))


def meeting(day: date, title: str = "Sosialisasi", **more: object) -> Meeting:
    cells = {"tanggal": "C4", "nomor": "K4", "tanggal_surat": "L4", "nomor_ba": "Z4"}
    return Meeting("R-01", title, day, origin=at("Rapat", **cells), **more)  # type: ignore[arg-type]


BOTH = ["Keputusan!D4", "Keputusan!C4"]


@pytest.mark.parametrize(
    ("day", "cells"),
    [(NEW_YEARS_EVE, BOTH), (NEW_YEARS_DAY, []), (LAST_DAY, []), (NEXT_YEAR, BOTH), (None, [])],
)
def test_the_decree_on_the_plan_has_a_day_of_its_year(day: date | None, cells: list[str]) -> None:
    assert told(year(decrees=(of_plan(day),))) == cells


@pytest.mark.parametrize(
    ("day", "cells"),
    [(NOVEMBER_LAST, BOTH), (DECEMBER_FIRST, []), (LAST_DAY, []), (NEXT_YEAR, BOTH)],
)
def test_a_team_may_be_appointed_in_the_december_before(day: date, cells: list[str]) -> None:
    assert told(year(decrees=(of_team(day),))) == cells


def test_an_amendment_has_the_days_of_the_decree_that_it_changes() -> None:
    both = (of_plan(None, ""), replace(of_team(None), nomor=""))
    changed = year(decrees=both, revisions=(amendment("renaksi", NEW_YEARS_EVE),))
    assert told(changed) == ["Revisi!D4", "Revisi!C4"]
    assert told(year(decrees=both, revisions=(amendment("sk-tim", NEW_YEARS_EVE),))) == []


@pytest.mark.parametrize(
    ("number", "cells"),
    [
        ("10/KPTS/2026", ["Keputusan!C4"]),
        ("10/KPTS/2027", []),
        ("2026", []),
        ("10 Tahun 2026", ["Keputusan!C4"]),
    ],
)
def test_a_number_names_its_year_without_a_date(number: str, cells: list[str]) -> None:
    """The first part is the running number, whatever year it looks like."""
    assert told(year(decrees=(of_plan(None, number),))) == cells


def test_a_message_says_which_days_are_meant() -> None:
    date_finding, number_finding = check_year(year(decrees=(of_team(NOVEMBER_LAST),)))
    assert date_finding.message == (
        "Keputusan sk-tim bertanggal 30 November 2026, bukan tanggal untuk tahun 2027 (1 Desember "
        "2026 sampai dengan 31 Desember 2027). Perbaiki tanggalnya, atau kosongkan bila belum ada."
    )
    assert number_finding.message == (
        "Keputusan sk-tim: nomor “10” berasal dari tahun 2026, bukan 2027. Kosongkan, lalu isilah "
        "dengan nomor tahun ini."
    )


@pytest.mark.parametrize(
    ("title", "day", "cells"),
    [
        ("Sosialisasi", NEW_YEARS_EVE, ["Rapat!C4"]),
        ("Sosialisasi", NEW_YEARS_DAY, []),
        ("Sosialisasi", NEXT_YEAR, ["Rapat!C4"]),
        ("Rapat Evaluasi Triwulan IV", NEW_YEARS_EVE, ["Rapat!C4"]),
        ("Rapat Evaluasi Triwulan IV", NEXT_YEAR, []),
        ("Pembahasan Laporan Tahunan", MARCH_LAST, []),
        ("Pembahasan Laporan Tahunan", APRIL_FIRST, ["Rapat!C4"]),
    ],
)
def test_only_a_meeting_that_looks_back_may_be_held_in_the_next_year(
    title: str, day: date, cells: list[str]
) -> None:
    assert told(year(meetings=(meeting(day, title),))) == cells


def test_the_pleno_that_decides_a_team_has_the_days_of_its_decree() -> None:
    pleno = meeting(DECEMBER_FIRST, jenis="Pleno", keputusan="sk-tim", nomor_ba="3/BA/2026")
    team = replace(of_team(None), nomor="")
    assert told(year(decrees=(team,), meetings=(pleno,))) == []
    of_the_plan = replace(pleno, keputusan="renaksi")
    assert told(year(decrees=(of_plan(None, ""),), meetings=(of_the_plan,))) == [
        "Rapat!C4",
        "Rapat!Z4",
    ]


@pytest.mark.parametrize(
    ("day", "cells"),
    [(NOVEMBER_LAST, ["Rapat!L4", "Rapat!K4"]), (DECEMBER_FIRST, []), (NEW_YEARS_EVE, [])],
)
def test_the_first_invitations_go_out_in_december(day: date, cells: list[str]) -> None:
    number = f"7/PW.02-Und/1504/{day.year}"
    letter = meeting(date(2027, 1, 5), tanggal_surat=day, nomor=number)
    assert told(year(meetings=(letter,))) == cells


def test_a_letter_without_a_date_was_sent_for_its_meeting() -> None:
    assert told(year(meetings=(meeting(date(2026, 3, 3), nomor="7"),))) == ["Rapat!C4", "Rapat!K4"]


@pytest.mark.parametrize(
    ("kind", "day", "cells"),
    [
        ("Keputusan", NOVEMBER_LAST, ["Nomor!C4", "Nomor!D4"]),
        ("Keputusan Sekretaris", DECEMBER_FIRST, []),
        ("Keputusan", NEXT_YEAR, ["Nomor!C4", "Nomor!D4"]),
        ("Undangan", DECEMBER_FIRST, []),
        ("Surat Dinas", DECEMBER_FIRST, ["Nomor!C4", "Nomor!D4"]),
        ("Surat Dinas", MARCH_LAST, []),
        ("Surat Dinas", APRIL_FIRST, ["Nomor!C4", "Nomor!D4"]),
    ],
)
def test_the_register_has_the_days_of_its_papers(kind: str, day: date, cells: list[str]) -> None:
    given = GivenNumber(
        kind, 7, day, f"7/{day.year}", origin=at("Nomor", tanggal="C4", lengkap="D4")
    )
    assert told(year(numbers=(given,))) == cells


def test_the_register_knows_the_paper_that_it_names() -> None:
    day, origin = DECEMBER_FIRST, at("Nomor", tanggal="C4", lengkap="D4")
    given = GivenNumber("Keputusan", 7, day, "7", "renaksi", origin=origin)
    decrees = (of_plan(None, ""), replace(of_team(None), nomor=""))
    assert told(year(decrees=decrees, numbers=(given,))) == ["Nomor!C4", "Nomor!D4"]
    assert told(year(decrees=decrees, numbers=(replace(given, dokumen="sk-tim"),))) == []


def test_a_follow_up_is_not_due_before_its_year() -> None:
    late, next_year, slip = (
        Realisation("RA-001", 1, batas=day, origin=at("Realisasi", batas="K4"))
        for day in (NEW_YEARS_EVE, APRIL_FIRST, date(2062, 4, 1))
    )
    assert told(year(realisations=(late,))) == ["Realisasi!K4"]
    assert told(year(realisations=(next_year,))) == []
    assert told(year(realisations=(slip,))) == ["Realisasi!K4"]


@pytest.mark.parametrize(
    ("title", "cells"),
    [
        ("Rencana Aksi Tahun 2026", ["Keputusan!F4"]),
        ("Rencana Aksi TAHUN 2027", []),
        ("Rencana Aksi Tahun 2027 menurut Renstra Tahun 2025-2029", []),
        ("Pelaksanaan Peraturan Nomor 90 Tahun 2021", []),
    ],
)
def test_the_title_of_the_plan_names_no_other_year(title: str, cells: list[str]) -> None:
    assert told(year(decrees=(of_plan(None, "", judul=title),))) == cells
    team = replace(of_team(None), nomor="", judul=title)
    assert told(year(decrees=(team,))) == []


def test_the_title_of_its_table_does_neither() -> None:
    table = Passage(
        Level.TABLE_TITLE, rich("Rencana Aksi\nTahun 2026"), origin=at("Narasi", isi="C9")
    )
    assert told(year(decrees=(of_plan(None, "", narrative=(table,)),))) == ["Narasi!C9"]
