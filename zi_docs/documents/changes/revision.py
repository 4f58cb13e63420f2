"""The papers of a revision: the amending decree with its Lampiran, and the matrix of changes."""

from __future__ import annotations

from functools import partial

from zi_docs.documents.changes.amendment import amending_decree, with_team
from zi_docs.documents.changes.change_matrix import matrix
from zi_docs.documents.decrees import decree as decrees
from zi_docs.documents.document import Leaf, Papers
from zi_docs.model import Decree, Plan
from zi_docs.revision.compare import compare
from zi_docs.revision.timeline import State


def papers(before: Plan, after: Plan, state: State) -> Papers:
    """Everything made of a revision from the plan it changes and the plan it decrees.

    Raises ValueError for a state that no revision made.
    """
    plan, decree = decreed(before, after, state)
    own = decrees.papers(plan, decree)
    table = partial(matrix, plan.office, state, decree.judul, compare(before, after))
    if not own.leaves:
        return Papers((*own.drafts, table), findings=own.findings)
    leaves = (*own.leaves, Leaf(table().name, "Matriks Semula-Menjadi"))
    return Papers((*own.drafts, table), f"bundel/revisi-{state.id}", leaves, own.findings)


def decreed(before: Plan, after: Plan, state: State) -> tuple[Plan, Decree]:
    """The amending decree, and the plan in which it stands with its team."""
    return with_team(after, state), amending_decree(after, state, compare(before, after))
