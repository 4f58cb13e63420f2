"""The office's picture files -> pictures for documents: upright, small, always the same bytes."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from zi_docs.text import Picture

SUFFIXES = (".jpg", ".jpeg", ".png")
_FORMATS = ("JPEG", "PNG")
# A phone takes some 50 million pixels; what claims far more is made to exhaust the memory.
_MAX_PIXELS = 120_000_000
_MAX_BYTES = 60 * 1024 * 1024
_DOTS_PER_INCH = 200
_QUALITY = 85
_MM_PER_INCH = 25.4


class NoPictureError(ValueError):
    """A file that is no picture that could be printed; the text says why."""


@dataclass(frozen=True)
class Frame:
    """The room for a picture on paper, in mm."""

    width: float
    height: float


def read_photo(path: Path, frame: Frame) -> Picture:
    """A photo fitted into a frame, turned as its EXIF says, as JPEG. Raises NoPictureError."""
    image, size = _fitted(path, frame)
    return _picture(_flattened(image), size, "JPEG", quality=_QUALITY, optimize=False)


def read_logo(path: Path, frame: Frame) -> Picture:
    """A logo fitted into a frame, as PNG with its transparency. Raises NoPictureError."""
    image, size = _fitted(path, frame)
    return _picture(image.convert("RGBA"), size, "PNG")


def _fitted(path: Path, frame: Frame) -> tuple[Image.Image, tuple[float, float]]:
    """The upright picture with no more dots than paper needs, and its size in mm."""
    image = _opened(path)
    scale = min(frame.width / image.width, frame.height / image.height)
    size = image.width * scale, image.height * scale
    dots = tuple(max(1, round(mm * _DOTS_PER_INCH / _MM_PER_INCH)) for mm in size)
    if dots[0] < image.width:
        image = image.resize((dots[0], dots[1]), Image.Resampling.LANCZOS)
    return image, size


def _opened(path: Path) -> Image.Image:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise NoPictureError("terlalu besar")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
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
    turned = ImageOps.exif_transpose(image)
    turned.load()
    return turned if turned.mode in ("RGB", "RGBA", "L") else turned.convert("RGBA")


def _flattened(image: Image.Image) -> Image.Image:
    """On white, since JPEG has no transparency."""
    if image.mode != "RGBA":
        return image.convert("RGB")
    paper = Image.new("RGB", image.size, "white")
    paper.paste(image, mask=image.getchannel("A"))
    return paper


def _picture(
    image: Image.Image, size: tuple[float, float], kind: str, **options: object
) -> Picture:
    buffer = BytesIO()
    image.save(buffer, kind, **options)
    return Picture(buffer.getvalue(), round(size[1], 2), round(size[0], 2))
