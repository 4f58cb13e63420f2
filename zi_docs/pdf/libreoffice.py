"""The one wrapper of LibreOffice: many DOCX in, as many verified PDF out.

LibreOffice ends with exit code 0 whether it made a PDF or not, so only the files are judged. Here
too: which program is at hand, how it is called, in what surroundings, and the verdict on what an
attempt gave.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from zi_docs.errors import ConversionError, MissingProgramError
from zi_docs.pdf.fonts import DEFAULT_SUBSTITUTES, FontSubstitutes
from zi_docs.pdf.processes import Processes
from zi_docs.pdf.versions import fonts_identity, office_identity, office_version

__all__ = ["Converter", "Job", "find_office"]


@dataclass(frozen=True)
class Converter:
    """Converts documents with `program`, its fonts bound by `fonts`.

    A process that made no further PDF for `timeout_seconds` is ended; at most `workers`
    processes run at a time.
    """

    program: Path
    fonts: FontSubstitutes
    timeout_seconds: float = 60
    workers: int = 2

    def identity(self) -> str:
        """A hash that changes with the program and with the fonts that it finds."""
        return converter_identity(self.program, self.fonts)

    def version(self) -> str:
        """What the program calls itself."""
        return office_version(self.program)

    def convert(self, jobs: Sequence[Job]) -> list[ConversionError | None]:
        """Write the PDF of every job that gives a sound one; for each job None, or what is wrong.

        Raises MissingProgramError if a program cannot be started.
        """
        for job in jobs:
            job.check()
        with (
            tempfile.TemporaryDirectory(
                prefix=f"zi-docs-{os.getpid()}-", ignore_cleanup_errors=True
            ) as folder,
            ThreadPoolExecutor(self.workers) as pool,
            # Innermost, so that an interruption ends the programs the pool would wait for.
            Processes() as processes,
        ):
            place = Path(folder)
            fontconfig = self.fonts.write_config(place)
            shared = ConversionFolder(
                self.program, fontconfig, place, self.timeout_seconds, processes
            )
            attempts = {
                attempt.job: attempt
                for batch in pool.map(shared.run, _batches(jobs, self.workers))
                for attempt in batch
            }
            lost = [job for job, attempt in attempts.items() if attempt.problem() is not None]
            # What spoils a batch need not spoil the document: each gets a second chance, alone.
            attempts |= {
                attempt.job: attempt for (attempt,) in pool.map(shared.run, [[job] for job in lost])
            }
            return [_delivered(attempts[job]) for job in jobs]


def _delivered(attempt: Attempt) -> ConversionError | None:
    """Lay a sound PDF where its job wants it, or say what is wrong."""
    problem = attempt.problem()
    if problem is not None:
        return attempt.failure(problem)
    attempt.job.pdf.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(attempt.pdf, attempt.job.pdf)
    return None


def _batches(jobs: Sequence[Job], workers: int) -> list[list[Job]]:
    """The jobs by profile, each profile dealt out to its share of the workers."""
    batches: list[list[Job]] = []
    for archival in (False, True):
        group = [job for job in jobs if job.archival is archival]
        if group:
            share = min(len(group), max(1, round(workers * len(group) / len(jobs))))
            batches += [group[start::share] for start in range(share)]
    return batches


_QUIET = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_TAGGED = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
}
_ARCHIVAL = {"SelectPdfVersion": {"type": "long", "value": "2"}}


@dataclass(frozen=True)
class ConversionFolder:
    """What the processes of one conversion share: the program, its fonts, a folder to work in."""

    program: Path
    fontconfig: Path
    folder: Path
    timeout_seconds: float
    processes: Processes

    def run(self, batch: Sequence[Job]) -> list[Attempt]:
        """Convert documents of one profile in one process, in a folder of its own.

        Raises MissingProgramError if the program cannot be started.
        """
        place = Path(tempfile.mkdtemp(dir=self.folder))
        results = place / "out"
        for folder in (place / "home", results):
            folder.mkdir()
        staged = [_stage(job, place) for job in batch]
        command = [*self._command(place, batch[0].archival), *dict.fromkeys(staged)]
        ended = self._run(command, place, results)
        return [
            Attempt(job, (results / name).with_suffix(".pdf"), ended)
            for job, name in zip(batch, staged, strict=True)
        ]

    def _run(self, command: list[str], place: Path, results: Path) -> bool:
        try:
            return self.processes.run(
                command,
                self._environment(place),
                place,
                self.timeout_seconds,
                lambda: len(list(results.iterdir())),
            )
        except OSError as problem:
            raise MissingProgramError(
                f"{self.program} tidak dapat dijalankan ({problem.strerror}).",
                "Pasanglah kembali paket libreoffice-writer-nogui.",
            ) from problem

    def _command(self, place: Path, archival: bool) -> list[str]:
        options = json.dumps(_TAGGED | _ARCHIVAL if archival else _TAGGED)
        return [
            str(self.program),
            # Two processes on one profile disturb each other: every process has its own.
            f"-env:UserInstallation={(place / 'profile').as_uri()}",
            *_QUIET,
            "--convert-to",
            f"pdf:writer_pdf_Export:{options}",
            "--outdir",
            "out",
        ]

    def _environment(self, place: Path) -> dict[str, str]:
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(place / "home"),
            "TMPDIR": str(place),
            "LC_ALL": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
            "FONTCONFIG_FILE": str(self.fontconfig),
        }


def _stage(job: Job, place: Path) -> str:
    """Copy the source under a name made of its content, so that equal names do not clash."""
    content = job.docx.read_bytes()
    name = f"{hashlib.sha256(content).hexdigest()[:32]}.docx"
    (place / name).write_bytes(content)
    return name


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


OVERRIDE = "ZI_SOFFICE"
_NAMES = ("soffice", "libreoffice")


def find_office() -> Path:
    """The path of LibreOffice: what ZI_SOFFICE names, else the one on PATH.

    Raises MissingProgramError when there is none.
    """
    override = os.environ.get(OVERRIDE)
    for name in (override,) if override else _NAMES:
        program = shutil.which(name)
        if program is not None:
            return Path(program).absolute()
    if override:
        raise MissingProgramError(
            f"{OVERRIDE} menunjuk {override}, tetapi program itu tidak ada atau tidak dapat "
            "dijalankan.",
            f"Perbaikilah nilai {OVERRIDE} atau hapuslah.",
        )
    raise MissingProgramError(
        "LibreOffice belum terpasang sehingga PDF tidak dapat dibuat.",
        "Pasanglah paket libreoffice-writer-nogui, misalnya dengan perintah "
        "`sudo apt-get install --no-install-recommends libreoffice-writer-nogui`.",
    )


def converter_identity(program: Path, fonts: FontSubstitutes = DEFAULT_SUBSTITUTES) -> str:
    """A hash that changes with the program and with the fonts that it finds."""
    bound = sorted((family, *names) for family, names in fonts.stand_ins.items())
    description = f"{office_identity(program)} {fonts_identity()} {bound}"
    return hashlib.sha256(description.encode()).hexdigest()
