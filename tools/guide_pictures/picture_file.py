"""A picture of the page as a small file: cut to what it shows, of few colours."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import FloatRect, Locator, Page

_COLOURS = 64
_MARGIN = 12


def clip_around(page: Page, shown: Sequence[Locator], height: int) -> FloatRect:
    """What of the window to show: all its width, from the first of these to the last.

    No more than `height` pixels; a margin is left around, where the window has one.
    """
    boxes = [box for locator in shown if (box := locator.bounding_box()) is not None]
    size = page.viewport_size
    assert boxes, "nothing to show"  # noqa: S101 - a scene without content is a fault of the tool
    assert size is not None  # noqa: S101 - every window here has a size
    top = max(0.0, min(box["y"] for box in boxes) - _MARGIN)
    bottom = max(box["y"] + box["height"] for box in boxes) + _MARGIN
    left = max(0.0, min(box["x"] for box in boxes) - _MARGIN)
    right = max(box["x"] + box["width"] for box in boxes) + _MARGIN
    return {
        "x": left,
        "y": top,
        "width": min(right, size["width"]) - left,
        "height": min(bottom - top, height),
    }


def save_small(png: bytes, path: Path) -> None:
    """Write a screenshot as PNG of few colours; the same picture gives the same bytes."""
    with Image.open(BytesIO(png)) as picture:
        reduced = picture.convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    reduced.save(path, "PNG", optimize=True)
