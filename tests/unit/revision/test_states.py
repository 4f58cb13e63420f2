"""Which state of a decree is in force when, and what is wrong with dates and names."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.cases.plans import plan, with_decree
from zi_docs.checks.decree_rules import (
    check_revision_dates,
    check_revision_ids,
    check_revision_numbers,
)
from zi_docs.findings import Severity
from zi_docs.model import Origin, Plan, Revision
from zi_docs.revision.states import (
    Year,
    in_force,
    path_of,
    read_year,
    state_of,
    states,
    strays,
)
from zi_docs.workbook.writing.author import write_workbook


def revised(*revisions: tuple[str, date | None]) -> Plan:
    """The small plan, decreed 22 January 2026, with revisions in the rows from 4 on."""
    return replace(
        plan(),
        revisions=tuple(
            Revision(key, "renaksi", tanggal=day,
                     origin=Origin("zi.xlsx", "Revisi", row, {"tanggal": f"D{row}"}))
            for row, (key, day) in enumerate(revisions, start=4)
        ),
    )  # fmt: skip


APRIL, JULY = date(2026, 4, 1), date(2026, 7, 1)


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(2026, 1, 21), None),
        (date(2026, 1, 22), "renaksi"),
        (date(2026, 3, 31), "renaksi"),
        (APRIL, "p1"),
        (date(2026, 6, 30), "p1"),
        (JULY, "p2"),
        # A draft is not in force, whatever the day.
        (date(2030, 1, 1), "p2"),
    ],
)
def test_the_plan_in_force_is_the_newest_decreed_until_that_day(
    day: date, state: str | None
) -> None:
    year = revised(("p1", APRIL), ("p2", JULY), ("p3", None))
    found = in_force(year, year.decrees[0], day)
    assert (found.id if found else None) == state


def test_states_count_and_name_their_snapshots() -> None:
    year = revised(("p1", APRIL), ("p2", JULY))
    assert [(s.number, s.id, s.snapshot) for s in states(year, year.decrees[0])] == [
        (0, "renaksi", "revisi/renaksi.xlsx"),
        (1, "p1", "revisi/p1.xlsx"),
        (2, "p2", "revisi/p2.xlsx"),
    ]
    state = state_of(year, "P2")
    assert state is not None and state.number == 2
    assert state_of(year, "tiada") is None


def test_dates_do_not_go_backwards() -> None:
    year = revised(("p1", JULY), ("p2", APRIL), ("p3", date(2026, 1, 1)))
    assert [(f.code, f.place.cell) for f in check_revision_dates(year)] == [
        ("REV-TANGGAL", "D5"),
        ("REV-TANGGAL", "D6"),
    ]
    (first, _) = check_revision_dates(year)
    assert "bertanggal 1 April 2026, mendahului p1 (1 Juli 2026)" in first.message
    assert not list(check_revision_dates(revised(("p1", APRIL), ("p2", None), ("p3", JULY))))


def test_a_decree_without_a_date_cannot_be_changed_yet() -> None:
    year = revised(("p1", APRIL))
    year = replace(year, decrees=(replace(year.decrees[0], tanggal=None),))
    assert [finding.code for finding in check_revision_dates(year)] == ["REV-DASAR"]


def test_a_revision_does_not_take_the_id_of_a_decree() -> None:
    assert [finding.code for finding in check_revision_ids(revised(("Renaksi", APRIL)))] == [
        "REV-ID"
    ]


def test_what_is_given_after_a_state_was_saved_is_the_workbooks() -> None:
    """Number, date and what only the metadata say; the words stay as they were decreed."""
    saved = with_decree(plan(), nomor="", tanggal=None, lokasi="Bagian Hukum")
    now = with_decree(
        revised(("p1", APRIL)), subjek="Zona Integritas", lokasi="Bagian lain", judul="Judul lain"
    )
    first = states(now, now.decrees[0])[0]
    known = Year(now, {"renaksi": saved}).plan_of(first)
    assert known is not None
    (made,) = known.decrees
    assert (made.nomor, made.tanggal) == ("10", date(2026, 1, 22))
    assert (made.subjek, made.lokasi) == ("Zona Integritas", "Bagian Hukum")
    assert made.judul == "Rencana Aksi Contoh Tahun 2026"


# Drafts at once: p1 decreed and saved, p2 and p3 drafted


def test_unsaved_drafts_both_change_what_was_decreed() -> None:
    now = revised(("p1", APRIL), ("p2", None), ("p3", None))
    year = Year(now, {"renaksi": plan(), "p1": plan()})
    _, first, second, third = states(now, now.decrees[0])
    assert (year.before(second), year.before(third)) == (first, first)
    assert year.plan_of(second) is now
    assert year.plan_of(third) is now
    assert year.entangled(second) == (third,)
    assert year.entangled(third) == (second,)
    assert year.entangled(first) == ()


def test_a_saved_draft_is_what_the_next_one_changes() -> None:
    now = revised(("p1", APRIL), ("p2", None), ("p3", None))
    year = Year(now, {"renaksi": plan(), "p1": plan(), "p2": plan()})
    _, _, second, third = states(now, now.decrees[0])
    assert year.before(third) == second
    assert (year.entangled(second), year.entangled(third)) == ((), ())


def test_a_decreed_state_that_was_not_saved_stays_unknown() -> None:
    """What it decreed is never made up from a later workbook."""
    now = revised(("p1", APRIL), ("p2", None))
    year = Year(now, {"renaksi": plan()})
    _, first, draft = states(now, now.decrees[0])
    assert year.plan_of(first) is None
    assert year.before(draft) == first
    assert [finding.code for finding in year.unknown(first)] == ["REV-TIADA"]


def book_of(year: int, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(write_workbook({"instansi": [{"tahun": year}]}, date(year, 1, 1)))
    return path


def next_year(*revisions: Revision) -> Plan:
    return replace(plan(), office=replace(plan().office, tahun=2027), revisions=revisions)


def test_a_state_of_another_year_is_an_error_that_names_it(tmp_path: Path) -> None:
    """Tahun was set to 2027 in last year's workbook, and its states still stand beside it."""
    kept = book_of(2026, tmp_path / "revisi" / "renaksi.xlsx")
    source, year = tmp_path / "zi-2026.xlsx", next_year()
    (stray,) = strays(year, source)
    assert (stray.code, stray.severity) == ("REV-TAHUN", Severity.ERROR)
    assert stray.message.startswith(f"Keadaan {kept} berasal dari tahun 2026, bukan 2027")
    assert not read_year(year, source).decreed
    assert not list(strays(plan(), source))


def test_years_of_one_folder_keep_their_states_apart(tmp_path: Path) -> None:
    """The workbook of 2026 stands there: the state is its own, and 2027 keeps another."""
    source, year = tmp_path / "zi-2027.xlsx", next_year()
    (tmp_path / "zi-2026.xlsx").touch()
    first = book_of(2026, tmp_path / "revisi" / "renaksi.xlsx")
    (state,) = states(year, year.decrees[0])
    assert not list(strays(year, source))
    assert path_of(state, source) == tmp_path / "revisi" / "2027" / "renaksi.xlsx"
    own = book_of(2027, path_of(state, source))
    first.unlink()
    assert path_of(state, source) == own
    assert path_of(states(plan(), plan().decrees[0])[0], source) == first


def test_a_state_that_the_workbook_names_is_not_left_aside(tmp_path: Path) -> None:
    (tmp_path / "zi-2026.xlsx").touch()
    book_of(2026, tmp_path / "arsip" / "juli.xlsx")
    origin = Origin("zi.xlsx", "Revisi", 4, {"berkas": "G4"})
    year = next_year(Revision("p1", "renaksi", berkas="arsip/juli.xlsx", origin=origin))
    assert [f.place.cell for f in strays(year, tmp_path / "zi-2027.xlsx")] == ["G4"]


def test_an_amendment_does_not_take_the_number_of_another_decree() -> None:
    """The files for JDIH of both would have one name."""
    year = revised(("p1", APRIL), ("p2", JULY), ("p3", None))
    numbers = ("10", "24", "24")
    named = tuple(replace(r, nomor=n) for r, n in zip(year.revisions, numbers, strict=True))
    year = replace(year, revisions=named)
    (taken,) = check_revision_numbers(year)
    assert taken.code == "REV-NOMOR"
    assert taken.message.startswith("Nomor 10 perubahan p1 sudah dipakai oleh renaksi")
    dated = replace(year, revisions=(*named[:2], replace(named[2], tanggal=JULY)))
    assert len(list(check_revision_numbers(dated))) == 2


def test_states_in_a_folder_that_cannot_be_entered_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither a traceback, nor a year without its states."""
    source = tmp_path / "zi-2026.xlsx"
    source.write_bytes(b"")
    folder = tmp_path / "revisi"
    stat = os.stat

    def barred(path: object, **options: object) -> os.stat_result:
        if isinstance(path, str | Path) and folder in Path(path).parents:
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **options)  # type: ignore[arg-type, call-overload]

    monkeypatch.setattr(os, "stat", barred)
    year = read_year(revised(("p1", APRIL)), source)
    assert {key: [f.code for f in findings] for key, findings in year.unreadable.items()} == {
        "renaksi": ["WB-IZIN"],
        "p1": ["WB-IZIN"],
    }
