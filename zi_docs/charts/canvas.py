"""The shared look of all charts: font, sizes, colours and hatches, and the PNG output.

Charts are read on grey printouts: whatever a colour shows, a hatch or a number shows as well.
"""

from __future__ import annotations

import gc
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
# Python's generation of objects in which the figure drawn before is found, in a millisecond.
_FIGURES_AGE = 1
_MM_PER_INCH = 25.4
# Liberation Sans has the widths of Arial; DejaVu Sans comes with matplotlib. Only the first
# installed font is requested: matplotlib warns about each missing one for every text it draws.
_FONTS = ("Liberation Sans", "Arial", "DejaVu Sans")
_LOOK: dict[Any, Any] = {
    "font.size": 9,
    "hatch.linewidth": 0.7,
    # Between two dollar signs a label would be read as a formula.
    "text.parse_math": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.6,
    "xtick.major.width": 0.6,
    "ytick.major.width": 0.6,
}

INK = "#1a1a1a"
RULE = "#bfbfbf"
BAR_COLOUR = "#2f5d8a"


@dataclass(frozen=True)
class BarFill:
    """The look of one part of a bar: its colour (also distinct in grey) and its hatch."""

    colour: str
    hatch: str = ""


@contextmanager
def chart_style() -> Iterator[None]:
    """Draw in the style of the project, independent of the user's matplotlibrc."""
    # A figure is tied to itself; Python would let dozens of them pile up, 5 MB each.
    gc.collect(_FIGURES_AGE)
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_LOOK | {"font.family": _font()})
        yield


def _font() -> str:
    installed = fontManager.get_font_names()
    return next(name for name in _FONTS if name in installed)


def blank_figure(width_mm: float, height_mm: float) -> Figure:
    """An empty figure of this size; call it within `chart_style`."""
    size = (width_mm / _MM_PER_INCH, height_mm / _MM_PER_INCH)
    figure = Figure(figsize=size, dpi=DPI, layout="constrained")
    FigureCanvasAgg(figure)
    return figure


def figure_picture(figure: Figure, description: str) -> Picture:
    """The figure as a PNG without date or version, so that equal figures give equal bytes.

    Its ground is transparent: behind it stands the mark of a draft.
    """
    # `savefig` would draw a figure with a layout engine twice, the first time only for its layout.
    engine = figure.get_layout_engine()
    if engine is not None:
        engine.execute(figure)
        figure.set_layout_engine(None)
    buffer = BytesIO()
    look: dict[str, Any] = {"transparent": True, "metadata": {"Software": None}}
    figure.savefig(buffer, format="png", dpi=DPI, **look)
    width, height = figure.get_size_inches()
    return Picture(
        buffer.getvalue(), height * _MM_PER_INCH, width * _MM_PER_INCH, description=description
    )


def contrast(ink: tuple[float, float, float], ground: tuple[float, float, float]) -> float:
    """How well two sRGB colours part, 1 to 21 (WCAG 2); it is the same on a grey printout."""
    dark, light = sorted((relative_luminance(ink), relative_luminance(ground)))
    return (light + 0.05) / (dark + 0.05)


def relative_luminance(colour: tuple[float, float, float]) -> float:
    """Relative luminance of an sRGB colour (channels 0 to 1): 0 is black, 1 white (WCAG 2)."""
    red, green, blue = (
        channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
        for channel in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
