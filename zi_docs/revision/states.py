"""The states of a decree: which was in force when, and the plan as each decreed it.

The rule: a snapshot is a copy of the workbook as a decree decreed it - the base decree, or one
of its revisions. The plan in force on a day is the newest snapshot decreed on or before it;
before the first revision that of the base decree, before the base decree none. The workbook
itself is the newest state: what its snapshots do not hold is not decreed yet. A snapshot is never
written over.

Workbooks of several years may stand in one folder. Their snapshots stand in `revisi/`; where that
already holds another year's of the same ID, in `revisi/<year>/`. A snapshot of another year is
never a state of this one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from zi_docs.findings import Finding, Place, Severity, error, warning
from zi_docs.model import Decree, KeptState, Plan, Revision, same_id
from zi_docs.settings import neighbour_years
from zi_docs.wording.dates import long_date
from zi_docs.workbook.reading.load import read_plan
from zi_docs.workbook.reading.year_of_file import workbook_year
from zi_docs.workbook.sheets.meeting_sheets import RAPAT
from zi_docs.workbook.sheets.plan_sheets import REALISASI

FOLDER = "revisi"
# Sheets of what was done: they may name rows that the plan has no more.
_HISTORY = (RAPAT.title, REALISASI.title)
# What copy and metadata ask for, and an office may add when the decree is signed already.
_GIVEN_LATER = ("penyalin", "subjek", "bidang_hukum", "lokasi")


@dataclass(frozen=True)
class State:
    """A state of a decree: by its base (`revision` None), or by a revision of it.

    `number` counts the revisions from 1; the base is 0. `year` is that of the plan.
    """

    decree: Decree
    revision: Revision | None = None
    number: int = 0
    year: int = 0

    @property
    def id(self) -> str:
        """The ID of the decree or revision that decreed it."""
        return self.revision.id if self.revision else self.decree.id

    @property
    def day(self) -> date | None:
        """The day on which it was decreed; None for a draft."""
        return self.revision.tanggal if self.revision else self.decree.tanggal

    @property
    def named(self) -> bool:
        """Whether the workbook itself names its snapshot."""
        return self.revision is not None and bool(self.revision.berkas)

    @property
    def snapshot(self) -> str:
        """The path of its snapshot, beside the workbook, where no other year's stands there."""
        return (self.revision.berkas if self.revision else "") or f"{FOLDER}/{self.id}.xlsx"


def revisions_of(plan: Plan, decree: Decree) -> tuple[Revision, ...]:
    """The revisions of a decree in the order of their dates; drafts come last."""
    own = [revision for revision in plan.revisions if same_id(revision.keputusan, decree.id)]
    return tuple(sorted(own, key=lambda revision: revision.tanggal or date.max))


def states(plan: Plan, decree: Decree) -> tuple[State, ...]:
    """All states of a decree, the base first."""
    year = plan.office.tahun
    later = enumerate(revisions_of(plan, decree), start=1)
    amended = (State(decree, revision, number, year) for number, revision in later)
    return (State(decree, year=year), *amended)


def state_of(plan: Plan, key: str) -> State | None:
    """The state that the decree or revision of an ID decreed, or is to decree."""
    candidates = (state for decree in plan.decrees for state in states(plan, decree))
    return next((state for state in candidates if same_id(state.id, key)), None)


def in_force(plan: Plan, decree: Decree, day: date) -> State | None:
    """The state in force on a day; None before the base decree, and for one without a date."""
    decreed = [
        state for state in states(plan, decree) if state.day is not None and state.day <= day
    ]
    return decreed[-1] if decreed and decree.tanggal and decree.tanggal <= day else None


def not_in_force(decree: Decree, day: date) -> Finding:
    """What is to be said of a day before a decree was made."""
    message = f"Keputusan {decree.id} belum berlaku pada {long_date(day)}; pilih tanggal lain."
    return error("REV-BELUM", message, decree.origin.at("tanggal"))


@dataclass(frozen=True)
class Year:
    """The plan of a year, and the plans that its decrees decreed.

    `decreed` holds those of the snapshots, by the ID of the decree or revision in small letters;
    `unreadable` what is wrong with the others. What no snapshot holds is the workbook's. `former`
    is the plan of an earlier year, where this one is to be compared with it; `signed` are the names
    of the products that came back signed.
    """

    plan: Plan
    decreed: Mapping[str, Plan] = field(default_factory=dict)
    unreadable: Mapping[str, tuple[Finding, ...]] = field(default_factory=dict)
    former: Plan | None = None
    signed: frozenset[str] = frozenset()

    def plan_of(self, state: State) -> Plan | None:
        """The plan of a state: that of its snapshot; else the workbook's, of the newest or a draft.

        Numbers and dates, which are given after a snapshot is taken, and the revisions are always
        the workbook's. None when nobody can tell it any more.
        """
        key = state.id.casefold()
        if key in self.decreed:
            decreed = self.decreed[key]
            decrees = tuple(_dated(decree, self.plan) for decree in decreed.decrees)
            return replace(decreed, decrees=decrees, revisions=self.plan.revisions)
        newest = states(self.plan, state.decree)[-1]
        current = state.id == newest.id or state.day is None
        return self.plan if key not in self.unreadable and current else None

    def unjudged(self, day: date = date.max) -> tuple[Finding, ...]:
        """Why what was in force until a day is not known: kept states that cannot be read."""
        return tuple(
            finding
            for decree in self.plan.decrees
            for state in states(self.plan, decree)
            if state.day is not None and (state.day <= day or not state.number)
            for finding in self.unreadable.get(state.id.casefold(), ())
        )

    def before(self, state: State) -> State | None:
        """The state that a revision changes: the newest before it that is decreed or saved.

        A draft that was not saved cannot be told from what the workbook says beyond it.
        """
        earlier = states(self.plan, state.decree)[: state.number]
        known = [s for s in earlier if not self._unsaved_draft(s)]
        return (known or earlier or (None,))[-1]

    def entangled(self, state: State) -> tuple[State, ...]:
        """The other unsaved drafts when this is one: nobody can tell their changes from its own."""
        drafts = [s for s in states(self.plan, state.decree)[1:] if self._unsaved_draft(s)]
        return tuple(s for s in drafts if s != state) if state in drafts else ()

    def _unsaved_draft(self, state: State) -> bool:
        saved = state.id.casefold() in (*self.decreed, *self.unreadable)
        return state.day is None and not saved

    def unknown(self, state: State) -> tuple[Finding, ...]:
        """Why there is no plan of a state; nothing when there is one."""
        if self.plan_of(state) is not None:
            return ()
        key = state.id.casefold()
        return self.unreadable.get(key) or (_lost(state, states(self.plan, state.decree)),)


def read_year(plan: Plan, source: Path) -> Year:
    """The year of a plan whose workbook is `source`, with the snapshots that stand beside it.

    The plan holds its dated states as `kept`, so that each period is judged by its own.
    """
    decreed: dict[str, Plan] = {}
    unreadable: dict[str, tuple[Finding, ...]] = {}
    for key, (snapshot, findings) in _snapshots(plan, source).items():
        errors = tuple(f for f in findings if f.severity is Severity.ERROR)
        if snapshot is None or errors:
            unreadable[key] = errors
        else:
            decreed[key] = snapshot
    return with_kept_states(Year(plan, decreed, unreadable))


def with_kept_states(year: Year) -> Year:
    """The year, its plan with the dated states of its decrees whose plans are known.

    Without any saved one the workbook is in force all year.
    """
    return replace(year, plan=replace(year.plan, kept=tuple(_kept(year))))


def read_plan_and_year(source: Path) -> tuple[Year | None, list[Finding]]:
    """The year of the workbook `source`, and all that is wrong with the workbook.

    Its realisations and meetings may name rows that only a former state of the plan has.
    """
    plan, findings = read_plan(source)
    if plan is None:
        return None, findings
    year = read_year(plan, source)
    if year.decreed and names_no_row(findings):
        again, findings = read_plan(source, former_rows=row_ids(*year.decreed.values()))
        year = replace(year, plan=replace(again or plan, kept=year.plan.kept))
    return year, findings


def row_ids(*plans: Plan) -> frozenset[str]:
    """The IDs of the rows of plans."""
    return frozenset(row.id for plan in plans for row in plan.activities)


_Read = tuple[Plan | None, list[Finding]]


def _snapshots(plan: Plan, source: Path) -> dict[str, _Read]:
    """The snapshots beside a workbook, by the ID of their state in small letters, as they read.

    What was done may name rows that went before a snapshot was taken: those of all are known.
    """
    paths = {
        state.id.casefold(): path
        for decree in plan.decrees
        for state in states(plan, decree)
        if is_there(path := path_of(state, source)) and not of_another_year(state, path)
    }
    read: dict[str, _Read] = {}
    known = row_ids(plan)
    for key, path in paths.items():
        read[key] = read_plan(path, beside=source.parent, former_rows=known)
        known |= row_ids(*(snapshot for snapshot, _ in (read[key],) if snapshot is not None))
    for key, (snapshot, findings) in read.items():
        if snapshot is not None and names_no_row(findings):
            read[key] = read_plan(paths[key], beside=source.parent, former_rows=known)
    return read


def names_no_row(findings: Iterable[Finding]) -> bool:
    """Whether a realisation or meeting names what is not there."""
    return any(
        finding.code == "WB-ACUAN" and finding.place.sheet in _HISTORY for finding in findings
    )


def _kept(year: Year) -> Iterator[KeptState]:
    for decree in year.plan.decrees:
        all_states = states(year.plan, decree)
        if decree.tanggal is None or not any(s.id.casefold() in year.decreed for s in all_states):
            continue
        for state in all_states:
            plan = year.plan_of(state)
            if state.day is not None and plan is not None:
                number = state.revision.nomor if state.revision else decree.nomor
                yield KeptState(decree, state.id, number, state.day, plan)


def _lost(state: State, all_states: tuple[State, ...]) -> Finding:
    message = (
        f"Berkas keadaan {state.snapshot} tidak ada, sehingga keadaan {state.id} tidak diketahui."
    )
    return error("REV-TIADA", f"{message} {_how(state)}", _place(state, all_states))


def path_of(state: State, source: Path) -> Path:
    """Where the snapshot of a state stands, or is to stand, for the workbook `source`."""
    path = source.parent / state.snapshot
    if state.named:
        return path
    own = source.parent / FOLDER / str(state.year) / path.name
    taken = is_there(own) or (is_there(path) and of_another_year(state, path))
    return own if taken else path


def is_there(path: Path) -> bool:
    """Tell whether a snapshot stands there; of what cannot be reached, reading it says why."""
    try:
        return path.is_file()
    except OSError:
        return True


def of_another_year(state: State, path: Path) -> bool:
    """Tell whether a file is the snapshot of another year; one that cannot be read is not."""
    year = workbook_year(path)
    return year is not None and year != state.year


def strays(plan: Plan, source: Path) -> Iterator[Finding]:
    """The snapshots of another year where those of this one are looked for.

    What belongs to another workbook of the same folder is left aside.
    """
    years = neighbour_years(source) - {plan.office.tahun}
    for decree in plan.decrees:
        all_states = states(plan, decree)
        for state in all_states:
            path = source.parent / state.snapshot
            year = workbook_year(path) if is_there(path) else None
            if year is not None and year != state.year and (state.named or year not in years):
                yield stray(path, year, state.year, _place(state, all_states))


def stray(path: Path, year: int, own: int, place: Place) -> Finding:
    """What is to be said of a workbook of a `year` that cannot be a state of one's `own`."""
    return error(
        "REV-TAHUN",
        f"Keadaan {path} berasal dari tahun {year}, bukan {own}. Pindahkan berkas itu ke folder "
        f"buku kerja tahun {year}, atau betulkan Tahun di lembar Instansi.",
        place,
    )


def missing(plan: Plan, source: Path) -> Iterator[Finding]:
    """The states of revised decrees that nobody can show any more, or could not tomorrow."""
    for decree in plan.decrees:
        all_states = states(plan, decree)
        for state in all_states if len(all_states) > 1 else ():
            path = path_of(state, source)
            if state.day is not None and not is_there(path):
                yield warning(
                    "REV-BERKAS",
                    f"Keadaan sebagaimana ditetapkan oleh {state.id} belum tersimpan: {path} tidak "
                    f"ada. {_how(state)}",
                    _place(state, all_states),
                )


def _dated(decree: Decree, plan: Plan) -> Decree:
    """A decree of a snapshot with what is given after it was taken: the workbook says it."""
    now = plan.decree(decree.id)
    if now is None:
        return decree
    later = {key: getattr(now, key) for key in _GIVEN_LATER if not getattr(decree, key)}
    return replace(decree, nomor=now.nomor, tanggal=now.tanggal, origin=now.origin, **later)


def _how(state: State) -> str:
    return (
        "Simpanlah buku kerja yang berisi keadaan itu: `python generate.py revisi LAMA.xlsx "
        f"--simpan {state.id}`."
    )


def _place(state: State, all_states: tuple[State, ...]) -> Place:
    """The cell that names the file; for the base decree that of its first revision."""
    revision = state.revision or (all_states[1].revision if len(all_states) > 1 else None)
    origin = revision.origin if revision else state.decree.origin
    return origin.at("berkas" if state.revision else "keputusan")
