"""A bundle: the PDFs of the papers of one subject, joined in order, to print and to file.

It is not what is signed electronically: that is each paper's own PDF, without the sheet of
initials. So a bundle has no field to sign, and no tag.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from zi_docs.findings import Finding, Place, note
from zi_docs.model import Office
from zi_docs.papers.document import DRAFT_MARK, SIGNATURE
from zi_docs.pdf.bundle import BundlePart, assemble_bundle
from zi_docs.product import (
    Given,
    Inputs,
    Leaf,
    Made,
    PdfPart,
    Product,
    Properties,
    Subject,
    at_once,
)
from zi_docs.wording.lists import enumeration
from zi_docs.wording.names import running_title

KIND = "bundel"
# More of them would make a list of a sentence.
_FEW = 8


def bundled(
    name: str, title: str, office: Office, about: Subject, papers: Sequence[Product]
) -> list[Product]:
    """The papers, and behind them the bundle of those that have a leaf, if any.

    `title` is what the bundle says of itself.
    """
    leaves = {paper.name: paper.leaf for paper in papers if paper.leaf is not None}
    if not leaves:
        return list(papers)
    target = f"{name}.pdf"
    drafts = [paper.leaf.title for paper in papers if paper.leaf is not None and paper.draft]
    subject = _contents([leaf.title for leaf in leaves.values()], drafts)

    def make(given: Given) -> Made:
        pdfs = [given.needs[name].part() for name in leaves]
        info = _properties(f"Bundel {title}", subject, pdfs)
        parts = _parts(leaves.values(), pdfs)
        return Made({target: assemble_bundle(parts, info, double_sided=office.double_sided)})

    bundle = Product(
        name,
        KIND,
        "Bundel",
        about,
        lambda: Inputs(
            {},
            {
                "susunan bundel": (tuple(leaves.values()), title, subject),
                "cetak bolak-balik": office.double_sided,
            },
        ),
        at_once(make),
        (target,),
        tuple(leaves),
        on_request=all(paper.on_request for paper in papers),
    )
    return [*papers, bundle]


def bundle_notes(products: Sequence[Product], place: Place) -> Iterator[Finding]:
    """What a run says of its bundles: which hold drafts, and what is signed in their stead."""
    named = {product.name: product for product in products}
    bundles = {
        product.name: [named[need] for need in product.needs]
        for product in products
        if product.kind == KIND
    }
    drafts = {
        name: list(dict.fromkeys(p.title for p in papers if p.draft))
        for name, papers in bundles.items()
    }
    if drafted := [f"{name} ({enumeration(titles)})" for name, titles in drafts.items() if titles]:
        message = (
            f"Ada bundel yang memuat naskah bertanda {DRAFT_MARK}: {_some(drafted, 'bundel')}; "
            "lengkapilah datanya sebelum bundel itu diedarkan."
        )
        yield note("HASIL-KONSEP", message, place)
    if signed := [f"{p.name}.pdf" for papers in bundles.values() for p in papers if _signed(p)]:
        message = (
            f"Yang ditandatangani secara elektronik ialah {_some(signed, 'naskah')}, bukan "
            "bundelnya: bundel hanya untuk dicetak dan diparaf."
        )
        yield note("TTD-NASKAH", message, place)


def _signed(paper: Product) -> bool:
    """Whether the PDF of a paper has a place for an electronic signature."""
    return paper.inputs().form.get(SIGNATURE) is not None


def _some(names: Sequence[str], what: str) -> str:
    """An enumeration of some names, and how many more there are."""
    more = [f"{len(names) - _FEW} {what} lain"] if len(names) > _FEW else []
    return enumeration([*names[:_FEW], *more])


def _contents(titles: Sequence[str], drafts: Sequence[str]) -> str:
    """What a bundle holds, and which of it are drafts; titles in capitals in running text."""
    titles, drafts = (
        [running_title(title) if title.isupper() else title for title in named]
        for named in (titles, drafts)
    )
    contents = enumeration(titles) if len(titles) <= _FEW else f"{len(titles)} naskah"
    return f"{contents}; masih {DRAFT_MARK}: {enumeration(drafts)}" if drafts else contents


def _properties(title: str, subject: str, pdfs: Sequence[PdfPart]) -> Properties:
    """Its own title and subject; author and date as its last part, keywords of all parts."""
    keywords = dict.fromkeys(pdf.properties.keywords for pdf in pdfs if pdf.properties.keywords)
    last = pdfs[-1].properties
    return replace(last, title=title, subject=subject, keywords=", ".join(keywords))


def _parts(leaves: Iterable[Leaf], pdfs: Iterable[PdfPart]) -> list[BundlePart]:
    return [
        BundlePart(leaf.title, pdf.content, leaf.label, pdf.signature.tag if pdf.signature else "")
        for leaf, pdf in zip(leaves, pdfs, strict=True)
    ]
