"""A register of complaints of half a year, as rows of the sheet Pengaduan would give them.

Two complaints came in during the first quarter, four during the second; the office states that
nothing came in through the WBS during the first.
"""

from __future__ import annotations

from datetime import date

from zi_docs.workbook.sheets.complaint_sheets import (
    Channel,
    Complaint,
    ComplaintKind,
    ComplaintState,
)

COMPLAINTS = (
    Complaint(
        "ADU-001",
        ComplaintKind.COMPLAINT,
        date(2026, 2, 10),
        ComplaintState.CLOSED,
        Channel.LAPOR,
        "Informasi jadwal layanan di laman tidak diperbarui",
        dijawab=date(2026, 2, 16),
        tindak_lanjut="Jadwal layanan di laman diperbarui setiap awal bulan.",
    ),
    # Not answered when the quarter ended.
    Complaint(
        "ADU-002",
        ComplaintKind.COMPLAINT,
        date(2026, 3, 20),
        ComplaintState.CLOSED,
        Channel.MAIL,
        "Permohonan salinan dokumen belum ditanggapi",
        dijawab=date(2026, 4, 8),
        tindak_lanjut="Salinan dokumen disampaikan; alur permohonan ditempel di ruang layanan.",
    ),
    Complaint(
        "ADU-003",
        ComplaintKind.COMPLAINT,
        date(2026, 4, 6),
        ComplaintState.CLOSED,
        Channel.LAPOR,
        "Nomor telepon layanan tidak dapat dihubungi",
        dijawab=date(2026, 4, 20),
        tindak_lanjut="Nomor telepon layanan diganti dan diumumkan.",
    ),
    Complaint(
        "ADU-004",
        ComplaintKind.COMPLAINT,
        date(2026, 5, 4),
        ComplaintState.FORWARDED,
        Channel.BOX,
        "Kerusakan jalan di depan kantor",
        tindak_lanjut="Diteruskan kepada pemerintah kabupaten.",
    ),
    Complaint(
        "ADU-005",
        ComplaintKind.COMPLAINT,
        date(2026, 5, 18),
        ComplaintState.IN_HAND,
        Channel.IN_PERSON,
        "Antrean layanan informasi terlalu lama",
    ),
    Complaint(
        "ADU-006",
        ComplaintKind.COMPLAINT,
        date(2026, 6, 22),
        ComplaintState.RECEIVED,
        Channel.LAPOR,
        "Formulir permohonan informasi sulit diunduh",
        batas=date(2026, 7, 10),
    ),
    Complaint("WBS-N1", ComplaintKind.WHISTLE, date(2026, 3, 31), ComplaintState.NOTHING),
    Complaint(
        "WBS-001",
        ComplaintKind.WHISTLE,
        date(2026, 4, 14),
        ComplaintState.IN_HAND,
        Channel.WBS,
        "Dugaan pemakaian kendaraan dinas di luar kedinasan",
        tindak_lanjut="Telaah awal oleh tim penerima laporan.",
    ),
)
