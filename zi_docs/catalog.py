"""Every kind of document, listed: what a plan gives to make."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from zi_docs.findings import has_errors
from zi_docs.model import Decree, Plan
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers import formulir_monev as monev_form
from zi_docs.papers import jdih
from zi_docs.papers import keputusan as decrees
from zi_docs.papers import laporan_monev as monev_report
from zi_docs.papers import meeting_sets as meetings
from zi_docs.papers import rekap as recap
from zi_docs.papers.abstrak_jdih import abstract
from zi_docs.papers.document import Papers
from zi_docs.papers.matriks_perubahan import matrix
from zi_docs.papers.pages import Pagination
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.states import State


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


def monitoring(plan: Plan) -> Iterator[Papers]:
    """The papers of monitoring a year: monthly forms, recaps, reports of quarters and year."""
    for period in _periods(plan, Cycle.MONTH):
        yield monev_form.papers(plan, period)
    for period in _periods(plan, Cycle.QUARTER, Cycle.SEMESTER, Cycle.YEAR):
        yield recap.papers(plan, period)
    for period in _periods(plan, Cycle.QUARTER, Cycle.YEAR):
        yield monev_report.papers(plan, period)


def published(plan: Plan, decree: Decree) -> Iterator[Papers]:
    """What JDIH gets of a decree, once it can be published."""
    if not has_errors(jdih.problems(plan, decree)):
        yield jdih.papers(plan, decree)


def _periods(plan: Plan, *cycles: Cycle) -> Iterator[Period]:
    for cycle in cycles:
        for number in range(1, 12 // cycle.value + 1):
            yield Period(plan.office.tahun, cycle, number)


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
        # Every row as a new one: what a matrix of changes may have to show.
        changes = compare_plans(replace(plan, activities=()), plan)
        document = matrix(plan.office, State(decree), decree.judul, changes)
        yield document.template, document.context
