"""What stands beside a row of next year's plan, and which follow-ups come along."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.cases.plans import activity, plan
from zi_docs.model import FollowUpSource, Plan, Realisation, RecordedFollowUp
from zi_docs.next_year.carried_follow_ups import (
    carried_others,
    carry_recommendations,
    open_others,
    open_recommendations,
)
from zi_docs.next_year.row_notes import add_row_notes
from zi_docs.workbook.writing.cell_values import CellValue
from zi_docs.workbook.writing.rewrite import WorkbookRows


def year(*entries: Realisation) -> Plan:
    """RA-001 in January, RA-002 in January to March, RA-003 in December, RA-009 never."""
    area = "I MANAJEMEN PERUBAHAN"
    rows = (*plan().activities[:3], activity("RA-009", area, "Budaya kerja"))
    return replace(plan(), activities=rows, realisations=entries)


def notes(whole: Plan, **before: str) -> dict[str, str]:
    rows: WorkbookRows = {
        "rencana_aksi": [
            {"id": a.id, "catatan": before.get(a.id.replace("-", "_"))} for a in whole.activities
        ]
    }
    add_row_notes(rows, whole, 2027)
    return {str(row["id"]): str(row["catatan"]) for row in rows["rencana_aksi"]}


def test_each_row_says_what_came_of_it_and_what_to_confirm() -> None:
    done = [Realisation("RA-002", month, persen=100) for month in (1, 2)]
    assert notes(year(*done, Realisation("RA-001", 1, persen=40))) == {
        "RA-001": (
            "Capaian 2026: 40,0% (0 dari 1 langkah selesai).\n"
            "Konfirmasi 2027: baris ini hanya dijadwalkan pada Januari 2026; pertahankan, ubah "
            "bulannya, atau hapus barisnya."
        ),
        "RA-002": "Capaian 2026: 66,7% (2 dari 3 langkah selesai).",
        "RA-003": (
            "Capaian 2026: tanpa realisasi (1 langkah dijadwalkan).\n"
            "Konfirmasi 2027: baris ini hanya dijadwalkan pada Desember 2026; pertahankan, ubah "
            "bulannya, atau hapus barisnya."
        ),
        "RA-009": (
            "Capaian 2026: tidak dijadwalkan.\n"
            "Konfirmasi 2027: baris ini tidak dijadwalkan pada 2026; pertahankan, ubah bulannya, "
            "atau hapus barisnya."
        ),
    }


def test_the_offices_note_and_the_years_before_stay_the_old_question_goes() -> None:
    before = "Milik pokja.\nCapaian 2025: 50% (1 dari 2 langkah selesai).\nKonfirmasi 2026: lama."
    assert notes(year(), RA_002=before)["RA-002"] == (
        "Milik pokja.\nCapaian 2025: 50% (1 dari 2 langkah selesai).\n"
        "Capaian 2026: tanpa realisasi (3 langkah dijadwalkan)."
    )


def carried(*entries: Realisation) -> list[dict[str, object]]:
    rows: WorkbookRows = {"realisasi": []}
    carry_recommendations(rows, open_recommendations(year(*entries)), 2026, 2027)
    return rows["realisasi"]  # type: ignore[return-value]


def test_a_recommendation_that_nobody_followed_up_is_carried() -> None:
    waiting = Realisation(
        "RA-002", 2, rekomendasi="Susun SOP", pic="Pokja", batas=date(2027, 1, 31)
    )
    answered = Realisation("RA-001", 1, rekomendasi="Lengkapi", keadaan="Selesai")
    assert carried(waiting, answered) == [
        {
            "baris": "RA-002",
            "bulan": 1,
            "rekomendasi": "Susun SOP",
            "pic": "Pokja",
            "batas": date(2027, 1, 31),
            "catatan": "Belum ditindaklanjuti dari 2026: dilaporkan pada Februari.",
        }
    ]


def test_two_of_one_row_become_one_entry_and_a_deadline_that_is_over_a_note() -> None:
    """Two entries of one row and month would contradict each other."""
    assert carried(
        Realisation("RA-002", 1, rekomendasi="Susun SOP", batas=date(2026, 3, 31)),
        Realisation("RA-002", 2, rekomendasi="Umumkan SOP"),
    ) == [
        {
            "baris": "RA-002",
            "bulan": 1,
            "rekomendasi": "Susun SOP\nUmumkan SOP",
            "catatan": (
                "Belum ditindaklanjuti dari 2026: dilaporkan pada Januari, Februari, batas "
                "waktunya 31 Maret 2026."
            ),
        }
    ]


def asked(**changed: object) -> RecordedFollowUp:
    note = RecordedFollowUp(
        "TL-001",
        FollowUpSource.EVALUATION,
        "Unggah laporan.",
        acuan="PPF4A, TPI unit",
        tanggal=date(2026, 8, 3),
        lke="PPF4A",
        baris=("RA-002", "RA-404"),
        batas=date(2026, 9, 30),
        tindak_lanjut="Disusun",
    )
    return replace(note, **changed)  # type: ignore[arg-type]


def carried_on(*records: RecordedFollowUp) -> list[dict[str, CellValue]]:
    old = replace(year(), follow_ups=records)
    sheet: WorkbookRows = {"tindak_lanjut": [{"id": "TL-001", "catatan": "Tanya inspektorat."}]}
    return carried_others(sheet, open_others(old), old, 2027)


def test_what_others_asked_is_carried_until_it_is_closed() -> None:
    assert carried_on(asked()) == [
        {
            "id": "TL-001",
            "sumber": "Evaluasi LKE",
            "acuan": "PPF4A, TPI unit",
            "tanggal": date(2026, 8, 3),
            "uraian": "Unggah laporan.",
            "lke": "PPF4A",
            "baris": ("RA-002",),
            "tindak_lanjut": "Disusun",
            "catatan": (
                "Tanya inspektorat.\n"
                "Belum ditindaklanjuti dari 2026, batas waktunya 30 September 2026."
            ),
        }
    ]
    (ahead,) = carried_on(asked(batas=date(2027, 2, 1)))
    assert ahead["batas"] == date(2027, 2, 1)
    assert carried_on(asked(keadaan="Selesai", selesai=date(2026, 12, 30))) == []
    assert len(carried_on(asked(keadaan="Selesai", selesai=date(2027, 1, 5)))) == 1
