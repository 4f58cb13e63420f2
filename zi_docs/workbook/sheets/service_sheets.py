"""The services of an office, component by component, what a review found of them; their sheets."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from zi_docs.data import shipped
from zi_docs.model import Origin
from zi_docs.text import RichText
from zi_docs.workbook.sheets.decree_sheets import NOTE
from zi_docs.workbook.sheets.schema import Column, Kind, Sheet

SERVICE_COMPONENTS = "Komponen standar pelayanan"
COMPONENTS: dict[str, tuple[str, ...]] = {
    part["nama"]: tuple(part["komponen"]) for part in shipped("service_components")["bagian"]
}
"""What a standard of service consists of, by part, in order (PermenPANRB 15/2014)."""


@dataclass(frozen=True)
class ServiceComponent:
    """What one component of the standard of a service says; `nama` may stand on one row only."""

    layanan: str
    komponen: str
    isi: RichText = RichText()
    nama: str = ""
    origin: Origin = Origin()


class ReviewResult(Enum):
    """What a review decided on a standard; the value is the workbook's word."""

    KEPT = "Tetap"
    CHANGED = "Diubah"


@dataclass(frozen=True)
class ServiceReview:
    """What the meeting `rapat` found of the standard of one service."""

    rapat: str
    layanan: str
    temuan: RichText = RichText()
    hasil: ReviewResult | None = None
    rekomendasi: RichText = RichText()
    origin: Origin = Origin()


LAYANAN = Sheet(
    "layanan",
    "Layanan",
    "Standar pelayanan: satu baris satu komponen dari satu layanan. Lampiran keputusan yang "
    "berjenis Standar Pelayanan disusun dari lembar ini; komponen yang belum diisi dicetak "
    "sebagai tempat kosong dan keputusannya bertanda KONSEP.",
    (
        Column(
            "layanan",
            "ID layanan",
            Kind.TEXT,
            "Pengenal layanan, sama pada setiap barisnya.",
            required=True,
            example="PPID",
            width=14,
            code=True,
        ),
        Column(
            "nama",
            "Nama layanan",
            Kind.TEXT,
            "Nama layanan; cukup pada baris pertamanya.",
            example="Permohonan Informasi Publik",
            width=36,
        ),
        Column(
            "komponen",
            "Komponen",
            Kind.CHOICE,
            "Komponen standar pelayanan; setiap layanan mempunyai semuanya.",
            required=True,
            list_name=SERVICE_COMPONENTS,
            width=40,
        ),
        Column(
            "isi",
            "Isi",
            Kind.RICH,
            "Bunyi komponen; satu baris di dalam sel satu butir.",
            example="paling lambat 10 hari kerja sejak permohonan dinyatakan lengkap",
            width=80,
        ),
        NOTE,
    ),
    later=True,
    spare=60,
    record=ServiceComponent,
)

REVIU_LAYANAN = Sheet(
    "reviu_layanan",
    "Reviu Layanan",
    "Hasil rapat reviu standar pelayanan: satu baris satu layanan. Berita acaranya disusun dari "
    "lembar ini; yang hadir diambil dari kolom Hadir pada lembar Rapat.",
    (
        Column(
            "rapat",
            "Rapat",
            Kind.REF,
            "ID rapat yang mereviu.",
            required=True,
            refers=("rapat",),
            example="R-05",
            width=12,
        ),
        Column(
            "layanan",
            "ID layanan",
            Kind.TEXT,
            "ID layanan yang direviu, seperti pada lembar Layanan.",
            required=True,
            offers="layanan.layanan",
            example="PPID",
            width=14,
        ),
        Column(
            "temuan",
            "Yang direviu",
            Kind.RICH,
            "Komponen yang dibahas dan apa yang ditemukan.",
            example="Jangka waktu: rata-rata tujuh hari kerja, lebih cepat daripada standar",
            width=60,
        ),
        Column(
            "hasil",
            "Hasil",
            Kind.CHOICE,
            "Tetap: standarnya dipertahankan; Diubah: standarnya perlu diubah.",
            members=ReviewResult,
            width=12,
        ),
        Column(
            "rekomendasi",
            "Rekomendasi",
            Kind.RICH,
            "Yang disarankan rapat.",
            example="Jangka waktu diubah menjadi tujuh hari kerja",
            width=60,
        ),
        NOTE,
    ),
    later=True,
    yearly=True,
    record=ServiceReview,
    owner="rapat",
)
