"""The photos of a meeting: picture files in `rapat/<id>/` beside the workbook."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, Place, error
from zi_docs.pictures import SUFFIXES, Frame, NoPictureError, read_photo
from zi_docs.text import Picture

# Names that cameras and phones give tell nothing of what a photo shows.
_CAMERA = re.compile(r"(IMG|DSCN?|PXL|WhatsApp Image|Screenshot)[\s_-]*\d", re.I)
_ORDER = re.compile(r"^\d+[\s._-]+(?=\D)")
Captioned = tuple[Picture, str]


def read_photos(folder: Path, frame: Frame) -> tuple[list[Captioned], list[Finding]]:
    """The pictures of a folder with their captions, in the order of their file names.

    A number before the name only orders; a file that is no picture is a finding. Hidden files
    are passed over, and a folder that is not there holds no photos.
    """
    photos: list[Captioned] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == "Thumbs.db":
            continue
        try:
            words = caption(path.stem)
            photos.append((replace(_read(path, frame), description=words), words))
        except NoPictureError as problem:
            message = (
                f"Berkas ini {problem}, sehingga tidak dimuat dalam dokumentasi; gantilah dengan "
                "foto JPEG atau PNG, atau pindahkan dari folder ini."
            )
            findings.append(error("RAPAT-FOTO", message, Place(str(path))))
    return photos, findings


def _read(path: Path, frame: Frame) -> Picture:
    if path.suffix.casefold() not in SUFFIXES or not path.is_file():
        raise NoPictureError("bukan gambar JPEG atau PNG")
    return read_photo(path, frame)


def caption(stem: str) -> str:
    """The words of a file name: `02-sambutan_ketua` is `Sambutan ketua`; a camera's has none."""
    words = " ".join(re.split(r"[\s_]+|-+", _ORDER.sub("", stem))).strip()
    if not re.search(r"[^\W\d_]", words) or _CAMERA.match(stem):
        return ""
    return words[0].upper() + words[1:]
