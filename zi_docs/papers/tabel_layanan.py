"""The standards of service as the tables of a Lampiran: a table a service, in two parts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zi_docs.checks.service_rules import Service, services_of
from zi_docs.model import Plan
from zi_docs.papers.document import UNNAMED
from zi_docs.papers.pages import Keep, Pagination, cell
from zi_docs.papers.tabel_renaksi import CLOSING
from zi_docs.text import Flow, Paragraph, RichText
from zi_docs.workbook.sheets.service_sheets import COMPONENTS

# Lines to write on in a component that nobody has written.
_ROOM = 3
# The last row of a service has so many rows above it on its page.
_TOGETHER = 2
_COUNT = sum(len(names) for names in COMPONENTS.values())


def service_tables(plan: Plan, pages: Pagination) -> list[dict[str, object]]:
    """The services with their components by part; one without a name where none is entered.

    The numbers of components go on from part to part.
    """
    services: Sequence[Service | None] = services_of(plan) or [None]
    return [
        {
            "judul": _heading(place, service, pages),
            "bagian": list(_parts(place, service, pages)),
        }
        for place, service in enumerate(services)
    ]


def service_anchors(plan: Plan) -> list[str]:
    """The anchors of the rows, in order."""
    return [
        _anchor(place, number)
        for place in range(max(len(services_of(plan)), 1))
        for number in range(1, _COUNT + 1)
    ]


def service_keeps(plan: Plan) -> list[Keep]:
    """What must not part: a service's name and its first row, its last rows, and the closing."""
    places = range(max(len(services_of(plan)), 1))
    headings = [Keep(_heading_anchor(place), _anchor(place, 1)) for place in places]
    ends = [Keep(_anchor(place, _COUNT - _TOGETHER), _anchor(place, _COUNT)) for place in places]
    return [*headings, *ends, Keep(_anchor(places[-1], _COUNT - _TOGETHER), CLOSING)]


def _heading(place: int, service: Service | None, pages: Pagination) -> Flow:
    anchor = _heading_anchor(place)
    name = RichText.of((service.name if service else "") or UNNAMED)
    return Flow((Paragraph("Judul Bagian", name, anchor, anchor in pages.breaks),))


def _parts(place: int, service: Service | None, pages: Pagination) -> Iterator[dict[str, object]]:
    number = 0
    for part, names in COMPONENTS.items():
        rows = []
        for name in names:
            number += 1
            row = service.component(name) if service else None
            anchor = _anchor(place, number)
            rows.append(
                {
                    "nomor": number,
                    "komponen": cell(RichText.of(name), anchor, breaks=anchor in pages.breaks),
                    "isi": cell(row.isi) if row else Flow((Paragraph("Tabel Isi"),) * _ROOM),
                }
            )
        yield {"nama": part, "baris": rows}


def _heading_anchor(place: int) -> str:
    return f"layanan{place}"


def _anchor(place: int, number: int) -> str:
    return f"layanan{place}komponen{number}"
