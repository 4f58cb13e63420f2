"""Realisations of half a year, made up by a rule: for tests only, never in `source/`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from zi_docs.model import Plan, Realisation

HALF_YEAR = range(1, 7)


def entries(marks: Mapping[str, frozenset[int]]) -> Iterator[dict[str, object]]:
    """What an office enters for rows with these marked months: sheet Realisasi, by column key.

    Of seven steps two are done in time with evidence, one in time without, one two months late,
    one is half done with an obstacle and an answered recommendation, one a quarter done with an
    unanswered one, and one is never reported.
    """
    number = 0
    for row, months in marks.items():
        for month in sorted(months & set(HALF_YEAR)):
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
        late = {"bulan_lapor": month + 2, "persen": 100.0, "bukti_ada": "Ada"}
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
            "batas": date(2026, month + 1, 5),
            "pic": "Subbagian Contoh",
        }


def with_half_year(plan: Plan) -> Plan:
    """The plan with these realisations in the place of its own."""
    marks = {activity.id: activity.bulan for activity in plan.activities}
    found = tuple(Realisation(**entry) for entry in entries(marks))  # type: ignore[arg-type]
    return replace(plan, realisations=found)
