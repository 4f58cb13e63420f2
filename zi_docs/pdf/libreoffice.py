"""The one wrapper of LibreOffice: DOCX in, verified PDFs out, one after another.

LibreOffice ends with exit code 0 whether it made a PDF or not, so only the files are judged.
"""

from __future__ import annotations

import hashlib
import os
import weakref
from concurrent.futures import Future
from functools import partial
from pathlib import Path
from typing import Self

from zi_docs.findings import Finding, Place
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes, unknown_fonts_error
from zi_docs.pdf.jobs import Job
from zi_docs.pdf.office_network import is_cut_off
from zi_docs.pdf.office_places import is_confined, temporary_folder
from zi_docs.pdf.office_program import OfficeProgram
from zi_docs.pdf.offices import Offices
from zi_docs.pdf.versions import fonts_identity, office_identity


class Converter:
    """Converts documents with `program`, its fonts bound by `fonts`; a context manager.

    Up to `workers` offices stay from the first document until `close`. One that takes longer
    than `timeout_seconds` for a document, and some more for a long one, is ended and replaced.
    """

    def __init__(
        self,
        program: Path,
        fonts: FontSubstitutes = DEFAULT_SUBSTITUTES,
        timeout_seconds: float = 35,
        workers: int = 2,
    ) -> None:
        self._program, self._fonts = program, fonts
        self._timeout, self._workers = timeout_seconds, workers
        self._offices: Offices | None = None
        self._closing: weakref.finalize[..., Converter] | None = None
        self._process = os.getpid()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def identity(self) -> str:
        """A hash that changes with the program and with the fonts that it finds.

        Raises MissingProgramError where nothing tells what fonts there are.
        """
        fonts = fonts_identity()
        if not fonts:
            raise unknown_fonts_error()
        bound = sorted((family, *names) for family, names in self._fonts.stand_ins.items())
        description = f"{office_identity(self._program)} {fonts} {bound}"
        return hashlib.sha256(description.encode()).hexdigest()

    def version(self) -> str:
        """What the program calls itself; its path when it does not say."""
        return self._opened().version() or str(self._program)

    def warm(self) -> None:
        """Start the first office, so that it is ready when the first document is."""
        self._opened().have(1)

    def submit(self, job: Job) -> Future[bytes]:
        """The PDF of a job; of those that wait, the longest document is taken first.

        The future raises ConversionError, naming the document, where two attempts gave no sound
        PDF, and MissingProgramError where the program or fontconfig cannot be started.
        """
        return self._opened().submit(job)

    def shortfalls(self, place: Place) -> list[Finding]:
        """Nothing: the papers are made for it."""
        return []

    def network(self) -> str:
        """Whether this system lets it be started without one."""
        if is_cut_off(self._program):
            return "LibreOffice dijalankan tanpa jaringan."
        return (
            "Sistem ini tidak mengizinkan LibreOffice dijalankan tanpa jaringan; hanya pengaturan "
            "profilnya yang mencegahnya mengambil sesuatu dari jaringan."
        )

    def close(self) -> None:
        """End all offices and remove what they left in the file system."""
        if self._closing is not None:
            self._closing()
            self._offices = self._closing = None

    def _opened(self) -> Offices:
        if self._closing is not None and self._process != os.getpid():
            # In a forked process: the threads of the offices, and they themselves, are another's.
            self._closing.detach()
            self._offices = self._closing = None
        if self._offices is None:
            called = partial(_called, self._program, self._fonts)
            self._offices = Offices(
                called,
                self._timeout,
                self._workers,
                temporary_folder(self._program),
                stay=not is_confined(self._program),
            )
            self._process = os.getpid()
            # Also when nobody closes it.
            self._closing = weakref.finalize(self, self._offices.close)
        return self._offices


def _called(program: Path, fonts: FontSubstitutes, folder: Path) -> OfficeProgram:
    return OfficeProgram(program, fonts.write_config(folder), fonts.replacements())
