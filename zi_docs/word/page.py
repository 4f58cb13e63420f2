"""A pass that puts a document on the office's paper: size, margins, font, table widths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from zi_docs.word.vocabulary import BODY, STYLES, insert_in_order, part_bytes, stories, value, w

# Width and height upright, in mm. F4 is what Indonesian offices call 215 x 330 mm.
PAPERS = {"F4": (215.0, 330.0), "A4": (210.0, 297.0), "Legal": (215.9, 355.6),
          "Letter": (215.9, 279.4)}  # fmt: skip
_FULL_WIDTH = 5000
_RELATIONS = "word/_rels/document.xml.rels"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BEFORE_MARGINS = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz",
)  # fmt: skip


@dataclass(frozen=True)
class PageLayout:
    """The office's paper: all lengths in mm.

    `paper_mm` upright (width, height), `margins_mm` (top, right, bottom, left), the font;
    `header_mm` and `footer_mm` from the paper's edge, None for what the template says.
    """

    paper_mm: tuple[float, float]
    margins_mm: tuple[float, float, float, float]
    font: str
    header_mm: float | None = None
    footer_mm: float | None = None

    def distances(self) -> dict[str, float]:
        """The attributes of `w:pgMar` that the layout sets, in mm."""
        sides = dict(zip(("top", "right", "bottom", "left"), self.margins_mm, strict=True))
        ends = {"header": self.header_mm, "footer": self.footer_mm}
        return sides | {name: mm for name, mm in ends.items() if mm is not None}

    def text_width(self, *, landscape: bool) -> int:
        """The width between the margins, in twips."""
        _, right, _, left = self.margins_mm
        return _twips(self.paper_mm[1 if landscape else 0] - left - right)


def paper_mm(name: str) -> tuple[float, float]:
    """The size of a paper by its name, upright, in mm. Raises KeyError for an unknown one."""
    return PAPERS[name]


def apply(parts: dict[str, bytes], layout: PageLayout) -> None:
    """Give every section the paper and margins, every full-width table the text's width.

    LibreOffice and Word lay out tables by their grid, so grid and cell widths are recalculated.
    """
    body = etree.fromstring(parts[BODY])
    sections = list(body.iter(w("sectPr")))
    for section in sections:
        _set_paper(section, layout)
    for table, own in _tables_with_sections(body):
        _fit(table, layout.text_width(landscape=own is not None and _landscape(own)))
    parts[BODY] = part_bytes(body)
    across = _across(parts, sections)
    for name in stories(parts):
        if name != BODY:
            root = etree.fromstring(parts[name])
            for table, _ in _tables_with_sections(root):
                _fit(table, layout.text_width(landscape=name in across))
            parts[name] = part_bytes(root)
    parts[STYLES] = _with_font(parts[STYLES], layout.font)


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _landscape(section: etree._Element) -> bool:
    return value(section.find(w("pgSz")), "orient") == "landscape"


def _set_paper(section: etree._Element, layout: PageLayout) -> None:
    paper = layout.paper_mm[::-1] if _landscape(section) else layout.paper_mm
    size = _measure(section, "pgSz")
    size.set(w("w"), str(_twips(paper[0])))
    size.set(w("h"), str(_twips(paper[1])))
    margins = _measure(section, "pgMar")
    for name, mm in layout.distances().items():
        margins.set(w(name), str(_twips(mm)))


def _measure(section: etree._Element, name: str) -> etree._Element:
    found = section.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        insert_in_order(section, found, _BEFORE_MARGINS)
    return found


def _across(parts: Mapping[str, bytes], sections: list[etree._Element]) -> set[str]:
    """Headers and footers that stand on landscape pages only.

    A section without a reference of its own goes on with the one before it, upright or not;
    tables of such a shared part keep the upright width, which fits on both.
    """
    targets = {
        one.get("Id"): f"word/{one.get('Target')}"
        for one in etree.fromstring(parts.get(_RELATIONS, b"<none/>"))
    }
    uses: dict[str, set[bool]] = {}
    current: dict[tuple[str, str | None], str] = {}
    for section in sections:
        for reference in section.iter(w("headerReference"), w("footerReference")):
            part = targets.get(reference.get(_RELATION_ID), "")
            current[str(reference.tag), value(reference, "type")] = part
        for part in current.values():
            uses.setdefault(part, set()).add(_landscape(section))
    return {part for part, ways in uses.items() if ways == {True}}


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
    """Set the font that every style without its own follows."""
    root = etree.fromstring(styles)
    element = root
    for name in ("docDefaults", "rPrDefault", "rPr", "rFonts"):
        element = _first_child(element, name)
    # A theme's font would win over the one named here.
    element.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        element.set(w(script), font)
    return part_bytes(root)


def _first_child(parent: etree._Element, name: str) -> etree._Element:
    found = parent.find(w(name))
    if found is None:
        found = etree.Element(w(name))
        parent.insert(0, found)
    return found
