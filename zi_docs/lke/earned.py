"""The rows of a plan as far as they were carried out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zi_docs.model import Activity, Plan, Realisation, same_id

_WHOLE = 100
_PRESENT = "ada"


def realised_rows(plan: Plan) -> Iterator[Activity]:
    """The rows that were carried out, marked only in the months in which they were.

    A month counts when all of it was done; where no percentage was reported, when its evidence is
    there.
    """
    for row in plan.activities:
        months = frozenset(
            entry.bulan
            for entry in plan.realisations
            if same_id(entry.baris, row.id) and _is_done(entry)
        )
        if months:
            yield replace(row, bulan=months & row.bulan or months)


def _is_done(entry: Realisation) -> bool:
    if entry.persen is not None:
        return entry.persen >= _WHOLE
    return entry.bukti_ada.casefold() == _PRESENT
