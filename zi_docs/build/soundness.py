"""What has become of a published file: as it was made, missing, edited by somebody, or foreign."""

from __future__ import annotations

import os
import zipfile
from enum import Enum, auto
from io import BytesIO
from pathlib import Path

from zi_docs.build.digest import file_digest
from zi_docs.ooxml import in_own_form
from zi_docs.pdf.normal_form import SignedPdfError, refuse_signed_pdf
from zi_docs.pdf.readers import opened_pdf

_PACKAGES = (".docx", ".xlsx")


class Condition(Enum):
    """What stands where a file was published.

    EDITED is what a person has made of it: a sound DOCX or XLSX as another program saves it, a
    PDF that was signed. FOREIGN is anything else, be it cut, damaged, another file, an older
    one of this program, or no file at all.
    """

    AS_MADE = auto()
    MISSING = auto()
    EDITED = auto()
    FOREIGN = auto()


def condition(path: Path, sha256: str) -> Condition:
    """What has become of the file that was published at `path` with this hash."""
    digest = file_digest(path)
    if not digest and not os.path.lexists(path):
        return Condition.MISSING
    if digest == sha256:
        return Condition.AS_MADE
    try:
        content = path.read_bytes() if path.is_file() else b""
    except OSError:
        content = b""
    return Condition.EDITED if _edited(path.suffix, content) else Condition.FOREIGN


def is_sound(name: str, content: bytes) -> bool:
    """Whether a PDF has pages, a package can be unpacked whole; anything else is sound."""
    try:
        if name.endswith(".pdf"):
            with opened_pdf(content) as document:
                return len(document) > 0
        if name.endswith(_PACKAGES):
            with zipfile.ZipFile(BytesIO(content)) as package:
                return package.testzip() is None
    except Exception:
        # zipfile passes on whatever its decompressors raise; in every case the file is broken.
        return False
    return True


def _edited(suffix: str, content: bytes) -> bool:
    if suffix in _PACKAGES:
        return is_sound(suffix, content) and not in_own_form(content)
    return suffix == ".pdf" and _is_signed(content)


def _is_signed(pdf: bytes) -> bool:
    try:
        refuse_signed_pdf(pdf)
    except SignedPdfError:
        return True
    except Exception:
        # A form that is none, or what is no PDF: qpdf has many ways to say so.
        return False
    return False
