"""The processes of one conversion: how LibreOffice is called, and in what surroundings."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zi_docs.convert.job import Attempt, Job
from zi_docs.convert.process import Processes
from zi_docs.errors import MissingProgramError

_QUIET = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
_TAGGED = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
}
_ARCHIVAL = {"SelectPdfVersion": {"type": "long", "value": "2"}}


@dataclass(frozen=True)
class Desk:
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
