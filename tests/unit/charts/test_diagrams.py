"""Charts: drawn, not blank, equal bytes, and told apart on a grey printout."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable
from io import BytesIO
from itertools import combinations, pairwise

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from PIL import Image

from zi_docs.charts import diagrams as charts
from zi_docs.charts.canvas import DPI, INK, relative_luminance
from zi_docs.text import Picture

AREAS = ["I MANAJEMEN PERUBAHAN", "II PENATAAN\nTATA LAKSANA"]
MONTHS = ["Jan", "Feb", "Mar"]
BARS = [
    charts.ProgressBar(AREAS[0], 62.5, "62,5%"),
    charts.ProgressBar(AREAS[1], None, "tidak ada rencana"),
]
STACKS = [charts.StackedBar(AREAS[0], (5, 2, 1)), charts.StackedBar(AREAS[1], (0, 0, 0))]
RATINGS = [
    charts.RatingBar("U1 Persyaratan", 3.25, "3,2500"),
    charts.RatingBar("U2 Waktu\nPenyelesaian", 2.5, "2,5000", marked=True),
]
SCORES = [charts.ScoreBar(AREAS[0], 20, 45, "2–4"), charts.ScoreBar(AREAS[1], 0, 0, "0")]

DRAWN: dict[str, Callable[[], Picture]] = {
    "progress": lambda: charts.progress_chart(BARS, 160, "Capaian"),
    "standing": lambda: charts.stacked_chart(
        STACKS, ("Tepat", "Lambat", "Tunggak"), 160, "Keadaan"
    ),
    "heat map": lambda: charts.heat_map_chart(
        AREAS, MONTHS, [[100.0, None], [0.0, 50.0]], 160, "Peta"
    ),
    "score": lambda: charts.score_chart(SCORES, [("WBK", 60.0), ("WBBM", 75.0)], 160, "Nilai"),
    "rating": lambda: charts.rating_chart(RATINGS, 4, ("NRR", "Terendah"), 160, "Unsur"),
    "curve": lambda: charts.cumulative_chart([10, 50, 100], [5, 20], MONTHS, 160, "Kurva"),
}


def grey(picture: Picture) -> Image.Image:
    return Image.open(BytesIO(picture.data)).convert("L")


@pytest.mark.parametrize("name", DRAWN)
def test_every_chart_is_drawn_in_its_size_and_again_in_the_same_bytes(name: str) -> None:
    first, again = DRAWN[name](), DRAWN[name]()
    assert first.data == again.data
    assert first.description
    assert b"Software" not in first.data
    assert b"matplotlib" not in first.data.lower()
    assert first.width_mm == pytest.approx(160)
    page = grey(first)
    assert page.width == pytest.approx(160 / 25.4 * DPI, abs=2)
    assert page.height == pytest.approx(first.height_mm / 25.4 * DPI, abs=2)
    dark = np.asarray(page) < 128
    assert 0.003 < dark.mean() < 0.6
    # Nothing is cut off at the edges.
    assert not (dark[0].any() or dark[-1].any() or dark[:, 0].any() or dark[:, -1].any())


@pytest.mark.parametrize("name", DRAWN)
def test_the_mark_of_a_draft_shows_through_the_ground(name: str) -> None:
    """A page full of charts bore no mark: their white ground hid it."""
    see_through = np.asarray(Image.open(BytesIO(DRAWN[name]().data)).convert("RGBA"))[..., 3] == 0
    assert see_through[0].all()
    assert see_through.mean() > 0.4


def test_the_parts_of_a_stacked_bar_differ_in_grey_and_in_hatch() -> None:
    fills = charts.STATE_FILLS
    assert len({fill.hatch for fill in fills[:3]}) == 3
    for one, other in combinations(fills[:3], 2):
        light, dark = sorted(
            (relative_luminance(to_rgb(f.colour)) for f in (one, other)), reverse=True
        )
        assert (light + 0.05) / (dark + 0.05) > 1.5, (one, other)


def test_each_part_of_a_bar_looks_different_on_a_grey_page() -> None:
    stack = [charts.StackedBar("A", (10, 10, 10))]
    page = np.asarray(grey(charts.stacked_chart(stack, ("a", "b", "c"), 160, "x")))
    # Long dark lines: two of the bar's upper edge, two of its lower edge, then the axis.
    top, bottom = np.flatnonzero((page < 128).mean(axis=1) > 0.6)[[1, 2]]
    line = np.flatnonzero(page[top] < 128)
    third = (line[-1] - line[0]) // 3
    starts = [line[0] + index * third + 8 for index in range(3)]
    patches = [page[top + 4 : bottom - 4, start : start + third // 3] for start in starts]
    means = [patch.mean() for patch in patches]
    assert all(abs(a - b) > 25 for a, b in combinations(means, 2)), means


@pytest.mark.parametrize("percent", [0, 25, 50, 65, 70, 75, 80, 100])
def test_numbers_of_the_heat_map_stand_out_from_their_cells(percent: int) -> None:
    cell = charts._heat_colour(percent / 100)
    ink = relative_luminance(to_rgb(charts._ink_on(cell)))
    light, dark = sorted((relative_luminance(cell), ink), reverse=True)
    # Above 7 is WCAG's highest level: dark figures on dark cells, as at 60 to 75 % once, had 4.5.
    assert (light + 0.05) / (dark + 0.05) > 7, charts._ink_on(cell)


def test_the_heat_map_grows_darker_with_the_percent() -> None:
    shades = [
        relative_luminance(charts._heat_colour(percent / 100)) for percent in range(0, 101, 10)
    ]
    assert shades == sorted(shades, reverse=True)
    assert re.fullmatch(r"#[0-9a-f]{6}", INK)


def figures_of(monkeypatch: pytest.MonkeyPatch, *counts: int) -> list[str]:
    """The texts that a stacked bar beside one of 60 steps gets."""
    texts: list[str] = []
    monkeypatch.setattr(Axes, "text", lambda _, x, y, words, **look: texts.append(words))
    stacks = [charts.StackedBar("A", (60, 0, 0)), charts.StackedBar("B", counts)]
    charts.stacked_chart(stacks, ("Tepat waktu", "Terlambat", "Tunggakan"), 160, "x")
    return [words for words in texts if words != "60"]


def test_figures_that_would_touch_stand_beside_the_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """1 and 5 side by side read 15; parts of no step have no figure at all."""
    assert figures_of(monkeypatch, 1, 5, 20) == ["5", "20", "1 tepat waktu"]
    assert figures_of(monkeypatch, 0, 1, 1) == ["1 terlambat\n1 tunggakan"]
    assert figures_of(monkeypatch, 0, 0, 0) == []


@pytest.mark.parametrize("width_mm", [160, 240])
def test_figures_and_legend_keep_their_distances(
    monkeypatch: pytest.MonkeyPatch, width_mm: float
) -> None:
    """As on the upright pages of the report: no figure touches the next, no name is cut off."""
    figures: list[Figure] = []
    draw = charts.figure_picture
    monkeypatch.setattr(
        charts,
        "figure_picture",
        lambda figure, words: figures.append(figure) or draw(figure, words),
    )
    year = [f"B{number}" for number in range(12)]
    charts.heat_map_chart(AREAS, year, [[100.0] * 12, [88.8] * 12], width_mm, "Peta")
    names = ("Tepat waktu", "Terlambat", "Tunggakan periode ini")
    charts.stacked_chart(STACKS, names, width_mm, "Keadaan")
    heat, standing = (figure.axes[0] for figure in figures)
    boxes = [text.get_window_extent() for text in heat.texts[:12]]
    assert all(a.x1 + 3 < b.x0 for a, b in pairwise(boxes))
    legend = standing.get_legend()
    assert legend is not None
    box = legend.get_window_extent()
    assert box.x0 >= 0
    assert box.x1 <= width_mm / 25.4 * DPI


def test_a_label_between_dollar_signs_is_text() -> None:
    """Where it was read as a formula, one without an end broke the paper."""
    bars = [charts.RatingBar(label, 3, "3") for label in ("$\\frac{$", "$x^2$")]
    drawn = charts.rating_chart(bars, 4, ("NRR", "Terendah"), 160, "Unsur")
    as_formula = [bars[0], charts.RatingBar("x²", 3, "3")]
    assert drawn != charts.rating_chart(as_formula, 4, ("NRR", "Terendah"), 160, "Unsur")


def test_a_chart_is_let_go_before_the_next_is_drawn() -> None:
    """A year draws forty; each held 5 MB until Python happened to look for what holds itself."""
    gc.collect()
    for _ in range(4):
        DRAWN["heat map"]()
    alive = [each for each in gc.get_objects() if type(each) is Figure]
    assert len(alive) <= 1
