"""What every chart shares: font, sizes, greys and hatches, and the way to bytes.

Charts are read on grey printouts: whatever a colour tells is told by a hatch or a number as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import matplotlib as mpl
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from zi_docs.text import Picture

DPI = 200
_MM_PER_INCH = 25.4
# Liberation Sans has the widths of Arial; DejaVu Sans comes with matplotlib. Only the first that
# is installed is asked for: matplotlib complains of every other one on each word it writes.
_FONTS = ("Liberation Sans", "Arial", "DejaVu Sans")
_LOOK: dict[Any, Any] = {
    "font.size": 9,
    "hatch.linewidth": 0.7,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
}

INK = "#1a1a1a"
RULE = "#bfbfbf"
FILL = "#2f5d8a"


@dataclass(frozen=True)
class Fill:
    """How a kind of bar looks: its colour (dark to light in grey) and its hatch."""

    colour: str
    hatch: str = ""


@contextmanager
def look() -> Iterator[None]:
    """Draw with the project's look, whatever a user's matplotlibrc says."""
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_LOOK | {"font.family": _font()})
        yield


def _font() -> str:
    installed = fontManager.get_font_names()
    return next(name for name in _FONTS if name in installed)


def sheet(width_mm: float, height_mm: float) -> Figure:
    """An empty figure of this size; call within `look`."""
    size = (width_mm / _MM_PER_INCH, height_mm / _MM_PER_INCH)
    figure = Figure(figsize=size, dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def picture(figure: Figure, description: str) -> Picture:
    """The figure as a PNG without dates or versions, so that equal figures give equal bytes."""
    buffer = BytesIO()
    figure.savefig(buffer, format="png", dpi=DPI, metadata={"Software": None})
    width, height = figure.get_size_inches()
    return Picture(
        buffer.getvalue(), height * _MM_PER_INCH, width * _MM_PER_INCH, description=description
    )


def luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance of an sRGB colour (parts 0 to 1), 0 black to 1 white (WCAG 2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
