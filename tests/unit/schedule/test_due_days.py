"""The duties of a year: whose they are, when they are due, how they are shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cases.plans import office, plan
from tests.cases.products import products
from zi_docs.data import DataFileError
from zi_docs.data.agencies import own_agency
from zi_docs.data.duties import duties_of
from zi_docs.model import Duty
from zi_docs.schedule.due_days import due_between, due_days
from zi_docs.schedule.ics import meeting_calendar
from zi_docs.status import show
from zi_docs.status.gather import status

WORDS = """
tanpa_nip = []
unit_penyalin = "SUBBAGIAN UMUM {lembaga}"
singkatan_keputusan = "kep"
kata_tim_zi = ["zona integritas"]
"""
DUTY = """
[[kewajiban]]
id = "laporan"
perihal = "Laporan triwulan"
bulan = [3, 12]
hari = 0
dasar = "Peraturan BPS 1/2026"
diperiksa = true
"""


def test_the_calendar_of_duties() -> None:
    days = [(due.day, due.duty.id) for due in due_days(office())]
    assert days[:3] == [
        (date(2026, 1, 10), "kartu-kendali-spip"),
        (date(2026, 1, 31), "pakta-integritas"),
        (date(2026, 2, 10), "kartu-kendali-spip"),
    ]
    counted = {key: [day for day, each in days if each == key] for _, key in days}
    assert len(counted["kartu-kendali-spip"]) == 12
    assert len(counted["survei"]) == 3
    assert counted["usulan-unit"] == [date(2026, 5, 31)]
    assert counted["laporan-perkembangan"] == [date(2026, 9, 30)]
    assert counted["penilaian-mandiri"] == [date(2026, 12, 31)]


def test_another_agency_has_none_of_them(tmp_path: Path) -> None:
    other = replace(office(), lembaga="Badan Pusat Statistik")
    assert duties_of(other) == ()
    words = tmp_path / "bps.toml"
    words.write_text(WORDS + DUTY, encoding="utf-8")
    own = replace(other, kata_instansi="bps.toml", agency=own_agency(words))
    assert [(due.day, due.duty.basis) for due in due_days(own)] == [
        (date(2026, 3, 31), "Peraturan BPS 1/2026"),
        (date(2026, 12, 31), "Peraturan BPS 1/2026"),
    ]
    words.write_text(WORDS, encoding="utf-8")
    assert duties_of(replace(own, agency=own_agency(words))) == ()


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("bulan = [13]", "memuat kewajiban laporan yang bulannya bukan 1 sampai 12"),
        ("bulan = []", "memuat kewajiban laporan yang bulannya bukan 1 sampai 12"),
        ("hari = 32", "memuat kewajiban laporan yang harinya bukan 0 sampai 31"),
        ("dasar = 1", "memuat kewajiban tanpa dasar yang berupa teks satu baris"),
        ("tempo = 3", "memuat kunci kewajiban yang tidak dikenal, tempo"),
    ],
)
def test_a_duty_that_cannot_be_read(tmp_path: Path, line: str, told: str) -> None:
    kept = [each for each in DUTY.splitlines() if each.split(" ")[0] != line.split(" ")[0]]
    words = tmp_path / "bps.toml"
    words.write_text("\n".join([WORDS, *kept, line]), encoding="utf-8")
    with pytest.raises(DataFileError, match=told):
        own_agency(words)


def test_a_duty_names_the_paper_of_the_month_before() -> None:
    cards = {due.day: due.paper for due in due_days(office()) if due.paper}
    assert len(cards) == 12
    assert cards[date(2026, 4, 10)] == "spip/2026-03/kartu-kendali"
    assert cards[date(2026, 1, 10)] == "spip/2025-12/kartu-kendali"
    assert Duty("x", "X", (2,), 5, "dasar").paper(date(2026, 2, 5)) == ""


def test_the_last_day_of_a_month_is_meant() -> None:
    duty = Duty("x", "X", (2, 4), 31, "dasar")
    assert list(duty.due_days(2028)) == [date(2028, 2, 29), date(2028, 4, 30)]


def test_duties_of_the_month_and_of_the_next_days_stand_in_the_status() -> None:
    state = status(plan(), products(plan()), date(2026, 5, 15))
    assert state.duties == due_between(office(), date(2026, 5, 1), date(2026, 6, 15))
    text = show.as_text(state)
    assert (
        "Kewajiban kantor bulan ini dan berikutnya: 3\n"
        "  10 Mei 2026 (dilaporkan: Keputusan KPU Nomor 855 Tahun 2025): Kartu Kendali SPIP"
    ) in text
    first = show.as_dict(state)["duties"][0]  # type: ignore[index]
    assert (first["id"], first["date"], first["verified"]) == (
        "kartu-kendali-spip",
        "2026-05-10",
        False,
    )
    other = replace(plan(), office=replace(office(), lembaga="Badan Pusat Statistik"))
    assert "Kewajiban" not in show.as_text(status(other, products(other), date(2026, 5, 15)))


def test_due_days_in_the_calendar_take_nobody_s_time() -> None:
    events = Calendar.from_ical(meeting_calendar(office(), [], duties=due_days(office()))).walk(
        "VEVENT"
    )
    (proposal,) = [event for event in events if "Usulan unit" in event["SUMMARY"]]
    assert proposal.decoded("DTSTART") == date(2026, 5, 31)
    assert proposal["UID"] == "kewajiban-2026-usulan-unit-05@zi-docs"
    assert proposal["TRANSP"] == "TRANSPARENT"
    assert proposal["DESCRIPTION"] == (
        "Dasar: kalender evaluasi Zona Integritas KPU, sebagaimana dilaporkan."
    )
