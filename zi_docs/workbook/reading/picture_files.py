"""Picture files beside the workbook: the logo of Instansi, the photos in `rapat/<id>/`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, Place, error, note
from zi_docs.model import Office, Photo, Plan
from zi_docs.pictures import PICTURE_SUFFIXES, NoPictureError, PictureFrame, read_logo, read_photo
from zi_docs.settings import neighbour_years
from zi_docs.text import Picture

# A logo covers as much of the paper as a square of 22 mm, whatever its shape.
_LOGO_FRAME, _LOGO_AREA = PictureFrame(60, 28), 22.0 * 22.0


def with_logo(office: Office, folder: Path) -> tuple[Office, list[Finding]]:
    """The office with its logo read from `folder`; unchanged, with a finding, when that fails."""
    if not office.logo:
        return office, []
    try:
        if Path(office.logo).name != office.logo:
            raise NoPictureError("bukan nama berkas saja")
        logo = read_logo(folder / office.logo, _LOGO_FRAME, _LOGO_AREA)
        return replace(office, lambang=replace(logo, description=f"Logo {office.lembaga}")), []
    except NoPictureError as problem:
        message = (
            f"Berkas logo “{office.logo}” {problem}. Letakkan gambar PNG atau JPEG dengan nama itu "
            "di folder buku kerja ini, atau kosongkan isiannya."
        )
        return office, [error("WB-LOGO", message, office.origin.at("logo"))]


# A file name given by a camera or phone does not describe the photo.
_CAMERA_NAME = re.compile(r"(IMG|DSCN?|PXL|WhatsApp Image|Screenshot)[\s_-]*\d", re.I)
_ORDER_NUMBER = re.compile(r"^\d+[\s._-]+(?=\D)")
PHOTOS = "rapat"
# Size in mm; two photos with captions fit below the head of the lowest paper, Letter.
PHOTO_FRAME = PictureFrame(158, 68)


def with_photos(plan: Plan, source: Path) -> tuple[Plan, list[Finding]]:
    """The plan with the photos of its meetings beside its workbook `source`.

    They stand in `rapat/<id>/`, or in `rapat/<year>/<id>/`. Where a workbook of an earlier year
    stands beside this one, only the latter counts: a meeting of that year may have the same ID.
    """
    shared, year = source.parent / PHOTOS, plan.office.tahun
    earlier = any(other < year for other in neighbour_years(source))
    findings: list[Finding] = []
    meetings = []
    for meeting in plan.meetings:
        folder, own = shared / meeting.id, shared / str(year) / meeting.id
        if earlier and folder.is_dir() and not own.is_dir():
            findings.append(_of_an_earlier_year(folder, own))
        photos, problems = read_photos(own if earlier or own.is_dir() else folder, PHOTO_FRAME)
        findings += problems
        meetings.append(replace(meeting, photos=tuple(photos)) if photos else meeting)
    return replace(plan, meetings=tuple(meetings)), findings


def _of_an_earlier_year(folder: Path, own: Path) -> Finding:
    message = (
        "Foto di folder ini milik rapat tahun sebelumnya, yang buku kerjanya ada di folder yang "
        f"sama. Taruhlah foto rapat tahun ini di {own}."
    )
    return note("RAPAT-FOTO-LAMA", message, Place(str(folder)))


def read_photos(folder: Path, frame: PictureFrame) -> tuple[list[Photo], list[Finding]]:
    """The pictures of a folder with their captions, in the order of their file names.

    A number at the start of a name only sets the order; a file that is not a picture is a finding.
    Hidden files are skipped; a folder that does not exist has no photos.
    """
    photos: list[Photo] = []
    findings: list[Finding] = []
    for path in sorted(folder.iterdir()) if folder.is_dir() else ():
        if path.name.startswith(".") or path.name == "Thumbs.db":
            continue
        try:
            caption = photo_caption(path.stem)
            photos.append(Photo(replace(_read_picture(path, frame), description=caption), caption))
        except NoPictureError as problem:
            message = (
                f"Berkas ini {problem}, sehingga tidak dimuat dalam dokumentasi; gantilah dengan "
                "foto JPEG atau PNG, atau pindahkan dari folder ini."
            )
            findings.append(error("RAPAT-FOTO", message, Place(str(path))))
    return photos, findings


def _read_picture(path: Path, frame: PictureFrame) -> Picture:
    if path.suffix.casefold() not in PICTURE_SUFFIXES or not path.is_file():
        raise NoPictureError("bukan gambar JPEG atau PNG")
    return read_photo(path, frame)


def photo_caption(stem: str) -> str:
    """`Sambutan ketua` for the file name `02-sambutan_ketua`; empty for a name from a camera."""
    words = " ".join(re.split(r"[\s_]+|-+", _ORDER_NUMBER.sub("", stem))).strip()
    if not re.search(r"[^\W\d_]", words) or _CAMERA_NAME.match(stem):
        return ""
    return words[0].upper() + words[1:]
