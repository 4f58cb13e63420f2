"""Makes equal documents equal files, and leaves signed ones alone.

The day of making and the like are taken out of a PDF. A signed file is refused: any rewriting
would break its signatures.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from io import BytesIO
from pathlib import Path

import pikepdf

from zi_docs.errors import OutputError

LANGUAGE = "id-ID"
_IDENTIFIERS = ("xmpMM:DocumentID", "xmpMM:InstanceID", "xmpMM:OriginalDocumentID")
# Of the header of an ICC profile; an identifier of zeros says that there is none.
_ICC_DATE = slice(24, 36)
_ICC_ID = slice(84, 100)
_VERSION = re.compile(r"\s+\d[\w.]*.*$")


def normalise(pdf: bytes | Path, stamp: date) -> bytes:
    """The PDF dated `stamp`, 00:00 in Jakarta, without anything that tells two makings apart.

    The metadata stream says what the document information says; a PDF/A stays one. A document
    that names no language gets Indonesian. Raises pikepdf.PdfError for what is no PDF,
    SignedError for a PDF that somebody has signed.
    """
    with pikepdf.open(BytesIO(pdf) if isinstance(pdf, bytes) else pdf) as document:
        refuse_signed(document)
        _describe(document, stamp)
        _describe_in_xmp(document, stamp)
        if "/Lang" not in document.Root:
            document.Root.Lang = pikepdf.String(LANGUAGE)
        _date_colour_profiles(document, stamp)
        # The first half of an old /ID would be kept.
        for key in ("/DocChecksum", "/ID"):
            if key in document.trailer:
                del document.trailer[key]
        buffer = BytesIO()
        document.save(
            buffer,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return buffer.getvalue()


def _describe(document: pikepdf.Pdf, stamp: date) -> None:
    moment = pikepdf.String(f"D:{stamp:%Y%m%d}000000+07'00'")
    information = document.docinfo
    information["/CreationDate"] = moment
    information["/ModDate"] = moment
    if "/Producer" in information:
        information["/Producer"] = pikepdf.String(_VERSION.sub("", str(information["/Producer"])))


def _describe_in_xmp(document: pikepdf.Pdf, stamp: date) -> None:
    moment = f"{stamp.isoformat()}T00:00:00+07:00"
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(document.docinfo, delete_missing=False)
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = moment
        for name in _IDENTIFIERS:
            with suppress(KeyError):
                del metadata[name]


def _date_colour_profiles(document: pikepdf.Pdf, stamp: date) -> None:
    """Date the ICC profiles of PDF/A, which LibreOffice makes anew for each file."""
    for intent in document.Root.get("/OutputIntents", pikepdf.Array()):
        if isinstance(intent, pikepdf.Dictionary) and "/DestOutputProfile" in intent:
            stream = intent.DestOutputProfile
            profile = bytearray(stream.read_bytes())
            profile[_ICC_DATE] = struct.pack(">6H", stamp.year, stamp.month, stamp.day, 0, 0, 0)
            profile[_ICC_ID] = bytes(16)
            # `write` keeps /N, the number of colours.
            stream.write(bytes(profile))


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
