"""A small sound workbook, and a bench on which to damage it cell by cell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from pathlib import Path
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.workbook import Workbook

from zi_docs.findings import Finding, Place
from zi_docs.model import Plan
from zi_docs.text import RichText, Span
from zi_docs.workbook.reading.assemble import build_office, build_plan
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.reading.parse import parse_sheets
from zi_docs.workbook.reading.references import resolve_references
from zi_docs.workbook.reading.xlsx import RawCell, RawSheet

STAMP = date(2026, 1, 1)
ROWS: dict[str, list[dict[str, Any]]] = {
    "instansi": [
        {
            "lembaga": "Komisi Pemilihan Umum",
            "singkatan": "KPU",
            "tingkat": "Kabupaten",
            "wilayah": "Batang Hari",
            "kedudukan": "Muara Bulian",
            "tahun": 2026,
            "predikat": "WBK",
        }
    ],
    "tata_letak": [{"baris_kosong": 12}],
    "pejabat": [
        {"id": "KETUA", "nama": "Ahmad Halim", "jabatan": "Ketua", "atas_nama": "Lembaga"},
        {"id": "SEKRETARIS", "jabatan": "Sekretaris", "nip": "197001012000031001"},
    ],
    "peraturan": [
        {
            "id": "UU-25-2009",
            "jenis": "Undang-Undang",
            "nomor": "25",
            "tahun": 2009,
            "tentang": "Pelayanan Publik",
        }
    ],
    "keputusan": [
        {
            "id": "renaksi",
            "jenis": "Rencana Aksi",
            "nomor": "10",
            "tanggal": date(2026, 1, 22),
            "judul": "Rencana Aksi {instansi} Tahun {tahun}",
            "penanda_tangan": "KETUA",
            "pemaraf": ("SEKRETARIS", "KETUA"),
        }
    ],
    "konsiderans": [
        {
            "keputusan": "renaksi",
            "bagian": "Menimbang",
            "isi": RichText((Span("bahwa "), Span("role model", italic=True), Span(" {tahun}"))),
        },
        {"keputusan": "renaksi", "bagian": "Mengingat", "peraturan": "UU-25-2009"},
    ],
    "narasi": [
        {"keputusan": "renaksi", "tingkat": "Bab", "isi": RichText.of("PENDAHULUAN", bold=True)}
    ],
    "rencana_aksi": [
        {
            "id": f"RA-{number:03d}",
            "area": "I MANAJEMEN PERUBAHAN",
            "komponen": RichText.of("Tim kerja"),
            "indikator": RichText.of("SK Tim"),
            "langkah_aksi": RichText.of("- Menyusun\n- Menetapkan"),
            "bukti": RichText.of("=SK"),
            "bulan_1": True,
            "bulan_12": True,
            "target": "100%",
        }
        for number in (1, 2)
    ],
    "tim": [
        {
            "keputusan": "renaksi",
            "kelompok": "Pokja I",
            "kedudukan": "Ketua",
            "pejabat": "KETUA",
        }
    ],
    "rapat": [
        {
            "id": "R-01",
            "acara": "Evaluasi",
            "tanggal": date(2026, 2, 3),
            "mulai": time(9, 30),
            "undangan": ("KETUA", "Komisioner", "P-01"),
            "baris": ("RA-001",),
            "sifat": "Biasa",
        }
    ],
    "peserta": [{"id": "P-01", "nama": "Fulan"}],
    "pola_nomor": [{"jenis": "Undangan", "kode": "Und", "pola": "{no}/{jenis}/{tahun}"}],
    "nomor": [{"jenis": "Undangan", "nomor": 7, "tanggal": date(2026, 2, 1), "dokumen": "R-01"}],
    "realisasi": [{"baris": "RA-001", "bulan": 1, "persen": 85.5, "bukti_ada": "Ada"}],
    "laporan": [
        {
            "periode": "Triwulan I",
            "bagian": "Analisis area",
            "area": "I MANAJEMEN PERUBAHAN",
            "isi": RichText.of("Capaian area ini naik."),
        }
    ],
    "benturan": [
        {
            "pejabat": "KETUA",
            "keadaan": "Potensi",
            "kepentingan": "saudara kandung memiliki usaha percetakan",
            "tugas": "pengadaan barang cetakan",
            "pengendalian": "tidak ikut menilai penawaran",
        }
    ],
    "pengaduan": [
        {
            "id": "ADU-001",
            "jenis": "Pengaduan",
            "masuk": date(2026, 5, 12),
            "saluran": "SP4N-LAPOR!",
            "perihal": "Informasi jadwal layanan tidak diperbarui",
            "batas": date(2026, 5, 26),
            "dijawab": date(2026, 5, 20),
            "keadaan": "Selesai",
            "tindak_lanjut": "Jadwal layanan di laman diperbarui.",
        }
    ],
    "surat": [
        {
            "id": "ST-01",
            "jenis": "Surat Tugas",
            "perihal": "Mengikuti bimbingan teknis",
            "kepada": ("KETUA", "P-01"),
            "penanda_tangan": "SEKRETARIS",
            "isi": RichText.of("Mengikuti bimbingan teknis."),
            "mulai": date(2026, 3, 9),
            "sifat": "Biasa",
            "tanda_tangan": "Basah",
        }
    ],
    "risiko": [
        {
            "id": "RS-01",
            "kegiatan": "Pemutakhiran data pemilih",
            "risiko": "Data pemilih ganda",
            "kemungkinan": 3,
            "dampak": 4,
            "rencana": "Mencocokkan data setiap bulan",
            "batas": date(2026, 9, 30),
        }
    ],
    "kendali": [
        {
            "bulan": 3,
            "risiko": "RS-01",
            "pelaksanaan": "Data dicocokkan",
            "bukti": "Berita acara",
            "keadaan": "Berjalan",
        }
    ],
    "diklat": [
        {
            "pejabat": "KETUA",
            "diklat": "Pelayanan prima",
            "jenis": "Diklat",
            "bulan": 5,
            "keadaan": "Selesai",
            "mulai": date(2026, 5, 11),
            "jam": 40,
        }
    ],
    "teladan": [
        {
            "periode": "Semester I",
            "calon": "SEKRETARIS",
            "penilai": "Ketua",
            "nilai_1": 90,
            "nilai_2": 87.5,
            "terpilih": True,
        }
    ],
    "survei": [
        {
            "id": "SKM-1",
            "jenis": "Kepuasan masyarakat",
            "objek": "Layanan pindah memilih",
            "mulai": date(2026, 3, 2),
            "populasi": 240,
            "penanda_tangan": "SEKRETARIS",
        }
    ],
    "unsur_survei": [
        {
            "survei": "SKM-1",
            "unsur": "U1",
            "jawaban_1": 0,
            "jawaban_2": 6,
            "jawaban_3": 58,
            "jawaban_4": 36,
        }
    ],
    "teks_naskah": [
        {
            "naskah": "Pakta Integritas",
            "bagian": "Butir",
            "isi": RichText.of("bekerja dengan jujur;"),
        }
    ],
    "layanan": [
        {
            "layanan": "PPID",
            "nama": "Permohonan Informasi Publik",
            "komponen": "Persyaratan",
            "isi": RichText.of("kartu tanda penduduk"),
        }
    ],
    "reviu_layanan": [
        {
            "rapat": "R-01",
            "layanan": "PPID",
            "temuan": RichText.of("Persyaratan tidak dikeluhkan."),
            "hasil": "Tetap",
            "rekomendasi": RichText.of("Dipertahankan."),
        }
    ],
    "revisi": [
        {
            "id": "renaksi-p1",
            "keputusan": "renaksi",
            "nomor": "25",
            "tanggal": date(2026, 4, 1),
            "alasan": RichText.of("terdapat baris yang berubah"),
            "bentuk": "Rincian perubahan",
            "berkas": "revisi/renaksi-p1.xlsx",
        }
    ],
    "tindak_lanjut": [
        {
            "id": "TL-001",
            "sumber": "Evaluasi LKE",
            "acuan": "PPF4A, TPI unit",
            "tanggal": date(2026, 8, 3),
            "uraian": "Unggah laporan survei.",
            "lke": "PPF4A",
            "baris": ("RA-001",),
        }
    ],
    "diterima": [{"kode": "RA-BULAN", "untuk": "RA-001", "alasan": "Menunggu jadwal."}],
}


@dataclass
class Bench:
    """A workbook to damage: open it as `book`, read what comes of it."""

    path: Path
    book: Workbook

    def read(self) -> tuple[Plan | None, list[Finding]]:
        """Save the damage and read the workbook."""
        self.book.save(self.path)
        return read_plan(self.path)

    def findings(self) -> list[Finding]:
        """What reading the damaged workbook finds."""
        return self.read()[1]

    def set(self, sheet: str, cell: str, value: Any, number_format: str | None = None) -> None:
        """Put a value into a cell, as Excel would keep it."""
        target = self.book[sheet][cell]
        target.value = value
        if number_format is not None:
            target.number_format = number_format


@dataclass
class RawBench:
    """The workbook's raw cells to change: quick, for what depends on values alone."""

    sheets: dict[str, RawSheet]

    def set(self, sheet: str, cell: str, value: Any, number_format: str = "General") -> None:
        """Put a value into a cell, as the reader of files gives it."""
        raw = self.sheets[sheet]
        raw_value = RichText.of(value) if isinstance(value, str) else value
        at = coordinate_to_tuple(cell)
        cells = {**raw.cells, at: RawCell(cell, raw_value, number_format)}
        self.sheets[sheet] = replace(raw, cells=cells)

    def read(self) -> tuple[Plan, list[Finding]]:
        """The plan of the cells, its tokens not filled, and what is wrong with them."""
        tables = parse_sheets([*self.sheets.values()], Place("zi-2026.xlsx"))
        resolve_references(tables)
        office, findings = build_office(tables.rows)
        assert office is not None
        return build_plan(office, tables.rows, tables.lists), [*tables.findings, *findings]

    def findings(self) -> list[Finding]:
        """What is wrong with the cells."""
        return self.read()[1]
