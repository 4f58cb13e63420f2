"""The rendering of one template, from file and context to the bytes of a DOCX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.product import Properties
from zi_docs.word import list_numbering as numbering
from zi_docs.word import mark, page, properties, tables
from zi_docs.word.filling import StrictTemplate, environment
from zi_docs.word.page import PageLayout
from zi_docs.word.tags import faults
from zi_docs.word.values import MisfitError

_CHECK = "Jalankan `python generate.py templat periksa` untuk melihat semua kesalahannya."
_QUOTED = re.compile(r"'([^']+)'")


def render(
    template: Path,
    context: Mapping[str, object],
    layout: PageLayout,
    about: Properties,
    word: str = "",
) -> bytes:
    """Render a template, `word` pale on every page. The same arguments give the same bytes.

    Raises TemplateError naming template, part and paragraph when the template asks for what the
    context does not hold, or cannot be read at all.
    """
    parts = ooxml.read_parts(_filled(template, context))
    tables.drop_omitted(parts)
    tables.merge_continued(parts)
    tables.split_at_breaks(parts)
    numbering.restart_lists(parts)
    page.apply(parts, layout)
    if word:
        mark.mark_pages(parts, word)
    properties.write(parts, about)
    return ooxml.write_parts(parts)


def _filled(template: Path, context: Mapping[str, object]) -> bytes:
    document = StrictTemplate(template)
    try:
        return document.fill(context, environment(), document.finalizer())
    except TemplateSyntaxError as problem:
        raise _miswritten(template, document, problem) from problem
    except etree.XMLSyntaxError as problem:
        raise unsound(template, problem) from problem
    except Exception as problem:
        # Whatever a template's own expression raises is the template's fault; the rest is ours.
        tag = document.failed(problem)
        if tag is None:
            raise
        raise TemplateError(f"{tag.spot}: {tag.text}: {explained(problem)}.", _CHECK) from problem


def explained(problem: Exception) -> str:
    """What an exception of a rendering means, in Indonesian, without its place."""
    if isinstance(problem, MisfitError):
        return problem.what
    if isinstance(problem, SecurityError):
        return f"perintah terlarang ({problem})"
    if isinstance(problem, UndefinedError):
        name = _QUOTED.findall(str(problem))[-1:] or [str(problem)]
        return f"isi “{name[0]}” tidak tersedia"
    return f"tidak dapat dihitung ({problem})"


def unsound(template: Path, problem: Exception) -> TemplateError:
    """The error of a template whose result is no XML: a block that starts and ends unevenly."""
    return TemplateError(
        f"Templat {template}: hasilnya bukan naskah Word yang sah ({problem}).",
        "Penanda {%p …%} dan {%tr …%} harus berdiri sendiri dalam paragraf atau barisnya. "
        + _CHECK,
    )


def _miswritten(
    template: Path, document: StrictTemplate, problem: TemplateSyntaxError
) -> TemplateError:
    for fault in faults(document.parts, str(template), environment()):
        return TemplateError(f"{fault.tag.spot}: {fault.message}", _CHECK)
    return TemplateError(f"Templat {template}: penanda keliru ({problem.message}).", _CHECK)
