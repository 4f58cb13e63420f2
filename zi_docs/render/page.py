"""A pass that puts a document on the office's paper: size, margins, font, table widths."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from zi_docs.render.words import stories, value, w

# Width and height upright, in mm. F4 is what Indonesian offices call 215 x 330 mm.
PAPERS = {"F4": (215.0, 330.0), "A4": (210.0, 297.0), "Legal": (215.9, 355.6),
          "Letter": (215.9, 279.4)}  # fmt: skip
_FULL_WIDTH = 5000


@dataclass(frozen=True)
class PageLayout:
    """Paper upright (width, height), margins (top, right, bottom, left), both in mm; the font."""

    paper_mm: tuple[float, float]
    margins_mm: tuple[float, float, float, float]
    font: str


def paper_mm(name: str) -> tuple[float, float]:
    """The size of a paper by its name, upright, in mm. Raises KeyError for an unknown one."""
    return PAPERS[name]


def apply(parts: dict[str, bytes], layout: PageLayout) -> None:
    """Give every section the paper and margins, every full-width table the text's width."""
    for name in stories(parts):
        root = etree.fromstring(parts[name])
        width = _set_sections(root, layout)
        for table, section in _tables_with_sections(root):
            _fit(table, width.get(section, _text_width(layout, landscape=False)))
        parts[name] = _bytes(root)
    parts["word/styles.xml"] = _with_font(parts["word/styles.xml"], layout.font)


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _set_sections(root: etree._Element, layout: PageLayout) -> dict[etree._Element | None, int]:
    widths: dict[etree._Element | None, int] = {}
    for section in root.iter(w("sectPr")):
        size, margins = section.find(w("pgSz")), section.find(w("pgMar"))
        if size is None or margins is None:
            continue
        landscape = value(size, "orient") == "landscape"
        paper = layout.paper_mm[::-1] if landscape else layout.paper_mm
        size.set(w("w"), str(_twips(paper[0])))
        size.set(w("h"), str(_twips(paper[1])))
        for side, mm in zip(("top", "right", "bottom", "left"), layout.margins_mm, strict=True):
            margins.set(w(side), str(_twips(mm)))
        widths[section] = _text_width(layout, landscape=landscape)
    return widths


def _text_width(layout: PageLayout, *, landscape: bool) -> int:
    width = layout.paper_mm[1 if landscape else 0]
    _, right, _, left = layout.margins_mm
    return _twips(width - left - right)


def _tables_with_sections(
    root: etree._Element,
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """Each outermost table with the section it stands in: the first one that ends after it."""
    waiting: list[etree._Element] = []
    for element in root.iter(w("tbl"), w("sectPr")):
        if element.tag == w("tbl"):
            if next(element.iterancestors(w("tbl")), None) is None:
                waiting.append(element)
            continue
        yield from ((table, element) for table in waiting)
        waiting = []
    yield from ((table, None) for table in waiting)


def _fit(table: etree._Element, text_width: int) -> None:
    """Fit a table as wide as the text: cells measured in mm stay, the others share the rest."""
    size = table.find(f"{w('tblPr')}/{w('tblW')}")
    grid = table.find(w("tblGrid"))
    if grid is None or value(size, "type") != "pct":
        return
    columns = grid.findall(w("gridCol"))
    old = [int(value(column, "w") or 0) for column in columns]
    total = text_width * int(value(size, "w") or _FULL_WIDTH) // _FULL_WIDTH
    fixed = _fixed_columns(table)
    rest = total - sum(old[index] for index in fixed)
    share = rest / (sum(old) - sum(old[index] for index in fixed) or 1)
    new = [w_ if index in fixed else round(w_ * share) for index, w_ in enumerate(old)]
    new[-1] += total - sum(new)
    for column, width in zip(columns, new, strict=True):
        column.set(w("w"), str(width))
    for column_index, span, cell_width in _cells(table):
        cell_width.set(w("w"), str(sum(new[column_index : column_index + span])))
        cell_width.set(w("type"), "dxa")


def _fixed_columns(table: etree._Element) -> set[int]:
    return {
        column
        for column, span, width in _cells(table)
        if span == 1 and value(width, "type") == "dxa"
    }


def _cells(table: etree._Element) -> Iterator[tuple[int, int, etree._Element]]:
    """First grid column, span and width element of every cell that has one."""
    for row in table.findall(w("tr")):
        column = 0
        for cell in row.findall(w("tc")):
            span = int(value(cell.find(f"{w('tcPr')}/{w('gridSpan')}")) or 1)
            width = cell.find(f"{w('tcPr')}/{w('tcW')}")
            if width is not None:
                yield column, span, width
            column += span


def _with_font(styles: bytes, font: str) -> bytes:
    root = etree.fromstring(styles)
    fonts = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}/{w('rFonts')}")
    if fonts is not None:
        for script in ("ascii", "hAnsi", "cs", "eastAsia"):
            fonts.set(w(script), font)
    return _bytes(root)


def _bytes(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
