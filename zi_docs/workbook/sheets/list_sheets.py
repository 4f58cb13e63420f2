"""Sheets that carry no records: Petunjuk (to read) and Referensi (lists behind the drop-downs)."""

from zi_docs.data import areas
from zi_docs.data.agencies import fresh_words
from zi_docs.data.lke_components import component_names, item_codes
from zi_docs.wording.lists import enumeration
from zi_docs.workbook.sheets.form_sheets import FIXED_TITLES, OPTIONAL_TITLES
from zi_docs.workbook.sheets.plan_sheets import COMPONENT_NAMES, ITEM_CODES, TEAM_GROUPS
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet
from zi_docs.workbook.sheets.service_sheets import COMPONENTS, SERVICE_COMPONENTS
from zi_docs.workbook.sheets.text_sheets import PAPER_NAMES, paper_names

PETUNJUK = Sheet("petunjuk", "Petunjuk", "Cara mengisi buku kerja ini.", layout=Layout.PROSE)

AREAS = areas()

MEETING_WORDS = (
    "rapat",
    "sosialisasi",
    "undangan",
    "daftar hadir",
    "notula",
    "notulen",
    "notulensi",
)
# Somebody else's meeting, and the daily attendance list.
NOT_MEETINGS = ("mengikuti rapat", "mencatat kehadiran")

REFERENSI = Sheet(
    "referensi",
    "Referensi",
    "Daftar di balik pilihan pada lembar lain; kantor boleh menambah isinya.",
    (
        Column(
            "Area",
            "Area",
            Kind.TEXT,
            "Nomor romawi dan nama area perubahan.",
            choices=AREAS,
            width=54,
        ),
        Column(
            "Kelompok",
            "Kelompok",
            Kind.TEXT,
            "Kelompok pejabat dan peserta.",
            choices=tuple(fresh_words()["kelompok"]),
            width=24,
        ),
        Column(
            "Jenis naskah",
            "Jenis naskah",
            Kind.TEXT,
            "Jenis naskah yang bernomor.",
            choices=(
                "Keputusan",
                "Keputusan Sekretaris",
                "Surat Dinas",
                "Undangan",
                "Surat Tugas",
                "Nota Dinas",
            ),
            width=24,
        ),
        Column(
            "Kata rapat",
            "Kata Rapat",
            Kind.TEXT,
            "Kata pada langkah aksi atau bukti yang menandakan rapat; dipakai `jadwal`.",
            choices=MEETING_WORDS,
            width=24,
        ),
        Column(
            "Bukan rapat",
            "Bukan Rapat",
            Kind.TEXT,
            "Frasa yang menandakan bahwa baris itu tidak memerlukan rapat sendiri.",
            choices=NOT_MEETINGS,
            width=30,
        ),
        Column(
            "Kolom formulir monev",
            "Kolom formulir monev",
            Kind.TEXT,
            "Kolom yang ditampilkan pada formulir monev; hapuslah yang tidak dipakai. "
            f"{enumeration(FIXED_TITLES)} selalu ada.",
            choices=OPTIONAL_TITLES,
            width=28,
        ),
        Column(
            COMPONENT_NAMES,
            COMPONENT_NAMES,
            Kind.TEXT,
            "Komponen LKE dan komponen yang dipakai; ditawarkan di lembar Rencana Aksi, selain itu "
            "boleh diketik.",
            choices=component_names(),
            width=44,
            later=True,
        ),
        Column(
            TEAM_GROUPS,
            TEAM_GROUPS,
            Kind.TEXT,
            "Kelompok kerja yang dipakai; ditawarkan di lembar Tim, selain itu boleh diketik.",
            width=34,
            later=True,
        ),
        Column(
            "Hari libur daerah",
            "Hari Libur Daerah",
            Kind.TEXT,
            "Tanggal libur setempat, misalnya `18 Agustus 2026: hari jadi kabupaten`; rapat tidak "
            "diusulkan pada hari itu.",
            width=40,
            later=True,
            yearly=True,
        ),
        Column(
            ITEM_CODES,
            ITEM_CODES,
            Kind.TEXT,
            "Kode butir LKE; ditawarkan di lembar Rencana Aksi dan Tindak Lanjut, beberapa kode "
            "diketik.",
            choices=item_codes(),
            width=12,
            later=True,
        ),
        Column(
            SERVICE_COMPONENTS,
            SERVICE_COMPONENTS,
            Kind.TEXT,
            "Komponen standar pelayanan; pilihan di lembar Layanan.",
            choices=tuple(name for names in COMPONENTS.values() for name in names),
            width=34,
            later=True,
        ),
        Column(
            PAPER_NAMES,
            PAPER_NAMES,
            Kind.TEXT,
            "Naskah yang bunyinya dapat diubah; pilihan di lembar Teks Naskah.",
            choices=paper_names(),
            width=34,
            later=True,
        ),
    ),
    layout=Layout.LISTS,
    spare=30,
)
