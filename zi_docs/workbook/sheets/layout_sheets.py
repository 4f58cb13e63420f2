"""The sheet Tata Letak: how papers look. Whoever changes nothing there gets the usual papers."""

from zi_docs.model import Office
from zi_docs.workbook.sheets.schema import Column, Kind, Layout, Sheet

PAPERS = ("F4", "A4", "Legal", "Letter")

_DECREE = "Keputusan"
_LETTER = "Surat dan formulir"
_MEETING = "Undangan dan daftar hadir"
_BUNDLE = "Bundel"
_SIGNATURE = "Tanda tangan elektronik"


def _margins(prefix: str, group: str) -> list[Column]:
    return [
        Column(
            f"{prefix}_margin_{side}",
            f"Margin {side} {prefix} (mm)",
            Kind.NUMBER,
            f"Jarak tepi {side} kertas ke teks, dalam milimeter.",
            default=f"{getattr(Office, f'{prefix}_margin_{side}'):g}",
            group=group,
        )
        for side in ("atas", "kanan", "bawah", "kiri")
    ]


TATA_LETAK = Sheet(
    "tata_letak",
    "Tata Letak",
    "Kertas, huruf, dan rupa naskah. Boleh dibiarkan apa adanya; ubahlah kolom Nilai bila kantor "
    "memakai yang lain.",
    (
        Column(
            "keputusan_kertas",
            "Kertas keputusan",
            Kind.CHOICE,
            "Ukuran kertas keputusan. F4 = 215 × 330 mm.",
            choices=PAPERS,
            default=Office.keputusan_kertas,
            group=_DECREE,
        ),
        Column(
            "keputusan_huruf",
            "Huruf keputusan",
            Kind.TEXT,
            "Nama huruf untuk keputusan.",
            default=Office.keputusan_huruf,
            group=_DECREE,
        ),
        *_margins("keputusan", _DECREE),
        Column(
            "keputusan_akhir",
            "Tanda akhir konsiderans",
            Kind.CHOICE,
            "Tanda baca penutup butir terakhir Menimbang dan Mengingat.",
            choices=(";", "."),
            default=Office.keputusan_akhir,
            group=_DECREE,
        ),
        Column(
            "surat_kertas",
            "Kertas surat",
            Kind.CHOICE,
            "Ukuran kertas surat dan formulir.",
            choices=PAPERS,
            default=Office.surat_kertas,
            group=_LETTER,
        ),
        Column(
            "surat_huruf",
            "Huruf surat",
            Kind.TEXT,
            "Nama huruf untuk surat dan formulir.",
            default=Office.surat_huruf,
            group=_LETTER,
        ),
        *_margins("surat", _LETTER),
        Column(
            "logo",
            "Berkas logo",
            Kind.TEXT,
            "Nama berkas gambar (PNG atau JPEG) di folder yang sama dengan buku kerja ini; "
            "kosongkan bila kop tanpa logo.",
            example="logo.png",
            group=_LETTER,
        ),
        Column(
            "undangan_terlampir",
            "Daftar undangan terlampir mulai dari (orang)",
            Kind.INTEGER,
            "Bila yang diundang sebanyak ini atau lebih, daftarnya menjadi lampiran undangan.",
            default=str(Office.undangan_terlampir),
            group=_MEETING,
        ),
        Column(
            "baris_kosong",
            "Baris kosong daftar hadir",
            Kind.INTEGER,
            "Banyaknya baris kosong setelah nama yang diundang; dikurangi bila daftar hadir lalu "
            "berkurang satu halaman.",
            default=str(Office.baris_kosong),
            group=_MEETING,
        ),
        Column(
            "bolak_balik",
            "Cetak bolak-balik",
            Kind.CHOICE,
            "Ya: setiap naskah di dalam bundel mulai di muka lembar; di belakang halaman terakhir "
            "yang ganjil disisipkan halaman kosong. Tidak: tanpa halaman kosong.",
            choices=("Ya", "Tidak"),
            default=Office.bolak_balik,
            group=_BUNDLE,
        ),
        Column(
            "tag_bsre",
            "Tag tanda tangan BSrE",
            Kind.TEXT,
            "Satu tanda baca yang menjadi tempat tanda tangan elektronik BSrE. Tanda itu hanya "
            "boleh muncul satu kali di dalam PDF.",
            default=Office.tag_bsre,
            group=_SIGNATURE,
        ),
    ),
    layout=Layout.PAIRS,
    later=True,
    formerly="instansi",
)
