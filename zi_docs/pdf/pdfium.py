"""PDFium, which must not be used by two threads at once."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_LOCK = Lock()


@contextmanager
def opened_pdf(content: bytes) -> Iterator[PdfDocument]:
    """A PDF opened by PDFium, which no other thread uses meanwhile.

    Raises ValueError for what it cannot open.
    """
    # Imported here: an office is started before what judges its work is needed.
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as problem:
            raise ValueError(str(problem)) from problem
        with document:
            yield document
