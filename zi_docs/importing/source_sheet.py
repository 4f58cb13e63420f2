"""A sheet of a foreign table: its cells with their words, its merged ranges, fills and links."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from functools import cached_property, lru_cache
from io import BytesIO

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from zi_docs.findings import Place
from zi_docs.text import RichText
from zi_docs.wording.dates import long_date, time_text
from zi_docs.workbook.reading.cell_text import tidy_text, visible_text
from zi_docs.workbook.reading.xlsx import CellFault, RawCell, RawSheet

Spot = tuple[int, int]

_DASH = re.compile(r"[\s\-–—_]*")
_WHITE = {"00000000", "FFFFFFFF", "00FFFFFF"}


@dataclass(frozen=True)
class Dress:
    """What a sheet shows beside its texts.

    `copies` are the cells of merged ranges that repeat the first one; `widths` the columns that a
    merged first cell takes; `fills` a colour by cell; `links` the address behind a cell.
    """

    copies: frozenset[Spot] = frozenset()
    widths: Mapping[Spot, int] = field(default_factory=dict)
    fills: Mapping[Spot, str] = field(default_factory=dict)
    links: Mapping[Spot, str] = field(default_factory=dict)


@dataclass(frozen=True)
class SourceSheet:
    """A sheet by (row, column), both from 1; `name` is empty for a text file."""

    raw: RawSheet
    dress: Dress = Dress()

    @property
    def name(self) -> str:
        """The sheet's title."""
        return self.raw.title

    @cached_property
    def rows(self) -> dict[int, dict[int, RawCell]]:
        """The cells with content by row and column, merged ranges spread."""
        return self.raw.rows()

    def own(self) -> Iterator[Spot]:
        """The places of the cells that hold something themselves, blank texts left out."""
        for spot, cell in self.raw.cells.items():
            if spot not in self.dress.copies and not is_blank(cell):
                yield spot

    def words(self, spot: Spot) -> str:
        """The text of a cell; empty where there is none."""
        cell = self.raw.cells.get(spot)
        return cell_words(cell) if cell else ""

    def place(self, spot: Spot) -> Place:
        """The place of a cell for a finding; a text file has lines, no cells."""
        cell = self.raw.cells.get(spot)
        if self.raw.place.sheet is None:
            return replace(self.raw.place, part=cell.coordinate if cell else f"baris {spot[0]}")
        return replace(self.raw.place, cell=cell.coordinate if cell else f"A{spot[0]}")


def is_blank(cell: RawCell) -> bool:
    """Whether a cell shows nothing."""
    return isinstance(cell.value, RichText) and not cell_words(cell)


def is_dash(text: str) -> bool:
    """Whether a text is a lone dash, by which people say that a cell is empty."""
    return _DASH.fullmatch(text) is not None


# A cell is looked at some ten times on its way.
@lru_cache(maxsize=2**18)
def cell_words(cell: RawCell) -> str:
    """The text of a cell whatever it holds: dates in Indonesian, times, numbers as shown."""
    value = cell.value
    if isinstance(value, CellFault):
        return ""
    if isinstance(value, datetime) and (value.hour or value.minute):
        return f"{long_date(value.date())} {time_text(value.time())}"
    if isinstance(value, date):
        return long_date(value.date() if isinstance(value, datetime) else value)
    if isinstance(value, time):
        return time_text(value)
    if isinstance(value, timedelta):
        return str(value)
    return visible_text(cell)


def rich_words(cell: RawCell) -> RichText:
    """The text of a cell with its emphasis."""
    if isinstance(cell.value, RichText):
        return tidy_text(cell.value)
    return RichText.of(cell_words(cell))


def dresses(content: bytes) -> dict[str, Dress]:
    """The dress of each sheet of a workbook, by its title; none where openpyxl cannot read it."""
    try:
        book = openpyxl.load_workbook(BytesIO(content), keep_links=False)
    except Exception:
        # Its cells were read already by the reader of workbooks; only their dress is missing.
        return {}
    return {sheet.title: _dress(sheet) for sheet in book.worksheets}


def _dress(sheet: Worksheet) -> Dress:
    copies: set[Spot] = set()
    widths: dict[Spot, int] = {}
    for area in sheet.merged_cells.ranges:
        widths[area.min_row, area.min_col] = area.max_col - area.min_col + 1
        last_row = min(area.max_row, sheet.max_row or 1)
        copies |= {
            (row, column)
            for row in range(area.min_row, last_row + 1)
            for column in range(area.min_col, area.max_col + 1)
            if (row, column) != (area.min_row, area.min_col)
        }
    fills: dict[Spot, str] = {}
    links: dict[Spot, str] = {}
    for spot, cell in sheet._cells.items():
        if colour := _colour(cell):
            fills[spot] = colour
        link = getattr(cell, "hyperlink", None)
        if link is not None and link.target:
            links[spot] = str(link.target)
    return Dress(frozenset(copies), widths, fills, links)


def _colour(cell: object) -> str:
    fill = getattr(cell, "fill", None)
    if fill is None or getattr(fill, "fill_type", None) is None:
        return ""
    front = fill.fgColor
    colour = f"{front.type}:{front.value}:{front.tint}"
    white = front.value in _WHITE or (front.type == "theme" and front.value == 0)
    return "" if white and not front.tint else colour
