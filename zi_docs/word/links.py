"""Links of a document: addresses in the text become relations of the part in which they stand.

Only web addresses do (`zi_docs.text.web_address`); what else a cell says stays text.
"""

from __future__ import annotations

from urllib.parse import quote

from lxml import etree
from markupsafe import escape

from zi_docs.word.word_package import WordPackage
from zi_docs.word.wordml import LINK_STYLE, STYLES_PART, WORD_NAMESPACE, w_attribute, w_children

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NONE = f'<Relationships xmlns="{_PACKAGE}"/>'.encode()
# Word's own colour of links; the line below them shows on a grey printout. LibreOffice 7.4 makes no
# link of text without a character style.
_STYLE = (
    f'<w:style xmlns:w="{WORD_NAMESPACE}" w:type="character" w:customStyle="1" '
    f'w:styleId="{LINK_STYLE}"><w:name w:val="Tautan Naskah"/><w:rPr><w:color w:val="0563C1"/>'
    '<w:u w:val="single"/></w:rPr></w:style>'
)
# What an address may hold as it is; anything else is written as its code.
_KEPT = "%/:?#[]@!$&'()*+,;=~"


class Links:
    """The links of a document while it is rendered: each address of a part has one relation."""

    def __init__(self) -> None:
        self._ids: dict[tuple[str, str], str] = {}

    def element(self, part: str, address: str, runs: str) -> str:
        """The runs as a link in a part, in WordprocessingML."""
        key = self._ids.setdefault((part, address), f"rIdTautan{len(self._ids) + 1}")
        return (
            f'<w:hyperlink xmlns:r="{_OFFICE}" r:id="{escape(key)}" w:history="1">{runs}'
            "</w:hyperlink>"
        )

    def add_relations(self, parts: WordPackage) -> None:
        """Add the relations to the package, and the style of links to its styles."""
        if self._ids:
            _add_style(parts.root(STYLES_PART))
        for (part, address), key in self._ids.items():
            folder, _, name = part.rpartition("/")
            relations = f"{folder}/_rels/{name}.rels"
            if relations not in parts:
                parts[relations] = _NONE
            attributes = {
                "Id": key,
                "Type": f"{_OFFICE}/hyperlink",
                "Target": quote(address, safe=_KEPT),
                "TargetMode": "External",
            }
            etree.SubElement(parts.root(relations), f"{{{_PACKAGE}}}Relationship", attributes)


def _add_style(styles: etree._Element) -> None:
    known = {w_attribute(style, "styleId") for style in w_children(styles, "style")}
    if LINK_STYLE not in known:
        styles.append(etree.fromstring(_STYLE))
