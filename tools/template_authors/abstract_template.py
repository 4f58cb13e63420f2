"""The template of a decree's abstract for JDIH: one page (NASKAH section 7)."""

from __future__ import annotations

from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    bookmark,
    paragraph,
    row,
    run,
    section,
    table,
    text,
)
from tools.template_authors.template_styles import Level, Style
from zi_docs.papers.abstrak_jdih import END, TOP

_GRID = (28.0, 5.0, 132.0)

STYLES = (
    Style("Subjek", size=11, pitch=15, after=2, bold=True),
    Style("Keterangan", size=11, pitch=15, after=2),
    Style("Judul Naskah", size=11, pitch=15, before=8, after=10, outline=0),
    Style("Label", size=11, pitch=15, bold=True),
    Style("Abstrak", align="both", size=11, pitch=15, after=6, numbering=(1, 0)),
    Style("Abstrak Kecil", align="both", size=9, pitch=11.5, after=3, numbering=(2, 0)),
    Style("Penutup", size=1, pitch=1),
    Style("Nomor Halaman", align="center"),
    Style("Kaki Halaman", size=9, pitch=12),
)
LISTS = ((Level("bullet", "-", 0, 5),), (Level("bullet", "-", 0, 5),))


def abstract() -> bytes:
    """Subject, year and number; title; ABSTRAK and CATATAN as lists beside their labels."""
    body = (
        paragraph("Subjek", bookmark(TOP, 0), run("{{ subjek }}"))
        + text("Keterangan", "{{ tahun }}")
        + text("Keterangan", "{{ nomor }}")
        + text("JudulNaskah", "{{ judul }}")
        + table((_part("ABSTRAK", "abstrak"), _part("CATATAN", "catatan")), _GRID, lines=False)
        + paragraph("Penutup", bookmark(END, 1))
        + section(Section(header=False))
    )
    return write(
        Template(
            title="Abstrak JDIH",
            body=body,
            header=text("NomorHalaman", ""),
            footer=text("KakiHalaman", ""),
            styles=STYLES,
            base=Style("Normal", size=11, pitch=15),
            font="Arial",
            lists=LISTS,
        )
    )


def _part(label: str, flow: str) -> str:
    return row(
        (
            Cell(text("Label", label), _GRID[0], fixed=True),
            Cell(text("Label", ":"), _GRID[1], fixed=True),
            Cell(text("Normal", f"{{{{p {flow} }}}}"), _GRID[2]),
        ),
        whole=False,
    )
