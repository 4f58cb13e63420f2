"""The template of the map of what the plan can score in the LKE."""

from __future__ import annotations

from collections.abc import Sequence

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


def lke_map() -> bytes:
    """The map on paper across: the sentence to read first, picture, areas, what is missing."""
    body = (
        letter_template.head()
        + text("JudulNaskah", "{{ judul }}")
        + text("Isi", "{{ ringkasan }} {{ terlaksana }}")
        + text("Isi", "{{ peringatan }}")
        + text("BagianBerhuruf", "Nilai per Area")
        + _areas()
        + text("Jarak", "")
        + pictures()
        + text("BagianBerhuruf", "Butir yang Belum Dilayani")
        + _unserved()
        + text("BagianBerhuruf", "Anggapan")
        + text("Isi", "{%p for a in anggapan %}")
        + text("Isi", "{{ a }}")
        + text("Isi", "{%p endfor %}")
        + section(Section(landscape=True))
    )
    styles = (*STYLES, letter_template.lettered_section(1))
    return write_monev("Peta Nilai LKE", body, styles, (letter_template.LETTERED,))


def _areas() -> str:
    head = [
        Cell(text("TabelKepala", title), width, valign="center", fixed=title == "No")
        for title, width, _ in _AREAS
    ]
    total = ("", "{{ jumlah.nama }}", "", "", "{{ jumlah.nilai }}", "{{ jumlah.bobot }}", "", "")
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
