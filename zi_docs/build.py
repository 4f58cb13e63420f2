"""The order of the stages: documents are rendered, converted, paginated, bundled, published."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from zi_docs import store
from zi_docs.bundle.assemble import BundleInfo, BundlePart, assemble
from zi_docs.convert.destinations import anchor_pages
from zi_docs.convert.guard import refuse_dangers
from zi_docs.convert.normal import normalise
from zi_docs.convert.office import Converter, Job
from zi_docs.documents import decree as decrees
from zi_docs.documents.document import Document
from zi_docs.documents.pagination import Pagination, observe
from zi_docs.documents.plan_table import keeps as keep_together
from zi_docs.documents.plan_table import row_anchors
from zi_docs.findings import Finding, note
from zi_docs.model import Decree, Plan
from zi_docs.progress import Progress
from zi_docs.render.engine import render
from zi_docs.render.page import PageLayout, paper_mm
from zi_docs.render.properties import DocumentProperties

# A repeated component name can make its row higher and so move the next break; two rounds
# settle the real plan, a few more are allowed before the last state is taken as good enough.
MAX_ROUNDS = 4

Draft = Callable[[Pagination], Document]
Label = Literal["i", "1"]


@dataclass(frozen=True)
class Made:
    """A document made: its DOCX, and its PDF unless no converter is at hand."""

    document: Document
    docx: bytes
    pdf: bytes | None


@dataclass(frozen=True)
class Built:
    """What a run published, and what it has to say about it."""

    files: list[Path]
    findings: list[Finding]


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
        pdfs = _convert(self.converter, documents, files)
        return [Made(*three) for three in zip(documents, files, pdfs, strict=True)]

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


def build_decree(plan: Plan, decree: Decree, workshop: Workshop, output: Path) -> Built:
    """Make a decree with all its papers and publish them below `output`/year."""
    workshop.progress.start(f"Keputusan {decree.id}", 3)
    ready = decrees.copy_ready(plan, decree)
    versions = (decrees.original, decrees.copy) if ready else (decrees.original,)
    drafts = [partial(version, plan, decree) for version in versions]
    made = settle(drafts, plan, workshop)
    workshop.progress.advance()
    sheet = decrees.initials(plan, decree)
    first = workshop.make([sheet]) if sheet is not None else []
    workshop.progress.advance()
    files = {f"{m.document.name}.docx": m.docx for m in made}
    files |= {f"{m.document.name}.pdf": m.pdf for m in made if m.pdf is not None}
    files |= _bundle(decree, [*first, made[0]])
    published = store.publish(files, output / str(plan.office.tahun))
    workshop.progress.advance()
    return Built(published, [] if ready else [_no_copy(decree)])


def settle(drafts: Sequence[Draft], plan: Plan, workshop: Workshop) -> list[Made]:
    """Make documents with the plan table until their pages tell nothing new."""
    rows, keeps = row_anchors(plan.activities), keep_together(plan.activities)
    known = [Pagination()] * len(drafts)
    made: list[Made] = []
    for _ in range(MAX_ROUNDS):
        made = workshop.make([draft(pages) for draft, pages in zip(drafts, known, strict=True)])
        found = [
            observe(pages, anchor_pages(m.pdf), rows, keeps) if m.pdf is not None else pages
            for m, pages in zip(made, known, strict=True)
        ]
        if found == known:
            break
        known = found
    return made


def _bundle(decree: Decree, made: Sequence[Made]) -> dict[str, bytes]:
    """The papers of one signing in one file; nothing when they could not be converted."""
    *first, last = made
    document = last.document
    titles: list[tuple[Made, str, Label]] = [(m, m.document.title, "i") for m in first]
    titles.append((last, "Keputusan", "1"))
    parts = [BundlePart(title, m.pdf, label) for m, title, label in titles if m.pdf is not None]
    if len(parts) < len(made):
        return {}
    info = BundleInfo(
        document.title, document.subject, document.author, document.keywords, document.stamp
    )
    return {f"bundel/keputusan-{decree.id}.pdf": assemble(parts, info)}


def _no_copy(decree: Decree) -> Finding:
    return note(
        "KEP-SALINAN",
        f"Salinan keputusan {decree.id} belum dibuat karena nomor, tanggal, atau penyalinnya "
        "belum ada; isilah kolom Nomor, Tanggal, dan Penyalin bila keputusan sudah ditetapkan.",
        decree.origin.at("nomor" if not decree.nomor else "tanggal"),
    )
