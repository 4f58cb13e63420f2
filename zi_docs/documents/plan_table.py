"""The action plan as the table of a Lampiran: areas, components, rows with their months."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from zi_docs.documents.pagination import Keep, Pagination
from zi_docs.model import Activity
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
    areas = [(area, list(rows)) for area, rows in _areas(activities)]
    found = [Keep(_area_anchor(area), _anchor(rows[0])) for area, rows in areas]
    if activities:
        found.append(Keep(_anchor(activities[-1]), CLOSING))
    # Where an area has one row, breaking before that row would leave the area's heading behind.
    lone = {_anchor(rows[0]): _area_anchor(area) for area, rows in areas if len(rows) == 1}
    return [Keep(lone.get(keep.first, keep.first), keep.second) for keep in found]


def _areas(activities: Sequence[Activity]) -> Iterator[tuple[str, Iterator[Activity]]]:
    return groupby(activities, key=lambda activity: activity.area)


def _area(area: str, pages: Pagination) -> Flow:
    anchor = _area_anchor(area)
    name = RichText.of(area.partition(" ")[2])
    return Flow((Paragraph("Tabel Area", name, anchor, anchor in pages.breaks),))


def _area_anchor(area: str) -> str:
    return _name(f"area{area.partition(' ')[0]}")


def _anchor(activity: Activity) -> str:
    return _name(f"baris{activity.id}")


def _name(text: str) -> str:
    """Letters and digits only: LibreOffice writes any other sign of a bookmark as its code."""
    return re.sub(r"[\W_]", "", text)


def _rows(activities: Sequence[Activity], pages: Pagination) -> Iterator[dict[str, object]]:
    components = groupby(activities, key=lambda activity: activity.komponen.plain.casefold())
    for number, (_, rows) in enumerate(components, start=1):
        for index, activity in enumerate(rows):
            shown = index == 0 or pages.opens(_anchor(activity))
            yield _row(activity, number, pages, shown=shown)


def _row(activity: Activity, number: int, pages: Pagination, *, shown: bool) -> dict[str, object]:
    anchor = _anchor(activity)
    centred = Flow((Paragraph("Tabel Tengah", RichText.of(str(number))),))
    return {
        "nomor": centred if shown else CONTINUED,
        "komponen": cell(activity.komponen) if shown else CONTINUED,
        "indikator": cell(activity.indikator, anchor, breaks=anchor in pages.breaks),
        "langkah_aksi": cell(activity.langkah_aksi),
        "bukti": cell(activity.bukti),
        "bulan": {month: TICK if month in activity.months else "" for month in range(1, 13)},
        "target": activity.target,
    }


def cell(text: RichText, anchor: str | None = None, *, breaks: bool = False) -> Flow:
    """The paragraphs and list items of a table cell.

    `anchor` names the first of them; `breaks` starts the row on a new page.
    """
    first, *rest = [
        Paragraph("Tabel Butir" if block.bullet else "Tabel Isi", block.text)
        for block in text.blocks()
    ] or [Paragraph("Tabel Isi")]
    return Flow((Paragraph(first.style, first.text, anchor, breaks), *rest))
