"""Checks of the rows of the action plan: one module a family."""

from __future__ import annotations

from zi_docs.checks.rows.component_rules import (
    check_component_names,
    check_component_rows,
    check_component_spellings,
    check_strange_matters,
)
from zi_docs.checks.rows.evidence_kinds import (
    check_draft_evidence,
    check_evidence_issuers,
    check_evidence_kinds,
    check_evidence_of_following,
    check_meeting_evidence,
    check_other_media,
)
from zi_docs.checks.rows.follow_order import check_follow_order, check_paper_order
from zi_docs.checks.rows.frequency_words import check_frequencies
from zi_docs.checks.rows.joined_texts import (
    check_broken_texts,
    check_joined_texts,
    check_lone_items,
    check_lost_words,
)
from zi_docs.checks.rows.repeated_texts import (
    check_copied_evidence,
    check_echoed_actions,
    check_repeated_texts,
    check_similar_texts,
)
from zi_docs.checks.rows.row_fit import (
    check_actions,
    check_half_answered,
    check_indicators,
    check_only_judged,
    check_open_choices,
    check_row_fit,
    check_swapped_evidence,
    check_two_questions,
)
from zi_docs.checks.rows.row_gaps import (
    check_alike_targets,
    check_own_limits,
    check_row_months,
    check_row_pics,
    check_row_targets,
    check_row_texts,
)
from zi_docs.checks.rows.row_years import check_late_papers, check_row_years

CHECKS = (
    check_row_months,
    check_row_texts,
    check_row_targets,
    check_own_limits,
    check_alike_targets,
    check_row_pics,
    check_repeated_texts,
    check_similar_texts,
    check_copied_evidence,
    check_echoed_actions,
    check_evidence_kinds,
    check_evidence_issuers,
    check_evidence_of_following,
    check_meeting_evidence,
    check_draft_evidence,
    check_other_media,
    check_joined_texts,
    check_broken_texts,
    check_lone_items,
    check_lost_words,
    check_frequencies,
    check_follow_order,
    check_paper_order,
    check_row_years,
    check_late_papers,
    check_component_names,
    check_component_spellings,
    check_component_rows,
    check_strange_matters,
    check_row_fit,
    check_swapped_evidence,
    check_half_answered,
    check_only_judged,
    check_open_choices,
    check_two_questions,
    check_indicators,
    check_actions,
)
