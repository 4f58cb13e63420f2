"""What the pages show of a workbook, read once and kept for as long as no file changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path
from threading import Lock

from zi_docs.build.signed_papers import signed_products
from zi_docs.catalog import Catalog, catalog
from zi_docs.evidence.evidence_check import Evidence, examine_evidence
from zi_docs.evidence.evidence_folders import evidence_folders
from zi_docs.evidence.file_reader import FileReader
from zi_docs.evidence.paper_standings import RowStanding, row_standings, signed_by_row
from zi_docs.evidence.row_photos import with_row_photos
from zi_docs.findings import Finding
from zi_docs.forms.form_reader import FOLDER as FORMS_FOLDER
from zi_docs.forms.form_reader import with_answers
from zi_docs.lke.earned import realised_rows
from zi_docs.lke.former_answers import earlier_sheets, read_evaluations, unrecorded_notes
from zi_docs.lke.score import PlanScore, score
from zi_docs.model import Plan
from zi_docs.revision.states import Year
from zi_docs.settings import DEFAULTS
from zi_docs.status.checked_year import CheckedYear, read_checked
from zi_docs.status.gather import Status, status
from zi_docs.status.month_grid import GridRow, month_grid
from zi_docs.status.signing_stages import (
    StagedDecree,
    StagedPaper,
    staged_decrees,
    staged_papers,
)
from zi_docs.web.workplace import Stamp, Workplace
from zi_docs.workbook.reading.picture_files import with_photos


@dataclass(frozen=True)
class YearView:
    """A workbook that could be read, with the answers of the forms beside it, on a day.

    Everything else is worked out when a page asks for it, once.
    """

    place: Workplace
    day: date
    checked: CheckedYear
    year: Year
    findings: tuple[Finding, ...]
    reader: FileReader

    @property
    def plan(self) -> Plan:
        """The plan, with answers and photos."""
        return self.year.plan

    @property
    def folder(self) -> Path:
        """Where the papers of the year stand."""
        return self.place.output / str(self.plan.office.tahun)

    @cached_property
    def catalog(self) -> Catalog:
        """Everything that the year gives to make."""
        return catalog(replace(self.year, signed=signed_products(self.folder)))

    @cached_property
    def papers(self) -> Mapping[str, StagedPaper]:
        """How each paper stands, by its name, in the order of the catalog."""
        products = self.catalog.products()
        standings = staged_papers(products, self.plan, self.folder, self.place.templates)
        return {standing.product.name: standing for standing in standings}

    @cached_property
    def decrees(self) -> list[StagedDecree]:
        """How the decrees of the year stand."""
        return staged_decrees(self.catalog, self.papers, self.folder)

    @property
    def titles(self) -> Mapping[str, str]:
        """What the decrees and amendments are about, by their ID."""
        decrees = {decree.id: decree.judul for decree in self.plan.decrees}
        of_revised = {r.id: decrees.get(r.keputusan, "") for r in self.plan.revisions}
        return decrees | of_revised

    @cached_property
    def status(self) -> Status:
        """What is due, overdue, not evidenced, lacking, to be followed up."""
        products = [standing.product for standing in self.papers.values()]
        source = self.place.source
        sheets = earlier_sheets(source.parent, (source,))
        evaluations = read_evaluations(sheets, self.plan.office.tahun)
        notes = unrecorded_notes(evaluations, self.plan, self.day)
        return status(self.plan, products, self.day, notes)

    @cached_property
    def grid(self) -> tuple[GridRow, ...]:
        """The areas by months."""
        return month_grid(self.plan, self.day)

    @cached_property
    def score(self) -> PlanScore:
        """What the plan can score."""
        return score(self.plan.activities)

    @cached_property
    def earned(self) -> PlanScore | None:
        """What was earned so far; None before anything was reported."""
        return score(realised_rows(self.plan)) if self.plan.realisations else None

    @cached_property
    def evidence(self) -> list[Evidence]:
        """The evidence of each row of the plan."""
        root = self.folder / DEFAULTS.evidence
        folders = evidence_folders(self.plan, root)
        others = (root, self.place.source.parent / FORMS_FOLDER)
        signed = signed_by_row(self.evidence_papers)
        return examine_evidence(self.plan, folders, others, self.reader, signed)

    @cached_property
    def evidence_papers(self) -> list[RowStanding]:
        """What evidence each row asks for, and how its papers stand."""
        return row_standings(self.plan, self.catalog.products(), self.folder)


@dataclass(frozen=True)
class Unreadable:
    """A workbook that cannot be read at all, or that is not there, with the reasons."""

    findings: tuple[Finding, ...]


class YearReader:
    """Reads the workbook of a place; the same files are read once. Usable from many threads.

    `place` may be changed: a new office begins with a workbook of a year of its own. `today`
    tells on which day the year is looked at.
    """

    def __init__(self, place: Workplace, today: Callable[[], date] = date.today) -> None:
        self.place = place
        self._today = today
        self._lock = Lock()
        self._evidence = FileReader()
        self._read: (
            tuple[tuple[date, Workplace, tuple[Stamp, ...]], YearView | Unreadable] | None
        ) = None

    def view(self) -> YearView | Unreadable:
        """The year as it stands now. What is written meanwhile is read the next time."""
        with self._lock:
            place = self.place
            key = (self._today(), place, place.stamps())
            if self._read is None or self._read[0] != key:
                self._read = (key, read_view(place, key[0], self._evidence))
            return self._read[1]


def read_view(place: Workplace, day: date, reader: FileReader) -> YearView | Unreadable:
    """Read the workbook of a place, with forms and photos beside it.

    The `reader` of evidence, which is kept, reads a file again only when it changed.
    """
    checked = read_checked(place.source)
    if checked.year is None:
        return Unreadable(checked.findings)
    plan, merged = with_answers(checked.year.plan, place.source)
    plan, of_photos = with_photos(plan, place.source)
    folder = place.output / str(plan.office.tahun)
    plan = with_row_photos(plan, folder / DEFAULTS.evidence)
    findings = (*checked.with_entry_findings(), *merged.findings, *of_photos)
    year = replace(checked.year, plan=plan)
    findings = tuple(dict.fromkeys(findings))
    return YearView(place, day, checked, year, findings, reader)
