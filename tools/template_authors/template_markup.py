"""WordprocessingML in small pieces: paragraphs, tables, sections. Lengths are millimetres.

Each function returns a piece of markup; text is escaped here and nowhere else. A template tag is
always written as ONE run, because a tag split over runs is not seen by the renderer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from xml.sax.saxutils import escape

Align = Literal["left", "center", "right", "both"]
_TAG = re.compile(r"\{[{%]")
_HEAD = "<w:tblHeader/>"
# A table style, if any, treats the first row as a head: screen readers ask for this mark too.
_HEAD_LOOK = (
    '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" '
    'w:noHBand="1" w:noVBand="1"/>'
)


def twips(mm: float) -> int:
    """Millimetres as Word's unit, the twentieth of a point."""
    return round(mm * 1440 / 25.4)


def run(text: str) -> str:
    """One run; `\\n` breaks the line and `\\t` tabs.

    A run with a tag is not proofed: Word would cut the tag at a word that it does not know.
    """
    marks = {"\n": "<w:br/>", "\t": "<w:tab/>"}
    pieces: list[str] = []
    word = ""
    for char in text:
        if char in marks:
            pieces += [_literal(word), marks[char]]
            word = ""
        else:
            word += char
    pieces.append(_literal(word))
    look = "<w:rPr><w:noProof/></w:rPr>" if _TAG.search(text) else ""
    return f"<w:r>{look}{''.join(pieces)}</w:r>"


def _literal(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>' if text else ""


def page_field() -> str:
    """The number of the page, counted by Word."""
    return _count("PAGE")


def page_of_pages() -> str:
    """`Halaman 2 dari 5`, counted by Word; a paper of one page is printed without it.

    It must be all that its paragraph in a header or footer says: `word.page_count` empties it.
    """
    return run("Halaman ") + page_field() + run(" dari ") + _count("NUMPAGES")


def _count(field: str) -> str:
    return f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def counted(name: str, cached: str) -> str:
    """A number that Word counts in the sequence `name`; `cached` is shown until it does."""
    return f'<w:fldSimple w:instr=" SEQ {name} \\* ARABIC ">{run(cached)}</w:fldSimple>'


def paragraph(style: str, *runs: str) -> str:
    """A paragraph of a style ID with ready runs."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


def text(style: str, words: str) -> str:
    """A paragraph of plain words (or of one template tag)."""
    return paragraph(style, run(words))


def optional(style: str, value: str) -> str:
    """A paragraph that falls away when its value is empty."""
    return (
        text(style, f"{{%p if {value} %}}")
        + text(style, f"{{{{ {value} }}}}")
        + text(style, "{%p endif %}")
    )


def bookmark(name: str, index: int = 0) -> str:
    """A named spot; a template's own bookmarks count down from a number no other reaches.

    `index` tells the bookmarks of one template apart, from 0.
    """
    number = 100000 - index
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


@dataclass(frozen=True)
class Cell:
    """A table cell: its paragraphs, its width in mm, the grid columns it spans.

    `fixed`: the width stays when the table is fitted to other paper; `tight`: no room at the
    sides, for narrow columns; `shaded`: on a light grey that prints.
    """

    content: str
    width: float
    span: int = 1
    down: Literal["", "restart", "continue"] = ""
    valign: Literal["top", "center", "bottom"] = "top"
    fixed: bool = False
    tight: bool = False
    shaded: bool = False


def row(
    cells: Sequence[Cell],
    *,
    header: bool = False,
    whole: bool = True,
    height: float = 0,
    exact: bool = False,
) -> str:
    """A table row; `header` repeats it on every page, `whole` keeps it on one page.

    `height` in mm is the least height, or with `exact` the only one.
    """
    rule = "exact" if exact else "atLeast"
    marks = (
        ("<w:cantSplit/>" if whole else "")
        + (f'<w:trHeight w:val="{twips(height)}" w:hRule="{rule}"/>' if height else "")
        + (_HEAD if header else "")
    )
    return f"<w:tr><w:trPr>{marks}</w:trPr>{''.join(map(_cell, cells))}</w:tr>"


def tag_row(tag: str, style: str, columns: int) -> str:
    """A row that only carries a `{%tr %}` tag and vanishes when rendered."""
    cell = f'<w:tc><w:tcPr><w:gridSpan w:val="{columns}"/></w:tcPr>{text(style, tag)}</w:tc>'
    return f"<w:tr>{cell}</w:tr>"


def _cell(cell: Cell) -> str:
    kind, width = ("dxa", twips(cell.width)) if cell.fixed else ("auto", twips(cell.width))
    merge = {"": "", "restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}
    properties = (
        f'<w:tcW w:w="{width}" w:type="{kind}"/>'
        + (f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else "")
        + merge[cell.down]
        + ('<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>' if cell.shaded else "")
        + (f"<w:tcMar>{_sides(0)}</w:tcMar>" if cell.tight else "")
        + (f'<w:vAlign w:val="{cell.valign}"/>' if cell.valign != "top" else "")
    )
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{cell.content}</w:tc>"


def _sides(mm: float) -> str:
    room = f'w:w="{twips(mm)}" w:type="dxa"'
    return f"<w:left {room}/><w:right {room}/>"


def table(
    rows: Sequence[str],
    grid: Sequence[float],
    *,
    lines: bool,
    padding: float = 0,
    above: float = 0,
) -> str:
    """A table as wide as the text; `grid` gives the columns in mm for the paper drawn for.

    `padding` is the room in mm at the sides of each cell, `above` the room over its text;
    `lines` rules the grid.
    """
    edges = ("top", "left", "bottom", "right", "insideH", "insideV")
    rule = '<w:{} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
    borders = "".join(rule.format(edge) for edge in edges) if lines else ""
    top = f'<w:top w:w="{twips(above)}" w:type="dxa"/>' if above else ""
    return (
        '<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/>'
        + (f"<w:tblBorders>{borders}</w:tblBorders>" if lines else "")
        + '<w:tblLayout w:type="fixed"/>'
        + f"<w:tblCellMar>{top}{_sides(padding)}</w:tblCellMar>"
        + (_HEAD_LOOK if _HEAD in rows[0] else "")
        + "</w:tblPr>"
        + "<w:tblGrid>"
        + "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in grid)
        + f"</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


@dataclass(frozen=True)
class Section:
    """Page set-up of a section; paper and margins are put in from the workbook when rendered.

    `first_header`: the first page has the template's own header for it, not none. `framed`: a
    double rule runs around the page.
    """

    landscape: bool = False
    first_page_differs: bool = False
    header: bool = True
    first_header: bool = False
    framed: bool = False


def section(setup: Section) -> str:
    """The section's properties. Headers and footers are those of `template_file.write`."""
    size = (330, 215) if setup.landscape else (215, 330)
    orient = ' w:orient="landscape"' if setup.landscape else ""
    references = '<w:headerReference w:type="default" r:id="rIdHeader"/>' if setup.header else ""
    if setup.first_header:
        references += '<w:headerReference w:type="first" r:id="rIdFirstHeader"/>'
    references += '<w:footerReference w:type="default" r:id="rIdFooter"/>'
    if setup.first_page_differs:
        references += '<w:footerReference w:type="first" r:id="rIdFooter"/>'
    margin = twips(25)
    edge = twips(12.5)
    return (
        f"<w:sectPr>{references}"
        f'<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(size[0])}" w:h="{twips(size[1])}"{orient}/>'
        f'<w:pgMar w:top="{margin}" w:right="{margin}" w:bottom="{margin}" w:left="{margin}" '
        f'w:header="{edge}" w:footer="{edge}" w:gutter="0"/>'
        + (_frame() if setup.framed else "")
        + ("<w:titlePg/>" if setup.first_page_differs else "")
        + "</w:sectPr>"
    )


def _frame() -> str:
    edges = ("top", "left", "bottom", "right")
    rule = '<w:{} w:val="double" w:sz="12" w:space="28" w:color="000000"/>'
    lines = "".join(rule.format(edge) for edge in edges)
    return f'<w:pgBorders w:offsetFrom="page">{lines}</w:pgBorders>'


def section_end(setup: Section) -> str:
    """A paragraph that closes a section in the middle of a document."""
    return f'<w:p><w:pPr><w:pStyle w:val="AkhirBagian"/>{section(setup)}</w:pPr></w:p>'
