"""Checks of the words of decrees, and of the regulations that they cite."""

from __future__ import annotations

from zi_docs.checks.texts.abbreviations import (
    check_abbreviations,
    check_short_office_name,
    check_slogans,
)
from zi_docs.checks.texts.announced_lists import (
    check_announced_lists,
    check_chapters,
    check_counts,
    check_inline_items,
    check_parallel_items,
)
from zi_docs.checks.texts.clauses import (
    check_considerations,
    check_cost_clauses,
    check_in_force,
    check_sentences,
)
from zi_docs.checks.texts.closing_marks import (
    check_closing_setting,
    check_item_marks,
    check_narrative_marks,
)
from zi_docs.checks.texts.cross_references import check_other_years, check_references
from zi_docs.checks.texts.legal_basis import (
    check_amended_words,
    check_amendments_alone,
    check_customary_bases,
    check_joined_items,
    check_legal_bases,
    check_listed_regulations,
    check_order,
    check_sheet_rows,
    check_unnumbered,
)
from zi_docs.checks.texts.regulation_dates import (
    check_amendments,
    check_facts,
    check_identities,
    check_validity,
    check_verified,
)
from zi_docs.checks.texts.regulation_rows import (
    check_amending_titles,
    check_amendment_phrases,
    check_gazette_years,
    check_gazettes,
    check_kinds,
    check_periods_written,
    check_statuses,
)
from zi_docs.checks.texts.repetitions import (
    check_comma_splices,
    check_definitions,
    check_repetitions,
)
from zi_docs.checks.texts.same_terms import (
    check_area_names,
    check_competing_terms,
    check_office_names,
    check_slashed_teams,
)
from zi_docs.checks.texts.same_title import check_titles
from zi_docs.checks.texts.scope import check_scope
from zi_docs.checks.texts.typed_gazettes import check_typed_gazettes
from zi_docs.checks.texts.typed_numbers import check_typed_numbers

CHECKS = (
    check_considerations,
    check_cost_clauses,
    check_in_force,
    check_titles,
    check_competing_terms,
    check_scope,
    check_announced_lists,
    check_counts,
    check_chapters,
    check_references,
    check_other_years,
    check_sentences,
    check_comma_splices,
    check_repetitions,
    check_definitions,
    check_parallel_items,
    check_inline_items,
    check_item_marks,
    check_closing_setting,
    check_narrative_marks,
    check_typed_numbers,
    check_slashed_teams,
    check_area_names,
    check_office_names,
    check_short_office_name,
    check_abbreviations,
    check_slogans,
    check_legal_bases,
    check_joined_items,
    check_order,
    check_customary_bases,
    check_validity,
    check_amendments,
    check_facts,
    check_typed_gazettes,
    check_identities,
    check_listed_regulations,
    check_unnumbered,
    check_amendments_alone,
    check_amended_words,
    check_sheet_rows,
    check_amending_titles,
    check_amendment_phrases,
    check_gazettes,
    check_gazette_years,
    check_kinds,
    check_periods_written,
    check_statuses,
    check_verified,
)
"""Functions Plan -> findings, the gravest kinds first."""
