"""Context values -> WordprocessingML, by their type.

`RichText` becomes runs (`{{r x }}`), `Flow` paragraphs (`{{p x }}`), `CONTINUED` the mark of a
merged cell; anything else is plain text, escaped. What a cell of the workbook says stays literal:
braces are written as character references, so that nothing in it looks like a tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import count

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Undefined, UndefinedError
from markupsafe import Markup, escape

from zi_docs.render.words import CONTINUED_STYLE
from zi_docs.text import Continued, Flow, Paragraph, Picture, RichText, Span

Finalize = Callable[[object], object]

# What XML 1.0 cannot hold, and what docxtpl takes for a new paragraph or page.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile(r"([\n\t])")
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_FIRST_BOOKMARK = 1000
_CONTINUED = Markup(f'<w:p><w:pPr><w:pStyle w:val="{CONTINUED_STYLE}"/></w:pPr></w:p>')


class UnknownStyleError(ValueError):
    """A paragraph asks for a style that the template does not have."""


def literal(text: str) -> Markup:
    """Text as XML character data that no later pass takes for markup or a tag."""
    safe = escape(_ILLEGAL.sub("", text))
    return Markup(str(safe).replace("{", "&#123;").replace("}", "&#125;"))


def finalizer(template: DocxTemplate, styles: Mapping[str, str]) -> Finalize:
    """The function that an environment calls on every value a template prints.

    `styles` gives style IDs by name. Raises UnknownStyleError, and UndefinedError for None:
    a missing value is never a silent gap.
    """
    bookmarks = count(_FIRST_BOOKMARK)

    def finalize(value: object) -> object:
        if isinstance(value, Undefined | Markup):
            return value
        if value is None:
            raise UndefinedError("None")
        if isinstance(value, RichText):
            return Markup(_runs(value))
        if isinstance(value, Flow):
            flow = value.paragraphs or (Paragraph("Normal"),)
            return Markup("".join(_paragraph(p, styles, bookmarks) for p in flow))
        if isinstance(value, Continued):
            return _CONTINUED
        if isinstance(value, Picture):
            image = InlineImage(template, BytesIO(value.data), height=Mm(value.height_mm))
            return Markup(str(image))
        return literal(str(value))

    return finalize


def _paragraph(paragraph: Paragraph, styles: Mapping[str, str], bookmarks: count[int]) -> str:
    style = styles.get(paragraph.style)
    if style is None:
        raise UnknownStyleError(paragraph.style)
    anchor = _bookmark(paragraph.anchor, next(bookmarks)) if paragraph.anchor else ""
    page = "<w:pageBreakBefore/>" if paragraph.breaks else ""
    look = f'<w:pPr><w:pStyle w:val="{style}"/>{page}</w:pPr>'
    return f"<w:p>{look}{anchor}{_runs(paragraph.text)}</w:p>"


def _bookmark(name: str, number: int) -> str:
    # Word allows letters, digits and underscores, at most 40 of them.
    safe = re.sub(r"\W", "_", name)[:40]
    return f'<w:bookmarkStart w:id="{number}" w:name="{safe}"/><w:bookmarkEnd w:id="{number}"/>'


def _runs(text: RichText) -> str:
    return "".join(_run(span) for span in text.spans)


def _run(span: Span) -> str:
    look = ("<w:b/>" if span.bold else "") + ("<w:i/>" if span.italic else "")
    pieces = (
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{literal(piece)}</w:t>'
        for piece in _BREAKS.split(span.text)
        if piece
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(pieces)}</w:r>"
