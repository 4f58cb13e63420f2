"""The order of the stages: documents are rendered, converted, paginated, bundled, published."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from zi_docs import store
from zi_docs.bundle.assemble import BundleInfo, BundlePart, assemble
from zi_docs.convert.destinations import anchor_pages, page_count
from zi_docs.convert.guard import refuse_dangers
from zi_docs.convert.normal import normalise
from zi_docs.convert.office import Converter, Job
from zi_docs.documents.document import Document, Draft, MadePdf, Papers
from zi_docs.documents.pagination import Pagination, observe
from zi_docs.findings import Finding
from zi_docs.progress import Progress
from zi_docs.render.engine import render
from zi_docs.render.page import PageLayout, paper_mm
from zi_docs.render.properties import DocumentProperties
from zi_docs.signing.desk import SignedPaper, ready_to_sign

# A repeated component name can make its row higher and so move the next break; three rounds
# settle the real plan, a few more are allowed before the last state is taken as good enough.
MAX_ROUNDS = 6


@dataclass(frozen=True)
class Made:
    """A document made: its DOCX, and its PDF unless no converter is at hand or it has none."""

    document: Document
    docx: bytes
    pdf: bytes | None


@dataclass(frozen=True)
class Workshop:
    """Where documents are made: the templates, the converter (None: DOCX only), the display."""

    templates: Path
    converter: Converter | None
    progress: Progress

    def make(self, documents: Sequence[Document]) -> list[Made]:
        """Render the documents and convert them, in one batch."""
        files = [self._render(document) for document in documents]
        if self.converter is None:
            return [Made(d, docx, None) for d, docx in zip(documents, files, strict=True)]
        wanted = [index for index, document in enumerate(documents) if not document.word_only]
        pdfs = _convert(self.converter, [documents[i] for i in wanted], [files[i] for i in wanted])
        by_index = dict(zip(wanted, pdfs, strict=True))
        return [
            Made(document, docx, by_index.get(index))
            for index, (document, docx) in enumerate(zip(documents, files, strict=True))
        ]

    def _render(self, document: Document) -> bytes:
        paper = document.paper
        return render(
            self.templates / document.template,
            document.context,
            PageLayout(paper_mm(paper.paper), paper.margins, paper.font),
            DocumentProperties(
                document.title,
                document.subject,
                document.author,
                document.keywords,
                document.stamp,
            ),
            document.mark,
        )


def _convert(
    converter: Converter, documents: Sequence[Document], files: Sequence[bytes]
) -> list[bytes]:
    with tempfile.TemporaryDirectory(prefix="zi-docs-") as folder:
        jobs = [
            _job(Path(folder), index, document, docx)
            for index, (document, docx) in enumerate(zip(documents, files, strict=True))
        ]
        converter.convert(jobs)
        return [
            normalise(job.pdf.read_bytes(), document.stamp)
            for job, document in zip(jobs, documents, strict=True)
        ]


def _job(folder: Path, index: int, document: Document, docx: bytes) -> Job:
    refuse_dangers(docx, document.name)
    stem = f"{index:03d}-{Path(document.name).name}"
    source = folder / f"{stem}.docx"
    source.write_bytes(docx)
    return Job(source, folder / f"{stem}.pdf", document.archival)


@dataclass(frozen=True)
class Built:
    """The files that were published, and what was found wrong with those that were not."""

    files: list[Path]
    findings: tuple[Finding, ...] = ()


def build(sets: Sequence[Papers], workshop: Workshop, folder: Path) -> Built:
    """Make sets of papers and publish them in `folder`, all of them or none.

    A PDF that cannot be signed as its document asks is left out, with an error finding. Raises
    TemplateError, ConversionError, OutputError.
    """
    workshop.progress.start("Menyusun naskah", len(sets) + 1)
    findings: list[Finding] = []
    files = _gather(sets, workshop, findings)
    published = store.publish(files, folder)
    workshop.progress.advance()
    return Built(published, tuple(findings))


def _gather(
    sets: Sequence[Papers], workshop: Workshop, findings: list[Finding]
) -> dict[str, bytes]:
    """The files of these papers and of those that follow from them."""
    made = settle([draft for papers in sets for draft in papers.drafts], workshop)
    files: dict[str, bytes] = {}
    for one in made:
        if one.document.published:
            files |= _files(one, findings)
    by_name = {one.document.name: one for one in made}
    for papers in sets:
        workshop.progress.advance()
        files |= _bundle(papers, by_name, findings)
        files |= papers.extras
    later = [papers.then(_pdfs(made)) for papers in sets if papers.then and workshop.converter]
    if later:
        findings += [finding for papers in later for finding in papers.findings]
        files |= _gather(later, workshop, findings)
    return files


def _pdfs(made: Sequence[Made]) -> dict[str, MadePdf]:
    return {
        one.document.name: MadePdf(one.pdf, page_count(one.pdf), anchor_pages(one.pdf))
        for one in made
        if one.pdf is not None
    }


def settle(drafts: Sequence[Draft], workshop: Workshop) -> list[Made]:
    """Make documents, and again those whose pages tell something new, until none does."""
    known = [Pagination()] * len(drafts)
    made: list[Made] = workshop.make([draft(Pagination()) for draft in drafts])
    for _ in range(MAX_ROUNDS - 1):
        found = [_observed(one, pages) for one, pages in zip(made, known, strict=True)]
        stale = [i for i, (new, old) in enumerate(zip(found, known, strict=True)) if new != old]
        if not stale:
            break
        for i, fresh in zip(
            stale, workshop.make([drafts[i](found[i]) for i in stale]), strict=True
        ):
            made[i] = fresh
        known = found
    return made


def _observed(made: Made, known: Pagination) -> Pagination:
    document = made.document
    if made.pdf is None or not (document.rows or document.keeps):
        return known
    return observe(known, anchor_pages(made.pdf), document.rows, document.keeps)


def _files(made: Made, findings: list[Finding]) -> dict[str, bytes]:
    """The files of a document; what keeps its PDF from being signed is added to `findings`."""
    document = made.document
    files = {f"{document.name}.docx": made.docx}
    if made.pdf is not None:
        name = f"{document.name}.pdf"
        paper = SignedPaper(made.pdf, document.signature)
        files |= _to_sign(name, made.pdf, [paper], document.stamp, findings)
    return files


def _to_sign(
    name: str, pdf: bytes, papers: Sequence[SignedPaper], stamp: date, findings: list[Finding]
) -> dict[str, bytes]:
    ready, found = ready_to_sign(name, pdf, papers, stamp)
    findings += found
    return {} if ready is None else {name: ready}


def _bundle(papers: Papers, made: dict[str, Made], findings: list[Finding]) -> dict[str, bytes]:
    """The bundle of a set; nothing when its documents could not be converted."""
    leaves = [(leaf, made[leaf.document].pdf) for leaf in papers.leaves]
    parts = [BundlePart(leaf.title, pdf, leaf.label) for leaf, pdf in leaves if pdf is not None]
    if not parts or len(parts) < len(leaves):
        return {}
    signed = [
        SignedPaper(part.pdf, made[leaf.document].document.signature)
        for part, leaf in zip(parts, papers.leaves, strict=True)
    ]
    about = made[papers.leaves[-1].document].document
    info = BundleInfo(about.title, about.subject, about.author, about.keywords, about.stamp)
    pdf = assemble(parts, info)
    return _to_sign(f"{papers.bundle}.pdf", pdf, signed, about.stamp, findings)
