"""The template of the map of what the plan can score in the LKE."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tools.template_authors import letter_template
from tools.template_authors.letter_template import Column
from tools.template_authors.recap_template import ACROSS_MM, STYLES, pictures, write_monev
from tools.template_authors.template_markup import (
    Cell,
    Section,
    row,
    section,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Style

_AREAS = (
    ("No", 11.0, "nomor"),
    ("Area", ACROSS_MM - 11.0 - 5 * 34.0 - 17.0, "nama"),
    ("Pemenuhan", 34.0, "pemenuhan"),
    ("Reform", 34.0, "reform"),
    ("Jumlah", 34.0, "nilai"),
    ("Bobot", 17.0, "bobot"),
    ("Ambang {{ ambang[0] }}", 34.0, "ambang_1"),
    ("Ambang {{ ambang[1] }}", 34.0, "ambang_2"),
)
_GRID = tuple(width for _, width, _ in _AREAS)
_ITEMS = (
    ("No", 11.0, "nomor", "TabelTengah"),
    ("Kode", 20.0, "kode", "TabelTengah"),
    ("Butir", ACROSS_MM - 11.0 - 20.0 - 27.0 - 80.0 - 17.0, "butir", "TabelIsi"),
    ("Bagian", 27.0, "bagian", "TabelTengah"),
    ("Komponen", 80.0, "komponen", "TabelIsi"),
    ("Bobot", 17.0, "bobot", "TabelTengah"),
)
_EARNED = (
    ("No", 11.0, "nomor", "TabelTengah"),
    ("Area", ACROSS_MM - 11.0 - 3 * 36.0 - 2 * 27.0 - 17.0, "nama", "TabelIsi"),
    ("Dapat dicapai", 36.0, "nilai", "TabelTengah"),
    ("Terlaksana", 36.0, "terlaksana", "TabelTengah"),
    ("Berbukti", 36.0, "berbukti", "TabelTengah"),
    ("Bobot", 17.0, "bobot", "TabelTengah"),
    ("Butir terlaksana", 27.0, "butir_terlaksana", "TabelTengah"),
    ("Butir berbukti", 27.0, "butir_berbukti", "TabelTengah"),
)
# All assumptions stand on one page, and let the picture behind them go to the next.
_LAST_ASSUMPTION = Style(
    "Anggapan Akhir", align="both", size=9, pitch=11.5, after=1.5, left=5, keep_lines=True
)
_ASSUMPTION = replace(_LAST_ASSUMPTION, name="Anggapan", keep_next=True)
_SMALL_LEAD = Style(
    "Pengantar Kecil", align="both", size=9, pitch=11.5, before=4, after=2, keep_next=True
)


def lke_map() -> bytes:
    """The map on paper across: the sentence to read first, picture, areas, what is missing."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "{{ ringkasan }} {{ terlaksana }}")
        + text("Isi", "{{ peringatan }}")
        + text("BagianBerhuruf", "Nilai per Area")
        + _areas()
        + _assumptions()
        + pictures()
        + _earned()
        + text("BagianBerhuruf", "Butir yang Belum Dilayani")
        + _unserved()
        + section(Section(landscape=True))
    )
    styles = (
        *STYLES,
        letter_template.lettered_section(1),
        _SMALL_LEAD,
        _ASSUMPTION,
        _LAST_ASSUMPTION,
    )
    return write_monev("Peta Nilai LKE", body, styles, (letter_template.LETTERED,))


def _areas() -> str:
    head = [
        Cell(text("TabelKepala", title), width, valign="center", fixed=title == "No")
        for title, width, _ in _AREAS
    ]
    total = ("", *(f"{{{{ jumlah.{key} }}}}" for _, _, key in _AREAS[1:]))
    rows = (
        row(head, header=True),
        tag_row("{%tr for a in area %}", "TabelIsi", len(_GRID)),
        _area_row([f"{{{{ a.{key} }}}}" for _, _, key in _AREAS], "TabelIsi", "TabelTengah"),
        tag_row("{%tr endfor %}", "TabelIsi", len(_GRID)),
        _area_row(total, "TabelJumlah", "TabelJumlah"),
    )
    return table(rows, _GRID, lines=True, padding=1)


def _area_row(words: Sequence[str], style: str, centred: str) -> str:
    cells = [
        Cell(text(style if index == 1 else centred, word), width)
        for index, (word, width) in enumerate(zip(words, _GRID, strict=True))
    ]
    return row(cells)


def _assumptions() -> str:
    return (
        text("PengantarKecil", "Dibaca dengan anggapan:")
        + text("Anggapan", "{%p for a in anggapan %}")
        + text("Anggapan", "{%p if not loop.last %}")
        + text("Anggapan", "{{ a }}")
        + text("Anggapan", "{%p else %}")
        + text("AnggapanAkhir", "{{ a }}")
        + text("Anggapan", "{%p endif %}")
        + text("Anggapan", "{%p endfor %}")
    )


def _earned() -> str:
    columns = [
        Column(title, f"{{{{ d.{key} }}}}", style, fixed=title == "No")
        for title, _, key, style in _EARNED
    ]
    return (
        text("Isi", "{%p if diperoleh %}")
        + text("BagianBerhuruf", "Yang Sudah Diperoleh")
        + text("PengantarKecil", "{{ arti_diperoleh }}")
        + letter_template.listing("d in diperoleh", [width for _, width, _, _ in _EARNED], columns)
        + text("Isi", "{%p endif %}")
    )


def _unserved() -> str:
    columns = [
        Column(title, f"{{{{ b.{key} }}}}", style, fixed=title == "No")
        for title, _, key, style in _ITEMS
    ]
    return (
        text("Isi", "{%p if belum %}")
        + letter_template.listing("b in belum", [width for _, width, _, _ in _ITEMS], columns)
        + text("Isi", "{%p else %}")
        + text("Nihil", "Semua butir dilayani oleh rencana aksi.")
        + text("Isi", "{%p endif %}")
    )
