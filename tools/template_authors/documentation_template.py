"""The template of the sheet of photos: rows of one or two below a title, each with its caption."""

from __future__ import annotations

from tools.template_authors.letter_template import TEXT, form
from tools.template_authors.template_markup import Cell, row, table, tag_row, text
from tools.template_authors.template_styles import Style

# Room to paste a photo on.
_BLANK = 85.0

STYLES = (
    Style("Tengah", align="center", size=11, pitch=15, keep_next=True),
    Style("Foto", align="center", size=11, pitch=0, before=4),
    Style("Keterangan Foto", align="center", size=10, pitch=13, before=2, after=4),
)


def documentation() -> bytes:
    """Dokumentasi: a title, and a table of its photos that goes on over the pages."""
    half = TEXT / 2
    rows = (
        tag_row("{%tr for b in h.baris %}", "KeteranganFoto", 2),
        tag_row("{%tr if b.kanan %}", "KeteranganFoto", 2),
        row((_frame("b.kiri", half), _frame("b.kanan", half))),
        tag_row("{%tr elif b.kosong %}", "KeteranganFoto", 2),
        row((_frame("b.kiri", TEXT, span=2),), height=_BLANK),
        tag_row("{%tr else %}", "KeteranganFoto", 2),
        row((_frame("b.kiri", TEXT, span=2),)),
        tag_row("{%tr endif %}", "KeteranganFoto", 2),
        tag_row("{%tr endfor %}", "KeteranganFoto", 2),
    )
    body = (
        text("Isi", "{%p for h in halaman %}")
        + text("Normal", "{{p h.judul }}")
        + text("Jarak", "")
        + table(rows, (half, half), lines=True, padding=1)
        + text("Isi", "{%p endfor %}")
    )
    return form("Dokumentasi", body, STYLES)


def _frame(photo: str, width: float, *, span: int = 1) -> Cell:
    """A photo over its caption, in one cell: so they stay on one page."""
    picture = text("Foto", f"{{{{ {photo}.gambar }}}}")
    caption = text("KeteranganFoto", f"{{{{ {photo}.keterangan }}}}")
    return Cell(picture + caption, width, span, valign="bottom")
