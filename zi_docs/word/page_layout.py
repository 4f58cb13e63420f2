"""A pass that sets the office's page layout: paper size, margins, font, table widths."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from zi_docs.word.heading_lines import set_heading_lines
from zi_docs.word.line_breaks import LineBreaks
from zi_docs.word.list_numbering import list_indents
from zi_docs.word.paragraph_styles import ParagraphStyles
from zi_docs.word.table_widths import cell_room, fit_table
from zi_docs.word.text_widths import measure_by
from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import (
    BODY_PART,
    STYLES_PART,
    insert_in_order,
    part_bytes,
    text_parts,
    w,
    w_attribute,
)

# Width and height in portrait, in mm. Indonesian offices call 215 x 330 mm F4.
PAPER_SIZES_MM = {
    "F4": (215.0, 330.0),
    "A4": (210.0, 297.0),
    "Legal": (215.9, 355.6),
    "Letter": (215.9, 279.4),
}
_RELATIONS = "word/_rels/document.xml.rels"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BEFORE_MARGINS = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz",
)  # fmt: skip


@dataclass(frozen=True)
class PageLayout:
    """Paper, margins and font of the office; all lengths in mm.

    `paper_mm` is (width, height) in portrait, `margins_mm` (top, right, bottom, left).
    `header_mm` and `footer_mm` are distances from the edge of the paper; None keeps the distance
    of the template. No line of a heading breaks inside the `whole_names`, and none inside the
    `phrases` where it can be helped; both are in capitals.
    """

    paper_mm: tuple[float, float]
    margins_mm: tuple[float, float, float, float]
    font: str
    header_mm: float | None = None
    footer_mm: float | None = None
    whole_names: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()

    def margin_attributes(self) -> dict[str, float]:
        """The attributes of `w:pgMar` that the layout sets, in mm."""
        sides = dict(zip(("top", "right", "bottom", "left"), self.margins_mm, strict=True))
        ends = {"header": self.header_mm, "footer": self.footer_mm}
        return sides | {name: mm for name, mm in ends.items() if mm is not None}

    def text_width(self, *, landscape: bool) -> int:
        """The width between the margins, in twips."""
        _, right, _, left = self.margins_mm
        return _twips(self.paper_mm[1 if landscape else 0] - left - right)


def paper_size_mm(name: str) -> tuple[float, float]:
    """The size of a paper by its name, portrait, in mm. Raises KeyError for an unknown name."""
    return PAPER_SIZES_MM[name]


def apply_layout(parts: WordPackage, layout: PageLayout) -> None:
    """Set paper and margins on every section and fit full-width tables to the text width.

    The font comes first: the widths of columns follow from it.
    """
    parts[STYLES_PART] = _with_font(parts[STYLES_PART], layout.font)
    measure = measure_by(parts[STYLES_PART], tuple(list_indents(parts).items()))
    styles = ParagraphStyles(parts.root(STYLES_PART))
    body = parts.root(BODY_PART)
    breaks = LineBreaks(styles, layout.whole_names)
    for name in text_parts(parts):
        breaks.set(parts.root(name))
    sections = list(body.iter(w("sectPr")))
    for section in sections:
        _set_paper(section, layout)
    for table, own_section in _tables_with_sections(body):
        landscape = own_section is not None and _is_landscape(own_section)
        fit_table(table, layout.text_width(landscape=landscape), measure)
    landscape_parts = _landscape_only_parts(parts, sections)
    for name in text_parts(parts):
        if name != BODY_PART:
            root = parts.root(name)
            for table, _ in _tables_with_sections(root):
                fit_table(table, layout.text_width(landscape=name in landscape_parts), measure)
    for paragraph, room in _headings_with_rooms(body, layout, styles):
        free = room - measure.indent(paragraph)
        set_heading_lines(paragraph, free, measure, layout.whole_names, layout.phrases)


def _twips(mm: float) -> int:
    return round(mm * 1440 / 25.4)


def _is_landscape(section: etree._Element) -> bool:
    return w_attribute(section.find(w("pgSz")), "orient") == "landscape"


def _set_paper(section: etree._Element, layout: PageLayout) -> None:
    paper = layout.paper_mm[::-1] if _is_landscape(section) else layout.paper_mm
    size = _find_or_insert(section, "pgSz")
    size.set(w("w"), str(_twips(paper[0])))
    size.set(w("h"), str(_twips(paper[1])))
    margins = _find_or_insert(section, "pgMar")
    for name, mm in layout.margin_attributes().items():
        margins.set(w(name), str(_twips(mm)))


def _find_or_insert(section: etree._Element, name: str) -> etree._Element:
    element = section.find(w(name))
    if element is None:
        element = etree.Element(w(name))
        insert_in_order(section, element, _BEFORE_MARGINS)
    return element


def _landscape_only_parts(parts: Mapping[str, bytes], sections: list[etree._Element]) -> set[str]:
    """The headers and footers that appear on landscape pages only.

    A section without a reference of its own uses that of the section before it, whatever its
    orientation. Tables of a part shared by both keep the portrait width, which fits on both.
    """
    targets = {
        relation.get("Id"): f"word/{relation.get('Target')}"
        for relation in etree.fromstring(parts.get(_RELATIONS, b"<none/>"))
    }
    orientations: dict[str, set[bool]] = {}
    current: dict[tuple[str, str | None], str] = {}
    for section in sections:
        for reference in section.iter(w("headerReference"), w("footerReference")):
            part = targets.get(reference.get(_RELATION_ID), "")
            current[str(reference.tag), w_attribute(reference, "type")] = part
        for part in current.values():
            orientations.setdefault(part, set()).add(_is_landscape(section))
    return {part for part, landscape in orientations.items() if landscape == {True}}


def _headings_with_rooms(
    body: etree._Element, layout: PageLayout, styles: ParagraphStyles
) -> Iterator[tuple[etree._Element, int]]:
    """The headings (see `heading_lines`), each with the width that it is given."""
    waiting: list[etree._Element] = []
    for element in body.iter(w("p"), w("sectPr")):
        if element.tag == w("p"):
            if _is_heading(element, styles):
                waiting.append(element)
            continue
        width = layout.text_width(landscape=_is_landscape(element))
        for paragraph in waiting:
            cell = next(paragraph.iterancestors(w("tc")), None)
            if cell is None:
                yield paragraph, width
            elif room := cell_room(cell, next(cell.iterancestors(w("tbl")))):
                yield paragraph, room
        waiting = []


def _is_heading(paragraph: etree._Element, styles: ParagraphStyles) -> bool:
    words = "".join(map(str, paragraph.itertext(w("t"), with_tail=False)))
    if " " not in words or not (words.isupper() or styles.is_whole(paragraph)):
        return False
    return not (styles.is_justified(paragraph) or styles.is_numbered(paragraph))


def _tables_with_sections(
    root: etree._Element,
) -> Iterator[tuple[etree._Element, etree._Element | None]]:
    """Each outermost table with its section: the first section that ends after the table."""
    tables: list[etree._Element] = []
    for element in root.iter(w("tbl"), w("sectPr")):
        if element.tag == w("tbl"):
            if next(element.iterancestors(w("tbl")), None) is None:
                tables.append(element)
            continue
        yield from ((table, element) for table in tables)
        tables = []
    yield from ((table, None) for table in tables)


@lru_cache(maxsize=32)
def _with_font(styles: bytes, font: str) -> bytes:
    """Set the default font, which styles without a font of their own use."""
    root = etree.fromstring(styles)
    element = root
    for name in ("docDefaults", "rPrDefault", "rPr", "rFonts"):
        element = _find_or_insert_first(element, name)
    # A theme font would override the font set here.
    element.attrib.clear()
    for script in ("ascii", "hAnsi", "cs", "eastAsia"):
        element.set(w(script), font)
    return part_bytes(root)


def _find_or_insert_first(parent: etree._Element, name: str) -> etree._Element:
    child = parent.find(w(name))
    if child is None:
        child = etree.Element(w(name))
        parent.insert(0, child)
    return child
