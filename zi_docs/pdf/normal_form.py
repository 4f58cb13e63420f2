"""The normal form of a PDF: equal documents become equal files. Signed files are refused.

Creation times, random identifiers and the like are removed from a PDF. A signed file is refused
because rewriting it would break its signatures.
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
from zi_docs.pdf.readers import mapped_pdf
from zi_docs.pdf.tag_repairs import repair_tags

DEFAULT_LANGUAGE = "id-ID"
_IDENTIFIERS = ("xmpMM:DocumentID", "xmpMM:InstanceID", "xmpMM:OriginalDocumentID")
# Positions in the header of an ICC profile; an ID of zeros means that there is none.
_ICC_DATE = slice(24, 36)
_ICC_ID = slice(84, 100)
# 4000000 to 4999999 are for anyone's use (Adobe Type 1 Font Format, section 2.5).
_FIRST_UNIQUE_ID = 4_100_001
_UNIQUE_ID = re.compile(rb"(?<=/UniqueID )\d+(?= def)")
# The key of the encrypted part of a Type 1 font (Adobe Type 1 Font Format, chapter 7).
_TYPE1_KEY = 55665
_VERSION = re.compile(r"\s+\d[\w.]*.*$")


def normalise_pdf(pdf: bytes | Path, stamp: date) -> bytes:
    """The PDF dated `stamp`, 00:00 in Jakarta, without anything that differs between two runs.

    The metadata stream is made equal to the document information; PDF/A stays PDF/A. A document
    without a language gets Indonesian; its tags are mended. Raises pikepdf.PikepdfError for a file
    that is not a PDF, SignedPdfError for a signed PDF.
    """
    with mapped_pdf(pdf) as document:
        refuse_signed_pdf(document)
        _number_type1_fonts(document)
        repair_tags(document)
        return normal_bytes(document, stamp)


def normal_bytes(document: pikepdf.Pdf, stamp: date, version: str = "") -> bytes:
    """The normal form of an open PDF, which is changed; its PDF version is at least `version`."""
    _date_document_info(document, stamp)
    states_version = _date_xmp_metadata(document, stamp)
    if "/Lang" not in document.Root:
        document.Root.Lang = pikepdf.String(DEFAULT_LANGUAGE)
    _date_colour_profiles(document, stamp)
    # Saving would keep the first half of an old /ID.
    for key in ("/DocChecksum", "/ID"):
        if key in document.trailer:
            del document.trailer[key]
    buffer = BytesIO()
    document.save(
        buffer,
        min_version=version,
        # Without a version there, saving would read and write the metadata once more in vain.
        fix_metadata_version=states_version,
        deterministic_id=True,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return buffer.getvalue()


def _date_document_info(document: pikepdf.Pdf, stamp: date) -> None:
    moment = pikepdf.String(f"D:{stamp:%Y%m%d}000000+07'00'")
    information = document.docinfo
    information["/CreationDate"] = moment
    information["/ModDate"] = moment
    if "/Keywords" in information:
        # LibreOffice parts them anew and leaves two spaces between them.
        information["/Keywords"] = pikepdf.String(" ".join(str(information["/Keywords"]).split()))
    if "/Producer" in information:
        information["/Producer"] = pikepdf.String(_VERSION.sub("", str(information["/Producer"])))


def _date_xmp_metadata(document: pikepdf.Pdf, stamp: date) -> bool:
    """Date the metadata stream; whether it states a PDF version."""
    moment = f"{stamp.isoformat()}T00:00:00+07:00"
    with document.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(document.docinfo, delete_missing=False)
        for name in ("xmp:CreateDate", "xmp:ModifyDate", "xmp:MetadataDate"):
            metadata[name] = moment
        for name in _IDENTIFIERS:
            with suppress(KeyError):
                del metadata[name]
        return "pdf:PDFVersion" in metadata


def _date_colour_profiles(document: pikepdf.Pdf, stamp: date) -> None:
    """Date the ICC profiles of PDF/A, which LibreOffice creates anew for each file."""
    for intent in document.Root.get("/OutputIntents", pikepdf.Array()):
        if isinstance(intent, pikepdf.Dictionary) and "/DestOutputProfile" in intent:
            stream = intent.DestOutputProfile
            profile = bytearray(stream.read_bytes())
            profile[_ICC_DATE] = struct.pack(">6H", stamp.year, stamp.month, stamp.day, 0, 0, 0)
            profile[_ICC_ID] = bytes(16)
            # `write` preserves /N, the number of colours.
            stream.write(bytes(profile))


def _number_type1_fonts(document: pikepdf.Pdf) -> None:
    """Number the Type 1 fonts of a document from the first on.

    LibreOffice goes on counting from one document to the next.
    """
    for number, stream in enumerate(_type1_fonts(document)):
        lengths = int(stream.Length1), int(stream.Length2)
        stream.write(_with_unique_id(stream.read_bytes(), lengths, _FIRST_UNIQUE_ID + number))


def _type1_fonts(document: pikepdf.Pdf) -> list[pikepdf.Object]:
    """The embedded Type 1 fonts, each once, in the order of their objects."""
    fonts = {}
    for resources in {page.Resources.objgen: page.Resources for page in document.pages}.values():
        for font in resources.get("/Font", pikepdf.Dictionary()).values():
            descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
            if "/FontFile" in descriptor:
                fonts[descriptor.FontFile.objgen] = descriptor.FontFile
    return [fonts[number] for number in sorted(fonts)]


def _with_unique_id(font: bytes, lengths: tuple[int, int], unique_id: int) -> bytes:
    """The font program with another UniqueID, in its clear and in its encrypted part.

    `lengths` are those of the two parts; they stay the same. A part without the number stays as
    it is.
    """
    # Only PDFs of the archival kind have such fonts, and not all of them.
    from fontTools.misc.eexec import decrypt, encrypt

    clear, rest = font[: lengths[0]], font[lengths[0] :]
    private, trailer = rest[: lengths[1]], rest[lengths[1] :]
    plain, _ = decrypt(private, _TYPE1_KEY)
    numbered, _ = encrypt(_numbered(plain, unique_id), _TYPE1_KEY)
    return b"".join((_numbered(clear, unique_id), numbered, trailer))


def _numbered(part: bytes, unique_id: int) -> bytes:
    """The part with the number, in as many digits as before."""
    return _UNIQUE_ID.sub(lambda old: b"%0*d" % (len(old[0]), unique_id), part)


class SignedPdfError(OutputError):
    """A signed PDF would have been rewritten."""


def refuse_signed_pdf(pdf: bytes | pikepdf.Pdf) -> None:
    """Raise SignedPdfError if a PDF is signed; an empty signature field is allowed.

    Raises pikepdf.PikepdfError for a file that is not a PDF.
    """
    if isinstance(pdf, bytes):
        with pikepdf.open(BytesIO(pdf)) as document:
            refuse_signed_pdf(document)
        return
    form = pdf.Root.get("/AcroForm", pikepdf.Dictionary())
    # A certification or a document time stamp needs no visible signature field.
    fields = _form_fields(form.get("/Fields", pikepdf.Array()))
    if "/Perms" in pdf.Root or any(_is_signed(field) for field in fields):
        raise SignedPdfError(
            "PDF ini sudah ditandatangani secara elektronik sehingga tidak boleh ditulis ulang.",
            "Pakailah berkas yang belum ditandatangani; berkas yang bertanda tangan disimpan "
            "sebagaimana adanya.",
        )


def _form_fields(fields: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """The fields of a form and their child fields."""
    for field in fields:
        yield field
        yield from _form_fields(field.get("/Kids", pikepdf.Array()))


def _is_signed(field: pikepdf.Object) -> bool:
    return isinstance(field.get("/V"), pikepdf.Dictionary) and "/ByteRange" in field.V
