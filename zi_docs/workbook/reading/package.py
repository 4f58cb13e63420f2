"""Checks on a file before it is opened: does it exist, is it a workbook, is it safe?"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from zi_docs.errors import system_reason
from zi_docs.findings import Finding, Place, error, has_errors, warning
from zi_docs.ooxml import is_bomb
from zi_docs.settings import Settings

_OLE = bytes.fromhex("D0CF11E0A1B11AE1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_SAVE_AS = "Simpanlah dari Excel sebagai Buku Kerja Excel (.xlsx)."


def place_of_file(path: Path) -> Place:
    """The place of a file: relative to the working directory if it is inside it."""
    if path.is_absolute() and path.is_relative_to(Path.cwd()):
        path = path.relative_to(Path.cwd())
    return Place(path.as_posix())


def check_package(path: Path, settings: Settings) -> tuple[bytes, list[Finding]]:
    """The content of `path`, and the findings that prevent reading it as a workbook.

    There is a warning if it is open elsewhere. Without a file the content is empty.
    """
    place = place_of_file(path)
    try:
        findings = list(_check_file(path, place, settings))
        if has_errors(findings):
            return b"", findings
        content = path.read_bytes()
    except OSError as problem:
        reason = system_reason(problem)
        return b"", [error("WB-IZIN", _unreadable(reason), place)]
    return content, [*findings, *_check_content(content, place, settings)]


def _unreadable(reason: str) -> str:
    return f"Berkas tidak dapat dibaca ({reason}). Tutup programnya atau periksa izin berkasnya."


def _check_file(path: Path, place: Place, settings: Settings) -> Iterator[Finding]:
    if not path.exists():
        yield error(
            "WB-TIDAK-ADA",
            f"Buku kerja tidak ditemukan.{_nearby_files(path)} Periksa nama dan foldernya, atau "
            "buat yang baru dengan `python generate.py buku-kerja`.",
            place,
        )
    elif path.is_dir():
        yield error(
            "WB-FOLDER", "Ini folder, bukan buku kerja. Sebutkan berkas .xlsx di dalamnya.", place
        )
    elif not path.is_file():
        # A device or a pipe has no end, or nobody at the other one.
        yield error(
            "WB-FORMAT",
            "Ini bukan berkas biasa, melainkan perangkat atau pipa. Sebutkan berkas .xlsx.",
            place,
        )
    else:
        yield from _check_lock(path, place)
        size = path.stat().st_size
        if size > settings.max_file_bytes:
            yield error(
                "WB-UKURAN",
                f"Ukuran berkas {size / 1024**2:.0f} MiB melebihi batas "
                f"{settings.max_file_bytes / 1024**2:.0f} MiB. Hapuslah gambar atau lembar yang "
                "tidak diperlukan.",
                place,
            )


def _nearby_files(path: Path) -> str:
    if not path.parent.is_dir():
        return f" Folder {path.parent.as_posix()} tidak ada."
    names = sorted(p.name for p in path.parent.glob("*.xlsx") if not p.name.startswith("~$"))
    return f" Di folder itu ada: {', '.join(names)}." if names else ""


def _check_lock(path: Path, place: Place) -> Iterator[Finding]:
    locks = {f"~${path.name}": "Excel", f".~lock.{path.name}#": "LibreOffice"}
    for name, program in locks.items():
        if (path.parent / name).exists():
            yield warning(
                "WB-TERBUKA",
                f"Buku kerja sedang dibuka di {program}; yang dibaca ialah keadaan terakhir yang "
                "disimpan. Simpan dan tutup buku kerja agar isian terbaru ikut terbaca.",
                place,
            )


def _check_content(content: bytes, place: Place, settings: Settings) -> list[Finding]:
    if content.startswith(_OLE):
        return [_old_format_or_encrypted(content, place)]
    if not content.startswith(b"PK"):
        return [error("WB-FORMAT", _not_a_workbook(content), place)]
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return list(_check_archive(archive, place, settings))
    except Exception:
        # zipfile passes on whatever its decompressors raise; in every case the file is broken.
        return [damaged_file(place)]


def damaged_file(place: Place, part: str = "") -> Finding:
    """The finding for a package that cannot be unpacked, or whose `part` cannot be parsed."""
    where = f" (bagian {part})" if part else ""
    return error(
        "WB-RUSAK",
        f"Berkas rusak atau terpotong{where} sehingga tidak dapat dibaca. Buka di Excel lalu "
        "simpan ulang, atau pakai salinan cadangannya.",
        place,
    )


def _old_format_or_encrypted(content: bytes, place: Place) -> Finding:
    if _ENCRYPTED in content:
        return error(
            "WB-SANDI",
            "Buku kerja dilindungi kata sandi sehingga tidak dapat dibaca. Hapus kata sandinya di "
            "Excel (File, Info, Protect Workbook, Encrypt with Password), lalu simpan.",
            place,
        )
    return error("WB-FORMAT", f"Ini berkas Excel format lama (.xls). {_SAVE_AS}", place)


def _not_a_workbook(content: bytes) -> str:
    head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not content.strip():
        kind = "berkas kosong"
    elif head.startswith((b"<html", b"<!doctype html", b"<table", b"<meta")):
        kind = "halaman HTML yang diberi nama .xlsx"
    elif b"\0" not in head and (b"," in head or b";" in head or b"\t" in head):
        kind = "berkas teks (CSV)"
    else:
        kind = "berkas jenis lain"
    return f"Ini bukan buku kerja Excel, melainkan {kind}. {_SAVE_AS}"


def _check_archive(archive: zipfile.ZipFile, place: Place, settings: Settings) -> Iterator[Finding]:
    parts = {info.filename: info for info in archive.infolist()}
    if is_bomb(list(parts.values()), settings):
        yield error(
            "WB-BOM",
            "Isi berkas ini mengembang jauh melebihi ukuran wajar buku kerja, jadi tidak dibuka. "
            "Salin isinya ke buku kerja baru dari `python generate.py buku-kerja`.",
            place,
        )
    elif "xl/vbaProject.bin" in parts:
        yield error("WB-FORMAT", f"Buku kerja ini memuat makro. {_SAVE_AS}", place)
    elif "xl/workbook.bin" in parts:
        yield error("WB-FORMAT", f"Ini buku kerja biner (.xlsb). {_SAVE_AS}", place)
    elif "mimetype" in parts:
        yield error("WB-FORMAT", f"Ini berkas OpenDocument, bukan Excel. {_SAVE_AS}", place)
    elif "xl/workbook.xml" not in parts:
        yield error(
            "WB-FORMAT", f"Ini berkas zip, tetapi bukan buku kerja Excel. {_SAVE_AS}", place
        )
