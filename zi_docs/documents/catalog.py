"""Every kind of document, listed: what a plan gives to make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zi_docs.documents import decree as decrees
from zi_docs.documents import meetings
from zi_docs.documents.document import Papers
from zi_docs.documents.pagination import Pagination
from zi_docs.model import Plan


def all_papers(plan: Plan) -> Iterator[Papers]:
    """Everything that the plan gives to make."""
    for decree in plan.decrees:
        yield decrees.papers(plan, decree)
    for meeting in plan.meetings:
        yield meetings.papers(plan, meeting)


def template_contexts(plan: Plan) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each template with a real context for it, once for every document that uses it."""
    for papers in all_papers(plan):
        for draft in papers.drafts:
            document = draft(Pagination())
            yield document.template, document.context
