"""Picture files -> pictures for documents: upright and small; same file, same bytes."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from zi_docs.text import Picture

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png")
_FORMATS = ("JPEG", "PNG")
# Phones take about 50 million pixels; files that claim far more are meant to exhaust memory.
_MAX_PIXELS = 120_000_000
_MAX_BYTES = 60 * 1024 * 1024
_DOTS_PER_INCH = 200
_QUALITY = 85
# What is narrower on paper is a line, not a picture.
_LEAST_MM = 1.0
_MM_PER_INCH = 25.4


class NoPictureError(ValueError):
    """A file that is not a printable picture; the text says why."""


@dataclass(frozen=True)
class PictureFrame:
    """The space for a picture on paper, in mm."""

    width: float
    height: float


def read_photo(path: Path, frame: PictureFrame) -> Picture:
    """A photo fitted into a frame, turned as its EXIF says, as JPEG. Raises NoPictureError."""
    image, size = _fitted(path, frame)
    return _picture(_flattened(image), size, "JPEG", quality=_QUALITY, optimize=False)


def read_logo(path: Path, frame: PictureFrame, area: float) -> Picture:
    """A logo of this area in mm², or as large as the frame lets it be, as PNG.

    A wide logo and a tall one so look as large as a round one. Its transparency is kept. Raises
    NoPictureError.
    """
    image, size = _fitted(path, frame, area)
    return _picture(image.convert("RGBA"), size, "PNG")


def within(picture: Picture, frame: PictureFrame) -> Picture:
    """The picture made as small as a frame asks for; one that fits stays as it is."""
    width = picture.width_mm or 0
    scale = min(frame.width / width if width else 1, frame.height / picture.height_mm, 1)
    return replace(picture, width_mm=width * scale or None, height_mm=picture.height_mm * scale)


def _fitted(
    path: Path, frame: PictureFrame, area: float | None = None
) -> tuple[Image.Image, tuple[float, float]]:
    """The upright picture with no more pixels than print needs, and its size in mm.

    Raises NoPictureError.
    """
    image = _open_upright(path)
    scale = min(frame.width / image.width, frame.height / image.height)
    if area is not None:
        scale = min(scale, (area / (image.width * image.height)) ** 0.5)
    size = image.width * scale, image.height * scale
    if min(size) < _LEAST_MM:
        raise NoPictureError("terlalu sempit untuk dicetak")
    width, height = (max(1, round(mm * _DOTS_PER_INCH / _MM_PER_INCH)) for mm in size)
    if width < image.width:
        image = image.resize((width, height), Image.Resampling.LANCZOS)
    return image, size


def _open_upright(path: Path) -> Image.Image:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise NoPictureError("terlalu besar")
        with warnings.catch_warnings():
            # Of sizes that are judged below, and of EXIF that then turns nothing.
            warnings.simplefilter("ignore")
            with Image.open(path, formats=_FORMATS) as image:
                if image.width * image.height > _MAX_PIXELS:
                    raise NoPictureError("terlalu besar")
                return _upright(image)
    except FileNotFoundError as problem:
        raise NoPictureError("tidak ada") from problem
    except (UnidentifiedImageError, Image.DecompressionBombError) as problem:
        raise NoPictureError("bukan gambar JPEG atau PNG") from problem
    except (OSError, ValueError, SyntaxError) as problem:
        if isinstance(problem, NoPictureError):
            raise
        raise NoPictureError("rusak atau tidak dapat dibaca") from problem


def _upright(image: Image.Image) -> Image.Image:
    turned = _turned(image)
    turned.load()
    if turned.mode == "1":
        # A quarter of the memory that RGBA takes.
        return turned.convert("L")
    return turned if turned.mode in ("RGB", "RGBA", "L") else turned.convert("RGBA")


def _turned(image: Image.Image) -> Image.Image:
    try:
        return ImageOps.exif_transpose(image)
    except Exception:
        # Pillow lets any exception of its EXIF parser through; the picture itself may be sound.
        return image


def _flattened(image: Image.Image) -> Image.Image:
    """The image on white: JPEG has no transparency."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    background = Image.new("RGB", image.size, "white")
    background.paste(image, mask=image.getchannel("A"))
    return background


def _picture(
    image: Image.Image, size: tuple[float, float], file_format: str, **options: object
) -> Picture:
    buffer = BytesIO()
    image.save(buffer, file_format, **options)
    return Picture(buffer.getvalue(), round(size[1], 2), round(size[0], 2))
