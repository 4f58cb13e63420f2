"""Passes over tables: merged cells, removed columns, page breaks inside a table."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import takewhile
from typing import cast

from lxml import etree

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import (
    BODY_PART,
    CONTINUED_STYLE,
    OMITTED_STYLE,
    WORD_NAMESPACE,
    insert_in_order,
    w,
    w_attribute,
    w_child,
    w_children,
)

_NO_GAP, _GAP_BETWEEN_GROUPS = 20, 240
_BEFORE_PAGE_BREAK = ("pStyle", "keepNext", "keepLines")
_NAMESPACES = {"w": WORD_NAMESPACE}
_TABLES_WITH_STYLE = etree.XPath(
    "//w:tbl[w:tr/w:tc/w:p/w:pPr/w:pStyle/@w:val = $style]", namespaces=_NAMESPACES
)
_CELLS_WITH_STYLE = etree.XPath(
    "w:tr/w:tc[count(w:p) = 1][w:p/w:pPr/w:pStyle/@w:val = $style]", namespaces=_NAMESPACES
)


def merge_continued_cells(parts: WordPackage) -> None:
    """Merge each cell whose only content is `CONTINUED` with the nearest other cell above it.

    Cells merge only when they span the same grid columns; otherwise the cell is left empty.
    """
    for table, continued in _tables_with_cells(parts, CONTINUED_STYLE):
        above: dict[int, tuple[range, etree._Element]] = {}
        for row in w_children(table, "tr"):
            for columns, cell in _cells_with_columns(row):
                if cell in continued:
                    columns_above, cell_above = above.get(columns.start, (None, None))
                    _merge_into(cell_above if columns_above == columns else None, cell)
                else:
                    above |= dict.fromkeys(columns, (columns, cell))


def drop_omitted_columns(parts: WordPackage) -> None:
    """Remove each table column that has a cell whose only content is `OMITTED`.

    Cells over several columns span fewer columns afterwards. Fitting the table to the page layout
    later distributes the width among the remaining columns.
    """
    for table, cells in _tables_with_cells(parts, OMITTED_STYLE):
        rows = w_children(table, "tr")
        omitted = {
            columns.start
            for row in rows
            for columns, cell in _cells_with_columns(row)
            if cell in cells
        }
        if omitted:
            _drop_columns(table, rows, omitted)


def _tables_with_cells(
    parts: WordPackage, style: str
) -> Iterator[tuple[etree._Element, set[etree._Element]]]:
    """The tables with a paragraph of the style, and their cells that contain nothing else."""
    for table in _selected(_TABLES_WITH_STYLE, parts.root(BODY_PART), style):
        yield table, set(_selected(_CELLS_WITH_STYLE, table, style))


def _selected(path: etree.XPath, root: etree._Element, style: str) -> list[etree._Element]:
    return cast("list[etree._Element]", path(root, style=style))


def _drop_columns(table: etree._Element, rows: list[etree._Element], omitted: set[int]) -> None:
    for row in rows:
        for columns, cell in _cells_with_columns(row):
            remaining = len(set(columns) - omitted)
            if not remaining:
                row.remove(cell)
            elif remaining < len(columns):
                span = w_child(cell, "tcPr", "gridSpan")
                if span is not None:
                    span.set(w("val"), str(remaining))
    grid = table.find(w("tblGrid"))
    if grid is not None:
        for index, column in enumerate(grid.findall(w("gridCol"))):
            if index in omitted:
                grid.remove(column)


def _cells_with_columns(row: etree._Element) -> list[tuple[range, etree._Element]]:
    """The cells of a row, each with the grid columns that it spans."""
    column, cells = 0, []
    for cell in w_children(row, "tc"):
        end = column + int(w_attribute(w_child(cell, "tcPr", "gridSpan")) or 1)
        cells.append((range(column, end), cell))
        column = end
    return cells


def _merge_into(first: etree._Element | None, cell: etree._Element) -> None:
    """Clear `cell` and merge it with the first cell of its column; None only clears it."""
    (paragraph,) = cell.findall(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        paragraph.remove(properties)
    if first is not None:
        _set_vertical_merge(cell, "continue")
        _set_vertical_merge(first, "restart")


def _set_vertical_merge(cell: etree._Element, merge: str) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    mark = properties.find(w("vMerge"))
    if mark is None:
        mark = etree.Element(w("vMerge"))
        insert_in_order(properties, mark, ("cnfStyle", "tcW", "gridSpan", "hMerge"))
    mark.set(w("val"), merge)


def split_tables_at_group_headings(parts: WordPackage) -> None:
    """Split a table before each header row of a single cell that stands below other rows.

    Such a row names a group. Word and LibreOffice repeat only header rows at a table's top, so
    the new table begins with those of the old one and the group's name.
    """
    for table in list(parts.root(BODY_PART).iter(w("tbl"))):
        rows = w_children(table, "tr")
        titles = [row for row in _leading_headers(rows) if not _names_group(row)]
        for index, row in reversed(list(enumerate(rows))):
            if index and _names_group(row) and not _is_header(rows[index - 1]):
                _split_table(table, row, titles, _GAP_BETWEEN_GROUPS)


def _names_group(row: etree._Element) -> bool:
    return _is_header(row) and len(w_children(row, "tc")) == 1


def _is_header(row: etree._Element) -> bool:
    return w_child(row, "trPr", "tblHeader") is not None


def _leading_headers(rows: list[etree._Element]) -> list[etree._Element]:
    return list(takewhile(_is_header, rows))


def split_tables_at_page_breaks(parts: WordPackage) -> None:
    """Split a table before each row with a paragraph that has a page break.

    LibreOffice ignores such a break inside a table but respects it at the start of a table. The
    new table repeats the header rows, so that both read as the same table.
    """
    root = parts.root(BODY_PART)
    if next(root.iter(w("pageBreakBefore")), None) is None:
        return
    for table in list(root.iter(w("tbl"))):
        rows = [row for row in table.findall(w("tr")) if _has_page_break(row)]
        for row in reversed(rows):
            for page_break in list(row.iter(w("pageBreakBefore"))):
                _remove(page_break)
            headers = _leading_headers(w_children(table, "tr"))
            second = table if row in headers else _split_table(table, row, headers, _NO_GAP)
            _start_page(second)


def _has_page_break(row: etree._Element) -> bool:
    return next(row.iter(w("pageBreakBefore")), None) is not None


def _split_table(
    table: etree._Element, row: etree._Element, headers: list[etree._Element], gap: int
) -> etree._Element:
    """Move `row` and those after it to a new table with these headers, `gap` twips below."""
    rows = table.findall(w("tr"))
    second = etree.Element(w("tbl"))
    second.extend(deepcopy(child) for child in table if child.tag in (w("tblPr"), w("tblGrid")))
    second.extend(deepcopy(header) for header in headers)
    second.extend(rows[rows.index(row) :])
    separator = _paragraph_between(gap)
    table.addnext(separator)
    separator.addnext(second)
    return second


def _start_page(table: etree._Element) -> None:
    first = next(table.iter(w("p")))
    properties = first.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        first.insert(0, properties)
    insert_in_order(properties, etree.Element(w("pageBreakBefore")), _BEFORE_PAGE_BREAK)


def _paragraph_between(height: int) -> etree._Element:
    """A paragraph between two tables, for Word would join them; its height is in twips."""
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(
        properties,
        w("spacing"),
        {w("before"): "0", w("after"): "0", w("line"): str(height), w("lineRule"): "exact"},
    )
    return paragraph


def _remove(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
