"""The action plan as the table of a Lampiran: areas, components, rows with their months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zi_docs.model import Activity, Area, Component, Plan, areas_of, components_by_row
from zi_docs.papers import pages as table_lines
from zi_docs.papers.pages import Keep, Line, Pagination, anchor_name, cell, shown
from zi_docs.text import CONTINUED, Flow, Paragraph, RichText

TICK = "√"
# The closing block below the table bears this bookmark in the template.
CLOSING = "penutupLampiran"


@dataclass(frozen=True)
class _Block:
    """Rows of an area that follow each other in the plan, each with its component."""

    area: Area
    rows: tuple[tuple[Activity, Component], ...]

    @property
    def lines(self) -> list[Line]:
        """The lines of the rows."""
        return [Line(_anchor(row), component.code) for row, component in self.rows]


def plan_table(plan: Plan, pages: Pagination) -> list[dict[str, object]]:
    """The areas with their rows; a row that opens a page shows its component again."""
    return [
        {
            "nomor": block.area.numeral,
            "nama": _area(block.area, pages),
            "baris": list(_rows(block, pages)),
        }
        for block in _blocks(plan)
    ]


def printed_rows(plan: Plan) -> list[Activity]:
    """The rows in the order of the table: areas and components each together."""
    return [row for block in _blocks(plan) for row, _ in block.rows]


def row_anchors(activities: Sequence[Activity]) -> list[str]:
    """The anchors of the rows, in order."""
    return [_anchor(activity) for activity in activities]


def keeps(plan: Plan) -> list[Keep]:
    """What must not part: an area and its first row, the last row and the closing block."""
    lines: list[Line] = []
    for block in _blocks(plan):
        lines += [Line(_area_anchor(block.area), heading=True), *block.lines]
    return table_lines.keeps(lines, CLOSING)


def _blocks(plan: Plan) -> Iterator[_Block]:
    """Each area once, in the order in which the plan first names it, its components likewise.

    Plans by the LKE name their areas twice, for Pemenuhan and for Reform.
    """
    areas = areas_of(plan)
    components = components_by_row(areas)
    area_of_row = {row.id: area for area in areas for row in area.rows}
    rows: dict[int, list[Activity]] = {}
    for row in plan.activities:
        rows.setdefault(area_of_row[row.id].number, []).append(row)
    for number, own in rows.items():
        own.sort(key=lambda row: components[row.id].number)
        yield _Block(areas[number - 1], tuple((row, components[row.id]) for row in own))


def _area(area: Area, pages: Pagination) -> Flow:
    anchor = _area_anchor(area)
    name = RichText.of(area.name)
    return Flow((Paragraph("Tabel Area", name, anchor, anchor in pages.breaks),))


def _area_anchor(area: Area) -> str:
    return f"area{area.label}"


def _anchor(activity: Activity) -> str:
    return anchor_name(f"baris{activity.id}")


def _rows(block: _Block, pages: Pagination) -> Iterator[dict[str, object]]:
    for (row, component), named in zip(block.rows, shown(block.lines, pages), strict=True):
        yield _row(row, component.number, pages, named=named)


def _row(activity: Activity, number: int, pages: Pagination, *, named: bool) -> dict[str, object]:
    anchor = _anchor(activity)
    centred = Flow((Paragraph("Tabel Tengah", RichText.of(str(number))),))
    return {
        "nomor": centred if named else CONTINUED,
        "komponen": cell(activity.komponen) if named else CONTINUED,
        "indikator": cell(activity.indikator, anchor, breaks=anchor in pages.breaks),
        "langkah_aksi": cell(activity.langkah_aksi),
        "bukti": cell(activity.bukti),
        "bulan": {month: TICK if month in activity.bulan else "" for month in range(1, 13)},
        "target": activity.target,
    }
