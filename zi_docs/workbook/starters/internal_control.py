"""Starting text: Satuan Tugas SPIP, after Government Regulation 60/2008."""

from __future__ import annotations

from zi_docs.workbook.starters.rows import (
    HEAD_OF_SECTION,
    Seat,
    Starter,
    directors,
    listed,
    members,
)

_TASKS = (
    "menyusun rencana penyelenggaraan sistem pengendalian intern pemerintah",
    "menyosialisasikan sistem pengendalian intern pemerintah kepada seluruh pegawai",
    "mengoordinasikan identifikasi dan analisis risiko serta menyusun rencana tindak "
    "pengendaliannya",
    "memantau pelaksanaan kegiatan pengendalian pada setiap unit kerja",
    "melakukan penilaian mandiri maturitas penyelenggaraan sistem pengendalian intern pemerintah",
    "melaporkan penyelenggaraan sistem pengendalian intern pemerintah kepada Pengarah secara "
    "berkala",
)

INTERNAL_CONTROL = Starter(
    id="sk-spip",
    judul="Pembentukan Satuan Tugas Penyelenggaraan Sistem Pengendalian Intern Pemerintah di "
    "Lingkungan {instansi} Tahun {tahun}",
    menimbang=(
        "bahwa untuk mencapai tujuan organisasi melalui kegiatan yang efektif dan efisien, "
        "keandalan pelaporan keuangan, pengamanan aset negara, dan ketaatan terhadap peraturan "
        "perundang-undangan, perlu diselenggarakan sistem pengendalian intern pemerintah di "
        "lingkungan {instansi-singkat};",
        "bahwa agar penyelenggaraan sistem pengendalian intern pemerintah terlaksana secara "
        "terpadu di seluruh unit kerja, perlu dibentuk satuan tugas;",
    ),
    mengingat=(
        "UU-7-2017",
        "UU-20-2023",
        "PP-60-2008",
        "PERBPKP-5-2021",
        "PERMENPANRB-90-2021",
        "PKPU-14-2020",
    ),
    diktum=(
        "Membentuk Satuan Tugas Penyelenggaraan Sistem Pengendalian Intern Pemerintah di "
        "Lingkungan {instansi} Tahun {tahun}, yang selanjutnya disebut Satuan Tugas, dengan "
        "susunan keanggotaan dan uraian tugas sebagaimana tercantum dalam Lampiran yang merupakan "
        "bagian tidak terpisahkan dari Keputusan ini.",
        "Satuan Tugas sebagaimana dimaksud dalam Diktum KESATU bertugas:\n" + listed(_TASKS),
    ),
    seats=(
        *directors(
            "menetapkan kebijakan penyelenggaraan sistem pengendalian intern pemerintah",
            "memberikan arahan atas pengelolaan risiko dan tindak lanjut hasil pengawasan",
        ),
        Seat(
            "Penanggung Jawab",
            "SEKRETARIS",
            tugas=(
                "bertanggung jawab atas penyelenggaraan sistem pengendalian intern pemerintah",
                "memastikan rencana tindak pengendalian dilaksanakan oleh setiap unit kerja",
            ),
        ),
        Seat(
            "Ketua",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "memimpin dan mengoordinasikan pelaksanaan tugas Satuan Tugas",
                "memimpin penilaian mandiri maturitas dan penyusunan laporannya",
            ),
        ),
        Seat(
            "Sekretaris",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "menyelenggarakan administrasi Satuan Tugas",
                "menghimpun dan mendokumentasikan bukti penyelenggaraan pengendalian intern",
            ),
        ),
        *members(
            5,
            "mengidentifikasi dan menganalisis risiko pada unit kerjanya",
            "menyusun dan memantau rencana tindak pengendalian pada unit kerjanya",
            "menyiapkan bahan penilaian mandiri dan laporan berkala",
        ),
    ),
)
