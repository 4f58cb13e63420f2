"""Sheets of meetings and letters: Rapat, Peserta, Nomor."""

from zi_docs.workbook.schema import Column, Kind, Sheet
from zi_docs.workbook.sheets.decrees import NOTE

RAPAT = Sheet(
    "rapat",
    "Rapat",
    "Satu baris satu rapat; darinya dibuat undangan, daftar hadir, notula, dan laporan singkat.",
    (
        Column("id", "ID", Kind.ID, "Pengenal rapat.", required=True, example="R-01", width=12),
        Column("acara", "Acara", Kind.TEXT, "Acara rapat.", required=True, width=50),
        Column("tanggal", "Tanggal", Kind.DATE, "Tanggal rapat.", required=True, width=18),
        Column("mulai", "Mulai", Kind.TIME, "Jam mulai.", example="09.00", width=9),
        Column("selesai", "Selesai", Kind.TIME, "Jam selesai; kosong: s.d. selesai.", width=9),
        Column("tempat", "Tempat", Kind.TEXT, "Tempat rapat.", width=34),
        Column("pimpinan", "Pimpinan", Kind.REF, "ID pejabat.", refers=("pejabat",), width=14),
        Column("notulis", "Notulis", Kind.REF, "ID pejabat.", refers=("pejabat",), width=14),
        Column(
            "undangan",
            "Yang diundang",
            Kind.REFS,
            "ID pejabat, ID peserta, atau nama kelompok, dipisahkan titik koma.",
            refers=("pejabat", "peserta", "Kelompok"),
            width=34,
        ),
        Column(
            "baris",
            "Baris rencana aksi",
            Kind.REFS,
            "ID baris yang dilayani rapat ini.",
            refers=("rencana_aksi",),
            width=24,
        ),
        Column("nomor", "Nomor surat", Kind.TEXT, "Nomor undangan.", width=26),
        Column("tanggal_surat", "Tanggal surat", Kind.DATE, "Tanggal undangan.", width=18),
        Column("klasifikasi", "Klasifikasi", Kind.TEXT, "Kode klasifikasi arsip.", width=12),
        Column(
            "sifat",
            "Sifat",
            Kind.CHOICE,
            "Sifat surat.",
            choices=("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"),
            default="Biasa",
            width=14,
        ),
        Column("lampiran", "Lampiran", Kind.TEXT, "Lampiran surat.", width=16),
        Column("tembusan", "Tembusan", Kind.TEXT, "Tembusan, satu baris satu pihak.", width=30),
        NOTE,
    ),
)

PESERTA = Sheet(
    "peserta",
    "Peserta",
    "Orang dari luar kantor atau yang tidak tercantum di lembar Pejabat.",
    (
        Column("id", "ID", Kind.ID, "Pengenal peserta.", required=True, width=12),
        Column("nama", "Nama", Kind.TEXT, "Nama; kosong bila belum diketahui.", width=30),
        Column("nip", "NIP", Kind.TEXT, "NIP.", width=22),
        Column("pangkat", "Pangkat/Golongan", Kind.TEXT, "Pangkat dan golongan.", width=22),
        Column("jabatan", "Jabatan", Kind.TEXT, "Jabatan.", width=36),
        Column("instansi", "Instansi", Kind.TEXT, "Asal instansi.", width=36),
        Column("kelompok", "Kelompok", Kind.CHOICE, "Kelompok.", list_name="Kelompok", width=18),
        NOTE,
    ),
)

NOMOR = Sheet(
    "nomor",
    "Nomor",
    "Buku nomor: setiap nomor yang pernah diberikan. Nomor tidak pernah diberikan diam-diam.",
    (
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Jenis naskah.",
            list_name="Jenis naskah",
            required=True,
            width=18,
        ),
        Column("nomor", "Nomor urut", Kind.INTEGER, "Nomor urut.", required=True, width=12),
        Column("tanggal", "Tanggal", Kind.DATE, "Tanggal naskah.", width=18),
        Column("lengkap", "Nomor lengkap", Kind.TEXT, "Nomor seperti tercetak.", width=30),
        Column(
            "dokumen",
            "Dokumen",
            Kind.REF,
            "ID keputusan atau rapat.",
            refers=("keputusan", "rapat"),
            width=16,
        ),
        Column("perihal", "Perihal", Kind.TEXT, "Perihal.", width=50),
        NOTE,
    ),
    spare=200,
)
