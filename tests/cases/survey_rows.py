"""Surveys of a year as rows of their sheets, two counted and one planned; what they led to."""

from __future__ import annotations

from datetime import date

from zi_docs.model import FollowUpSource, RecordedFollowUp
from zi_docs.workbook.sheets.survey_sheets import Survey, SurveyElement, SurveyKind

# 120 people answered; how many said 1, 2, 3, 4 to U1 to U9.
_SERVED = (
    (0, 6, 72, 42),
    (1, 9, 70, 40),
    (3, 27, 66, 24),
    (0, 0, 4, 116),
    (0, 8, 78, 34),
    (0, 5, 67, 48),
    (0, 3, 61, 56),
    (4, 22, 70, 24),
    (2, 18, 76, 24),
)
_PERCEIVED = {
    "Tidak ada imbalan di luar ketentuan": (1, 4, 30, 50),
    "Tidak ada layanan yang dibeda-bedakan": (0, 9, 41, 35),
    "Tidak ada percaloan": (0, 2, 28, 55),
    "Petugas menolak gratifikasi": (0, 3, 31, 51),
    "Pelapor pelanggaran dilindungi": (4, 16, 40, 25),
}
SURVEYS: tuple[Survey | SurveyElement, ...] = (
    Survey(
        "SKM-1",
        SurveyKind.SATISFACTION,
        "Layanan pindah memilih dan permohonan informasi publik",
        date(2026, 6, 1),
        date(2026, 6, 30),
        "Kuesioner daring yang diisi oleh setiap orang setelah dilayani",
        240,
        "SEKRETARIS",
        date(2026, 7, 8),
    ),
    Survey(
        "IPAK-1",
        SurveyKind.CORRUPTION,
        "Sekretariat KPU Kabupaten Batang Hari",
        date(2026, 3, 2),
        date(2026, 3, 31),
        "Kuesioner daring tanpa nama",
        penanda_tangan="SEKRETARIS",
    ),
    # Nobody was asked yet.
    Survey("SKM-2", SurveyKind.SATISFACTION, "Layanan permohonan informasi publik"),
    *(
        SurveyElement("SKM-1", f"U{number}", *counts)
        for number, counts in enumerate(_SERVED, start=1)
    ),
    *(SurveyElement("IPAK-1", name, *counts) for name, counts in _PERCEIVED.items()),
)
ASKED = (
    RecordedFollowUp(
        "TL-101",
        FollowUpSource.SURVEY,
        "Menetapkan dan mengumumkan waktu penyelesaian setiap layanan.",
        acuan="SKM-1, unsur U3",
        tanggal=date(2026, 7, 8),
        pic="Subbagian Teknis Penyelenggaraan Pemilu dan Hubungan Partisipasi Masyarakat",
        batas=date(2026, 8, 15),
    ),
    RecordedFollowUp(
        "TL-102",
        FollowUpSource.SURVEY,
        "Menyediakan tempat duduk dan papan informasi di ruang layanan.",
        acuan="SKM-1, unsur U9",
        tanggal=date(2026, 7, 8),
        pic="Subbagian Keuangan, Umum, dan Logistik",
    ),
)
