"""A template as it is read: what is the same for every document made from it, prepared once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from functools import lru_cache
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, Undefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from zi_docs import ooxml
from zi_docs.word.tags import NumberedSource, TemplateTag, template_tags
from zi_docs.word.wordml import BODY_PART, STYLES_PART, style_ids, w

Finalize = Callable[[object], object]

_FOOTNOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


class TemplateEnvironment(SandboxedEnvironment):
    """The Jinja environment of a template: sandboxed, strict, escaping, without globals.

    It compiles each part once. Every value that is printed goes through `printing`, which each
    rendering sets for itself.
    """

    def __init__(self, undefined: type[Undefined] = StrictUndefined) -> None:
        super().__init__(undefined=undefined, autoescape=True, finalize=self._printed)
        self.globals.clear()
        self.printing: Finalize = str
        self._compiled: dict[str, Template] = {}

    def from_string(self, source: Any, *_: object, **__: object) -> Template:
        """The compiled template of a source."""
        if source not in self._compiled:
            self._compiled[source] = super().from_string(source)
        return self._compiled[source]

    def _printed(self, value: object) -> object:
        return self.printing(value)


class TextPart:
    """A part of a template with text: its name, and the source that Jinja is given.

    `shell` is the document around the text of the body; other parts are all text.
    """

    def __init__(
        self, name: str, source: NumberedSource, parser: etree.XMLParser | None = None
    ) -> None:
        self.name = name
        self.source = source
        self._parser = parser

    def parsed(self, xml: str) -> etree._Element:
        """The root of the rendered part. Raises XMLSyntaxError where it is no XML."""
        return etree.fromstring(xml.encode(), self._parser)


class BodyText(TextPart):
    """The body of a template; docxtpl renders it without the document around it."""

    def __init__(self, name: str, source: NumberedSource, document: bytes) -> None:
        super().__init__(name, source)
        self._shell = etree.fromstring(document)
        body = self._shell.find(w("body"))
        if body is not None:
            body.clear()

    def parsed(self, xml: str) -> etree._Element:
        """The root of the rendered document."""
        shell = deepcopy(self._shell)
        body = shell.find(w("body"))
        if body is not None:
            shell.replace(body, super().parsed(xml))
        return shell


class TemplateSource:
    """What a template is, apart from what fills it.

    `parts` are those of its file, `saved` the same parts as python-docx writes them; `styles` maps
    style names in lower case to style IDs; `texts` are the parts with text, in the order in which
    docxtpl renders them.
    """

    def __init__(self, file: str, package: bytes) -> None:
        self.parts = ooxml.read_parts(package)
        self.styles = style_ids(self.parts[STYLES_PART])
        self.environment = TemplateEnvironment()
        self._tags: dict[str, list[TemplateTag]] = {}
        for tag in template_tags(self.parts, file):
            self._tags.setdefault(tag.place.part or BODY_PART, []).append(tag)
        reader = DocxTemplate(BytesIO(package))
        reader.init_docx()
        self.saved = saved_parts(reader.docx)
        self.texts = tuple(self._texts(reader))

    def _texts(self, reader: Any) -> Iterator[TextPart]:
        """The parts with text, patched by docxtpl so that Jinja can read them."""
        name = _part_name(reader.docx.part)
        source = self._numbered(name, reader.patch_xml(reader.get_xml()))
        yield BodyText(name, source, self.saved[name])
        # As python-docx parses a part: without the blanks between elements.
        parser = etree.XMLParser(remove_blank_text=True, resolve_entities=False)
        for kind in (reader.HEADER_URI, reader.FOOTER_URI):
            for _, part in reader.get_headers_footers(kind):
                name = _part_name(part)
                source = self._numbered(name, reader.patch_xml(reader.get_part_xml(part)))
                yield TextPart(name, source, parser)
        for part in reader.docx.part.package.parts:
            if part.content_type == _FOOTNOTES:
                name = _part_name(part)
                xml = self.saved[name].decode()
                yield TextPart(name, self._numbered(name, reader.patch_xml(xml)))

    def _numbered(self, name: str, xml: str) -> NumberedSource:
        return NumberedSource(xml, self._tags.get(name, []))


@lru_cache(maxsize=32)
def read_template(file: str, package: bytes) -> TemplateSource:
    """A template by the path that messages name and its content: read once per process.

    Raises one of OSError, BadZipFile, KeyError, ValueError, XMLSyntaxError for what is no template.
    """
    return TemplateSource(file, package)


def saved_parts(document: Any) -> dict[str, bytes]:
    """The parts of a python-docx document, as it writes them."""
    saved = BytesIO()
    document.save(saved)
    return ooxml.read_parts(saved.getvalue())


def package_part(document: Any, name: str) -> Any:
    """The part of a python-docx document with this name."""
    parts = document.part.package.parts
    return next(part for part in parts if _part_name(part) == name)


def _part_name(part: Any) -> str:
    return str(part.partname).lstrip("/")
