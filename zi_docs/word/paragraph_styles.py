"""What the styles of a document say of its paragraphs."""

from __future__ import annotations

from lxml import etree

from zi_docs.word.wordml import paragraph_style, w_attribute, w_child, w_children

_JUSTIFIED = "both"


class ParagraphStyles:
    """The styles of a document by their IDs; `styles` is the root of their part."""

    def __init__(self, styles: etree._Element) -> None:
        self._styles = {w_attribute(s, "styleId"): s for s in w_children(styles, "style")}
        self._inherited: dict[tuple[str, str], etree._Element | None] = {}

    def is_justified(self, paragraph: etree._Element) -> bool:
        """Whether its lines reach from edge to edge."""
        return w_attribute(self._property(paragraph, "jc")) == _JUSTIFIED

    def is_numbered(self, paragraph: etree._Element) -> bool:
        """Whether it is an item of a list."""
        return self._property(paragraph, "numPr") is not None

    def is_whole(self, paragraph: etree._Element) -> bool:
        """Whether its lines are kept on one page."""
        return self._property(paragraph, "keepLines") is not None

    def _property(self, paragraph: etree._Element, name: str) -> etree._Element | None:
        """A property of a paragraph: its own, or that of its style or of what that is based on."""
        own = w_child(paragraph, "pPr", name)
        return own if own is not None else self._of_style(paragraph_style(paragraph), name)

    def _of_style(self, key: str, name: str) -> etree._Element | None:
        if (key, name) not in self._inherited:
            element, style, seen = None, self._styles.get(key), 0
            while element is None and style is not None and seen <= len(self._styles):
                element = w_child(style, "pPr", name)
                style = self._styles.get(w_attribute(w_child(style, "basedOn")))
                seen += 1
            self._inherited[key, name] = element
        return self._inherited[key, name]
