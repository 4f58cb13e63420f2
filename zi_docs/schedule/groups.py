"""Needs -> groups that one meeting can serve."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import Enum

from zi_docs.schedule.needs import Need, Purpose

Group = tuple[Need, ...]
_ORDER = tuple(Purpose)


class Grouping(Enum):
    """What rows of one month must share to be served by one meeting."""

    TUJUAN = "tujuan"
    """The purpose; discussions, which differ in their matter, the area too."""
    AREA = "area"
    """Purpose and area, always."""


def grouped(needs: Iterable[Need], by: Grouping) -> list[Group]:
    """Groups in the order of months; within one, sosialisasi, pembahasan, evaluasi."""
    found: dict[tuple[int, int, str], list[Need]] = {}
    for need in needs:
        area = _AREA_OF[by](need)
        key = (need.month, _ORDER.index(need.purpose), area)
        found.setdefault(key, []).append(need)
    # Keys are sorted without the area, so that areas keep the order of the plan.
    return [tuple(found[key]) for key in sorted(found, key=lambda key: key[:2])]


def explained(group: Sequence[Need], by: Grouping) -> str:
    """Why these rows meet together: `Sosialisasi bulan Mei: RA-028 (sosialisasi), …`."""
    rows = ", ".join(f"{need.activity.id} (“{need.word}”)" for need in group)
    shared = f"bertujuan {group[0].purpose.value}"
    if _AREA_OF[by](group[0]):
        shared += f" pada area {group[0].activity.area}"
    return f"Baris bulan yang sama {shared}: {rows}."


_AREA_OF: dict[Grouping, Callable[[Need], str]] = {
    Grouping.TUJUAN: lambda n: n.activity.area if n.purpose is Purpose.PEMBAHASAN else "",
    Grouping.AREA: lambda n: n.activity.area,
}
