"""The template of the sheet of photos: two frames below a title on every page."""

from __future__ import annotations

from tools.template_authors.letter_template import TEXT, form
from tools.template_authors.template_markup import Cell, row, table, tag_row, text
from tools.template_authors.template_styles import Style
from zi_docs.workbook.reading.picture_files import PHOTO_FRAME as FRAME

_FRAME = FRAME.height + 4
_CAPTION = 8.0

STYLES = (
    Style("Tengah", align="center", size=11, pitch=15, keep_next=True),
    Style("Keterangan Foto", align="center", size=10, pitch=13, before=2, after=2),
)


def documentation() -> bytes:
    """Dokumentasi: a loop over pages, each with its title and a table of frames."""
    rows = (
        tag_row("{%tr for f in h.foto %}", "KeteranganFoto", 1),
        row((Cell(text("Gambar", "{{ f.gambar }}"), TEXT, valign="center"),),
            height=_FRAME, exact=True),
        row((Cell(text("KeteranganFoto", "{{ f.keterangan }}"), TEXT, valign="center"),),
            height=_CAPTION),
        tag_row("{%tr endfor %}", "KeteranganFoto", 1),
    )  # fmt: skip
    body = (
        text("Isi", "{%p for h in halaman %}")
        + text("Normal", "{{p h.judul }}")
        + text("Jarak", "")
        + table(rows, (TEXT,), lines=True, padding=1)
        + text("Isi", "{%p endfor %}")
    )
    return form("Dokumentasi", body, STYLES)
