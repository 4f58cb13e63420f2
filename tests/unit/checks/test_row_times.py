"""Rows of the plan in time: frequencies against months, what follows what, years and deadlines."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.cases.written_cells import plan_of, row, told
from zi_docs.checks.rows import follow_order, frequency_words, row_years


@pytest.mark.parametrize(
    ("words", "months", "fits"),
    [
        ("setiap triwulan", {10, 11, 12}, False),
        ("setiap triwulan", {3, 6, 9, 12}, True),
        ("per triwulan", {4, 7, 10, 12}, True),
        ("per triwulan", {1, 4, 7, 10}, True),
        ("semester", {4, 8, 12}, False),
        ("setiap semester", {1, 7}, True),
        ("caturwulan", {4, 8, 12}, True),
        ("setiap bulan", {1, 2, 3}, False),
        ("bulanan", set(range(1, 13)), True),
        ("setiap hari", set(range(1, 13)), True),
        ("laporan tahunan", {4, 8, 12}, False),
        ("laporan tahunan", {12}, True),
        ("dua kali setahun", {5, 10}, True),
        ("empat kali setahun", {5, 10}, False),
        ("setiap tiga bulan", {6, 12}, False),
        ("2x setahun", {6, 12}, True),
        # No frequency: a time, a name, a plan.
        ("triwulan IV", {12}, True),
        ("triwulan berikutnya", {12}, True),
        ("rencana kerja tahunan", {1, 6}, True),
    ],
)
def test_frequencies_against_months(words: str, months: set[int], fits: bool) -> None:
    plan = plan_of(row(bukti=f"Rekapitulasi {words}", bulan=months))
    assert (told(frequency_words.check_frequencies, plan) == []) == fits


def test_what_is_said_of_a_frequency() -> None:
    late = plan_of(row(bukti="Laporan setiap triwulan", bulan={10, 11, 12}))
    assert told(frequency_words.check_frequencies, late) == [
        "F4 peringatan: Bukti menyebut “setiap triwulan” (4 kali setahun, misalnya bulan 3, 6, 9, "
        "dan 12), sedangkan tandanya pada bulan 10 sampai dengan 12; sesuaikan salah satunya."
    ]
    both = plan_of(row(indikator="Evaluasi (per semester/per triwulan)", bulan={3, 6, 9, 12}))
    assert told(frequency_words.check_frequencies, both) == [
        "D4 peringatan: Baris RA-001 menyebut beberapa frekuensi sekaligus (“per semester” dan "
        "“per triwulan”); pilihlah satu, lalu sesuaikan tanda bulannya."
    ]
    once = plan_of(row(indikator="Pengaduan dinilai secara berkala", bulan={6}))
    assert told(frequency_words.check_frequencies, once) == [
        "D4 saran: Indikator menyebut “secara berkala”, sedangkan hanya satu bulan yang ditandai; "
        "tandai setiap bulannya, misalnya setiap triwulan."
    ]
    monthly = row(langkah_aksi="Mencatat setiap bulan", bukti="Rekap triwulan", bulan=range(1, 13))
    assert told(frequency_words.check_frequencies, plan_of(monthly)) == []


def test_a_follow_up_comes_after_what_it_follows() -> None:
    evaluation = row(4, indikator="Penanganan pengaduan telah dievaluasi", bulan={4, 8})
    early = row(5, indikator="Hasil evaluasi pengaduan telah ditindaklanjuti", bulan={4, 9})
    assert told(follow_order.check_follow_order, plan_of(evaluation, early)) == [
        "J5 peringatan: Tindak lanjut baris RA-002 (bulan 4 dan 9) mendahului atau bersamaan "
        "dengan yang ditindaklanjutinya, baris RA-001 (bulan 4 dan 8); tandai bulan sesudahnya."
    ]
    after = replace(early, bulan=frozenset({5, 9}))
    assert told(follow_order.check_follow_order, plan_of(evaluation, after)) == []
    answers = row(6, indikator="Hasil pengaduan ditindaklanjuti", bulan=range(1, 13))
    assert told(follow_order.check_follow_order, plan_of(evaluation, answers)) == []


def test_a_paper_comes_after_the_one_it_rests_on() -> None:
    standard = row(4, langkah_aksi="Menyusun standar pelayanan", bulan={1, 2})
    promise = row(5, langkah_aksi="Menyusun maklumat pelayanan", bulan={1})
    assert told(follow_order.check_paper_order, plan_of(standard, promise)) == [
        "G5 saran: Baris RA-002 (maklumat, bulan 1) mendahului selesainya baris RA-001 (standar "
        "pelayanan, bulan 1 dan 2); tandai bulan sesudahnya."
    ]
    later = replace(promise, bulan=frozenset({3}))
    assert told(follow_order.check_paper_order, plan_of(standard, later)) == []


def test_one_paper_has_one_year() -> None:
    mixed = row(langkah_aksi="Menetapkan PK tahun 2026 dan SKP tahun 2025", bukti="SKP Tahun 2026")
    assert told(row_years.check_row_years, plan_of(mixed)) == [
        "E4 peringatan: Baris RA-001 menyebut SKP tahun 2025 pada langkah aksi, tetapi tahun 2026 "
        "pada bukti; samakan."
    ]
    old = row(bukti="Laporan pengaduan tahun 2023")
    assert told(row_years.check_row_years, plan_of(old)) == [
        "F4 peringatan: Bukti menyebut tahun 2023, sedangkan rencana ini tahun 2026; sesuaikan "
        "bila terbawa dari tahun lain."
    ]
    right = row(
        indikator="Sesuai dengan Peraturan Nomor 90 Tahun 2021 dan Renstra 2020-2024",
        langkah_aksi="Menyusun rencana dari penilaian 2025",
        bukti="Rencana pengembangan 2026",
    )
    assert told(row_years.check_row_years, plan_of(right)) == []


@pytest.mark.parametrize(
    ("evidence", "months", "said"),
    [
        ("Perjanjian Kinerja Tahun 2026", {10, 11}, "“Perjanjian Kinerja” tahun 2026"),
        ("SK Tim Agen Perubahan", {5}, "“SK Tim Agen Perubahan” tahun 2026"),
        ("LKjIP", {10}, "“LKjIP” tahun 2025"),
        ("LKjIP Tahun 2026", {2}, "“LKjIP” tahun 2026 baru dapat disusun"),
        ("Perjanjian Kinerja Tahun 2026", {1}, ""),
        ("Perjanjian Kinerja Tahun 2027", {12}, ""),
        ("LKjIP Tahun 2025", {2}, ""),
        ("Perjanjian Kinerja Tahun 2025", {1}, "“Perjanjian Kinerja” bertahun 2025"),
        ("SK Tim Kerja Zona Integritas Tahun 2025", {1}, "“SK Tim Kerja” bertahun 2025"),
        ("Laporan tahunan 2026", {3}, "“Laporan tahunan” tahun 2026 baru dapat disusun"),
        ("Laporan tahunan", {12}, ""),
        ("Laporan monitoring rencana aksi", {12}, ""),
    ],
)
def test_papers_of_the_year_in_time(evidence: str, months: set[int], said: str) -> None:
    lines = told(row_years.check_late_papers, plan_of(row(bukti=evidence, bulan=months)))
    assert len(lines) == bool(said)
    assert said in "".join(lines)
