"""A pass that writes the core properties of a document: title, author, date and the like."""

from __future__ import annotations

from collections.abc import MutableMapping
from xml.sax.saxutils import escape

from zi_docs.product import Properties
from zi_docs.word.values import xml_text

_PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_LANGUAGE = "id-ID"
_CORE = "docProps/core.xml"
_TYPE = (
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)
_RELATION = (
    '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/'
    'relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>'
)


def write_properties(parts: MutableMapping[str, bytes], about: Properties) -> None:
    """Write the whole `docProps/core.xml`: docxtpl would keep that of the template."""
    timestamp = f"{about.stamp.isoformat()}T00:00:00Z"
    fields = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.author,
        # No-break spaces: LibreOffice would make each word a keyword of its own.
        "cp:keywords": about.keywords.replace(" ", "\u00a0"),
        "cp:lastModifiedBy": about.author,
        "dc:language": _LANGUAGE,
    }
    core = "".join(f"<{name}>{escape(xml_text(text))}</{name}>" for name, text in fields.items())
    core += "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{timestamp}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    _declare_core_part(parts)
    parts[_CORE] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{core}</cp:coreProperties>'
    ).encode()


def _declare_core_part(parts: MutableMapping[str, bytes]) -> None:
    """Register the part in the package when the template has no core properties."""
    if _CORE not in parts:
        for name, closing_tag, entry in (
            ("[Content_Types].xml", b"</Types>", _TYPE),
            ("_rels/.rels", b"</Relationships>", _RELATION),
        ):
            parts[name] = parts[name].replace(closing_tag, entry.encode())
