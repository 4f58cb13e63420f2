"""The sheet of a monitoring form to fill on a screen; what one types is that of Realisasi."""

from dataclasses import replace

from zi_docs.workbook.sheets.plan_sheets import REALISASI
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

_KEY_COLUMNS = (
    Column("baris", "ID baris", Kind.TEXT, "ID baris rencana aksi; jangan diubah.", True, width=10),
    Column("kelompok", "Kelompok", Kind.TEXT, "Dijadwalkan atau tunggakan.", width=13),
    Column("bulan", "Bulan", Kind.INTEGER, "Bulan pelaksanaan, 1 s.d. 12.", True, width=8),
    Column("komponen", "Komponen", Kind.TEXT, "Komponen.", width=22),
    Column("indikator", "Indikator", Kind.TEXT, "Indikator.", width=32),
    Column("langkah_aksi", "Langkah Aksi", Kind.TEXT, "Langkah aksi.", width=36),
    Column("target", "Target", Kind.TEXT, "Target.", width=9),
    Column("terakhir", "Capaian terakhir", Kind.TEXT, "Yang sudah dilaporkan.", width=14),
)
ANSWER_KEYS = (
    "persen",
    "uraian",
    "bukti_ada",
    "tautan",
    "kendala",
    "rekomendasi",
    "tindak_lanjut",
    "pic",
    "batas",
)

FORMULIR = Sheet(
    "formulir",
    "Formulir",
    "Isilah sel berwarna putih saja, simpan, lalu kembalikan berkas ini ke sekretariat tim.",
    (*_KEY_COLUMNS, *(replace(REALISASI.by_key[key]) for key in ANSWER_KEYS)),
    required=True,
    spare=0,
)
KEY_COLUMNS = len(_KEY_COLUMNS)
