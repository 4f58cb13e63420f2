"""Documents made: rendered, converted, and made again until their pages tell nothing new."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from zi_docs.papers.document import Document, Draft
from zi_docs.papers.pages import Pagination, observe
from zi_docs.pdf.conversion_cache import CachedConverter, Converts
from zi_docs.pdf.destinations import anchor_pages
from zi_docs.pdf.guard import refuse_dangerous_docx
from zi_docs.pdf.libreoffice import Job
from zi_docs.pdf.normal_form import normalise_pdf
from zi_docs.progress import Progress
from zi_docs.settings import DEFAULTS
from zi_docs.word.page_layout import PageLayout, paper_size_mm
from zi_docs.word.properties import DocumentProperties
from zi_docs.word.render import render_docx

# A repeated component name can make its row higher and so move the next break; three rounds
# settle the real plan, a few more are allowed before the last state is taken as good enough.
MAX_ROUNDS = 6
_START = Pagination()


@dataclass(frozen=True)
class Made:
    """A document made: its DOCX, and its PDF unless no converter is at hand or it has none.

    `pages` is what was known of its pages when it was made.
    """

    document: Document
    docx: bytes
    pdf: bytes | None
    pages: Pagination = _START


@dataclass(frozen=True)
class Workshop:
    """Where documents are made: the templates, the converter (None: DOCX only), the display.

    Conversions are kept in `cache`, if there is one.
    """

    templates: Path
    converter: Converts | None
    progress: Progress
    cache: Path | None = None

    def cached(self) -> Workshop:
        """The workshop that looks into its cache before it converts."""
        if self.converter is None or self.cache is None:
            return self
        tools = self.converter.identity()
        kept = CachedConverter(self.converter, self.cache, DEFAULTS.max_cache_bytes, tools)
        return replace(self, converter=kept, cache=None)

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
        return render_docx(
            self.templates / document.template,
            document.context,
            PageLayout(paper_size_mm(paper.paper), paper.margins, paper.font),
            DocumentProperties(
                document.title,
                document.subject,
                document.author,
                document.keywords,
                document.stamp,
            ),
            document.mark,
        )


def settle(drafts: Sequence[Draft], workshop: Workshop) -> list[Made]:
    """Make documents, and again those whose pages tell something new, until none does."""
    known = [_START] * len(drafts)
    made = workshop.make([draft(_START) for draft in drafts])
    for _ in range(MAX_ROUNDS - 1):
        found = [_observed(one, pages) for one, pages in zip(made, known, strict=True)]
        stale = [i for i, (new, old) in enumerate(zip(found, known, strict=True)) if new != old]
        if not stale:
            break
        for i, fresh in zip(
            stale, workshop.make([drafts[i](found[i]) for i in stale]), strict=True
        ):
            made[i] = replace(fresh, pages=found[i])
        known = found
    return made


def _observed(made: Made, known: Pagination) -> Pagination:
    document = made.document
    if made.pdf is None or not (document.rows or document.keeps):
        return known
    return observe(known, anchor_pages(made.pdf), document.rows, document.keeps)


def _convert(
    converter: Converts, documents: Sequence[Document], files: Sequence[bytes]
) -> list[bytes]:
    if not documents:
        return []
    with tempfile.TemporaryDirectory(prefix=f"zi-docs-{os.getpid()}-") as folder:
        jobs = [
            _job(Path(folder), index, document, docx)
            for index, (document, docx) in enumerate(zip(documents, files, strict=True))
        ]
        converter.convert(jobs)
        return [
            normalise_pdf(job.pdf.read_bytes(), document.stamp)
            for job, document in zip(jobs, documents, strict=True)
        ]


def _job(folder: Path, index: int, document: Document, docx: bytes) -> Job:
    refuse_dangerous_docx(docx, document.name)
    stem = f"{index:03d}-{Path(document.name).name}"
    source = folder / f"{stem}.docx"
    source.write_bytes(docx)
    return Job(source, folder / f"{stem}.pdf", document.archival)
