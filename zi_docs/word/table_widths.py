"""Tables as wide as the text, each column at least as wide as its longest word.

LibreOffice and Word lay out these tables by their grid, so grid and cell widths are calculated.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lxml import etree

from zi_docs.word.line_breaks import HARD_SPACE
from zi_docs.word.text_widths import TextMeasure
from zi_docs.word.wordml import w, w_attribute, w_child, w_children

_FULL_WIDTH = 5000
# A hard space between two words; several in a row are room to write in.
_HELD = re.compile(rf"(?<=\S){HARD_SPACE}(?=\S)")
# What Word leaves free at each side of a cell where a table says nothing.
_CELL_MARGIN = 108
# Lines between cells, and rounding; a fortieth of a word for fonts that are a little wider.
_SPARE, _TOLERANCE = 12, 1.025


def fit_table(table: etree._Element, text_width: int, measure: TextMeasure) -> None:
    """Fit a table whose width is given in percent of the text, `text_width` twips.

    Columns to which the template gives a length keep it, the others share the rest as they did in
    the template; but no column is narrower than its longest word, as long as there is room. Where
    there is none, dates and numbers that are held on one line may break at their spaces.
    """
    size = w_child(table, "tblPr", "tblW")
    grid = w_child(table, "tblGrid")
    if grid is None or w_attribute(size, "type") != "pct":
        return
    columns = grid.findall(w("gridCol"))
    wished = [int(w_attribute(column, "w") or 0) for column in columns]
    total = text_width * int(w_attribute(size, "w") or _FULL_WIDTH) // _FULL_WIDTH
    cells = list(_cells(table))
    words = _words(table, cells, len(columns), measure)
    needed = _needed(words, _TOLERANCE)
    if sum(needed) > total:
        needed = _needed(words, 1)
    if sum(needed) > total and _loosen(cells, _capped(needed, total), needed):
        needed = _needed(_words(table, cells, len(columns), measure), 1)
    widths = share_width(total, wished, _fixed_columns(cells), needed)
    for column, width in zip(columns, widths, strict=True):
        column.set(w("w"), str(width))
    for cell in cells:
        if cell.width is not None:
            cell.width.set(w("w"), str(sum(widths[cell.column : cell.column + cell.span])))
            cell.width.set(w("type"), "dxa")


def cell_room(cell: etree._Element, table: etree._Element) -> int | None:
    """The width of a cell of a fitted table between its margins, in twips; None if unknown."""
    size = w_child(cell, "tcPr", "tcW")
    if w_attribute(size, "type") != "dxa":
        return None
    margins = _margins(w_child(table, "tblPr", "tblCellMar"), 2 * _CELL_MARGIN)
    own = _margins(w_child(cell, "tcPr", "tcMar"), margins)
    return int(w_attribute(size, "w") or 0) - own


def share_width(
    total: int, wished: Sequence[int], fixed: set[int], needed: Sequence[int]
) -> list[int]:
    """The widths of columns that add up to `total`.

    `wished` are those of the template; those in `fixed` stay, the others share the rest in
    proportion; none is narrower than `needed`. Where all that is needed does not fit, the widest
    needs are cut down to one width.
    """
    floors = _capped(needed, total)
    settled = {column: max(wished[column], floors[column]) for column in fixed}
    others = sum(floor for column, floor in enumerate(floors) if column not in fixed)
    if sum(settled.values()) + others > total:
        settled = {column: floors[column] for column in fixed}
    open_columns = [column for column in range(len(wished)) if column not in settled]
    while open_columns:
        rest = total - sum(settled.values())
        scale = rest / (sum(wished[column] for column in open_columns) or 1)
        narrow = [c for c in open_columns if wished[c] * scale < floors[c]]
        if not narrow:
            settled |= {column: round(wished[column] * scale) for column in open_columns}
            break
        settled |= {column: floors[column] for column in narrow}
        open_columns = [column for column in open_columns if column not in narrow]
    widths = [settled[column] for column in range(len(wished))]
    widths[widths.index(max(widths))] += total - sum(widths)
    return widths


def _capped(widths: Sequence[int], total: int) -> list[int]:
    """The widths, of which the widest are cut down to one width until they fit into `total`."""
    ascending = sorted(widths)
    used = 0
    for number, width in enumerate(ascending):
        share = max(0, (total - used) // (len(ascending) - number))
        if width > share:
            return [min(other, share) for other in widths]
        used += width
    return list(widths)


class _Cell(NamedTuple):
    """A cell, its first grid column, how many it spans, its properties, the element of its width.

    `upright`: its text does not run along the column.
    """

    element: etree._Element
    column: int
    span: int
    properties: etree._Element | None
    width: etree._Element | None
    upright: bool


def _words(
    table: etree._Element, cells: Sequence[_Cell], columns: int, measure: TextMeasure
) -> list[set[tuple[int, int]]]:
    """For each column the widths of its cells' longest words and of their margins, in twips."""
    margins = _margins(w_child(table, "tblPr", "tblCellMar"), 2 * _CELL_MARGIN)
    words: list[set[tuple[int, int]]] = [set() for _ in range(columns)]
    for cell in cells:
        if cell.span == 1 and cell.column < columns and not cell.upright:
            word = measure.longest_word_in_cell(cell.element)
            words[cell.column].add((word, _margins(w_child(cell.properties, "tcMar"), margins)))
    return words


def _needed(words: Sequence[set[tuple[int, int]]], tolerance: float) -> list[int]:
    """The width that each column needs for its longest word and its margins, in twips."""
    return [
        max((round(word * tolerance) + own + _SPARE for word, own in column if word), default=0)
        for column in words
    ]


def _loosen(cells: Sequence[_Cell], widths: Sequence[int], needed: Sequence[int]) -> bool:
    """Let what is held on one line break in columns narrower than needed; whether any was held."""
    narrow = {column for column, width in enumerate(widths) if width < needed[column]}
    loosened = False
    for cell in cells:
        if cell.span == 1 and cell.column in narrow:
            for text in cell.element.iter(w("t")):
                words = _HELD.sub(" ", text.text or "")
                loosened |= words != (text.text or "")
                text.text = words
    return loosened


def _margins(element: etree._Element | None, otherwise: int) -> int:
    """What is free at the left and the right of a cell together, in twips."""
    if element is None:
        return otherwise
    sides = (("left", "start"), ("right", "end"))
    widths = [
        next((w_attribute(w_child(element, name), "w") for name in names
              if w_child(element, name) is not None), None)
        for names in sides
    ]  # fmt: skip
    return sum(otherwise // 2 if width is None else int(width) for width in widths)


def _fixed_columns(cells: Sequence[_Cell]) -> set[int]:
    """The grid columns with a cell whose width the template gives as a length."""
    return {
        cell.column for cell in cells if cell.span == 1 and w_attribute(cell.width, "type") == "dxa"
    }


def _cells(table: etree._Element) -> Iterator[_Cell]:
    """The cells of a table, row by row."""
    for row in w_children(table, "tr"):
        column = 0
        for element in w_children(row, "tc"):
            properties = w_child(element, "tcPr")
            own = {} if properties is None else {child.tag: child for child in properties}
            span = int(w_attribute(own.get(w("gridSpan"))) or 1)
            upright = w("textDirection") in own
            yield _Cell(element, column, span, properties, own.get(w("tcW")), upright)
            column += span
