"""Letters of a year, one of each kind, as rows of the sheet Surat would give them."""

from __future__ import annotations

from datetime import date

from zi_docs.text import RichText
from zi_docs.workbook.sheets.letter_sheets import Letter, LetterKind

LETTERS = (
    Letter(
        "ST-01",
        LetterKind.ASSIGNMENT,
        "Mengikuti bimbingan teknis pengelolaan pengaduan",
        kepada=("KSB-TPH", "STAF-3"),
        penanda_tangan="SEKRETARIS",
        dasar=RichText.of(
            "Surat Undangan KPU Provinsi Jambi Nomor 5/PW.02-Und/15/2026 tanggal 2 Maret 2026\n"
            "Rencana aksi pembangunan Zona Integritas Tahun 2026"
        ),
        isi=RichText.of(
            "Mengikuti bimbingan teknis pengelolaan pengaduan masyarakat.\n"
            "Menyampaikan laporan tertulis paling lambat tiga hari kerja sesudah kegiatan."
        ),
        mulai=date(2026, 3, 9),
        selesai=date(2026, 3, 10),
        tempat="Aula KPU Provinsi Jambi",
        nomor="3/PW.02-ST/1504/2026",
        tanggal=date(2026, 3, 5),
        tembusan="Ketua KPU Kabupaten Batang Hari",
    ),
    Letter(
        "ND-01",
        LetterKind.NOTE,
        "Kelengkapan bukti dukung triwulan II",
        kepada=("KSB-TPH", "STAF-1"),
        penanda_tangan="SEKRETARIS",
        isi=RichText.of(
            "Sehubungan dengan evaluasi pembangunan Zona Integritas triwulan II, setiap subbagian "
            "diminta melengkapi bukti dukung yang menjadi tanggung jawabnya, yaitu:\n"
            "- laporan pelaksanaan kegiatan yang sudah ditandatangani; dan\n"
            "- dokumentasi kegiatan beserta keterangannya.\n"
            "Bukti dukung disimpan di folder yang disediakan paling lambat tanggal 8 Juli 2026."
        ),
        nomor="8/PW.02-ND/1504/2026",
        tanggal=date(2026, 7, 1),
    ),
    Letter(
        "SP-01",
        LetterKind.COVERING,
        "Penyampaian laporan monev triwulan II",
        kepada=("Sekretaris KPU Provinsi Jambi",),
        penanda_tangan="SEKRETARIS",
        isi=RichText.of(
            "Laporan monitoring dan evaluasi triwulan II Tahun 2026 | 1 (satu) berkas | Untuk "
            "diketahui\nRekapitulasi capaian triwulan II Tahun 2026 | 1 (satu) berkas |"
        ),
        nomor="21/PW.02-SD/1504/2026",
        tanggal=date(2026, 7, 15),
    ),
    # Nothing is known of it but what it is about.
    Letter("ST-02", LetterKind.ASSIGNMENT, "Mengikuti rapat koordinasi", rapat="R-01"),
)
