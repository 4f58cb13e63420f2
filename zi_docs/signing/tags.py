"""The tag of a BSrE signature: one character of real text, exactly once in a PDF."""

from __future__ import annotations

from collections import Counter

import pypdfium2


def tag_pages(pdf: bytes, tag: str) -> Counter[int]:
    """How often the tag stands on each page that has it; pages count from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        counts = {
            number: page.get_textpage().get_text_range().count(tag)
            for number, page in enumerate(document, start=1)
        }
    return Counter({number: count for number, count in counts.items() if count})
