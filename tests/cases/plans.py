"""A small plan: two areas, three components, one decree."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from zi_docs.data.agencies import shipped_agency
from zi_docs.model import (
    Activity,
    Consideration,
    Decree,
    DecreeKind,
    GivenNumber,
    Level,
    Office,
    Official,
    PaperSettings,
    Part,
    Passage,
    Plan,
    Regulation,
    Voice,
)
from zi_docs.text import RichText

DECREE_PAPER = PaperSettings("F4", (25, 25, 25, 25), "Bookman Old Style")
LETTER_PAPER = PaperSettings("A4", (20, 20, 20, 25), "Arial")


def rich(text: str) -> RichText:
    return RichText.of(text)


def papers(decree: PaperSettings, letter: PaperSettings) -> dict[str, Any]:
    """The fields of Office that say this paper of decrees and of letters."""
    fields: dict[str, Any] = {}
    for prefix, paper in (("keputusan", decree), ("surat", letter)):
        sides = zip(("atas", "kanan", "bawah", "kiri"), paper.margins, strict=True)
        fields |= {f"{prefix}_margin_{side}": size for side, size in sides}
        fields |= {f"{prefix}_kertas": paper.paper, f"{prefix}_huruf": paper.font}
    return fields


def office(tingkat: str = "Kabupaten", wilayah: str = "Contoh") -> Office:
    return Office(
        lembaga="Komisi Pemilihan Umum",
        singkatan="KPU",
        tingkat=tingkat,
        wilayah=wilayah,
        kedudukan="Kota Contoh",
        tahun=2026,
        agency=shipped_agency("kpu"),
        jdih="jdih.example.id/contoh",
        **papers(DECREE_PAPER, LETTER_PAPER),
    )


def activity(key: str, area: str, komponen: str, *months: int) -> Activity:
    return Activity(
        key,
        area,
        rich(komponen),
        rich(f"Indikator {key}"),
        rich(f"- Langkah satu {key}\n- Langkah dua {key}"),
        rich(f"Bukti {key}"),
        frozenset(months),
        "100%",
    )


def decree() -> Decree:
    return Decree(
        id="renaksi",
        jenis=DecreeKind.PLAN,
        judul="Rencana Aksi Contoh Tahun 2026",
        penanda_tangan="KETUA",
        nomor="10",
        tanggal=date(2026, 1, 22),
        penyalin="KSB",
        pemaraf=("KSB", "SEK"),
        considerations=(
            Consideration(Part.CONSIDERING, rich("bahwa satu;")),
            Consideration(Part.CONSIDERING, rich("bahwa dua;")),
            Consideration(
                Part.CONSIDERING,
                rich("bahwa sebagaimana dimaksud dalam {huruf-sebelumnya}, perlu menetapkan"),
            ),
            Consideration(Part.RECALLING, RichText(), "UU-25-2009"),
            Consideration(Part.DICTUM, rich("Menetapkan rencana aksi.")),
            Consideration(Part.DICTUM, rich("Keputusan ini mulai berlaku.")),
        ),
        narrative=(
            Passage(Level.CHAPTER, rich("Pendahuluan")),
            Passage(Level.PARAGRAPH, rich("Zona Integritas meliputi:")),
            Passage(Level.LETTER, rich("satu;")),
            Passage(Level.LETTER, rich("dua.")),
            Passage(Level.CHAPTER, rich("Dasar Hukum")),
            Passage(Level.LETTER, RichText(), "UU-25-2009"),
            Passage(Level.LETTER, RichText(), "UU-14-2008"),
            Passage(Level.TABLE_TITLE, rich("Rencana Aksi\nTahun 2026")),
        ),
    )


def plan() -> Plan:
    first, second = "I MANAJEMEN PERUBAHAN", "II PENATAAN TATA LAKSANA"
    return Plan(
        office=office(),
        officials=(
            Official("KETUA", "Ketua", "Nama Ketua", atas_nama=Voice.OFFICE),
            Official("SEK", "Sekretaris"),
            Official("KSB", "Kepala Subbagian Hukum", "Nama Kasubbag"),
        ),
        regulations=(
            Regulation("UU-25-2009", "Undang-Undang", "25", 2009, "Pelayanan Publik"),
            Regulation("UU-14-2008", "Undang-Undang", "14", 2008, "Keterbukaan Informasi Publik"),
        ),
        decrees=(decree(),),
        activities=(
            activity("RA-001", first, "Tim kerja", 1),
            activity("RA-002", first, "Budaya kerja", 1, 2, 3),
            activity("RA-003", first, "Budaya kerja", 12),
            activity("RA-004", second, "Keterbukaan", 6, 12),
        ),
        numbers=(GivenNumber("Keputusan", 10, date(2026, 1, 22), "10", "renaksi"),),
        areas=(first, second),
    )


def with_decree(plan: Plan, **changes: object) -> Plan:
    """The plan with its decree changed."""
    return replace(plan, decrees=(replace(plan.decrees[0], **changes),))  # type: ignore[arg-type]
