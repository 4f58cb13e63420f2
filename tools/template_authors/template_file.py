"""A Word file around a body: the parts that every template has."""

from __future__ import annotations

from dataclasses import dataclass

from tools.template_authors.template_styles import Level, Style, numbering_part, styles_part
from zi_docs import ooxml

_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_SPACES = f'xmlns:w="{_MAIN}" xmlns:r="{_OFFICE}"'

_FIRST = "header-first.xml"
_KINDS = {
    "word/document.xml": f"{_WORD}.document.main+xml",
    "word/styles.xml": f"{_WORD}.styles+xml",
    "word/numbering.xml": f"{_WORD}.numbering+xml",
    "word/settings.xml": f"{_WORD}.settings+xml",
    "word/header.xml": f"{_WORD}.header+xml",
    "word/footer.xml": f"{_WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


@dataclass(frozen=True)
class Template:
    """A template to write: body markup, header and footer paragraphs, styles, numberings.

    Of two styles with one name the later one counts: a template's own replaces a shared one.
    `first_header` is the header of a section's first page, where a section names one.
    """

    title: str
    body: str
    header: str
    footer: str
    styles: tuple[Style, ...]
    base: Style
    font: str
    lists: tuple[tuple[Level, ...], ...] = ()
    first_header: str = ""


def write(template: Template) -> bytes:
    """The template as a Word file; the same template gives the same bytes."""
    styles = tuple({style.id: style for style in template.styles}.values())
    parts = {
        "[Content_Types].xml": _content_types(first_header=bool(template.first_header)),
        "_rels/.rels": _relations(
            ("rId1", "officeDocument", "word/document.xml"),
            ("rId3", "extended-properties", "docProps/app.xml"),
            core="docProps/core.xml",
        ),
        "word/_rels/document.xml.rels": _relations(
            ("rIdStyles", "styles", "styles.xml"),
            ("rIdNumbering", "numbering", "numbering.xml"),
            ("rIdSettings", "settings", "settings.xml"),
            ("rIdHeader", "header", "header.xml"),
            ("rIdFooter", "footer", "footer.xml"),
            *([("rIdFirstHeader", "header", _FIRST)] if template.first_header else ()),
        ),
        "word/document.xml": f"<w:document {_SPACES}><w:body>{template.body}</w:body></w:document>",
        "word/styles.xml": styles_part(styles, template.base, template.font),
        "word/numbering.xml": numbering_part(template.lists, styles),
        "word/settings.xml": _settings(),
        "word/header.xml": f"<w:hdr {_SPACES}>{template.header}</w:hdr>",
        "word/footer.xml": f"<w:ftr {_SPACES}>{template.footer}</w:ftr>",
        "docProps/core.xml": _core(template.title),
        "docProps/app.xml": _app(),
    }
    if template.first_header:
        parts[f"word/{_FIRST}"] = f"<w:hdr {_SPACES}>{template.first_header}</w:hdr>"
    return ooxml.write_parts({name: (_XML + part).encode() for name, part in parts.items()})


def _content_types(*, first_header: bool) -> str:
    first = {f"word/{_FIRST}": f"{_WORD}.header+xml"} if first_header else {}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>'
        for name, kind in (_KINDS | first).items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="jpg" ContentType="image/jpeg"/>{overrides}</Types>'
    )


def _relations(*targets: tuple[str, str, str], core: str = "") -> str:
    relations = "".join(
        f'<Relationship Id="{key}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for key, kind, target in targets
    )
    if core:
        kind = f"{_PACKAGE}/relationships/metadata/core-properties"
        relations += f'<Relationship Id="rIdCore" Type="{kind}" Target="{core}"/>'
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _settings() -> str:
    # Compatibility mode 15 keeps Word from laying out by the rules of an older release.
    mode = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'<w:settings xmlns:w="{_MAIN}"><w:defaultTabStop w:val="720"/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/><w:compat>{mode}</w:compat>'
        f'<w:themeFontLang w:val="id-ID"/></w:settings>'
    )


def _core(title: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:language>id-ID</dc:language></cp:coreProperties>"
    )


def _app() -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'<Properties xmlns="{space}"><Application>zi_docs</Application></Properties>'
