"""Which documents a change of plan alters: those that read differently, found by making both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from zi_docs.model import Plan
from zi_docs.monev.periods import Cycle, Period
from zi_docs.papers import formulir_monev as monev_form
from zi_docs.papers import keputusan as decrees
from zi_docs.papers import laporan_monev as monev_report
from zi_docs.papers import meeting_sets as meetings
from zi_docs.papers import rekap as recap
from zi_docs.papers.document import Document
from zi_docs.papers.pages import Pagination
from zi_docs.revision.changes import ChangeKind

_START = Pagination()
_KINDS = {"keputusan": "Keputusan", "rapat": "Naskah rapat", "monev": "Monev"}


@dataclass(frozen=True)
class Affected:
    """A document that changes: its name and title, what happens to it, its kind in words."""

    name: str
    title: str
    change: ChangeKind

    @property
    def kind(self) -> str:
        """The kind of document, by the folder it stands in."""
        folder = self.name.partition("/")[0]
        return _KINDS.get(folder, folder.capitalize())


def affected(old: Plan, new: Plan) -> list[Affected]:
    """The documents that the change from `old` to `new` alters, in the order of the catalog."""
    before = {one.name: one for one in _documents(old)}
    after = {one.name: one for one in _documents(new)}
    found = []
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        if was is None or now is None or _content(was) != _content(now):
            kind = (
                ChangeKind.ADDED
                if was is None
                else ChangeKind.REMOVED
                if now is None
                else ChangeKind.CHANGED
            )
            found.append(Affected(name, (now or was).title, kind))  # type: ignore[union-attr]
    return found


def _content(document: Document) -> tuple[object, ...]:
    """What of a document its reader can see."""
    return (
        document.context, document.template, document.paper, document.title, document.mark,
        document.stamp,
    )  # fmt: skip


def _documents(plan: Plan) -> Iterator[Document]:
    """What is made of a plan, of every period at once."""
    sets = chain(
        (decrees.papers(plan, decree) for decree in plan.decrees),
        (meetings.papers(plan, meeting) for meeting in plan.meetings),
    )
    drawn = (draft(_START) for papers in sets for draft in papers.drafts)
    return chain(drawn, *(_of_period(plan, period) for period in _periods(plan.office.tahun)))


def _periods(year: int) -> Iterator[Period]:
    for cycle in Cycle:
        for number in range(1, 12 // cycle.value + 1):
            yield Period(year, cycle, number)


def _of_period(plan: Plan, period: Period) -> Iterator[Document]:
    """The papers of a period; without their pictures, which only draw what the tables say."""
    for draft in monev_form.papers(plan, period, screens=False).drafts:
        yield draft(_START)
    yield recap.recap(plan, period, [], _START)
    yield monev_report.report(plan, period, [], _START)
