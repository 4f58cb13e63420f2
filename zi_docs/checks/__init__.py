"""Checks of a plan: functions Plan -> findings, all of one signature, listed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zi_docs.checks.decree_rules import decree_parts, item_words, revision_dates, revision_names
from zi_docs.checks.meeting_rules import (
    meeting_chair,
    meeting_days,
    meeting_invitees,
    meeting_times,
)
from zi_docs.checks.number_rules import numbers
from zi_docs.checks.plan_rules import form_columns, rows_without_month, rows_without_target
from zi_docs.checks.signing_rules import signing
from zi_docs.checks.team_rules import teams
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
