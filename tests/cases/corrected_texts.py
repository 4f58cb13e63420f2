"""The real workbook, the words of its decrees and its regulations mended by a careful reader.

What is not named here stays as the office wrote it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from zi_docs.data.known_regulations import known_by_id
from zi_docs.model import (
    Activity,
    Consideration,
    Decree,
    Level,
    Origin,
    Part,
    Passage,
    Plan,
    Regulation,
)
from zi_docs.text import RichText

GOAL = "Menuju Wilayah Bebas dari Korupsi dan Wilayah Birokrasi Bersih dan Melayani"
MINISTRY = "Peraturan Menteri Pendayagunaan Aparatur Negara dan Reformasi Birokrasi"
ZONE_RULE = (
    f"{MINISTRY} Nomor 90 Tahun 2021 tentang Pembangunan dan Evaluasi Zona Integritas {GOAL} di "
    f"Instansi Pemerintah sebagaimana telah diubah dengan {MINISTRY} Nomor 5 Tahun 2024"
)
# What a decree on the plan rests on: Mengingat and legal basis of the narrative alike.
BASES = (
    "UU-28-1999", "UU-14-2008", "UU-25-2009", "UU-7-2017", "UU-20-2023", "PP-60-2008",
    "PERPRES-54-2018", "PKPU-8-2019", "PKPU-14-2020", "PERMENPANRB-90-2021",
    "PERMENPANRB-9-2023",
)  # fmt: skip
# Expired or not what it was said to be.
DROPPED = ("PERPRES-81-2010", "UU-30-2002", "PERMENPANRB-3-2023")
ADDED = ("PKPU-8-2019", "PKPU-12-2023", "PERKPK-2-2019", "PERKPK-1-2026", "PKPU-21-2023")

SLASHED = re.compile(r"\s*/\s*Kelompok Kerja")

BODY = {
    "C4": f"bahwa berdasarkan {ZONE_RULE}, setiap unit kerja yang membangun Zona Integritas perlu "
    "menyusun rencana aksi;",
    "C5": "bahwa untuk mewujudkan birokrasi yang berdaya saing, pemerintahan yang bersih dan "
    "akuntabel, serta kualitas pelayanan publik yang prima, perlu dilakukan pembangunan Zona "
    "Integritas di lingkungan {instansi};",
    "C6": "bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {huruf-sebelumnya}, perlu "
    "menetapkan Keputusan {instansi} tentang {judul};",
    "C16": "Menetapkan {judul} sebagaimana tercantum dalam Lampiran yang merupakan bagian tidak "
    "terpisahkan dari Keputusan ini.",
}

NARRATIVE = {
    "C5": "Predikat Zona Integritas diberikan kepada instansi pemerintah yang "
    "berkomitmen mewujudkan Wilayah Bebas dari Korupsi (WBK) dan Wilayah Birokrasi Bersih dan "
    "Melayani (WBBM) melalui reformasi birokrasi.",
    "C6": "Pembangunan Zona Integritas mempercepat tercapainya sasaran reformasi birokrasi. "
    "Langkah yang perlu dilakukan adalah: (1) menyelaraskan instrumen Zona Integritas dengan "
    "instrumen evaluasi; serta (2) menyederhanakan indikator proses dan indikator hasil. "
    f"Rencana Aksi ini mengacu pada {ZONE_RULE}.",
    "C7": "{singkat} menyusun Rencana Aksi yang meliputi:",
    "C8": "Manajemen Perubahan;",
    "C9": "Penataan Tata Laksana;",
    "C10": "Penataan Sistem Manajemen SDM dan Aparatur;",
    "C11": "Penguatan Akuntabilitas;",
    "C12": "Penguatan Pengawasan; dan",
    "C13": "Peningkatan Kualitas Pelayanan Publik.",
    "C21": "Dalam pembangunan Zona Integritas, pimpinan instansi pemerintah menetapkan satu atau "
    "beberapa unit kerja yang diusulkan. Unit kerja itu dipilih karena:",
    "C22": "dianggap penting dalam melakukan pelayanan publik;",
    "C23": "mengelola sumber daya yang cukup besar;",
    "C24": "memiliki tingkat keberhasilan reformasi birokrasi yang cukup tinggi;",
    "C25": "aktif melakukan tindak lanjut hasil pemeriksaan; dan",
    "C26": "menerapkan Sistem Pengendalian Intern Pemerintah secara memadai.",
    "C27": "{singkat} merupakan unit yang memiliki peran strategis dalam organisasi.",
    "C28": "Dalam penerapan Zona Integritas {tujuan}, {singkat} mempunyai tugas dan kewajiban:",
    "C29": "melaksanakan komponen indikator pengungkit dan indikator proses;",
    "C30": "melaksanakan pengawasan, pembinaan, dan evaluasi Zona Integritas;",
    "C31": "menerapkan budaya kerja organisasi dalam keseharian:",
    "C32": "menerapkan “Tagline” KPU Melayani dalam pelayanan;",
    "C33": "menerapkan nilai dasar organisasi KPU Republik Indonesia; dan",
    "C34": "menjaga kode etik sebagai penyelenggara pemilu;",
    "C35": "menandatangani Pakta Integritas sebagai penyelenggara pemilu;",
    "C36": "melaporkan harta kekayaan seluruh pejabat dan pegawai;",
    "C37": "melibatkan pemangku kepentingan dalam pelayanan;",
    "C38": "memberikan layanan yang ramah bagi penyandang disabilitas; dan",
    "C39": "menerapkan akuntabilitas kinerja dan teknologi informasi dalam pelayanan.",
    "C42": "Menuju Wilayah Bebas dari Korupsi yang selanjutnya disingkat Menuju WBK adalah "
    "predikat bagi unit kerja yang memenuhi sebagian besar kriteria komponen pengungkit;",
    "C43": "Menuju Wilayah Birokrasi Bersih dan Melayani yang selanjutnya disingkat Menuju WBBM "
    "adalah predikat bagi unit kerja Menuju WBK yang pelayanan publiknya prima;",
    "C45": "Tim Penilai Nasional yang selanjutnya disingkat TPN adalah tim yang dibentuk untuk "
    "melakukan evaluasi terhadap unit kerja yang diusulkan.",
    "C47": "Rencana Aksi ini dimaksudkan sebagai:",
    "C48": "acuan bagi {singkat} dalam membangun Zona Integritas; dan",
    "C49": "pedoman dalam memberikan pelayanan sesuai dengan tagline “KPU Melayani”.",
    "C50": "Tujuan penyusunan Rencana Aksi ini adalah:",
    "C51": "memberikan keseragaman pemahaman dan tindakan; dan",
    "C52": "menjadi ukuran dalam pemantauan dan evaluasi.",
    "C53": "{judul}",
}  # fmt: skip


def corrected_texts(plan: Plan) -> Plan:
    """The plan with its decrees and regulations corrected; nothing else changes."""
    office = replace(plan.office, keputusan_akhir=";")
    kept = [row for row in plan.regulations if row.id not in (*DROPPED, *ADDED)]
    regulations = (*map(_regulation, kept), *(_known(key, plan) for key in ADDED))
    return replace(
        plan,
        office=office,
        regulations=regulations,
        decrees=tuple(_decree(decree, plan) for decree in plan.decrees),
        activities=tuple(map(_row, plan.activities)),
    )


def _row(row: Activity) -> Activity:
    """A row of the plan with one word for the team."""
    texts = (row.indikator, row.langkah_aksi, row.bukti)
    indikator, langkah, bukti = (text.map_text(lambda t: SLASHED.sub("", t)) for text in texts)
    return replace(row, indikator=indikator, langkah_aksi=langkah, bukti=bukti)


def _regulation(row: Regulation) -> Regulation:
    """A row with the title, kind and phrase that it should have."""
    known = known_by_id(row.id)
    title = known.cited.tentang if known and "tentang" not in known.uncertain else row.tentang
    often = "sebagaimana telah beberapa kali diubah, terakhir dengan"
    phrase = often if row.id == "PKPU-14-2020" else row.frasa
    amended = "" if row.id == "UU-28-1999" else row.diubah
    kind = row.jenis.removesuffix(" Republik Indonesia")
    return replace(row, tentang=title, frasa=phrase, diubah=amended, jenis=kind)


def _known(key: str, plan: Plan) -> Regulation:
    known = known_by_id(key)
    assert known is not None
    return replace(known.cited, origin=Origin(plan.office.origin.file, "Peraturan", 40))


def _decree(decree: Decree, plan: Plan) -> Decree:
    own = decree.id == "renaksi"
    considerations = [_item(item, decree, plan, own) for item in decree.considerations]
    others = [item for item in considerations if item.bagian is not Part.RECALLING]
    recalled = _recalled(decree, own)
    first = sum(item.bagian is Part.CONSIDERING for item in others)
    return replace(
        decree,
        considerations=(*others[:first], *recalled, *others[first:]),
        narrative=_narrative(decree, plan),
    )


def _recalled(decree: Decree, own: bool) -> list[Consideration]:
    """Mengingat by rank and year, with the customary regulation."""
    items = decree.items(Part.RECALLING)
    keys = [item.peraturan for item in items] if not own else list(BASES)
    if not own:
        keys.insert(keys.index("PERMENPANRB-90-2021"), "PKPU-8-2019")
        keys.remove("PKPU-14-2020")
        keys.insert(keys.index("PKPU-8-2019") + 1, "PKPU-14-2020")
        keys.sort(key=lambda key: key in ("PERBPKP-5-2021", "PERMENPANRB-90-2021"))
    return [
        Consideration(Part.RECALLING, RichText(), key, items[0].origin)
        for key in dict.fromkeys(keys)
    ]


def _item(item: Consideration, decree: Decree, plan: Plan, own: bool) -> Consideration:
    cell = item.origin.at("isi").cell or ""
    if own and cell in BODY:
        return replace(item, isi=_filled(BODY[cell], decree, plan))
    full = item.isi.map_text(lambda t: t.replace(plan.office.short_name, plan.office.name))
    return replace(item, isi=full)


def _narrative(decree: Decree, plan: Plan) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for passage in decree.narrative:
        cell = passage.origin.at("isi").cell or ""
        if cell in NARRATIVE:
            passages.append(replace(passage, isi=_filled(NARRATIVE[cell], decree, plan)))
        elif not passage.peraturan:
            passages.append(passage)
        if passage.isi.plain == "Dasar Hukum":
            passages += [Passage(Level.LETTER, RichText(), key, passage.origin) for key in BASES]
    return tuple(passages)


def _filled(text: str, decree: Decree, plan: Plan) -> RichText:
    values = {
        "{instansi}": plan.office.name,
        "{singkat}": plan.office.short_name,
        "{judul}": decree.judul,
        "{tujuan}": GOAL,
    }
    for token, value in values.items():
        text = text.replace(token, value)
    return RichText.of(text)
