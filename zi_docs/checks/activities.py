"""Checks of the rows of the action plan."""

from __future__ import annotations

from collections.abc import Iterator

from zi_docs.findings import Finding, warning
from zi_docs.model import Plan


def rows_without_month(plan: Plan) -> Iterator[Finding]:
    """A row that no month is marked for never comes up in a monitoring form."""
    for activity in plan.activities:
        if not activity.months:
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
