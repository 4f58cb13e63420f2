"""The template of the report on monitoring and evaluation: chapters on upright paper."""

from __future__ import annotations

from tools.template_authors import letter_template, recap_template
from tools.template_authors.template_markup import Section, section, text
from tools.template_authors.template_styles import Level, Style

STYLES = (
    *recap_template.STYLES,
    Style("Bab", size=11, pitch=16, before=14, after=6, bold=True, outline=1, keep_next=True,
          numbering=(1, 0)),
    Style("Subbab", size=11, pitch=16, before=8, after=4, bold=True, outline=2, keep_next=True,
          numbering=(1, 1)),
    Style("Butir Dasar", align="both", size=11, pitch=16, after=3, numbering=(2, 0)),
    Style("Butir Isi", align="both", size=11, pitch=16, after=3, numbering=(3, 0)),
    Style("Ringkasan Area", align="both", size=11, pitch=16, after=8, keep_next=True),
    Style("Area Laporan", size=11, pitch=16, before=8, after=4, bold=True, outline=3,
          keep_next=True, left=9, hanging=9),
)  # fmt: skip
LISTS = (
    (Level("upperRoman", "%1.", 0, 9), Level("upperLetter", "%2.", 0, 9)),
    (Level("decimal", "%1.", 0, 8),),
    (Level("bullet", "-", 0, 5),),
)


def monev_report() -> bytes:
    """Report of a quarter or of the year."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + _introduction()
        + _bases()
        + _results()
        + _obstacles()
        + _advice()
        + _end()
        + section(Section())
    )
    return recap_template.write_monev("Laporan Pemantauan dan Evaluasi", body, STYLES, LISTS)


def _introduction() -> str:
    return (
        text("Bab", "PENDAHULUAN")
        + text("Subbab", "Latar Belakang")
        + text("Isi", "{{p tulis.latar }}")
        + text("Subbab", "Ruang Lingkup")
        + text(
            "Isi",
            "Laporan ini memuat hasil pemantauan dan evaluasi atas pelaksanaan rencana aksi "
            "pembangunan Zona Integritas {{ instansi }} pada {{ periode }}, dengan keadaan data "
            "sampai dengan {{ per_tanggal }}.",
        )
        + text("Subbab", "Cara Pemantauan dan Pengukuran")
        + text("Isi", "{{p tulis.metode }}")
        + recap_template.definition()
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
        + text("Subbab", "Capaian Keseluruhan")
        + text("Isi", "{{ ringkasan }}")
        + recap_template.pictures()
        + text("Subbab", "Hasil per Area")
        + text("Isi", "{%p for area in capaian %}")
        + text("AreaLaporan", "{{ area.nomor }}\t{{ area.area }}")
        + text("RingkasanArea", "{{ area.ringkasan }}")
        + text("Isi", "{%p if area.komponen %}")
        + recap_template.component_table(letter_template.TEXT)
        + text("Jarak", "")
        + text("Isi", "{%p endif %}")
        + text("Isi", "{{p area.analisis }}")
        + text("Isi", "{%p endfor %}")
        + text("Subbab", "Tunggakan sejak Januari")
        + recap_template.arrears(letter_template.TEXT)
    )


def _obstacles() -> str:
    return (
        text("Bab", "KENDALA")
        + recap_template.obstacles(letter_template.TEXT)
        + text("Jarak", "")
        + text("Isi", "{{p tulis.kendala }}")
    )


def _advice() -> str:
    none = "Tidak ada rekomendasi yang dilaporkan pada periode ini."
    return (
        text("Bab", "REKOMENDASI DAN TINDAK LANJUT")
        + text("Subbab", "Rekomendasi Periode Ini")
        + recap_template.advice("rekomendasi", letter_template.TEXT, none)
        + text("Jarak", "")
        + text("Isi", "{{p tulis.rekomendasi }}")
        + text("Subbab", recap_template.FOLLOW_UP_HEADING)
        + recap_template.follow_up(letter_template.TEXT)
    )


def _end() -> str:
    return (
        text("Bab", "PENUTUP")
        + text("Isi", "{{p tulis.penutup }}")
        + recap_template.closing("laporan")
        + recap_template.signature()
    )
