"""Keeps signed files from being written again: any rewriting would break their signatures."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pikepdf

from zi_docs.errors import OutputError


class SignedError(OutputError):
    """A signed PDF was about to be rewritten."""


def refuse_signed(pdf: bytes | pikepdf.Pdf) -> None:
    """Raise SignedError if any signature field of a PDF is signed; an empty field is none.

    Raises pikepdf.PdfError for what is no PDF.
    """
    if isinstance(pdf, bytes):
        with pikepdf.open(BytesIO(pdf)) as document:
            refuse_signed(document)
        return
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    # A certification or a document time stamp need no field that a reader shows.
    if "/Perms" in pdf.Root or any(map(_signed, _fields(form.get("/Fields", pikepdf.Array())))):
        raise SignedError(
            "PDF ini sudah ditandatangani secara elektronik sehingga tidak boleh ditulis ulang.",
            "Pakailah berkas yang belum ditandatangani; berkas yang bertanda tangan disimpan "
            "sebagaimana adanya.",
        )


def _fields(fields: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The fields of a form and those below them."""
    for field in fields:
        yield field
        yield from _fields(field.get("/Kids", pikepdf.Array()))


def _signed(field: pikepdf.Object) -> bool:
    return isinstance(field.get("/V"), pikepdf.Dictionary) and "/ByteRange" in field.V
