"""The areas of a plan with their components: numbers, names, rows.

Every paper and folder that shows an area or a component asks here. A component's number is its
place in the order in which the plan first names the components of its area. Names of areas and
components are compared without regard to case and white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from zi_docs.model.activity import Activity
from zi_docs.model.plan import Plan

# How offices number areas: I to XXXIX, 1, A; a full stop may follow.
_NUMERAL = re.compile(r"(X{0,3}(?:IX|IV|V?I{0,3})|\d+|[A-Z])\.?", re.I)


@dataclass(frozen=True)
class Component:
    """A component: the label of its area, its number there, its name, its rows in plan order.

    The name is written as in the first of the rows.
    """

    area: str
    number: int
    name: str
    rows: tuple[Activity, ...]

    @property
    def code(self) -> str:
        """What names it in the whole plan: `II.3`."""
        return f"{self.area}.{self.number}"


@dataclass(frozen=True)
class Area:
    """An area of change: its place in the office's list (from 1), its numeral, its name.

    The numeral is empty where the list gives none.
    """

    number: int
    numeral: str
    name: str
    components: tuple[Component, ...] = ()

    @property
    def title(self) -> str:
        """`I MANAJEMEN PERUBAHAN`."""
        return " ".join(filter(None, (self.numeral, self.name)))

    @property
    def heading(self) -> str:
        """`I. MANAJEMEN PERUBAHAN`."""
        return ". ".join(filter(None, (self.numeral, self.name)))

    @property
    def label(self) -> str:
        """What tells areas apart in codes and anchors: the numeral, else the number."""
        return self.numeral or str(self.number)

    @property
    def rows(self) -> tuple[Activity, ...]:
        """Its rows, those of a component together."""
        return tuple(row for component in self.components for row in component.rows)


def areas_of(plan: Plan) -> tuple[Area, ...]:
    """The office's areas in their order, then any that only a row of the plan names."""
    rows: dict[str, list[Activity]] = {}
    for row in plan.activities:
        rows.setdefault(_folded(row.area), []).append(row)
    listed = _by_name((*plan.areas, *(row.area for row in plan.activities)))
    return tuple(
        replace(area, components=_components(area.label, rows.get(name, ())))
        for name, area in listed.items()
    )


def listed_areas(titles: Iterable[str]) -> tuple[Area, ...]:
    """The areas that a list names, such as that of the sheet Referensi, without components."""
    return tuple(_by_name(titles).values())


def components_by_row(plan_areas: Iterable[Area]) -> dict[str, Component]:
    """The component of each row of the plan, by the row's ID."""
    return {
        row.id: component
        for area in plan_areas
        for component in area.components
        for row in component.rows
    }


def place_of(row: Activity) -> tuple[str, str]:
    """What names the area and the component of a row, for comparison."""
    return _folded(row.area), _folded(row.komponen.plain)


def _by_name(titles: Iterable[str]) -> dict[str, Area]:
    """The areas by their folded titles, each once."""
    first: dict[str, str] = {}
    for title in titles:
        first.setdefault(_folded(title), " ".join(title.split()))
    return {folded: _area(number, title) for number, (folded, title) in enumerate(first.items(), 1)}


def _area(number: int, title: str) -> Area:
    first, _, rest = title.partition(" ")
    numeral = _NUMERAL.fullmatch(first) if rest else None
    return Area(number, numeral[1], rest) if numeral else Area(number, "", title)


def _components(area: str, rows: Iterable[Activity]) -> tuple[Component, ...]:
    parts: dict[str, list[Activity]] = {}
    for row in rows:
        parts.setdefault(_folded(row.komponen.plain), []).append(row)
    return tuple(
        Component(area, number, part[0].komponen.plain.strip(), tuple(part))
        for number, part in enumerate(parts.values(), start=1)
    )


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold()
