"""The templates of the minutes of a meeting and of the short report on it."""

from __future__ import annotations

from tools.template_authors.letter_template import (
    LETTERED,
    Column,
    facts,
    form,
    lettered_section,
    listing,
    signatures,
)
from tools.template_authors.template_markup import text
from tools.template_authors.template_styles import Level, Style
from zi_docs.papers.notula import CLOSING

_FOLLOW_UP = (10.0, 66.0, 59.0, 30.0)
_COLUMNS = (
    Column("No", "{{p t.nomor }}", "Normal"),
    Column("Tindak Lanjut", "{{r t.apa }}"),
    Column("Penanggung Jawab", "{{r t.siapa }}"),
    Column("Batas Waktu", "{{r t.batas }}"),
)

STYLES = (
    Style("Butir Angka", align="both", size=11, pitch=16, after=2, numbering=(1, 1)),
    Style("Butir Strip", align="both", size=11, pitch=16, after=2, numbering=(2, 0)),
    # Room to write on by hand: the line stands at the foot of a high, empty paragraph.
    Style("Garis Tulis", size=11, pitch=22, rule="single"),
    Style("Anak Bagian", size=11, pitch=16, before=6, after=4, keep_next=True),
    Style("Petunjuk", size=10, pitch=14, after=4, keep_next=True),
    Style("Penutup", align="both", size=11, pitch=16, after=12, keep_next=True, keep_lines=True),
)

LISTS = (
    # Numbers restart below the first level only, where a paragraph stands between two lists.
    (Level("none", "", 0, 0), Level("decimal", "%2.", 0, 7)),
    (Level("bullet", "–", 0, 7),),
)


def minutes() -> bytes:
    """Notula: facts, agenda, discussion, conclusions, follow-up, both signatures."""
    body = (
        text("JudulNaskah", "{{ judul_naskah }}")
        + facts("fakta", 36)
        + text("Bagian", "Susunan Acara")
        + text("Normal", "{{p susunan_acara }}")
        + text("Bagian", "{{ pokok }}")
        + text("Normal", "{{p pembahasan }}")
        + text("Bagian", "Kesimpulan")
        + text("Normal", "{{p kesimpulan }}")
        + text("Bagian", "Tindak Lanjut")
        + _follow_up()
        + text("Jarak", "")
        + _signatures(CLOSING)
    )
    return form("Notula", body, STYLES, LISTS)


def report() -> bytes:
    """Laporan singkat: basis, course, results (from the minutes, or room to write), closing."""
    body = (
        text("JudulNaskah", "{{ judul_naskah }}\n{{ acara }}")
        + text("BagianBerhuruf", "Pendahuluan")
        + text("Isi", _INTRODUCTION)
        + text("Normal", "{{p dasar }}")
        + text("Isi", "{%p if berlangkah %}")
        + text("AnakBagian", "{{ kegiatan|capitalize }} ini mendukung langkah aksi berikut:")
        + text("Normal", "{{p langkah }}")
        + text("Isi", "{%p endif %}")
        + text("BagianBerhuruf", "Pelaksanaan")
        + facts("fakta", 36)
        + text("BagianBerhuruf", "Hasil")
        + text("Petunjuk", "{%p if petunjuk %}")
        + text("Petunjuk", "{{ petunjuk }}")
        + text("Petunjuk", "{%p endif %}")
        + text("AnakBagian", "{{ pokok }}:")
        + text("Normal", "{{p pembahasan }}")
        + text("AnakBagian", "Kesimpulan:")
        + text("Normal", "{{p kesimpulan }}")
        + text("AnakBagian", "Tindak lanjut:")
        + _follow_up()
        + text("BagianBerhuruf", "Penutup")
        + text("Penutup", _CLOSING)
        + _signatures()
    )
    styles = (*STYLES, lettered_section(len(LISTS) + 1))
    return form("Laporan Singkat", body, styles, (*LISTS, LETTERED))


_INTRODUCTION = (
    "{{ kegiatan|capitalize }} ini merupakan bagian dari pembangunan Zona Integritas di lingkungan "
    "{{ kantor }} Tahun\u00a0{{ tahun }}, dengan dasar:"
)
_CLOSING = "Demikian laporan ini dibuat sebagai bahan pertimbangan dan tindak lanjut."


def _signatures(anchor: str = "") -> str:
    return signatures(
        "pimpinan",
        "notulis",
        heading="{{ sebutan_pimpinan }},",
        left_heading="Notulis,",
        anchor=anchor,
    )


def _follow_up() -> str:
    return listing("t in tindak_lanjut", _FOLLOW_UP, _COLUMNS, height=8)
