"""A pass that turns empty paragraphs of the style Jarak into spacing of what stands beside them.

Who edits a document moves text, and an empty paragraph stays behind; a screen reader reads it out.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from lxml import etree

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import (
    BODY_PART,
    STYLES_PART,
    insert_in_order,
    paragraph_style,
    w,
    w_attribute,
    w_child,
    w_children,
)

_STYLE = "jarak"
_BEFORE_SPACING = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
    "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
    "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd",
    "snapToGrid",
)  # fmt: skip


def space_paragraphs(parts: WordPackage) -> None:
    """Put the height of empty paragraphs of the style Jarak into the paragraph below or above.

    Between two tables one stays, since Word would join them; so does the last one of a text.
    """
    styles = _Spacings(parts.root(STYLES_PART))
    for empty in [p for p in parts.root(BODY_PART).iter(w("p")) if styles.is_distance(p)]:
        below, above = empty.getnext(), empty.getprevious()
        if _is_paragraph(below):
            if w_child(below, "pPr", "pageBreakBefore") is None:
                # Of the distance after a paragraph and that before the next Word takes the greater.
                upper = styles.value(above, "after") if _is_paragraph(above) else 0
                styles.add(below, "before", styles.height(empty) + upper)
        elif _is_paragraph(above) and below is not None:
            styles.add(above, "after", styles.height(empty))
        else:
            continue
        parent = empty.getparent()
        if parent is not None:
            parent.remove(empty)


class _Spacings:
    """The spacing of paragraphs, in twips, by their styles and their own."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {w_attribute(s, "styleId"): s for s in w_children(styles, "style")}
        self._distances = {
            key
            for key, style in self._styles.items()
            if (w_attribute(w_child(style, "name")) or "").casefold() == _STYLE
        }

    def is_distance(self, paragraph: etree._Element) -> bool:
        """Whether a paragraph is nothing but a distance."""
        return paragraph_style(paragraph) in self._distances and not any(map(_shows, paragraph))

    def height(self, paragraph: etree._Element) -> int:
        """What an empty paragraph takes."""
        return sum(self.value(paragraph, name) for name in ("before", "line", "after"))

    def add(self, paragraph: etree._Element, side: str, twips: int) -> None:
        """Add to what is free before or after a paragraph."""
        value = self.value(paragraph, side) + twips
        properties = w_child(paragraph, "pPr")
        if properties is None:
            properties = etree.Element(w("pPr"))
            paragraph.insert(0, properties)
        spacing = w_child(properties, "spacing")
        if spacing is None:
            spacing = etree.Element(w("spacing"))
            insert_in_order(properties, spacing, _BEFORE_SPACING)
        spacing.set(w(side), str(value))

    def value(self, paragraph: etree._Element, name: str) -> int:
        """The spacing of this name (`before`, `line`, `after`) of a paragraph."""
        for element in self._with_styles(paragraph):
            value = w_attribute(w_child(element, "pPr", "spacing"), name)
            if value is not None:
                return int(value)
        return 0

    def _with_styles(self, paragraph: etree._Element) -> Iterator[etree._Element]:
        """A paragraph, its style, and the styles that this is based on."""
        yield paragraph
        style, seen = self._styles.get(paragraph_style(paragraph)), 0
        while style is not None and seen <= len(self._styles):
            yield style
            style = self._styles.get(w_attribute(w_child(style, "basedOn")))
            seen += 1


def _is_paragraph(element: etree._Element | None) -> TypeGuard[etree._Element]:
    return element is not None and element.tag == w("p")


def _shows(child: etree._Element) -> bool:
    """Whether a child of a paragraph is more than its properties and runs without content."""
    if child.tag == w("r"):
        return any(part.tag != w("rPr") for part in child)
    return child.tag != w("pPr")
