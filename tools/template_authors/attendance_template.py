"""The template of the list on which those present sign, in zig-zag."""

from __future__ import annotations

from tools.template_authors.letter_template import Column, facts, form, listing, signatures
from tools.template_authors.template_markup import text
from tools.template_authors.template_styles import Style
from zi_docs.papers.daftar_hadir import CLOSING

# Number, NIP and signature keep their width; name, rank and post share the rest of the paper.
_GRID = (8.0, 34.5, 30.8, 21.2, 44.0, 26.5)
# Two lines, and room to sign.
_ROW = 11.0
_HALF = 13.4

STYLES = (
    Style("Tabel Kecil", size=8.5, pitch=10, before=1.5, after=1.5),
    Style("Tabel NIP", size=8, pitch=10, before=1.5, after=1.5),
    Style("Tanda Tangan Hadir", size=9, pitch=12, before=2, after=2, tabs=(_HALF,)),
)

_COLUMNS = (
    Column("No", "{{p b.nomor }}", "Normal", "center", fixed=True),
    Column("Nama", "{{ b.nama }}", "TabelKecil", "center"),
    Column("NIP", "{{ b.nip }}", "TabelNIP", "center", fixed=True),
    Column("Pangkat/\nGolongan", "{{ b.pangkat }}", "TabelKecil", "center"),
    Column("Jabatan/\nUnit", "{{ b.jabatan }}", "TabelKecil", "center"),
    # The even numbers stand behind a tab at half of this width, so it never changes.
    Column("Tanda Tangan", "{{ b.tanda_tangan }}", "TandaTanganHadir", "center", fixed=True),
)


def attendance() -> bytes:
    """Daftar hadir: the meeting's facts, the table to sign, the chair's signature."""
    body = (
        text("JudulNaskah", "{{ judul_naskah }}")
        + facts("fakta", 30)
        + text("Jarak", "")
        + listing("b in baris", _GRID, _COLUMNS, height=_ROW)
        + text("Jarak", "")
        + signatures("pimpinan", heading="{{ sebutan_pimpinan }},", anchor=CLOSING)
    )
    return form("Daftar Hadir", body, STYLES)
