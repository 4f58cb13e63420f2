"""Checks of a plan: functions Plan -> findings, all of one signature, listed here."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zi_docs.checks.decree_rules import (
    check_decree_parts,
    check_item_words,
    check_revision_dates,
    check_revision_ids,
    check_revision_numbers,
)
from zi_docs.checks.lke_rules import check_lke_codes
from zi_docs.checks.meeting_rules import (
    check_meeting_chairs,
    check_meeting_days,
    check_meeting_follow_ups,
    check_meeting_invitees,
    check_meeting_times,
)
from zi_docs.checks.number_rules import check_numbers
from zi_docs.checks.people_rules import check_service_numbers
from zi_docs.checks.plan_rules import (
    check_closings,
    check_form_columns,
    check_row_months,
    check_row_targets,
)
from zi_docs.checks.report_rules import check_report_areas
from zi_docs.checks.signer_rules import check_decree_authors, check_decree_places
from zi_docs.checks.signing_rules import check_signing
from zi_docs.checks.team_rules import teams
from zi_docs.checks.texts import CHECKS as TEXT_CHECKS
from zi_docs.checks.year_rules import check_year
from zi_docs.findings import Finding
from zi_docs.model import Plan

Check = Callable[[Plan], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    check_decree_parts,
    check_item_words,
    check_decree_authors,
    check_decree_places,
    check_row_months,
    check_row_targets,
    check_lke_codes,
    teams,
    check_service_numbers,
    check_numbers,
    check_meeting_times,
    check_meeting_days,
    check_meeting_chairs,
    check_meeting_invitees,
    check_meeting_follow_ups,
    check_form_columns,
    check_closings,
    check_report_areas,
    check_signing,
    check_revision_dates,
    check_revision_ids,
    check_revision_numbers,
    check_year,
    *TEXT_CHECKS,
)


def check(plan: Plan) -> list[Finding]:
    """Run every check; findings in the order of the checks."""
    return [finding for each in CHECKS for finding in each(plan)]
