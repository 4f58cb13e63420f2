"""What in a DOCX loads other files, runs programs, or prints another day than it was made.

One rule for templates, which are told where it stands, and for documents on their way to
LibreOffice, which would put any file that an external picture names into the PDF.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from defusedxml.ElementTree import fromstring

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
# Fields that print what follows from the document alone. Any other prints the day or the file name
# of whoever opens it, asks a question, or calls another file or program.
_HARMLESS_FIELDS = frozenset(
    {"PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "PAGEREF", "REF", "NOTEREF", "STYLEREF",
     "SEQ", "TOC", "TC", "INDEX", "XE", "HYPERLINK", "TITLE", "SUBJECT", "KEYWORDS", "LISTNUM"}
)  # fmt: skip
_SHORT = 40


@dataclass
class WordField:
    """A field: its instruction, the element it begins with, whether it has an end."""

    instruction: str
    start: Any
    complete: bool = True

    @property
    def name(self) -> str:
        """The first word of the instruction in capitals: `PAGE`."""
        return self.instruction.split(maxsplit=1)[0].upper() if self.instruction.strip() else ""

    @property
    def danger(self) -> str:
        """What it is, in Indonesian, when a document must not hold it; else nothing."""
        if not self.complete:
            return f"bidang tanpa penutup ({self._short})" if self.name else "bidang tanpa penutup"
        harmless = not self.name or self.name in _HARMLESS_FIELDS
        return "" if harmless else f"bidang {self._short}"

    @property
    def _short(self) -> str:
        words = " ".join(self.instruction.split())
        return words if len(words) <= _SHORT else f"{words[:_SHORT]}…"


def fields(root: Any) -> Iterator[WordField]:
    """The fields of a part's tree, nested ones too, joined from the runs that they are split into.

    `root` is an element of lxml or of ElementTree. A field that does not end comes last.
    """
    open_fields: list[WordField] = []
    for element in root.iter():
        if element.tag == f"{_WORD}fldSimple":
            yield WordField(element.get(f"{_WORD}instr", ""), element)
        elif element.tag == f"{_WORD}instrText" and open_fields:
            open_fields[-1].instruction += element.text or ""
        elif element.tag == f"{_WORD}fldChar":
            kind = element.get(f"{_WORD}fldCharType")
            if kind == "begin":
                open_fields.append(WordField("", element, complete=False))
            elif kind == "end" and open_fields:
                ended = open_fields.pop()
                ended.complete = True
                yield ended
    yield from open_fields


def part_dangers(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Parts and relations that load files or run programs: the part's name, what it is.

    Raises ParseError or DefusedXmlException for XML that is damaged or defines entities.
    """
    for part, content in parts.items():
        if _DANGEROUS_PARTS.search(part):
            yield part, f"bagian {part}"
        elif part.endswith(".rels"):
            yield from ((part, danger) for danger in _dangerous_relationships(fromstring(content)))
        elif part == "[Content_Types].xml" and b"macroenabled" in content.lower():
            yield part, "makro"


def field_dangers(parts: Mapping[str, bytes]) -> Iterator[str]:
    """The fields of all parts that a document must not hold. Raises as `part_dangers`."""
    for part, content in parts.items():
        if part.endswith(".xml") and any(mark in content for mark in _MAY_HAVE_FIELDS):
            yield from (field.danger for field in fields(fromstring(content)) if field.danger)


def _dangerous_relationships(relationships: Any) -> Iterator[str]:
    for relationship in relationships:
        kind = relationship.get("Type", "").rpartition("/")[2].casefold()
        target = relationship.get("Target", "")
        if kind in _DANGEROUS_TYPES:
            yield _DANGEROUS_TYPES[kind]
        elif relationship.get("TargetMode", "").casefold() == "external":
            scheme = urlsplit(target.strip()).scheme.casefold()
            if kind != "hyperlink" or scheme not in _HARMLESS_SCHEMES:
                yield f"rujukan ke luar ({target})"
