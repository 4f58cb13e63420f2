"""A page of a PDF as a picture, to look at before anything is printed."""

from __future__ import annotations

from io import BytesIO

from zi_docs.pdf.readers import opened_pdf


def page_count(content: bytes) -> int:
    """How many pages a PDF has. Raises ValueError for what is none."""
    with opened_pdf(content) as document:
        return len(document)


def page_picture(content: bytes, number: int, width: int) -> bytes | None:
    """Page `number` (from 1) of a PDF as PNG, `width` pixels wide; None where there is none.

    Raises ValueError for what is no PDF.
    """
    with opened_pdf(content) as document:
        if not 1 <= number <= len(document):
            return None
        page = document[number - 1]
        picture = page.render(scale=width / page.get_width()).to_pil()
    target = BytesIO()
    picture.save(target, "PNG")
    return target.getvalue()
