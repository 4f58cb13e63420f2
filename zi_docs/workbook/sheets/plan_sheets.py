"""Sheets of the plan and of what came of it: Rencana Aksi, Tim, Realisasi, Laporan."""

from zi_docs.model import CLOSED, OPEN, ReportPart
from zi_docs.wording.dates import MONTHS
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

MONTH_PREFIX = "bulan_"
COMPONENT_NAMES, TEAM_GROUPS, ITEM_CODES = "Komponen", "Kelompok tim", "Kode LKE"
POSTS = "pejabat.jabatan"


def month_key(month: int) -> str:
    """The key of the column that marks a month (1 to 12)."""
    return f"{MONTH_PREFIX}{month}"


def _month_columns() -> list[Column]:
    return [
        Column(
            month_key(number),
            str(number),
            Kind.MARK,
            f"Tanda √ bila dilaksanakan pada bulan {name}.",
            width=5,
            aliases=(name, name[:3]),
            field="bulan",
            label="Pelaksanaan",
        )
        for number, name in enumerate(MONTHS, start=1)
    ]


RENCANA_AKSI = Sheet(
    "rencana_aksi",
    "Rencana Aksi",
    "Rencana aksi setahun, satu baris satu langkah. Nomor komponen dibuat program dari urutan "
    "baris; baris boleh dipindahkan, ID-nya tetap.",
    (
        Column(
            "id",
            "ID",
            Kind.ID,
            "Pengenal baris; tidak berubah walaupun baris dipindahkan.",
            required=True,
            example="RA-001",
            width=10,
        ),
        Column(
            "area",
            "Area",
            Kind.CHOICE,
            "Area perubahan, dari daftar Area di lembar Referensi.",
            required=True,
            list_name="Area",
            width=26,
        ),
        Column(
            "komponen",
            "Komponen",
            Kind.RICH,
            "Nama komponen; ditulis sama pada setiap barisnya.",
            required=True,
            width=28,
            example="Tim Kerja",
            offers=COMPONENT_NAMES,
        ),
        Column(
            "indikator",
            "Indikator",
            Kind.RICH,
            "Indikator.",
            required=True,
            width=44,
            example="Tim kerja telah dibentuk",
        ),
        Column(
            "langkah_aksi",
            "Langkah Aksi",
            Kind.RICH,
            "Langkah aksi.",
            required=True,
            width=44,
            example="Membentuk tim kerja melalui rapat",
        ),
        Column(
            "bukti",
            "Bukti",
            Kind.RICH,
            "Bukti dukung.",
            required=True,
            width=44,
            aliases=("Bukti dukung", "Data dukung"),
            example="Keputusan tentang tim kerja",
        ),
        *_month_columns(),
        Column("target", "Target", Kind.TEXT, "Target.", example="100%", width=10),
        Column(
            "pic",
            "PIC",
            Kind.TEXT,
            "Penanggung jawab atau pokja.",
            width=20,
            aliases=("Pokja", "Penanggung jawab"),
            example="Subbagian Hukum dan SDM",
            offers=POSTS,
        ),
        Column(
            "lke",
            "Kode LKE",
            Kind.TEXT,
            "Kode butir LKE yang dipenuhi; beberapa kode dipisahkan dengan koma.",
            width=14,
            code=True,
            example="PPA1A, PPA1B",
            offers=ITEM_CODES,
            several=True,
        ),
        NOTE,
    ),
    required=True,
    spare=100,
)

TIM = Sheet(
    "tim",
    "Tim",
    "Susunan tim setiap keputusan berjenis Tim, berurutan. Pejabat yang belum diketahui "
    "dikosongkan: draf menyediakan garis.",
    (
        Column(
            "keputusan",
            "Keputusan",
            Kind.REF,
            "ID keputusan tim.",
            refers=("keputusan",),
            required=True,
            width=16,
            example="sk-tim-kerja",
        ),
        Column(
            "kelompok",
            "Kelompok",
            Kind.TEXT,
            "Kelompok kerja, ditulis sama pada setiap barisnya; kosong untuk pimpinan tim.",
            width=34,
            example="Pokja I Manajemen Perubahan",
            offers=TEAM_GROUPS,
        ),
        Column(
            "kedudukan",
            "Kedudukan dalam tim",
            Kind.TEXT,
            "Misalnya Pengarah, Ketua, Koordinator, Anggota.",
            required=True,
            width=24,
            example="Koordinator",
        ),
        Column(
            "pejabat",
            "Pejabat",
            Kind.REF,
            "ID pejabat; kosong bila belum ditunjuk.",
            refers=("pejabat",),
            width=16,
            example="SEKRETARIS",
        ),
        Column(
            "jabatan",
            "Jabatan",
            Kind.TEXT,
            "Jabatan bila pejabat belum ditunjuk.",
            width=40,
            example="Kepala Subbagian Hukum dan SDM",
            offers=POSTS,
        ),
        Column(
            "tugas",
            "Tugas",
            Kind.RICH,
            "Tugas, satu baris satu butir, diawali tanda -. Bila dalam satu kelompok hanya satu "
            "kedudukan yang diisi tugas, tugas itu dicetak sebagai tugas kelompok.",
            width=50,
            example="Mengoordinasikan pelaksanaan rencana aksi",
        ),
        NOTE,
    ),
    spare=80,
)

REALISASI = Sheet(
    "realisasi",
    "Realisasi",
    "Hasil pelaksanaan setiap baris rencana aksi pada setiap bulan.",
    (
        Column(
            "baris",
            "ID baris",
            Kind.REF,
            "ID baris rencana aksi.",
            refers=("rencana_aksi",),
            required=True,
            width=12,
            example="RA-001",
        ),
        Column(
            "bulan",
            "Bulan",
            Kind.INTEGER,
            "Bulan 1 sampai dengan 12.",
            required=True,
            width=9,
            example="3",
        ),
        Column(
            "persen",
            "Realisasi (%)",
            Kind.PERCENT,
            "Capaian 0 sampai dengan 100.",
            width=14,
            example="75",
        ),
        Column(
            "uraian",
            "Realisasi",
            Kind.RICH,
            "Apa yang dilaksanakan.",
            width=44,
            example="Tim kerja sudah dibentuk.",
        ),
        Column(
            "bukti_ada",
            "Bukti dukung",
            Kind.CHOICE,
            "Ada atau belum.",
            choices=("Ada", "Belum"),
            width=14,
        ),
        Column(
            "tautan",
            "Tautan/berkas",
            Kind.TEXT,
            "Tautan atau nama berkas bukti.",
            width=34,
            address=True,
            example="https://drive.contoh.id/bukti",
        ),
        Column(
            "kendala", "Kendala", Kind.TEXT, "Kendala.", width=34, example="Jadwal rapat bergeser."
        ),
        Column(
            "rekomendasi",
            "Rekomendasi",
            Kind.TEXT,
            "Rekomendasi.",
            width=34,
            example="Menetapkan jadwal baru.",
        ),
        Column(
            "tindak_lanjut",
            "Tindak lanjut",
            Kind.TEXT,
            "Tindak lanjut.",
            width=34,
            example="Jadwal baru sudah diedarkan.",
        ),
        Column(
            "pic",
            "PIC",
            Kind.TEXT,
            "Penanggung jawab.",
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
            example="30 April 2026",
        ),
        Column(
            "keadaan",
            "Keadaan tindak lanjut",
            Kind.CHOICE,
            "Belum atau Selesai. Selama belum Selesai, tindak lanjut dibawa ke periode berikutnya.",
            choices=(OPEN, CLOSED),
            width=14,
            later=True,
        ),
        Column(
            "selesai",
            "Tanggal selesai",
            Kind.DATE,
            "Tanggal tindak lanjut diselesaikan.",
            width=18,
            later=True,
            example="28 April 2026",
        ),
        Column(
            "bulan_lapor",
            "Bulan lapor",
            Kind.INTEGER,
            "Bulan pelaporannya bila menyusul; kosong berarti dilaporkan pada bulannya sendiri.",
            width=9,
            example="4",
            rare=True,
        ),
        NOTE,
    ),
    spare=200,
    yearly=True,
)

LAPORAN = Sheet(
    "laporan",
    "Laporan",
    "Bagian laporan monev yang hanya dapat ditulis oleh tim. Laporan yang semua bagiannya terisi "
    "tidak lagi bertanda KONSEP.",
    (
        Column(
            "periode",
            "Periode",
            Kind.CHOICE,
            "Laporan yang memuatnya; kosong: setiap laporan yang tidak mempunyai teks sendiri "
            "untuk bagian itu.",
            choices=("Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV", "Tahun"),
            width=16,
        ),
        Column(
            "bagian",
            "Bagian",
            Kind.CHOICE,
            "Bagian laporan.",
            required=True,
            members=ReportPart,
            width=20,
        ),
        Column(
            "area",
            "Area",
            Kind.CHOICE,
            f"Area yang diuraikan; hanya untuk bagian {ReportPart.ANALYSIS.value}.",
            list_name="Area",
            width=26,
        ),
        Column(
            "isi",
            "Isi",
            Kind.RICH,
            "Teks bagian itu; beberapa baris untuk satu bagian dicetak berurutan.",
            required=True,
            width=90,
            example="Pemantauan dilakukan setiap bulan oleh …",
        ),
        NOTE,
    ),
    later=True,
    spare=40,
    yearly=True,
)
