"""The sheet Diterima: findings that the office accepts, each with its reason."""

from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

DITERIMA = Sheet(
    "diterima",
    "Diterima",
    "Peringatan dan keterangan yang sudah ditimbang dan tidak perlu disebut lagi, masing-masing "
    "dengan alasannya. Kesalahan tidak dapat diterima; perbaikilah selnya.",
    (
        Column(
            "kode",
            "Kode temuan",
            Kind.TEXT,
            "Kode di akhir temuan, tanpa kurung siku.",
            required=True,
            example="RA-BULAN",
            width=20,
        ),
        Column(
            "untuk",
            "Untuk",
            Kind.TEXT,
            "ID baris yang bersangkutan, atau kata-kata dari temuannya; bukan alamat sel, karena "
            "alamat berubah bila baris disisipkan.",
            required=True,
            example="RA-060",
            width=34,
        ),
        Column(
            "alasan",
            "Alasan",
            Kind.TEXT,
            "Mengapa diterima.",
            required=True,
            width=50,
            example="bulan ditetapkan kemudian",
        ),
        Column(
            "oleh", "Diterima oleh", Kind.TEXT, "Yang menerimanya.", width=24, example="Ketua tim"
        ),
        Column(
            "tanggal",
            "Diterima pada",
            Kind.DATE,
            "Tanggal diterima.",
            width=18,
            example="22 Januari 2026",
        ),
    ),
    later=True,
    yearly=True,
)
