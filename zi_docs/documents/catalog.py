"""Every kind of document, listed: what a plan gives to make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zi_docs.documents import decree as decrees
from zi_docs.documents import jdih, meetings, monev_form, monev_report, recap
from zi_docs.documents.abstract import abstract
from zi_docs.documents.document import Papers
from zi_docs.documents.pagination import Pagination
from zi_docs.findings import has_errors
from zi_docs.model import Plan
from zi_docs.monev.periods import Cycle, Period


def all_papers(plan: Plan) -> Iterator[Papers]:
    """Everything that the plan gives to make."""
    for decree in plan.decrees:
        yield decrees.papers(plan, decree)
    for meeting in plan.meetings:
        yield meetings.papers(plan, meeting)
    year = Period(plan.office.tahun, Cycle.YEAR)
    yield monev_form.papers(plan, year, screens=False)
    yield recap.papers(plan, year)
    yield monev_report.papers(plan, year)


def template_contexts(plan: Plan) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each template with a real context for it, once for every document that uses it."""
    for papers in all_papers(plan):
        for draft in papers.drafts:
            document = draft(Pagination())
            yield document.template, document.context
    for decree in plan.decrees:
        if not has_errors(jdih.problems(plan, decree)):
            document = abstract(plan, decree, "abstrak", 1, 1, Pagination())
            yield document.template, document.context
