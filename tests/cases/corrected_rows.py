"""The plan of `source/zi-2026.xlsx` as a careful editor would hand it back: every row put right.

The office, its components, its row IDs and the order of its rows stay. What a row asks for stays
too, as far as it can be told; where two rows asked the same, each now asks its own question.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from tests.cases.written_cells import marked
from zi_docs.model import Plan

YEAR = range(1, 13)
QUARTERS = (3, 6, 9, 12)
AFTER_QUARTERS = (4, 7, 10)
HALVES = (6, 12)
HUMAN, TECHNICAL = "Subbagian Partisipasi dan SDM", "Subbagian Teknis dan Hukum"
PLANNING, SECRETARY, CHAIR = "Subbagian Perencanaan dan Data", "Sekretaris", "Ketua"


class Row(NamedTuple):
    """A corrected row: its three texts, months, target, and who is in charge."""

    indikator: str
    langkah_aksi: str
    bukti: str
    bulan: Iterable[int]
    target: str
    pic: str


COMPONENTS = {
    "Pembentukan Tim kerja": "Penyusunan Tim Kerja",
    "Dokumen Rencana Aksi": "Rencana Pembangunan Zona Integritas",
    "Prosedur Operasional Tetap (SOP) kegiatan utama": (
        "Prosedur Operasional Tetap (SOP) Kegiatan Utama"
    ),
    "E-Office Pemanfaatan aplikasi presensi": "Sistem Pemerintahan Berbasis Elektronik (SPBE)",
    "Perencanaan Kebutuhan Pegawai Sesuai dengan kebutuhan": (
        "Perencanaan Kebutuhan Pegawai Sesuai dengan Kebutuhan Organisasi"
    ),
    "Pengembangan pegawai berbasis kompetensi": "Pengembangan Pegawai Berbasis Kompetensi",
    "Penetapan Kinerja individu": "Penetapan Kinerja Individu",
    "Penegakan aturan disiplin/kode etik/kode perilaku pegawai": (
        "Penegakan Aturan Disiplin/Kode Etik/Kode Perilaku Pegawai"
    ),
    "Keterlibatan pimpinan": "Keterlibatan Pimpinan",
    "Pengendalian Gratifikasi mensosialisasikan": "Pengendalian Gratifikasi",
    "Penerapan SPIP": "Penerapan Sistem Pengendalian Intern Pemerintah (SPIP)",
    "Whistle-Blowing System": "*Whistle-Blowing System*",
    # The only rows of this component were those of the survey.
    "Pengelolaan Pengaduan": "Penilaian Kepuasan terhadap Pelayanan",
}

ROWS = (
    Row("Tim Kerja Zona Integritas telah dibentuk",
        "Memilih anggota Tim Kerja dari komisioner dan pegawai sekretariat, lalu menetapkannya",
        "- SK Tim Kerja Zona Integritas Tahun 2026;\n- Notula rapat pemilihan anggota Tim Kerja.",
        (1,), "1 keputusan", SECRETARY),
    Row("Rencana aksi pembangunan Zona Integritas telah disahkan",
        "Menyusun rencana aksi bersama setiap pokja dan menyosialisasikannya kepada pegawai",
        "- Rencana Aksi Pembangunan Zona Integritas Tahun 2026;\n- Notula rapat sosialisasi.",
        (1, 2), "1 dokumen", SECRETARY),
    Row("Pembangunan WBK/WBBM dipantau dan dibahas bersama pimpinan setiap triwulan",
        "Melaksanakan rapat evaluasi pembangunan Zona Integritas setiap triwulan",
        "Undangan, daftar hadir, notula, dan lembar monitoring", (4, 7, 10, 12), "4 notula", CHAIR),
    Row("Pimpinan menjadi panutan dalam pembangunan WBK/WBBM",
        "Mencatat kehadiran pimpinan setiap hari seperti pegawai lain",
        "Rekapitulasi presensi pimpinan setiap bulan", YEAR, "12 rekapitulasi", CHAIR),
    Row("Agen perubahan telah ditetapkan",
        "Memilih dan menetapkan agen perubahan dari setiap subbagian",
        "SK Tim Agen Perubahan", (2,), "1 keputusan", HUMAN),
    Row("SOP mengacu pada proses bisnis instansi",
        "- Mencocokkan SOP dengan proses bisnis;\n- Memasang SOP di ruang pelayanan.",
        "- Dokumen SOP yang ditetapkan dengan keputusan;\n- Foto SOP di ruang pelayanan.",
        (2, 3, 4), "100% SOP", TECHNICAL),
    Row("Operasionalisasi manajemen SDM sudah menggunakan teknologi informasi",
        "Merekam presensi pegawai dengan mesin pemindai sidik jari",
        "Rekapitulasi presensi pegawai dari mesin pemindai", YEAR, "12 rekapitulasi", HUMAN),
    Row("Pelayanan kepada publik sudah menggunakan teknologi informasi",
        "Melayani permohonan informasi melalui aplikasi JDIH dan PPID",
        "Tangkapan layar aplikasi JDIH, laman PPID, dan akun media sosial kantor",
        YEAR, "12 tangkapan layar", PLANNING),
    Row("Pemanfaatan teknologi informasi dipantau dan dievaluasi secara berkala",
        "Melakukan monitoring dan evaluasi pemanfaatan aplikasi setiap caturwulan",
        "Laporan evaluasi pemanfaatan aplikasi", (4, 8, 12), "3 laporan", PLANNING),
    Row("Kebijakan informasi publik sesuai dengan peraturan perundang-undangan",
        "Menyediakan informasi publik secara jelas, akurat, dan tepat waktu",
        "Daftar informasi publik dan rekapitulasi permohonan melalui e-PPID",
        YEAR, "12 rekapitulasi", PLANNING),
    Row("Pelaksanaan kebijakan keterbukaan informasi publik telah dievaluasi",
        "Melaksanakan rapat evaluasi keterbukaan informasi setiap semester",
        "Laporan evaluasi keterbukaan informasi publik", HALVES, "2 laporan", PLANNING),
    Row("Kebutuhan pegawai mengacu pada peta jabatan",
        "Menyusun peta jabatan dan usul kebutuhan pegawai setiap subbagian",
        "Peta jabatan dan surat usul kebutuhan pegawai", (1,), "1 dokumen", HUMAN),
    Row("Penempatan pegawai hasil rekrutmen mengacu pada kebutuhan setiap jabatan",
        "Menempatkan pegawai baru menurut daftar kebutuhan jabatan",
        "Salinan keputusan penempatan dan surat perintah melaksanakan tugas",
        (1,), "100% pegawai baru", HUMAN),
    Row("Penempatan ASN menurut kebutuhan jabatan telah dievaluasi",
        "Mengevaluasi kinerja unit sesudah penempatan ASN",
        "Laporan evaluasi penempatan ASN", (4, 8, 12), "3 laporan", HUMAN),
    Row("Kebijakan pola mutasi internal telah diterapkan",
        "Melakukan rotasi internal sesuai dengan kebutuhan subbagian",
        "Surat perintah tugas rotasi internal", (1,), "1 surat perintah", SECRETARY),
    Row("Mutasi pegawai memperhatikan kompetensi jabatan",
        "Membandingkan kompetensi pegawai yang dimutasi dengan syarat jabatannya",
        "Kertas kerja kesesuaian kompetensi dan surat usul mutasi", (1,), "100% usul", HUMAN),
    Row("Kebijakan pola rotasi internal telah dipantau dan dievaluasi",
        "Mengukur efektivitas penempatan pegawai bersama Tim Penilai Kinerja",
        "Laporan monitoring efektivitas penempatan pegawai", (12,), "1 laporan", HUMAN),
    Row("Kebutuhan pelatihan setiap pegawai telah diidentifikasi",
        "Menyusun analisis kebutuhan diklat fungsional umum dan fungsional tertentu",
        "Daftar kebutuhan diklat pegawai", (1,), "1 daftar kebutuhan", HUMAN),
    Row("Rencana pengembangan kompetensi bertumpu pada hasil pengelolaan kinerja",
        "Membahas kebutuhan pendidikan dan pelatihan pegawai dalam rapat",
        "Notula rapat dan rencana pengembangan kompetensi", (1, 6, 12), "3 notula", HUMAN),
    Row("Kesenjangan kompetensi pegawai terhadap standar jabatan kurang dari 25%",
        "Menilai kompetensi pegawai dan menghitung kesenjangannya setiap caturwulan",
        "Matriks kesenjangan kompetensi pegawai", (4, 8, 12), "kurang dari 25%", HUMAN),
    Row("Seluruh pegawai memperoleh kesempatan mengikuti diklat",
        "Mengatur giliran diklat pegawai dan merekapitulasi keikutsertaannya",
        "Rekapitulasi pegawai yang mengikuti diklat", (1, 12), "100% pegawai", HUMAN),
    Row("Kompetensi pegawai dikembangkan melalui pelatihan, pendampingan, dan *coaching*",
        "Mengikutsertakan pegawai dalam pelatihan internal dan bimtek setiap bulan",
        "Sertifikat, surat tugas, dan laporan pelatihan", YEAR, "12 laporan", HUMAN),
    Row("Hasil pengembangan kompetensi telah dievaluasi",
        "Mengevaluasi penerapan hasil pendidikan dan pelatihan yang telah diikuti",
        "Formulir evaluasi pascapelatihan", (12,), "100% peserta", HUMAN),
    Row("Kinerja individu ditetapkan sejalan dengan kinerja organisasi",
        "Menyusun SKP tahun 2026 dari Perjanjian Kinerja Tahun 2026",
        "PK Tahun 2026 dan SKP Tahun 2026", (1,), "100% pegawai", SECRETARY),
    Row("Ukuran kinerja individu sesuai dengan ukuran kinerja atasannya",
        "Mereviu keselarasan ukuran kinerja pada setiap jenjang jabatan",
        "Matriks peran dan hasil", (1,), "1 matriks", SECRETARY),
    Row("Kinerja individu diukur secara berkala",
        "Melakukan pengukuran kinerja setiap pegawai setiap bulan",
        "Rekapitulasi capaian SKP bulanan", YEAR, "12 rekapitulasi", SECRETARY),
    Row("Hasil penilaian kinerja menjadi dasar pemberian penghargaan",
        "Memilih pegawai teladan menurut kriteria yang ditetapkan tim penilai",
        "Berita acara penilaian dan piagam pegawai teladan", (12,), "1 berita acara", CHAIR),
    Row("Aturan disiplin, kode etik, dan kode perilaku telah dilaksanakan",
        "Menyosialisasikan kode etik dan menyusun laporan penegakan disiplin setiap bulan",
        "Laporan penegakan disiplin dan kode etik", YEAR, "12 laporan", HUMAN),
    Row("Data kepegawaian unit kerja dimutakhirkan secara berkala",
        "Memutakhirkan data pegawai pada aplikasi kepegawaian",
        "Daftar nominatif pegawai setiap bulan", YEAR, "12 daftar", HUMAN),
    Row("Pimpinan terlibat langsung dalam penyusunan perencanaan",
        "Membahas Renstra dan RKT tahun 2027 dalam rapat yang dipimpin Ketua",
        "Notula rapat perencanaan dan rancangan RKT Tahun 2027", (10, 11, 12), "3 notula", CHAIR),
    Row("Pimpinan terlibat langsung dalam penetapan kinerja",
        "Mengarahkan penyusunan dan menandatangani Perjanjian Kinerja Tahun 2026",
        "Perjanjian Kinerja Tahun 2026 dan notula rapat penetapan", (1,), "1 perjanjian", CHAIR),
    Row("Pimpinan memantau pencapaian kinerja secara berkala",
        "Mengadakan rapat evaluasi capaian kinerja setiap bulan",
        "Laporan rapat evaluasi capaian kinerja", YEAR, "12 laporan", CHAIR),
    Row("Dokumen perencanaan kinerja telah tersedia",
        "Menghimpun Renstra, RKT, dan Rencana Aksi Kinerja dalam satu arsip",
        "Renstra, RKT, dan RAK KPU Kabupaten Batang Hari", (1, 2, 3), "3 dokumen", PLANNING),
    Row("Perencanaan kinerja telah berorientasi hasil",
        "Mereviu sasaran dalam RKT agar menyatakan hasil bagi pemilih",
        "Kertas kerja reviu sasaran", (1, 2, 3), "1 kertas kerja", PLANNING),
    Row("Indikator kinerja memenuhi kriteria SMART",
        "Menguji setiap indikator kinerja dan memperbaiki rumusannya",
        "Keputusan Indikator Kinerja Utama dan daftar uji indikator", (1, 2, 3), "100% indikator",
        PLANNING),
    Row("Laporan kinerja disampaikan tepat waktu",
        "Menyusun dan menyampaikan LKjIP Tahun 2025",
        "Tanda terima penyampaian LKjIP Tahun 2025", (1, 2), "1 laporan", PLANNING),
    Row("Laporan kinerja memberikan informasi tentang kinerja",
        "Menganalisis penyebab keberhasilan dan kegagalan dalam LKjIP Tahun 2025",
        "LKjIP KPU Kabupaten Batang Hari Tahun 2025", (1, 2, 3), "1 laporan", PLANNING),
    Row("Kapasitas SDM yang menangani akuntabilitas kinerja ditingkatkan",
        "Mengikutsertakan pengelola akuntabilitas kinerja dalam bimtek SAKIP",
        "Surat tugas dan sertifikat bimtek SAKIP", (3,), "100% pengelola", PLANNING),
    Row("Akuntabilitas kinerja dikelola oleh SDM yang kompeten",
        "Mengikuti rapat koordinasi SAKIP yang diselenggarakan Inspektorat",
        "Laporan mengikuti rapat koordinasi dan sertifikat pengelola", (1, 2, 3), "3 laporan",
        PLANNING),
    Row("Kampanye publik pengendalian gratifikasi telah dilakukan",
        "Memasang spanduk larangan gratifikasi di ruang pelayanan",
        "Foto spanduk larangan gratifikasi", (1,), "2 spanduk", TECHNICAL),
    Row("Pengendalian gratifikasi telah diimplementasikan",
        "Membentuk Unit Pengendalian Gratifikasi dan merekapitulasi laporannya",
        "SK Unit Pengendalian Gratifikasi dan rekapitulasi laporan gratifikasi",
        (1, 6, 12), "3 dokumen", TECHNICAL),
    Row("Lingkungan pengendalian intern telah dibangun",
        "Menetapkan tim SPIP dan menyusun Kartu Kendali SPIP setiap bulan",
        "- SK Tim SPIP;\n- Kartu Kendali SPIP.", YEAR, "12 kartu", SECRETARY),
    Row("Risiko atas pelaksanaan kebijakan telah dinilai",
        "Melakukan penilaian risiko atas pelaksanaan kebijakan",
        "Daftar dan peta risiko", (2,), "1 daftar risiko", SECRETARY),
    Row("Kegiatan pengendalian untuk meminimalkan risiko telah dilakukan",
        "Menjalankan Rencana Tindak Pengendalian setiap triwulan",
        "Laporan pelaksanaan Rencana Tindak Pengendalian", QUARTERS, "4 laporan", SECRETARY),
    Row("SPIP telah diinformasikan kepada seluruh pihak terkait",
        "Menyosialisasikan Rencana Tindak Pengendalian kepada seluruh pegawai",
        "Undangan, daftar hadir, notula, dan dokumentasi", (3, 9), "2 notula", SECRETARY),
    Row("Kebijakan pengaduan masyarakat telah diimplementasikan",
        "Menyosialisasikan saluran pengaduan masyarakat melalui laman kantor",
        "Tangkapan layar laman saluran pengaduan", YEAR, "12 tangkapan layar", TECHNICAL),
    Row("Pengaduan masyarakat ditindaklanjuti",
        "Memberikan tanggapan atas pengaduan yang diteruskan Inspektorat",
        "Laporan tindak lanjut pengaduan dan surat tanggapan", YEAR, "100% pengaduan", TECHNICAL),
    Row("Penanganan pengaduan masyarakat telah dievaluasi",
        "Mengevaluasi waktu dan mutu penanganan pengaduan setiap caturwulan",
        "Laporan evaluasi penanganan pengaduan", (4, 8, 12), "3 laporan", TECHNICAL),
    Row("Hasil evaluasi penanganan pengaduan masyarakat telah ditindaklanjuti",
        "Menindaklanjuti rekomendasi evaluasi penanganan pengaduan",
        "Tabel tindak lanjut rekomendasi", (5, 9), "100% rekomendasi", TECHNICAL),
    Row("*Whistle-Blowing System* telah diinternalisasikan",
        "Menyosialisasikan tata cara pelaporan melalui *Whistle-Blowing System*",
        "Notula sosialisasi dan tangkapan layar saluran pelaporan", (2, 8), "2 notula", TECHNICAL),
    Row("Penerapan *Whistle-Blowing System* telah dievaluasi",
        "Meminta Inspektorat mengevaluasi penerapan WBS dan merekapitulasi hasilnya",
        "Laporan evaluasi setiap triwulan", QUARTERS, "4 laporan", TECHNICAL),
    Row("Hasil evaluasi *Whistle-Blowing System* telah ditindaklanjuti",
        "Melaksanakan rekomendasi Inspektorat atas penerapan WBS",
        "Matriks tindak lanjut rekomendasi WBS", AFTER_QUARTERS, "100% rekomendasi", TECHNICAL),
    Row("Benturan kepentingan dalam tugas utama telah dipetakan",
        "Mengidentifikasi benturan kepentingan pada setiap subbagian",
        "Matriks identifikasi benturan kepentingan", (1,), "1 matriks", TECHNICAL),
    Row("Penanganan benturan kepentingan telah disosialisasikan",
        "Melakukan sosialisasi penanganan benturan kepentingan",
        "Laporan sosialisasi penanganan benturan kepentingan", (2,), "1 laporan", TECHNICAL),
    Row("Penanganan benturan kepentingan telah diimplementasikan",
        "Menghimpun surat pernyataan dan menangani potensi benturan kepentingan",
        "Surat pernyataan bebas benturan kepentingan dan surat pernyataan potensi benturan "
        "kepentingan", (1, 2, 3), "100% pegawai", TECHNICAL),
    Row("Penanganan benturan kepentingan telah dievaluasi",
        "Melaksanakan monitoring dan evaluasi penanganan benturan kepentingan",
        "Laporan monitoring dan evaluasi benturan kepentingan", (10,), "1 laporan", TECHNICAL),
    Row("Hasil evaluasi penanganan benturan kepentingan telah ditindaklanjuti",
        "Menindaklanjuti rekomendasi evaluasi benturan kepentingan",
        "Laporan tindak lanjut benturan kepentingan", (11, 12), "100% rekomendasi", TECHNICAL),
    Row("Kebijakan standar pelayanan telah ditetapkan",
        "Menyusun standar pelayanan publik dan standar pelayanan PPID",
        "Keputusan KPU Kabupaten Batang Hari tentang Standar Pelayanan", (1, 2), "1 keputusan",
        HUMAN),
    Row("Standar pelayanan telah dimaklumatkan",
        "Menyusun dan memasang maklumat pelayanan di ruang layanan",
        "Maklumat pelayanan yang ditandatangani", (3,), "1 maklumat", HUMAN),
    Row("Standar pelayanan telah direviu dan diperbaiki",
        "Melaksanakan kaji ulang standar pelayanan bersama pengguna layanan",
        "Berita acara kaji ulang dan standar pelayanan hasil perbaikan", (9,), "1 berita acara",
        HUMAN),
    Row("Standar dan maklumat pelayanan telah dipublikasikan",
        "Menayangkan standar dan maklumat pelayanan pada laman dan JDIH",
        "Tangkapan layar laman dan JDIH KPU Kabupaten Batang Hari", YEAR, "12 tangkapan layar",
        HUMAN),
    Row("Pegawai terlatih menerapkan budaya pelayanan prima",
        "Melaksanakan pelatihan pelayanan prima bagi petugas layanan",
        "Undangan, daftar hadir, notula, dan dokumentasi pelatihan", (3, 9), "2 pelatihan", HUMAN),
    Row("Informasi tentang pelayanan mudah diakses melalui berbagai media",
        "Memutakhirkan informasi pelayanan pada laman dan media sosial",
        "Tangkapan layar laman dan media sosial", YEAR, "12 pemutakhiran", HUMAN),
    Row("Penghargaan dan sanksi bagi petugas pelayanan telah diterapkan",
        "Menetapkan aturan penghargaan dan sanksi, lalu memilih petugas berprestasi",
        "Keputusan penghargaan dan sanksi, piagam penghargaan", (12,), "1 keputusan", CHAIR),
    Row("Sarana layanan terpadu telah tersedia",
        "Mengintegrasikan layanan PPID dan meja layanan dalam satu ruang",
        "Foto ruang layanan terpadu dan buku tamu", YEAR, "1 ruang layanan", HUMAN),
    Row("Survei kepuasan masyarakat telah dilakukan",
        "Melakukan survei kepuasan masyarakat terhadap layanan PPID setiap triwulan",
        "Laporan hasil survei kepuasan masyarakat", QUARTERS, "4 laporan", HUMAN),
    Row("Hasil survei kepuasan masyarakat dapat diakses secara terbuka",
        "Menayangkan hasil survei kepuasan masyarakat pada laman kantor",
        "Tangkapan layar pengumuman hasil survei", AFTER_QUARTERS, "3 pengumuman", HUMAN),
    Row("Hasil survei kepuasan masyarakat telah ditindaklanjuti",
        "Memperbaiki unsur layanan yang bernilai rendah menurut survei",
        "Matriks tindak lanjut hasil survei", AFTER_QUARTERS, "100% unsur", HUMAN),
)  # fmt: skip


def corrected(plan: Plan) -> Plan:
    """The plan of the real workbook with its rows put right; each stays in its cells."""
    rows = []
    for activity, row in zip(plan.activities, ROWS, strict=True):
        name = activity.komponen.plain
        rows.append(
            replace(
                activity,
                komponen=marked(COMPONENTS.get(name, name)),
                indikator=marked(row.indikator),
                langkah_aksi=marked(row.langkah_aksi),
                bukti=marked(row.bukti),
                bulan=frozenset(row.bulan),
                target=row.target,
                pic=row.pic,
            )
        )
    return replace(plan, activities=tuple(rows))
