"""Prepares a PDF for signing: counts its signature tag or adds empty signature fields.

Nothing is signed here: keys and passphrases stay with the signers (NASKAH section 6).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import accumulate

from zi_docs.findings import Finding, error
from zi_docs.model import Signing
from zi_docs.pdf.destinations import PageSpot, anchor_spots, page_count
from zi_docs.pdf.normal_form import normalise_pdf, refuse_signed_pdf
from zi_docs.pdf.readers import opened_pdf
from zi_docs.product import Signature
from zi_docs.wording.lists import enumeration


@dataclass(frozen=True)
class PaperToSign:
    """A document of a bundle: its own PDF, and how it is signed (None: by hand or not at all)."""

    pdf: bytes
    signature: Signature | None = None


def prepare_for_signing(
    name: str, pdf: bytes, papers: Sequence[PaperToSign], stamp: date
) -> tuple[bytes | None, list[Finding]]:
    """Prepare the PDF called `name`, joined from `papers` in this order, for signing.

    The first result is None, with findings, if the papers differ in signers, a tag does not occur
    exactly once, or space for a signature is missing. The same arguments give the same bytes.
    Raises SignedPdfError.
    """
    signatures = [paper.signature for paper in papers if paper.signature is not None]
    if not signatures:
        return pdf, []
    first = signatures[0]
    findings = list(_different_signers(name, signatures))
    if not findings and first.mode is Signing.TAG:
        findings += _tag_findings(name, pdf, first)
    if findings or first.mode is not Signing.FIELD:
        return (None if findings else pdf), findings
    fields = list(_fields_of_papers(papers))
    if len(fields) < sum(len(signature.signers) for signature in signatures):
        return None, [_missing_room(name, first)]
    return add_signature_fields(pdf, fields, stamp), []


def _different_signers(name: str, signatures: Sequence[Signature]) -> Iterator[Finding]:
    """Papers of one PDF must be signed by the same people in the same way."""
    first = signatures[0]
    for other in signatures[1:]:
        if (other.mode, set(other.signers)) != (first.mode, set(first.signers)):
            yield error(
                "TTD-BEDA",
                f"{name} tidak dibuat karena memuat naskah dengan penanda tangan atau cara tanda "
                f"tangan yang berbeda ({_signers_and_mode(first)}; "
                f"{_signers_and_mode(other)}); samakanlah, atau pisahkan "
                "naskahnya.",
                other.place,
            )


def _signers_and_mode(signature: Signature) -> str:
    return f"{', '.join(signature.signers)}: {signature.mode.value}"


def _tag_findings(name: str, pdf: bytes, signature: Signature) -> Iterator[Finding]:
    pages = count_tag_by_page(pdf, signature.tag)
    if pages.total() != 1:
        where = enumeration([f"halaman {page} ({count} kali)" for page, count in pages.items()])
        yield error(
            "TTD-TAG",
            f"Tag {signature.tag} harus muncul tepat satu kali di dalam {name}, tetapi muncul "
            f"{pages.total()} kali{f': {where}' if where else ''}; hapuslah tanda itu dari isi "
            "naskah, atau pilih tanda lain pada Tag tanda tangan BSrE di lembar Instansi.",
            signature.place,
        )


def _fields_of_papers(papers: Sequence[PaperToSign]) -> Iterator[SignatureField]:
    """The fields, read from each paper's own PDF: joined papers may have equal bookmarks."""
    # No paper follows the last one, so its pages need no counting.
    counts = (page_count(paper.pdf) for paper in papers[:-1])
    for paper, pages_before in zip(papers, accumulate(counts, initial=0), strict=True):
        if paper.signature is not None:
            for field in locate_signature_fields(paper.pdf, paper.signature.signers):
                spot = field.spot
                yield replace(field, spot=replace(spot, page=spot.page + pages_before))


def _missing_room(name: str, signature: Signature) -> Finding:
    return error(
        "TTD-RUANG",
        f"Ruang tanda tangan tidak ditemukan di dalam {name}; kembalikanlah penanda buku "
        "tandaTangan1 ke templatnya, atau salin templat bawaan dengan "
        "`python generate.py templat baru --ke FOLDER`.",
        signature.place,
    )


# The bookmark of the room to sign in a template; the number of the signer, from 1, follows it.
SIGNING_ROOM = "tandaTangan"
_POINTS_PER_MM = 72 / 25.4
FIELD_WIDTH_MM, FIELD_HEIGHT_MM = 70.0, 25.0


@dataclass(frozen=True)
class SignatureField:
    """A field for the signer with this ID, its upper left corner at `spot`."""

    signer: str
    spot: PageSpot

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, bottom, right and top in points."""
        left, top = round(self.spot.x), round(self.spot.y)
        width, height = (round(mm * _POINTS_PER_MM) for mm in (FIELD_WIDTH_MM, FIELD_HEIGHT_MM))
        return left, top - height, left + width, top


def locate_signature_fields(pdf: bytes, signers: Sequence[str]) -> list[SignatureField]:
    """A field for each signer, in order, whose signing room is bookmarked in the PDF."""
    spots = anchor_spots(pdf)
    names = [f"{SIGNING_ROOM}{number}" for number in range(1, len(signers) + 1)]
    return [
        SignatureField(signer, spots[name])
        for signer, name in zip(signers, names, strict=True)
        if name in spots
    ]


def add_signature_fields(pdf: bytes, fields: Sequence[SignatureField], stamp: date) -> bytes:
    """The PDF with these empty fields, named after their signers (`ttd_KETUA`).

    The same arguments give the same bytes. Raises SignedPdfError for a signed PDF.
    """
    # Half of a second, which few papers ask for.
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigFieldSpec, append_signature_field

    refuse_signed_pdf(pdf)
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for name, field in zip(_field_names(fields), fields, strict=True):
        append_signature_field(
            writer,
            SigFieldSpec(
                sig_field_name=name,
                on_page=field.spot.page,
                box=field.box,
                readable_field_name=f"Tanda tangan {field.signer}",
            ),
        )
    buffer = BytesIO()
    writer.write(buffer)  # type: ignore[no-untyped-call]
    # Rewritten in normal form: an incremental update has a random identifier.
    return normalise_pdf(buffer.getvalue(), stamp)


def _field_names(fields: Sequence[SignatureField]) -> list[str]:
    """Distinct names of characters that every signing program accepts."""
    used: Counter[str] = Counter()
    names: list[str] = []
    for field in fields:
        base = "ttd_" + re.sub(r"[^A-Za-z0-9-]", "_", field.signer)
        used[base] += 1
        names.append(base if used[base] == 1 else f"{base}_{used[base]}")
    return names


def count_tag_by_page(pdf: bytes, tag: str) -> Counter[int]:
    """How often the tag occurs on each page that has it; pages count from 1."""
    with opened_pdf(pdf) as document:
        counts = {
            number: page.get_textpage().get_text_range().count(tag)
            for number, page in enumerate(document, start=1)
        }
    return Counter({number: count for number, count in counts.items() if count})
