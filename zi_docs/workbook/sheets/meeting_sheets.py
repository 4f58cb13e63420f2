"""Sheets of meetings and letters: Rapat, Peserta, Nomor."""

from zi_docs.data.events import event_kinds
from zi_docs.model import Meeting, NumberPattern
from zi_docs.workbook.sheets.decree_sheets import NOTE, SIGNING
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

# The form of published letters (NASKAH section 2); offices differ and change theirs.
_LETTER_PATTERN = "{no}/{klasifikasi}-{jenis}/{satker}/{tahun}"

RAPAT = Sheet(
    "rapat",
    "Rapat",
    "Satu baris satu rapat atau kegiatan lain; darinya dibuat undangan, daftar hadir, notula, dan "
    "laporan singkat.",
    (
        Column("id", "ID", Kind.ID, "Pengenal rapat.", required=True, example="R-01", width=12),
        Column(
            "acara",
            "Acara",
            Kind.TEXT,
            "Acara rapat.",
            required=True,
            width=50,
            example="Rapat monitoring dan evaluasi triwulan I",
        ),
        Column(
            "tanggal",
            "Tanggal",
            Kind.DATE,
            "Tanggal rapat.",
            required=True,
            width=18,
            example="22 Januari 2026",
        ),
        Column("mulai", "Mulai", Kind.TIME, "Jam mulai.", example="09.00", width=9),
        Column(
            "selesai",
            "Selesai",
            Kind.TIME,
            "Jam selesai; kosong: s.d. selesai.",
            width=9,
            example="11.00",
        ),
        Column("tempat", "Tempat", Kind.TEXT, "Tempat rapat.", width=34, example="Ruang rapat"),
        Column(
            "pimpinan",
            "Pimpinan",
            Kind.REF,
            "ID pejabat yang memimpin.",
            refers=("pejabat",),
            width=14,
            example="KETUA",
        ),
        Column(
            "notulis",
            "Notulis",
            Kind.REF,
            "ID pejabat.",
            refers=("pejabat",),
            width=14,
            example="SEKRETARIS",
        ),
        Column(
            "undangan",
            "Yang diundang",
            Kind.REFS,
            "ID pejabat, ID peserta, atau nama kelompok, dipisahkan titik koma. Tamu lain boleh "
            "disebut dengan sapaan atau namanya.",
            refers=("pejabat", "peserta", "Kelompok"),
            guests=True,
            width=34,
            example="KETUA; SEKRETARIS",
        ),
        Column(
            "baris",
            "Baris rencana aksi",
            Kind.REFS,
            "ID baris yang dilayani rapat ini.",
            refers=("rencana_aksi",),
            width=24,
            example="RA-001; RA-004",
        ),
        Column(
            "nomor",
            "Nomor surat",
            Kind.TEXT,
            "Nomor undangan.",
            width=26,
            example="12/PW.02-Und/1504/2026",
        ),
        Column(
            "tanggal_surat",
            "Tanggal surat",
            Kind.DATE,
            "Tanggal undangan.",
            width=18,
            example="20 Januari 2026",
        ),
        Column(
            "klasifikasi",
            "Klasifikasi",
            Kind.TEXT,
            "Kode klasifikasi arsip.",
            width=12,
            example="PW.02",
            rare=True,
        ),
        Column(
            "sifat",
            "Sifat",
            Kind.CHOICE,
            "Sifat surat.",
            choices=("Biasa", "Terbatas", "Rahasia", "Sangat Rahasia"),
            default=Meeting.sifat,
            width=14,
            rare=True,
        ),
        Column(
            "lampiran",
            "Lampiran",
            Kind.TEXT,
            "Lampiran surat.",
            width=16,
            example="1 (satu) berkas",
            rare=True,
        ),
        Column(
            "tembusan",
            "Tembusan",
            Kind.TEXT,
            "Tembusan, satu baris satu pihak.",
            width=30,
            example="Inspektorat",
            rare=True,
        ),
        SIGNING,
        Column(
            "penanda_tangan",
            "Penanda tangan undangan",
            Kind.REF,
            "ID pejabat; kosong: pimpinan rapat.",
            refers=("pejabat",),
            width=16,
            example="SEKRETARIS",
            rare=True,
        ),
        Column(
            "susunan_acara",
            "Susunan acara",
            Kind.RICH,
            "Susunan acara, satu baris satu butir.",
            width=34,
            example="- Pembukaan",
        ),
        Column(
            "pembahasan",
            "Pembahasan",
            Kind.RICH,
            "Pokok pembahasan; diisi setelah rapat. Kosong: notula menyediakan ruang tulis.",
            width=44,
            example="Capaian setiap area dipaparkan.",
        ),
        Column(
            "kesimpulan",
            "Kesimpulan",
            Kind.RICH,
            "Kesimpulan rapat, satu baris satu butir; diisi setelah rapat.",
            width=44,
            example="Bukti dukung dilengkapi.",
        ),
        Column(
            "tindak_lanjut",
            "Tindak lanjut",
            Kind.RICH,
            "Satu baris satu tindak lanjut: apa | siapa | batas waktu; diisi setelah rapat. "
            "Masing-masing dibawa ke formulir monev, rekapitulasi, dan laporan sampai selesai; "
            "tindak lanjut baru ditulis di bawahnya.",
            width=44,
            example="Melengkapi bukti dukung | KSB-HUKUM | 30 Januari 2026",
        ),
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Jenis kegiatan, yang menentukan sebutannya dalam naskah. Kosong: menurut kata pertama "
            "kolom Acara; bila tidak dikenal, Rapat. Pleno: dibuat pula berita acara rapat pleno "
            "tentang isi kolom Acara; butirnya dari kolom Kesimpulan.",
            choices=tuple(kind.jenis for kind in event_kinds()),
            width=16,
            later=True,
        ),
        Column(
            "keputusan",
            "Keputusan",
            Kind.REF,
            "ID keputusan yang ditetapkan dalam pleno; berita acara yang bernomor disebut pada "
            "Memperhatikan keputusan itu.",
            refers=("keputusan",),
            width=16,
            later=True,
            example="renaksi",
            rare=True,
        ),
        Column(
            "hadir",
            "Yang hadir",
            Kind.REFS,
            "ID pejabat, ID peserta, atau nama kelompok yang sungguh hadir, dipisahkan titik koma; "
            "diisi setelah rapat. Kosong: berita acara menyediakan baris kosong.",
            refers=("pejabat", "peserta", "Kelompok"),
            guests=True,
            width=34,
            later=True,
            example="KETUA; SEKRETARIS",
        ),
        Column(
            "nomor_ba",
            "Nomor berita acara",
            Kind.TEXT,
            "Nomor berita acara rapat pleno.",
            width=26,
            later=True,
            example="5/PW.02-BA/1504/2026",
            rare=True,
        ),
        NOTE,
    ),
    yearly=True,
)

PESERTA = Sheet(
    "peserta",
    "Peserta",
    "Orang dari luar kantor atau yang tidak tercantum di lembar Pejabat.",
    (
        Column(
            "id", "ID", Kind.ID, "Pengenal peserta.", required=True, width=12, example="TAMU-01"
        ),
        Column(
            "nama",
            "Nama",
            Kind.TEXT,
            "Nama; kosong bila belum diketahui.",
            width=30,
            example="Nama Tamu",
        ),
        Column("nip", "NIP", Kind.TEXT, "NIP.", width=22, example="198501012010011001"),
        Column(
            "pangkat",
            "Pangkat/Golongan",
            Kind.TEXT,
            "Pangkat dan golongan.",
            width=22,
            example="Penata (III/c)",
        ),
        Column(
            "jabatan", "Jabatan", Kind.TEXT, "Jabatan.", width=36, example="Kepala Bagian Hukum"
        ),
        Column(
            "instansi",
            "Instansi",
            Kind.TEXT,
            "Asal instansi.",
            width=36,
            example="Pemerintah Kabupaten Batang Hari",
        ),
        Column("kelompok", "Kelompok", Kind.CHOICE, "Kelompok.", list_name="Kelompok", width=18),
        NOTE,
    ),
)

POLA_NOMOR = Sheet(
    "pola_nomor",
    "Pola Nomor",
    "Satu pola satu jenis naskah. Isian yang tersedia: {no}, {klasifikasi}, {jenis}, {satker}, "
    "{tahun}, {bulan}, {bulan-romawi}.",
    (
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Jenis naskah.",
            list_name="Jenis naskah",
            required=True,
            width=22,
        ),
        Column("kode", "Kode", Kind.TEXT, "Isi {jenis} pada pola.", example="Und", width=10),
        Column(
            "pola",
            "Pola",
            Kind.PATTERN,
            "Susunan nomor lengkap.",
            required=True,
            example="{no}/{klasifikasi}-{jenis}/{satker}/{tahun}",
            width=48,
        ),
        Column(
            "digit",
            "Digit",
            Kind.INTEGER,
            "Banyaknya angka paling sedikit pada {no}; 3 mencetak 007.",
            default=str(NumberPattern.digit),
            width=8,
            example="3",
        ),
        NOTE,
    ),
    spare=10,
    starting=(
        {"jenis": "Keputusan", "pola": "{no}", "digit": 1},
        {"jenis": "Keputusan Sekretaris", "pola": "{no}", "digit": 1},
        {"jenis": "Surat Dinas", "kode": "SD", "pola": _LETTER_PATTERN, "digit": 1},
        {"jenis": "Undangan", "kode": "Und", "pola": _LETTER_PATTERN, "digit": 1},
        {"jenis": "Surat Tugas", "kode": "ST", "pola": _LETTER_PATTERN, "digit": 1},
        {"jenis": "Nota Dinas", "kode": "ND", "pola": _LETTER_PATTERN, "digit": 1},
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
        Column(
            "nomor",
            "Nomor urut",
            Kind.INTEGER,
            "Nomor urut.",
            required=True,
            width=12,
            example="12",
        ),
        Column(
            "tanggal", "Tanggal", Kind.DATE, "Tanggal naskah.", width=18, example="20 Januari 2026"
        ),
        Column(
            "lengkap",
            "Nomor lengkap",
            Kind.TEXT,
            "Nomor seperti tercetak.",
            width=30,
            example="12/PW.02-Und/1504/2026",
        ),
        Column(
            "dokumen",
            "Dokumen",
            Kind.REF,
            "ID keputusan, rapat, atau surat.",
            refers=("keputusan", "rapat", "surat"),
            width=16,
            example="R-01",
        ),
        Column("perihal", "Perihal", Kind.TEXT, "Perihal.", width=50, example="Undangan rapat"),
        NOTE,
    ),
    spare=200,
    yearly=True,
)
