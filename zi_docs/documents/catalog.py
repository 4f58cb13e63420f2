"""Every kind of document, listed: what a plan gives to make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from zi_docs.documents import decree as decrees
from zi_docs.documents.document import Document
from zi_docs.model import DecreeKind, Plan


def all_documents(plan: Plan) -> Iterator[Document]:
    """Every document that the plan gives, before pagination is known."""
    for decree in plan.decrees:
        if decree.kind is DecreeKind.PLAN:
            yield decrees.original(plan, decree)
            if decrees.copy_ready(plan, decree):
                yield decrees.copy(plan, decree)
            sheet = decrees.initials(plan, decree)
            if sheet is not None:
                yield sheet


def template_contexts(plan: Plan) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Each template with a real context for it, once for every document that uses it."""
    for document in all_documents(plan):
        yield document.template, document.context
