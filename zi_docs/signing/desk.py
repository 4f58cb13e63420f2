"""Makes a PDF ready to be signed as its documents ask, or says why it cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

import pypdfium2

from zi_docs.documents.document import Signature
from zi_docs.findings import Finding, error
from zi_docs.model import Signing
from zi_docs.signing.fields import Field, add_fields, rooms
from zi_docs.signing.tags import tag_pages
from zi_docs.wording.lists import enumeration


@dataclass(frozen=True)
class SignedPaper:
    """A document of a PDF: its own PDF, and how it is to be signed (None: by hand, or not)."""

    pdf: bytes
    signature: Signature | None = None


def ready_to_sign(
    name: str, pdf: bytes, papers: Sequence[SignedPaper], stamp: date
) -> tuple[bytes | None, list[Finding]]:
    """The PDF called `name`, made of these papers in their order, ready to be signed.

    None, and why, when the signers differ, a tag does not stand exactly once, or a room to sign
    is not found. The same arguments give the same bytes. Raises SignedError.
    """
    signatures = [paper.signature for paper in papers if paper.signature is not None]
    if not signatures:
        return pdf, []
    first = signatures[0]
    found = list(_unlike(name, signatures))
    if not found and first.mode is Signing.TAG:
        found += _tag_findings(name, pdf, first)
    if found or first.mode is not Signing.FIELD:
        return (None if found else pdf), found
    fields = list(_fields(papers))
    if len(fields) < sum(len(signature.signers) for signature in signatures):
        return None, [_no_room(name, first)]
    return add_fields(pdf, fields, stamp), []


def _unlike(name: str, signatures: Sequence[Signature]) -> Iterator[Finding]:
    """What is signed at once is signed by the same people, in the same way."""
    first = signatures[0]
    for other in signatures[1:]:
        if (other.mode, set(other.signers)) != (first.mode, set(first.signers)):
            yield error(
                "TTD-BEDA",
                f"{name} tidak dibuat karena memuat naskah dengan penanda tangan atau cara tanda "
                f"tangan yang berbeda ({_who(first)}; {_who(other)}); samakanlah, atau pisahkan "
                "naskahnya.",
                other.place,
            )


def _who(signature: Signature) -> str:
    return f"{', '.join(signature.signers)}: {signature.mode.value}"


def _tag_findings(name: str, pdf: bytes, signature: Signature) -> Iterator[Finding]:
    pages = tag_pages(pdf, signature.tag)
    if pages.total() != 1:
        where = enumeration([f"halaman {page} ({count} kali)" for page, count in pages.items()])
        yield error(
            "TTD-TAG",
            f"Tag {signature.tag} harus muncul tepat satu kali di dalam {name}, tetapi muncul "
            f"{pages.total()} kali{f': {where}' if where else ''}; hapuslah tanda itu dari isi "
            "naskah, atau pilih tanda lain pada Tag tanda tangan BSrE di lembar Instansi.",
            signature.place,
        )


def _fields(papers: Sequence[SignedPaper]) -> Iterator[Field]:
    """The rooms to sign, found in each paper's own PDF: bookmarks of joined papers may be alike."""
    before = 0
    for paper in papers:
        if paper.signature is not None:
            for field in rooms(paper.pdf, paper.signature.signers):
                spot = field.spot
                yield replace(field, spot=replace(spot, page=spot.page + before))
        with pypdfium2.PdfDocument(paper.pdf) as document:
            before += len(document)


def _no_room(name: str, signature: Signature) -> Finding:
    return error(
        "TTD-RUANG",
        f"Ruang tanda tangan tidak ditemukan di dalam {name}; kembalikanlah penanda buku "
        "tandaTangan1 ke templatnya, atau tulis templat bawaan dengan "
        "`python generate.py templat baru`.",
        signature.place,
    )
