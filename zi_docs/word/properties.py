"""A pass that writes the document's properties: what it is, whose, of which day."""

from __future__ import annotations

from xml.sax.saxutils import escape

from zi_docs.product import Properties
from zi_docs.word.values import clean

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


def write(parts: dict[str, bytes], about: Properties) -> None:
    """Write `docProps/core.xml` whole: docxtpl would leave the template's own."""
    when = f"{about.stamp.isoformat()}T00:00:00Z"
    fields = {
        "dc:title": about.title,
        "dc:subject": about.subject,
        "dc:creator": about.author,
        # Hard spaces: LibreOffice would make every word a keyword of its own.
        "cp:keywords": about.keywords.replace(" ", "\u00a0"),
        "cp:lastModifiedBy": about.author,
        "dc:language": _LANGUAGE,
    }
    core = "".join(f"<{name}>{escape(clean(text))}</{name}>" for name, text in fields.items())
    core += "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{when}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    _declare(parts)
    parts[_CORE] = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{core}</cp:coreProperties>'
    ).encode()


def _declare(parts: dict[str, bytes]) -> None:
    """Make the package know of its core properties when the template has none."""
    if _CORE not in parts:
        for name, end, entry in (
            ("[Content_Types].xml", b"</Types>", _TYPE),
            ("_rels/.rels", b"</Relationships>", _RELATION),
        ):
            parts[name] = parts[name].replace(end, entry.encode())
