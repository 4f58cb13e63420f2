"""Risks of a year and what was done about them until June, as the sheets would give them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from zi_docs.workbook.sheets.risk_sheets import ControlState, MonthlyControl, Risk

RISKS = (
    Risk(
        "RS-01",
        "Pemutakhiran data pemilih berkelanjutan",
        "Data pemilih ganda lolos ke daftar pemilih",
        tujuan="Daftar pemilih mutakhir, akurat, dan dapat dipertanggungjawabkan",
        sebab="Data pembanding dari instansi lain diterima terlambat",
        akibat="Daftar pemilih dipersoalkan oleh peserta pemilihan",
        kemungkinan=4,
        dampak=4,
        pengendalian="Pencocokan data setiap triwulan",
        rencana="Meminta data pembanding paling lambat tanggal 5 setiap bulan dan mencocokkannya "
        "dalam tiga hari kerja",
        pic="Kepala Subbagian Perencanaan, Data, dan Informasi",
        batas=date(2026, 12, 31),
        baris="RA-043",
    ),
    Risk(
        "RS-02",
        "Pengadaan alat tulis kantor dan barang cetakan",
        "Harga perkiraan sendiri tidak sesuai dengan harga pasar",
        tujuan="Barang diperoleh tepat waktu dengan harga wajar",
        sebab="Survei harga hanya dilakukan kepada satu penyedia",
        akibat="Kelebihan pembayaran yang harus disetor kembali ke kas negara",
        kemungkinan=3,
        dampak=4,
        pengendalian="Telaah oleh pejabat pengadaan",
        rencana="Melakukan survei harga kepada paling sedikit tiga penyedia dan mencatat hasilnya",
        pic="Kepala Subbagian Keuangan, Umum, dan Logistik",
        batas=date(2026, 6, 30),
    ),
    Risk(
        "RS-03",
        "Penyimpanan arsip pemilihan",
        "Arsip rusak karena kelembapan ruang simpan",
        tujuan="Arsip terpelihara dan mudah ditemukan",
        sebab="Ruang simpan belum mempunyai pengatur kelembapan",
        akibat="Arsip tidak dapat dijadikan bukti",
        kemungkinan=2,
        dampak=3,
        pengendalian="Pemeriksaan ruang simpan setiap semester",
        rencana="Memasang pengatur kelembapan dan memeriksanya setiap minggu",
        pic="Kepala Subbagian Keuangan, Umum, dan Logistik",
        batas=date(2026, 4, 30),
    ),
    Risk(
        "RS-04",
        "Pelayanan informasi publik",
        "Permohonan informasi dijawab melewati batas waktu",
        tujuan="Setiap permohonan dijawab tepat waktu",
        sebab="Petugas layanan belum mempunyai pengganti",
        akibat="Keberatan dan sengketa informasi",
        kemungkinan=3,
        dampak=4,
        pengendalian="Buku register permohonan",
        rencana="Menetapkan petugas pengganti dan memeriksa register setiap Senin",
        pic="Kepala Subbagian Teknis Penyelenggaraan Pemilu dan Hukum",
        batas=date(2026, 12, 31),
    ),
)
_DONE = {
    "RS-01": (
        "Data pembanding diterima dan dicocokkan; 12 data ganda dihapus",
        "Berita acara pencocokan data",
        "Sebagian data belum bernomor induk",
    ),
    "RS-02": ("Harga disurvei pada tiga penyedia", "Kertas kerja survei harga", ""),
    "RS-03": ("Pengatur kelembapan dipasang dan diperiksa setiap minggu", "Foto dan catatan", ""),
    "RS-04": ("Register diperiksa setiap Senin; semua permohonan dijawab", "Salinan register", ""),
}
# The month in which a risk was done with.
_FINISHED = {"RS-03": 4}
_HALF_YEAR = range(1, 7)


def _controls() -> Iterator[MonthlyControl]:
    for month in _HALF_YEAR:
        for risk, (work, evidence, obstacle) in _DONE.items():
            last = _FINISHED.get(risk, 12)
            if month <= last:
                state = ControlState.DONE if month == last else ControlState.RUNNING
                yield MonthlyControl(month, risk, work, evidence, obstacle, state)


CONTROLS = tuple(_controls())
