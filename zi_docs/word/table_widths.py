"""Tables as wide as the text, each column at least as wide as its longest word.

LibreOffice and Word lay out these tables by their grid, so grid and cell widths are calculated.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from lxml import etree

from zi_docs.word.text_widths import TextMeasure
from zi_docs.word.wordml import w, w_attribute, w_child, w_children

_FULL_WIDTH = 5000
# What Word leaves free at each side of a cell where a table says nothing.
_CELL_MARGIN = 108
# Lines between cells, and rounding; a fortieth of a word for fonts that are a little wider.
_SPARE, _TOLERANCE = 12, 1.025


def fit_table(table: etree._Element, text_width: int, measure: TextMeasure) -> None:
    """Fit a table whose width is given in percent of the text, `text_width` twips.

    Columns to which the template gives a length keep it, the others share the rest as they did in
    the template; but no column is narrower than its longest word, as long as there is room.
    """
    size = w_child(table, "tblPr", "tblW")
    grid = w_child(table, "tblGrid")
    if grid is None or w_attribute(size, "type") != "pct":
        return
    columns = grid.findall(w("gridCol"))
    wished = [int(w_attribute(column, "w") or 0) for column in columns]
    total = text_width * int(w_attribute(size, "w") or _FULL_WIDTH) // _FULL_WIDTH
    cells = list(_cell_widths(table))
    needed = _needed(table, len(columns), measure, _TOLERANCE)
    if sum(needed) > total:
        needed = _needed(table, len(columns), measure, 1)
    widths = share_width(total, wished, _fixed_columns(cells), needed)
    for column, width in zip(columns, widths, strict=True):
        column.set(w("w"), str(width))
    for first_column, span, cell_width in cells:
        cell_width.set(w("w"), str(sum(widths[first_column : first_column + span])))
        cell_width.set(w("type"), "dxa")


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


def _needed(
    table: etree._Element, columns: int, measure: TextMeasure, tolerance: float
) -> list[int]:
    """The width that each column needs for its longest word and its margins, in twips."""
    needed = [0] * columns
    margins = _margins(w_child(table, "tblPr", "tblCellMar"), 2 * _CELL_MARGIN)
    for column, span, cell in _cells(table):
        properties = w_child(cell, "tcPr")
        if span != 1 or column >= columns or w_child(properties, "textDirection") is not None:
            continue
        words = [measure.longest_word(paragraph) for paragraph in w_children(cell, "p")]
        if word := max(words, default=0):
            own = _margins(w_child(properties, "tcMar"), margins)
            width = round(word * tolerance) + own + _SPARE
            needed[column] = max(needed[column], width)
    return needed


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


def _fixed_columns(cells: Iterable[tuple[int, int, etree._Element]]) -> set[int]:
    """The grid columns with a cell whose width the template gives as a length."""
    return {
        column for column, span, width in cells if span == 1 and w_attribute(width, "type") == "dxa"
    }


def _cell_widths(table: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """First grid column, column span and width element of every cell that has a width."""
    for column, span, cell in _cells(table):
        width = w_child(cell, "tcPr", "tcW")
        if width is not None:
            yield column, span, width


def _cells(table: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """First grid column, column span and element of every cell."""
    for row in w_children(table, "tr"):
        column = 0
        for cell in w_children(row, "tc"):
            span = int(w_attribute(w_child(cell, "tcPr", "gridSpan")) or 1)
            yield column, span, cell
            column += span
