"""Checks of what the office settled for its monitoring."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, Place, warning
from zi_docs.model import Plan
from zi_docs.monev.columns import CHOOSABLE


def form_columns(plan: Plan) -> Iterator[Finding]:
    """A column of the monitoring form that does not exist is a slip of the pen."""
    known = {name.casefold() for name in CHOOSABLE}
    for name in plan.form_columns:
        if name.strip().casefold() not in known:
            yield warning(
                "MON-KOLOM",
                f"Kolom formulir monev “{name}” tidak dikenal. Pilih dari: {', '.join(CHOOSABLE)}.",
                Place(plan.office.origin.file, "Referensi"),
            )
