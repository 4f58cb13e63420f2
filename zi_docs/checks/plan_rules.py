"""Checks of the rows of the action plan, and of what the office settled for its monitoring."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, Place, warning
from zi_docs.model import Plan
from zi_docs.workbook.sheets.form_sheets import OPTIONAL_TITLES


def rows_without_month(plan: Plan) -> Iterator[Finding]:
    """A row that no month is marked for never comes up in a monitoring form."""
    for activity in plan.activities:
        if not activity.bulan:
            yield warning(
                "RA-BULAN",
                f"Baris {activity.id} tidak mempunyai tanda bulan pelaksanaan; "
                "bubuhkan √ pada bulan pelaksanaannya.",
                activity.origin.at("bulan_1"),
            )


def rows_without_target(plan: Plan) -> Iterator[Finding]:
    """A row without a target cannot be measured."""
    for activity in plan.activities:
        if not activity.target:
            yield warning(
                "RA-TARGET",
                f"Baris {activity.id} belum mempunyai target; isilah, misalnya 100%.",
                activity.origin.at("target"),
            )


def form_columns(plan: Plan) -> Iterator[Finding]:
    """A column of the monitoring form that does not exist is a slip of the pen."""
    optional = {title.casefold() for title in OPTIONAL_TITLES}
    for name in plan.form_columns:
        if name.strip().casefold() not in optional:
            yield warning(
                "MON-KOLOM",
                f"Kolom formulir monev “{name}” tidak dikenal. Pilih dari: "
                f"{', '.join(OPTIONAL_TITLES)}.",
                Place(plan.office.origin.file, "Referensi"),
            )
