"""What every verb shares: reading the plan, making papers, reporting."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from zi_docs.cli.outcome import Failure, as_called, gravest, result_text, tell
from zi_docs.cli.stopped_papers import parted, parted_by_path, parted_topics, stopped_findings
from zi_docs.errors import ExitCode, MissingProgramError
from zi_docs.findings import Finding, Place, error, has_errors
from zi_docs.progress import Progress, SilentProgress
from zi_docs.settings import DEFAULTS
from zi_docs.wording.nearest_names import did_you_mean

# What reads and makes is loaded where it is used: a run that finds nothing changed needs none.
if TYPE_CHECKING:
    from zi_docs.build.making import Built
    from zi_docs.build.manifest import Standing
    from zi_docs.catalog import Catalog
    from zi_docs.checks.accepted import Acceptances
    from zi_docs.model import Acceptance, Plan
    from zi_docs.pdf.jobs import PdfProgram
    from zi_docs.product import Product, Topic
    from zi_docs.revision.states import Year

# What a verb that makes papers says of the workbook; `periksa` says all.
_MOST_LINES = 9


@dataclass
class Run:
    """One call of the program: its options, and the findings it gathers."""

    source: Path
    output: Path
    as_json: bool
    strict: bool
    templates: Path = DEFAULTS.templates
    progress: Progress = field(default_factory=SilentProgress)
    findings: list[Finding] = field(default_factory=list)
    explain: bool = False
    force: bool = False
    quiet: bool = False
    verbose: bool = False
    converter: PdfProgram | None = None
    states: Year | None = None
    every_finding: bool = False
    shown: int = 0
    checked: int = 0
    data: dict[str, Any] = field(default_factory=dict)
    acceptances: Acceptances | None = None
    accepted: dict[Finding, Acceptance] = field(default_factory=dict)

    def report(self, findings: Iterable[Finding]) -> None:
        """Keep findings, each once; `tell` prints them in the end, when all are known.

        What the office accepts is kept apart.
        """
        known = set(self.findings)
        for finding in dict.fromkeys(findings):
            entry = self.acceptances.entry_for(finding) if self.acceptances else None
            if entry is not None:
                self.accepted[finding] = entry
            elif finding not in known:
                self.findings.append(finding)

    def tell(self) -> None:
        """Print the findings kept so far on stderr, once; as JSON they are part of the result."""
        self.progress.stop()
        if self.as_json or self.shown == len(self.findings):
            return
        from zi_docs.cli import finding_lines

        self.shown = len(self.findings)
        if self.quiet:
            fatal = [each for each in self.findings if has_errors([each], strict=self.strict)]
            texts = finding_lines.lines(fatal)
        elif self.verbose:
            texts = finding_lines.singly(self.findings)
        elif self.every_finding:
            texts = finding_lines.by_sheet(self.findings)
        else:
            texts = finding_lines.fewer(self.findings, self.checked, _MOST_LINES)
        if len(self.findings) > 1 and not self.quiet:
            texts.append(finding_lines.total(self.findings))
        if texts:
            click.echo(as_called("\n".join(texts)), err=True)

    def say(self, text: str) -> None:
        """Tell on stderr what is no finding and no result; nothing when only errors are wanted."""
        if not (self.as_json or self.quiet):
            click.echo(as_called(text), err=True)

    def read(self) -> Plan | None:
        """Read and check the plan, reporting all that is wrong with it."""
        from zi_docs.checks.accepted import Acceptances
        from zi_docs.status.checked_year import read_checked

        checked = read_checked(self.source)
        self.states = checked.year
        if self.states is not None:
            self.acceptances = Acceptances(self.states.plan)
        self.report((*checked.findings, *checked.accepted))
        self.checked = len(self.findings)
        return self.states.plan if self.states else None

    def sound_plan(self) -> Plan:
        """The plan, when nothing in it is wrong; else leave with TEMUAN."""
        plan = self.read()
        if plan is None or self.faulty:
            self.finish(code=ExitCode.TEMUAN)
        return plan

    def plan_for_papers(self) -> Plan:
        """The plan, as far as it can be read; while it is read LibreOffice starts.

        Its errors stop the papers that need their cells, and only these: see `make_topics`.
        """
        self.progress.start("Membaca buku kerja")
        # Without it there is still the DOCX; that is told when papers are made.
        with suppress(MissingProgramError):
            self.office().warm()
        plan = self.read()
        if plan is None:
            self.finish(code=ExitCode.TEMUAN)
        return plan

    def office(self) -> PdfProgram:
        """What makes PDFs here, which ends with the command. Raises MissingProgramError.

        Word does where there is no LibreOffice.
        """
        from zi_docs.pdf.libreoffice import Converter
        from zi_docs.pdf.office_places import find_office

        if self.converter is None:
            try:
                self.converter = Converter(find_office())
            except MissingProgramError:
                from zi_docs.pdf.word_office import word_at_hand

                self.converter = word_at_hand()
                if self.converter is None:
                    raise
            click.get_current_context().call_on_close(self.converter.close)
        return self.converter

    def answered(self, plan: Plan) -> Plan:
        """The plan with the answers of the filled forms beside the workbook.

        What is wrong with a form is reported and forbids nothing: the others are still read.
        """
        from zi_docs.forms.form_reader import with_answers

        answered, merged = with_answers(plan, self.source)
        self.report(merged.findings)
        return answered

    def illustrated(self, plan: Plan) -> Plan:
        """The plan with the photos of its meetings, which stand beside the workbook, and those in
        the folders of evidence."""
        from zi_docs.evidence.row_photos import with_row_photos
        from zi_docs.workbook.reading.picture_files import with_photos

        illustrated, findings = with_photos(plan, self.source)
        self.report(findings)
        return with_row_photos(illustrated, self.folder(plan) / DEFAULTS.evidence)

    @property
    def faulty(self) -> bool:
        """Whether a finding so far is fatal."""
        return has_errors(self.findings, strict=self.strict)

    @property
    def verdict(self) -> ExitCode:
        """What the findings so far make of the run: those of the workbook, then all others."""
        if has_errors(self.findings[: self.checked], strict=self.strict):
            return ExitCode.TEMUAN
        return ExitCode.SEBAGIAN if self.faulty else ExitCode.BERES

    def catalog(self, plan: Plan) -> Catalog:
        """The catalog of the plan's year, with the states that stand beside the workbook."""
        from zi_docs.catalog import catalog

        return catalog(self.year(plan))

    def year(self, plan: Plan) -> Year:
        """The plan with the states that its decrees decreed, and what came back signed."""
        from zi_docs.build.signed_papers import signed_products
        from zi_docs.revision.states import read_year

        known = self.states is not None and plan.kept == self.states.plan.kept
        year = self.states if known and self.states else read_year(plan, self.source)
        return replace(year, plan=plan, signed=signed_products(self.folder(plan)))

    def former_rows(self) -> frozenset[str]:
        """The IDs of the rows that the plan of the source has or once had."""
        from zi_docs.revision import states

        if self.states is None and self.source.is_file():
            self.states, _ = states.read_plan_and_year(self.source)
        year = self.states
        return states.row_ids(year.plan, *year.decreed.values()) if year else frozenset()

    def folder(self, plan: Plan) -> Path:
        """Where the papers of the plan's year stand."""
        return self.output / str(plan.office.tahun)

    def make_topics(
        self,
        plan: Plan,
        topics: Sequence[Topic],
        where: Callable[[Product], bool] = lambda product: True,
        *,
        wanted: str | None = None,
    ) -> NoReturn:
        """Make the products of topics for which `where` is true, with those that they need.

        `wanted` is the ID that was asked for, None where all were. Only what concerns these
        products is told of the workbook. Leaves with TEMUAN when nothing of them can be made.
        """
        products = self.unstopped(plan, topics, where)
        self.keep_what_concerns(plan, topics, products, wanted)
        if not products and self.faulty:
            self.finish(code=ExitCode.TEMUAN)
        self.make(plan, products, whole=not self.faulty)

    def unstopped(
        self, plan: Plan, topics: Sequence[Topic], where: Callable[[Product], bool]
    ) -> list[Product]:
        """The products of topics that no error of the workbook stops, nor the length of a path.

        The others are named with the cells that stop them.
        """
        from zi_docs.catalog import products_of
        from zi_docs.papers.sheets_read import Concern

        concern = Concern.of(plan)
        errors = [f for f in self.findings[: self.checked] if has_errors([f], strict=self.strict)]
        sound_topics, stopped = parted_topics(topics, errors, concern)
        for topic in sound_topics:
            self.report(topic.problems)
        products, stopped_products = parted(products_of(sound_topics, where), errors, concern)
        stopped += stopped_products
        products, too_deep = parted_by_path(products, self.folder(plan))
        self.report([*stopped_findings(stopped), *too_deep])
        if stopped:
            self.data["stopped"] = [
                {"name": paper.name, "cells": [str(finding.place) for finding in paper.errors]}
                for paper in stopped
            ]
        return products

    def keep_what_concerns(
        self, plan: Plan, topics: Sequence[Topic], products: Sequence[Product], wanted: str | None
    ) -> None:
        """Drop what was found in cells from which nothing is made that was asked for.

        Where all was asked for, a row that could not be read is missing among them.
        """
        from zi_docs.papers.sheets_read import Concern

        concern, any_row = Concern.of(plan), wanted is None
        kinds = [(topic.about, "") for topic in topics]
        kinds += [(product.about, product.kind) for product in products]
        kinds = list(dict.fromkeys(kinds))
        stopping = {cell for paper in self.data.get("stopped", ()) for cell in paper["cells"]}
        read = [
            finding
            for finding in self.findings[: self.checked]
            if str(finding.place) in stopping
            or any(concern.touches(finding, about, kind, any_row=any_row) for about, kind in kinds)
        ]
        self.findings[: self.checked] = read
        self.checked = len(read)

    def make(
        self,
        plan: Plan,
        products: Sequence[Product],
        *,
        whole: bool = True,
        standing: Standing | None = None,
    ) -> NoReturn:
        """Make and publish what is stale of products, and leave with what came of it.

        `standing` is what the manifest shall hold of a run for the whole year. Not `whole`:
        something that was asked for had to be left out. An error among the products' own findings
        says the same.
        """
        from zi_docs.papers.bundel import bundle_notes

        findings = [finding for product in products for finding in product.inputs().findings]
        built, missing = self._built(plan, products, (*self.findings, *findings), standing)
        self._explain(built)
        self.report((*built.findings, *findings))
        self.report(bundle_notes(products, Place(str(self.source))))
        whole = whole and not has_errors((*built.findings, *findings), strict=self.strict)
        if missing is not None:
            click.echo(as_called(str(missing)), err=True)
            if self.as_json:
                self.findings.append(Failure.of(missing).finding)
        self.finish(built.files, gravest(built.failures, missing, whole=whole))

    def _built(
        self,
        plan: Plan,
        products: Sequence[Product],
        findings: Iterable[Finding],
        standing: Standing | None,
    ) -> tuple[Built, MissingProgramError | None]:
        """What was built, and the error of a machine on which only DOCX could be."""
        from zi_docs.build.making import Wishes, Workshop, build
        from zi_docs.pdf.embedded_fonts import absent_fonts

        converter = missing = None
        try:
            office = self.office()
            self.report(absent_fonts(plan.office))
            self.report(office.shortfalls(Place(str(self.source))))
            converter = office
        except MissingProgramError as problem:
            missing = problem
        wishes = Wishes(self.force, plan, tuple(dict.fromkeys(findings)), standing)
        workshop = Workshop(self.templates, converter, self.progress, self.output / DEFAULTS.cache)
        built = build(products, workshop, self.folder(plan), wishes)
        self.progress.stop()
        return built, missing

    def _explain(self, built: Built) -> None:
        """Tell of every document why it was or was not made again, if that was asked for."""
        if self.explain:
            self.data["reasons"] = [asdict(reason) for reason in built.reasons]
        if self.explain or self.verbose:
            for reason in built.reasons:
                self.say(f"{'tetap' if reason.fresh else 'dibuat'}  {reason}")
        if self.verbose and self.converter is not None:
            self.say(self.converter.network())

    def absent(
        self, called: str, sheet: str, key: str | None = None, known: Iterable[str] = ()
    ) -> NoReturn:
        """Say that what was asked for is not in the workbook, and leave with TEMUAN.

        `known` are the IDs that it could be; the nearest are named. Of the workbook only errors
        are told beside that: a row that is there and cannot be read has its own.
        """
        place = Place(str(self.source), sheet)
        own = (key or "").casefold()
        self.findings = [finding for finding in self.findings if has_errors([finding])]
        self.checked = len(self.findings)
        unread = [f for f in self.findings if own and own in (f.owners or ())]
        if not has_errors(unread):
            message = f"{called} belum ada; isilah barisnya lebih dahulu."
            if key:
                message = f"{called} tidak ada; periksa kolom ID.{did_you_mean(key, known)}"
            self.report([error("ID-TIADA", message, place)])
        self.finish(code=ExitCode.TEMUAN)

    def finish(
        self,
        files: Sequence[Path] = (),
        code: ExitCode | None = None,
        data: Mapping[str, Any] | None = None,
    ) -> NoReturn:
        """Print the files made (stdout) and leave with the exit code, by default that of findings.

        As JSON the result of every verb has one shape: see `result_text`.
        """
        code = self.verdict if code is None else code
        if self.as_json:
            data = {**self.data, **(data or {})}
            click.echo(result_text(data, files, self.findings, code))
        else:
            self.tell()
            for path in files:
                click.echo(path)
        sys.exit(code)

    def fail(self, problem: BaseException) -> NoReturn:
        """Leave with a failure, one of `FAILURES`, and what was found before it."""
        tell(problem)
        failure = Failure.of(problem)
        self.findings.append(failure.finding)
        self.finish(code=failure.code)
