"""What the templates of letters and forms share: head, lines of facts, signature blocks.

Drawn for A4 with margins of 25 mm at the left and 20 mm at the right: 165 mm of text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from tools.template_authors.signing_room import signing_styles
from tools.template_authors.template_file import Template, write
from tools.template_authors.template_markup import (
    Cell,
    Section,
    bookmark,
    optional,
    page_of_pages,
    paragraph,
    row,
    run,
    section,
    table,
    tag_row,
    text,
)
from tools.template_authors.template_styles import Level, Style

TEXT = 165.0
LETTERED = (Level("upperLetter", "%1.", 0, 0, spaced=True),)
"""The numbering of `lettered_section`: A., B., C."""
FONT = "Arial"
# The signature block takes the right half; a spare column at the left keeps it there.
_LEFT_SHARE = 0.5
_LOGO = 26.0


@dataclass(frozen=True)
class Column:
    """A column of a listing: its title, what a row shows in it, in which style."""

    title: str
    value: str
    style: str = "TabelIsi"
    valign: Literal["top", "center"] = "top"
    fixed: bool = False


BASE = Style("Normal", size=11, pitch=15)
BODY = Style("Isi", align="both", size=11, pitch=16, after=8)
FACT = Style("Keterangan", size=11, pitch=15, before=1, after=2)
_SECTION = Style(
    "Bagian", size=11, pitch=16, before=8, after=3, bold=True, outline=1, keep_next=True
)
STYLES = (
    Style("Gambar", align="center", size=11, pitch=0),
    Style("Logo Kop", align="center", size=11, pitch=0, after=4),
    Style("Kop Lembaga", align="center", size=14, pitch=18, bold=True),
    # Kept whole, so that its lines are about equally long: no postcode stands alone.
    Style("Kop Alamat", align="center", size=9, pitch=12, keep_lines=True),
    Style("Garis Kop", size=4, pitch=6, after=12, rule="thickThinSmallGap"),
    Style("Judul Naskah", align="center", size=12, pitch=16, bold=True, after=10, outline=0,
          keep_next=True, keep_lines=True),
    _SECTION,
    BODY,
    FACT,
    Style("Jarak", size=11, pitch=12, keep_next=True),
    Style("Tanda Tangan", size=11, pitch=15, keep_next=True, keep_lines=True),
    *signing_styles(11),
    Style("Nama Terang", size=11, pitch=15, keep_lines=True),
    Style("Tabel Kepala", align="center", size=10, pitch=13, before=3, after=3, bold=True),
    Style("Tabel Isi", size=10, pitch=13, before=2, after=2),
    Style("Tabel Tengah", align="center", size=10, pitch=13, before=2, after=2),
    Style("Nomor Halaman", align="center", size=11, pitch=15),
    Style("Kaki Halaman", align="center", size=9, pitch=12),
)  # fmt: skip


def lettered_section(number: int) -> Style:
    """The style of sections with a letter; `number` is that of LETTERED among the lists."""
    return replace(_SECTION, name="Bagian Berhuruf", numbering=(number, 0))


def form(
    title: str, body: str, styles: Sequence[Style], lists: tuple[tuple[Level, ...], ...] = ()
) -> bytes:
    """A letter or form: its body below the office's head, `Halaman x dari y` at each foot."""
    return write(
        Template(
            title=title,
            body=head() + body + section(Section(header=False)),
            header=text("NomorHalaman", ""),
            footer=paragraph("KakiHalaman", page_of_pages()),
            styles=(*STYLES, *styles),
            base=BASE,
            font=FONT,
            lists=lists,
        )
    )


def head() -> str:
    """The office's head: logo at the left or above, name and address centred, a double rule."""
    names = (
        text("KopLembaga", "{{ kop.lembaga }}")
        + text("KopLembaga", "{{ kop.wilayah }}")
        + optional("KopAlamat", "kop.alamat")
        + optional("KopAlamat", "kop.kontak")
    )
    grid = (_LOGO, TEXT - 2 * _LOGO, _LOGO)
    cells = (
        Cell(text("Gambar", "{{ kop.logo }}"), grid[0], valign="center", fixed=True),
        Cell(names, grid[1], valign="center"),
        # As wide as the logo's, so that the name stands in the middle of the paper.
        Cell(text("Gambar", ""), grid[2], fixed=True),
    )
    above = optional("LogoKop", "kop.logo_atas")
    return above + table((row(cells),), grid, lines=False) + text("GarisKop", "")


def facts(values: str, label_mm: float, *, indent: float = 0) -> str:
    """Labels, colons in one column, and their values: a table over the list named `values`."""
    grid = tuple(filter(None, (indent, label_mm, 5.0, TEXT - indent - label_mm - 5.0)))
    cells = [
        Cell(text("Keterangan", "{{ fakta.label }}"), label_mm, fixed=True),
        Cell(text("Keterangan", ":"), 5.0, fixed=True),
        Cell(text("Keterangan", "{{ fakta.isi }}"), grid[-1]),
    ]
    if indent:
        cells.insert(0, Cell(text("Keterangan", ""), indent, fixed=True))
    rows = (
        tag_row(f"{{%tr for fakta in {values} %}}", "Keterangan", len(grid)),
        row(cells),
        tag_row("{%tr endfor %}", "Keterangan", len(grid)),
    )
    return table(rows, grid, lines=False)


def listing(
    loop: str, grid: Sequence[float], columns: Sequence[Column], *, height: float = 0
) -> str:
    """A ruled table with a head on every page and a row for each turn of `loop`.

    `height` is the least height of a row in mm.
    """
    pairs = list(zip(columns, grid, strict=True))
    head = [
        Cell(text("TabelKepala", c.title), mm, valign="center", fixed=c.fixed) for c, mm in pairs
    ]
    cells = [Cell(text(c.style, c.value), mm, valign=c.valign, fixed=c.fixed) for c, mm in pairs]
    rows = (
        row(head, header=True),
        tag_row(f"{{%tr for {loop} %}}", "TabelIsi", len(grid)),
        row(cells, height=height),
        tag_row("{%tr endfor %}", "TabelIsi", len(grid)),
    )
    return table(rows, grid, lines=True, padding=1)


_BY_HAND = text("RuangTandaTangan", "")


def signatures(
    right: str,
    left: str = "",
    *,
    above: str = "",
    heading: str = "",
    left_heading: str = "",
    anchor: str = "",
    room: str = _BY_HAND,
) -> str:
    """A row that never splits: the signer named `right` at the right, `left` at the left.

    The headings stand in place of the signers' posts; `anchor` bookmarks the block. `above` are
    paragraphs above the right signer, `room` is that signer's room, when it is not for a signature
    by hand only.
    """
    grid = (TEXT * _LEFT_SHARE, TEXT * (1 - _LEFT_SHARE))
    other = _signer(left, left_heading) if left else text("NamaTerang", "")
    cells = (
        # From the top: so the headings are level where one of the names needs two lines.
        Cell(other, grid[0]),
        Cell(above + _signer(right, heading, anchor, room), grid[1]),
    )
    return table((row(cells),), grid, lines=False)


def _signer(name: str, heading: str = "", anchor: str = "", room: str = _BY_HAND) -> str:
    mark = bookmark(anchor) if anchor else ""
    post = run(heading or f"{{{{ {name}.jabatan }}}}")
    return (
        paragraph("TandaTangan", mark, post)
        + ("" if heading else optional("TandaTangan", f"{name}.wilayah"))
        + room
        + text("TandaTangan", f"{{{{ {name}.nama }}}}")
        # A cell ends in a paragraph: without a NIP this one is empty.
        + text("NamaTerang", f"{{{{ {name}.nip }}}}")
    )
