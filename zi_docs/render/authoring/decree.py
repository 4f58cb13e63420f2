"""The template of a decree: heading, considerations, dictum, closing block, Lampiran.

Form and measures: NASKAH section 1. The body's columns stand at 0 (label), 35 mm (colon),
40 mm (letter or number) and 47 mm (text) from the text edge.
"""

from __future__ import annotations

from zi_docs.render.authoring.markup import (
    Cell,
    Section,
    bookmark,
    page_field,
    paragraph,
    row,
    run,
    section,
    section_end,
    table,
    tag_row,
    text,
)
from zi_docs.render.authoring.package import Template, write
from zi_docs.render.authoring.styles import Level, Style

FONT = "Bookman Old Style"
_TEXT = 165.0  # text width of F4 upright with margins of 25 mm
_WIDE = 280.0  # the same of F4 across
_COLON, _ITEM, _WORDS = 35.0, 40.0, 47.0
# The copier's heading is the longer one: SEKRETARIAT KOMISI PEMILIHAN UMUM fits on a line.
_COPIER_SHARE = 0.55

_BASE = Style("Normal", align="both")
_CENTRE = Style("Tengah", align="center")
_CLOSING = Style("Penutup", pitch=16, keep_next=True, keep_lines=True)
_CELL = Style("Tabel Isi", size=9, pitch=11, before=1.5, after=1.5)

STYLES = (
    _CENTRE,
    Style("Tanda Salinan", align="right"),
    Style("Kop", align="center", after=0),
    Style("Judul Keputusan", align="center", before=24, outline=0, keep_next=True),
    Style("Judul", align="center", keep_next=True),
    Style("Label"),
    Style("Butir Menimbang", align="both", numbering=(1, 0)),
    Style("Butir Mengingat", align="both", numbering=(2, 0)),
    Style("Butir Memperhatikan", align="both", numbering=(3, 0)),
    Style("Butir Tunggal", align="both"),
    Style("Memutuskan", align="center", before=12, after=6, keep_next=True),
    Style("Diktum", align="both", left=_ITEM, hanging=_ITEM, tabs=(_COLON, _ITEM), after=9),
    Style("Diktum Akhir", align="both", left=_ITEM, hanging=_ITEM, tabs=(_COLON, _ITEM), after=24,
          keep_next=True, keep_lines=True),
    Style("Lanjutan Diktum", align="both", left=_ITEM, after=9),
    Style("Butir Diktum", align="both", numbering=(5, 1)),
    _CLOSING,
    Style("Nama Penutup", pitch=16, keep_lines=True),
    Style("Penutup Salinan", size=11, pitch=16, keep_next=True, keep_lines=True),
    Style("Nama Penyalin", size=11, pitch=16, keep_lines=True),
    Style("Ruang Tanda Tangan", pitch=72, keep_next=True),
    Style("Tertanda", pitch=16, before=28, after=28, keep_next=True),
    Style("Lampiran", left=75, pitch=16),
    Style("Judul Lampiran", align="center", before=0, outline=0, keep_next=True),
    Style("Bab", before=9, numbering=(4, 0), outline=1, keep_next=True),
    Style("Paragraf", align="both", left=7, before=6, after=6),
    Style("Huruf", align="both", numbering=(4, 1)),
    Style("Angka", align="both", numbering=(4, 2)),
    Style("Judul Tabel", align="center", bold=True, after=9, outline=1, keep_next=True),
    Style("Tabel Kepala", align="center", size=9, pitch=11, before=1.5, after=1.5, bold=True),
    _CELL,
    Style("Tabel Butir", size=9, pitch=11, before=1.5, after=1.5, numbering=(6, 0)),
    Style("Tabel Tengah", align="center", size=9, pitch=11, before=1.5, after=1.5),
    Style("Tabel Area", size=9, pitch=11, before=1.5, after=1.5, bold=True, keep_next=True,
          outline=2),
    Style("Nomor Halaman", align="center"),
    Style("Kaki Halaman", size=9, pitch=12),
    Style("Jarak", pitch=12, keep_next=True),
    Style("Akhir Bagian", size=1, pitch=1),
)  # fmt: skip

LISTS = (
    (Level("lowerLetter", "%1.", 0, _WORDS - _ITEM),),
    (Level("decimal", "%1.", 0, _WORDS - _ITEM + 1),),
    (Level("decimal", "%1.", 0, _WORDS - _ITEM + 1),),
    (
        Level("decimal", "%1.", 0, 7),
        Level("lowerLetter", "%2.", 7, 14),
        Level("decimal", "%3)", 14, 21),
    ),
    (Level("none", "", _ITEM, _ITEM), Level("lowerLetter", "%2.", _ITEM, _WORDS)),
    (Level("bullet", "-", 0, 2.5),),
)


def plan_decree() -> bytes:
    """The decree on the action plan: body, narrative and plan table, original and copy alike."""
    body = (
        _heading()
        + _considerations()
        + _dictum()
        + _closing(_TEXT, dated=True)
        + section_end(Section(first_page_differs=True))
        + _annex_heading()
        + text("Normal", "{{p narasi }}")
        + section_end(Section())
        + text("JudulTabel", "{{ judul_tabel }}")
        + _plan_table()
        + text("Jarak", "")
        + _closing(_WIDE, dated=False)
        + section(Section(landscape=True))
    )
    return write(
        Template(
            title="Keputusan Rencana Aksi",
            body=body,
            header=paragraph("NomorHalaman", run("- "), page_field(), run(" -")),
            footer=text("KakiHalaman", "{% if salinan %}{{ jdih }}{% endif %}"),
            styles=STYLES,
            base=_BASE,
            font=FONT,
            lists=LISTS,
        )
    )


def _heading() -> str:
    return (
        text("TandaSalinan", "{%p if salinan %}")
        + text("TandaSalinan", "SALINAN")
        + text("TandaSalinan", "{%p endif %}")
        + text("Kop", "{%p if logo %}")
        + text("Kop", "{{ logo }}")
        + text("Kop", "{%p endif %}")
        + text("Kop", "{{ lembaga }}")
        + text("Kop", "{{ wilayah }}")
        + text("JudulKeputusan", "{{ kepala }}\n{{ wilayah }}\nNOMOR {{ nomor }} TAHUN {{ tahun }}")
        + text("Judul", "TENTANG")
        + text("Judul", "{{ judul }}")
        + text("Jarak", "")
        + text("Tengah", "{{ jabatan_penetap }},")
        + text("Jarak", "")
    )


def _considerations() -> str:
    grid = (_COLON, _ITEM - _COLON, _TEXT - _ITEM)
    rows = (
        tag_row("{%tr for k in konsiderans %}", "Label", 3),
        row(
            (
                Cell(text("Label", "{{ k.label }}"), grid[0], fixed=True),
                Cell(text("Label", ":"), grid[1], fixed=True),
                Cell(text("Normal", "{{p k.butir }}"), grid[2]),
            ),
            whole=False,
        ),
        tag_row("{%tr endfor %}", "Label", 3),
    )
    return table(rows, grid, lines=False, above=3)


def _dictum() -> str:
    return (
        text("Memutuskan", "MEMUTUSKAN:")
        + text("Diktum", "Menetapkan\t:\t{{ menetapkan }}")
        + text("Normal", "{{p diktum }}")
    )


def _closing(width: float, *, dated: bool) -> str:
    """The closing block: the copier at the left (copies only), the signer at the right.

    One row that never splits; the dictum above it is kept with it.
    """
    left = width * _COPIER_SHARE
    grid = (left, width - left)
    cells = (
        Cell(_copier(), grid[0], valign="bottom"),
        Cell(_signer(dated=dated), grid[1], valign="bottom"),
    )
    return table((row(cells),), grid, lines=False)


def _signer(*, dated: bool) -> str:
    place = (
        text("Penutup", "Ditetapkan di {{ tempat }}")
        + text("Penutup", "pada tanggal {{ tanggal }}")
        + text("Jarak", "")
        if dated
        else ""
    )
    anchor = "" if dated else bookmark("penutupLampiran")
    return (
        place
        + paragraph("Penutup", anchor, run("{{ penanda_tangan.jabatan }}"))
        + text("Penutup", "{{ penanda_tangan.wilayah }}")
        + text("Penutup", "{%p if salinan %}")
        + text("Tertanda", "ttd.")
        + text("Penutup", "{%p else %}")
        + text("RuangTandaTangan", "")
        + text("Penutup", "{%p endif %}")
        + text("NamaPenutup", "{{ penanda_tangan.nama }}")
    )


def _copier() -> str:
    return (
        text("PenutupSalinan", "{%p if salinan %}")
        + text("PenutupSalinan", "Salinan sesuai dengan aslinya")
        + text("PenutupSalinan", "{{ penyalin.lembaga }}")
        + text("PenutupSalinan", "{{ penyalin.wilayah }}")
        + text("PenutupSalinan", "{{ penyalin.jabatan }},")
        + text("RuangTandaTangan", "")
        + text("PenutupSalinan", "{%p endif %}")
        # A cell must hold a paragraph: in the original this one stays behind, empty.
        + text("NamaPenyalin", "{% if salinan %}{{ penyalin.nama }}{% endif %}")
    )


def _annex_heading() -> str:
    return (
        text("Lampiran", "LAMPIRAN")
        + text("Lampiran", "{{ kepala }}")
        + text("Lampiran", "{{ wilayah }}")
        + text("Lampiran", "NOMOR {{ nomor }} TAHUN {{ tahun }}")
        + text("Lampiran", "TENTANG")
        + text("Lampiran", "{{ judul }}")
        + text("Jarak", "")
        + text("JudulLampiran", "{{ judul }}")
    )


_TABLE_GRID = (9.0, 36.0, 52.0, 53.0, 49.0, *(5.4,) * 12, 16.2)


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
