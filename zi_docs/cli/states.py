"""What verbs share about the states of a decree: their plans and papers, or a way out."""

from __future__ import annotations

from datetime import date

import click

from zi_docs.cli.run import Run
from zi_docs.errors import ExitCode
from zi_docs.findings import error
from zi_docs.model import Decree, Plan
from zi_docs.papers import keputusan as decrees
from zi_docs.papers import keputusan_perubahan as revisions
from zi_docs.papers.document import Papers
from zi_docs.revision import states as snapshots
from zi_docs.revision.compare import compare_plans
from zi_docs.revision.states import State, in_force, states
from zi_docs.wording.dates import long_date

DAY = click.DateTime(("%Y-%m-%d", "%d-%m-%Y"))


def plan_of(run: Run, plan: Plan, state: State) -> Plan:
    """The plan of a state; leave with TEMUAN when nobody can tell it any more."""
    held, findings = snapshots.plan_of(plan, run.source, state)
    run.report(findings)
    if held is None:
        run.finish(code=ExitCode.TEMUAN)
    return held


def state_at(run: Run, plan: Plan, decree: Decree, day: date) -> State:
    """The state of a decree in force on a day; leave with TEMUAN when there is none."""
    state = in_force(plan, decree, day)
    if state is None:
        message = f"Keputusan {decree.id} belum berlaku pada {long_date(day)}; pilih tanggal lain."
        run.report([error("REV-BELUM", message, decree.origin.at("tanggal"))])
        run.finish(code=ExitCode.TEMUAN)
    return state


def papers_of(run: Run, plan: Plan, state: State) -> Papers:
    """The papers of the decree that decreed a state; leave with TEMUAN when there are none."""
    papers = known_papers(run, plan, state)
    if papers is None:
        run.finish(code=ExitCode.TEMUAN)
    return papers


def known_papers(run: Run, plan: Plan, state: State) -> Papers | None:
    """The papers of the decree that decreed a state: the base decree's, or an amendment's.

    The base decree is made from its snapshot once it was revised, so that it stays as decreed.
    None, with findings, when a snapshot is missing or an amendment changes nothing.
    """
    held, findings = snapshots.plan_of(plan, run.source, state)
    run.report(findings)
    if held is None:
        return None
    if state.revision is None:
        return decrees.papers(held, held.decree(state.id) or state.decree)
    earlier = states(plan, state.decree)[state.number - 1]
    before, findings = snapshots.plan_of(plan, run.source, earlier)
    run.report(findings)
    if before is None:
        return None
    if not compare_plans(before, held).affects_decree(state.decree.id):
        message = f"Perubahan {state.id} tidak mengubah apa pun; ubahlah dahulu isi buku kerja."
        run.report([error("REV-KOSONG", message, state.revision.origin.at("id"))])
        return None
    return revisions.papers(before, held, state)
