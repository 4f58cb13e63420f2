"""The order of the stages: documents are judged, made, bundled, published.

Only what is stale is made: see `staleness`. `manifest` holds what was made from what.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from zi_docs.build import manifest as manifests
from zi_docs.build import publish as store
from zi_docs.build import signed_papers as registers
from zi_docs.build.changed_cells import Changes, hashes_of
from zi_docs.build.digest import blanks, digest
from zi_docs.build.lock import lock_folder
from zi_docs.build.manifest import Manifest, Output, Record, Standing
from zi_docs.build.placing import Placed, place
from zi_docs.build.staleness import Judge, Judged, Reason, Tools, record_name
from zi_docs.build.workshop import Made, Workshop, settle
from zi_docs.findings import Finding, Place, has_errors, warning
from zi_docs.model import Plan
from zi_docs.papers.document import Document, MadePdf, Papers
from zi_docs.pdf.bundle import BundleInfo, BundlePart, assemble_bundle
from zi_docs.pdf.conversion_cache import Converts
from zi_docs.pdf.destinations import anchor_pages, page_count
from zi_docs.pdf.signing import PaperToSign, prepare_for_signing
from zi_docs.pdf.versions import library_versions, making_identity

__all__ = ["Built", "Wishes", "Workshop", "build"]


@dataclass(frozen=True)
class Wishes:
    """What a run wants beyond its papers.

    `force` makes everything again. `plan` names the cells that changed; `told` are the findings
    that reading it gave, for the manifest. `standing` is what the manifest shall hold of a run
    that makes the whole year.
    """

    force: bool = False
    plan: Plan | None = None
    told: tuple[Finding, ...] = ()
    standing: Standing | None = None


@dataclass(frozen=True)
class Built:
    """The files that stand there now, which of them were written, and what was found wrong."""

    files: list[Path]
    findings: tuple[Finding, ...] = ()
    reasons: tuple[Reason, ...] = ()
    written: tuple[Path, ...] = ()


def build(
    sets: Sequence[Papers], workshop: Workshop, folder: Path, wishes: Wishes | None = None
) -> Built:
    """Make what is stale of sets of papers and publish it in `folder`, all of it or none.

    A PDF that cannot be signed as its document asks is left out, with an error finding. Raises
    BusyError when another run holds the folder, TemplateError, ConversionError, OutputError.
    """
    wishes = wishes or Wishes()
    with lock_folder(folder):
        store.restore(folder)
        run = _Run.begin(workshop, folder, wishes)
        workshop.progress.start("Menyusun naskah", len(sets) + 1)
        run.gather(sets)
        built = run.publish(wishes)
        workshop.progress.advance()
        return built


@dataclass
class _Run:
    """One run: what it knew at its beginning, and what it has gathered since."""

    workshop: Workshop
    folder: Path
    before: Manifest
    judge: Judge
    files: dict[str, bytes] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)
    names: list[str] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    reasons: list[Reason] = field(default_factory=list)

    @classmethod
    def begin(cls, workshop: Workshop, folder: Path, wishes: Wishes) -> _Run:
        """Look at what stands in the folder, and at the tools."""
        before, shop = manifests.read(folder), workshop.cached()
        tools = Tools(making_identity(), shop.converter.identity() if shop.converter else None)
        changes = Changes.since(before.cells, wishes.plan)
        signed = registers.read(folder)
        judge = Judge(before, folder, shop.templates, tools, changes, signed, wishes.force)
        return cls(shop, folder, before, judge)

    def gather(self, sets: Sequence[Papers]) -> None:
        """Make the stale ones of these papers, and those that follow from them."""
        judged = self._judged(sets)
        stale = [one for one in judged if not one.fresh]
        results = settle([one.draft for one in stale], self.workshop)
        # One document may be asked for twice, on its own and as what other papers follow from.
        asked_as = {record_name(result.document): result for result in results}
        for one in judged:
            self._document(one, None if one.fresh else asked_as[record_name(one.document)])
        made = {result.document.name: result for result in results}
        bundles = {papers.bundle: self._bundle_causes(papers, judged) for papers in sets}
        sealed = {one.document.name for one in judged if one.sealed}
        followed = [
            papers
            for papers in sets
            if papers.then
            and self.workshop.converter
            and sealed.isdisjoint(_needed(papers, judged))
        ]
        asked = [papers for papers in sets if bundles[papers.bundle] or papers in followed]
        made |= self._recalled(asked, judged, made)
        for papers in sets:
            self.workshop.progress.advance()
            self._bundle(papers, made, bundles[papers.bundle])
            self._add(papers.extras)
        later = [
            papers.then(_pdfs(made[name] for name in _needed(papers, judged)))
            for papers in followed
            if papers.then
        ]
        if later:
            self.findings += [finding for papers in later for finding in papers.findings]
            self.gather(later)

    def _judged(self, sets: Sequence[Papers]) -> list[Judged]:
        """Every document judged; a copy follows its signed original and not a plan beyond it."""
        judged = [self.judge.document(draft) for papers in sets for draft in papers.drafts]
        beyond = {one.document.name for one in judged if one.amendment}
        self.findings += [one.amendment for one in judged if one.amendment]
        return [
            replace(one, why=(), sealed=True)
            if self.judge.register.original_of(one.document.name) in beyond
            else one
            for one in judged
        ]

    def publish(self, wishes: Wishes) -> Built:
        """Put what was made into the folder, the manifest last."""
        placed = [self._placed(name, content) for name, content in self.files.items()]
        files = {one.path: one.content for one in placed if one.content is not None}
        self.findings += [one.finding for one in placed if one.finding]
        self.findings += self._left_over() if wishes.standing else ()
        after = self._manifest({one.name: one.output for one in placed}, wishes)
        if not after.same_as(self.before):
            made = datetime.now().astimezone().isoformat(timespec="seconds")
            files[manifests.NAME] = manifests.as_bytes(replace(after, made=made))
        written = store.publish(files, self.folder)
        standing = [after.outputs[name].place or name for name in dict.fromkeys(self.names)]
        return Built(
            [self.folder / path for path in standing],
            tuple(dict.fromkeys(self.findings)),
            tuple(self.reasons),
            tuple(path for path in written if path.name != manifests.NAME),
        )

    def _left_over(self) -> Iterable[Finding]:
        """What the last run for the whole year made and this one does not."""
        last = self.before.standing.outputs if self.before.standing else ()
        for name in dict.fromkeys(last):
            path = self.folder / name
            if name not in self.names and path.is_file():
                message = (
                    "Buku kerja tidak lagi menghasilkan berkas ini; hapuslah bila tidak diperlukan."
                )
                yield warning("HASIL-USANG", message, Place(str(path)))

    def _placed(self, name: str, content: bytes) -> Placed:
        return place(name, content, self.before.outputs.get(name), self.folder)

    def _manifest(self, outputs: Mapping[str, Output], wishes: Wishes) -> Manifest:
        tools = self.judge.tools
        standing = wishes.standing
        if standing is not None:
            names = tuple(dict.fromkeys(self.names))
            whole = standing.whole and not has_errors((*wishes.told, *self.findings))
            standing = replace(standing, outputs=names, whole=whole)
        elif not (outputs or self.records):
            # Nothing was made, and so nothing is to be said but what was said before.
            return self.before
        return Manifest(
            tools=_versions(self.workshop.converter, tools, self.before),
            outputs=dict(self.before.outputs) | dict(outputs),
            records=dict(self.before.records) | self.records,
            cells=hashes_of(wishes.plan) or self.before.cells,
            findings=tuple(dict.fromkeys((*wishes.told, *self.findings))),
            # What a run for a part of the year changed may not be what the whole year asks for.
            standing=standing,
        )

    def _document(self, judged: Judged, made: Made | None) -> None:
        """Take a document's files among those of the run, or leave those that stand."""
        name = record_name(judged.document)
        sealed = judged.sealed
        self.reasons.append(Reason.sealed(name) if sealed else Reason.of(name, judged.why))
        if made is None:
            self._keep(judged.record)
            return
        found: list[Finding] = []
        files = _files(made, found) if made.document.published else {}
        self._add(files)
        self.findings += found
        office = "" if made.pdf is None else self.judge.tools.office or ""
        inputs = self.judge.inputs(made.document)
        self.records[name] = Record(
            inputs.values,
            inputs.settings,
            inputs.template,
            self.judge.tools.making,
            office,
            judged.start,
            made.pages,
            tuple(files),
            tuple(found),
            tuple(blanks(made.document)),
        )

    def _bundle_causes(self, papers: Papers, judged: Sequence[Judged]) -> tuple[str, ...]:
        """Why the bundle of a set is stale; nothing when it is fresh or there can be none."""
        if not papers.leaves or self.workshop.converter is None:
            return ()
        known = {one.document.name: one for one in judged}
        held = [known[leaf.document] for leaf in papers.leaves]
        if self.judge.register.signed(papers.bundle) or any(one.sealed for one in held):
            self._keep(self.before.records.get(papers.bundle))
            self.reasons.append(Reason.sealed(papers.bundle))
            return ()
        leaves = [one.document for one in held]
        if any(document.word_only for document in leaves):
            return ()
        why = self.judge.bundle(papers.bundle, self._keys(leaves), _settings(papers, leaves))
        self.reasons.append(Reason.of(papers.bundle, why))
        if not why:
            self._keep(self.before.records.get(papers.bundle))
        return why

    def _keys(self, leaves: Sequence[Document]) -> dict[str, str]:
        known = dict(self.before.records) | self.records
        names = [record_name(document) for document in leaves]
        return {name: _key(known[name]) for name in names}

    def _recalled(
        self, sets: Sequence[Papers], judged: Sequence[Judged], made: Mapping[str, Made]
    ) -> dict[str, Made]:
        """The fresh documents that stale bundles and followers need; most often from the cache."""
        wanted = {one for papers in sets for one in _needed(papers, judged)}
        fresh = [one for one in judged if one.document.name in wanted - made.keys()]
        documents = list({one.document.name: one.document for one in fresh}.values())
        return {one.document.name: one for one in self.workshop.make(documents)}

    def _bundle(self, papers: Papers, made: Mapping[str, Made], why: tuple[str, ...]) -> None:
        if not why:
            return
        leaves = [made[leaf.document] for leaf in papers.leaves]
        documents = [one.document for one in leaves]
        found: list[Finding] = []
        files = _bundled(papers, leaves, found)
        self._add(files)
        self.findings += found
        self.records[papers.bundle] = Record(
            self._keys(documents),
            _settings(papers, documents),
            "",
            self.judge.tools.making,
            self.judge.tools.office or "",
            outputs=tuple(files),
            findings=tuple(found),
        )

    def _add(self, files: Mapping[str, bytes]) -> None:
        self.files |= files
        self.names += files

    def _keep(self, record: Record | None) -> None:
        if record is not None:
            self.names += record.outputs
            self.findings += record.findings


def _needed(papers: Papers, judged: Sequence[Judged]) -> Iterable[str]:
    """The documents of a set whose PDFs are wanted: all when something follows from them."""
    if papers.then is None:
        return [leaf.document for leaf in papers.leaves]
    drafts = set(map(id, papers.drafts))
    return [one.document.name for one in judged if id(one.draft) in drafts]


def _pdfs(made: Iterable[Made]) -> dict[str, MadePdf]:
    return {
        one.document.name: MadePdf(one.pdf, page_count(one.pdf), anchor_pages(one.pdf))
        for one in made
        if one.pdf is not None
    }


def _files(made: Made, findings: list[Finding]) -> dict[str, bytes]:
    """The files of a document; what keeps its PDF from being signed is added to `findings`."""
    document = made.document
    files = {f"{document.name}.docx": made.docx}
    if made.pdf is not None:
        name = f"{document.name}.pdf"
        paper = PaperToSign(made.pdf, document.signature)
        files |= _to_sign(name, made.pdf, [paper], document.stamp, findings)
    return files


def _to_sign(
    name: str, pdf: bytes, papers: Sequence[PaperToSign], stamp: date, findings: list[Finding]
) -> dict[str, bytes]:
    ready, found = prepare_for_signing(name, pdf, papers, stamp)
    findings += found
    return {} if ready is None else {name: ready}


def _bundled(papers: Papers, leaves: Sequence[Made], findings: list[Finding]) -> dict[str, bytes]:
    """The bundle of a set whose documents all have a PDF."""
    pdfs = [one.pdf for one in leaves if one.pdf is not None]
    parts = [
        BundlePart(leaf.title, pdf, leaf.label)
        for leaf, pdf in zip(papers.leaves, pdfs, strict=True)
    ]
    signed = [
        PaperToSign(pdf, one.document.signature) for pdf, one in zip(pdfs, leaves, strict=True)
    ]
    info = _info(leaves[-1].document)
    return _to_sign(
        f"{papers.bundle}.pdf", assemble_bundle(parts, info), signed, info.stamp, findings
    )


def _info(about: Document) -> BundleInfo:
    return BundleInfo(about.title, about.subject, about.author, about.keywords, about.stamp)


def _settings(papers: Papers, leaves: Sequence[Document]) -> str:
    """The hash of what a bundle takes from elsewhere than its documents' pages."""
    signatures = [document.signature for document in leaves]
    return digest((papers.leaves, _info(leaves[-1]), signatures))


def _key(record: Record) -> str:
    made_by = (record.making, record.office)
    return digest((record.values, record.settings, record.template, made_by))


def _versions(converter: Converts | None, tools: Tools, before: Manifest) -> dict[str, str]:
    """The tools by name; LibreOffice is asked for its version only when it is another one."""
    libraries = library_versions()
    libraries["identitas"] = hashlib.sha256(f"{tools.making} {tools.office}".encode()).hexdigest()
    if libraries["identitas"] == before.tools.get("identitas"):
        return dict(before.tools)
    return libraries | {"LibreOffice": converter.version() if converter else "-"}
