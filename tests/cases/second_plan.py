"""A plan in other words than the shipped one and the model plan, mapped to LKE items by hand.

The rows stand in `second_plan.csv`, in the words of other offices' plans; they were mapped before
the proposals were looked at.
"""

from __future__ import annotations

import csv
from pathlib import Path

from zi_docs.data import areas
from zi_docs.model import Activity
from zi_docs.text import RichText

_TEXTS = ("komponen", "indikator", "langkah_aksi", "bukti")


def second_plan() -> tuple[tuple[Activity, tuple[str, ...]], ...]:
    """The rows, each with the items that it serves."""
    titles = {title.split()[0]: title for title in areas()}
    lines = Path(__file__).with_suffix(".csv").read_text(encoding="utf-8").splitlines()
    return tuple(
        (
            Activity(
                f"DU-{number:03d}",
                titles[row["area"]],
                *(RichText.of(row[key]) for key in _TEXTS),
                bulan=frozenset(map(int, row["bulan"].split())),
                target="100%",
            ),
            tuple(row["kode"].split()),
        )
        for number, row in enumerate(csv.DictReader(lines), start=1)
    )
