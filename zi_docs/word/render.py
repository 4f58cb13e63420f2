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
from zi_docs.word import (
    blanks,
    distances,
    drawing_numbers,
    introductions,
    list_numbering,
    page_count,
    page_layout,
    properties,
    table_passes,
    watermark,
)
from zi_docs.word.filling import StrictTemplate, TooLongError
from zi_docs.word.page_layout import PageLayout
from zi_docs.word.tag_faults import syntax_faults
from zi_docs.word.template_source import CHECK, TemplateSource, template_at
from zi_docs.word.values import MisfitError
from zi_docs.word.word_package import WordPackage

_QUOTED = re.compile(r"'([^']+)'")
REPETITIONS = "Periksalah perulangan ({% for … %}) dan hitungan di dalamnya."
_ELEMENT = re.compile(r"has no element (\S+)")


def render_docx(
    template: Path,
    context: Mapping[str, object],
    layout: PageLayout,
    about: Properties,
    watermark_text: str = "",
    *,
    for_srikandi: bool = False,
    one_page: bool = False,
) -> bytes:
    """Render a template, with `watermark_text` (if any) on every page.

    `for_srikandi`: it may hold variables that SRIKANDI fills. A paper of `one_page` does not say
    how many it has. The same arguments give the same bytes. Raises TemplateError, naming template,
    part and paragraph, if the template uses a name that the context does not have, holds what must
    not be printed, or cannot be read.
    """
    source = template_at(template)
    source.refuse_faults(for_srikandi=for_srikandi)
    parts = _filled(template, source, context)
    table_passes.drop_omitted_columns(parts)
    table_passes.merge_continued_cells(parts)
    distances.space_paragraphs(parts)
    list_numbering.restart_lists(parts)
    introductions.keep_introductions(parts)
    page_layout.apply_layout(parts, layout)
    # The parts of a table keep the widths that it was given as a whole.
    table_passes.split_tables_at_group_headings(parts)
    table_passes.split_tables_at_page_breaks(parts)
    if one_page:
        page_count.drop_page_count(parts)
    blanks.widen_blanks(parts)
    if watermark_text:
        watermark.add_watermark(parts, watermark_text)
    drawing_numbers.number_drawings(parts)
    properties.write_properties(parts, about)
    return ooxml.write_parts(parts)


def _filled(template: Path, source: TemplateSource, context: Mapping[str, object]) -> WordPackage:
    document = StrictTemplate(source)
    try:
        return document.fill(context, document.finalizer())
    except TemplateSyntaxError as problem:
        raise _syntax_error(template, source) from problem
    except etree.XMLSyntaxError as problem:
        raise broken_output_error(template) from problem
    except TooLongError as problem:
        raise too_long_error(template) from problem
    except Exception as problem:
        # An exception from an expression of the template is a fault of the template; any other
        # is a fault of the program.
        tag = document.failed_tag(problem)
        if tag is None:
            raise
        raise TemplateError(
            f"{tag.place}: {tag.text}: {explain_failure(problem)}.", CHECK
        ) from problem


def explain_failure(problem: Exception) -> str:
    """The meaning of an exception raised while rendering, in Indonesian, without the place."""
    if isinstance(problem, MisfitError):
        return problem.reason
    names = _QUOTED.findall(str(problem))
    if isinstance(problem, SecurityError):
        return f"perintah terlarang ({', '.join(names)})" if names else "perintah terlarang"
    if isinstance(problem, UndefinedError):
        return f"isi “{(_ELEMENT.findall(str(problem)) or names[-1:] or ['?'])[0]}” tidak tersedia"
    if isinstance(problem, ZeroDivisionError):
        return "membagi dengan nol"
    if isinstance(problem, MemoryError | OverflowError | RecursionError):
        return "hasilnya terlalu besar"
    return "tidak dapat dihitung karena jenis isinya tidak cocok"


def broken_output_error(template: Path) -> TemplateError:
    """The error for a template whose output is invalid XML: a block that is not closed evenly."""
    return TemplateError(
        f"Templat {template}: hasilnya bukan naskah Word yang sah, sebab ada blok yang dibuka dan "
        "ditutup di paragraf, baris, atau sel yang berlainan.",
        "Penanda {%p …%} dan {%tr …%} harus berdiri sendiri dalam paragraf atau barisnya. " + CHECK,
    )


def too_long_error(template: Path) -> TemplateError:
    """The error for a template that repeats something over and over."""
    return TemplateError(
        f"Templat {template}: hasilnya terlalu panjang untuk sebuah naskah.", REPETITIONS
    )


def _syntax_error(template: Path, source: TemplateSource) -> TemplateError:
    for tags in source.tags.values():
        for fault in syntax_faults(tags, source.environment):
            return TemplateError(f"{fault.place}: {fault.message}", CHECK)
    return TemplateError(f"Templat {template}: ada penanda yang keliru.", CHECK)
