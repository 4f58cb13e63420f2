"""The template of the report on monitoring and evaluation: chapters on upright paper."""

from __future__ import annotations

from tools.template_authors import forms
from tools.template_authors import recap as parts
from tools.template_authors.markup import Section, section, text
from tools.template_authors.styles import Level, Style

STYLES = (
    *parts.STYLES,
    Style("Bab", size=11, pitch=16, before=14, after=6, bold=True, outline=0, keep_next=True,
          numbering=(1, 0)),
    Style("Subbab", size=11, pitch=16, before=8, after=4, bold=True, outline=1, keep_next=True,
          left=9, hanging=9),
    Style("Butir Dasar", align="both", size=11, pitch=16, after=3, numbering=(2, 0)),
    Style("Ringkasan Area", align="both", size=11, pitch=16, after=8, keep_next=True),
    Style("Area Laporan", size=11, pitch=16, before=8, after=4, bold=True, outline=2,
          keep_next=True, left=9, hanging=9),
)  # fmt: skip
LISTS = (
    (Level("upperRoman", "%1.", 0, 9),),
    (Level("decimal", "%1.", 0, 8),),
)


def monev_report() -> bytes:
    """Report of a quarter or of the year."""
    body = (
        forms.head()
        + text("JudulNaskah", "{{ judul }}")
        + _introduction()
        + _bases()
        + _results()
        + _obstacles()
        + _advice()
        + _end()
        + section(Section())
    )
    return parts.write_monev("Laporan Pemantauan dan Evaluasi", body, STYLES, LISTS)


def _introduction() -> str:
    return (
        text("Bab", "PENDAHULUAN")
        + text("Subbab", "A.\tLatar Belakang")
        + text("Isi", "{{r tulis.latar }}")
        + text("Subbab", "B.\tRuang Lingkup")
        + text(
            "Isi",
            "Laporan ini memuat hasil pemantauan dan evaluasi atas pelaksanaan rencana aksi "
            "pembangunan Zona Integritas {{ instansi }} pada {{ periode }}, dengan keadaan data "
            "sampai dengan {{ per_tanggal }}.",
        )
        + text("Subbab", "C.\tCara Pemantauan dan Pengukuran")
        + text("Isi", "{{r tulis.metode }}")
        + parts.definition()
    )


def _bases() -> str:
    return (
        text("Bab", "DASAR HUKUM")
        + text("ButirDasar", "{%p for dasar in dasar_hukum %}")
        + text("ButirDasar", "{{ dasar }}")
        + text("ButirDasar", "{%p endfor %}")
    )


def _results() -> str:
    return (
        text("Bab", "HASIL PEMANTAUAN DAN EVALUASI")
        + text("Subbab", "A.\tCapaian Keseluruhan")
        + text("Isi", "{{ ringkasan }}")
        + parts.pictures()
        + text("Subbab", "B.\tHasil per Area")
        + text("Isi", "{%p for area in capaian %}")
        + text("AreaLaporan", "{{ area.nomor }}\t{{ area.area }}")
        + text("RingkasanArea", "{{ area.ringkasan }}")
        + text("Isi", "{%p if area.komponen %}")
        + parts.component_table(forms.TEXT)
        + text("Jarak", "")
        + text("Isi", "{%p endif %}")
        + text("Isi", "{{r tulis.analisis }}")
        + text("Isi", "{%p endfor %}")
        + text("Subbab", "C.\tTunggakan")
        + parts.arrears(forms.TEXT)
    )


def _obstacles() -> str:
    return (
        text("Bab", "KENDALA")
        + parts.obstacles(forms.TEXT)
        + text("Jarak", "")
        + text("Isi", "{{r tulis.kendala }}")
    )


def _advice() -> str:
    none = "Tidak ada rekomendasi yang dilaporkan pada periode ini."
    return (
        text("Bab", "REKOMENDASI DAN TINDAK LANJUT")
        + text("Subbab", "A.\tRekomendasi Periode Ini")
        + parts.advice("rekomendasi", forms.TEXT, none)
        + text("Jarak", "")
        + text("Isi", "{{r tulis.rekomendasi }}")
        + text("Subbab", "B.\tTindak Lanjut Rekomendasi Periode Sebelumnya")
        + parts.follow_up(forms.TEXT)
    )


def _end() -> str:
    return (
        text("Bab", "PENUTUP")
        + text("Isi", "{{r tulis.penutup }}")
        + parts.closing("laporan")
        + parts.signature()
    )
