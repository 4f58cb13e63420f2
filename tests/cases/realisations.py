"""Realisations of half a year or of the year, made up by a rule: for tests only."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

from zi_docs.model import Plan, Realisation

HALF_YEAR, YEAR = range(1, 7), range(1, 13)


def entries(
    marks: Mapping[str, frozenset[int]], months: Collection[int] = HALF_YEAR
) -> Iterator[dict[str, object]]:
    """What an office enters for rows with these marked months: sheet Realisasi, by column key.

    Of seven steps two are done in time with evidence, one in time without, one two months late,
    one is half done with an obstacle and an answered recommendation, one a quarter done with an
    unanswered one, and one is never reported.
    """
    number = 0
    for row, marked in marks.items():
        for month in sorted(marked & set(months)):
            yield from _step(number % 7, row, month)
            number += 1


def _step(kind: int, row: str, month: int) -> Iterator[dict[str, object]]:
    base: dict[str, object] = {"baris": row, "bulan": month}
    if kind in (0, 1):
        yield base | {"persen": 100.0, "bukti_ada": "Ada", "tautan": "bukti/berkas.pdf"}
    elif kind == 2:
        yield base | {"persen": 100.0, "bukti_ada": "Belum"}
    elif kind == 3:
        yield base | {"persen": 40.0, "kendala": f"Kendala {row} bulan {month}"}
        late = {"bulan_lapor": min(month + 2, 12), "persen": 100.0, "bukti_ada": "Ada"}
        yield base | late | {"tautan": "bukti/susulan.pdf"}
    elif kind == 4:
        yield base | {
            "persen": 50.0,
            "kendala": f"Kendala {row} bulan {month}",
            "rekomendasi": f"Rekomendasi {row} bulan {month}",
            "tindak_lanjut": f"Tindak lanjut {row} bulan {month}",
            "keadaan": "Selesai",
            "selesai": date(2026, month, 28),
        }
    elif kind == 5:
        yield base | {
            "persen": 25.0,
            "rekomendasi": f"Rekomendasi {row} bulan {month}",
            "batas": date(2026, month, 5) + timedelta(30),
            "pic": "Subbagian Contoh",
        }


def with_half_year(plan: Plan) -> Plan:
    """The plan with realisations of January to June in the place of its own."""
    return _with_entries(plan, HALF_YEAR)


def with_year(plan: Plan) -> Plan:
    """The plan with realisations of the whole year in the place of its own."""
    return _with_entries(plan, YEAR)


def _with_entries(plan: Plan, months: Collection[int]) -> Plan:
    marks = {activity.id: activity.bulan for activity in plan.activities}
    found = tuple(Realisation(**entry) for entry in entries(marks, months))  # type: ignore[arg-type]
    return replace(plan, realisations=found)
