"""A bundle: the PDFs of the papers of one subject, joined in order, ready to be signed."""

from __future__ import annotations

from collections.abc import Sequence

from zi_docs.pdf.bundle import BundlePart, assemble_bundle
from zi_docs.pdf.signing import PaperToSign, prepare_for_signing
from zi_docs.product import Given, Inputs, Leaf, Made, Product, Subject, at_once

KIND = "bundel"


def bundled(name: str, about: Subject, papers: Sequence[Product]) -> list[Product]:
    """The papers, and behind them the bundle of those that have a leaf, if any.

    The last of them lends the bundle its title and its other properties.
    """
    leaves = {paper.name: paper.leaf for paper in papers if paper.leaf is not None}
    if not leaves:
        return list(papers)
    target = f"{name}.pdf"

    def make(given: Given) -> Made:
        return _joined(target, leaves, given)

    bundle = Product(
        name,
        KIND,
        "Bundel",
        about,
        lambda: Inputs({}, {"susunan bundel": tuple(leaves.values())}),
        at_once(make),
        (target,),
        tuple(leaves),
        on_request=all(paper.on_request for paper in papers),
    )
    return [*papers, bundle]


def _joined(target: str, leaves: dict[str, Leaf], given: Given) -> Made:
    pdfs = [given.needs[name].part() for name in leaves]
    parts = [
        BundlePart(leaf.title, pdf.content, leaf.label)
        for leaf, pdf in zip(leaves.values(), pdfs, strict=True)
    ]
    papers = [PaperToSign(pdf.content, pdf.signature) for pdf in pdfs]
    properties = pdfs[-1].properties
    ready, findings = prepare_for_signing(
        target, assemble_bundle(parts, properties), papers, properties.stamp
    )
    return Made({} if ready is None else {target: ready}, findings=tuple(findings))
