"""What is asked of an office program: the PDF of a DOCX, and when a PDF can be trusted."""

from __future__ import annotations

import hashlib
import zipfile
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from typing import Protocol

from defusedxml.ElementTree import fromstring

from zi_docs.errors import ConversionError
from zi_docs.findings import Finding, Place
from zi_docs.pdf.readers import opened_pdf

_TEXT = "word/document.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


@dataclass(frozen=True)
class Job:
    """A document to convert: its name for messages, its bytes, whether PDF/A-2b is wanted."""

    name: str
    docx: bytes
    archival: bool = False

    def check(self) -> None:
        """Raise ConversionError unless the document is a package.

        LibreOffice would make a PDF of whatever it is given, be it garbage.
        """
        if not zipfile.is_zipfile(BytesIO(self.docx)):
            raise ConversionError(
                f"{self.name}.docx tidak ada atau bukan berkas DOCX yang utuh.",
                "Jalankan kembali perintah ini agar dokumen itu dibuat ulang.",
            )

    @cached_property
    def length(self) -> int:
        """Bytes of its text: the time that a conversion takes grows with them, not with pictures.

        Raises ConversionError for what is no package.
        """
        self.check()
        with zipfile.ZipFile(BytesIO(self.docx)) as package:
            return sum(p.file_size for p in package.infolist() if p.filename == _TEXT)

    @cached_property
    def digest(self) -> str:
        """A name for its file that differs from those of all other documents."""
        return hashlib.sha256(self.docx).hexdigest()[:32]

    def bears(self, title: str) -> bool:
        """Whether a PDF of this title can be its own: no title, the document's or its file's."""
        return title in ("", self.digest) or title == self._title()

    def _title(self) -> str:
        with zipfile.ZipFile(BytesIO(self.docx)) as package, suppress(KeyError):
            return fromstring(package.read("docProps/core.xml")).findtext(_TITLE) or ""
        return ""

    def failure(self, problem: str, program: str = "LibreOffice") -> ConversionError:
        """The error that tells the user of a `problem`."""
        return ConversionError(
            f"{self.name}.docx tidak dapat diubah menjadi PDF oleh {program}: {problem}.",
            f"Bukalah dokumen itu dengan {program} untuk memeriksanya, lalu jalankan perintah "
            "ini kembali.",
        )


class Converts(Protocol):
    """What makes PDFs of DOCX files, and tells by what it makes them."""

    def submit(self, job: Job) -> Future[bytes]:
        """The PDF of a job, as soon as it is made.

        The future raises ConversionError where no sound PDF can be had, MissingProgramError
        where a program cannot be started.
        """

    def identity(self) -> str:
        """A hash that changes with the tools."""

    def version(self) -> str:
        """What the tool calls itself."""


class PdfProgram(Converts, Protocol):
    """A program that converts, from its first document until it is closed."""

    def warm(self) -> None:
        """Start it, so that it is ready when the first document is."""

    def close(self) -> None:
        """End it and remove what it left."""

    def shortfalls(self, place: Place) -> list[Finding]:
        """What its PDFs lack, whatever they are made of; told at this place."""

    def network(self) -> str:
        """A sentence on whether it is started with a network."""


@dataclass(frozen=True)
class Attempt:
    """What an office program gave for a job; None: nothing. `ended`: not for want of time."""

    job: Job
    pdf: bytes | None
    ended: bool = True

    def problem(self) -> str | None:
        """Why the PDF cannot be trusted; None if it can."""
        if self.pdf is None:
            return "PDF tidak dihasilkan" if self.ended else "batas waktu terlampaui"
        if not _has_both_ends(self.pdf):
            return "yang dihasilkan bukan PDF yang utuh"
        try:
            with opened_pdf(self.pdf) as document:
                title = document.get_metadata_value("Title")
                if not len(document):
                    return "PDF yang dihasilkan tidak berhalaman"
        except ValueError:
            return "PDF yang dihasilkan tidak dapat dibuka"
        return None if self.job.bears(title) else "yang dihasilkan PDF dari dokumen lain"


def is_whole(pdf: bytes) -> bool:
    """Whether this is a PDF with pages that was written to its end."""
    try:
        with opened_pdf(pdf) as document:
            return _has_both_ends(pdf) and len(document) > 0
    except ValueError:
        return False


def _has_both_ends(pdf: bytes) -> bool:
    # A killed process leaves the beginning of a file, which PDF readers try to repair.
    return pdf.startswith(b"%PDF") and b"%%EOF" in pdf[-1024:]
