"""Prepares a PDF for signing: counts its signature tag or adds empty signature fields.

Nothing is signed here: keys and passphrases stay with the signers (NASKAH section 6).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from zi_docs.findings import Finding, error
from zi_docs.model import Signing
from zi_docs.pdf.destinations import PageSpot, anchor_spots
from zi_docs.pdf.normal_form import normal_bytes, refuse_signed_pdf
from zi_docs.pdf.readers import mapped_pdf, opened_pdf
from zi_docs.pdf.tagged_fields import tag_fields
from zi_docs.product import Signature
from zi_docs.wording.lists import enumeration


def prepare_for_signing(
    name: str, pdf: bytes, signature: Signature | None, stamp: date
) -> tuple[bytes | None, list[Finding]]:
    """Prepare the PDF of the paper called `name` for signing (None: by hand, or not at all).

    The first result is None, with a finding, if the tag does not occur exactly once or the room
    for a signature is missing. The same arguments give the same bytes. Raises SignedPdfError.
    """
    if signature is None:
        return pdf, []
    if signature.mode is Signing.TAG:
        findings = list(_tag_findings(name, pdf, signature))
        return (None if findings else pdf), findings
    if signature.mode is not Signing.FIELD:
        return pdf, []
    fields = locate_signature_fields(pdf, signature.signers)
    if len(fields) < len(signature.signers):
        return None, [_missing_room(name, signature)]
    return add_signature_fields(pdf, fields, stamp), []


def _tag_findings(name: str, pdf: bytes, signature: Signature) -> Iterator[Finding]:
    pages = count_tag_by_page(pdf, signature.tag)
    if pages.total() != 1:
        where = enumeration([f"halaman {page} ({count} kali)" for page, count in pages.items()])
        yield error(
            "TTD-TAG",
            f"Tag {signature.tag} harus muncul tepat satu kali di dalam {name}, tetapi muncul "
            f"{pages.total()} kali{f': {where}' if where else ''}; hapuslah tanda itu dari isi "
            "naskah, atau pilih tanda lain pada Tag tanda tangan BSrE di lembar Tata Letak.",
            signature.place,
        )


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
    with mapped_pdf(buffer.getvalue()) as document:
        tag_fields(document)
        return normal_bytes(document, stamp)


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
