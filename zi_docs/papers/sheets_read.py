"""Which sheets papers are made from, and so which papers an error in a cell stops.

A row that cannot be read is left out of the plan. A paper that needs it would be made without it,
and nobody would see what is missing; so it is not made at all. What does not need it is made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from zi_docs.findings import EVERYONE, Finding, Place, Severity, row_of_place
from zi_docs.model import DecreeKind, Origin, Plan, same_id
from zi_docs.papers import laporan_rapat
from zi_docs.product import Family, Scope, Subject
from zi_docs.workbook.sheets import SHEETS

_Sheets = Mapping[str, Scope]
_EVERY_PAPER: _Sheets = dict.fromkeys(("instansi", "tata_letak", "pejabat", "referensi"), Scope.ALL)
# A pleno is cited by the decree that it decided (Memperhatikan).
_DECREE: _Sheets = {
    **_EVERY_PAPER,
    "peraturan": Scope.ALL,
    **dict.fromkeys(("keputusan", "konsiderans", "narasi", "tim", "revisi", "rapat"), Scope.OWN),
    "nomor": Scope.OWN,
}
_PLAN_DECREE: _Sheets = {**_DECREE, "rencana_aksi": Scope.ALL}
# What the Lampiran of a kind is made from.
_BY_DECREE: Mapping[DecreeKind, _Sheets] = {
    DecreeKind.PLAN: _PLAN_DECREE,
    DecreeKind.TEAM: _DECREE,
    DecreeKind.SERVICE: {**_DECREE, "layanan": Scope.ALL},
}
_MEETING: _Sheets = {
    **_EVERY_PAPER,
    "peserta": Scope.ALL,
    "rapat": Scope.OWN,
    "nomor": Scope.OWN,
}
# Days of decrees tell which plan was in force; seats of teams, who leads an area.
_MONITORING: _Sheets = {
    **_EVERY_PAPER,
    **dict.fromkeys(
        ("rencana_aksi", "realisasi", "tindak_lanjut", "keputusan", "tim", "revisi"), Scope.ALL
    ),
}
# It cites the decrees on the plan with what they are based on.
_REPORT: _Sheets = {**_MONITORING, **dict.fromkeys(("peraturan", "konsiderans"), Scope.ALL)}
_SCORE: _Sheets = {**_EVERY_PAPER, **dict.fromkeys(("rencana_aksi", "realisasi"), Scope.ALL)}
_BY_FAMILY: Mapping[Family, _Sheets] = {
    Family.DECREE: _PLAN_DECREE,
    Family.AMENDMENT: _PLAN_DECREE,
    Family.JDIH: _PLAN_DECREE,
    Family.TEAM_DECREE: _DECREE,
    Family.MEETING: _MEETING,
    Family.FORM: _MONITORING,
    Family.RECAP: _MONITORING,
    Family.REPORT: _REPORT,
    Family.LKE: _SCORE,
}
_KEYS = {sheet.title.casefold(): sheet.key for sheet in SHEETS}


def sheets_of(about: Subject, plan: Plan, kind: str = "") -> _Sheets:
    """The sheets that the products of a subject are made from, by key; of a `kind`, all of its own.

    Without a kind: what all of them are made from.
    """
    if about.family in (Family.TEAM_DECREE, Family.AMENDMENT, Family.JDIH):
        decree = plan.decree(_decree_id(about.id, plan))
        return _BY_DECREE[decree.jenis if decree is not None else DecreeKind.PLAN]
    sheets = {**_BY_FAMILY.get(about.family, _EVERY_PAPER), **about.family.reads}
    if about.family is Family.MEETING and kind == laporan_rapat.KIND:
        # It cites the decrees on the plan, and its own steps as they were in force on its day.
        decrees = dict.fromkeys(("keputusan", "revisi"), Scope.ALL)
        return {**sheets, **decrees, "rencana_aksi": Scope.OWN}
    return {**sheets, **about.family.reads_of_kind.get(kind, {})}


@dataclass(frozen=True)
class Concern:
    """What findings on the workbook of a plan have to do with products."""

    plan: Plan
    owners: Mapping[tuple[str, int], frozenset[str]]

    @classmethod
    def of(cls, plan: Plan) -> Concern:
        """Ready for findings on a plan, also those of checks, which know no owners."""
        return cls(plan, {(o.sheet, o.row): ids for o, ids in _owned_rows(plan)})

    def touches(
        self, finding: Finding, about: Subject, kind: str = "", *, any_row: bool = False
    ) -> bool:
        """Whether products of a subject, or its product of a `kind`, are made from a cell.

        `any_row`: whether it is made from such a row of any decree or meeting. A finding on the
        whole workbook, or on a sheet that nobody declared, concerns everything.
        """
        key = _KEYS.get((finding.place.sheet or "").strip().casefold())
        if key is None:
            return True
        scope = sheets_of(about, self.plan, kind).get(key)
        if scope is None or scope is Scope.ALL or any_row:
            return scope is not None
        ids = {_folded(about.id), _folded(_decree_id(about.id, self.plan))}
        return bool({EVERYONE, *ids} & self.owners_of(finding))

    def reads(self, place: Place, about: Subject, kind: str = "") -> bool:
        """Whether the product of a kind is made from a cell of the workbook."""
        return self.touches(Finding("", Severity.NOTE, "", place), about, kind)

    def owners_of(self, finding: Finding) -> frozenset[str]:
        """The decrees and meetings whose row a finding stands on, in small letters."""
        place = finding.place
        # A number given twice is wrong on one of two papers; which, only people know.
        if finding.code == "NO-GANDA" and _KEYS.get((place.sheet or "").casefold()) == "nomor":
            return frozenset({EVERYONE})
        if finding.owners is not None:
            return finding.owners
        row = (place.sheet or "", row_of_place(place) or 0)
        return self.owners.get(row, frozenset({EVERYONE}))


def _decree_id(key: str, plan: Plan) -> str:
    """The ID of the decree that a decree or a revision of an ID is about."""
    revision = plan.revision(key)
    return revision.keputusan if revision else key


def _owned_rows(plan: Plan) -> Iterator[tuple[Origin, frozenset[str]]]:
    for decree in plan.decrees:
        rows = [*(r.origin for r in decree.considerations), *(r.origin for r in decree.narrative)]
        yield from ((origin, _ids(decree.id)) for origin in (decree.origin, *rows))
    for seat in plan.seats:
        yield seat.origin, _ids(seat.keputusan)
    for revision in plan.revisions:
        yield revision.origin, _ids(revision.keputusan)
    for meeting in plan.meetings:
        yield meeting.origin, _ids(meeting.id, *([meeting.keputusan] if meeting.plenary else []))
    for row in plan.activities:
        meetings = (m.id for m in plan.meetings if any(same_id(key, row.id) for key in m.baris))
        yield row.origin, _ids(row.id, *meetings)
    for sheet in SHEETS:
        if sheet.record is not None and sheet.owner:
            for record in plan.rows(sheet.record):
                yield record.origin, _ids(getattr(record, sheet.owner))
    for number in plan.numbers:
        yield number.origin, _ids(number.dokumen)


def _ids(*keys: str) -> frozenset[str]:
    return frozenset(map(_folded, keys))


def _folded(key: str) -> str:
    return key.strip().casefold()
