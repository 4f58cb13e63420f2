"""A template as it is read: what is the same for every document made from it, prepared once."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy
from functools import cached_property, lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Template, Undefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.findings import Finding, Severity
from zi_docs.folders import read_regular
from zi_docs.word import tag_faults, template_faults
from zi_docs.word.part_text import PartText
from zi_docs.word.tag_text import join_tags
from zi_docs.word.tags import NumberedSource, template_tags
from zi_docs.word.template_package import format_fault, package_faults, unreadable
from zi_docs.word.wordml import STYLES_PART, part_bytes, style_ids, text_parts, w

Finalize = Callable[[object], object]

_NOTES = tuple(
    f"application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
    for kind in ("footnotes", "endnotes")
)
CHECK = "Jalankan `python generate.py templat periksa` untuk melihat semua kesalahannya."


class FaultyTemplateError(TemplateError):
    """A template that must not be filled; `findings` are all that was seen in it."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        first = findings[0]
        super().__init__(f"{first.place}: {first.message}", CHECK)
        self.findings = tuple(findings)

    def __reduce__(self) -> tuple[object, ...]:
        # Another process may raise it.
        return FaultyTemplateError, (self.findings,)


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
    """What a template is, apart from what fills it: read in one way to check and to fill it.

    `package` is its file with the tags joined; `saved` are its parts as python-docx writes them;
    `styles` maps style names in lower case to style IDs; `tags` are all its tags, by part;
    `texts` are the parts with text, in the order in which docxtpl renders them. `findings` are the
    faults that need no context; `variables` those of a paper that is not for SRIKANDI. Raises
    FaultyTemplateError for a file that is no Word document.
    """

    def __init__(self, file: str, package: bytes) -> None:
        if fault := format_fault(file, package):
            raise FaultyTemplateError([fault])
        self._trees: dict[str, nodes.Template | None] = {}
        self.findings: tuple[Finding, ...] = ()
        try:
            self._read(file, package)
        except Exception as problem:
            # python-docx raises whatever a part makes it raise that is not what its name says.
            raise FaultyTemplateError(self.findings or [unreadable(file)]) from problem

    def _read(self, file: str, package: bytes) -> None:
        parts = ooxml.read_parts(package)
        roots = {name: etree.fromstring(parts[name]) for name in text_parts(parts)}
        joined = {name: part_bytes(root) for name, root in roots.items() if join_tags(root)}
        self.package = ooxml.write_parts(parts | joined) if joined else package
        self.styles = style_ids(parts[STYLES_PART])
        self.environment = TemplateEnvironment()
        written = [PartText(file, name, root) for name, root in roots.items()]
        self.tags = {part.name: template_tags(part) for part in written}
        self.findings = tuple(self._faults(file, parts, written))
        self.variables = tuple(
            fault for part in written for fault in template_faults.variable_faults(part)
        )
        reader = DocxTemplate(BytesIO(self.package))
        reader.init_docx()
        self.saved = saved_parts(reader.docx)
        self.texts = tuple(self._texts(reader))

    def refuse_faults(self, *, for_srikandi: bool) -> None:
        """Raise FaultyTemplateError if the template must not be filled."""
        faults = [fault for fault in self.findings if fault.severity is Severity.ERROR]
        faults += () if for_srikandi else self.variables
        if faults:
            raise FaultyTemplateError(faults)

    def tree(self, text: TextPart) -> nodes.Template | None:
        """A part as Jinja reads it; None where it cannot be read."""
        if text.name not in self._trees:
            try:
                self._trees[text.name] = self.environment.parse(text.source.text)
            except TemplateSyntaxError:
                self._trees[text.name] = None
        return self._trees[text.name]

    @cached_property
    def undeclared(self) -> frozenset[str]:
        """The names that a context must have."""
        trees = (self.tree(text) for text in self.texts)
        return frozenset(name for tree in trees if tree for name in find_undeclared_variables(tree))

    def _faults(
        self, file: str, parts: Mapping[str, bytes], written: Sequence[PartText]
    ) -> Iterator[Finding]:
        yield from package_faults(file, parts)
        yield from template_faults.unread_tags(file, parts)
        for part in written:
            yield from template_faults.mark_faults(part)
            yield from template_faults.field_faults(part)
            yield from template_faults.style_faults(part, self.styles)
            yield from template_faults.text_faults(part)
            yield from tag_faults.piece_faults(self.tags[part.name])

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
            if part.content_type in _NOTES:
                name = _part_name(part)
                xml = self.saved[name].decode()
                yield TextPart(name, self._numbered(name, reader.patch_xml(xml)))

    def _numbered(self, name: str, xml: str) -> NumberedSource:
        return NumberedSource(xml, self.tags.get(name, []))


def template_at(path: Path) -> TemplateSource:
    """The template in a file, read once per process for its content.

    Raises FaultyTemplateError if it is missing or no Word document.
    """
    try:
        package = read_regular(path)
    except OSError as problem:
        raise FaultyTemplateError([unreadable(str(path))]) from problem
    return _template(str(path), package)


_template = lru_cache(maxsize=32)(TemplateSource)


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
