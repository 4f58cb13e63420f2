"""Passes over tables: cells that go on with the one above, and page breaks inside a table."""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from zi_docs.word.vocabulary import (
    BODY,
    CONTINUED_STYLE,
    OMITTED_STYLE,
    insert_in_order,
    part_bytes,
    style_of,
    value,
    w,
)

_BEFORE_PAGE_BREAK = ("pStyle", "keepNext", "keepLines")


def merge_continued(parts: dict[str, bytes]) -> None:
    """Merge each cell that holds only `CONTINUED` with the nearest cell above that does not.

    Only a cell over the same grid columns can go on; below any other the cell stays empty.
    """
    root = etree.fromstring(parts[BODY])
    for table in root.iter(w("tbl")):
        above: dict[int, tuple[range, etree._Element]] = {}
        for row in table.findall(w("tr")):
            for columns, cell in _columns(row):
                if _holds_only(cell, CONTINUED_STYLE):
                    covered, start = above.get(columns.start, (None, None))
                    _continue(cell, start if covered == columns else None)
                else:
                    above |= dict.fromkeys(columns, (columns, cell))
    parts[BODY] = part_bytes(root)


def drop_omitted(parts: dict[str, bytes]) -> None:
    """Take out each table column that has a cell which holds only `OMITTED`.

    A cell over several columns becomes so much narrower; the fitting to the paper gives the
    room to the columns that stay.
    """
    root = etree.fromstring(parts[BODY])
    for table in root.iter(w("tbl")):
        rows = table.findall(w("tr"))
        gone = {
            columns.start
            for row in rows
            for columns, cell in _columns(row)
            if _holds_only(cell, OMITTED_STYLE)
        }
        if gone:
            _drop_columns(table, rows, gone)
    parts[BODY] = part_bytes(root)


def _drop_columns(table: etree._Element, rows: list[etree._Element], gone: set[int]) -> None:
    for row in rows:
        for columns, cell in _columns(row):
            left = len(set(columns) - gone)
            if not left:
                row.remove(cell)
            elif left < len(columns):
                span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
                if span is not None:
                    span.set(w("val"), str(left))
    grid = table.find(w("tblGrid"))
    if grid is not None:
        for index, column in enumerate(grid.findall(w("gridCol"))):
            if index in gone:
                grid.remove(column)


def _columns(row: etree._Element) -> list[tuple[range, etree._Element]]:
    """The cells of a row with the grid columns that each covers."""
    column, found = 0, []
    for cell in row.findall(w("tc")):
        end = column + int(value(cell.find(f"{w('tcPr')}/{w('gridSpan')}")) or 1)
        found.append((range(column, end), cell))
        column = end
    return found


def _holds_only(cell: etree._Element, style: str) -> bool:
    paragraphs = cell.findall(w("p"))
    return len(paragraphs) == 1 and style_of(paragraphs[0]) == style


def _continue(cell: etree._Element, start: etree._Element | None) -> None:
    (paragraph,) = cell.findall(w("p"))
    properties = paragraph.find(w("pPr"))
    if properties is not None:
        paragraph.remove(properties)
    if start is not None:
        _merge(cell, "continue")
        _merge(start, "restart")


def _merge(cell: etree._Element, kind: str) -> None:
    properties = cell.find(w("tcPr"))
    if properties is None:
        properties = etree.Element(w("tcPr"))
        cell.insert(0, properties)
    mark = properties.find(w("vMerge"))
    if mark is None:
        mark = etree.Element(w("vMerge"))
        insert_in_order(properties, mark, ("cnfStyle", "tcW", "gridSpan", "hMerge"))
    mark.set(w("val"), kind)


def split_at_breaks(parts: dict[str, bytes]) -> None:
    """Part a table before each row that holds a paragraph with a page break.

    LibreOffice ignores such a break inside a table but heeds it at a table's beginning; the new
    table opens with the header rows of the old one, so that it reads as one.
    """
    root = etree.fromstring(parts[BODY])
    for table in list(root.iter(w("tbl"))):
        rows = [row for row in table.findall(w("tr")) if _breaks(row)]
        for row in reversed(rows):
            _split(table, row)
    parts[BODY] = part_bytes(root)


def _breaks(row: etree._Element) -> bool:
    return next(row.iter(w("pageBreakBefore")), None) is not None


def _split(table: etree._Element, row: etree._Element) -> None:
    for mark in list(row.iter(w("pageBreakBefore"))):
        _drop(mark)
    rows = table.findall(w("tr"))
    fresh = etree.Element(w("tbl"))
    fresh.extend(deepcopy(child) for child in table if child.tag in (w("tblPr"), w("tblGrid")))
    fresh.extend(deepcopy(r) for r in rows if r.find(f"{w('trPr')}/{w('tblHeader')}") is not None)
    fresh.extend(rows[rows.index(row) :])
    _open_page(fresh)
    gap = _thin_paragraph()
    table.addnext(gap)
    gap.addnext(fresh)


def _open_page(table: etree._Element) -> None:
    first = next(table.iter(w("p")))
    properties = first.find(w("pPr"))
    if properties is None:
        properties = etree.Element(w("pPr"))
        first.insert(0, properties)
    insert_in_order(properties, etree.Element(w("pageBreakBefore")), _BEFORE_PAGE_BREAK)


def _thin_paragraph() -> etree._Element:
    """Two tables in a row would grow together in Word; this parts them and takes no room."""
    paragraph = etree.Element(w("p"))
    properties = etree.SubElement(paragraph, w("pPr"))
    etree.SubElement(
        properties,
        w("spacing"),
        {w("before"): "0", w("after"): "0", w("line"): "20", w("lineRule"): "exact"},
    )
    return paragraph


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
