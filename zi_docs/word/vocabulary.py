"""Names of WordprocessingML that the passes share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "word/document.xml"
STYLES = "word/styles.xml"
# A cell with only a paragraph of this style goes on with the cell above it.
CONTINUED_STYLE = "zi-sambungan"
# The column of a cell with only a paragraph of this style is taken out of its table.
OMITTED_STYLE = "zi-tanpa-kolom"
STORIES = (BODY, "word/header", "word/footer", "word/footnotes.xml")


def w(name: str) -> str:
    """The qualified form of a `w:` name."""
    return f"{{{MAIN}}}{name}"


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """A `w:` attribute of an element that may be missing."""
    return None if element is None else element.get(w(name))


def style_ids(styles: bytes) -> dict[str, str]:
    """Style IDs by style name; names in small letters, as Word itself takes them for equal."""
    return {
        (value(style.find(w("name"))) or "").casefold(): style.get(w("styleId")) or ""
        for style in etree.fromstring(styles).iter(w("style"))
    }


def style_of(paragraph: etree._Element) -> str:
    """The style ID of a paragraph, `Normal` when it names none."""
    return value(paragraph.find(f"{w('pPr')}/{w('pStyle')}")) or "Normal"


def stories(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The names of the parts that hold text: body, headers, footers, footnotes."""
    return (name for name in sorted(parts) if name.startswith(STORIES) and name.endswith(".xml"))


def insert_in_order(
    parent: etree._Element, child: etree._Element, earlier: tuple[str, ...]
) -> None:
    """Insert `child` behind those children of `parent` that the schema puts before it."""
    tags = {w(name) for name in earlier}
    places = [index for index, one in enumerate(parent, start=1) if one.tag in tags]
    parent.insert(max(places, default=0), child)


def part_bytes(root: etree._Element) -> bytes:
    """A part as it is stored in the package."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
