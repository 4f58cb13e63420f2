"""The sheet Peraturan: the regulations that decrees cite."""

from zi_docs.model import Regulation
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

PERATURAN = Sheet(
    "peraturan",
    "Peraturan",
    "Satu daftar peraturan untuk Mengingat dan Dasar Hukum. Kutipannya disusun program dari "
    "kolom-kolom ini, sehingga sama bunyinya di setiap dokumen.",
    (
        Column("id", "ID", Kind.ID, "Pengenal singkat.", required=True, example="UU-25-2009"),
        Column(
            "jenis",
            "Jenis",
            Kind.TEXT,
            "Jenis peraturan, ditulis lengkap.",
            required=True,
            example="Undang-Undang",
            width=34,
        ),
        Column(
            "nomor", "Nomor", Kind.TEXT, "Nomor peraturan.", required=True, width=9, example="25"
        ),
        Column(
            "tahun",
            "Tahun",
            Kind.INTEGER,
            "Tahun peraturan.",
            required=True,
            width=9,
            example="2009",
        ),
        Column(
            "tentang",
            "Tentang",
            Kind.TEXT,
            "Judul peraturan tanpa kata tentang.",
            required=True,
            example="Pelayanan Publik",
            width=60,
        ),
        Column(
            "ln_tahun", "LN Tahun", Kind.INTEGER, "Tahun Lembaran Negara.", width=10, example="2009"
        ),
        Column(
            "ln_nomor", "LN Nomor", Kind.TEXT, "Nomor Lembaran Negara.", width=10, example="112"
        ),
        Column(
            "tln_nomor",
            "TLN Nomor",
            Kind.TEXT,
            "Nomor Tambahan Lembaran Negara.",
            width=11,
            example="5038",
        ),
        Column(
            "bn_tahun", "BN Tahun", Kind.INTEGER, "Tahun Berita Negara.", width=10, example="2021"
        ),
        Column("bn_nomor", "BN Nomor", Kind.TEXT, "Nomor Berita Negara.", width=10, example="1569"),
        Column(
            "diubah",
            "Diubah dengan",
            Kind.REF,
            "ID peraturan (terakhir) yang mengubahnya; ikut dikutip.",
            refers=("peraturan",),
            width=18,
            example="UU-11-2020",
            rare=True,
        ),
        Column(
            "frasa",
            "Frasa perubahan",
            Kind.TEXT,
            "Kata penghubung ke peraturan yang mengubah.",
            default=Regulation.frasa,
            width=34,
            example="sebagaimana telah beberapa kali diubah, terakhir dengan",
            rare=True,
        ),
        Column(
            "status",
            "Status",
            Kind.CHOICE,
            "Berlaku atau tidak lagi.",
            choices=("Berlaku", "Diubah", "Dicabut"),
            width=12,
            rare=True,
        ),
        NOTE,
    ),
)
