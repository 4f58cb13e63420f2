"""Starting text: Unit Pengendalian Gratifikasi, after KPK Regulation 2/2019."""

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
    "menerima, menganalisis, dan mengadministrasikan laporan penerimaan dan penolakan gratifikasi",
    "meneruskan laporan penerimaan gratifikasi kepada Komisi Pemberantasan Korupsi sesuai dengan "
    "ketentuan peraturan perundang-undangan",
    "menyosialisasikan ketentuan pengendalian gratifikasi kepada pegawai dan pemangku kepentingan",
    "mengidentifikasi titik rawan gratifikasi dan menyampaikan rekomendasi pencegahannya",
    "memantau dan mengevaluasi pelaksanaan pengendalian gratifikasi",
    "melaporkan pelaksanaan pengendalian gratifikasi kepada Pengarah secara berkala",
)

GRATIFICATION = Starter(
    id="sk-upg",
    judul="Pembentukan Unit Pengendalian Gratifikasi di Lingkungan {instansi} Tahun {tahun}",
    menimbang=(
        "bahwa untuk mencegah tindak pidana korupsi dan menjaga integritas penyelenggara serta "
        "pegawai di lingkungan {instansi-singkat}, perlu dilaksanakan pengendalian gratifikasi;",
        "bahwa agar penerimaan, pengelolaan, dan penerusan laporan gratifikasi terlaksana secara "
        "tertib, perlu dibentuk Unit Pengendalian Gratifikasi;",
    ),
    mengingat=(
        "UU-31-1999",
        "UU-7-2017",
        "UU-20-2023",
        "PERPRES-54-2018",
        "PERKPK-2-2019",
        "PERMENPANRB-90-2021",
        "PKPU-14-2020",
    ),
    diktum=(
        "Membentuk Unit Pengendalian Gratifikasi di Lingkungan {instansi} Tahun {tahun}, yang "
        "selanjutnya disebut UPG, dengan susunan keanggotaan dan uraian tugas sebagaimana "
        "tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.",
        "UPG sebagaimana dimaksud dalam Diktum KESATU bertugas:\n" + listed(_TASKS),
    ),
    seats=(
        *directors(
            "menetapkan kebijakan pengendalian gratifikasi",
            "memberikan arahan atas pelaksanaan tugas UPG",
        ),
        Seat(
            "Penanggung Jawab",
            "SEKRETARIS",
            tugas=(
                "bertanggung jawab atas pelaksanaan pengendalian gratifikasi",
                "memastikan laporan gratifikasi diteruskan dalam jangka waktu yang ditentukan",
            ),
        ),
        Seat(
            "Ketua",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "memimpin pelaksanaan tugas UPG",
                "menandatangani rekapitulasi laporan gratifikasi dan menyampaikannya kepada "
                "Penanggung Jawab",
            ),
        ),
        Seat(
            "Sekretaris",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "menyelenggarakan administrasi laporan gratifikasi",
                "menyimpan dokumen laporan dan menjaga kerahasiaan identitas pelapor",
            ),
        ),
        *members(
            3,
            "menerima dan memeriksa kelengkapan laporan gratifikasi",
            "melaksanakan sosialisasi dan mengelola media informasi pengendalian gratifikasi",
            "menyiapkan bahan pemantauan, evaluasi, dan pelaporan",
        ),
    ),
)
