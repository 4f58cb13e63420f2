"""The template of a decree on a team: its Lampiran is the table of seats and the tasks."""

from __future__ import annotations

from tools.template_authors.decree_template import OWN_LIST, TEXT, closing, decree_template
from tools.template_authors.template_markup import Cell, Section, row, section, table, tag_row, text
from tools.template_authors.template_styles import Level, Style

_COLUMNS = ("NO", "NAMA", "NIP", "JABATAN", "KEDUDUKAN DALAM TIM")
_GRID = (11.0, 42.0, 42.0, 40.0, 30.0)

_STYLES = (
    Style("Judul Bagian", before=12, after=6, outline=1, keep_next=True,
          numbering=(OWN_LIST + 1, 0)),
    Style("Tabel Kepala", align="center", size=10, pitch=13, before=2, after=4, bold=True),
    Style("Tabel Isi", size=10, pitch=13, before=2, after=4),
    Style("Tabel Tengah", align="center", size=10, pitch=13, before=2, after=4),
    Style("Tabel Kelompok", size=10, pitch=13, before=2, after=4, bold=True, keep_next=True,
          outline=2),
    Style("Judul Tugas", before=9, numbering=(OWN_LIST, 0), outline=2, keep_next=True),
    Style("Tugas", align="both", numbering=(OWN_LIST, 1)),
    Style("Tugas Tunggal", align="both", left=9),
)  # fmt: skip

# The number of a tenth position still stands clear of its name.
_LISTS = (
    (Level("decimal", "%1.", 0, 9), Level("lowerLetter", "%2.", 9, 16)),
    (Level("upperLetter", "%1.", 0, 12.7),),
)


def team_decree() -> bytes:
    """The decree on a team: body, seats by group, tasks by position."""
    annex = (
        text("JudulLampiran", "{{ judul_lampiran }}")
        + text("JudulBagian", "{%p if ada_tugas %}")
        + text("JudulBagian", "SUSUNAN KEANGGOTAAN")
        + text("JudulBagian", "{%p endif %}")
        + _seats()
        + text("JudulBagian", "{%p if ada_tugas %}")
        + text("JudulBagian", "URAIAN TUGAS")
        + text("Normal", "{{p tugas }}")
        + text("JudulBagian", "{%p endif %}")
        + text("Jarak", "")
        + closing(TEXT, dated=False)
        + section(Section())
    )
    return decree_template("Keputusan Tim", annex, _STYLES, _LISTS)


def _seats() -> str:
    columns = len(_GRID)
    titles = [
        Cell(text("TabelKepala", title), width, valign="center")
        for title, width in zip(_COLUMNS, _GRID, strict=True)
    ]
    group = Cell(text("Normal", "{{p kelompok.nama }}"), sum(_GRID), span=columns)
    rows = (
        row(titles, header=True),
        tag_row("{%tr for kelompok in susunan %}", "TabelIsi", columns),
        tag_row("{%tr if kelompok.nama and kelompok.berulang %}", "TabelIsi", columns),
        row((group,), header=True),
        tag_row("{%tr elif kelompok.nama %}", "TabelIsi", columns),
        row((group,)),
        tag_row("{%tr endif %}", "TabelIsi", columns),
        tag_row("{%tr for baris in kelompok.baris %}", "TabelIsi", columns),
        row(_seat_cells()),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
        tag_row("{%tr endfor %}", "TabelIsi", columns),
    )
    return table(rows, _GRID, lines=True, padding=1.5)


def _seat_cells() -> list[Cell]:
    contents = (
        text("TabelTengah", "{{ baris.nomor }}"),
        text("TabelIsi", "{{p baris.nama }}"),
        text("TabelTengah", "{{ baris.nip }}"),
        text("TabelIsi", "{{ baris.jabatan }}"),
        text("TabelIsi", "{{ baris.kedudukan }}"),
    )
    return [Cell(content, width) for content, width in zip(contents, _GRID, strict=True)]
