"""The template of the matriks semula-menjadi: a wide table of what a revision changes."""

from __future__ import annotations

from tools.template_authors.decree_template import FONT
from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    page_field,
    paragraph,
    row,
    run,
    section,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Level, Style

_COLUMNS = ("No", "Ketentuan", "Semula", "Menjadi", "Keterangan")
_GRID = (10.0, 60.0, 87.0, 87.0, 36.0)

_STYLES = (
    Style("Judul Matriks", align="center", bold=True, pitch=18, outline=0, keep_next=True),
    Style("Judul", align="center", pitch=18, after=9, keep_next=True),
    Style("Keterangan", size=10, pitch=13, after=6, keep_next=True),
    Style("Tabel Kepala", align="center", size=10, pitch=13, before=2, after=4, bold=True),
    Style("Tabel Isi", size=10, pitch=13, before=1, after=3),
    Style("Tabel Label", size=9, pitch=12, before=2, keep_next=True),
    Style("Tabel Butir", size=10, pitch=13, before=1, after=3, numbering=(1, 0)),
    Style("Tabel Tengah", align="center", size=10, pitch=13, before=1, after=3),
    Style("Tabel Area", size=10, pitch=13, before=2, after=4, bold=True, keep_next=True,
          outline=1),
    Style("Jarak", pitch=12),
    Style("Nomor Halaman", align="center"),
    Style("Kaki Halaman", size=9, pitch=12),
)  # fmt: skip
_LISTS = ((Level("bullet", "-", 0, 3),),)


def change_matrix() -> bytes:
    """The matrix: its title, how changes are marked, the table."""
    body = (
        text("JudulMatriks", "MATRIKS SEMULA-MENJADI")
        + text("Judul", "{{ judul }}")
        + _LEGEND
        + _table()
        + text("Jarak", "")
        + section(Section(landscape=True, first_page_differs=True))
    )
    return write(
        Template(
            title="Matriks Semula-Menjadi",
            body=body,
            header=paragraph("NomorHalaman", run("- "), page_field(), run(" -")),
            footer=text("KakiHalaman", ""),
            styles=_STYLES,
            base=Style("Normal"),
            font=FONT,
            lists=_LISTS,
        )
    )


def _look(words: str, marks: str) -> str:
    return f"<w:r><w:rPr>{marks}</w:rPr><w:t>{words}</w:t></w:r>"


_LEGEND = paragraph(
    "Keterangan",
    run("Kata yang "),
    _look("dihapus", "<w:strike/>"),
    run(" dicoret; kata yang "),
    _look("ditambahkan", '<w:b/><w:u w:val="single"/>'),
    run(" dicetak tebal dan bergaris bawah."),
)


def _table() -> str:
    columns = len(_GRID)
    head = row(
        [
            Cell(text("TabelKepala", title), width, valign="center")
            for title, width in zip(_COLUMNS, _GRID, strict=True)
        ],
        header=True,
    )
    contents = (
        text("TabelTengah", "{{ baris.nomor }}"),
        *(
            text("TabelIsi", f"{{{{p baris.{name} }}}}")
            for name in ("ketentuan", "semula", "menjadi", "keterangan")
        ),
    )
    cells = [Cell(content, width) for content, width in zip(contents, _GRID, strict=True)]
    rows = (
        head,
        tag_row("{%tr for kelompok in bagian %}", "TabelIsi", columns),
        row((Cell(text("TabelIsi", "{{p kelompok.nama }}"), sum(_GRID), span=columns),)),
        tag_row("{%tr for baris in kelompok.baris %}", "TabelIsi", columns),
        row(cells),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
    )
    return table(rows, _GRID, lines=True, padding=1.5)
