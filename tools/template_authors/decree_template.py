"""What the templates of all decrees share: heading, considerations, dictum, closing block.

Form and measures: NASKAH section 1. The body's columns stand at 0 (label), 35 mm (colon),
40 mm (letter or number) and 47 mm (text; 48.5 mm behind numbers, which may have two digits) from
the text edge. All of it is paragraphs, no tables, so that no line stands alone on a page.

Original and copy break their pages alike: SALINAN stands in the header, and the closing block is
as high with the copier as without.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tools.template_authors.signing_room import signing_room, signing_styles
from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    bookmark,
    optional,
    page_field,
    paragraph,
    row,
    run,
    section_end,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Level, Style
from zi_docs.papers.document import ANNEX

FONT = "Bookman Old Style"
TEXT = 165.0  # text width of F4 upright with margins of 25 mm
_COLON, _ITEM, _WORDS, _NUMBERED_WORDS = 35.0, 40.0, 47.0, 48.5
_COPIER_SHARE = 0.5
# Room for the copier: eight lines, the room to sign, a name. The original leaves it free.
_CLOSING_PITCH = 16.0
_CLOSING_HEIGHT = (8 * _CLOSING_PITCH + 72 + _CLOSING_PITCH) * 25.4 / 72

_BASE = Style("Normal", align="both")
_CENTRE = Style("Tengah", align="center")
_CLOSING = Style("Penutup", pitch=_CLOSING_PITCH, keep_next=True, keep_lines=True)

_STYLES = (
    _CENTRE,
    Style("Tanda Salinan", align="right"),
    # No exact pitch: it would cut the picture off.
    Style("Logo", align="center", pitch=0, after=6),
    Style("Kop", align="center", after=0),
    Style("Judul Keputusan", align="center", before=24, outline=0, keep_next=True),
    Style("Judul", align="center", keep_next=True),
    Style("Jabatan Penetap", align="center", before=12, after=18),
    Style("Awal Menimbang", align="both", left=_WORDS, hanging=_WORDS,
          tabs=(_COLON, _ITEM, _WORDS), before=9, following="Butir Menimbang"),
    Style("Awal Mengingat", align="both", left=_NUMBERED_WORDS, hanging=_NUMBERED_WORDS,
          tabs=(_COLON, _ITEM, _NUMBERED_WORDS), before=9, following="Butir Mengingat"),
    Style("Awal Memperhatikan", align="both", left=_NUMBERED_WORDS, hanging=_NUMBERED_WORDS,
          tabs=(_COLON, _ITEM, _NUMBERED_WORDS), before=9, following="Butir Memperhatikan"),
    Style("Awal Tunggal", align="both", left=_ITEM, hanging=_ITEM, tabs=(_COLON, _ITEM), before=9),
    Style("Butir Menimbang", align="both", numbering=(1, 0)),
    Style("Butir Mengingat", align="both", numbering=(2, 0)),
    Style("Butir Memperhatikan", align="both", numbering=(3, 0)),
    Style("Memutuskan", align="center", before=12, after=6, keep_next=True),
    Style("Menetapkan", align="both", left=_ITEM, hanging=_ITEM, tabs=(_COLON, _ITEM)),
    Style("Diktum", align="both", left=_ITEM, hanging=_ITEM, tabs=(_COLON, _ITEM), before=9),
    Style("Diktum Akhir", align="both", left=_ITEM, hanging=_ITEM, tabs=(_COLON, _ITEM), before=9,
          after=10, keep_next=True, keep_lines=True),
    Style("Lanjutan Diktum", align="both", left=_ITEM, before=4),
    Style("Butir Diktum", align="both", numbering=(5, 1)),
    Style("Angka Diktum", align="both", numbering=(5, 2)),
    _CLOSING,
    Style("Jabatan Penutup", pitch=_CLOSING_PITCH, before=_CLOSING_PITCH, keep_next=True,
          keep_lines=True),
    Style("Nama Penutup", pitch=_CLOSING_PITCH, keep_lines=True),
    Style("Penutup Salinan", pitch=_CLOSING_PITCH, right=2.5, keep_next=True, keep_lines=True),
    Style("Nama Penyalin", pitch=_CLOSING_PITCH, right=2.5, keep_lines=True),
    *signing_styles(12),
    Style("Tertanda", pitch=_CLOSING_PITCH, before=28, after=28, keep_next=True),
    Style("Lampiran", left=70, pitch=16),
    Style("Judul Lampiran", align="center", before=12, after=12, outline=0, keep_next=True),
    Style("Bab", before=9, numbering=(4, 0), outline=1, keep_next=True),
    Style("Paragraf", align="both", left=7, before=6, after=6),
    Style("Huruf", align="both", numbering=(4, 1)),
    Style("Angka", align="both", numbering=(4, 2)),
)  # fmt: skip

_FRAME_STYLES = (
    Style("Nomor Halaman", align="center"),
    Style("Kaki Halaman", size=9, pitch=12),
    Style("Jarak", pitch=12, keep_next=True),
    Style("Akhir Bagian", size=1, pitch=1),
)  # fmt: skip

# The first item stands on the line of its label, with its letter: the list begins with the second.
_LISTS = (
    (Level("lowerLetter", "%1.", _ITEM, _WORDS, start=2),),
    (Level("decimal", "%1.", _ITEM, _NUMBERED_WORDS, start=2),),
    (Level("decimal", "%1.", _ITEM, _NUMBERED_WORDS, start=2),),
    (
        Level("decimal", "%1.", 0, 7),
        Level("lowerLetter", "%2.", 7, 14),
        Level("decimal", "%3)", 14, 21),
    ),
    (
        Level("none", "", _ITEM, _ITEM),
        Level("lowerLetter", "%2.", _ITEM, _WORDS),
        Level("decimal", "%3.", _ITEM, _WORDS + 1),
    ),
    (Level("bullet", "-", 0, 2.5),),
)
OWN_LIST = len(_LISTS) + 1


def decree_template(
    title: str,
    annex: str,
    styles: Sequence[Style],
    lists: Sequence[tuple[Level, ...]] = (),
) -> bytes:
    """The template of a kind of decree, original and copy alike.

    `annex` is the Lampiran from its title on, to the end of the last section; `styles` and
    `lists` are those that only this Lampiran needs; its first list is number OWN_LIST.
    """
    body = (
        _heading()
        + text("Normal", "{{p konsiderans }}")
        + _dictum()
        + closing(TEXT, dated=True)
        + section_end(Section(first_page_differs=True, first_header=True))
        + _annex_heading()
        + annex
    )
    return write(
        Template(
            title=title,
            body=body,
            header=paragraph("NomorHalaman", run("- "), page_field(), run(" -")),
            first_header=text("TandaSalinan", "{% if salinan %}SALINAN{% endif %}"),
            footer=text("KakiHalaman", "{% if salinan %}{{ jdih }}{% endif %}"),
            styles=(*_STYLES, *styles, *_FRAME_STYLES),
            base=_BASE,
            font=FONT,
            lists=(*_LISTS, *lists),
        )
    )


def _heading() -> str:
    return (
        text("Logo", "{%p if logo %}")
        + text("Logo", "{{ logo }}")
        + text("Logo", "{%p endif %}")
        + text("Kop", "{{ lembaga }}")
        + text("Kop", "{{ wilayah }}")
        + text("JudulKeputusan", "{{ kepala }}\n{{ wilayah }}\nNOMOR {{ nomor }} TAHUN {{ tahun }}")
        + text("Judul", "TENTANG")
        + text("Judul", "{{ judul }}")
        + text("JabatanPenetap", "{{ jabatan_penetap }},")
    )


def _dictum() -> str:
    return (
        text("Memutuskan", "MEMUTUSKAN:")
        + text("Menetapkan", "Menetapkan\t:\t{{ menetapkan }}")
        + text("Normal", "{{p diktum }}")
    )


def closing(width: float, *, dated: bool) -> str:
    """The closing block: the copier at the left (copies only), the signer at the right.

    One row that never splits; the dictum above it is kept with it. Both stand on the bottom of the
    row, their lines level; in a Lampiran, where it follows a table, the signer of the original
    stands at the top.
    """
    left = width * _COPIER_SHARE
    grid = (left, width - left)
    rows = [_closing_row(grid, dated=dated, copier=True)]
    if not dated:
        original = _closing_row(grid, dated=dated, copier=False)
        if_copy, otherwise, end = (
            tag_row(tag, "Penutup", 2)
            for tag in ("{%tr if salinan %}", "{%tr else %}", "{%tr endif %}")
        )
        rows = [if_copy, *rows, otherwise, original, end]
    return table(rows, grid, lines=False)


def _closing_row(grid: tuple[float, float], *, dated: bool, copier: bool) -> str:
    at: Literal["top", "bottom"] = "bottom" if copier else "top"
    cells = (
        Cell(_copier() if copier else text("NamaPenyalin", ""), grid[0], valign=at),
        Cell(_signer(dated=dated), grid[1], valign=at),
    )
    return row(cells, height=_CLOSING_HEIGHT)


def _signer(*, dated: bool) -> str:
    place = (
        text("Penutup", "Ditetapkan di {{ tempat }}")
        + text("Penutup", "pada tanggal {{ tanggal }}")
        if dated
        else ""
    )
    anchor = "" if dated else bookmark("penutupLampiran")
    post = "JabatanPenutup" if dated else "Penutup"
    return (
        place
        + paragraph(post, anchor, run("{{ penanda_tangan.jabatan }}"))
        + optional("Penutup", "penanda_tangan.wilayah")
        + text("Penutup", "{%p if salinan %}")
        + text("Tertanda", "ttd.")
        + text("Penutup", "{%p else %}")
        + signing_room("penanda_tangan", first=dated)
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
        paragraph("Lampiran", bookmark(ANNEX, 50), run("LAMPIRAN"))
        + text("Lampiran", "{{ kepala }}")
        + text("Lampiran", "{{ wilayah }}")
        + text("Lampiran", "NOMOR {{ nomor }} TAHUN {{ tahun }}")
        + text("Lampiran", "TENTANG")
        + text("Lampiran", "{{ judul }}")
    )
