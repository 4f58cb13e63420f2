"""Microsoft Word as the converter where there is no LibreOffice; never tried on our machines.

It is called by docx2pdf, an optional package, in a Python of its own that can be ended. Word knows
neither PDF/A nor the places by which pages are counted and fields to sign are set.
"""

from __future__ import annotations

import hashlib
import os
import sys
import tempfile
from concurrent.futures import Future, ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import psutil

from zi_docs.findings import Finding, Place, warning
from zi_docs.pdf.jobs import Attempt, Job
from zi_docs.pdf.office_places import is_set
from zi_docs.pdf.processes import Processes
from zi_docs.pdf.versions import fonts_identity

_PACKAGE = "docx2pdf"
_COMMAND = f"import sys, {_PACKAGE}; {_PACKAGE}.convert(*sys.argv[1:])"
_NAMES = {"winword.exe", "microsoft word"}
_LENGTH_A_SECOND = 10_000


def word_at_hand() -> WordConverter | None:
    """Word, where docx2pdf is installed to call it and no setting names LibreOffice.

    A setting that names a wrong one is to be mended, not passed over.
    """
    return None if is_set() or find_spec(_PACKAGE) is None else WordConverter()


class WordConverter:
    """Converts one document after another, each by a call of Word, within the time of a job."""

    def __init__(self, timeout_seconds: float = 60) -> None:
        self._timeout = timeout_seconds
        self._processes: Processes | None = None
        self._queue = ThreadPoolExecutor(1, "word")

    def identity(self) -> str:
        """A hash that changes with docx2pdf and the fonts; that of Word itself is not known."""
        return hashlib.sha256(f"{self.version()} {fonts_identity()}".encode()).hexdigest()

    def version(self) -> str:
        """That of docx2pdf."""
        from importlib import metadata

        numbers = [package.version for package in metadata.distributions(name=_PACKAGE)]
        return " ".join(("Microsoft Word,", _PACKAGE, *numbers[:1]))

    def warm(self) -> None:
        """Nothing: Word is started with each document."""

    def submit(self, job: Job) -> Future[bytes]:
        """The PDF of a job; the future raises ConversionError where two attempts gave none."""
        return self._queue.submit(self._converted, job)

    def shortfalls(self, place: Place) -> list[Finding]:
        """What Word leaves out."""
        return [
            warning(
                "HASIL-WORD",
                "PDF dibuat dengan Microsoft Word karena LibreOffice tidak ada: salinan bukan "
                "PDF/A, ruang tanda tangan elektronik tidak dipasang, dan halaman tidak dihitung "
                "ulang. Periksalah PDF-nya, atau pasanglah LibreOffice lalu ulangi perintahnya.",
                place,
            )
        ]

    def network(self) -> str:
        """It keeps the one of its user."""
        return "Microsoft Word dijalankan dengan jaringan komputer ini."

    def close(self) -> None:
        """End what runs; what still waits is cancelled."""
        if self._processes is not None:
            self._processes.close()
        self._queue.shutdown(cancel_futures=True)
        if self._processes is not None:
            self._processes.clear()

    def _converted(self, job: Job) -> bytes:
        job.check()
        attempt = Attempt(job, None)
        for _ in range(2):
            attempt = self._attempt(job)
            if attempt.problem() is None and attempt.pdf is not None:
                return attempt.pdf
        raise job.failure(attempt.problem() or "", "Word")

    def _attempt(self, job: Job) -> Attempt:
        if self._processes is None:
            self._processes = Processes()
        with tempfile.TemporaryDirectory(prefix="zi-word-") as name:
            folder = Path(name)
            self._processes.remove(folder)
            docx, pdf = folder / f"{job.digest}.docx", folder / f"{job.digest}.pdf"
            docx.write_bytes(job.docx)
            before = _words()
            command = [sys.executable, "-c", _COMMAND, str(docx), str(pdf)]
            seconds = self._timeout + job.length / _LENGTH_A_SECOND
            ended = self._processes.run(command, os.environ, folder, seconds, lambda: 0)
            if not ended:
                # Word is no child of its caller; one that somebody works with was there before.
                for word in _words() - before:
                    word.kill()
            return Attempt(job, pdf.read_bytes() if pdf.is_file() else None, ended)


def _words() -> set[psutil.Process]:
    return {p for p in psutil.process_iter(["name"]) if str(p.info["name"]).lower() in _NAMES}
