"""The rendering of one template, from file and context to the bytes of a DOCX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, Undefined
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import TemplateError as JinjaError
from jinja2.sandbox import SandboxedEnvironment
from lxml import etree

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.render import numbering, page, properties, tables
from zi_docs.render.page import PageLayout
from zi_docs.render.places import locate
from zi_docs.render.properties import DocumentProperties
from zi_docs.render.values import UnknownStyleError, finalizer
from zi_docs.render.words import style_ids

_CHECK = "Jalankan `python generate.py templat periksa` untuk melihat letaknya."
_QUOTED = re.compile(r"'([^']+)'")


class StrictTemplate(DocxTemplate):  # type: ignore[misc]  # docxtpl is untyped
    """docxtpl with its two leniencies taken away."""

    def fix_tables(self, xml: str) -> Any:
        """Parse the rendered body; broken XML is an error instead of a silent loss of text."""
        return etree.fromstring(xml)

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave the core properties alone: escaped twice here, they are written by a pass."""


def environment(undefined: type[Undefined] = StrictUndefined) -> SandboxedEnvironment:
    """The only environment templates run in: sandboxed, strict, escaped, without globals."""
    made = SandboxedEnvironment(undefined=undefined, autoescape=True)
    made.globals.clear()
    return made


def render(
    template: Path,
    context: Mapping[str, object],
    layout: PageLayout,
    about: DocumentProperties,
) -> bytes:
    """Render a template. The same arguments give the same bytes.

    Raises TemplateError naming template, part and paragraph when the template asks for what the
    context does not hold, or cannot be read at all.
    """
    parts = ooxml.read_parts(fill(template, context, environment()))
    tables.merge_continued(parts)
    tables.split_at_breaks(parts)
    numbering.restart_lists(parts)
    page.apply(parts, layout)
    properties.write(parts, about)
    return ooxml.write_parts(parts)


def fill(template: Path, context: Mapping[str, object], env: SandboxedEnvironment) -> bytes:
    """Only docxtpl's part of the work: the template with its tags replaced."""
    try:
        source = template.read_bytes()
        styles = style_ids(ooxml.read_parts(source)["word/styles.xml"])
        document = StrictTemplate(BytesIO(source))
        env.finalize = finalizer(document, styles)
        document.render(dict(context), env)
        filled = BytesIO()
        document.save(filled)
        return filled.getvalue()
    except (JinjaError, UnknownStyleError, etree.XMLSyntaxError) as problem:
        raise _told(template, problem) from problem
    except (OSError, KeyError, ValueError) as problem:
        raise TemplateError(
            f"Templat {template} tidak dapat dibaca sebagai berkas Word.",
            "Kembalikan berkasnya, atau tulis yang baru dengan `python generate.py templat baru`.",
        ) from problem


def _told(template: Path, problem: Exception) -> TemplateError:
    if isinstance(problem, UnknownStyleError):
        return TemplateError(
            f"Templat {template}: gaya “{problem}” tidak ada.",
            "Buatlah gaya itu di Word, atau tulis templat baru.",
        )
    if isinstance(problem, SecurityError):
        return TemplateError(f"Templat {template}: ada perintah terlarang ({problem}).", _CHECK)
    if isinstance(problem, UndefinedError):
        name = _QUOTED.findall(str(problem))[-1:] or [str(problem)]
        spot = locate(template, name[0])
        return TemplateError(f"{spot}: isi “{name[0]}” tidak tersedia.", _CHECK)
    if isinstance(problem, TemplateSyntaxError):
        return TemplateError(f"Templat {template}: penanda keliru ({problem.message}).", _CHECK)
    return TemplateError(
        f"Templat {template}: hasilnya bukan naskah Word yang sah ({problem}).",
        "Penanda berisi paragraf harus berawalan {{p …}}, dan teks berformat {{r …}}. " + _CHECK,
    )
