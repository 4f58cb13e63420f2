"""Reads and writes the zip container of DOCX and XLSX; the same content gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from io import BytesIO

from zi_docs.settings import DEFAULTS, Settings

ZIP_EPOCH = (1980, 1, 1, 0, 0, 0)
"""When the files of an archive are from: the day of making would make two equal ones differ."""
_MODE = 0o644 << 16
_FIRST = ("[Content_Types].xml", "_rels/.rels")
_STAMP = re.compile(
    rb'(<dcterms:(?:created|modified)[^>]*xsi:type="dcterms:W3CDTF"[^>]*>)[^<]*(</dcterms:)'
)


def is_bomb(parts: Sequence[zipfile.ZipInfo], settings: Settings = DEFAULTS) -> bool:
    """Whether a package has more parts, or unpacks to far more, than any document has."""
    # The sizes in the zip directory can be trusted as limits: unpacking stops at them.
    return (
        len(parts) > settings.max_parts
        or sum(part.file_size for part in parts) > settings.max_unpacked_bytes
        or any(
            part.file_size > settings.ratio_floor
            and part.file_size > settings.max_part_ratio * max(part.compress_size, 1)
            for part in parts
        )
    )


def read_parts(package: bytes) -> dict[str, bytes]:
    """The parts of a package by name."""
    with zipfile.ZipFile(BytesIO(package)) as archive:
        return {info.filename: archive.read(info) for info in archive.infolist()}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """Pack parts in a fixed order with fixed times; the same parts give the same bytes."""
    buffer = BytesIO()
    names = sorted(parts, key=_order)
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name in names:
            info = zipfile.ZipInfo(name, ZIP_EPOCH)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = _MODE
            archive.writestr(info, parts[name])
    return buffer.getvalue()


def in_own_form(package: bytes) -> bool:
    """Whether a package is packed as `write_parts` does it, which no other program does.

    Raises zipfile.BadZipFile for what is no package.
    """
    with zipfile.ZipFile(BytesIO(package)) as archive:
        parts = archive.infolist()
    names = [part.filename for part in parts]
    return names == sorted(names, key=_order) and all(
        part.date_time == ZIP_EPOCH and part.external_attr == _MODE for part in parts
    )


def _order(name: str) -> tuple[bool, str]:
    return name not in _FIRST, name


def canonical_package(package: bytes, stamp: date) -> bytes:
    """Repack a package with fixed order and times, with core properties dated `stamp`."""
    parts = read_parts(package)
    core = "docProps/core.xml"
    if core in parts:
        timestamp = f"{stamp.isoformat()}T00:00:00Z".encode()
        parts[core] = _STAMP.sub(rb"\g<1>" + timestamp + rb"\g<2>", parts[core])
    return write_parts(parts)
