"""Two ways to open a PDF: by PDFium, which sees pages, and by qpdf, which sees objects."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, BinaryIO, cast

from zi_docs.errors import full_temporary_folder

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
    pikepdf.PikepdfError for what is no PDF, OutputError where no temporary file can be written.
    """
    import pikepdf

    with _file_of(pdf) as file, pikepdf.open(file, access_mode=pikepdf.AccessMode.mmap) as document:
        yield document


@contextmanager
def _file_of(pdf: bytes | Path) -> Iterator[BinaryIO]:
    """The file of a PDF, a temporary one for bytes. Raises OutputError where that fails."""
    if isinstance(pdf, Path):
        with pdf.open("rb") as stream:
            yield stream
        return
    with ExitStack() as stack:
        try:
            file = stack.enter_context(tempfile.TemporaryFile())
            file.write(pdf)
            file.flush()
        except OSError as problem:
            raise full_temporary_folder(problem) from problem
        yield cast(BinaryIO, file)
