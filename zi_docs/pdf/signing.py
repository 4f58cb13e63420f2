"""From a PDF to one that can be signed: its tag counted, or its empty fields put in.

Nothing here signs: names and passphrases stay with the signers (NASKAH section 6).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO

import pypdfium2
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec, append_signature_field

from zi_docs.findings import Finding, error
from zi_docs.model import Signing
from zi_docs.pdf.destinations import Spot, anchor_spots
from zi_docs.pdf.normal_form import normalise, refuse_signed
from zi_docs.product import Signature
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
        "tandaTangan1 ke templatnya, atau salin templat bawaan dengan "
        "`python generate.py templat baru --ke FOLDER`.",
        signature.place,
    )


# The bookmark of the room to sign in a template; the number of the signer, from 1, follows it.
SIGNING_ROOM = "tandaTangan"
_POINTS_PER_MM = 72 / 25.4
WIDTH_MM, HEIGHT_MM = 70.0, 25.0


@dataclass(frozen=True)
class Field:
    """A field for the signer of this ID, its upper left corner at `spot`."""

    signer: str
    spot: Spot

    @property
    def box(self) -> tuple[int, int, int, int]:
        """Left, bottom, right and top in points."""
        left, top = round(self.spot.x), round(self.spot.y)
        width, height = (round(mm * _POINTS_PER_MM) for mm in (WIDTH_MM, HEIGHT_MM))
        return left, top - height, left + width, top


def rooms(pdf: bytes, signers: Sequence[str]) -> list[Field]:
    """The fields of a document's signers, in their order; of those whose room is marked."""
    spots = anchor_spots(pdf)
    names = [f"{SIGNING_ROOM}{number}" for number in range(1, len(signers) + 1)]
    return [
        Field(signer, spots[name])
        for signer, name in zip(signers, names, strict=True)
        if name in spots
    ]


def add_fields(pdf: bytes, fields: Sequence[Field], stamp: date) -> bytes:
    """The PDF with these empty fields, named after their signers (`ttd_KETUA`).

    The same arguments give the same bytes. Raises SignedError for a PDF that is signed.
    """
    refuse_signed(pdf)
    writer = IncrementalPdfFileWriter(BytesIO(pdf))
    for name, field in zip(_names(fields), fields, strict=True):
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
    # Written anew: an increment carries a random identifier.
    return normalise(buffer.getvalue(), stamp)


def _names(fields: Sequence[Field]) -> list[str]:
    """Names that differ, of characters that no signing program stumbles over."""
    used: Counter[str] = Counter()
    names: list[str] = []
    for field in fields:
        base = "ttd_" + re.sub(r"[^A-Za-z0-9-]", "_", field.signer)
        used[base] += 1
        names.append(base if used[base] == 1 else f"{base}_{used[base]}")
    return names


def tag_pages(pdf: bytes, tag: str) -> Counter[int]:
    """How often the tag stands on each page that has it; pages count from 1."""
    with pypdfium2.PdfDocument(pdf) as document:
        counts = {
            number: page.get_textpage().get_text_range().count(tag)
            for number, page in enumerate(document, start=1)
        }
    return Counter({number: count for number, count in counts.items() if count})
