"""A PDF that came back from signing, looked at in a process of its own, within limits."""

from __future__ import annotations

from dataclasses import dataclass

from zi_docs.confined import Limits
from zi_docs.confined_calls import call_apart
from zi_docs.pdf.returned_fit import Fit, MadePaper, fit, restricted
from zi_docs.pdf.returned_pages import returned_pages
from zi_docs.pdf.signature_check import PdfSignature, read_signatures

LIMITS = Limits(seconds=60.0, memory_bytes=2048 * 1024 * 1024)
"""A scan of 200 MB, of which there are some copies, can be looked at."""


@dataclass(frozen=True)
class ReturnedFile:
    """What a file holds: its signatures, whether it is a PDF with pages that can be opened at all
    (`readable`), whether an owner's password limits what may be done with it.
    """

    signatures: tuple[PdfSignature, ...] = ()
    readable: bool = False
    restricted: bool = False

    @property
    def sound(self) -> bool:
        """Whether it can be read, and every signature in it counts."""
        return self.readable and not any(signature.fault for signature in self.signatures)


def read_returned(content: bytes) -> ReturnedFile:
    """Look at a file that came back.

    Raises pikepdf.PasswordError for one that a password closes, CallEndedError for one that takes
    too much.
    """
    return call_apart(LIMITS, _look_at, content)


def compare_returned(content: bytes, paper: MadePaper) -> Fit:
    """Compare a file that can be opened with the paper that it should be. Raises CallEndedError."""
    return call_apart(LIMITS, fit, content, paper)


def _look_at(content: bytes) -> ReturnedFile:
    signatures = tuple(read_signatures(content))
    return ReturnedFile(signatures, returned_pages(content) is not None, restricted(content))
