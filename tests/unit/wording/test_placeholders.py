"""Text that is still to be written, beside text that only looks like it."""

import pytest

from zi_docs.wording.placeholders import placeholder


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("bahwa berdasarkan Berita Acara Nomor .... tanggal", "...."),
        ("bahwa ... perlu dibentuk tim", "..."),
        ("bahwa … perlu dibentuk tim", "…"),
        ("dilaksanakan di ________", "________"),
        ("Rapat [isi nama kegiatan]", "[isi nama kegiatan]"),
        ("Kepala <jabatan>", "<jabatan>"),
        ("Ruang rapat (menyusul)", "(menyusul)"),
        ("Ruang rapat (diisi kemudian)", "(diisi kemudian)"),
        ("«Ditulis oleh tim: analisis.»", "«Ditulis oleh tim: analisis.»"),
        ("TODO: periksa lagi", "TODO"),
        ("Nomor XXXX Tahun 2026", "XXXX"),
        ("Ruang rapat ???", "???"),
        ("Lorem ipsum dolor", "Lorem ipsum"),
    ],
)
def test_a_gap(text: str, gap: str) -> None:
    assert placeholder(text) == gap


@pytest.mark.parametrize(
    "text",
    [
        "dan lain-lain...",
        "Formulir ini diisi oleh pegawai (isi lengkap pada Lampiran)",
        "sebagaimana dimaksud dalam angka [1]",
        "Bab XXX tentang Pengawasan",
        "Sosialisasi di Desa Todo",
        "https://contoh.go.id/a_b?c=1",
        "pukul 09.00 s.d. selesai",
        "Apakah sudah ditindaklanjuti?",
        "",
    ],
)
def test_no_gap(text: str) -> None:
    assert placeholder(text) == ""
