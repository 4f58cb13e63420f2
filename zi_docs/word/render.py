"""Template and context -> the bytes of a DOCX."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from lxml import etree

from zi_docs import ooxml
from zi_docs.errors import TemplateError
from zi_docs.product import Properties
from zi_docs.word import list_numbering, page_layout, properties, table_passes, watermark
from zi_docs.word.filling import StrictTemplate
from zi_docs.word.page_layout import PageLayout
from zi_docs.word.tags import tag_faults
from zi_docs.word.template_source import TemplateEnvironment
from zi_docs.word.values import MisfitError
from zi_docs.word.word_package import WordPackage

_CHECK = "Jalankan `python generate.py templat periksa` untuk melihat semua kesalahannya."
_QUOTED = re.compile(r"'([^']+)'")


def render_docx(
    template: Path,
    context: Mapping[str, object],
    layout: PageLayout,
    about: Properties,
    watermark_text: str = "",
) -> bytes:
    """Render a template, with `watermark_text` (if any) on every page.

    The same arguments give the same bytes. Raises TemplateError, naming template, part and
    paragraph, if the template uses a name that the context does not have or cannot be read.
    """
    parts = _filled(template, context)
    table_passes.drop_omitted_columns(parts)
    table_passes.merge_continued_cells(parts)
    table_passes.split_tables_at_page_breaks(parts)
    list_numbering.restart_lists(parts)
    page_layout.apply_layout(parts, layout)
    if watermark_text:
        watermark.add_watermark(parts, watermark_text)
    properties.write_properties(parts, about)
    return ooxml.write_parts(parts)


def _filled(template: Path, context: Mapping[str, object]) -> WordPackage:
    document = StrictTemplate(template)
    try:
        return document.fill(context, document.finalizer())
    except TemplateSyntaxError as problem:
        raise _syntax_error(template, document, problem) from problem
    except etree.XMLSyntaxError as problem:
        raise broken_output_error(template, problem) from problem
    except Exception as problem:
        # An exception from an expression of the template is a fault of the template; any other
        # is a fault of the program.
        tag = document.failed_tag(problem)
        if tag is None:
            raise
        raise TemplateError(
            f"{tag.location}: {tag.text}: {explain_failure(problem)}.", _CHECK
        ) from problem


def explain_failure(problem: Exception) -> str:
    """The meaning of an exception raised while rendering, in Indonesian, without the place."""
    if isinstance(problem, MisfitError):
        return problem.reason
    if isinstance(problem, SecurityError):
        return f"perintah terlarang ({problem})"
    if isinstance(problem, UndefinedError):
        name = _QUOTED.findall(str(problem))[-1:] or [str(problem)]
        return f"isi “{name[0]}” tidak tersedia"
    return f"tidak dapat dihitung ({problem})"


def broken_output_error(template: Path, problem: Exception) -> TemplateError:
    """The error for a template whose output is invalid XML: a block that is not closed evenly."""
    return TemplateError(
        f"Templat {template}: hasilnya bukan naskah Word yang sah ({problem}).",
        "Penanda {%p …%} dan {%tr …%} harus berdiri sendiri dalam paragraf atau barisnya. "
        + _CHECK,
    )


def _syntax_error(
    template: Path, document: StrictTemplate, problem: TemplateSyntaxError
) -> TemplateError:
    for fault in tag_faults(document.parts, str(template), TemplateEnvironment()):
        return TemplateError(f"{fault.tag.location}: {fault.message}", _CHECK)
    return TemplateError(f"Templat {template}: penanda keliru ({problem.message}).", _CHECK)
