"""The template of the reports on what the plan has an office monitor, whatever their theme."""

from __future__ import annotations

from tools.template_authors import minutes_template, recap_template
from tools.template_authors.letter_template import (
    LETTERED,
    TEXT,
    Column,
    facts,
    form,
    lettered_section,
    listing,
    signatures,
)
from tools.template_authors.template_markup import text
from tools.template_authors.template_styles import Level, Style
from zi_docs.papers.tematik import CLOSING

_LEFT_OUT = ("Tabel Area", "Tabel Jumlah", "Nihil")
_STYLES = (
    *(style for style in recap_template.STYLES if style.name not in _LEFT_OUT),
    *(style for style in minutes_template.STYLES if style.name in ("Butir Angka", "Garis Tulis")),
    # Several follow each other: kept with the next, they would all move to the signature's page.
    Style("Nihil", size=11, pitch=16, after=8),
    Style("Tabel Butir", size=9, pitch=11, before=2, after=2, numbering=(2, 0)),
)
_LISTS = (minutes_template.LISTS[0], (Level("bullet", "–", 0, 4),), LETTERED)
_WORK = (
    Column("Komponen", "{{p b.komponen }}", "Normal"),
    Column("Langkah Aksi", "{{p b.langkah }}", "Normal"),
    Column("Bulan", "{{ b.bulan }}", "TabelTengah"),
    Column("Realisasi", "{{p b.realisasi }}", "Normal"),
    Column("Capaian (%)", "{{ b.persen }}", "TabelTengah"),
    Column("Bukti", "{{ b.bukti }}", "TabelTengah"),
)
_WORK_MM = (19.0, 46.0, 20.0, 49.0, 17.0, 14.0)
_MEETINGS = (
    Column("Acara", "{{ r.acara }}"),
    Column("Hari/Tanggal", "{{ r.hari }}"),
    Column("Kesimpulan", "{{p r.kesimpulan }}", "Normal"),
)
_MEETINGS_MM = (50.0, 35.0, TEXT - 85.0)


def thematic_report() -> bytes:
    """Basis, purpose, what was done, figures, obstacles, advice and follow-up, closing."""
    body = (
        text("JudulNaskah", "{{ judul }}")
        + text("BagianBerhuruf", "Dasar")
        + text("Normal", "{{p dasar }}")
        + text("BagianBerhuruf", "Tujuan dan Ruang Lingkup")
        + text("Normal", "{{p tujuan }}")
        + text("PengantarTabel", "Laporan ini mencakup {{ periode }}, dengan ruang lingkup:")
        + text("Normal", "{{p lingkup }}")
        + text("BagianBerhuruf", "Pelaksanaan")
        + listing("b in pelaksanaan", _WORK_MM, _WORK, height=9)
        + _meetings()
        + text("BagianBerhuruf", "Data dan Capaian")
        + text("Isi", "{%p if ringkasan %}")
        + text("Isi", "{{ ringkasan }}")
        + text("Isi", "{%p endif %}")
        + text("Isi", "{%p if angka %}")
        + facts("angka", 62)
        + text("Isi", "{%p endif %}")
        + text("BagianBerhuruf", "Kendala")
        + _reported("kendala", recap_template.obstacles(TEXT))
        + text("BagianBerhuruf", "Rekomendasi")
        + _reported("rekomendasi", recap_template.advice("rekomendasi", TEXT, _NO_ADVICE))
        + text("BagianBerhuruf", "Tindak Lanjut")
        + _reported("tindak_lanjut", recap_template.advice("tindak_lanjut", TEXT, _NO_FOLLOW_UP))
        + text("Normal", "{{p judul_penutup }}")
        + text("Normal", "{{p penutup }}")
        + signatures(
            "penanda_tangan",
            above=text("TandaTangan", "{{ tempat }}, {{ tanggal }}"),
            anchor=CLOSING,
        )
    )
    styles = (*_STYLES, lettered_section(len(_LISTS)))
    return form("Laporan Tematik", body, styles, _LISTS)


_NO_ADVICE = "Tidak ada rekomendasi yang dilaporkan pada periode ini."
_NO_FOLLOW_UP = "Tidak ada rekomendasi atau permintaan lain yang harus ditindaklanjuti."


def _reported(name: str, table: str) -> str:
    """A table of what was reported; lines to write on while nothing was."""
    return (
        text("Isi", f"{{%p if diisi or {name} %}}")
        + table
        + text("Isi", "{%p else %}")
        + text("Normal", "{{p garis }}")
        + text("Isi", "{%p endif %}")
    )


def _meetings() -> str:
    """The meetings that dealt with it; left out where there was none."""
    return (
        text("Isi", "{%p if rapat %}")
        + text("Jarak", "")
        + text("PengantarTabel", "Rapat dan kegiatan yang membahasnya:")
        + listing("r in rapat", _MEETINGS_MM, _MEETINGS, height=9)
        + text("Isi", "{%p endif %}")
    )
