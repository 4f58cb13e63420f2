"""The ledger of follow-ups: one list of all sources, as a quarter ended."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cases.plans import plan
from tests.cases.products import names
from zi_docs.catalog import catalog
from zi_docs.model import CLOSED, FollowUpSource, Plan, RecordedFollowUp
from zi_docs.papers import buku_tindak_lanjut
from zi_docs.product import Product
from zi_docs.revision.states import Year

ASKED = RecordedFollowUp(
    "TL-1",
    FollowUpSource.EVALUATION,
    "Unggah laporan survei",
    acuan="PPF4A, TPI unit",
    tanggal=date(2026, 4, 2),
    baris=("RA-001",),
    pic="Sekretaris",
    batas=date(2026, 5, 1),
)
DONE = RecordedFollowUp(
    "TL-2",
    FollowUpSource.COMPLAINT,
    "Jawab aduan",
    acuan="ADU-3",
    tanggal=date(2026, 5, 4),
    tindak_lanjut="Sudah dijawab",
    keadaan=CLOSED,
    selesai=date(2026, 5, 11),
)


def ledgers(*asked: RecordedFollowUp) -> list[Product]:
    of: Plan = replace(plan(), follow_ups=asked)
    topics = catalog(Year(of)).about([buku_tindak_lanjut.FAMILY])
    return [product for topic in topics for product in topic.compose()]


def test_there_is_one_from_the_quarter_on_in_which_something_is_asked() -> None:
    assert names(ledgers(ASKED)) == [
        f"tindak-lanjut/2026-tw{quarter}/buku-tindak-lanjut" for quarter in (2, 3, 4)
    ]
    assert ledgers() == []


def test_who_asked_what_of_whom_until_when_and_what_became_of_it() -> None:
    content = ledgers(ASKED, DONE)[0].inputs().content
    assert content["judul"] == "BUKU TINDAK LANJUT TRIWULAN II TAHUN 2026"
    assert content["ringkasan"] == (
        "Keadaan sampai dengan 30 Juni 2026: 2 tindak lanjut, yaitu dari Evaluasi LKE 1 dan "
        "Pengaduan 1. Selesai 1, belum selesai 1; 1 di antaranya melewati batas waktu."
    )
    keys = ("sumber", "uraian", "pic", "batas", "tindak_lanjut", "keadaan")
    assert [[row[key] for key in keys] for row in content["baris"]] == [  # type: ignore[attr-defined]
        [
            "Evaluasi LKE (PPF4A, TPI unit)",
            "Unggah laporan survei",
            "Sekretaris",
            "1 Mei 2026",
            "-",
            "Belum ditindaklanjuti, melewati batas waktu",
        ],
        [
            "Pengaduan (ADU-3)",
            "Jawab aduan",
            "-",
            "-",
            "Sudah dijawab",
            "Sudah ditindaklanjuti, 11 Mei 2026",
        ],
    ]


def test_what_was_done_before_the_quarter_is_no_longer_in_it() -> None:
    content = ledgers(ASKED, DONE)[1].inputs().content
    assert [row["uraian"] for row in content["baris"]] == ["Unggah laporan survei"]  # type: ignore[attr-defined]
