"""Context values -> WordprocessingML, by their type.

`RichText` becomes runs (`{{r x }}`), links among them, `Flow` paragraphs (`{{p x }}`), `CONTINUED`
the mark of a merged cell; anything else is escaped plain text. Text from the workbook stays
literal: braces are written as character references, so that no text looks like a tag.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from io import BytesIO
from itertools import count

from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import Undefined
from markupsafe import Markup, escape

from zi_docs.text import (
    Continued,
    Drawing,
    Flow,
    LinkSpan,
    Omitted,
    Paragraph,
    Picture,
    RaisedSpan,
    RichText,
    Span,
)
from zi_docs.word.template_source import Finalize
from zi_docs.word.wordml import CONTINUED_STYLE, LINK_STYLE, OMITTED_STYLE

# Characters that XML 1.0 forbids, and those that docxtpl reads as a new paragraph or page.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")
# What makes text differ from its XML: the above, markup and the braces of tags.
_NOT_LITERAL = re.compile("[&<>\"'{}\x00-\x08\x0b-\x1f\ufffe\uffff\ud800-\udfff]")
_BREAKS = re.compile(r"([\n\t])")
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_FIRST_BOOKMARK = 1000
_BOOKMARK_LENGTH = 40
# What a template or Jinja made itself.
_FINISHED = (Undefined, Markup)
_CELL_MARKS = (Continued, Omitted)
_Link = Callable[[str, str], str]
_PARAGRAPHS = (Flow, *_CELL_MARKS)
_CONTINUED = Markup(f'<w:p><w:pPr><w:pStyle w:val="{CONTINUED_STYLE}"/></w:pPr></w:p>')
_OMITTED = Markup(f'<w:p><w:pPr><w:pStyle w:val="{OMITTED_STYLE}"/></w:pPr></w:p>')


class MisfitError(Exception):
    """A value that does not fit its tag; `code` and `reason` are for a finding."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(reason)
        self.code = code
        self.reason = reason


def xml_text(text: str) -> str:
    """Text without the characters that XML forbids, with `\\n` as line ends."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def literal_xml(text: str) -> Markup:
    """Text as XML character data that no later pass can mistake for markup or a tag."""
    return Markup(_literal(text))


def _literal(text: str) -> str:
    if _NOT_LITERAL.search(text) is None:
        return text
    return str(escape(xml_text(text))).replace("{", "&#123;").replace("}", "&#125;")


def value_finalizer(
    template: DocxTemplate,
    styles: Mapping[str, str],
    prefix: Callable[[], str],
    link: _Link,
) -> Finalize:
    """The function that a Jinja environment calls on every value a template prints.

    `styles` maps style names in lower case to style IDs; `prefix` gives the prefix (p, r or
    nothing) of the current tag; `link` makes runs a link to an address. The function raises
    MisfitError for an unknown style, for a value whose tag has the wrong prefix, and for None: a
    missing value must not go unnoticed.
    """
    bookmarks = count(_FIRST_BOOKMARK)

    def finalize(value: object) -> object:
        if isinstance(value, _FINISHED):
            return value
        if value is None:
            raise MisfitError("TPL-KOSONG", "isinya kosong (None)")
        tag_prefix = prefix()
        if not isinstance(value, str) and isinstance(value, Drawing):
            value = value.draw()
        _check_prefix(value, tag_prefix)
        if isinstance(value, Picture):
            return _image(template, value)
        if isinstance(value, Flow):
            return _paragraphs(value, styles, bookmarks, link)
        return _text_or_mark(value, tag_prefix, link)

    return finalize


def _paragraphs(
    flow: Flow, styles: Mapping[str, str], bookmarks: count[int], link: _Link
) -> Markup:
    paragraphs = (_paragraph(p, styles, bookmarks, link) for p in flow.paragraphs)
    return Markup("".join(paragraphs) or "<w:p/>")


def _text_or_mark(value: object, prefix: str, link: _Link) -> Markup:
    if isinstance(value, RichText):
        return Markup(_runs(value, link))
    if isinstance(value, _CELL_MARKS):
        return _CONTINUED if isinstance(value, Continued) else _OMITTED
    if prefix == "r":
        return Markup(_run(Span(str(value))))
    return literal_xml(str(value))


def _image(template: DocxTemplate, picture: Picture) -> Markup:
    """A run with the picture and its description as alternative text."""
    width = None if picture.width_mm is None else Mm(picture.width_mm)
    image = InlineImage(template, BytesIO(picture.data), width, Mm(picture.height_mm))
    described = f'<wp:docPr descr="{_literal(picture.description)}" '
    return Markup(str(image).replace("<wp:docPr ", described, 1))


def _check_prefix(value: object, prefix: str) -> None:
    """Paragraphs need `{{p }}`, formatted text `{{r }}`; docxtpl would nest them silently."""
    if isinstance(value, _PARAGRAPHS):
        required, content = "p", "paragraf-paragraf"
    elif isinstance(value, RichText):
        required, content = "r", "teks berformat"
    elif prefix == "r" and isinstance(value, Picture):
        required, content = "", "gambar"
    else:
        # Plain text may replace formatted text, never paragraphs.
        required, content = prefix if prefix == "r" else "", "teks biasa"
    if prefix != required:
        raise MisfitError(
            "TPL-AWALAN", f"isinya {content}, jadi harus ditulis {{{{{required} … }}}}"
        )


def _paragraph(
    paragraph: Paragraph, styles: Mapping[str, str], bookmarks: count[int], link: _Link
) -> str:
    style = styles.get(paragraph.style.casefold())
    if style is None:
        raise MisfitError("TPL-GAYA", f"gaya “{paragraph.style}” tidak ada di templat")
    anchor = _bookmark(paragraph.anchor, next(bookmarks)) if paragraph.anchor else ""
    properties = _properties(style, paragraph.breaks, paragraph.keeps_next)
    return f"<w:p>{properties}{anchor}{_runs(paragraph.text, link)}</w:p>"


@lru_cache(maxsize=1024)
def _properties(style: str, breaks: bool, keeps_next: bool) -> str:
    """The properties of a paragraph, by the ID of its style."""
    keep = "<w:keepNext/>" if keeps_next else ""
    page_break = "<w:pageBreakBefore/>" if breaks else ""
    return f'<w:pPr><w:pStyle w:val="{escape(style)}"/>{keep}{page_break}</w:pPr>'


def _bookmark(name: str, number: int) -> str:
    # Word allows letters, digits and underscores, starting with a letter, at most 40 characters.
    safe = re.sub(r"[^A-Za-z0-9_]", "_", name)
    safe = (safe if safe[0].isalpha() or safe[0] == "_" else f"b_{safe}")[:_BOOKMARK_LENGTH]
    return f'<w:bookmarkStart w:id="{number}" w:name="{safe}"/><w:bookmarkEnd w:id="{number}"/>'


def _runs(text: RichText, link: _Link) -> str:
    return "".join(
        link(span.address, _run(span)) if isinstance(span, LinkSpan) else _run(span)
        for span in text.spans
    )


def _raised(span: RaisedSpan) -> str:
    return f'<w:vertAlign w:val="{"subscript" if span.low else "superscript"}"/>'


def _run(span: Span) -> str:
    # In the order that the schema requires.
    properties = (
        (f'<w:rStyle w:val="{LINK_STYLE}"/>' if isinstance(span, LinkSpan) else "")
        + ("<w:b/>" if span.bold else "")
        + ("<w:i/>" if span.italic else "")
        + ("<w:strike/>" if span.strike else "")
        + ('<w:u w:val="single"/>' if span.underline else "")
        + (_raised(span) if isinstance(span, RaisedSpan) else "")
    )
    pieces = "".join(
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{_literal(piece)}</w:t>'
        for piece in _BREAKS.split(xml_text(span.text))
        if piece
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{pieces}</w:r>"
