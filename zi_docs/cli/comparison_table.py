"""The comparison of two years on a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from zi_docs.cli.aligned import aligned
from zi_docs.model import Activity
from zi_docs.monev.achievement import Figures
from zi_docs.monev.comparison import Comparison, TwoYears
from zi_docs.papers.banding_capaian import figures_row

_CELLS = ("rencana_lama", "selesai_lama", "persen_lama",
          "rencana_baru", "selesai_baru", "persen_baru", "selisih")  # fmt: skip
_NAME_WIDTH = 46


def comparison_lines(compared: Comparison, old: int, new: int) -> Iterator[str]:
    """The figures by area and component, then the rows that only one of the years has."""
    of_years = [f"{title} {year}" for year in (old, new) for title in ("Rencana", "Selesai", "%")]
    rows = [_line(name, both) for name, both in _named(compared)]
    yield aligned(("Area/Komponen", *of_years, "Selisih"), rows, "")
    if compared.added:
        yield f"Hanya pada {new}: {_ids(compared.added)}"
    if compared.ended:
        yield f"Hanya pada {old}: {_ids(compared.ended)}"


def comparison_dict(compared: Comparison) -> dict[str, Any]:
    """The comparison for JSON: areas with their components, the total, rows of only one year."""
    return {
        "areas": [
            {
                "area": each.area.title,
                **_years(each.figures),
                "components": [
                    {"component": part.component.name, **_years(part.figures)}
                    for part in each.components
                ],
            }
            for each in compared.areas
        ],
        "total": _years(compared.figures),
        "added": [row.id for row in compared.added],
        "ended": [row.id for row in compared.ended],
    }


def _named(compared: Comparison) -> Iterator[tuple[str, TwoYears]]:
    for each in compared.areas:
        yield each.area.title, each.figures
        for part in each.components:
            yield f"  {part.component.number}. {part.component.name}", part.figures
    yield "Jumlah", compared.figures


def _line(name: str, both: TwoYears) -> list[str]:
    cells = figures_row(both)
    short = name if len(name) <= _NAME_WIDTH else f"{name[: _NAME_WIDTH - 1]}…"
    return [short, *(str(cells[key]) for key in _CELLS)]


def _years(both: TwoYears) -> dict[str, Any]:
    return {
        "before": _year(both.before),
        "now": _year(both.now),
        "difference": both.difference,
    }


def _year(counts: Figures) -> dict[str, Any]:
    return {"planned": counts.planned, "done": counts.done, "percent": counts.percent}


def _ids(rows: tuple[Activity, ...]) -> str:
    return ", ".join(row.id for row in rows)
