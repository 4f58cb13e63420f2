"""One document to convert, and the verdict on what an attempt at it gave."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from zi_docs.errors import ConversionError


@dataclass(frozen=True)
class Job:
    """A document to convert: the source, where its PDF goes, and whether that is PDF/A-2b."""

    docx: Path
    pdf: Path
    archival: bool = False

    def check(self) -> None:
        """Raise ConversionError unless the source is there and a package.

        LibreOffice would make a PDF of whatever it is given, be it garbage.
        """
        if not zipfile.is_zipfile(self.docx):
            raise ConversionError(
                f"{self.docx.name} tidak ada atau bukan berkas DOCX yang utuh.",
                "Jalankan kembali perintah ini agar dokumen itu dibuat ulang.",
            )


@dataclass(frozen=True)
class Attempt:
    """Where a job's PDF should stand now, and whether the process ended by itself."""

    job: Job
    pdf: Path
    ended: bool

    def problem(self) -> str | None:
        """Why the PDF cannot be trusted; None if it can."""
        if not self.pdf.is_file():
            return "PDF tidak dihasilkan" if self.ended else "batas waktu terlampaui"
        content = self.pdf.read_bytes()
        # A killed process leaves the beginning of a file, which PDF readers try to repair.
        if not content.startswith(b"%PDF") or b"%%EOF" not in content[-1024:]:
            return "yang dihasilkan bukan PDF yang utuh"
        try:
            with pypdfium2.PdfDocument(content) as document:
                return None if len(document) else "PDF yang dihasilkan tidak berhalaman"
        except pypdfium2.PdfiumError:
            return "PDF yang dihasilkan tidak dapat dibuka"

    def failure(self, problem: str) -> ConversionError:
        """The error that tells the user of a `problem`."""
        return ConversionError(
            f"{self.job.docx.name} tidak dapat diubah menjadi PDF oleh LibreOffice: {problem}.",
            "Bukalah dokumen itu dengan LibreOffice untuk memeriksanya, lalu jalankan perintah "
            "ini kembali.",
        )
