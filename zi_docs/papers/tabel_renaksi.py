"""The action plan as the table of a Lampiran: areas, components, rows with their months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from zi_docs.model import Activity
from zi_docs.papers import pages as table_lines
from zi_docs.papers.pages import Keep, Line, Pagination, anchor_name, cell, shown
from zi_docs.text import CONTINUED, Flow, Paragraph, RichText

TICK = "√"
# The closing block below the table bears this bookmark in the template.
CLOSING = "penutupLampiran"


def plan_table(activities: Sequence[Activity], pages: Pagination) -> list[dict[str, object]]:
    """The areas with their rows; a row that opens a page shows its component again."""
    return [
        {
            "nomor": area.partition(" ")[0],
            "nama": _area(area, pages),
            "baris": list(_rows(list(rows), pages)),
        }
        for area, rows in _areas(activities)
    ]


def row_anchors(activities: Sequence[Activity]) -> list[str]:
    """The anchors of the rows, in order."""
    return [_anchor(activity) for activity in activities]


def keeps(activities: Sequence[Activity]) -> list[Keep]:
    """What must not part: an area and its first row, the last row and the closing block."""
    lines: list[Line] = []
    for area, rows in _areas(activities):
        lines += [Line(_area_anchor(area), heading=True), *_lines(list(rows))]
    return table_lines.keeps(lines, CLOSING)


def _areas(activities: Sequence[Activity]) -> Iterator[tuple[str, Iterator[Activity]]]:
    return groupby(activities, key=lambda activity: activity.area)


def _area(area: str, pages: Pagination) -> Flow:
    anchor = _area_anchor(area)
    name = RichText.of(area.partition(" ")[2])
    return Flow((Paragraph("Tabel Area", name, anchor, anchor in pages.breaks),))


def _area_anchor(area: str) -> str:
    return anchor_name(f"area{area.partition(' ')[0]}")


def _anchor(activity: Activity) -> str:
    return anchor_name(f"baris{activity.id}")


def _lines(activities: Sequence[Activity]) -> list[Line]:
    return [Line(_anchor(a), a.komponen.plain.casefold()) for a in activities]


def _rows(activities: Sequence[Activity], pages: Pagination) -> Iterator[dict[str, object]]:
    number, component = 0, None
    for activity, named in zip(activities, shown(_lines(activities), pages), strict=True):
        name = activity.komponen.plain.casefold()
        number += name != component
        component = name
        yield _row(activity, number, pages, named=named)


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
