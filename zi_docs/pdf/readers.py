"""Two ways to open a PDF: by PDFium, which sees pages, and by qpdf, which sees objects."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

# Imported where they are used: an office is started before what judges its work is needed.
if TYPE_CHECKING:
    import pikepdf
    from pypdfium2 import PdfDocument

_LOCK = Lock()


@contextmanager
def opened_pdf(content: bytes) -> Iterator[PdfDocument]:
    """A PDF opened by PDFium, which must not be used by two threads at once.

    Raises ValueError for what it cannot open.
    """
    import pypdfium2

    with _LOCK:
        try:
            document = pypdfium2.PdfDocument(content)
        except pypdfium2.PdfiumError as problem:
            raise ValueError(str(problem)) from problem
        with document:
            yield document


@contextmanager
def mapped_pdf(pdf: bytes | Path) -> Iterator[pikepdf.Pdf]:
    """A PDF opened by qpdf from a file, which is mapped into memory.

    From a BytesIO every object would be read by calls of Python, three times as slow. Raises
    pikepdf.PdfError for what is no PDF.
    """
    import pikepdf

    with pdf.open("rb") if isinstance(pdf, Path) else tempfile.TemporaryFile() as file:
        if isinstance(pdf, bytes):
            file.write(pdf)
            file.flush()
        with pikepdf.open(file, access_mode=pikepdf.AccessMode.mmap) as document:
            yield document
