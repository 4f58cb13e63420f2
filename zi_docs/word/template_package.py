"""Whether a file is a Word document that can be a template, and what hides in it."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator, Mapping
from io import BytesIO
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import ParseError

from defusedxml.common import DefusedXmlException
from lxml import etree

from zi_docs import ooxml
from zi_docs.docx_safety import part_dangers
from zi_docs.findings import Finding, Place, error
from zi_docs.word.wordml import BODY_PART, STYLES_PART

_RESAVE = "Buka di Word, pilih Simpan Sebagai, jenis “Dokumen Word (*.docx)”"
# How a file begins -> what it is.
_BEGINNINGS = (
    (b"%PDF", "berkas PDF"),
    (b"{\\rtf", "berkas RTF"),
    (b"<!DOCTYPE html", "halaman web"),
    (b"<html", "halaman web"),
    (b"<?xml", "berkas XML"),
)
_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_TYPES = "[Content_Types].xml"
_MAIN_TYPES = {
    b"wordprocessingml.template.main+xml": ("templat Word (.dotx)", _RESAVE),
    b"document.macroenabled.main+xml": (
        "dokumen bermakro (.docm)", f"{_RESAVE}; makronya tidak ikut"
    ),
    b"template.macroenabledtemplate.main+xml": (
        "templat bermakro (.dotm)", f"{_RESAVE}; makronya tidak ikut"
    ),
    b"spreadsheetml.sheet.main+xml": ("buku kerja Excel", "Taruhlah dokumen Word di tempatnya"),
    b"presentationml": ("presentasi PowerPoint", "Taruhlah dokumen Word di tempatnya"),
}  # fmt: skip
_STRICT = b"http://purl.oclc.org/ooxml/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def unreadable(file: str) -> Finding:
    """The finding of a template that is missing, or damaged beyond what can be named."""
    return error(
        "TPL-BERKAS",
        f"Templat {file} tidak dapat dibaca sebagai berkas Word. Kembalikan berkasnya, atau salin "
        "templat bawaan dengan `python generate.py templat baru --ke FOLDER`.",
        Place(file),
    )


def _bomb(file: str) -> Finding:
    return error(
        "TPL-BATAS",
        f"Isi templat {file} mengembang jauh melebihi ukuran wajar, jadi tidak dibuka. "
        "Kembalikan berkasnya, atau salin templat bawaan dengan `python generate.py templat baru "
        "--ke FOLDER`.",
        Place(file),
    )


def format_fault(file: str, package: bytes) -> Finding | None:
    """The finding of a file that is no Word document in the usual format; None for one that is."""
    if not zipfile.is_zipfile(BytesIO(package)):
        return _other_file(file, package)
    try:
        with zipfile.ZipFile(BytesIO(package)) as archive:
            if ooxml.is_bomb(archive.infolist()):
                return _bomb(file)
        parts = ooxml.read_parts(package)
    except Exception:
        # zipfile passes on whatever its decompressors raise; in every case the file is broken.
        return unreadable(file)
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument"):
        return _format(file, "dokumen OpenDocument (.odt)", f"{_RESAVE} (LibreOffice dapat juga)")
    types = parts.get(_TYPES, b"").lower()
    for mark, (kind, remedy) in _MAIN_TYPES.items():
        if mark in types:
            return _format(file, kind, remedy)
    if _STRICT in parts.get(BODY_PART, b""):
        return _format(file, "dokumen “Strict Open XML”", f"{_RESAVE}, bukan yang “Strict”")
    if BODY_PART not in parts or STYLES_PART not in parts or not types:
        return unreadable(file)
    return None


def package_faults(file: str, parts: Mapping[str, bytes]) -> Iterator[Finding]:
    """Relations to parts that are not there, and parts that load files or run programs.

    Word drops parts that nothing names without a word, and so does python-docx; they are told too.
    """
    try:
        for part, danger in part_dangers(parts):
            yield error(
                "TPL-SISIPAN",
                f"Templat memuat {danger}, yang tidak boleh ada dalam naskah. Hapuslah benda atau "
                f"tautan itu di Word; bila tidak tampak, salin isinya ke dokumen baru.",
                Place(file, part=part),
            )
    except (ParseError, DefusedXmlException):
        yield unreadable(file)
        return
    for part, target in _dangling(parts):
        yield error(
            "TPL-TAUTAN",
            f"Templat menunjuk bagian “{target}” yang tidak ada di dalamnya, misalnya gambar yang "
            f"hilang. {_RESAVE}, lalu pasang kembali gambarnya.",
            Place(file, part=part),
        )


def _other_file(file: str, package: bytes) -> Finding:
    if not package:
        return _format(file, "berkas kosong (0 byte)", "Kembalikan berkasnya dari salinan")
    if package.startswith(_OLE):
        if _ENCRYPTED in package:
            return _format(file, "dokumen berkata sandi", f"{_RESAVE} tanpa kata sandi")
        return _format(file, "dokumen Word lama (.doc)", _RESAVE)
    for beginning, kind in _BEGINNINGS:
        if package.lstrip()[: len(beginning)].lower() == beginning.lower():
            return _format(file, kind, "Taruhlah dokumen Word (*.docx) di tempatnya")
    return unreadable(file)


def _format(file: str, kind: str, remedy: str) -> Finding:
    return error(
        "TPL-FORMAT",
        f"Templat ini {kind}, bukan dokumen Word (.docx) biasa. {remedy}, lalu pakai berkas itu.",
        Place(file),
    )


def _dangling(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Relations within the package whose target is not there: the file of relations, the target."""
    names = {name.casefold() for name in parts}
    for part, content in parts.items():
        if not part.endswith(".rels"):
            continue
        base = posixpath.dirname(posixpath.dirname(part))
        for relation in etree.fromstring(content).iter(_RELATION):
            target = relation.get("Target") or ""
            if (relation.get("TargetMode") or "").casefold() == "external":
                continue
            path = unquote(urlsplit(target).path)
            full = posixpath.normpath(posixpath.join("/", base, path)).lstrip("/")
            if not path and target.startswith("#"):
                continue
            if full.casefold() not in names:
                yield part, target
