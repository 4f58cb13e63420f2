"""Refuses DOCX files that load other files or contain programs, before they are converted.

LibreOffice puts any file that an external picture names into the PDF.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from zi_docs import ooxml
from zi_docs.errors import ConversionError

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HARMLESS_SCHEMES = frozenset({"http", "https", "mailto"})
_DANGEROUS_PARTS = re.compile(r"(^|/)(vbaproject|vbadata|embeddings/|activex/)", re.IGNORECASE)
_DANGEROUS_TYPES = {
    "vbaproject": "makro",
    "oleobject": "objek OLE",
    "package": "berkas sisipan",
    "control": "kontrol ActiveX",
    "afchunk": "dokumen sisipan (altChunk)",
    "subdocument": "dokumen bawahan",
    "attachedtemplate": "templat lain",
}
# Safe parsing is slow, and most parts have no field. UTF-16, detected by its zero bytes, could
# hide one.
_MAY_HAVE_FIELDS = (b"instrText", b"fldSimple", b"<!DOCTYPE", b"\0")
# Fields that insert files or call other programs.
_DANGEROUS_FIELDS = frozenset(
    {"INCLUDEPICTURE", "INCLUDETEXT", "INCLUDE", "IMPORT", "LINK", "DDE", "DDEAUTO", "DATABASE",
     "EMBED", "RD", "MACROBUTTON"}
)  # fmt: skip


def refuse_dangerous_docx(docx: bytes, name: str) -> None:
    """Raise ConversionError if a document must not be given to LibreOffice.

    This covers external targets other than web and mail hyperlinks, macros, embedded objects,
    altChunk, fields that insert files, and damaged packages. `name` is the name of the document
    for the message.
    """
    try:
        parts = ooxml.read_parts(docx)
        danger = next(_dangers(parts), None)
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


def _dangers(parts: dict[str, bytes]) -> Iterator[str]:
    for part, content in parts.items():
        if _DANGEROUS_PARTS.search(part):
            yield f"bagian {part}"
        elif part.endswith(".rels"):
            yield from _dangerous_relationships(fromstring(content))
        elif part == "[Content_Types].xml" and b"macroenabled" in content.lower():
            yield "makro"
        elif part.endswith(".xml") and any(mark in content for mark in _MAY_HAVE_FIELDS):
            yield from _dangerous_fields(fromstring(content))


def _dangerous_relationships(relationships: Element) -> Iterator[str]:
    for relationship in relationships:
        kind = relationship.get("Type", "").rpartition("/")[2].casefold()
        target = relationship.get("Target", "")
        if kind in _DANGEROUS_TYPES:
            yield _DANGEROUS_TYPES[kind]
        elif relationship.get("TargetMode", "").casefold() == "external":
            scheme = urlsplit(target.strip()).scheme.casefold()
            if kind != "hyperlink" or scheme not in _HARMLESS_SCHEMES:
                yield f"rujukan ke luar ({target})"


def _dangerous_fields(root: Element) -> Iterator[str]:
    for instruction in _field_instructions(root):
        field = instruction.split(maxsplit=1)[0].upper() if instruction.strip() else ""
        if field in _DANGEROUS_FIELDS:
            yield f"bidang {field}"


def _field_instructions(root: Element) -> Iterator[str]:
    """The instructions of all fields, joined from the runs that they are split into."""
    open_fields: list[list[str]] = []
    for element in root.iter():
        if element.tag == f"{_WORD}fldSimple":
            yield element.get(f"{_WORD}instr", "")
        elif element.tag == f"{_WORD}instrText" and open_fields:
            open_fields[-1].append(element.text or "")
        elif element.tag == f"{_WORD}fldChar":
            char_type = element.get(f"{_WORD}fldCharType")
            if char_type == "begin":
                open_fields.append([])
            elif char_type == "end" and open_fields:
                yield "".join(open_fields.pop())
