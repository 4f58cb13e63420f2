"""How LibreOffice is called: which program is at hand, its command lines, its surroundings."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from zi_docs.errors import MissingProgramError, ZiError, shortage_error, system_reason
from zi_docs.pdf.office_network import without_network
from zi_docs.pdf.office_places import FLATPAK, is_confined
from zi_docs.pdf.office_profile import profile_settings

_QUIET = ("--headless", "--norestore", "--nologo", "--nolockcheck")
_TAGGED = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
}
# What programs of Windows cannot do without; nobody else has them.
_KEPT = ("SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
_ARCHIVAL = {"SelectPdfVersion": {"type": "long", "value": "2"}}


@dataclass(frozen=True)
class OfficeProgram:
    """The program and the fontconfig file that binds its fonts.

    `replacements` are the families that it replaces itself, where no fontconfig does.
    """

    path: Path
    fontconfig: Path
    replacements: tuple[tuple[str, str], ...] = ()

    def profile(self, place: Path) -> str:
        """The URL of the profile of an office that works in the folder `place`.

        Two processes on one profile disturb each other: every one has its own.
        """
        return (place / "profile").as_uri()

    def furnish(self, place: Path) -> None:
        """Write the settings of an office that will work in `place`. Raises OSError."""
        user = place / "profile" / "user"
        user.mkdir(parents=True)
        content = profile_settings(self.replacements)
        (user / "registrymodifications.xcu").write_text(content, encoding="utf-8")

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
        return [*self._started(place), "--version"]

    def environment(self, place: Path) -> dict[str, str]:
        """The surroundings of an office that works in `place`."""
        # A package manager looks for what it keeps in the user's own folder.
        home = Path.home() if is_confined(self.path) else place / "home"
        return {
            **{name: os.environ[name] for name in _KEPT if name in os.environ},
            "PATH": os.environ.get("PATH", os.defpath),
            "HOME": str(home),
            **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(place)),
            # Its messages are nobody's; names of files are read as UTF-8 by this alone.
            "LC_ALL": "C.UTF-8",
            "SAL_USE_VCLPLUGIN": "svp",
            "FONTCONFIG_FILE": str(self.fontconfig),
        }

    def missing(self, problem: OSError) -> ZiError:
        """The error of a program that cannot be started, for its own fault or the system's."""
        return shortage_error(problem) or MissingProgramError(
            f"{self.path} tidak dapat dijalankan ({system_reason(problem)}).",
            "Pasanglah kembali LibreOffice.",
        )

    def _quiet(self, place: Path) -> list[str]:
        return [*self._started(place), *_QUIET]

    def _started(self, place: Path) -> list[str]:
        # What cannot be started is to be told as that, not by `unshare`.
        apart = without_network(self.path) if os.access(self.path, os.X_OK) else ()
        words = [*apart, str(self.path)]
        if self.path.name == FLATPAK:
            # It is shown the folder of the run; what stands at `path` would not pass that on.
            shown = f"--filesystem={place.parent}"
            words = ["flatpak", "run", "--unshare=network", shown, FLATPAK]
        return [*words, f"-env:UserInstallation={self.profile(place)}"]


def conversion(place: Path, archival: bool, documents: Iterable[str]) -> list[str]:
    """The arguments that write the PDFs of documents into `place`/out."""
    options = json.dumps(_TAGGED | _ARCHIVAL if archival else _TAGGED)
    target = str(place / "out")
    return ["--convert-to", f"pdf:writer_pdf_Export:{options}", "--outdir", target, *documents]
