"""The order of a run: products are judged, the stale ones made, and all published, or none.

Only what is stale is made: see `staleness`. The manifest holds what was made from what.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from zi_docs.build import manifest as manifests
from zi_docs.build import publish as publishing
from zi_docs.build import signed_papers
from zi_docs.build.changed_cells import hashes_of
from zi_docs.build.lock import lock_folder
from zi_docs.build.makers import Results, Workshop, make_products
from zi_docs.build.manifest import Manifest, Output, Record, Standing
from zi_docs.build.placing import (
    Placed,
    differs,
    edited_by_hand,
    left_over,
    place,
    sealed_and_damaged,
)
from zi_docs.build.program import library_versions, program_identity
from zi_docs.build.shelf import Contents
from zi_docs.build.soundness import Condition, condition
from zi_docs.build.staleness import Judge, Reason, Tools, Verdict
from zi_docs.errors import ExitCode, ZiError
from zi_docs.findings import Finding, Place, error, has_errors
from zi_docs.model import Plan
from zi_docs.pdf.jobs import Converts
from zi_docs.product import Made, Product
from zi_docs.wording.lists import enumeration

# To change these is what they are for.
_TO_FILL_IN = ".xlsx"

__all__ = ["Built", "Wishes", "Workshop", "build"]


@dataclass(frozen=True)
class Wishes:
    """What a run wants beyond its products.

    `force` makes everything again. `plan` names the cells that changed; `findings` are those
    that reading it gave, for the manifest. `standing` is what the manifest shall hold of a run
    that makes the whole year.
    """

    force: bool = False
    plan: Plan | None = None
    findings: tuple[Finding, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class Built:
    """The files that stand there now, which of them were written, and what was wrong.

    `failures` are the exit codes of what could not be made for a fault of the program's tools.
    """

    files: list[Path]
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Reason, ...] = ()
    written: tuple[Path, ...] = ()
    failures: frozenset[ExitCode] = frozenset()


def build(
    products: Sequence[Product], workshop: Workshop, folder: Path, wishes: Wishes | None = None
) -> Built:
    """Make what is stale of products and publish it in `folder`.

    Each product stands behind those that it needs. One that cannot be made is left out with
    those that need it, with an error finding; the others are published together. Raises
    BusyError when another run holds the folder, MissingProgramError, OutputError.
    """
    wishes = wishes or Wishes()
    progress = workshop.progress
    with lock_folder(folder):
        progress.start("Memeriksa yang berubah")
        restored = publishing.restore(folder)
        run = _Run.begin(products, workshop, folder, wishes)
        run.findings += restored
        standing = run.standing()
        products = [product for product in run.to_make() if product.name not in standing]
        progress.start("Menyusun naskah", len(products))
        results = make_products(products, run.workshop, standing)
        progress.start("Menyimpan hasil")
        run.take(results)
        return run.publish(wishes)


@dataclass
class _Run:
    """One run: what stood there at its beginning, and what it has gathered since."""

    workshop: Workshop
    folder: Path
    before: Manifest
    tools: Tools
    products: Sequence[Product]
    verdicts: Sequence[Verdict]
    files: dict[str, Callable[[], bytes]] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    failures: set[ExitCode] = field(default_factory=set)

    @classmethod
    def begin(
        cls, products: Sequence[Product], workshop: Workshop, folder: Path, wishes: Wishes
    ) -> _Run:
        """Look at what stands in the folder, and judge the products."""
        shop = workshop.cached()
        tools = Tools(program_identity(), shop.converter.identity() if shop.converter else None)
        judge = Judge.of(folder, shop.templates, tools, wishes.plan, force=wishes.force)
        before, signed = judge.manifest, judge.register
        altered = [*manifests.damage(folder, before), *signed_papers.altered(folder, signed)]
        verdicts = judge.verdicts(products)
        for verdict in verdicts:
            # A template that is edited while papers are made is none of this run.
            verdict.read()
        return cls(shop, folder, before, tools, products, verdicts, findings=altered)

    def to_make(self) -> list[Product]:
        """The stale products, and the fresh ones that they need, which come from the cache."""
        wanted = {verdict.product.name for verdict in self.verdicts if verdict.stale}
        for verdict in reversed(self.verdicts):
            if verdict.product.name in wanted:
                wanted.update(verdict.product.needs)
        return [v.product for v in self.verdicts if v.product.name in wanted]

    def standing(self) -> dict[str, Made]:
        """The fresh products that stale ones need, as far as their published PDF is all of it."""
        needed = {name for v in self.verdicts if v.stale for name in v.product.needs}
        fresh = [v for v in self.verdicts if v.product.name in needed and not v.stale]
        made = {verdict.product.name: self._standing(verdict) for verdict in fresh}
        return {name: product for name, product in made.items() if product is not None}

    def _standing(self, verdict: Verdict) -> Made | None:
        """A product that is not made again, with the PDF that stands in the folder, unaltered."""
        name = verdict.before.part if verdict.before else ""
        output = self.before.outputs.get(name)
        if verdict.product.part is None or output is None or output.place:
            return None
        path = self.folder / name
        content = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(content).hexdigest() != output.sha256:
            return None
        return Made({}, verdict.product.part(content))

    def take(self, results: Results) -> None:
        """Take the files of what was made among those of the run, and those that stand."""
        for verdict in self.verdicts:
            name = verdict.product.name
            if verdict.amendment:
                self.findings.append(verdict.amendment)
            if not verdict.stale:
                self._keep(verdict)
            elif name in results.failures:
                self._failed(verdict.product, results.failures[name])
            elif name in results.blocked:
                self._blocked(verdict.product, results.blocked[name])
            else:
                self._made(verdict, results.made[name], results.made.files(name))

    def _made(self, verdict: Verdict, made: Made, files: Mapping[str, Callable[[], bytes]]) -> None:
        self.findings += made.findings
        if has_errors(made.findings):
            return
        targets = tuple(made.files)
        self.files |= files
        self.names += targets
        record = replace(verdict.now, targets=targets, findings=made.findings, part=_part_of(made))
        self.records[verdict.product.name] = record

    def _failed(self, product: Product, problem: ZiError) -> None:
        self.failures.add(problem.exit_code)
        message = f"Berkas ini tidak dibuat. {problem}"
        self.findings.append(error("HASIL-GAGAL", message, self._place(product)))

    def _blocked(self, product: Product, missing: Sequence[str]) -> None:
        message = (
            f"Berkas ini tidak dibuat karena {enumeration(missing)} tidak utuh; perbaiki dahulu "
            "naskah itu."
        )
        self.findings.append(error("HASIL-BAGIAN", message, self._place(product)))

    def _place(self, product: Product) -> Place:
        return Place(str(self.folder / product.name))

    def _keep(self, verdict: Verdict) -> None:
        if verdict.before is not None:
            self.names += verdict.before.targets
            self.findings += verdict.before.findings
            for name in verdict.before.targets:
                self.findings += self._standing_otherwise(name, sealed=verdict.sealed)

    def _standing_otherwise(self, name: str, *, sealed: bool) -> Iterator[Finding]:
        """What is to be said of a file that is not made again, where another than it stands."""
        output, target = self.before.outputs.get(name), self.folder / name
        if output is None:
            return
        state = condition(target, output.sha256)
        if state in (Condition.AS_MADE, Condition.MISSING):
            return
        if output.place:
            yield differs(target, output.place)
        elif state is Condition.FOREIGN:
            if sealed:
                yield sealed_and_damaged(target)
        elif not name.endswith(_TO_FILL_IN):
            yield edited_by_hand(target)

    def publish(self, wishes: Wishes) -> Built:
        """Put what was made into the folder, the manifest last."""
        placed = [self._placed(name, read()) for name, read in self.files.items()]
        files = {spot.path: self.files[spot.name] for spot in placed if spot.writes}
        self.findings += [spot.finding for spot in placed if spot.finding]
        # What an error in the workbook stopped stands there rightly.
        if wishes.standing and wishes.standing.whole:
            self.findings += self._left_over()
        after = self._manifest({spot.name: spot.output for spot in placed}, wishes)
        if not after.same_as(self.before):
            made = datetime.now().astimezone().isoformat(timespec="seconds")
            register = manifests.as_bytes(replace(after, made=made))
            files[manifests.NAME] = lambda: register
        seen = {spot.path: spot.seen for spot in placed if spot.writes}
        written = publishing.publish(Contents(files), self.folder, seen)
        moved = dict(zip(files, written, strict=True))
        return Built(
            [moved.get(path, self.folder / path) for path in self._standing_at(after)],
            tuple(dict.fromkeys(self.findings)),
            tuple(Reason.of(verdict) for verdict in self.verdicts),
            tuple(path for path in written if path.name != manifests.NAME),
            frozenset(self.failures),
        )

    def _standing_at(self, after: Manifest) -> Iterator[str]:
        """Where each file of the products stands; of a signed paper perhaps no manifest knows."""
        for name in dict.fromkeys(self.names):
            output = after.outputs.get(name)
            if output is not None:
                yield output.place or name
            elif (self.folder / name).is_file():
                yield name

    def _left_over(self) -> Iterable[Finding]:
        """What the last run for the whole year made and no product gives any more."""
        last = self.before.standing.outputs if self.before.standing else ()
        # What cannot be made today, for want of the office program, is given all the same.
        given = {name for product in self.products for name in product.targets}
        for name in dict.fromkeys(last):
            path = self.folder / name
            if name not in given and path.is_file():
                yield left_over(path)

    def _placed(self, name: str, content: bytes) -> Placed:
        return place(name, content, self.before.outputs.get(name), self.folder)

    def _manifest(self, outputs: Mapping[str, Output], wishes: Wishes) -> Manifest:
        standing = wishes.standing
        if standing is not None:
            names = tuple(dict.fromkeys(self.names))
            whole = standing.whole and not has_errors((*wishes.findings, *self.findings))
            standing = replace(standing, outputs=names, whole=whole and not self.failures)
        elif not (outputs or self.records):
            # Nothing was made, and so nothing is to be said but what was said before.
            return self.before
        return Manifest(
            tools=_versions(self.workshop.converter, self.tools, self.before),
            outputs=dict(self.before.outputs) | dict(outputs),
            records=dict(self.before.records) | self.records,
            cells=hashes_of(wishes.plan) or self.before.cells,
            findings=tuple(dict.fromkeys((*wishes.findings, *self.findings))),
            # What a run for a part of the year changed may not be what the whole year asks for.
            standing=standing,
        )


def _part_of(made: Made) -> str:
    """The file that holds just what other products are given; empty where none does."""
    return next((n for n, c in made.files.items() if made.pdf and c == made.pdf.content), "")


def _versions(converter: Converts | None, tools: Tools, before: Manifest) -> dict[str, str]:
    """The tools by name; LibreOffice is asked for its version only when it is another one."""
    versions = library_versions()
    versions["identity"] = hashlib.sha256(f"{tools.program} {tools.office}".encode()).hexdigest()
    if versions["identity"] == before.tools.get("identity"):
        return dict(before.tools)
    return versions | {"LibreOffice": converter.version() if converter else "-"}
