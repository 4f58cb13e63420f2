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
from jinja2 import Undefined
from markupsafe import Markup, escape

from zi_docs.text import Continued, Drawing, Flow, Omitted, Paragraph, Picture, RichText, Span
from zi_docs.word.vocabulary import CONTINUED_STYLE, OMITTED_STYLE

Finalize = Callable[[object], object]

# What XML 1.0 cannot hold, and what docxtpl takes for a new paragraph or page.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")
_BREAKS = re.compile(r"([\n\t])")
_MARKS = {"\n": "<w:br/>", "\t": "<w:tab/>"}
_FIRST_BOOKMARK = 1000
_BOOKMARK_LENGTH = 40
_CONTINUED = Markup(f'<w:p><w:pPr><w:pStyle w:val="{CONTINUED_STYLE}"/></w:pPr></w:p>')
_OMITTED = Markup(f'<w:p><w:pPr><w:pStyle w:val="{OMITTED_STYLE}"/></w:pPr></w:p>')


class MisfitError(Exception):
    """A value that cannot stand where the template puts it; `code` and `what` for a finding."""

    def __init__(self, code: str, what: str) -> None:
        super().__init__(what)
        self.code = code
        self.what = what


def clean(text: str) -> str:
    """Text without the characters that XML cannot hold, its lines ended by `\\n`."""
    return _ILLEGAL.sub("", _LINE_END.sub("\n", text))


def literal(text: str) -> Markup:
    """Text as XML character data that no later pass takes for markup or a tag."""
    return Markup(str(escape(clean(text))).replace("{", "&#123;").replace("}", "&#125;"))


def finalizer(
    template: DocxTemplate, styles: Mapping[str, str], prefix: Callable[[], str]
) -> Finalize:
    """The function that an environment calls on every value a template prints.

    `styles` gives style IDs by name in small letters, `prefix` the prefix (p, r or nothing) of
    the tag being printed. Raises MisfitError for an unknown style, for a value whose tag has the
    wrong prefix, and for None: a missing value is never a silent gap.
    """
    bookmarks = count(_FIRST_BOOKMARK)

    def finalize(value: object) -> object:
        if isinstance(value, Undefined | Markup):
            return value
        if value is None:
            raise MisfitError("TPL-KOSONG", "isinya kosong (None)")
        if isinstance(value, Drawing):
            value = value.draw()
        _check_prefix(value, prefix())
        if isinstance(value, RichText):
            return Markup(_runs(value))
        if isinstance(value, Flow):
            return Markup(
                "".join(_paragraph(p, styles, bookmarks) for p in value.paragraphs) or "<w:p/>"
            )
        if isinstance(value, Continued | Omitted):
            return _CONTINUED if isinstance(value, Continued) else _OMITTED
        if isinstance(value, Picture):
            return _image(template, value)
        if prefix() == "r":
            return Markup(_run(Span(str(value))))
        return literal(str(value))

    return finalize


def _image(template: DocxTemplate, picture: Picture) -> Markup:
    """The picture as a run of its own, with its description as alternative text."""
    width = None if picture.width_mm is None else Mm(picture.width_mm)
    image = InlineImage(template, BytesIO(picture.data), width, Mm(picture.height_mm))
    described = f'<wp:docPr descr="{literal(picture.description)}" '
    return Markup(str(image).replace("<wp:docPr ", described, 1))


def _check_prefix(value: object, prefix: str) -> None:
    """Paragraphs need `{{p }}`, formatted text `{{r }}`; docxtpl would nest them unseen."""
    if isinstance(value, Flow | Continued | Omitted):
        needed, kind = "p", "paragraf-paragraf"
    elif isinstance(value, RichText):
        needed, kind = "r", "teks berformat"
    elif prefix == "r" and isinstance(value, Picture):
        needed, kind = "", "gambar"
    else:
        # Plain text may stand for formatted text, never for paragraphs.
        needed, kind = prefix if prefix == "r" else "", "teks biasa"
    if prefix != needed:
        raise MisfitError("TPL-AWALAN", f"isinya {kind}, jadi harus ditulis {{{{{needed} … }}}}")


def _paragraph(paragraph: Paragraph, styles: Mapping[str, str], bookmarks: count[int]) -> str:
    style = styles.get(paragraph.style.casefold())
    if style is None:
        raise MisfitError("TPL-GAYA", f"gaya “{paragraph.style}” tidak ada di templat")
    anchor = _bookmark(paragraph.anchor, next(bookmarks)) if paragraph.anchor else ""
    page = "<w:pageBreakBefore/>" if paragraph.breaks else ""
    look = f'<w:pPr><w:pStyle w:val="{escape(style)}"/>{page}</w:pPr>'
    return f"<w:p>{look}{anchor}{_runs(paragraph.text)}</w:p>"


def _bookmark(name: str, number: int) -> str:
    # Word allows letters, digits and underscores, a letter first, at most 40 of them.
    safe = re.sub(r"[^A-Za-z0-9_]", "_", name)
    safe = (safe if safe[0].isalpha() or safe[0] == "_" else f"b_{safe}")[:_BOOKMARK_LENGTH]
    return f'<w:bookmarkStart w:id="{number}" w:name="{safe}"/><w:bookmarkEnd w:id="{number}"/>'


def _runs(text: RichText) -> str:
    return "".join(_run(span) for span in text.spans)


def _run(span: Span) -> str:
    # In the order that the schema asks for.
    look = (
        ("<w:b/>" if span.bold else "")
        + ("<w:i/>" if span.italic else "")
        + ("<w:strike/>" if span.strike else "")
        + ('<w:u w:val="single"/>' if span.underline else "")
    )
    pieces = (
        _MARKS.get(piece) or f'<w:t xml:space="preserve">{literal(piece)}</w:t>'
        for piece in _BREAKS.split(clean(span.text))
        if piece
    )
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{''.join(pieces)}</w:r>"
