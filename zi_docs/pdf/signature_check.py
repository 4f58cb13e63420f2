"""What a PDF that comes back from signing says of its signatures."""

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


@dataclass(frozen=True)
class Signed:
    """An electronic signature: whose, when (ISO 8601, or empty), whether it holds.

    `sound` is a signature that fits the bytes it covers; `whole` one after which nothing was
    added; `trusted` one whose certificate leads to an authority that this machine knows.
    """

    signer: str
    when: str
    sound: bool
    whole: bool
    trusted: bool


def signatures(pdf: bytes) -> list[Signed]:
    """The signatures of a PDF, in the order they were made; none in a scan.

    Raises ValueError for what is no PDF that could be read.
    """
    # What it logs, the caller tells in its own words.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    try:
        return list(_signatures(PdfFileReader(BytesIO(pdf))))
    except PdfError as problem:
        raise ValueError(str(problem)) from problem


def _signatures(reader: PdfFileReader) -> Iterator[Signed]:
    # Nothing is fetched: neither certificates nor lists of revoked ones leave or enter here.
    context = ValidationContext(allow_fetching=False)
    for signature in reader.embedded_signatures:
        status = validate_pdf_signature(signature, context)
        when = signature.self_reported_timestamp
        yield Signed(
            _name(status.signing_cert),
            when.isoformat() if when else "",
            bool(status.intact and status.valid),
            status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
            bool(status.trusted),
        )


def _name(certificate: Any) -> str:
    subject = certificate.subject
    return str(subject.native.get("common_name") or subject.human_friendly)
