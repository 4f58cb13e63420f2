"""WordprocessingML: part names, style names and XML helpers that the passes share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from lxml import etree

WORD_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY_PART = "word/document.xml"
STYLES_PART = "word/styles.xml"
# The style of a paragraph that names none.
DEFAULT_STYLE = "Normal"
# A cell whose only paragraph has this style continues the cell above it.
CONTINUED_STYLE = "zi-sambungan"
# The column of a cell whose only paragraph has this style is removed from its table.
OMITTED_STYLE = "zi-tanpa-kolom"
# The character style of links, which is added to a document that has some.
LINK_STYLE = "ZiTautan"
_TEXT_PARTS = (
    BODY_PART, "word/header", "word/footer", "word/footnotes.xml", "word/endnotes.xml"
)  # fmt: skip


@cache
def w(name: str) -> str:
    """The namespace-qualified form of a `w:` name."""
    return f"{{{WORD_NAMESPACE}}}{name}"


def w_attribute(element: etree._Element | None, name: str = "val") -> str | None:
    """A `w:` attribute of an element; None if the element or the attribute is missing."""
    return None if element is None else element.get(w(name))


def w_child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The first child with a `w:` name, the first child of that with the next name, and so on.

    It does what `find` does, in half the time: a table has thousands of cells.
    """
    for name in names:
        if element is None:
            return None
        tag = w(name)
        for child in element:
            if child.tag == tag:
                element = child
                break
        else:
            return None
    return element


def w_children(element: etree._Element, name: str) -> list[etree._Element]:
    """The children with a `w:` name."""
    tag = w(name)
    return [child for child in element if child.tag == tag]


def style_ids(styles: bytes) -> dict[str, str]:
    """Style IDs by style name in lower case: Word ignores case in style names."""
    return {
        (w_attribute(style.find(w("name"))) or "").casefold(): style.get(w("styleId")) or ""
        for style in etree.fromstring(styles).iter(w("style"))
    }


def paragraph_style(paragraph: etree._Element) -> str:
    """The style ID of a paragraph; `Normal` when it names none."""
    return w_attribute(w_child(paragraph, "pPr", "pStyle")) or DEFAULT_STYLE


def text_parts(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The names of the parts with text: body, headers, footers, notes."""
    return (
        name for name in sorted(parts) if name.startswith(_TEXT_PARTS) and name.endswith(".xml")
    )


def insert_in_order(
    parent: etree._Element, child: etree._Element, earlier: tuple[str, ...]
) -> None:
    """Insert `child` after the children of `parent` that the schema places before it."""
    earlier_tags = {w(name) for name in earlier}
    positions = [
        index for index, sibling in enumerate(parent, start=1) if sibling.tag in earlier_tags
    ]
    parent.insert(max(positions, default=0), child)


def part_bytes(root: etree._Element) -> bytes:
    """The XML of a part, serialised as it is stored in the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
