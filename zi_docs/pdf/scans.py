"""PDFs that come back from people: scans and print-outs of any program, read leniently."""

from __future__ import annotations

from io import BytesIO

from pypdf import PdfReader
from pypdf.errors import PyPdfError


def page_count_of_scan(pdf: bytes) -> int | None:
    """The number of pages, however the PDF is built; None where they cannot be counted."""
    try:
        return len(PdfReader(BytesIO(pdf), strict=False).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # What pypdf raises for a page tree that is none.
        return None
