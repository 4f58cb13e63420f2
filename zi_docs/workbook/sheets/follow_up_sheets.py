"""The sheet Tindak Lanjut: what evaluators, meetings, complaints and surveys ask of the office."""

from zi_docs.model import CLOSED, OPEN, FollowUpSource
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.plan_sheets import ITEM_CODES, POSTS
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

TINDAK_LANJUT = Sheet(
    "tindak_lanjut",
    "Tindak Lanjut",
    "Yang diminta oleh penilai, rapat, pengaduan, atau survei dan harus ditindaklanjuti. Selama "
    "belum Selesai, setiap baris dibawa ke formulir monev, rekapitulasi, laporan, dan buku kerja "
    "tahun berikutnya. Rekomendasi monev atas satu baris tetap diisi di lembar Realisasi.",
    (
        Column(
            "id",
            "ID",
            Kind.ID,
            "Pengenal tindak lanjut; tidak berubah. R-01.2 mencatat keadaan tindak lanjut kedua "
            "yang tertulis pada lembar Rapat untuk R-01.",
            required=True,
            example="TL-001",
            width=10,
        ),
        Column(
            "sumber",
            "Sumber",
            Kind.CHOICE,
            "Dari mana permintaan itu berasal.",
            required=True,
            members=FollowUpSource,
            width=16,
        ),
        Column(
            "acuan",
            "Acuan",
            Kind.TEXT,
            "Tempatnya di dalam sumber itu: butir dan penilai, rapat, atau nomor pengaduan.",
            width=24,
            example="PPF4A, TPI unit",
        ),
        Column(
            "tanggal",
            "Tanggal",
            Kind.DATE,
            "Tanggal diminta; naskah periode sebelumnya tidak memuatnya.",
            width=18,
            example="3 Agustus 2026",
        ),
        Column(
            "uraian",
            "Yang diminta",
            Kind.TEXT,
            "Apa yang harus ditindaklanjuti.",
            required=True,
            width=50,
            example="Unggah laporan survei semester II.",
        ),
        Column(
            "lke",
            "Kode LKE",
            Kind.TEXT,
            "Butir LKE yang bersangkutan; baris rencana aksi berkode sama ikut disebut.",
            width=14,
            example="PPF4A",
            offers=ITEM_CODES,
            several=True,
        ),
        Column(
            "baris",
            "Baris rencana aksi",
            Kind.REFS,
            "ID baris yang bersangkutan; kosong berarti menurut Kode LKE.",
            refers=("rencana_aksi",),
            width=20,
            example="RA-060",
        ),
        Column(
            "pic",
            "PIC",
            Kind.TEXT,
            "Penanggung jawab; kosong berarti PIC barisnya.",
            width=18,
            example="Subbagian Hukum dan SDM",
            offers=POSTS,
        ),
        Column(
            "batas",
            "Batas waktu",
            Kind.DATE,
            "Batas waktu tindak lanjut.",
            width=18,
            example="31 Agustus 2026",
        ),
        Column(
            "tindak_lanjut",
            "Tindak lanjut",
            Kind.TEXT,
            "Apa yang akan atau sudah dilakukan.",
            width=44,
            example="Laporan sudah diunggah.",
        ),
        Column(
            "keadaan",
            "Keadaan tindak lanjut",
            Kind.CHOICE,
            "Belum atau Selesai; kosong berarti belum, atau menurut formulir monev.",
            choices=(OPEN, CLOSED),
            width=14,
        ),
        Column(
            "selesai",
            "Tanggal selesai",
            Kind.DATE,
            "Tanggal tindak lanjut diselesaikan.",
            width=18,
            example="28 Agustus 2026",
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
)
