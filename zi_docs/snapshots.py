"""The states of a decree as files: copies of the workbook as it was decreed, never written over.

`revision.timeline` says which state is in force when; here its workbook is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from zi_docs.findings import Finding, Place, Severity, error, warning
from zi_docs.model import Decree, Plan
from zi_docs.revision.timeline import State, states
from zi_docs.workbook.load import read_plan


def path_of(state: State, source: Path) -> Path:
    """Where the snapshot of a state stands, or is to stand, for the workbook `source`."""
    return source.parent / state.snapshot


def missing(plan: Plan, source: Path) -> Iterator[Finding]:
    """The states of revised decrees that nobody can show any more, or could not tomorrow."""
    for decree in plan.decrees:
        known = states(plan, decree)
        for state in known if len(known) > 1 else ():
            path = path_of(state, source)
            if state.day is not None and not path.is_file():
                yield warning(
                    "REV-BERKAS",
                    f"Keadaan sebagaimana ditetapkan oleh {state.id} belum tersimpan: {path} tidak "
                    f"ada. {_how(state)}",
                    _place(state, known),
                )


def plan_of(plan: Plan, source: Path, state: State) -> tuple[Plan | None, list[Finding]]:
    """The plan of a state: that of its snapshot; of the newest state, else the workbook itself.

    `plan` is that of the workbook `source`. Numbers and dates, which are given after a snapshot
    is taken, and the revisions are always the workbook's. Without a snapshot of an older state,
    or with one that holds errors, there is none, and findings say why.
    """
    known, path = states(plan, state.decree), path_of(state, source)
    if not path.is_file():
        if state == known[-1]:
            return plan, []
        message = f"Snapshot {path} tidak ada, sehingga keadaan {state.id} tidak diketahui."
        return None, [error("REV-TIADA", f"{message} {_how(state)}", _place(state, known))]
    held, findings = read_plan(path, beside=source.parent)
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    if held is None or errors:
        return None, errors
    decrees = tuple(_dated(decree, plan) for decree in held.decrees)
    return replace(held, decrees=decrees, revisions=plan.revisions), []


def _dated(decree: Decree, plan: Plan) -> Decree:
    now = plan.decree(decree.id)
    return replace(decree, nomor=now.nomor, tanggal=now.tanggal) if now else decree


def _how(state: State) -> str:
    return (
        "Simpanlah buku kerja yang berisi keadaan itu: `python generate.py revisi LAMA.xlsx "
        f"--simpan {state.id}`."
    )


def _place(state: State, known: tuple[State, ...]) -> Place:
    """The cell that names the file; for the base decree that of its first revision."""
    revision = state.revision or (known[1].revision if len(known) > 1 else None)
    origin = revision.origin if revision else state.decree.origin
    return origin.at("berkas" if state.revision else "keputusan")
