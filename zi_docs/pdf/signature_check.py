"""The electronic signatures of a PDF that came back signed, read strictly.

A signature counts when its kind is known, when it covers the whole file as it was signed, when
the covered bytes are those that were signed, and when nothing was added afterwards but further
signatures and what keeps them verifiable. Anything else has a `Fault`; none is left out.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum, auto
from io import BytesIO
from typing import Any

from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import ModificationLevel
from pyhanko.sign.fields import enumerate_sig_fields
from pyhanko.sign.validation import (
    EmbeddedPdfSignature,
    SignatureCoverageLevel,
    validate_pdf_signature,
    validate_pdf_timestamp,
)
from pyhanko_certvalidator import ValidationContext

from zi_docs.pdf.signature_traces import ByteRange, SignatureTraces, signature_traces

_KINDS = ("/adbe.pkcs7.detached", "/ETSI.CAdES.detached", "/PBAD.PAdES")
_STAMP_KINDS = ("/ETSI.RFC3161",)
_HEXADECIMAL = re.compile(rb"<[0-9A-Fa-f\s]*>")


class Fault(Enum):
    """Why a signature does not count."""

    UNREADABLE = auto()
    """Its value is no signature that can be read."""
    UNKNOWN_KIND = auto()
    """A kind that this program cannot check."""
    UNCOVERED = auto()
    """It leaves bytes of the signed file unchecked."""
    ALTERED = auto()
    """The bytes that it covers are not those that were signed."""
    CHANGED_AFTER = auto()
    """Something was added after it that no signature allows, such as another page."""
    REMOVED = auto()
    """It stands in the file, but an increment took it out of the form."""


class Certificate(Enum):
    """Whether a certificate was good on the day of the signature."""

    GOOD = auto()
    EXPIRED_SINCE = auto()
    NOT_VALID_WHEN_SIGNED = auto()


@dataclass(frozen=True)
class PdfSignature:
    """An electronic signature: its signer, its time (ISO 8601 or empty), its validity.

    `whole`: nothing was added to the file after it; `trusted`: its certificate leads to an
    authority that this computer trusts; `stamp`: a time stamp, which nobody signs.
    """

    signer: str
    when: str = ""
    fault: Fault | None = None
    whole: bool = False
    trusted: bool = False
    certificate: Certificate = Certificate.GOOD
    stamp: bool = False


def read_signatures(pdf: bytes) -> list[PdfSignature]:
    """The signatures of a PDF, in the order of signing; a scan has none.

    Raises pikepdf.PasswordError for a file that a password closes.
    """
    # The caller reports in its own words what pyHanko would log.
    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)
    logging.getLogger("pyhanko_certvalidator").setLevel(logging.CRITICAL)
    traces = signature_traces(pdf)
    with warnings.catch_warnings():
        # A warning made an error would make a sound signature an unreadable one.
        warnings.simplefilter("ignore")
        return list(_judged(pdf, traces)) if traces else []


def _judged(pdf: bytes, traces: SignatureTraces) -> Iterator[PdfSignature]:
    """The signatures of the form, and one for every trace of another."""
    if traces.tangled:
        # pyHanko follows every way through a form.
        yield PdfSignature("", fault=Fault.UNREADABLE)
        return
    try:
        reader = PdfFileReader(BytesIO(pdf))
        if reader.encrypted:
            reader.decrypt("")
        filled = list(enumerate_sig_fields(reader, filled_status=True))
    except Exception:
        # pyHanko raises whatever a malformed object makes it raise; unread is unchecked.
        yield PdfSignature("", fault=Fault.UNREADABLE)
        return
    read = [_opened(reader, name, field) for name, _, field in filled]
    embedded = sorted((item for item in read if item), key=lambda item: item.signed_revision)
    for signature in embedded:
        yield _checked(pdf, signature)
    for (_, value, _), item in zip(filled, read, strict=True):
        if item is None:
            yield PdfSignature("", fault=_unread(value))
    for _ in range(traces.fields - len(read)):
        yield PdfSignature("", fault=Fault.UNREADABLE)
    standing = {_range_of(value) for _, value, _ in filled}
    for _ in sorted(traces.ranges - standing):
        yield PdfSignature("", fault=Fault.REMOVED)


def _opened(reader: PdfFileReader, name: str, field: Any) -> EmbeddedPdfSignature | None:
    try:
        return EmbeddedPdfSignature(reader, field, name)
    except Exception:
        return None


def _unread(value: Any) -> Fault:
    """Why a value could not be opened as a signature."""
    try:
        known = value.get_object().get("/SubFilter") in (*_KINDS, *_STAMP_KINDS)
    except Exception:
        return Fault.UNREADABLE
    return Fault.UNREADABLE if known else Fault.UNKNOWN_KIND


def _range_of(value: Any) -> ByteRange:
    try:
        return tuple(int(number) for number in value.get_object()["/ByteRange"])
    except Exception:
        return ()


def _checked(pdf: bytes, signature: EmbeddedPdfSignature) -> PdfSignature:
    stamp = signature.sig_object_type == "/DocTimeStamp"
    kinds = _STAMP_KINDS if stamp else _KINDS
    try:
        signer = "" if stamp else _subject_name(signature.signer_cert)
        moment = None if stamp else signature.self_reported_timestamp
        when = moment.isoformat() if moment else ""
        if signature.sig_object.get("/SubFilter") not in kinds:
            return PdfSignature(signer, when, Fault.UNKNOWN_KIND, stamp=stamp)
        # Without network access: neither certificates nor revocation lists are fetched.
        context = ValidationContext(allow_fetching=False)
        check = validate_pdf_timestamp if stamp else validate_pdf_signature
        status = check(signature, context)
        return PdfSignature(
            signer,
            when,
            _fault(pdf, signature, status),
            status.coverage is SignatureCoverageLevel.ENTIRE_FILE,
            bool(status.trusted),
            Certificate.GOOD if stamp else _certificate(signature.signer_cert, moment),
            stamp,
        )
    except Exception:
        return PdfSignature("", fault=Fault.UNREADABLE, stamp=stamp)


def _fault(pdf: bytes, signature: EmbeddedPdfSignature, status: Any) -> Fault | None:
    if not (status.intact and status.valid):
        return Fault.ALTERED
    if not _covers_all_but_itself(pdf, signature):
        return Fault.UNCOVERED
    if status.coverage not in (
        SignatureCoverageLevel.ENTIRE_FILE,
        SignatureCoverageLevel.ENTIRE_REVISION,
    ):
        return Fault.UNCOVERED
    level = status.modification_level
    if level is None or level > ModificationLevel.FORM_FILLING or status.docmdp_ok is False:
        return Fault.CHANGED_AFTER
    return None


def _covers_all_but_itself(pdf: bytes, signature: EmbeddedPdfSignature) -> bool:
    """Whether the gap between the covered bytes is the signature's own value and nothing else."""
    numbers = [int(number) for number in signature.byte_range]
    if len(numbers) != 4 or numbers[0] != 0 or min(numbers) < 0:
        return False
    _, end, start, length = numbers
    return start + length <= len(pdf) and _HEXADECIMAL.fullmatch(pdf[end:start]) is not None


def _certificate(certificate: Any, moment: datetime | None) -> Certificate:
    """Judged by the time that the signature states; that of an older one may be over by now."""
    now = datetime.now(UTC)
    first, last = certificate.not_valid_before, certificate.not_valid_after
    when = moment if moment is None or moment.tzinfo else moment.replace(tzinfo=UTC)
    if not first <= (when or now) <= last:
        return Certificate.NOT_VALID_WHEN_SIGNED
    return Certificate.GOOD if now <= last else Certificate.EXPIRED_SINCE


def _subject_name(certificate: Any) -> str:
    subject = certificate.subject
    return str(subject.native.get("common_name") or subject.human_friendly)
