"""The charts of papers: progress, step states, heat map by month, year's curve, points, matrix."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Polygon
from matplotlib.ticker import FuncFormatter, MaxNLocator

from zi_docs.charts.canvas import (
    BAR_COLOUR,
    INK,
    RULE,
    BarFill,
    blank_figure,
    chart_style,
    contrast,
    figure_picture,
)
from zi_docs.charts.drawings import MatrixCell, ProgressBar, RatingBar, ScoreBar, StackedBar
from zi_docs.text import Picture
from zi_docs.wording.numbers import percent_text

TARGET_PERCENT = 100.0
_BAR_HEIGHT = 0.58
# Below this percentage a number under its point would overlap the names of the months.
_LOW = 12.0
_ROW_MM, _MATRIX_MM = 8.0, 11.0
_FRAME_MM = 17.0
# Approximate widths of the area names at the left and the notes at the right.
_LABEL_MM, _NOTE_MM = 50.0, 42.0
# Room beside a stacked bar for what its narrow parts are.
_BESIDE_MM = 34.0
# From dark to light, so that adjacent parts differ on a grey printout even without hatches.
STATE_FILLS = (
    BarFill("#1f4e79"),
    BarFill("#6f9fcb", "///"),
    BarFill("#f4d58d", "xxx"),
    BarFill("#ffffff"),
)
# The darkest is still light enough for dark figures: in the middle between both no ink is readable
# on a grey printout.
_HEAT = ("#f7fafd", "#8fb2d6")
# The room that a figure of a bar needs at each side, beyond half of its width, in mm.
_FIGURE_MM, _AROUND_MM = 1.7, 1.1
# The size of the figures of a heat map in points, and how much of it fits a millimetre of a cell,
# so that `100,0` in a row do not touch.
_FONT_SIZE, _SIZE_A_MM = 9.0, 0.85
_Colour = tuple[float, float, float]


def progress_chart(bars: Sequence[ProgressBar], width_mm: float, description: str) -> Picture:
    """Horizontal bars from 0 to 100 percent; the outline of each bar is the target."""
    with chart_style():
        figure = blank_figure(width_mm, _FRAME_MM + _ROW_MM * len(bars))
        axes = figure.add_subplot()
        _label_rows(axes, [bar.label for bar in bars])
        rows = range(len(bars))
        targets = [TARGET_PERCENT] * len(bars)
        percents = [bar.percent or 0 for bar in bars]
        axes.barh(rows, targets, _BAR_HEIGHT, color="white", edgecolor=INK, lw=0.7)
        axes.barh(rows, percents, _BAR_HEIGHT, color=BAR_COLOUR, edgecolor=INK, lw=0.7)
        for row, bar in enumerate(bars):
            axes.text(TARGET_PERCENT + 1.5, row, bar.note, va="center", ha="left")
        axes.axvline(TARGET_PERCENT, color=INK, lw=1.4, ls="--")
        plot_mm = width_mm - _LABEL_MM
        axes.set_xlim(0, TARGET_PERCENT * plot_mm / (plot_mm - _NOTE_MM))
        axes.set_xticks(range(0, 101, 20))
        axes.set_xlabel("Capaian (%); garis putus-putus = target 100%", loc="left")
        axes.spines["bottom"].set_bounds(0, TARGET_PERCENT)
        return figure_picture(figure, description)


def stacked_chart(
    stacks: Sequence[StackedBar], legend: Sequence[str], width_mm: float, description: str
) -> Picture:
    """Horizontal stacked bars of counts; each part has its own colour, hatch and number."""
    with chart_style():
        figure = blank_figure(width_mm, _FRAME_MM + 7 + _ROW_MM * len(stacks))
        axes = figure.add_subplot()
        _label_rows(axes, [stack.label for stack in stacks])
        longest = max([sum(stack.counts) for stack in stacks] + [1])
        bars_mm = width_mm - _LABEL_MM - _BESIDE_MM
        left = [0] * len(stacks)
        for index, (name, fill) in enumerate(zip(legend, STATE_FILLS, strict=False)):
            counts = [stack.counts[index] for stack in stacks]
            axes.barh(range(len(stacks)), counts, _BAR_HEIGHT, left, color=fill.colour,
                      edgecolor=INK, hatch=fill.hatch, lw=0.7, label=name)  # fmt: skip
            _write_counts(axes, counts, left, bars_mm / longest)
            left = [a + b for a, b in zip(left, counts, strict=True)]
        for row, stack in enumerate(stacks):
            _write_beside(axes, row, stack.counts, legend, bars_mm / longest)
        axes.set_xlim(0, longest * (bars_mm + _BESIDE_MM) / bars_mm)
        axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        axes.set_xlabel("Banyaknya langkah terencana", loc="left")
        # From the right, so that long names run out over the labels of the rows, not the paper.
        axes.legend(ncols=len(legend), loc="lower right", bbox_to_anchor=(1, 1), frameon=False,
                    handlelength=2.4, handleheight=1.2, borderpad=0, columnspacing=1.6)  # fmt: skip
        return figure_picture(figure, description)


def heat_map_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[float | None]],
    width_mm: float,
    description: str,
) -> Picture:
    """The percentage of each row in each column, as a number on a darker ground for more.

    None (no step planned) is drawn as a dash. A row may have fewer cells than there are columns;
    the remaining cells stay blank.
    """
    with chart_style():
        figure = blank_figure(width_mm, 13 + 9 * len(rows))
        axes = figure.add_subplot()
        size = min(_FONT_SIZE, (width_mm - _LABEL_MM) / len(columns) * _SIZE_A_MM)
        for y, percents in enumerate(cells):
            for x in range(len(columns)):
                if x < len(percents):
                    _draw_heat_cell(axes, x, y, percents[x], size)
                else:
                    _draw_cell_ground(axes, x, y, to_rgb("white"))
        _label_rows(axes, rows)
        axes.set_xlim(0, len(columns))
        axes.set_xticks([x + 0.5 for x in range(len(columns))], columns)
        axes.tick_params(axis="x", length=0, labeltop=True, labelbottom=False)
        axes.spines[:].set_visible(False)
        return figure_picture(figure, description)


def matrix_chart(
    rows: Sequence[str],
    columns: Sequence[str],
    cells: Sequence[Sequence[MatrixCell]],
    titles: tuple[str, str],
    width_mm: float,
    description: str,
) -> Picture:
    """A grid of figures on grounds of the heat map's scale, with words in some of its cells.

    The `titles` say what its rows and its columns are.
    """
    with chart_style():
        figure = blank_figure(width_mm, 15 + _MATRIX_MM * len(rows))
        axes = figure.add_subplot()
        for y, row in enumerate(cells):
            for x, cell in enumerate(row):
                ground = _heat_colour(cell.share)
                _draw_cell_ground(axes, x, y, ground)
                ink = _ink_on(ground)
                axes.text(x + 0.04, y - 0.42, cell.figure, va="top", ha="left", color=ink,
                          fontsize=8)  # fmt: skip
                axes.text(x + 0.5, y + 0.1, cell.words, va="center", ha="center", color=ink,
                          fontweight="bold")  # fmt: skip
        _label_rows(axes, rows)
        axes.set_xlim(0, len(columns))
        axes.set_xticks([x + 0.5 for x in range(len(columns))], columns)
        axes.tick_params(axis="x", length=0)
        axes.set_ylabel(titles[0])
        axes.set_xlabel(titles[1])
        axes.spines[:].set_visible(False)
        return figure_picture(figure, description)


def cumulative_chart(
    planned: Sequence[float],
    realised: Sequence[float],
    months: Sequence[str],
    width_mm: float,
    description: str,
) -> Picture:
    """The cumulative plan of the year and its realisation, in percent of all steps.

    `planned` has a value for each of `months`, `realised` for the months that are over.
    """
    with chart_style():
        figure = blank_figure(width_mm, 70)
        axes = figure.add_subplot()
        axes.plot(range(len(planned)), planned, color=INK, ls="--", lw=1.2, marker="o", ms=4.5,
                  mfc="white", label="Rencana")  # fmt: skip
        axes.plot(range(len(realised)), realised, color=BAR_COLOUR, lw=2.2, marker="s", ms=5,
                  label="Realisasi")  # fmt: skip
        _label_last_points(axes, planned, realised)
        axes.set_xticks(range(len(months)), months)
        axes.set_ylim(0, 108)
        axes.set_yticks(range(0, 101, 20))
        axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:.0f}%"))
        axes.grid(axis="y", color=RULE, lw=0.5)
        axes.set_axisbelow(True)
        axes.legend(loc="upper left", frameon=False, handlelength=3.5)
        return figure_picture(figure, description)


def score_chart(
    bars: Sequence[ScoreBar],
    limits: Sequence[tuple[str, float]],
    width_mm: float,
    description: str,
) -> Picture:
    """Bars of points in percent of their weight: proved, possible, out of reach; and thresholds."""
    proved, possible = BarFill(BAR_COLOUR), BarFill("#c9d9ea", "///")
    with chart_style():
        figure = blank_figure(width_mm, _FRAME_MM + 7 + _ROW_MM * len(bars))
        axes = figure.add_subplot()
        _label_rows(axes, [bar.label for bar in bars])
        rows = range(len(bars))
        lows, highs = [bar.low for bar in bars], [bar.high for bar in bars]
        axes.barh(
            rows, [TARGET_PERCENT] * len(bars), _BAR_HEIGHT, color="white", edgecolor=INK, lw=0.7
        )
        for values, fill, name in (
            (highs, possible, "Batas atas"),
            (lows, proved, "Batas bawah"),
        ):
            axes.barh(rows, values, _BAR_HEIGHT, color=fill.colour, edgecolor=INK,
                      hatch=fill.hatch, lw=0.7, label=name)  # fmt: skip
        for index, bar in enumerate(bars):
            axes.text(TARGET_PERCENT + 1.5, index, bar.note, va="center", ha="left")
        for (name, percent), dashes in zip(limits, ("--", "-."), strict=False):
            label = f"{name} {percent:.0f}%"
            axes.axvline(percent, color=INK, lw=1.3, ls=dashes, label=label)
        plot_mm = width_mm - _LABEL_MM
        axes.set_xlim(0, TARGET_PERCENT * plot_mm / (plot_mm - _NOTE_MM))
        axes.set_xticks(range(0, 101, 20))
        axes.set_xlabel("Persen dari bobot gabungan area (Pemenuhan dan Reform)", loc="left")
        axes.spines["bottom"].set_bounds(0, TARGET_PERCENT)
        axes.legend(ncols=2 + len(limits), loc="lower right", bbox_to_anchor=(1, 1), frameon=False,
                    handlelength=2.4, handleheight=1.2, borderpad=0, columnspacing=1.6)  # fmt: skip
        return figure_picture(figure, description)


def rating_chart(
    bars: Sequence[RatingBar],
    highest: int,
    titles: tuple[str, str],
    width_mm: float,
    description: str,
) -> Picture:
    """Bars from 0 to the highest value of a scale; those that are marked have a hatch of their own.

    The `titles` are those of the scale and of what is marked.
    """
    plain, marked = BarFill("#c9d9ea"), BarFill(BAR_COLOUR, "///")
    with chart_style():
        figure = blank_figure(width_mm, _FRAME_MM + _ROW_MM * len(bars))
        axes = figure.add_subplot()
        _label_rows(axes, [bar.label for bar in bars])
        for fill, name, is_marked in ((plain, "", False), (marked, titles[1], True)):
            chosen = [(row, bar.value) for row, bar in enumerate(bars) if bar.marked is is_marked]
            rows, values = [row for row, _ in chosen], [value for _, value in chosen]
            axes.barh(rows, values, _BAR_HEIGHT, color=fill.colour, edgecolor=INK,
                      hatch=fill.hatch, lw=0.7, label=name)  # fmt: skip
        for row, bar in enumerate(bars):
            axes.text(bar.value + highest * 0.015, row, bar.note, va="center", ha="left")
        axes.set_xlim(0, highest * 1.12)
        axes.set_xticks(range(highest + 1))
        axes.set_xlabel(titles[0], loc="left")
        axes.spines["bottom"].set_bounds(0, highest)
        if any(bar.marked for bar in bars):
            axes.legend(loc="lower right", bbox_to_anchor=(1, 1), frameon=False, handlelength=2.4,
                        handleheight=1.2, borderpad=0)  # fmt: skip
        return figure_picture(figure, description)


def _label_rows(axes: Axes, labels: Sequence[str]) -> None:
    """Row labels at the left, the first row on top."""
    axes.set_yticks(range(len(labels)), labels)
    axes.set_ylim(len(labels) - 0.5, -0.5)
    axes.tick_params(axis="y", length=0)


def has_room(count: int, step_mm: float) -> bool:
    """Whether a part of `count` steps, each `step_mm` wide, has room for its figure inside."""
    return count > 0 and count * step_mm >= len(str(count)) * _FIGURE_MM + 2 * _AROUND_MM


def _write_beside(
    axes: Axes, row: int, counts: Sequence[int], legend: Sequence[str], step_mm: float
) -> None:
    """Name what is too narrow for a figure beside the bar: figures that touch read as another."""
    narrow = [
        f"{count} {name.lower()}"
        for count, name in zip(counts, legend, strict=False)
        if count and not has_room(count, step_mm)
    ]
    if narrow:
        start = sum(counts) + _AROUND_MM / step_mm
        axes.text(start, row, "\n".join(narrow), va="center", ha="left", fontsize=7.5,
                  linespacing=0.95)  # fmt: skip


def _write_counts(axes: Axes, counts: Sequence[int], left: Sequence[int], step_mm: float) -> None:
    """The figure of each part that has room for it."""
    box = {"boxstyle": "round,pad=0.15", "facecolor": "white", "edgecolor": "none"}
    for row, (count, start) in enumerate(zip(counts, left, strict=True)):
        if has_room(count, step_mm):
            axes.text(start + count / 2, row, str(count), va="center", ha="center", bbox=box,
                      fontsize=8)  # fmt: skip


def _draw_heat_cell(axes: Axes, x: int, y: int, percent: float | None, size: float) -> None:
    colour = to_rgb("white") if percent is None else _heat_colour(percent / 100)
    _draw_cell_ground(axes, x, y, colour)
    text = "–" if percent is None else percent_text(percent)
    number = axes.text(
        x + 0.5, y, text, va="center", ha="center", color=_ink_on(colour), fontsize=size
    )
    # It fits into its cell: the layout need not measure it.
    number.set_in_layout(False)


def _draw_cell_ground(axes: Axes, x: int, y: int, colour: _Colour) -> None:
    corners = [(x, y - 0.5), (x + 1, y - 0.5), (x + 1, y + 0.5), (x, y + 0.5)]
    cell = Polygon(corners, facecolor=colour, edgecolor=RULE, linewidth=0.7)
    cell.set_in_layout(False)
    # Not `add_patch`: the limits of the axes are set, they need not follow each cell.
    axes.add_artist(cell)


def _heat_colour(share: float) -> _Colour:
    """A colour of the scale: the lightest at 0, the darkest at 1."""
    light, dark = (to_rgb(colour) for colour in _HEAT)
    red, green, blue = (a + (b - a) * share for a, b in zip(light, dark, strict=True))
    return red, green, blue


def _ink_on(colour: _Colour) -> str:
    """The dark ink or white, whichever has more contrast."""
    return max((INK, "white"), key=lambda ink: contrast(to_rgb(ink), colour))


def _label_last_points(axes: Axes, planned: Sequence[float], realised: Sequence[float]) -> None:
    """Write the last realised value and the plan of that month beside their points."""
    if not realised:
        return
    last = len(realised) - 1
    style: dict[str, Any] = {"textcoords": "offset points", "fontweight": "bold"}
    axes.annotate(f"{percent_text(planned[last])}%", (last, planned[last]), xytext=(0, 7),
                  ha="center", **style)  # fmt: skip
    low = realised[last] < _LOW
    axes.annotate(f"{percent_text(realised[last])}%", (last, realised[last]),
                  xytext=(9, 2) if low else (0, -13), ha="left" if low else "center",
                  **style)  # fmt: skip
