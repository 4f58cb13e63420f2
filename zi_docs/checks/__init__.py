"""Checks of a plan: functions Plan -> findings, all of one signature, listed here.

Each family lists its own, in a module or in a package of modules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from zi_docs.checks import (
    complaint_rules,
    decree_rules,
    follow_up_rules,
    language,
    lke_rules,
    meeting_rules,
    monev_rules,
    number_rules,
    people_rules,
    post_rules,
    risk_rules,
    rows,
    schedule_rules,
    service_rules,
    signer_rules,
    signing_rules,
    staff_rules,
    survey_rules,
    team_rules,
    texts,
    title_rules,
    year_rules,
)
from zi_docs.findings import Finding
from zi_docs.model import Plan

Check = Callable[[Plan], Iterable[Finding]]

CHECKS: tuple[Check, ...] = (
    *decree_rules.CHECKS,
    *signer_rules.CHECKS,
    *rows.CHECKS,
    *lke_rules.CHECKS,
    *team_rules.CHECKS,
    *people_rules.CHECKS,
    *post_rules.CHECKS,
    *title_rules.CHECKS,
    *number_rules.CHECKS,
    *meeting_rules.CHECKS,
    *schedule_rules.CHECKS,
    *service_rules.CHECKS,
    *monev_rules.CHECKS,
    *follow_up_rules.CHECKS,
    *complaint_rules.CHECKS,
    *risk_rules.CHECKS,
    *staff_rules.CHECKS,
    *survey_rules.CHECKS,
    *signing_rules.CHECKS,
    *year_rules.CHECKS,
    *language.CHECKS,
    *texts.CHECKS,
)


def check(plan: Plan) -> list[Finding]:
    """Run every check; findings in the order of the checks."""
    return [finding for each in CHECKS for finding in each(plan)]
