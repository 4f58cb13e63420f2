"""Picture files beside the workbook: the logo of Instansi, the photos in `rapat/<id>/`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, Place, error
from zi_docs.model import Office
from zi_docs.pictures import PICTURE_SUFFIXES, NoPictureError, PictureFrame, read_logo, read_photo
from zi_docs.text import Picture

_FRAME = PictureFrame(22, 24)


def with_logo(office: Office, folder: Path) -> tuple[Office, list[Finding]]:
    """The office with its logo read from `folder`; without one, and a finding, when that fails."""
    if not office.logo:
        return office, []
    try:
        if Path(office.logo).name != office.logo:
            raise NoPictureError("bukan nama berkas saja")
        logo = read_logo(folder / office.logo, _FRAME)
        return replace(office, lambang=replace(logo, description=f"Logo {office.lembaga}")), []
    except NoPictureError as problem:
        message = (
            f"Berkas logo “{office.logo}” {problem}. Letakkan gambar PNG atau JPEG dengan nama itu "
            "di folder buku kerja ini, atau kosongkan isiannya."
        )
        return office, [error("WB-LOGO", message, office.origin.at("logo"))]


# Names that cameras and phones give tell nothing of what a photo shows.
_CAMERA = re.compile(r"(IMG|DSCN?|PXL|WhatsApp Image|Screenshot)[\s_-]*\d", re.I)
_ORDER = re.compile(r"^\d+[\s._-]+(?=\D)")
Captioned = tuple[Picture, str]


def read_photos(folder: Path, frame: PictureFrame) -> tuple[list[Captioned], list[Finding]]:
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


def _read(path: Path, frame: PictureFrame) -> Picture:
    if path.suffix.casefold() not in PICTURE_SUFFIXES or not path.is_file():
        raise NoPictureError("bukan gambar JPEG atau PNG")
    return read_photo(path, frame)


def caption(stem: str) -> str:
    """The words of a file name: `02-sambutan_ketua` is `Sambutan ketua`; a camera's has none."""
    words = " ".join(re.split(r"[\s_]+|-+", _ORDER.sub("", stem))).strip()
    if not re.search(r"[^\W\d_]", words) or _CAMERA.match(stem):
        return ""
    return words[0].upper() + words[1:]
