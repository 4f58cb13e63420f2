"""Picture files beside the workbook: the logo of Instansi, the photos in `rapat/<id>/`."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from zi_docs.errors import system_reason
from zi_docs.findings import Finding, Place, error, note
from zi_docs.model import Meeting, Office, Photo, Plan
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
        return replace(office, lambang=replace(logo, description=f"Lambang {office.name}")), []
    except NoPictureError as problem:
        message = (
            f"Berkas logo “{office.logo}” {problem}. Letakkan gambar PNG atau JPEG dengan nama itu "
            "di folder buku kerja ini, atau kosongkan isiannya."
        )
        return office, [error("WB-LOGO", message, office.origin.at("logo"))]


# What cameras, phones and programs call their files, and words that fit every photo: they do not
# describe what is seen. Beginnings count where digits follow, words where nothing else is said.
_CAMERA_NAME = re.compile(
    r"(?:\d+[\s._-]+)?(?:[A-Z_]*IMG|DSC[A-Z]?|PXL|MVI|GOPR|GX|DJI|VID|P(?=\d{6})"
    r"|WhatsApp (?:Image|Video)|Screen\s?shot|Tangkapan layar|CamScanner|photo|received|signal"
    r"|inshot|picsart|resized)"
    r"[\s_E-]*\d",
    re.I,
)
_SAYS_NOTHING = frozenset({
    "img", "dsc", "image", "images", "photo", "photos", "foto", "gambar", "pic", "picture",
    "scan", "wa", "whatsapp", "dok", "dokumentasi", "screenshot", "screen", "shot", "tangkapan",
    "layar", "copy", "salinan", "edited", "untitled", "hdr", "am", "pm", "at", "jam", "pukul",
    "jpg", "jpeg", "png", "januari", "februari", "maret", "april", "mei", "juni", "juli",
    "agustus", "september", "oktober", "november", "desember",
})  # fmt: skip
_HASH = re.compile(r"(?=.*\d)[0-9a-f]{6,}(?:-?[0-9a-f]{4,})*", re.I)
_ORDER_NUMBER = re.compile(r"^\d+[\s._-]+(?=\D)")
PHOTOS = "rapat"
# Sizes in mm. One or two photos fill a sheet; more of them stand two in a row.
_ALONE, _IN_ROWS = PictureFrame(158, 120), PictureFrame(79, 95)
_FEW = 2


def photo_frame(count: int) -> PictureFrame:
    """The largest space that each of so many photos of a meeting has on its sheet."""
    return _ALONE if count <= _FEW else _IN_ROWS


def with_photos(plan: Plan, source: Path) -> tuple[Plan, list[Finding]]:
    """The plan with the photos of its meetings beside its workbook `source`.

    Where photos lie that are those of an earlier year's meeting, there is a finding.
    """
    findings: list[Finding] = []
    meetings = []
    for meeting in plan.meetings:
        place = photo_folder(plan, meeting, source)
        shared = source.parent / PHOTOS / meeting.id
        if place != shared and _is_folder(shared) and not _is_folder(place):
            findings.append(_of_an_earlier_year(shared, place))
        photos, problems = read_photos(place, photo_frame(len(_files(place))))
        findings += problems
        meetings.append(replace(meeting, photos=tuple(photos)) if photos else meeting)
    return replace(plan, meetings=tuple(meetings)), findings


def photo_folder(plan: Plan, meeting: Meeting, source: Path) -> Path:
    """The folder of the photos of a meeting: `rapat/<id>/`, or `rapat/<year>/<id>/`.

    Where a workbook of an earlier year stands beside this one, only the latter counts: a meeting
    of that year may have the same ID.
    """
    shared, year = source.parent / PHOTOS, plan.office.tahun
    own = shared / str(year) / meeting.id
    earlier = any(other < year for other in neighbour_years(source))
    return own if earlier or _is_folder(own) else shared / meeting.id


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
    problem = _barred(folder)
    if problem is not None:
        message = (
            f"Folder ini tidak dapat dibaca ({system_reason(problem)}), sehingga fotonya tidak "
            "dimuat; periksa izin foldernya."
        )
        return [], [error("RAPAT-FOTO", message, Place(str(folder)))]
    for path in _files(folder):
        try:
            caption = photo_caption(path.stem)
            words = f"Foto: {caption}" if caption else "Foto kegiatan"
            photos.append(Photo(replace(read_picture(path, frame), description=words), caption))
        except NoPictureError as problem:
            message = (
                f"Berkas ini {problem}, sehingga tidak dimuat dalam dokumentasi; gantilah dengan "
                "foto JPEG atau PNG, atau pindahkan dari folder ini."
            )
            findings.append(error("RAPAT-FOTO", message, Place(str(path))))
    return photos, findings


def _barred(folder: Path) -> OSError | None:
    """What bars the way into a folder; nothing for one that is open or not there."""
    try:
        for path in folder.iterdir():
            path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        return problem
    return None


def _files(folder: Path) -> list[Path]:
    """The files of a folder in order, without those that systems put there."""
    paths = [] if _barred(folder) or not _is_folder(folder) else sorted(folder.iterdir())
    return [p for p in paths if not p.name.startswith(".") and p.name != "Thumbs.db"]


def _is_folder(path: Path) -> bool:
    """Whether a path is a folder; one behind a closed folder is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def read_picture(path: Path, frame: PictureFrame) -> Picture:
    """A photo that is named as one. Raises NoPictureError."""
    if path.suffix.casefold() not in PICTURE_SUFFIXES or not path.is_file():
        raise NoPictureError("bukan gambar JPEG atau PNG")
    return read_photo(path, frame)


def photo_caption(stem: str) -> str:
    """`Sambutan ketua` for the file name `02-sambutan_ketua`; empty for a name from a camera."""
    words = " ".join(re.split(r"[\s_]+|-+", _ORDER_NUMBER.sub("", stem))).strip()
    said = {word.casefold() for word in re.findall(r"[^\W\d_]+", words)}
    if said <= _SAYS_NOTHING or _CAMERA_NAME.match(stem) or _HASH.fullmatch(stem):
        return ""
    return words[0].upper() + words[1:]
