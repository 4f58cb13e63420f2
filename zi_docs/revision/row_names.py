"""Rows named as the decreed page shows them: area, number of the component, place in it.

A Lampiran prints neither IDs nor numbers of rows; two rows may share their words. So a row is
named by its component's number and its place among the rows of that component, and beside its
indicator by its step where that component has the indicator more than once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from zi_docs.model import Activity, Plan, areas_of


@dataclass(frozen=True)
class RowName:
    """Where a row stands on the page: area, component with its number, place in it from 1.

    A component that is new on the page as changed has no number, a new row no place (0 both).
    `shared`: another row of the component has the same indicator.
    """

    area: str
    number: int
    component: str
    place: int
    shared: bool = False

    def same_component(self, other: RowName) -> bool:
        """Whether another row stands in the same component."""
        pairs = ((self.area, other.area), (self.component, other.component))
        return all(
            " ".join(a.split()).casefold() == " ".join(b.split()).casefold() for a, b in pairs
        )

    @property
    def row(self) -> str:
        """`baris ke-2 komponen nomor 3 “Tim kerja” Area I MANAJEMEN PERUBAHAN`."""
        return f"{self.ordinal} {self.within}"

    @property
    def ordinal(self) -> str:
        """`baris ke-2`, `baris baru`."""
        return f"baris ke-{self.place}" if self.place else "baris baru"

    @property
    def numbered(self) -> str:
        """`komponen nomor 3`, `komponen baru`."""
        return f"komponen nomor {self.number}" if self.number else "komponen baru"

    @property
    def within(self) -> str:
        """`komponen nomor 3 “Tim kerja” Area I MANAJEMEN PERUBAHAN`."""
        words = " ".join(self.component.split())
        return f"{self.numbered} “{words}” Area {self.area}"


RowNames = Mapping[str, RowName]


def row_names(plan: Plan) -> dict[str, RowName]:
    """The names of all rows of a plan, by ID in small letters."""
    names: dict[str, RowName] = {}
    for area in areas_of(plan):
        for component in area.components:
            times = Counter(_indicator(row) for row in component.rows)
            for place, row in enumerate(component.rows, start=1):
                shared = times[_indicator(row)] > 1
                name = RowName(area.title, component.number, component.name, place, shared)
                names[folded_id(row)] = name
    return names


def _indicator(row: Activity) -> str:
    return " ".join(row.indikator.plain.split()).casefold()


def name_of(row: Activity, before: RowNames, after: RowNames) -> RowName:
    """What names a row on the page before a change; a new row by its component there."""
    key = folded_id(row)
    if key in before:
        return before[key]
    new = after.get(key) or RowName(row.area, 0, row.komponen.plain, 0)
    old = next((name for name in before.values() if name.same_component(new)), None)
    return replace(new, number=old.number if old else 0, place=0)


def folded_id(row: Activity) -> str:
    """The ID of a row as it is compared."""
    return row.id.strip().casefold()
