"""Picture files -> pictures for documents: upright and small; same file, same bytes.

A picture comes from anywhere: what parses it works in a process of its own, within limits.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import ParamSpec

from PIL import Image, ImageOps, UnidentifiedImageError

from zi_docs.confined import Ending, Limits
from zi_docs.confined_calls import CallEndedError, call_apart
from zi_docs.text import Picture

P = ParamSpec("P")
PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png")
_FORMATS = ("JPEG", "PNG")
_MIB = 1024 * 1024
_LIMITS = Limits(seconds=60.0, memory_bytes=1024 * _MIB)
# Phones take about 50 million pixels; files that claim far more are meant to exhaust memory.
_MAX_PIXELS = 120_000_000
_MAX_BYTES = 60 * _MIB
# What a picture may take once it is read. Turned or flattened there are two of it for a while.
_MOST_MEMORY = 200 * _MIB
_BYTES_PER_PIXEL = {"1": 1, "L": 1, "RGB": 3, "YCbCr": 3}
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
    return _apart(reduced_photo, path, frame)


def reduced_photo(path: Path, frame: PictureFrame) -> Picture:
    """As `read_photo`, in this process."""
    image, size = _fitted(path, frame)
    return _picture(_flattened(image), size, "JPEG", quality=_QUALITY, optimize=False)


def read_logo(path: Path, frame: PictureFrame, area: float) -> Picture:
    """A logo of this area in mm², or as large as the frame lets it be, as PNG.

    A wide logo and a tall one so look as large as a round one. Its transparency is kept. Raises
    NoPictureError.
    """
    return _apart(reduced_logo, path, frame, area)


def reduced_logo(path: Path, frame: PictureFrame, area: float) -> Picture:
    """As `read_logo`, in this process."""
    image, size = _fitted(path, frame, area)
    return _picture(image.convert("RGBA"), size, "PNG")


def _apart(reduce: Callable[P, Picture], *arguments: P.args, **named: P.kwargs) -> Picture:
    try:
        return call_apart(_LIMITS, reduce, *arguments, **named)
    except CallEndedError as problem:
        reason = "rusak atau tidak dapat dibaca"
        if problem.ending is not Ending.BY_ITSELF:
            reason = "terlalu besar"
        raise NoPictureError(reason) from problem


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
                _keep_small(image)
                return _upright(image)
    except FileNotFoundError as problem:
        raise NoPictureError("tidak ada") from problem
    except (UnidentifiedImageError, Image.DecompressionBombError) as problem:
        raise NoPictureError("bukan gambar JPEG atau PNG") from problem
    except (OSError, ValueError, SyntaxError) as problem:
        if isinstance(problem, NoPictureError):
            raise
        raise NoPictureError("rusak atau tidak dapat dibaca") from problem


def _keep_small(image: Image.Image) -> None:
    """Let no picture be read that fills the memory; a JPEG can be read smaller than it is."""
    if image.width * image.height > _MAX_PIXELS:
        raise NoPictureError("terlalu besar")
    pixels = _MOST_MEMORY // _BYTES_PER_PIXEL.get(image.mode, 4)
    if image.format == "JPEG" and image.width * image.height > pixels:
        image.draft(None, (image.width // 2, image.height // 2))
    if image.width * image.height > pixels:
        raise NoPictureError("terlalu besar")


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
