"""The pictures of a recap: progress by area, how steps stand, area by month, the year's curve."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.ticker import FuncFormatter, MaxNLocator

from zi_docs.charts.canvas import FILL, INK, RULE, Fill, look, luminance, picture, sheet
from zi_docs.charts.drawings import Bar, Stack
from zi_docs.text import Picture
from zi_docs.wording.numbers import percent_text

TARGET = 100.0
_BAR = 0.58
# Below this percent a number under its point would run into the names of the months.
_LOW = 12.0
_ROW_MM = 8.0
_FRAME_MM = 17.0
# About what area names at the left take, and the notes at the right need.
_LABEL_MM, _NOTE_MM = 50.0, 42.0
# From dark to light, so that neighbours differ on a grey printout even without their hatches.
STATE_FILLS = (Fill("#1f4e79"), Fill("#6f9fcb", "///"), Fill("#f4d58d", "xxx"), Fill("#ffffff"))
_HEAT = ("#f2f6fa", "#1f4e79")
# At this luminance black and white have the same contrast.
_MIDDLE = 0.179
Colour = tuple[float, float, float]


def progress(bars: Sequence[Bar], width_mm: float, description: str) -> Picture:
    """Bars from 0 to 100 percent in a frame that is the target."""
    with look():
        figure = sheet(width_mm, _FRAME_MM + _ROW_MM * len(bars))
        axes = figure.add_subplot()
        _label_rows(axes, [bar.label for bar in bars])
        places = range(len(bars))
        axes.barh(places, [TARGET] * len(bars), _BAR, color="white", edgecolor=INK, lw=0.7)
        axes.barh(places, [b.percent or 0 for b in bars], _BAR, color=FILL, edgecolor=INK, lw=0.7)
        for place, bar in enumerate(bars):
            axes.text(TARGET + 1.5, place, bar.note, va="center", ha="left")
        axes.axvline(TARGET, color=INK, lw=1.4, ls="--")
        axes.set_xlim(0, TARGET * (width_mm - _LABEL_MM) / (width_mm - _LABEL_MM - _NOTE_MM))
        axes.set_xticks(range(0, 101, 20))
        axes.set_xlabel("Capaian (%); garis putus-putus = target 100%", loc="left")
        axes.spines["bottom"].set_bounds(0, TARGET)
        return picture(figure, description)


def standing(
    stacks: Sequence[Stack], legend: Sequence[str], width_mm: float, description: str
) -> Picture:
    """Stacked bars of counts; each part has its own grey, hatch and number."""
    with look():
        figure = sheet(width_mm, _FRAME_MM + 7 + _ROW_MM * len(stacks))
        axes = figure.add_subplot()
        _label_rows(axes, [stack.label for stack in stacks])
        left = [0] * len(stacks)
        for index, (name, fill) in enumerate(zip(legend, STATE_FILLS, strict=False)):
            counts = [stack.counts[index] for stack in stacks]
            axes.barh(range(len(stacks)), counts, _BAR, left, color=fill.colour,
                      edgecolor=INK, hatch=fill.hatch, lw=0.7, label=name)  # fmt: skip
            _write_counts(axes, counts, left)
            left = [a + b for a, b in zip(left, counts, strict=True)]
        axes.set_xlim(0, max([*left, 1]) * 1.02)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("Banyaknya langkah terencana", loc="left")
        axes.legend(ncols=len(legend), loc="lower left", bbox_to_anchor=(0, 1), frameon=False,
                    handlelength=2.4, handleheight=1.2, borderpad=0, columnspacing=1.6)  # fmt: skip
        return picture(figure, description)


def heat_map(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[float | None]],
    width_mm: float,
    description: str,
) -> Picture:
    """Percent of each row in each column, darker for more, its number in every cell.

    None is a column without a planned step, drawn as a dash; a row may have fewer cells than
    there are columns, and the rest of it stays blank.
    """
    with look():
        figure = sheet(width_mm, 13 + 9 * len(rows))
        axes = figure.add_subplot()
        for y, line in enumerate(cells):
            for x in range(len(columns)):
                _heat_cell(axes, x, y, *line[x : x + 1])
        _label_rows(axes, rows)
        axes.set_xlim(0, len(columns))
        axes.set_xticks([x + 0.5 for x in range(len(columns))], columns)
        axes.tick_params(axis="x", length=0, labeltop=True, labelbottom=False)
        axes.spines[:].set_visible(False)
        return picture(figure, description)


def curve(
    planned: Sequence[float],
    realised: Sequence[float],
    months: Sequence[str],
    width_mm: float,
    description: str,
) -> Picture:
    """The plan of the year and what was realised of it, cumulative, in percent of all steps.

    `planned` has a value for each of `months`, `realised` for those that are over.
    """
    with look():
        figure = sheet(width_mm, 70)
        axes = figure.add_subplot()
        axes.plot(range(len(planned)), planned, color=INK, ls="--", lw=1.2, marker="o", ms=4.5,
                  mfc="white", label="Rencana")  # fmt: skip
        axes.plot(range(len(realised)), realised, color=FILL, lw=2.2, marker="s", ms=5,
                  label="Realisasi")  # fmt: skip
        _name_ends(axes, planned, realised)
        axes.set_xticks(range(len(months)), months)
        axes.set_ylim(0, 108)
        axes.set_yticks(range(0, 101, 20))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0f}%"))
        axes.grid(axis="y", color=RULE, lw=0.5)
        axes.set_axisbelow(True)
        axes.legend(loc="upper left", frameon=False, handlelength=3.5)
        return picture(figure, description)


def _label_rows(axes: Axes, labels: Sequence[str]) -> None:
    """Labels at the left, the first row on top."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def _write_counts(axes: Axes, counts: Sequence[int], left: Sequence[int]) -> None:
    box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
    for place, (count, start) in enumerate(zip(counts, left, strict=True)):
        if count:
            axes.text(start + count / 2, place, str(count), va="center", ha="center", bbox=box,
                      fontsize=8)  # fmt: skip


def _heat_cell(axes: Axes, x: int, y: int, *held: float | None) -> None:
    value = held[0] if held else None
    colour = to_rgb("white") if value is None else _mixed(value / 100)
    axes.fill([x, x + 1, x + 1, x], [y - 0.5, y - 0.5, y + 0.5, y + 0.5], facecolor=colour,
              edgecolor=RULE, lw=0.7)  # fmt: skip
    if held:
        words = "–" if value is None else percent_text(value)
        axes.text(x + 0.5, y, words, va="center", ha="center", color=_ink_on(colour))


def _mixed(share: float) -> Colour:
    """A colour of the scale: the lightest at 0, the darkest at 1."""
    light, dark = (to_rgb(colour) for colour in _HEAT)
    red, green, blue = (a + (b - a) * share for a, b in zip(light, dark, strict=True))
    return red, green, blue


def _ink_on(colour: Colour) -> str:
    """Black or white, whichever stands out more (WCAG 2, relative luminance)."""
    return INK if luminance(colour) > _MIDDLE else "white"


def _name_ends(axes: Axes, planned: Sequence[float], realised: Sequence[float]) -> None:
    """The last realised value and the plan of that month, written beside their points."""
    if not realised:
        return
    last = len(realised) - 1
    beside: dict[str, Any] = {"textcoords": "offset points", "fontweight": "bold"}
    axes.annotate(f"{percent_text(planned[last])}%", (last, planned[last]), xytext=(0, 7),
                  ha="center", **beside)  # fmt: skip
    low = realised[last] < _LOW
    axes.annotate(f"{percent_text(realised[last])}%", (last, realised[last]),
                  xytext=(9, 2) if low else (0, -13), ha="left" if low else "center",
                  **beside)  # fmt: skip
