"""Sheets about the office: Instansi (who it is) and Pejabat (who holds a post)."""

from dataclasses import replace

from zi_docs.data.agencies import DEFAULT, fresh_words
from zi_docs.model import Office, Official, Voice
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

LEVELS = ("Kabupaten", "Kota", "Provinsi", "Lainnya")

_IDENTITY = "Jati diri"
_MEETING = "Rapat"

# Examples are those of the agency that a fresh workbook is written for.
_WORDS = fresh_words()
_LEADERS = _WORDS["kelompok"][0]
_POST = next(o["jabatan"] for o in _WORDS["pejabat"] if o["id"] == _WORDS["penanggung-jawab"])
_HEADING = f"KEPUTUSAN {_WORDS['lembaga']} …".upper()
_HEADING_OF_POST = f"KEPUTUSAN {_POST} {_WORDS['lembaga']} …".upper()


INSTANSI = Sheet(
    "instansi",
    "Instansi",
    "Jati diri kantor dan kebiasaan rapatnya. Satu baris satu isian; isilah kolom Nilai.",
    (
        Column(
            "lembaga",
            "Nama lembaga",
            Kind.TEXT,
            "Nama lembaga tanpa wilayah.",
            required=True,
            example=_WORDS["lembaga"],
            group=_IDENTITY,
        ),
        Column(
            "singkatan",
            "Singkatan lembaga",
            Kind.TEXT,
            "Singkatan yang dipakai di dalam teks.",
            required=True,
            example=_WORDS["singkatan"],
            group=_IDENTITY,
        ),
        Column(
            "tingkat",
            "Tingkat",
            Kind.CHOICE,
            "Tingkat wilayah. Kabupaten, Kota, dan Provinsi dicetak di depan nama wilayah; "
            "pada Lainnya nama wilayah dicetak apa adanya.",
            required=True,
            choices=LEVELS,
            example="Kabupaten",
            group=_IDENTITY,
        ),
        Column(
            "wilayah",
            "Nama wilayah",
            Kind.TEXT,
            "Nama wilayah atau unit kerja tanpa kata Kabupaten, Kota, atau Provinsi.",
            required=True,
            example="Batang Hari",
            group=_IDENTITY,
        ),
        Column(
            "provinsi", "Provinsi", Kind.TEXT, "Provinsi tempat kantor berada.", group=_IDENTITY
        ),
        Column(
            "kode_satker",
            "Kode satuan kerja",
            Kind.TEXT,
            "Kode satuan kerja untuk nomor surat.",
            group=_IDENTITY,
        ),
        Column(
            "kedudukan",
            "Tempat kedudukan",
            Kind.TEXT,
            "Kota tempat surat dan keputusan ditetapkan.",
            required=True,
            example="Muara Bulian",
            group=_IDENTITY,
        ),
        Column("alamat", "Alamat", Kind.TEXT, "Alamat untuk kop surat.", group=_IDENTITY),
        Column("telepon", "Telepon", Kind.TEXT, "Nomor telepon untuk kop surat.", group=_IDENTITY),
        Column("surel", "Surel", Kind.TEXT, "Alamat surel untuk kop surat.", group=_IDENTITY),
        Column("laman", "Laman", Kind.TEXT, "Alamat laman kantor.", group=_IDENTITY),
        Column(
            "jdih",
            "Alamat JDIH",
            Kind.TEXT,
            "Alamat JDIH yang dicetak di kaki halaman salinan.",
            example=_WORDS["jdih"],
            group=_IDENTITY,
        ),
        Column(
            "tahun",
            "Tahun",
            Kind.INTEGER,
            "Tahun anggaran rencana aksi.",
            required=True,
            example="2026",
            group=_IDENTITY,
        ),
        Column(
            "predikat",
            "Predikat sasaran",
            Kind.CHOICE,
            "Predikat yang dituju tahun ini.",
            choices=("WBK", "WBBM", "WBK/WBBM"),
            group=_IDENTITY,
        ),
        Column(
            "teu_badan",
            "T.E.U. badan",
            Kind.TEXT,
            "Tajuk entri utama untuk metadata JDIH; kosong: wilayah lalu nama lembaga.",
            example=f"Batang Hari (Kabupaten). {_WORDS['lembaga']}",
            group=_IDENTITY,
        ),
        Column(
            "kata_instansi",
            "Kata instansi",
            Kind.TEXT,
            "Kata-kata khas lembaga di dalam dokumen: nama yang dikenal program, atau nama berkas "
            "TOML di folder yang sama dengan buku kerja ini.",
            example="bps.toml",
            default=DEFAULT,
            group=_IDENTITY,
        ),
        Column(
            "zona_waktu",
            "Zona waktu",
            Kind.CHOICE,
            "Zona waktu yang dicetak di belakang jam.",
            choices=("WIB", "WITA", "WIT"),
            default=Office.zona_waktu,
            group=_MEETING,
        ),
        Column(
            "rapat_mulai",
            "Jam mulai rapat",
            Kind.TIME,
            "Jam mulai rapat yang diusulkan `jadwal`; kosong: diisi kemudian.",
            example="09.00",
            group=_MEETING,
        ),
        Column(
            "rapat_tempat",
            "Tempat rapat",
            Kind.TEXT,
            "Tempat rapat yang diusulkan `jadwal`; kosong: diisi kemudian.",
            group=_MEETING,
        ),
        Column(
            "rapat_klasifikasi",
            "Klasifikasi rapat",
            Kind.TEXT,
            "Kode klasifikasi arsip undangan rapat yang diusulkan `jadwal`.",
            example="PW.02",
            group=_MEETING,
        ),
        Column(
            "rapat_pimpinan",
            "Pimpinan rapat",
            Kind.REF,
            "ID pejabat yang memimpin rapat yang diusulkan `jadwal`.",
            refers=("pejabat",),
            group=_MEETING,
        ),
        Column(
            "rapat_undangan",
            "Undangan rapat",
            Kind.REFS,
            "Yang diundang ke rapat yang diusulkan `jadwal`: ID pejabat, ID peserta, atau nama "
            "kelompok, dipisahkan titik koma.",
            refers=("pejabat", "peserta", "Kelompok"),
            group=_MEETING,
        ),
    ),
    layout=Layout.PAIRS,
    required=True,
)

PEJABAT = Sheet(
    "pejabat",
    "Pejabat",
    f"{_LEADERS} dan pegawai yang disebut di dalam dokumen. Nama yang belum diketahui dikosongkan: "
    "dokumen menyediakan garis untuk diisi.",
    (
        Column(
            "id",
            "ID",
            Kind.ID,
            "Pengenal singkat, tidak berubah walaupun orangnya berganti.",
            required=True,
            example="KETUA",
            width=14,
        ),
        Column(
            "nama",
            "Nama",
            Kind.TEXT,
            "Nama lengkap dengan gelar; kosong bila belum diketahui.",
            example="Ahmad Halim",
            width=30,
        ),
        Column(
            "nip",
            "NIP",
            Kind.TEXT,
            f"NIP; {_LEADERS.lower()} tidak mempunyai NIP.",
            width=22,
            example="198501012010011001",
        ),
        Column(
            "pangkat",
            "Pangkat/Golongan",
            Kind.TEXT,
            "Pangkat dan golongan ruang.",
            width=22,
            example="Penata (III/c)",
        ),
        Column(
            "jabatan",
            "Jabatan",
            Kind.TEXT,
            "Jabatan tanpa nama lembaga.",
            required=True,
            example="Ketua",
            width=46,
        ),
        Column(
            "kelompok",
            "Kelompok",
            Kind.CHOICE,
            "Kelompok untuk undangan dan tim.",
            list_name="Kelompok",
            example=_LEADERS,
            width=18,
        ),
        Column(
            "unit",
            "Unit",
            Kind.TEXT,
            "Subbagian atau unit kerja.",
            width=30,
            example="Subbagian Hukum dan SDM",
        ),
        Column(
            "atas_nama",
            "Keputusan atas nama",
            Kind.CHOICE,
            f"Lembaga: keputusannya berkepala {_HEADING}; Jabatan: berkepala {_HEADING_OF_POST}.",
            members=Voice,
            default=Official.atas_nama.value,
            width=20,
            rare=True,
        ),
        replace(NOTE, width=40),
    ),
    required=True,
)
