"""A Word paper: what fills its template, and the product that makes DOCX and PDF of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from zi_docs.data import heading_phrases
from zi_docs.findings import Finding, Place
from zi_docs.model import Office, PaperSettings, Signing
from zi_docs.papers.pages import Keep, Pagination, SpareRows, observe
from zi_docs.pdf.destinations import Anchors, counted_anchors
from zi_docs.pdf.embedded_fonts import substitution
from zi_docs.pdf.normal_form import normalise_pdf
from zi_docs.pdf.signing import prepare_for_signing
from zi_docs.product import (
    Conversion,
    Given,
    Inputs,
    Lack,
    Leaf,
    Made,
    Making,
    PdfPart,
    Product,
    Properties,
    Signature,
    Subject,
)
from zi_docs.word.foreign_templates import work_on_template
from zi_docs.word.page_layout import PageLayout, paper_size_mm
from zi_docs.word.render import render_docx
from zi_docs.wording.people_words import UNNAMED as UNNAMED

# The bookmark at the head of a decree's Lampiran.
ANNEX = "lampiran"
DRAFT_MARK = "KONSEP"
# The name under which a paper's inputs say how it is signed.
SIGNATURE = "cara tanda tangan"
START = Pagination()
# SRIKANDI breaks the pages of what is uploaded there.
_ELSEWHERE = Pagination(unknown=True)
# A repeated component name can make its row higher and so move the next break; three rounds
# settle the real plan, a few more are allowed before the last state is taken as good enough.
_MAX_ROUNDS = 6
_DOCX, _PDF = ".docx", ".pdf"


@dataclass(frozen=True)
class Document:
    """What a paper says and looks like.

    `stamp` dates the file, since the day of making it would make two equal files differ;
    `archival` asks for PDF/A. `rows` and `keeps` are the anchors whose pages the paper wants to
    know, `spare` its empty rows (see `pages`). `one_page`: it most likely fills one page only,
    which saves a conversion. `unsigned` is what it is while it is a draft, which offers no place
    to sign.
    """

    context: Mapping[str, object]
    paper: PaperSettings
    title: str
    subject: str
    author: str
    keywords: str
    stamp: date
    archival: bool = False
    signature: Signature | None = None
    rows: tuple[str, ...] = ()
    keeps: tuple[Keep, ...] = ()
    spare: SpareRows | None = None
    one_page: bool = False
    unsigned: Document | None = None

    @property
    def properties(self) -> Properties:
        """What its files say of themselves."""
        return Properties(self.title, self.subject, self.author, self.keywords, self.stamp)


Draft = Callable[[Pagination], Document]
"""Composes a paper from what is known of its pages; asked again until they tell nothing new."""


def fixed(document: Document) -> Draft:
    """The draft of a paper that does not care on which pages it falls."""
    return lambda pages: document


def stamp_of(office: Office, day: date | None) -> date:
    """The date a paper's files bear: its own, else the first day of the plan's year."""
    return day or date(office.tahun, 1, 1)


@dataclass(frozen=True)
class Paper:
    """The frame of a paper before anything is composed; `product` fills it with a draft.

    `mode` is how it is signed: one that is finished in SRIKANDI has no PDF here, since that
    would be a wrong one. One with a `draft` lack is marked KONSEP on every page and offers no
    place to sign. `findings` are told whenever the paper is asked for.
    """

    name: str
    kind: str
    title: str
    about: Subject
    template: str
    mode: Signing = Signing.WET
    needs: tuple[str, ...] = ()
    id: str = ""
    original: str = ""
    published: bool = True
    on_request: bool = False
    leaf: Leaf | None = None
    lacks: tuple[Lack, ...] = ()
    findings: tuple[Finding, ...] = ()

    def product(self, draft: Callable[[Mapping[str, Made]], Draft]) -> Product:
        """The product; `draft` is given what the paper needs, nothing while it is only judged."""
        uploaded = self.mode is Signing.SRIKANDI
        name = uploaded_name(self.name) if uploaded else self.name
        # What it was judged by is also what is made first.
        start = cache(lambda: self._offered(draft({})(self._first_pages)))
        targets = (f"{name}{_DOCX}",) if uploaded else (f"{name}{_DOCX}", f"{name}{_PDF}")
        return Product(
            name,
            self.kind,
            self.title,
            self.about,
            cache(lambda: self._inputs(start())),
            lambda given: self._making(name, self._draft(draft, start, given), given),
            targets if self.published else (),
            self.needs,
            self.template,
            not uploaded,
            self.id,
            self.original,
            self.on_request,
            None if uploaded else self.leaf,
            self.lacks,
            None if self.needs else lambda pdf: _part(start(), pdf),
        )

    def _draft(
        self, draft: Callable[[Mapping[str, Made]], Draft], start: Callable[[], Document],
        given: Given,
    ) -> Draft:  # fmt: skip
        """The draft for what is given, which need not compose the first document once more."""
        if self.needs:
            composed = draft(given.needs)
            return lambda pages: self._offered(composed(pages))
        first = self._first_pages
        return lambda pages: start() if pages == first else self._offered(draft({})(pages))

    def _offered(self, document: Document) -> Document:
        """The document, without a place to sign while it is a draft."""
        return (document.unsigned or document) if self._mark else document

    def _inputs(self, document: Document) -> Inputs:
        form = {
            "sifat berkas": (document.properties, document.archival),
            "kertas naskah": document.paper,
            "tanda konsep": self._mark,
            SIGNATURE: document.signature,
            "yang dijaga pada halaman": (document.rows, document.keeps, document.spare),
        }
        lacking = tuple(lack.finding for lack in self.lacks if lack.finding)
        return Inputs(document.context, form, (*lacking, *self.findings))

    def _making(self, name: str, draft: Draft, given: Given) -> Making:
        """Render and convert until the pages tell nothing new."""
        pages, rounds = self._first_pages, 1
        document = draft(pages)
        one_page = document.one_page
        docx = self._rendered(document, given, one_page=one_page)
        while True:
            if self.mode is Signing.SRIKANDI:
                return Made({f"{name}{_DOCX}": docx})
            pdf = yield Conversion(docx, document.archival)
            if pdf is None:
                return Made({f"{name}{_DOCX}": docx} if self.published else {})
            page_count, anchors = counted_anchors(pdf)
            seen = _observed(document, anchors, pages)
            alone = page_count == 1 or _shrinks_to_one_page(pages, seen)
            if (seen, alone) == (pages, one_page) or rounds == _MAX_ROUNDS:
                break
            pages, one_page, rounds = seen, alone, rounds + 1
            document = draft(pages)
            # What is known of the pages need not change what is printed on them.
            before, docx = docx, self._rendered(document, given, one_page=one_page)
            if docx == before:
                break
        return self._made(name, document, docx, normalise_pdf(pdf, document.stamp))

    @property
    def _first_pages(self) -> Pagination:
        """What is known of the pages before the first conversion."""
        return _ELSEWHERE if self.mode is Signing.SRIKANDI else START

    @property
    def _mark(self) -> str:
        return DRAFT_MARK if any(lack.draft for lack in self.lacks) else ""

    def _rendered(self, document: Document, given: Given, *, one_page: bool) -> bytes:
        paper = document.paper
        layout = PageLayout(
            paper_size_mm(paper.paper),
            paper.margins,
            paper.font,
            whole_names=paper.whole,
            phrases=heading_phrases(),
        )
        template = given.templates / self.template
        return work_on_template(
            render_docx,
            template,
            document.context,
            layout,
            document.properties,
            self._mark,
            for_srikandi=self.mode is Signing.SRIKANDI,
            one_page=one_page,
        )

    def _made(self, name: str, document: Document, docx: bytes, pdf: bytes) -> Made:
        part = _part(document, pdf)
        if not self.published:
            return Made({}, part)
        target = f"{name}{_PDF}"
        ready, findings = prepare_for_signing(target, pdf, document.signature, document.stamp)
        findings = [*findings, *substitution(pdf, document.paper.font, Place(target))]
        files = {f"{name}{_DOCX}": docx}
        return Made(files if ready is None else files | {target: ready}, part, tuple(findings))


def _shrinks_to_one_page(before: Pagination, now: Pagination) -> bool:
    """Whether spare rows were just taken away so that the first page is the last one."""
    return now.spare is not None and now.spare != before.spare and now.spare.page == 0


def _part(document: Document, pdf: bytes) -> PdfPart:
    return PdfPart(pdf, document.properties, document.signature)


def uploaded_name(name: str) -> str:
    """The name of a paper that is finished in SRIKANDI."""
    return f"{name.removesuffix('-asli')}-srikandi"


def _observed(document: Document, anchors: Anchors[int], pages: Pagination) -> Pagination:
    if not (document.rows or document.keeps):
        return pages
    return observe(pages, anchors, document.rows, document.keeps, document.spare)
