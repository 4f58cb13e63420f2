"""The template of the decree on the action plan: its Lampiran is a narrative and a wide table."""

from __future__ import annotations

from tools.template_authors.decree_template import closing, decree_template
from tools.template_authors.template_markup import (
    Cell,
    Section,
    row,
    section,
    section_end,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Style

_WIDE = 280.0  # text width of F4 across with margins of 25 mm

_STYLES = (
    Style("Judul Tabel", align="center", bold=True, after=9, outline=1, keep_next=True),
    Style("Tabel Kepala", align="center", size=9, pitch=11, before=1.5, after=1.5, bold=True),
    Style("Tabel Isi", size=9, pitch=11, before=1.5, after=1.5),
    Style("Tabel Butir", size=9, pitch=11, before=1.5, after=1.5, numbering=(6, 0)),
    Style("Tabel Tengah", align="center", size=9, pitch=11, before=1.5, after=1.5),
    Style("Tabel Area", size=9, pitch=11, before=1.5, after=1.5, bold=True, keep_next=True,
          outline=2),
)  # fmt: skip

_TABLE_GRID = (9.0, 36.0, 52.0, 53.0, 49.0, *(5.4,) * 12, 16.2)


def plan_decree() -> bytes:
    """The decree on the action plan: body, narrative and plan table."""
    annex = (
        text("JudulLampiran", "{{ judul_lampiran }}")
        + text("Normal", "{{p narasi }}")
        + section_end(Section())
        + text("JudulTabel", "{{ judul_tabel }}")
        + _plan_table()
        + text("Jarak", "")
        + closing(_WIDE, dated=False)
        + section(Section(landscape=True))
    )
    return decree_template("Keputusan Rencana Aksi", annex, _STYLES)


def _plan_table() -> str:
    columns = len(_TABLE_GRID)
    titles = ("No", "Komponen", "Indikator", "Langkah Aksi", "Bukti")
    widths = _TABLE_GRID
    months = sum(widths[5:17])
    top = [
        Cell(text("TabelKepala", title), width, down="restart", valign="center")
        for title, width in zip(titles, widths, strict=False)
    ]
    top.append(Cell(text("TabelKepala", "Pelaksanaan"), months, span=12, valign="center"))
    top.append(Cell(text("TabelKepala", "Target"), widths[-1], down="restart", valign="center"))
    below = [Cell(text("TabelKepala", ""), width, down="continue") for width in widths[:5]]
    below += [
        Cell(text("TabelKepala", str(month)), widths[4 + month], tight=True)
        for month in range(1, 13)
    ]
    below.append(Cell(text("TabelKepala", ""), widths[-1], down="continue"))
    rows = (
        row(top, header=True),
        row(below, header=True),
        tag_row("{%tr for area in rencana_aksi %}", "TabelIsi", columns),
        row(
            (
                Cell(text("TabelTengah", "{{ area.nomor }}"), widths[0]),
                Cell(text("Normal", "{{p area.nama }}"), sum(widths[1:]), span=columns - 1),
            )
        ),
        tag_row("{%tr for baris in area.baris %}", "TabelIsi", columns),
        row(_activity_cells(widths)),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
    )
    return table(rows, widths, lines=True, padding=1)


def _activity_cells(widths: tuple[float, ...]) -> list[Cell]:
    flows = ("nomor", "komponen", "indikator", "langkah_aksi", "bukti")
    cells = [
        Cell(text("TabelIsi", f"{{{{p baris.{name} }}}}"), width)
        for name, width in zip(flows, widths, strict=False)
    ]
    cells += [
        Cell(text("TabelTengah", f"{{{{ baris.bulan[{month}] }}}}"), widths[4 + month], tight=True)
        for month in range(1, 13)
    ]
    cells.append(Cell(text("TabelTengah", "{{ baris.target }}"), widths[-1]))
    return cells
