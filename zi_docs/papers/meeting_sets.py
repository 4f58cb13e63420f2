"""The papers of a meeting as a set, and each of them on its own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from zi_docs.findings import Finding
from zi_docs.model import Meeting, Plan, Signing
from zi_docs.papers.daftar_hadir import attendance
from zi_docs.papers.document import Draft, Leaf, Papers, fixed
from zi_docs.papers.dokumentasi import Photo, documentation
from zi_docs.papers.laporan_rapat import report
from zi_docs.papers.notula import minutes
from zi_docs.papers.rapat import TITLES
from zi_docs.papers.undangan import invitation

_MAKERS: Mapping[str, Callable[[Plan, Meeting, Sequence[Photo]], Draft]] = {
    "undangan": lambda plan, meeting, _: fixed(invitation(plan, meeting)),
    "daftar-hadir": lambda plan, meeting, _: partial(attendance, plan, meeting),
    "notula": lambda plan, meeting, _: partial(minutes, plan, meeting),
    "dokumentasi": lambda plan, meeting, photos: fixed(documentation(plan, meeting, photos)),
    "laporan": lambda plan, meeting, _: fixed(report(plan, meeting)),
}


def papers(
    plan: Plan, meeting: Meeting, photos: Sequence[Photo] = (), found: Sequence[Finding] = ()
) -> Papers:
    """Every paper of a meeting, and the bundle of them; `found` is what is to be said of them."""
    # A letter that is finished in SRIKANDI has no PDF to bundle.
    uploaded = {"undangan"} if meeting.tanda_tangan is Signing.SRIKANDI else set()
    leaves = tuple(
        Leaf(f"rapat/{meeting.id}/{kind}", TITLES[kind]) for kind in _MAKERS if kind not in uploaded
    )
    drafts = tuple(make(plan, meeting, photos) for make in _MAKERS.values())
    return Papers(drafts, f"bundel/rapat-{meeting.id}", leaves, tuple(found))


def alone(kind: str) -> Callable[[Plan, Meeting], Papers]:
    """What makes only one kind of paper, without a bundle; `kind` is a key of TITLES."""
    return lambda plan, meeting: Papers((_MAKERS[kind](plan, meeting, ()),))
