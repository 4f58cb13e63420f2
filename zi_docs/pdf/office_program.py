"""How LibreOffice is called: which program is at hand, its command lines, its surroundings."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zi_docs.errors import MissingProgramError, system_reason

OVERRIDE = "ZI_SOFFICE"
_NAMES = ("soffice", "libreoffice")

_QUIET = ("--headless", "--norestore", "--nologo", "--nolockcheck")
_TAGGED = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
}
_ARCHIVAL = {"SelectPdfVersion": {"type": "long", "value": "2"}}


@dataclass(frozen=True)
class OfficeProgram:
    """The program and the fontconfig file that binds its fonts."""

    path: Path
    fontconfig: Path

    def profile(self, place: Path) -> str:
        """The URL of the profile of an office that works in the folder `place`.

        Two processes on one profile disturb each other: every one has its own.
        """
        return (place / "profile").as_uri()

    def resident(self, place: Path, document: str) -> list[str]:
        """The command line of an office that stays, since it has a document open."""
        return [*self._quiet(place), "--writer", document]

    def conversion(self, place: Path, archival: bool, documents: Iterable[str]) -> list[str]:
        """The command line that writes the PDFs of documents into `place`/out."""
        return [*self._quiet(place), "--nodefault", *conversion(place, archival, documents)]

    def spreadsheet(self, place: Path, document: str) -> list[str]:
        """The command line that writes a spreadsheet of another kind as XLSX into `place`/out."""
        target = ["--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(place / "out")]
        return [*self._quiet(place), "--nodefault", "--calc", *target, document]

    def version(self, place: Path) -> list[str]:
        """The command line that says what the program calls itself."""
        return [str(self.path), f"-env:UserInstallation={self.profile(place)}", "--version"]

    def environment(self, place: Path) -> dict[str, str]:
        """The surroundings of an office that works in `place`."""
        return {
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(place / "home"),
            "TMPDIR": str(place),
            # Its messages are nobody's; names of files are read as UTF-8 by this alone.
            "LC_ALL": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
            "FONTCONFIG_FILE": str(self.fontconfig),
        }

    def missing(self, problem: OSError) -> MissingProgramError:
        """The error of a program that cannot be started."""
        return MissingProgramError(
            f"{self.path} tidak dapat dijalankan ({system_reason(problem)}).",
            "Pasanglah kembali paket libreoffice-writer-nogui.",
        )

    def _quiet(self, place: Path) -> list[str]:
        return [str(self.path), f"-env:UserInstallation={self.profile(place)}", *_QUIET]


def conversion(place: Path, archival: bool, documents: Iterable[str]) -> list[str]:
    """The arguments that write the PDFs of documents into `place`/out."""
    options = json.dumps(_TAGGED | _ARCHIVAL if archival else _TAGGED)
    target = str(place / "out")
    return ["--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", target, *documents]


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
