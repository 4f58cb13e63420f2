"""A pass that prints a pale word across every page, for drafts that must not be taken as final.

The word stands in the headers, as real text behind the page's own: it is found by searching, is
read aloud, and every page of a section has it, the first one too. LibreOffice does not turn the
text of a text box, so that it is level.
"""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from zi_docs.word.vocabulary import BODY, MAIN, part_bytes, value, w

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_HEADER_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_SETTINGS = "word/settings.xml"
_ID = f"{{{_OFFICE}}}id"

_COLOUR = "D9D9D9"
_HALF_POINTS = 192
_EMU = 36000  # of one millimetre
_WIDTH, _HEIGHT = 165 * _EMU, 45 * _EMU


def mark_pages(parts: dict[str, bytes], word: str) -> None:
    """Print `word` on every page; a section that shows no header there gets one for it."""
    body = etree.fromstring(parts[BODY])
    headers = _Headers(parts)
    for section in body.iter(w("sectPr")):
        shown = {value(one, "type"): one for one in section.findall(w("headerReference"))}
        for kind in _kinds(parts, section):
            if kind not in shown and not headers.inherited(kind):
                section.insert(0, headers.reference(kind))
        headers.seen.update(value(r, "type") for r in section.findall(w("headerReference")))
    headers.close()
    parts[BODY] = part_bytes(body)
    for name in [n for n in parts if n.startswith("word/header") and n.endswith(".xml")]:
        parts[name] = _marked(parts[name], word)


def _kinds(parts: dict[str, bytes], section: etree._Element) -> list[str]:
    """The kinds of page that the section shows."""
    even = b"evenAndOddHeaders" in parts.get(_SETTINGS, b"")
    first = section.find(w("titlePg")) is not None
    return ["default", *["first"] * first, *["even"] * even]


class _Headers:
    """The headers of a document; a section without its own goes on with the one before it."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self._parts = parts
        self.seen: set[str | None] = set()
        self._added: dict[str, str] = {}

    def inherited(self, kind: str) -> bool:
        return kind in self.seen

    def reference(self, kind: str) -> etree._Element:
        """A reference to an empty header, which is added to the package when first asked for."""
        key = self._added.setdefault(kind, f"rIdTanda{kind.capitalize()}")
        return etree.Element(w("headerReference"), {w("type"): kind, _ID: key})

    def close(self) -> None:
        """Write the headers that were asked for, with their relations and kinds."""
        relations = etree.fromstring(self._parts[_RELATIONS])
        kinds = etree.fromstring(self._parts[_TYPES])
        for kind, key in self._added.items():
            name = f"header-tanda-{kind}.xml"
            self._parts[f"word/{name}"] = part_bytes(etree.Element(w("hdr"), nsmap={"w": MAIN}))
            etree.SubElement(
                relations,
                f"{{{_PACKAGE}/relationships}}Relationship",
                {"Id": key, "Type": f"{_OFFICE}/header", "Target": name},
            )
            etree.SubElement(
                kinds,
                f"{{{_PACKAGE}/content-types}}Override",
                {"PartName": f"/word/{name}", "ContentType": _HEADER_KIND},
            )
        self._parts[_RELATIONS] = part_bytes(relations)
        self._parts[_TYPES] = part_bytes(kinds)


def _marked(header: bytes, word: str) -> bytes:
    """The header with the word in its last paragraph, so that it grows by no line."""
    root = etree.fromstring(header)
    paragraphs = root.findall(w("p"))
    target = paragraphs[-1] if paragraphs else etree.SubElement(root, w("p"))
    target.append(etree.fromstring(_box(word)))
    return part_bytes(root)


def _box(word: str) -> str:
    """A text box in the middle of the page, behind its text."""
    size = f'cx="{_WIDTH}" cy="{_HEIGHT}"'
    middle = "".join(
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
        f'<w:r xmlns:w="{MAIN}" xmlns:wps="{_SHAPE}" xmlns:a="{_DRAWING}/main" '
        f'xmlns:wp="{_DRAWING}/wordprocessingDrawing" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="2" '
        'behindDoc="1" locked="0" layoutInCell="0" allowOverlap="1">'
        f'<wp:simplePos x="0" y="0"/>{middle}<wp:extent {size}/><wp:wrapNone/>'
        f'<wp:docPr id="9001" name={quoteattr(word)}/>'
        f'<a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp><wps:cNvSpPr txBox="1"/>'
        f"<wps:spPr>{frame}</wps:spPr>"
        f"<wps:txbx><w:txbxContent>{text}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"/>'
        "</wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )
