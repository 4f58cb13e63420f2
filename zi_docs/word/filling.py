"""docxtpl made strict: it replaces the tags of a template and knows the tag of each failure."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Undefined
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.word.tags import (
    NumberedSource,
    TemplateTag,
    failed_template_line,
    template_frame,
    template_tags,
)
from zi_docs.word.values import Finalize, value_finalizer
from zi_docs.word.wordml import BODY_PART, STYLES_PART, style_ids

_UNREADABLE = (OSError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError)


def template_environment(undefined: type[Undefined] = StrictUndefined) -> SandboxedEnvironment:
    """The Jinja environment of all templates: sandboxed, strict, escaping, without globals."""
    env = SandboxedEnvironment(undefined=undefined, autoescape=True)
    env.globals.clear()
    return env


def unreadable(template: Path) -> TemplateError:
    """The error of a template that is missing or no Word file."""
    return TemplateError(
        f"Templat {template} tidak dapat dibaca sebagai berkas Word.",
        "Kembalikan berkasnya, atau salin templat bawaan dengan "
        "`python generate.py templat baru --ke FOLDER`.",
    )


class StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl is untyped
    """A template that drops nothing silently and knows which tag it is processing.

    Raises TemplateError if the file is missing or is not a Word file.
    """

    def __init__(self, template: Path) -> None:
        try:
            source = template.read_bytes()
            self.parts = ooxml.read_parts(source)
            self.styles = style_ids(self.parts[STYLES_PART])
            all_tags = list(template_tags(self.parts, str(template)))
            super().__init__(BytesIO(source))
            self.init_docx()
        except _UNREADABLE as problem:
            raise unreadable(template) from problem
        self._by_part: dict[str, list[TemplateTag]] = {}
        for tag in all_tags:
            self._by_part.setdefault(tag.place.part or BODY_PART, []).append(tag)
        self._numbered = NumberedSource("", [])
        self._lines: dict[int, int] = {}
        self.sources: list[str] = []

    def fill(
        self, context: Mapping[str, object], env: SandboxedEnvironment, finalize: Finalize
    ) -> bytes:
        """Replace the tags and return the DOCX; exceptions of Jinja are passed on."""
        env.finalize = finalize
        self.render(dict(context), env)
        filled = BytesIO()
        self.save(filled)
        return filled.getvalue()

    def finalizer(self) -> Finalize:
        """The function that turns a value into WordprocessingML for the current tag."""
        return value_finalizer(self, self.styles, self._current_prefix)

    def current_tag(self) -> TemplateTag | None:
        """The tag being processed; call it during rendering."""
        frame = template_frame(sys._getframe(1))
        if frame is None:
            return None
        if frame.f_lineno not in self._lines:
            template = frame.f_globals["__jinja_template__"]
            self._lines[frame.f_lineno] = template.get_corresponding_lineno(frame.f_lineno)
        return self._numbered.tag(self._lines[frame.f_lineno])

    def failed_tag(self, problem: BaseException) -> TemplateTag | None:
        """The tag that raised an exception; call it after rendering."""
        return self._numbered.tag(failed_template_line(problem))

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> Any:
        """Render a part with each tag on a line of its own."""
        name = str(part.partname).lstrip("/")
        self._numbered = NumberedSource(src_xml, self._by_part.get(name, []))
        self._lines = {}
        self.sources.append(self._numbered.text)
        return super().render_xml_part(self._numbered.text, part, context, jinja_env)

    def fix_tables(self, xml: str) -> Any:
        """Parse the rendered body; invalid XML raises an error instead of silently losing text."""
        return etree.fromstring(xml)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Do nothing: docxtpl would escape core properties twice; a later pass writes them."""

    def _current_prefix(self) -> str:
        tag = self.current_tag()
        return tag.prefix if tag else ""
