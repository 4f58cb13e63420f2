"""Looks of a new workbook: named styles that a person may change in Excel, and row heights."""

from __future__ import annotations

import textwrap
from collections.abc import Collection, Iterable
from functools import lru_cache

from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill, Protection, Side
from openpyxl.workbook import Workbook

from zi_docs.workbook.sheets.schema import Column, Kind

FONT = "Calibri"
SIZE = 11
TITLE, HELP, GROUP, LABEL, PROSE = "ZI Judul", "ZI Uraian", "ZI Kelompok", "ZI Nama", "ZI Bacaan"
HEADER, HEADER_REQUIRED = "ZI Kepala", "ZI Kepala wajib"
INPUT_COLOUR, HEADER_COLOUR, REQUIRED_COLOUR = "FFFFFF", "D9E2EC", "1F4E79"
MISSING_COLOUR = "FFE1A8"

_INK, _QUIET, _LINE = "1B2733", "5B6770", "B8C4CE"
_LINE_POINTS = 15.0
_MAX_POINTS = 409.0
_FORMATS = {
    Kind.DATE: "[$-421]d mmmm yyyy",
    Kind.TIME: r"hh\.mm",
    Kind.INTEGER: "0",
    Kind.NUMBER: "General",
    Kind.PERCENT: "General",
}
_CENTRED = (Kind.MARK, Kind.FLAG, Kind.TIME, Kind.INTEGER, Kind.PERCENT)


def add_styles(book: Workbook, names: Collection[str] = ()) -> None:
    """Give the workbook the named styles of its cells; all there are when none is named."""
    for style in (*_text_styles(), *(_input_style(kind) for kind in Kind)):
        if not names or style.name in names:
            book.add_named_style(style)


def input_style(column: Column) -> str:
    """The name of the style of a column's input cells."""
    return f"ZI Isian {column.kind.value}"


def _input_style(kind: Kind) -> NamedStyle:
    centred = "center" if kind in _CENTRED else "left"
    return NamedStyle(
        name=f"ZI Isian {kind.value}",
        font=Font(name=FONT, size=SIZE, color=_INK),
        alignment=Alignment(horizontal=centred, vertical="top", wrap_text=True),
        border=_box(),
        protection=Protection(locked=False),
        # Text stays text: 1/2 or 007 as typed does not become a date or a number.
        number_format=_FORMATS.get(kind, "@"),
    )


def _text_styles() -> list[NamedStyle]:
    return [
        _style(TITLE, Font(name=FONT, size=16, bold=True, color=REQUIRED_COLOUR), wrap=False),
        _style(HELP, Font(name=FONT, size=SIZE, italic=True, color=_QUIET), wrap=False),
        _style(PROSE, Font(name=FONT, size=SIZE, color=_INK)),
        _style(
            GROUP,
            Font(name=FONT, size=SIZE, bold=True, color=REQUIRED_COLOUR),
            HEADER_COLOUR,
            wrap=False,
        ),
        _style(LABEL, Font(name=FONT, size=SIZE, color=_INK), boxed=True),
        _style(
            HEADER, Font(name=FONT, size=SIZE, bold=True, color=_INK), HEADER_COLOUR, boxed=True
        ),
        _style(
            HEADER_REQUIRED,
            Font(name=FONT, size=SIZE, bold=True, color="FFFFFF"),
            REQUIRED_COLOUR,
            boxed=True,
        ),
    ]


def _style(
    name: str, font: Font, colour: str = "", *, boxed: bool = False, wrap: bool = True
) -> NamedStyle:
    style = NamedStyle(
        name=name, font=font, alignment=Alignment(vertical="top", wrap_text=wrap), number_format="@"
    )
    if colour:
        style.fill = PatternFill("solid", start_color=colour, end_color=colour)
    if boxed:
        style.border = _box()
    return style


def _box() -> Border:
    side = Side(style="thin", color=_LINE)
    return Border(left=side, right=side, top=side, bottom=side)


def row_height(texts: Iterable[tuple[str, float]]) -> float:
    """The height in points at which the wrapped texts fit; each with its column width."""
    lines = max((_line_count(text, width) for text, width in texts), default=1)
    return min(lines * _LINE_POINTS + 3, _MAX_POINTS)


@lru_cache(maxsize=4096)
def _line_count(text: str, width: float) -> int:
    # Widths are counted in digits; small letters are narrower than digits, capitals wider.
    characters = max(int(width * (0.85 if text.isupper() else 1.12)), 1)
    return sum(len(textwrap.wrap(line, characters)) or 1 for line in text.split("\n"))
