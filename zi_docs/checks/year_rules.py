"""Checks of the year: what is dated, numbered or titled in another year than the plan's (Tahun).

A workbook is the source of one year; last year's dates and numbers in it would come out as this
year's papers. Each kind of paper has its own days:

| paper | December before | the year | January to March after |
|---|---|---|---|
| decree on the plan, and its amendments | no | yes | no |
| team decree, its amendments, the pleno that decides it | yes | yes | no |
| meeting | no | yes | to evaluate or report the year's end |
| invitation | yes | yes | as its meeting |
| other letters, such as a surat tugas; the report of a survey | no | yes | yes |
| survey | no | yes | no |

A follow-up must not be due before the year, nor after the next one. Regulations and letters that
are cited have the year of their own and are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from zi_docs.findings import Finding, Place, error
from zi_docs.forms.form_rows import days_of_other_years
from zi_docs.model import Decree, DecreeKind, GivenNumber, Level, Meeting, Plan, same_id
from zi_docs.numbering.numbered_papers import DECREE, INVITATION
from zi_docs.numbering.patterns import number_year
from zi_docs.schedule.needs import reviews
from zi_docs.wording.citations import without_citations
from zi_docs.wording.dates import long_date
from zi_docs.workbook.sheets.letter_sheets import Letter
from zi_docs.workbook.sheets.survey_sheets import Survey

# “Tahun 2025-2029” names another plan, not the year of this one.
_YEAR = re.compile(r"\btahun\s+(\d{4})\b(?!\s*[-–/]\s*\d)", re.I)


@dataclass(frozen=True)
class Days:
    """The days, both included, on which a kind of paper of a year may be dated."""

    year: int
    first: date
    last: date

    @classmethod
    def of(cls, year: int, *, before: bool = False, after: bool = False) -> Days:
        """The year's own days; with December `before` it, with January to March `after` it."""
        first = date(year - 1, 12, 1) if before else date(year, 1, 1)
        return cls(year, first, date(year + 1, 3, 31) if after else date(year, 12, 31))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def years(self) -> range:
        """The years that a number given on these days may name."""
        return range(self.first.year, self.last.year + 1)


def check_year(plan: Plan) -> Iterator[Finding]:
    """Dates, numbers and titles of another year than Tahun, each with its cell."""
    for decree in plan.decrees:
        yield from _check_title(plan, decree)
        yield from _Dated(plan, f"Keputusan {decree.id}", _decree_days(plan, decree)).findings(
            decree.tanggal, decree.origin.at("tanggal"), decree.nomor, decree.origin.at("nomor")
        )
    for revision in plan.revisions:
        days = _decree_days(plan, plan.decree(revision.keputusan))
        yield from _Dated(plan, f"Perubahan {revision.id}", days).findings(
            revision.tanggal,
            revision.origin.at("tanggal"),
            revision.nomor,
            revision.origin.at("nomor"),
        )
    for meeting in plan.meetings:
        yield from _check_meeting(plan, meeting)
    for letter in plan.rows(Letter):
        yield from _Dated(plan, f"Surat {letter.id}", _letter_days(plan)).findings(
            letter.tanggal, letter.origin.at("tanggal"), letter.nomor, letter.origin.at("nomor")
        )
    for survey in plan.rows(Survey):
        yield from _check_survey(plan, survey)
    for given in plan.numbers:
        name = f"Nomor {given.nomor} {given.jenis}"
        yield from _Dated(plan, name, _given_days(plan, given)).findings(
            given.tanggal, given.origin.at("tanggal"), given.lengkap, given.origin.at("lengkap")
        )
    for entry in plan.realisations:
        yield from days_of_other_years(entry, plan.office.tahun)


@dataclass(frozen=True)
class _Dated:
    """A paper with the days on which it may be dated."""

    plan: Plan
    name: str
    days: Days

    def findings(
        self, day: date | None, day_place: Place, number: str, number_place: Place,
        basis: date | None = None,
    ) -> Iterator[Finding]:  # fmt: skip
        """Its date outside these days; its number, when it names another year or was given on
        such a date. `basis` is the date that tells when the number was given where `day` does not.
        """
        year = self.days.year
        if day is not None and day not in self.days:
            yield error(
                "TAHUN-TANGGAL",
                f"{self.name} bertanggal {long_date(day)}, bukan tanggal untuk tahun {year} "
                f"({long_date(self.days.first)} sampai dengan {long_date(self.days.last)}). "
                "Perbaiki tanggalnya, atau kosongkan bila belum ada.",
                day_place,
            )
        origin = self._origin(number, day or basis) if number else None
        if origin is not None:
            yield error(
                "TAHUN-NOMOR",
                f"{self.name}: nomor “{number}” berasal dari tahun {origin}, bukan {year}. "
                "Kosongkan, lalu isilah dengan nomor tahun ini.",
                number_place,
            )

    def _origin(self, number: str, given: date | None) -> int | None:
        """The other year that a number comes from; None when it may be of this one."""
        named = number_year(number, self.plan.office.kode_satker)
        if given is not None and given not in self.days and named in (None, given.year):
            return given.year
        return named if named is not None and named not in self.days.years else None


def _decree_days(plan: Plan, decree: Decree | None) -> Days:
    team = decree is not None and decree.jenis is DecreeKind.TEAM
    return Days.of(plan.office.tahun, before=team)


def _meeting_days(plan: Plan, meeting: Meeting) -> Days:
    decided = plan.decree(meeting.keputusan)
    team = meeting.plenary and decided is not None and decided.jenis is DecreeKind.TEAM
    return Days.of(plan.office.tahun, before=team, after=reviews(meeting.acara))


def _letter_days(plan: Plan) -> Days:
    return Days.of(plan.office.tahun, after=True)


def _invitation_days(plan: Plan, meeting: Meeting) -> Days:
    return Days.of(plan.office.tahun, before=True, after=reviews(meeting.acara))


def _check_meeting(plan: Plan, meeting: Meeting) -> Iterator[Finding]:
    at = meeting.origin.at
    name = f"Rapat {meeting.id}"
    yield from _Dated(plan, name, _meeting_days(plan, meeting)).findings(
        meeting.tanggal, at("tanggal"), meeting.nomor_ba, at("nomor_ba")
    )
    # A letter without a date was sent for its meeting.
    letter = _Dated(plan, f"Undangan rapat {meeting.id}", _invitation_days(plan, meeting))
    yield from letter.findings(
        meeting.tanggal_surat, at("tanggal_surat"), meeting.nomor, at("nomor"), meeting.tanggal
    )


def _check_survey(plan: Plan, survey: Survey) -> Iterator[Finding]:
    """It is held in the year; what is said of it may be dated after it, as other letters are."""
    own = Days.of(plan.office.tahun)
    name = f"Survei {survey.id}"
    for key, days in (("mulai", own), ("selesai", own), ("tanggal", _letter_days(plan))):
        place = survey.origin.at(key)
        yield from _Dated(plan, name, days).findings(getattr(survey, key), place, "", place)


def _given_days(plan: Plan, given: GivenNumber) -> Days:
    """The days of the paper that a number was given to; by its kind where that is not known."""
    decree = plan.decree(given.dokumen)
    if decree is not None:
        return _decree_days(plan, decree)
    meeting = next((m for m in plan.meetings if same_id(m.id, given.dokumen)), None)
    if meeting is not None:
        return _invitation_days(plan, meeting)
    decreed = given.jenis.casefold().startswith(DECREE.casefold())
    invited = same_id(given.jenis, INVITATION)
    return Days.of(plan.office.tahun, before=decreed or invited, after=not decreed)


def _check_title(plan: Plan, decree: Decree) -> Iterator[Finding]:
    """The title of the decree on the plan, and that of its table, name no other year."""
    if decree.jenis is not DecreeKind.PLAN:
        return
    titles = [(decree.judul, decree.origin.at("judul"))]
    titles += [
        (passage.isi.plain, passage.origin.at("isi"))
        for passage in decree.narrative
        if passage.tingkat is Level.TABLE_TITLE
    ]
    for text, place in titles:
        for year in _YEAR.findall(without_citations(text)):
            if int(year) != plan.office.tahun:
                yield error(
                    "TAHUN-JUDUL",
                    f"Judul ini menyebut tahun {year}, bukan {plan.office.tahun}. Perbaiki "
                    "tahunnya, atau tuliskan penanda {tahun}.",
                    place,
                )


CHECKS = (check_year,)
