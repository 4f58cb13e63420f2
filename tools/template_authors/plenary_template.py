"""The template of the berita acara of a rapat pleno."""

from __future__ import annotations

from tools.template_authors.letter_template import Column, form, listing, signatures
from tools.template_authors.template_markup import text
from tools.template_authors.template_styles import Level, Style

_GRID = (10.0, 50.0, 67.0, 38.0)
_ROW = 11.0
_HALF = 18.0

STYLES = (
    Style("Kepala Berita Acara", align="center", size=12, pitch=16, bold=True, keep_next=True),
    Style("Pembuka", align="both", size=11, pitch=16, after=8, keep_next=True),
    Style("Tanda Tangan Hadir", size=10, pitch=13, before=2, after=2, tabs=(_HALF,)),
    Style("Butir Angka", align="both", size=11, pitch=16, after=2, numbering=(1, 0)),
    # Room to write on by hand: the line stands at the foot of a high, empty paragraph.
    Style("Garis Tulis", size=11, pitch=22, rule="single"),
    Style("Penutup", align="both", size=11, pitch=16, before=10, after=12, keep_next=True,
          keep_lines=True),
    Style("Tempat Tanggal", size=11, pitch=15, after=4, keep_next=True),
)  # fmt: skip

LISTS = ((Level("decimal", "%1.", 0, 7),),)

_COLUMNS = (
    Column("No", "{{ h.nomor }}", "TabelTengah", "center"),
    Column("Nama", "{{ h.nama }}", valign="center"),
    Column("Jabatan", "{{ h.jabatan }}", valign="center"),
    # The even numbers stand behind a tab at half of this width, so it never changes.
    Column("Tanda Tangan", "{{ h.tanda_tangan }}", "TandaTanganHadir", "center", fixed=True),
)

_OPENING = (
    "Pada hari ini {{ hari }}, bertempat di {{ tempat_rapat }}, {{ kantor }} telah melaksanakan "
    "Rapat Pleno tentang {{ acara }} yang dihadiri oleh:"
)
_CLOSING = (
    "Demikian Berita Acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
)


def plenary_minutes() -> bytes:
    """Berita acara: number and title, opening, those present, decisions, the chair's signature."""
    body = (
        text("KepalaBeritaAcara", "BERITA ACARA RAPAT PLENO")
        + text("KepalaBeritaAcara", "NOMOR {{ nomor }}")
        + text("KepalaBeritaAcara", "TENTANG")
        + text("JudulNaskah", "{{ judul }}")
        + text("Pembuka", _OPENING)
        + listing("h in hadir", _GRID, _COLUMNS, height=_ROW)
        + text("Bagian", "Rapat Pleno memutuskan:")
        + text("Normal", "{{p keputusan }}")
        + text("Penutup", _CLOSING)
        + signatures("pimpinan", above=text("TempatTanggal", "{{ tempat }}, {{ tanggal }}"))
    )
    return form("Berita Acara Rapat Pleno", body, STYLES, LISTS)
