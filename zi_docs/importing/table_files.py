"""A file of a foreign plan, told by what it holds, not by its name -> its sheets."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from zi_docs.errors import ZiError, system_reason
from zi_docs.findings import Finding, Place, error, note, warning
from zi_docs.importing.delimited import Cells, UnreadableTextError, best_cells, decoded
from zi_docs.importing.source_sheet import Dress, SourceSheet, dresses
from zi_docs.settings import Settings
from zi_docs.workbook.reading.book_file import read_book
from zi_docs.workbook.reading.package import check_package, place_of_file
from zi_docs.workbook.reading.xlsx import RawSheet, read_sheets

# Changes a table of another program into the bytes of an XLSX. Raises ZiError.
Convert = Callable[[Path], bytes]
Loaded = tuple[list[SourceSheet], list[Finding]]

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_EXPORT = "Bukalah dengan program asalnya, lalu simpan tabelnya sebagai .xlsx atau CSV."
_COPY = "Salin tabelnya ke lembar Excel, simpan sebagai .xlsx, lalu impor berkas itu."
_SAVE = "Bukalah di Excel atau LibreOffice, lalu simpan sebagai .xlsx (atau CSV)."
# What a file begins with: what it is, and what to do with it.
_BEGINNINGS = (
    (b"%PDF", "berkas PDF", _COPY),
    (b"{\\rtf", "naskah RTF", _COPY),
    (b"\x89PNG", "gambar", _COPY),
    (b"\xff\xd8\xff", "gambar", _COPY),
    (b"GIF8", "gambar", _COPY),
    (b"SQLite format 3", "basis data SQLite", _EXPORT),
    (b"Rar!", "arsip RAR", "Keluarkan berkas tabel dari arsipnya, lalu impor berkas itu."),
    (b"7z\xbc\xaf", "arsip 7z", "Keluarkan berkas tabel dari arsipnya, lalu impor berkas itu."),
)
_TEXT_BEGINNINGS = (
    (("<html", "<!doctype html", "<table", "<meta", "<head", "<body"), "halaman HTML", _SAVE),
    (("mime-version", "from: <saved"), "halaman web (MHTML)", _SAVE),
    (("<?xml", "<workbook"), "berkas XML", _SAVE),
    (("{", "[{"), "data JSON", _EXPORT),
    (
        ("create table", "insert into", "drop table", "-- ", "/*", "set ", "begin;", "use "),
        "perintah SQL",
        "Ekspor tabelnya dari basis data sebagai CSV, lalu impor berkas itu.",
    ),
)
_ZIP_KINDS = (
    ("word/document.xml", "naskah Word", _COPY),
    ("ppt/presentation.xml", "presentasi PowerPoint", _COPY),
    ("content.xml", "berkas OpenDocument yang bukan lembar sebar", _COPY),
)


def load_tables(
    path: Path,
    settings: Settings,
    columns_known: Callable[[Cells], int],
    convert: Convert | None = None,
) -> Loaded:
    """The sheets of a workbook; a text file gives a single one.

    `columns_known` counts the columns of a plan among cells, to choose the delimiter by.
    `convert` turns ODS and old XLS into XLSX, where there is a program for it.
    """
    place = place_of_file(path)
    if not path.is_file():
        _, findings = check_package(path, settings)
        return [], findings
    if path.stat().st_size > settings.max_file_bytes:
        message = "Berkas melebihi batas ukuran. Bagilah menjadi beberapa berkas."
        return [], [error("WB-UKURAN", message, place)]
    try:
        content = path.read_bytes()
    except OSError as problem:
        reason = system_reason(problem)
        message = f"Berkas tidak dapat dibaca ({reason}). Periksa izin berkasnya."
        return [], [error("WB-IZIN", message, place)]
    if content.startswith((b"PK", _OLE)):
        return _packed(path, content, place, settings, convert)
    return _text(content, place, columns_known)


def _packed(
    path: Path, content: bytes, place: Place, settings: Settings, convert: Convert | None
) -> Loaded:
    parts = _parts(content)
    if "xl/workbook.xml" in parts:
        book = read_book(path, settings)
        other_name = path.suffix.casefold() not in (".xlsx", ".xlsm")
        message = (
            f"Nama berkas berakhiran {path.suffix}, tetapi isinya buku kerja Excel (.xlsx); "
            "dibaca sebagai .xlsx. Gantilah nama berkasnya."
        )
        misnamed = [note("IMP-NAMA-BERKAS", message, place)] if other_name else []
        return _dressed(book.sheets or [], book.content), [*misnamed, *book.findings]
    if _is_spreadsheet(content, parts):
        return _converted(path, place, settings, convert)
    if content.startswith(_OLE) and "EncryptedPackage".encode("utf-16-le") in content:
        _, findings = check_package(path, settings)
        return [], findings
    if content.startswith(_OLE):
        return [], [_wrong_kind("naskah atau berkas Office lama", _COPY, place)]
    for part, kind, remedy in _ZIP_KINDS:
        if part in parts:
            return [], [_wrong_kind(kind, remedy, place)]
    _, findings = check_package(path, settings)
    return [], findings


def _parts(content: bytes) -> list[str]:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return archive.namelist()
    except Exception:
        # zipfile passes on whatever is wrong; `check_package` says that the file is broken.
        return []


def _is_spreadsheet(content: bytes, parts: Sequence[str]) -> bool:
    """Whether LibreOffice Calc reads it: ODS, or the stream of an old Excel workbook."""
    if content.startswith(_OLE):
        return any(name.encode("utf-16-le") in content for name in ("Workbook", "Book"))
    return "mimetype" in parts and b"opendocument.spreadsheet" in content[:200]


def _converted(path: Path, place: Place, settings: Settings, convert: Convert | None) -> Loaded:
    kind = "lembar sebar OpenDocument (.ods)" if path.suffix == ".ods" else "Excel lama (.xls)"
    problem = "program pengubahnya tidak ada"
    if convert is not None:
        try:
            content = convert(path)
            sheets, findings = read_sheets(content, place, settings)
        except ZiError as failure:
            problem = str(failure)
        except Exception:
            # openpyxl lets any exception of its parsers through.
            problem = "hasil pengubahannya tidak dapat dibaca"
        else:
            return _dressed(sheets, content), findings
    message = (
        f"Berkas {kind} ini dibaca melalui LibreOffice Calc, tetapi gagal: {problem} Pasanglah "
        "paket libreoffice-calc-nogui, atau simpanlah berkas ini sebagai .xlsx dari program "
        "asalnya."
    )
    return [], [error("IMP-UBAH", message, place)]


def _dressed(sheets: Sequence[RawSheet], content: bytes) -> list[SourceSheet]:
    by_title = dresses(content) if sheets else {}
    return [SourceSheet(raw, by_title.get(raw.title, Dress())) for raw in sheets]


def _text(content: bytes, place: Place, columns_known: Callable[[Cells], int]) -> Loaded:
    if not content.strip():
        message = "Berkas ini kosong. Periksa apakah tabelnya sudah tersimpan di dalamnya."
        return [], [error("IMP-BERKAS", message, place)]
    for beginning, kind, remedy in _BEGINNINGS:
        if content.startswith(beginning):
            return [], [_wrong_kind(kind, remedy, place)]
    text = decoded(content)
    head = text.lstrip("\ufeff \t\r\n")[:200].casefold()
    for beginnings, kind, remedy in _TEXT_BEGINNINGS:
        if head.startswith(beginnings):
            named = (
                f"{kind} yang diberi nama {Path(place.file).suffix}" if "." in place.file else kind
            )
            return [], [_wrong_kind(named, remedy, place)]
    if "\0" in text:
        return [], [_wrong_kind("berkas yang bukan teks", _EXPORT, place)]
    try:
        cells = best_cells(text, columns_known)
    except UnreadableTextError as problem:
        message = f"Berkas CSV tidak dapat dibaca: {problem}. Simpan ulang sebagai CSV UTF-8."
        return [], [error("IMP-CSV", message, place)]
    findings = []
    if "\ufffd" in text:
        message = (
            "Sebagian huruf berkas ini tidak dapat dikenali dan menjadi “�”. Simpan ulang sebagai "
            "CSV UTF-8."
        )
        findings.append(warning("IMP-HURUF", message, place))
    return [SourceSheet(RawSheet(replace(place), "", cells))], findings


def _wrong_kind(kind: str, remedy: str, place: Place) -> Finding:
    return error("IMP-BERKAS", f"Ini {kind}, bukan tabel rencana. {remedy}", place)
