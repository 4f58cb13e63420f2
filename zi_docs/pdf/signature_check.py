"""What comes back signed: its electronic signatures, read strictly, and its pages, leniently."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pypdf import PdfReader
from pypdf.errors import PyPdfError


@dataclass(frozen=True)
class PdfSignature:
    """An electronic signature: its signer, its time (ISO 8601 or empty), its validity.

    `sound`: it matches the bytes that it covers; `whole`: nothing was added to the file after it;
    `trusted`: its certificate leads to an authority that this computer trusts.
    """

    signer: str
    when: str
    sound: bool
    whole: bool
    trusted: bool


def read_signatures(pdf: bytes) -> list[PdfSignature]:
    """The signatures of a PDF, in the order of signing; a scan has none.

    Raises ValueError for a file that cannot be read as a PDF.
    """
    # The caller reports in its own words what pyHanko would log.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        return list(_validated_signatures(PdfFileReader(BytesIO(pdf))))
    except PdfError as problem:
        raise ValueError(str(problem)) from problem


def _validated_signatures(reader: PdfFileReader) -> Iterator[PdfSignature]:
    # Without network access: neither certificates nor revocation lists are fetched.
    context = ValidationContext(allow_fetching=False)
    for signature in reader.embedded_signatures:
        status = validate_pdf_signature(signature, context)
        timestamp = signature.self_reported_timestamp
        yield PdfSignature(
            _subject_name(status.signing_cert),
            timestamp.isoformat() if timestamp else "",
            bool(status.intact and status.valid),
            status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
            bool(status.trusted),
        )


def _subject_name(certificate: Any) -> str:
    subject = certificate.subject
    return str(subject.native.get("common_name") or subject.human_friendly)


def page_count_of_scan(pdf: bytes) -> int | None:
    """The number of pages, however the PDF is built; None where they cannot be counted."""
    try:
        return len(PdfReader(BytesIO(pdf), strict=False).pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        # What pypdf raises for a page tree that is none.
        return None
