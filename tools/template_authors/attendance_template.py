"""The template of the list on which those present sign, in zig-zag."""

from __future__ import annotations

from tools.template_authors.letter_template import Column, facts, form, listing, signatures
from tools.template_authors.template_markup import text
from tools.template_authors.template_styles import Style
from zi_docs.papers.daftar_hadir import CLOSING

_GRID = (9.0, 34.0, 37.0, 21.0, 28.0, 36.0)
_ROW = 10.0
_HALF = 17.0

STYLES = (
    Style("Tabel Kecil", size=9, pitch=12, before=2, after=2),
    Style("Tanda Tangan Hadir", size=9, pitch=12, before=2, after=2, tabs=(_HALF,)),
)

_COLUMNS = (
    Column("No", "{{p b.nomor }}", "Normal", "center"),
    Column("Nama", "{{ b.nama }}", "TabelKecil", "center"),
    Column("NIP", "{{ b.nip }}", "TabelKecil", "center", fixed=True),
    Column("Pangkat/\nGolongan", "{{ b.pangkat }}", "TabelKecil", "center"),
    Column("Jabatan/Unit", "{{ b.jabatan }}", "TabelKecil", "center"),
    # The even numbers stand behind a tab at half of this width, so it never changes.
    Column("Tanda Tangan", "{{ b.tanda_tangan }}", "TandaTanganHadir", "center", fixed=True),
)


def attendance() -> bytes:
    """Daftar hadir: the meeting's facts, the table to sign, the chair's signature."""
    body = (
        text("JudulNaskah", "DAFTAR HADIR")
        + facts("fakta", 30)
        + text("Jarak", "")
        + listing("b in baris", _GRID, _COLUMNS, height=_ROW)
        + text("Jarak", "")
        + signatures("pimpinan", heading="Pimpinan Rapat,", anchor=CLOSING)
    )
    return form("Daftar Hadir", body, STYLES)
