"""What employees learned in a year and how the assessors marked candidates, as sheets give them."""

from __future__ import annotations

from datetime import date

from zi_docs.workbook.sheets.staff_sheets import Assessment, Training, TrainingKind, TrainingState

TRAININGS = (
    Training(
        "STAF-1",
        "Pengadaan barang/jasa pemerintah tingkat dasar",
        TrainingKind.COURSE,
        "Jabatannya menuntut sertifikat pengadaan, sedangkan sertifikatnya belum ada",
        5,
        "Lembaga pelatihan terakreditasi",
        TrainingState.DONE,
        date(2026, 5, 11),
        date(2026, 5, 15),
        40,
        "Sertifikat Nomor 123/2026",
        "Menyusun harga perkiraan sendiri tanpa pendampingan",
    ),
    Training(
        "STAF-1",
        "Pengelolaan arsip dinamis",
        TrainingKind.GUIDANCE,
        "Arsip unit belum tertata menurut klasifikasi",
        9,
        "Dinas Perpustakaan dan Kearsipan",
    ),
    Training(
        "STAF-2",
        "Pengolahan data pemilih",
        TrainingKind.COACHING,
        "Baru bertugas pada subbagian ini",
        3,
        "Subbagian Perencanaan, Data, dan Informasi",
        TrainingState.DONE,
        date(2026, 3, 9),
        None,
        6,
        "Catatan pendampingan",
        "Mencocokkan data pemilih setiap bulan",
    ),
    Training(
        "STAF-3",
        "Pelayanan prima",
        TrainingKind.SEMINAR,
        "Bertugas di meja layanan",
        6,
        "KPU Provinsi Jambi",
        TrainingState.CANCELLED,
    ),
    Training(
        "KSB-TPH",
        "Kepemimpinan pengawas",
        TrainingKind.COURSE,
        "Syarat jabatan pengawas",
        8,
        "Lembaga Administrasi Negara",
    ),
)
ASSESSMENTS = (
    Assessment("Semester I", "STAF-1", "Sekretaris", 90, 88, 92, 85, 90),
    Assessment("Semester I", "STAF-1", "Kepala Subbagian", 86, 90, 90, 88, 87),
    Assessment("Semester I", "STAF-2", "Sekretaris", 92, 91, 94, 90, 93, terpilih=True),
    Assessment("Semester I", "STAF-2", "Kepala Subbagian", 90, 92, 92, 91, 90),
    Assessment("Semester I", "STAF-3", "Sekretaris", 84, 86, 90, 92, 91),
    Assessment("Semester I", "STAF-3", "Kepala Subbagian", 85, 84, 89, 90, 92),
)
