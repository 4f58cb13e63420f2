"""docxtpl made strict: it replaces the tags of a template and knows the tag of each failure."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate

from zi_docs.word.links import Links
from zi_docs.word.tags import (
    NumberedSource,
    TemplateTag,
    failed_template_line,
    template_frame,
    template_line,
)
from zi_docs.word.template_source import (
    BodyText,
    Finalize,
    TemplateEnvironment,
    TemplateSource,
    package_part,
    saved_parts,
)
from zi_docs.word.values import value_finalizer
from zi_docs.word.word_package import WordPackage

# docxtpl numbers drawings from here.
_LAST_DRAWING = 1000
# The characters that docxtpl replaces in `resolve_listing`.
_LISTING = re.compile(r"[\t\n\a\f]")
# A paragraph, as docxtpl reads it there.
_PARAGRAPH = re.compile(r"<w:p(?: [^>]*)?>.*?</w:p>", re.DOTALL)

# Of XML, in one part; the longest paper of a year has 2 million.
_MOST_LETTERS = 32_000_000


class TooLongError(Exception):
    """A template whose text comes out longer than any paper."""


class StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl is untyped
    """A template that drops nothing silently and knows which tag it is processing.

    Each renders one document of a `source`.
    """

    def __init__(self, source: TemplateSource) -> None:
        self._source = source
        super().__init__(BytesIO(source.package))
        self.docx_ids_index = _LAST_DRAWING
        self._numbered = NumberedSource("", [])
        self._part, self._links = "", Links()

    def fill(
        self,
        context: Mapping[str, object],
        finalize: Finalize,
        env: TemplateEnvironment | None = None,
    ) -> WordPackage:
        """Replace the tags; exceptions of Jinja and of XML that is not well-formed are passed on.

        Raises TooLongError for a part that becomes so long that no office program opens it.
        `env` replaces the environment of the template, which keeps what it has compiled.
        """
        env = env or self._source.environment
        env.printing = finalize
        roots = {}
        for text in self._source.texts:
            self._numbered, self._part = text.source, text.name
            place = _PicturePlace(self, text.name)
            xml = self.render_xml_part(text.source.text, place, dict(context), env)
            if len(xml) > _MOST_LETTERS:
                raise TooLongError
            roots[text.name] = text.parsed(xml)
            if isinstance(text, BodyText):
                self.fix_docpr_ids(roots[text.name])
        # A picture adds a part and relations to python-docx's document.
        saved = self._source.saved if self.docx is None else saved_parts(self.docx)
        parts = WordPackage(saved, roots)
        self._links.add_relations(parts)
        return parts

    def finalizer(self) -> Finalize:
        """The function that turns a value into WordprocessingML for the current tag."""
        return value_finalizer(self, self._source.styles, self._current_prefix, self._link)

    def current_tag(self) -> TemplateTag | None:
        """The tag being processed; call it during rendering."""
        frame = template_frame(sys._getframe(1))
        if frame is None:
            return None
        template = frame.f_globals["__jinja_template__"]
        return self._numbered.tag(template_line(template, frame.f_lineno))

    def failed_tag(self, problem: BaseException) -> TemplateTag | None:
        """The tag that raised an exception; call it after rendering."""
        return self._numbered.tag(failed_template_line(problem))

    def resolve_listing(self, xml: str) -> Any:
        """Replace line breaks and tabs in the text of runs; few paragraphs contain any."""
        if not _LISTING.search(xml):
            return xml
        return _PARAGRAPH.sub(self._paragraph_with_listing, xml)

    def _paragraph_with_listing(self, match: re.Match[str]) -> str:
        paragraph = match.group()
        return super().resolve_listing(paragraph) if _LISTING.search(paragraph) else paragraph

    def _link(self, address: str, runs: str) -> str:
        return self._links.element(self._part, address, runs)

    def _current_prefix(self) -> str:
        tag = self.current_tag()
        return tag.prefix if tag else ""


class _PicturePlace:
    """Where docxtpl puts a picture: a part of a template that is opened only for pictures."""

    def __init__(self, template: StrictTemplate, part: str) -> None:
        self._template = template
        self._part = part

    def new_pic_inline(self, *picture: object) -> Any:
        """Add a picture to the part and return its XML (descriptor, width, height)."""
        self._template.init_docx()
        return package_part(self._template.docx, self._part).new_pic_inline(*picture)
