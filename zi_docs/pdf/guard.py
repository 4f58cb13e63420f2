"""Refuses DOCX files that load other files or contain programs, before they are converted."""

from __future__ import annotations

import zipfile
from itertools import chain
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException

from zi_docs import ooxml
from zi_docs.docx_safety import field_dangers, part_dangers
from zi_docs.errors import ConversionError


def refuse_dangerous_docx(docx: bytes, name: str) -> None:
    """Raise ConversionError if a document must not be given to LibreOffice.

    This covers external targets other than web and mail hyperlinks, macros, embedded objects,
    altChunk, fields that are not known to be harmless, and damaged packages. `name` is the name of
    the document for the message.
    """
    try:
        parts = ooxml.read_parts(docx)
        outside = (danger for _, danger in part_dangers(parts))
        danger = next(chain(outside, field_dangers(parts)), None)
    except (zipfile.BadZipFile, ParseError, DefusedXmlException) as problem:
        raise ConversionError(
            f"{name} bukan berkas DOCX yang utuh.",
            "Simpanlah kembali templatnya sebagai DOCX dengan Word, lalu jalankan perintah ini.",
        ) from problem
    if danger is not None:
        raise ConversionError(
            f"{name} memuat {danger} sehingga tidak diubah menjadi PDF.",
            "Hapuslah bagian itu dari templatnya, lalu jalankan perintah ini kembali.",
        )
