"""Checks of a plan: functions Plan -> findings, all of one signature, listed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zi_docs.checks.activities import rows_without_month, rows_without_target
from zi_docs.checks.decrees import decree_parts, item_words
from zi_docs.checks.meetings import (
    meeting_chair,
    meeting_days,
    meeting_invitees,
    meeting_times,
)
from zi_docs.checks.monev import form_columns
from zi_docs.checks.numbers import numbers
from zi_docs.checks.revisions import revision_dates, revision_names
from zi_docs.checks.signing import signing
from zi_docs.checks.teams import teams
from zi_docs.findings import Finding
from zi_docs.model import Plan

Check = Callable[[Plan], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    decree_parts,
    item_words,
    rows_without_month,
    rows_without_target,
    teams,
    numbers,
    meeting_times,
    meeting_days,
    meeting_chair,
    meeting_invitees,
    form_columns,
    signing,
    revision_dates,
    revision_names,
)


def check(plan: Plan) -> list[Finding]:
    """Run every check; findings in the order of the checks."""
    return [finding for each in CHECKS for finding in each(plan)]
