"""Sheets of a decree: Keputusan, Revisi, Konsiderans, Narasi."""

from zi_docs.model import AmendmentForm, Decree, DecreeKind, Level, Part, Revision, Signing
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

NOTE = Column(
    "catatan",
    "Catatan",
    Kind.TEXT,
    "Catatan untuk kantor; tidak dicetak.",
    width=46,
    in_record=False,
)

# Whose list an item stands in; the decree has the items, so that they need not say it.
_OWNER = Column(
    "keputusan",
    "Keputusan",
    Kind.REF,
    "ID keputusan.",
    refers=("keputusan",),
    required=True,
    example="renaksi",
    width=14,
    in_record=False,
)

SIGNING = Column(
    "tanda_tangan",
    "Tanda tangan",
    Kind.CHOICE,
    "Basah: ruang untuk tanda tangan. SRIKANDI: DOCX dengan peubah ${…} untuk diunggah. Tag BSrE: "
    "satu tanda di tempat tanda tangan. Medan PDF: kotak tanda tangan elektronik di PDF.",
    members=Signing,
    default=Decree.tanda_tangan.value,
    width=14,
)

KEPUTUSAN = Sheet(
    "keputusan",
    "Keputusan",
    "Satu baris satu keputusan. Nomor dan tanggal boleh kosong: naskah asli menyediakan tempat "
    "untuk menuliskannya.",
    (
        Column(
            "id",
            "ID",
            Kind.ID,
            "Pengenal; menjadi nama berkas keluaran.",
            required=True,
            example="renaksi",
            width=14,
        ),
        Column(
            "jenis",
            "Jenis",
            Kind.CHOICE,
            "Menentukan Lampiran. Rencana Aksi: narasi dan tabel rencana aksi; Tim: susunan tim; "
            "Standar Pelayanan: komponen setiap layanan dari lembar Layanan.",
            members=DecreeKind,
            required=True,
            width=16,
        ),
        Column(
            "nomor", "Nomor", Kind.TEXT, "Nomor keputusan.", example="10", width=10, yearly=True
        ),
        Column(
            "tanggal",
            "Tanggal",
            Kind.DATE,
            "Tanggal penetapan.",
            example="22 Januari 2026",
            width=18,
        ),
        Column(
            "tempat",
            "Tempat",
            Kind.TEXT,
            "Tempat penetapan; kosong berarti tempat kedudukan kantor. Isilah hanya bila keputusan "
            "ditetapkan di tempat lain.",
            width=18,
            yearly=True,
            example="Muara Bulian",
        ),
        Column(
            "judul",
            "Judul",
            Kind.TEXT,
            "Judul sesudah kata TENTANG, ditulis dengan huruf kapital pada awal kata; program "
            "mencetaknya dengan huruf kapital seluruhnya di kepala keputusan.",
            required=True,
            width=60,
            example="Rencana Aksi Pembangunan Zona Integritas Tahun {tahun}",
        ),
        Column(
            "penanda_tangan",
            "Penanda tangan",
            Kind.REF,
            "ID pejabat yang menandatangani; ia menentukan kepala keputusan.",
            refers=("pejabat",),
            required=True,
            width=16,
            example="KETUA",
        ),
        Column(
            "penyalin",
            "Penyalin",
            Kind.REF,
            "ID pejabat yang menandatangani salinan.",
            refers=("pejabat",),
            width=16,
            example="SEKRETARIS",
        ),
        Column(
            "pemaraf",
            "Pemaraf",
            Kind.REFS,
            "ID pejabat yang membubuhkan paraf, berurutan, dipisahkan titik koma.",
            refers=("pejabat",),
            example="KSB-HUKUM; SEKRETARIS",
            width=30,
        ),
        SIGNING,
        Column(
            "subjek",
            "Subjek",
            Kind.TEXT,
            "Subjek untuk abstrak dan metadata JDIH.",
            width=30,
            example="ZONA INTEGRITAS - RENCANA AKSI",
            rare=True,
        ),
        Column(
            "bidang_hukum",
            "Bidang hukum",
            Kind.TEXT,
            "Bidang hukum di JDIH.",
            width=24,
            example="Hukum Administrasi Negara",
            rare=True,
        ),
        Column(
            "bahasa",
            "Bahasa",
            Kind.TEXT,
            "Bahasa naskah di JDIH.",
            default=Decree.bahasa,
            width=12,
            example="Indonesia",
            rare=True,
        ),
        Column(
            "lokasi",
            "Lokasi",
            Kind.TEXT,
            "Tempat naskah asli disimpan.",
            width=30,
            example="Subbagian Hukum dan SDM",
            rare=True,
        ),
        Column(
            "abstrak",
            "Abstrak",
            Kind.RICH,
            "Alasan penetapan di dalam abstrak JDIH; kosong: disusun dari butir Menimbang.",
            width=50,
            example="Keputusan ini menetapkan rencana aksi …",
            rare=True,
        ),
        NOTE,
    ),
    required=True,
    spare=20,
)

REVISI = Sheet(
    "revisi",
    "Revisi",
    "Perubahan keputusan, satu baris satu keputusan perubahan. Ubahlah isi buku kerja ini, lalu "
    "buat naskahnya dengan `python generate.py revisi --naskah ID`; setelah ditetapkan, isilah "
    "Nomor dan Tanggal dan simpan keadaannya dengan `python generate.py revisi --simpan ID`.",
    (
        Column(
            "id",
            "ID",
            Kind.ID,
            "Pengenal; menjadi nama berkas keluaran.",
            required=True,
            example="renaksi-p1",
            width=14,
        ),
        Column(
            "keputusan",
            "Keputusan",
            Kind.REF,
            "ID keputusan yang diubah: keputusan yang pertama, bukan perubahannya.",
            refers=("keputusan",),
            required=True,
            width=14,
            example="renaksi",
        ),
        Column("nomor", "Nomor", Kind.TEXT, "Nomor keputusan perubahan.", width=10, example="31"),
        Column(
            "tanggal",
            "Tanggal",
            Kind.DATE,
            "Tanggal penetapan; kosong selama masih rancangan.",
            example="1 April 2026",
            width=18,
        ),
        Column(
            "alasan",
            "Alasan",
            Kind.RICH,
            "Alasan perubahan: apa yang ternyata keliru atau apa yang berubah; menjadi butir "
            "Menimbang sesudah kata bahwa. Selama kosong atau tidak nyata, naskahnya bertanda "
            "KONSEP.",
            width=70,
            example="perubahan jadwal kegiatan",
        ),
        Column(
            "bentuk",
            "Bentuk",
            Kind.CHOICE,
            "Lampiran baru: Lampiran diubah seluruhnya; Rincian perubahan: diktum menyebut setiap "
            "baris yang berubah.",
            members=AmendmentForm,
            default=Revision.bentuk.value,
            width=20,
        ),
        Column(
            "berkas",
            "Berkas",
            Kind.TEXT,
            "Buku kerja sebagaimana ditetapkan oleh perubahan ini; kosong: revisi/ID.xlsx di "
            "folder buku kerja.",
            width=30,
            example="renaksi.xlsx",
        ),
        NOTE,
    ),
    spare=15,
    yearly=True,
)

KONSIDERANS = Sheet(
    "konsiderans",
    "Konsiderans",
    "Isi batang tubuh keputusan, berurutan dari atas ke bawah. Huruf, nomor, dan kata KESATU, "
    "KEDUA, … dibuat program.",
    (
        _OWNER,
        Column(
            "bagian",
            "Bagian",
            Kind.CHOICE,
            "Bagian keputusan tempat butir ini berdiri.",
            members=Part,
            required=True,
            width=16,
        ),
        Column(
            "isi",
            "Isi",
            Kind.RICH,
            "Bunyi butir. Kosongkan bila butir ini peraturan dari lembar Peraturan. "
            "{huruf-sebelumnya} menjadi huruf a dan huruf b, dan seterusnya.",
            width=90,
            example="bahwa untuk mewujudkan …, perlu menetapkan …;",
        ),
        Column(
            "peraturan",
            "Peraturan",
            Kind.REF,
            "ID peraturan yang dikutip.",
            refers=("peraturan",),
            width=18,
            example="UU-25-2009",
        ),
        NOTE,
    ),
    spare=60,
)

NARASI = Sheet(
    "narasi",
    "Narasi",
    "Uraian Lampiran, berurutan dari atas ke bawah. Nomor bab, huruf, dan angka dibuat program.",
    (
        _OWNER,
        Column(
            "tingkat",
            "Tingkat",
            Kind.CHOICE,
            "Bab: judul bab (1.); Paragraf: teks biasa; Huruf: butir a.; Angka: butir 1); "
            "Judul tabel: judul di atas tabel rencana aksi.",
            members=Level,
            required=True,
            width=14,
        ),
        Column(
            "isi",
            "Isi",
            Kind.RICH,
            "Bunyi; huruf miring dan tebal ikut dicetak.",
            width=100,
            example="Rencana aksi disusun untuk …",
        ),
        Column(
            "peraturan",
            "Peraturan",
            Kind.REF,
            "ID peraturan yang dikutip bila Isi kosong.",
            refers=("peraturan",),
            width=18,
            example="UU-25-2009",
        ),
        NOTE,
    ),
    spare=60,
)
