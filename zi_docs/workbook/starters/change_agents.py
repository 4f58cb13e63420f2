"""Starting text: Tim Agen Perubahan; the roles of an agent are those of PermenPANRB 27/2014."""

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
    "menyusun rencana tindak perubahan setiap agen perubahan",
    "menggerakkan seluruh pegawai untuk berpartisipasi dalam pembangunan Zona Integritas",
    "memberikan keteladanan dalam integritas, disiplin, dan kinerja",
    "menyampaikan usul perbaikan proses kerja dan pelayanan kepada pimpinan",
    "melaporkan pelaksanaan rencana tindak secara berkala kepada Penanggung Jawab",
)

CHANGE_AGENTS = Starter(
    id="sk-agen-perubahan",
    judul="Pembentukan Tim Agen Perubahan di Lingkungan {instansi} Tahun {tahun}",
    menimbang=(
        "bahwa untuk mempercepat perubahan pola pikir dan budaya kerja pegawai di lingkungan "
        "{instansi-singkat}, diperlukan pegawai yang menjadi teladan dan penggerak perubahan;",
        "bahwa agen perubahan perlu dipilih melalui prosedur yang jelas dan ditetapkan dengan "
        "tugas yang terukur agar perannya dalam pembangunan Zona Integritas dapat dievaluasi;",
    ),
    mengingat=(
        "UU-7-2017",
        "UU-20-2023",
        "PERMENPANRB-27-2014",
        "PERMENPANRB-90-2021",
        "PKPU-14-2020",
    ),
    diktum=(
        "Membentuk Tim Agen Perubahan di Lingkungan {instansi} Tahun {tahun}, yang selanjutnya "
        "disebut Tim, dengan susunan keanggotaan dan uraian tugas sebagaimana tercantum dalam "
        "Lampiran yang merupakan bagian tidak terpisahkan dari Keputusan ini.\n"
        "Agen perubahan dipilih dari pegawai berdasarkan integritas, disiplin, kinerja, dan "
        "kemampuan memengaruhi lingkungan kerjanya.",
        "Tim sebagaimana dimaksud dalam Diktum KESATU bertugas:\n" + listed(_TASKS),
    ),
    seats=(
        *directors(
            "memberikan arahan dan dukungan kepada agen perubahan",
            "menilai usul perubahan yang disampaikan Tim",
        ),
        Seat(
            "Penanggung Jawab",
            "SEKRETARIS",
            tugas=(
                "bertanggung jawab atas pelaksanaan tugas Tim",
                "memantau dan mengevaluasi kinerja agen perubahan secara berkala",
            ),
        ),
        Seat(
            "Koordinator",
            jabatan=HEAD_OF_SECTION,
            tugas=(
                "mengoordinasikan penyusunan rencana tindak agen perubahan",
                "menghimpun laporan pelaksanaan rencana tindak dan menyampaikannya kepada "
                "Penanggung Jawab",
            ),
        ),
        *members(
            4,
            "sebagai katalis, meyakinkan rekan kerja akan pentingnya perubahan",
            "sebagai penggerak, mendorong rekan kerja berpartisipasi dalam perubahan",
            "sebagai pemberi solusi, menyampaikan jalan keluar atas kendala pelaksanaan perubahan",
            "sebagai mediator, memperlancar proses perubahan di lingkungan kerjanya",
            "sebagai penghubung, menjembatani komunikasi antara pegawai dan pengambil keputusan",
            kedudukan="Agen Perubahan",
        ),
    ),
)
