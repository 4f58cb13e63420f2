"""How the year stands on a day: due, overdue, not evidenced, and what papers lack."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from rich.console import Console

from tests.cases.plans import decree, plan, rich
from tests.cases.products import products
from zi_docs.model import (
    DecreeKind,
    FollowUpSource,
    Meeting,
    Plan,
    Realisation,
    RecordedFollowUp,
    TeamSeat,
)
from zi_docs.status import show
from zi_docs.status.gather import Status, Work, status


def year() -> Plan:
    """RA-001 is marked for January, RA-002 for January to March."""
    held = Meeting("R-01", "Rapat Awal", date(2026, 1, 20), pimpinan="KETUA", notulis="KSB")
    team = replace(decree(), id="tim", jenis=DecreeKind.TEAM, nomor="", tanggal=None)
    return replace(
        plan(),
        decrees=(decree(), team),
        seats=(TeamSeat("tim", "Ketua", pejabat="KETUA"), TeamSeat("tim", "Anggota")),
        meetings=(held, replace(held, id="R-02", tanggal=date(2026, 3, 20), nomor="5/Und")),
        realisations=(
            Realisation("RA-001", 1, persen=100, bukti_ada="Ada"),
            Realisation("RA-002", 1, persen=60),
        ),
    )


def on(day: date, plan: Plan | None = None) -> Status:
    """The state of the plan above, unless another is given, with the products that it gives."""
    plan = plan or year()
    return status(plan, products(plan), day)


def named(works: tuple[Work, ...]) -> list[tuple[str, tuple[int, ...], tuple[float, ...]]]:
    return [(work.activity.id, work.months, work.percents) for work in works]


def test_the_middle_of_march() -> None:
    state = on(date(2026, 3, 15))
    assert named(state.due) == [("RA-002", (3,), (0,))]
    assert named(state.overdue) == [("RA-002", (1, 2), (60, 0))]
    assert named(state.unevidenced) == [("RA-002", (1,), (60,))]
    assert [(waiting.name, waiting.missing) for waiting in state.waiting] == [
        (
            "Keputusan tim",
            ("pejabat untuk 1 kedudukan", "NIP Nama Ketua", "nomor", "tanggal"),
        ),
        ("Rapat R-01, Rapat Awal", ("nomor undangan", "notula")),
        (
            "Pakta Integritas 2026",
            (
                "nama 1 orang",
                "tanda tangan Pakta Integritas 3 orang",
                "tanda tangan pernyataan benturan kepentingan 3 orang",
                "pernyataan benturan kepentingan 3 orang",
            ),
        ),
        ("SPIP 2026", ("daftar risiko",)),
        ("Kartu Kendali SPIP Januari 2026", ("pelaksanaan pengendalian",)),
        ("Kartu Kendali SPIP Februari 2026", ("pelaksanaan pengendalian",)),
        ("Kepegawaian 2026", ("NIP 2 pegawai", "pangkat 2 pegawai", "kebutuhan diklat")),
    ]


def test_a_meeting_lacks_minutes_only_once_it_was_held() -> None:
    waiting = [waiting.name for waiting in on(date(2026, 3, 21)).waiting]
    assert "Rapat R-02, Rapat Awal" in waiting
    told = replace(year().meetings[1], pembahasan=rich("Dibahas."))
    silent = replace(year(), meetings=(told,))
    assert all("Rapat" not in waiting.name for waiting in on(date(2026, 3, 21), silent).waiting)


@pytest.mark.parametrize(
    ("day", "planned", "due", "overdue"),
    [
        (date(2025, 12, 31), 0, 0, 0),
        (date(2026, 1, 1), 2, 1, 0),
        (date(2026, 1, 31), 2, 1, 0),
        (date(2026, 2, 1), 3, 1, 1),
        (date(2026, 12, 31), 7, 2, 2),
        (date(2027, 1, 1), 7, 0, 3),
    ],
)
def test_a_month_is_overdue_from_the_next_month_s_first_day(
    day: date, planned: int, due: int, overdue: int
) -> None:
    state = on(day)
    assert state.so_far.planned == planned
    assert (len(state.due), len(state.overdue)) == (due, overdue)


def test_plain_text_for_a_pipe() -> None:
    text = show.as_text(on(date(2026, 3, 15)))
    assert text.splitlines()[:4] == [
        "Keadaan per 15 Maret 2026: dari 4 langkah terencana, 1 selesai, 2 tertunggak, 1 jatuh "
        "tempo bulan ini; capaian 40,0%.",
        "",
        "Jatuh tempo bulan ini (Maret): 1",
        "  I.2 RA-002 (Maret 0,0%): Langkah satu RA-002; Langkah dua RA-002",
    ]


def test_a_terminal_gets_a_screenful() -> None:
    screen = io.StringIO()
    many = tuple(
        replace(plan().activities[0], id=f"RA-{number:03}", langkah_aksi=rich("[bold] langkah"))
        for number in range(100, 160)
    )
    state = on(date(2026, 3, 15), replace(year(), activities=many))
    show.on_screen(state, Console(file=screen, width=100, height=30), whole=False)
    shown = screen.getvalue()
    assert len(shown.splitlines()) <= 30
    assert "Tertunggak: 60" in shown
    assert "[bold] langkah" in shown
    assert "--semua menampilkan semuanya" in shown
    show.on_screen(state, Console(file=screen, width=100, height=30), whole=True)
    assert screen.getvalue().count("RA-1") >= 60


def test_the_same_as_data() -> None:
    told = show.as_dict(on(date(2026, 3, 15)))
    assert told["date"] == "2026-03-15"
    assert (told["planned"], told["done"], told["percent"]) == (4, 1, 40)
    assert told["overdue"][0]["months"] == [1, 2]  # type: ignore[index]


def test_what_is_to_be_followed_up_is_shown_until_it_is_closed() -> None:
    """A recommendation of monev, an evaluator's note, and a note that nobody recorded yet."""
    asked = RecordedFollowUp(
        "TL-001",
        FollowUpSource.EVALUATION,
        "Unggah\nlaporan.",
        acuan="PPF4A, TPI unit",
        tanggal=date(2026, 2, 3),
        baris=("RA-001",),
        pic="Pokja",
        batas=date(2026, 3, 1),
    )
    advised = Realisation("RA-002", 2, rekomendasi="Susun SOP")
    whole = year()
    whole = replace(whole, follow_ups=(asked,), realisations=(*whole.realisations, advised))
    new = RecordedFollowUp("TL-002", FollowUpSource.EVALUATION, "Baru.", acuan="HBA, TPI unit")
    noted = status(whole, (), date(2026, 3, 15), [new])
    assert (
        "Tindak lanjut yang belum selesai: 2\n"
        "  Monev (Februari) (belum ditindaklanjuti; RA-002): Susun SOP\n"
        "  Evaluasi LKE (PPF4A, TPI unit) (belum ditindaklanjuti, melewati batas waktu; paling "
        "lambat 1 Maret 2026; Pokja; RA-001): Unggah laporan."
    ) in show.as_text(noted)
    assert (
        "Catatan TPI yang belum dicatat: 1\n"
        "  HBA, TPI unit (catat dengan lke --catat BARU.xlsx): Baru."
    ) in show.as_text(noted)
    told: Any = show.as_dict(noted)
    assert [each["source"] for each in told["follow_ups"]] == ["Monev", "Evaluasi LKE"]
    assert told["follow_ups"][1]["rows"] == ["RA-001"]
    assert told["notes"] == [{"item": "", "reference": "HBA, TPI unit", "text": "Baru."}]
    closed = replace(asked, keadaan="Selesai", selesai=date(2026, 3, 10))
    after = status(replace(whole, follow_ups=(closed,), realisations=()), (), date(2026, 3, 15))
    assert "Tindak lanjut yang" not in show.as_text(after)
    assert "Catatan TPI" not in show.as_text(after)
