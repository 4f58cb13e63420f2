"""Realisations -> rows of the sheet Realisasi."""

from __future__ import annotations

from collections.abc import Iterable

from zi_docs.model import Realisation
from zi_docs.workbook.authoring.values import Values
from zi_docs.workbook.sheets.plan import REALISASI


def rows_of(realisations: Iterable[Realisation]) -> list[Values]:
    """A row for each realisation, in the order of row IDs, months and months of report."""
    ordered = sorted(realisations, key=lambda r: (r.baris.casefold(), r.bulan, r.reported))
    return [
        {c.key: getattr(one, c.key) for c in REALISASI.columns if hasattr(one, c.key)}
        for one in ordered
    ]
