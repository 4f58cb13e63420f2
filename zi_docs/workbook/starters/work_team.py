"""Starting text: Tim Kerja Pembangunan Zona Integritas, six working groups (NASKAH section 4)."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.workbook.starters.rows import (
    HEAD_OF_SECTION,
    Seat,
    Starter,
    directors,
    listed,
    members,
)

_GROUPS: dict[str, tuple[str, ...]] = {
    "Pokja I Manajemen Perubahan": (
        "menyusun rencana kerja pembangunan Zona Integritas dan menyosialisasikannya kepada "
        "seluruh pegawai",
        "memantau dan mengevaluasi pelaksanaan rencana kerja serta menindaklanjuti hasilnya",
        "mendorong perubahan pola pikir dan budaya kerja, termasuk melalui agen perubahan dan "
        "keteladanan pimpinan",
    ),
    "Pokja II Penataan Tata Laksana": (
        "menyusun, menerapkan, dan mengevaluasi standar operasional prosedur kegiatan utama",
        "mengembangkan penggunaan sistem pemerintahan berbasis elektronik dalam pelaksanaan "
        "tugas dan pelayanan",
        "menerapkan, memantau, dan mengevaluasi keterbukaan informasi publik",
    ),
    "Pokja III Penataan Sistem Manajemen SDM dan Aparatur": (
        "menyusun perencanaan kebutuhan, pola mutasi internal, dan pengembangan kompetensi pegawai",
        "menerapkan penetapan kinerja individu yang selaras dengan kinerja organisasi dan "
        "mengukurnya secara berkala",
        "menegakkan aturan disiplin, kode etik, dan kode perilaku pegawai serta memutakhirkan "
        "data kepegawaian",
    ),
    "Pokja IV Penguatan Akuntabilitas": (
        "memastikan keterlibatan pimpinan dalam perencanaan, penetapan, dan pemantauan kinerja",
        "menyusun dokumen perencanaan, pengukuran, dan pelaporan kinerja secara tepat waktu",
        "meningkatkan kapasitas pegawai yang menangani akuntabilitas kinerja",
    ),
    "Pokja V Penguatan Pengawasan": (
        "menyosialisasikan dan melaksanakan pengendalian gratifikasi",
        "menerapkan sistem pengendalian intern pemerintah dan pengelolaan risiko",
        "mengelola pengaduan masyarakat, sistem pelaporan pelanggaran, dan penanganan benturan "
        "kepentingan serta menindaklanjuti hasilnya",
    ),
    "Pokja VI Peningkatan Kualitas Pelayanan Publik": (
        "menyusun, menetapkan, dan memaklumatkan standar pelayanan serta meninjaunya secara "
        "berkala",
        "membangun budaya pelayanan prima dan mengembangkan inovasi pelayanan",
        "melaksanakan survei kepuasan masyarakat, mengumumkan hasilnya, dan menindaklanjutinya",
    ),
}

_TASKS = (
    "menyusun rencana pembangunan Zona Integritas",
    "menginternalisasikan pembangunan Zona Integritas kepada seluruh pegawai dan pemangku "
    "kepentingan",
    "memantau pelaksanaan pembangunan Zona Integritas, termasuk melalui aplikasi yang disediakan",
    "melaksanakan pembangunan Zona Integritas sesuai dengan rencana",
    "mengoordinasikan pelaksanaan program pada setiap area perubahan",
    "melakukan penilaian mandiri atas pembangunan Zona Integritas",
    "melengkapi dan mendokumentasikan bukti dukung setiap area perubahan",
    "memantau dan mengevaluasi pelaksanaan rencana secara berkala serta menindaklanjuti hasilnya",
    "melaporkan pelaksanaan tugas kepada Pengarah melalui Penanggung Jawab",
)


def _groups() -> Iterator[Seat]:
    for name, tasks in _GROUPS.items():
        yield Seat("Koordinator", jabatan=HEAD_OF_SECTION, kelompok=name, tugas=tasks)
        for seat in members(2):
            yield Seat(seat.kedudukan, jabatan=seat.jabatan, kelompok=name)


WORK_TEAM = Starter(
    id="sk-tim-kerja",
    judul="Pembentukan Tim Kerja Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi "
    "dan Wilayah Birokrasi Bersih dan Melayani di Lingkungan {instansi} Tahun {tahun}",
    menimbang=(
        "bahwa untuk mewujudkan birokrasi yang bersih dan akuntabel serta pelayanan publik yang "
        "prima di lingkungan {instansi-singkat}, perlu dilaksanakan pembangunan Zona Integritas "
        "secara terencana, terukur, dan berkelanjutan;",
        "bahwa agar pembangunan Zona Integritas pada setiap area perubahan berjalan terarah dan "
        "terkoordinasi, perlu dibentuk tim kerja yang anggotanya dipilih melalui prosedur yang "
        "jelas dan mewakili seluruh unit kerja;",
    ),
    mengingat=(
        "UU-25-2009",
        "UU-7-2017",
        "UU-20-2023",
        "PERPRES-54-2018",
        "PERMENPANRB-90-2021",
        "PKPU-14-2020",
    ),
    diktum=(
        "Membentuk Tim Kerja Pembangunan Zona Integritas Menuju Wilayah Bebas dari Korupsi dan "
        "Wilayah Birokrasi Bersih dan Melayani di Lingkungan {instansi} Tahun {tahun}, yang "
        "selanjutnya disebut Tim Kerja, dengan susunan keanggotaan dan uraian tugas sebagaimana "
        "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.\n"
        "Anggota Tim Kerja dipilih dalam rapat pimpinan berdasarkan integritas, kompetensi, "
        "kinerja, dan keterwakilan setiap unit kerja.",
        "Tim Kerja sebagaimana dimaksud dalam Diktum KESATU bertugas:\n" + listed(_TASKS),
    ),
    seats=(
        *directors(
            "menetapkan arah dan kebijakan pembangunan Zona Integritas",
            "memberikan arahan, dukungan, dan keteladanan dalam pelaksanaan rencana",
            "memantau perkembangan pembangunan Zona Integritas secara berkala",
        ),
        Seat(
            "Penanggung Jawab",
            "SEKRETARIS",
            tugas=(
                "bertanggung jawab atas pelaksanaan pembangunan Zona Integritas",
                "menyediakan sumber daya yang diperlukan Tim Kerja",
                "melaporkan hasil pembangunan Zona Integritas kepada Pengarah",
            ),
        ),
        Seat(
            "Ketua",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "memimpin dan mengoordinasikan pelaksanaan tugas seluruh kelompok kerja",
                "memimpin pemantauan, evaluasi, dan penilaian mandiri",
                "menyampaikan laporan Tim Kerja kepada Penanggung Jawab",
            ),
        ),
        Seat(
            "Sekretaris",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "menyelenggarakan administrasi dan persuratan Tim Kerja",
                "menyiapkan rapat, notula, dan laporan Tim Kerja",
                "menghimpun dan mendokumentasikan bukti dukung dari setiap kelompok kerja",
            ),
        ),
        *_groups(),
    ),
)
