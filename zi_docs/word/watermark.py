"""A pass that prints a pale word on every page, for drafts that must not be mistaken as final.

The word is real text in the headers, behind the text of the page: it can be searched, screen
readers read it, and every page of a section shows it, including the first. It is horizontal
because LibreOffice does not rotate the text of a text box.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import BODY_PART, WORD_NAMESPACE, part_bytes, w, w_attribute

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_HEADER_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_SETTINGS = "word/settings.xml"
_ID = f"{{{_OFFICE}}}id"

_COLOUR = "D9D9D9"
_HALF_POINTS = 192
# Said by a screen reader: that a page is a draft is no decoration.
_MEANING = "Tanda {} pada halaman ini"
_EMU_PER_MM = 36000
_WIDTH, _HEIGHT = 165 * _EMU_PER_MM, 45 * _EMU_PER_MM


def add_watermark(parts: WordPackage, word: str) -> None:
    """Print `word` on every page; a page type without a header gets an empty one to carry it."""
    body = parts.root(BODY_PART)
    headers = _Headers(parts)
    for section in body.iter(w("sectPr")):
        own_types = _header_types(section)
        for page_type in _page_types(parts, section):
            if page_type not in own_types and not headers.is_inherited(page_type):
                section.insert(0, headers.empty_reference(page_type))
        headers.seen_types |= _header_types(section)
    headers.write_added()
    for name in [n for n in parts if n.startswith("word/header") and n.endswith(".xml")]:
        _put_word(parts.root(name), word)


def _header_types(section: etree._Element) -> set[str | None]:
    """The page types (default, first, even) for which the section names a header."""
    return {w_attribute(reference, "type") for reference in section.findall(w("headerReference"))}


def _page_types(parts: WordPackage, section: etree._Element) -> list[str]:
    """The page types that the section uses."""
    even = b"evenAndOddHeaders" in parts.get(_SETTINGS, b"")
    first = section.find(w("titlePg")) is not None
    return ["default", *["first"] * first, *["even"] * even]


class _Headers:
    """The headers of a document; a section without its own inherits from the one before it."""

    def __init__(self, parts: WordPackage) -> None:
        self._parts = parts
        self.seen_types: set[str | None] = set()
        self._added: dict[str, str] = {}

    def is_inherited(self, page_type: str) -> bool:
        """Tell whether an earlier section has a header for this page type."""
        return page_type in self.seen_types

    def empty_reference(self, page_type: str) -> etree._Element:
        """A reference to an empty header, which `write_added` adds to the package."""
        key = self._added.setdefault(page_type, f"rIdTanda{page_type.capitalize()}")
        return etree.Element(w("headerReference"), {w("type"): page_type, _ID: key})

    def write_added(self) -> None:
        """Write the headers that were referenced, with their relations and content types."""
        relations = self._parts.root(_RELATIONS)
        content_types = self._parts.root(_TYPES)
        for page_type, key in self._added.items():
            name = f"header-tanda-{page_type}.xml"
            self._parts[f"word/{name}"] = part_bytes(
                etree.Element(w("hdr"), nsmap={"w": WORD_NAMESPACE})
            )
            etree.SubElement(
                relations,
                f"{{{_PACKAGE}/relationships}}Relationship",
                {"Id": key, "Type": f"{_OFFICE}/header", "Target": name},
            )
            etree.SubElement(
                content_types,
                f"{{{_PACKAGE}/content-types}}Override",
                {"PartName": f"/word/{name}", "ContentType": _HEADER_TYPE},
            )


def _put_word(root: etree._Element, word: str) -> None:
    """Put the word into the last paragraph of a header, so that no line is added."""
    paragraphs = root.findall(w("p"))
    target = paragraphs[-1] if paragraphs else etree.SubElement(root, w("p"))
    target.append(etree.fromstring(_text_box(word)))


def _text_box(word: str) -> str:
    """The XML of a run with a text box in the middle of the page, behind its text."""
    size = f'cx="{_WIDTH}" cy="{_HEIGHT}"'
    position = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:align>center</wp:align></wp:position{axis}>'
        for axis in "HV"
    )
    look = f'<w:color w:val="{_COLOUR}"/><w:sz w:val="{_HALF_POINTS}"/>'
    text = (
        '<w:p><w:pPr><w:spacing w:line="240" w:lineRule="auto"/><w:jc w:val="center"/></w:pPr>'
        f"<w:r><w:rPr>{look}</w:rPr><w:t>{escape(word)}</w:t></w:r></w:p>"
    )
    frame = (
        f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>'
    )
    return (
        f'<w:r xmlns:w="{WORD_NAMESPACE}" xmlns:wps="{_SHAPE}" xmlns:a="{_DRAWING}/main" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{position}<wp:extent {size}/><wp:wrapNone/>'
        f'<wp:docPr id="1" name={quoteattr(word)} descr={quoteattr(_MEANING.format(word))}/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr>{frame}</wps:spPr>"
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )
