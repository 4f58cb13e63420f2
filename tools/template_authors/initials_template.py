"""The template of the sheet on which a draft collects initials before it is signed."""

from __future__ import annotations

from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import Cell, Section, row, section, table, tag_row, text
from tools.template_authors.template_styles import Style

_TEXT = 165.0
_FACTS = (38.0, 5.0, 122.0)
_GRID = (10.0, 62.0, 43.0, 25.0, 25.0)
_COLUMNS = ("No", "Jabatan", "Nama", "Paraf", "Tanggal")

STYLES = (
    Style("Kop", align="center", size=12, pitch=16, bold=True),
    Style("Judul Lembar", align="center", size=12, pitch=16, bold=True, before=18, after=14,
          outline=0),
    Style("Keterangan", size=11, pitch=15, before=1, after=2),
    Style("Jarak", pitch=14),
    Style("Tabel Kepala", align="center", size=11, pitch=15, before=3, after=3, bold=True),
    Style("Tabel Isi", size=11, pitch=15, before=10, after=10),
    Style("Tabel Tengah", align="center", size=11, pitch=15, before=10, after=10),
    Style("Nomor Halaman", align="center"),
    Style("Kaki Halaman", size=9, pitch=12),
)  # fmt: skip


def initials_sheet() -> bytes:
    """Lembar paraf koordinasi: what is to be signed, who initials it, in which order."""
    body = (
        text("Kop", "{{ lembaga }}")
        + text("Kop", "{{ wilayah }}")
        + text("JudulLembar", "LEMBAR PARAF KOORDINASI")
        + _facts()
        + text("Jarak", "")
        + _signers()
        + section(Section(header=False))
    )
    return write(
        Template(
            title="Lembar Paraf Koordinasi",
            body=body,
            header=text("NomorHalaman", ""),
            footer=text("KakiHalaman", ""),
            styles=STYLES,
            base=Style("Normal", size=11, pitch=15),
            font="Arial",
        )
    )


def _facts() -> str:
    rows = (
        tag_row("{%tr for fakta in naskah %}", "Keterangan", 3),
        row(
            (
                Cell(text("Keterangan", "{{ fakta.label }}"), _FACTS[0], fixed=True),
                Cell(text("Keterangan", ":"), _FACTS[1], fixed=True),
                Cell(text("Keterangan", "{{ fakta.isi }}"), _FACTS[2]),
            )
        ),
        tag_row("{%tr endfor %}", "Keterangan", 3),
    )
    return table(rows, _FACTS, lines=False)


def _signers() -> str:
    head = row(
        [
            Cell(text("TabelKepala", name), width)
            for name, width in zip(_COLUMNS, _GRID, strict=True)
        ],
        header=True,
    )
    values = ("{{ p.nomor }}", "{{ p.jabatan }}", "{{ p.nama }}", "", "")
    styles = ("TabelTengah", "TabelIsi", "TabelIsi", "TabelIsi", "TabelIsi")
    cells = [
        Cell(text(style, value), width, valign="center")
        for style, value, width in zip(styles, values, _GRID, strict=True)
    ]
    rows = (
        head,
        tag_row("{%tr for p in pemaraf %}", "TabelIsi", len(_GRID)),
        row(cells),
        tag_row("{%tr endfor %}", "TabelIsi", len(_GRID)),
    )
    return table(rows, _GRID, lines=True, padding=1.5)
