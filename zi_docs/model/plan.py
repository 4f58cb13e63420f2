"""The plan of a year: everything that the workbook says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from zi_docs.model.acceptance import Acceptance
from zi_docs.model.activity import Activity, Realisation
from zi_docs.model.decree import Decree, DecreeKind, Regulation, Revision, TeamSeat
from zi_docs.model.follow_up import RecordedFollowUp
from zi_docs.model.meeting import GivenNumber, Meeting, NumberPattern, RowPhotos
from zi_docs.model.office import Office, Official, Participant
from zi_docs.model.origin import same_id
from zi_docs.model.report_text import ReportText

Row = TypeVar("Row")


@dataclass(frozen=True)
class KeptState:
    """A decree as it, or a revision of it, decreed it on a day, and the plan as it was then.

    `id` and `number` are those of the decree that did so.
    """

    decree: Decree
    id: str
    number: str
    day: date
    plan: Plan


@dataclass(frozen=True)
class Plan:
    """Everything that the workbook says of a year.

    `visitors` are guests whom a meeting names in words: what it says of them is their ID and name.
    `row_photos` come from the folders of evidence. `kept` are the states that its decrees decreed,
    as far as they are kept: what was in force when is asked of `monev.plan_in_force`. `records` are
    the rows of the sheets that only supporting papers print, each of the type that its sheet
    declares.
    """

    office: Office
    officials: tuple[Official, ...] = ()
    regulations: tuple[Regulation, ...] = ()
    decrees: tuple[Decree, ...] = ()
    activities: tuple[Activity, ...] = ()
    seats: tuple[TeamSeat, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    participants: tuple[Participant, ...] = ()
    visitors: tuple[Participant, ...] = ()
    number_patterns: tuple[NumberPattern, ...] = ()
    numbers: tuple[GivenNumber, ...] = ()
    realisations: tuple[Realisation, ...] = ()
    revisions: tuple[Revision, ...] = ()
    report_texts: tuple[ReportText, ...] = ()
    areas: tuple[str, ...] = ()
    form_columns: tuple[str, ...] = ()
    meeting_words: tuple[str, ...] = ()
    not_meetings: tuple[str, ...] = ()
    local_days_off: tuple[str, ...] = ()
    kept: tuple[KeptState, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    follow_ups: tuple[RecordedFollowUp, ...] = ()
    row_photos: tuple[RowPhotos, ...] = ()
    records: tuple[Any, ...] = ()

    def rows(self, kind: type[Row]) -> tuple[Row, ...]:
        """The rows of the sheets whose rows are such records, in order."""
        return tuple(record for record in self.records if isinstance(record, kind))

    def official(self, key: str) -> Official | None:
        """The official of an ID; IDs differ in more than case."""
        return next((o for o in self.officials if same_id(o.id, key)), None)

    def guest(self, key: str) -> Guest | None:
        """The official, participant or visitor of an ID."""
        return next((guest for guest in self._guests() if same_id(guest.id, key)), None)

    def group(self, name: str) -> tuple[Guest, ...]:
        """Who belongs to a group (Kelompok), in the order of the sheets."""
        return tuple(guest for guest in self._guests() if same_id(guest.kelompok, name))

    def _guests(self) -> tuple[Guest, ...]:
        return (*self.officials, *self.participants, *self.visitors)

    def regulation(self, key: str) -> Regulation | None:
        """The regulation of an ID."""
        return next((r for r in self.regulations if same_id(r.id, key)), None)

    def team(self, decree: Decree) -> tuple[TeamSeat, ...]:
        """The seats of the team that a decree appoints, in order."""
        return tuple(seat for seat in self.seats if same_id(seat.keputusan, decree.id))

    def integrity_teams(self) -> tuple[Decree, ...]:
        """The decrees that appoint the team that builds the Zona Integritas."""
        named = self.office.agency.names_integrity_team
        return tuple(
            decree
            for decree in self.decrees
            if decree.jenis is DecreeKind.TEAM and named(decree.judul)
        )

    def decree(self, key: str) -> Decree | None:
        """The decree of an ID."""
        return next((d for d in self.decrees if same_id(d.id, key)), None)

    def revision(self, key: str) -> Revision | None:
        """The revision of an ID."""
        return next((r for r in self.revisions if same_id(r.id, key)), None)


Guest = Official | Participant
