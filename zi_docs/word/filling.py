"""docxtpl made strict: the tags of a template replaced, every fault with the tag it arose at."""

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
from zi_docs.word.tags import Numbered, Tag, failed_line, tags, template_frame
from zi_docs.word.values import Finalize, finalizer
from zi_docs.word.vocabulary import BODY, STYLES, style_ids

_UNREADABLE = (OSError, BadZipFile, KeyError, ValueError, etree.XMLSyntaxError)


def environment(undefined: type[Undefined] = StrictUndefined) -> SandboxedEnvironment:
    """The only environment templates run in: sandboxed, strict, escaped, without globals."""
    made = SandboxedEnvironment(undefined=undefined, autoescape=True)
    made.globals.clear()
    return made


def unreadable(template: Path) -> TemplateError:
    """The error of a template that is missing or no Word file."""
    return TemplateError(
        f"Templat {template} tidak dapat dibaca sebagai berkas Word.",
        "Kembalikan berkasnya, atau salin templat bawaan dengan `python generate.py templat baru --ke FOLDER`.",
    )


class StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl is untyped
    """A template that loses nothing silently and knows which tag it is at.

    Raises TemplateError when the file is missing or no Word file.
    """

    def __init__(self, template: Path) -> None:
        try:
            source = template.read_bytes()
            self.parts = ooxml.read_parts(source)
            self.styles = style_ids(self.parts[STYLES])
            found = list(tags(self.parts, str(template)))
            super().__init__(BytesIO(source))
            self.init_docx()
        except _UNREADABLE as problem:
            raise unreadable(template) from problem
        self._by_part: dict[str, list[Tag]] = {}
        for tag in found:
            self._by_part.setdefault(tag.place.part or BODY, []).append(tag)
        self._numbered = Numbered("", [])
        self._lines: dict[int, int] = {}
        self.sources: list[str] = []

    def fill(
        self, context: Mapping[str, object], env: SandboxedEnvironment, finalize: Finalize
    ) -> bytes:
        """Replace the tags and give the package; whatever Jinja raises goes through."""
        env.finalize = finalize
        self.render(dict(context), env)
        filled = BytesIO()
        self.save(filled)
        return filled.getvalue()

    def finalizer(self) -> Finalize:
        """What turns values into WordprocessingML at the tag being printed."""
        return finalizer(self, self.styles, self._prefix)

    def running(self) -> Tag | None:
        """The tag that is being worked on, asked from within a rendering."""
        frame = template_frame(sys._getframe(1))
        if frame is None:
            return None
        if frame.f_lineno not in self._lines:
            template = frame.f_globals["__jinja_template__"]
            self._lines[frame.f_lineno] = template.get_corresponding_lineno(frame.f_lineno)
        return self._numbered.tag(self._lines[frame.f_lineno])

    def failed(self, problem: BaseException) -> Tag | None:
        """The tag at which an exception arose, asked after the rendering."""
        return self._numbered.tag(failed_line(problem))

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> Any:
        """Render a part, its tags told apart by their lines."""
        name = str(part.partname).lstrip("/")
        self._numbered = Numbered(src_xml, self._by_part.get(name, []))
        self._lines = {}
        self.sources.append(self._numbered.text)
        return super().render_xml_part(self._numbered.text, part, context, jinja_env)

    def fix_tables(self, xml: str) -> Any:
        """Parse the rendered body; broken XML is an error instead of a silent loss of text."""
        return etree.fromstring(xml)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave the core properties alone: escaped twice here, they are written by a pass."""

    def _prefix(self) -> str:
        tag = self.running()
        return tag.prefix if tag else ""
