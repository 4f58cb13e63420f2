"""Two services of an office with their components, and what a meeting found in reviewing them."""

from __future__ import annotations

from datetime import date

from zi_docs.model import Consideration, Decree, DecreeKind, Part
from zi_docs.text import RichText
from zi_docs.workbook.sheets.service_sheets import (
    COMPONENTS,
    ReviewResult,
    ServiceComponent,
    ServiceReview,
)

REVIEWING = "R-01"
_INFORMATION = (
    "- Fotokopi kartu tanda penduduk pemohon\n"
    "- Formulir permohonan yang sudah diisi\n"
    "- Akta pendirian, bagi pemohon badan hukum",
    "- Pemohon menyampaikan permohonan di ruang pelayanan atau melalui laman PPID\n"
    "- Petugas mencatat permohonan dan memberikan tanda bukti\n"
    "- PPID menjawab permohonan secara tertulis\n"
    "- Pemohon menerima informasi yang diminta",
    "Paling lambat 10 hari kerja sejak permohonan dinyatakan lengkap, dan dapat diperpanjang 7 "
    "hari kerja dengan pemberitahuan tertulis",
    "Tidak dipungut biaya; biaya penggandaan ditanggung pemohon",
    "Informasi publik dalam bentuk salinan cetak atau salinan elektronik",
    "- Kotak saran di ruang pelayanan\n- Surel kantor\n- SP4N-LAPOR!",
    "- Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik\n"
    "- Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik",
    "Ruang pelayanan informasi, komputer, mesin pemindai, dan kursi tunggu",
    "Memahami pelayanan informasi publik dan mampu mengoperasikan komputer",
    "Diawasi secara berjenjang oleh atasan langsung",
    "2 orang",
    "Permohonan dilayani sesuai dengan urutan dan dijawab secara tertulis",
    "Data pribadi pemohon dirahasiakan",
    "Dievaluasi setiap triwulan dari hasil survei kepuasan masyarakat",
)
_HELPDESK = (
    "Menunjukkan kartu tanda penduduk atau nomor induk kependudukan",
    "- Pemohon menyampaikan pertanyaan kepada petugas\n"
    "- Petugas memeriksa data pemilih\n"
    "- Petugas memberikan penjelasan dan mencatatnya",
    "Paling lama 15 menit",
    "Tidak dipungut biaya",
    "Penjelasan lisan atau tertulis mengenai data pemilih",
    "- Kotak saran di ruang pelayanan\n- Telepon kantor",
    "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilihan Umum",
    "Meja layanan, komputer dengan jaringan internet, dan kursi tunggu",
    "Memahami penyusunan daftar pemilih dan santun berkomunikasi",
    "Diawasi secara berjenjang oleh atasan langsung",
    "1 orang",
    "Setiap pertanyaan dijawab pada hari yang sama",
    "Data pemilih hanya diperlihatkan kepada pemiliknya",
    "Dievaluasi setiap bulan dari catatan layanan",
)
_SERVICES = {
    "PPID": ("Permohonan Informasi Publik", _INFORMATION),
    "MEJA": ("Meja Layanan Data Pemilih", _HELPDESK),
}
_NAMES = [name for names in COMPONENTS.values() for name in names]


def service(key: str) -> tuple[ServiceComponent, ...]:
    """The rows of a service, its name on the first of them."""
    name, texts = _SERVICES[key]
    return tuple(
        ServiceComponent(key, component, RichText.of(text), "" if place else name)
        for place, (component, text) in enumerate(zip(_NAMES, texts, strict=True))
    )


SERVICES = (*service("PPID"), *service("MEJA"))
REVIEWS = (
    ServiceReview(
        REVIEWING,
        "PPID",
        RichText.of(
            "- Jangka waktu: permohonan rata-rata dijawab dalam 6 hari kerja\n"
            "- Persyaratan: tidak ada keluhan"
        ),
        ReviewResult.CHANGED,
        RichText.of("Jangka waktu diubah menjadi 7 hari kerja"),
    ),
    ServiceReview(
        REVIEWING,
        "MEJA",
        RichText.of("Semua komponen masih sesuai dengan pelaksanaannya"),
        ReviewResult.KEPT,
        RichText.of("Standar dipertahankan"),
    ),
)
DECREE = Decree(
    "standar-pelayanan",
    DecreeKind.SERVICE,
    "Standar Pelayanan di Lingkungan Komisi Pemilihan Umum Kabupaten Batang Hari",
    "KETUA",
    nomor="14",
    tanggal=date(2026, 2, 9),
    penyalin="STAF-1",
    considerations=(
        Consideration(
            Part.CONSIDERING,
            RichText.of("bahwa untuk memberikan kepastian, perlu disusun standar pelayanan;"),
        ),
        Consideration(Part.RECALLING, RichText(), "UU-25-2009"),
        Consideration(Part.DICTUM, RichText.of("Menetapkan Standar Pelayanan.")),
        Consideration(
            Part.DICTUM, RichText.of("Keputusan ini mulai berlaku pada tanggal ditetapkan.")
        ),
    ),
)
